"""Rulers who fell as those of other countries did, in front of what befell them or behind it."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

THREE = {("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}
TITLES = {
    "en": "Niger: Bazoum still held",
    "fr": "Niger : Bazoum toujours retenu",
    "ar": "النيجر: بازوم ما زال محتجزا",
    "ha": "Nijar: Bazoum na nan a tsare",
}
LIKE = [
    ("en", "Like the elected presidents of neighbouring Mali and Burkina Faso, Bazoum was pushed out by soldiers."),
    ("en", "Bazoum was pushed out, like the elected presidents of neighbouring Mali and Burkina Faso, by soldiers."),
    ("en", "Bazoum was ousted, as were the presidents of Mali and Burkina Faso."),
    ("fr", "Comme les présidents du Mali et du Burkina Faso, Bazoum a été renversé par des soldats."),
    ("fr", "Bazoum a été renversé, comme l'ont été les présidents élus du Mali et du Burkina Faso."),
    ("ar", "ومثل رئيسي مالي وبوركينا فاسو، أطيح ببازوم على يد جنود."),
    ("ha", "Kamar shugabannin Mali da Burkina Faso, sojoji sun hambarar da Bazoum."),
]


@pytest.mark.parametrize(("language", "text"), LIKE)
def test_rulers_of_other_countries_fell_as_he_did(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, title=TITLES[language], published="2023-10-20", language=language)) == THREE


@pytest.mark.parametrize(
    "text",
    [
        "Like the presidents of Mali and Burkina Faso, Bazoum is married; soldiers overthrew him.",
        "Like the presidents of Senegal and Ghana, Bazoum was elected, and soldiers overthrew him.",
    ],
)
def test_what_else_rulers_have_in_common_is_no_coup_of_theirs(tagged: Tagger, text: str) -> None:
    told = told_of(tagged(text, title=TITLES["en"], published="2023-10-20", language="en"))
    assert told == {("niger-2023", "asserted")}


def test_a_guard_that_locked_up_the_president_has_not_yet_deposed_him(tagged: Tagger) -> None:
    text = (
        "An adviser said on Wednesday that members of the guard had locked up the president. There is no outcome yet."
    )
    tags = tagged(text, title="Soldiers attempt mutiny in Niger", published="2023-07-26", language="en")
    assert {(coup.event, coup.type) for coup in tags.coups} == {("niger-2023", "attempted")}
