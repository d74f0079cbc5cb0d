"""Which of two coups of one country and year is meant, by the part of the year."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "Soldiers seized power in Burkina Faso early last year, and he called it nonsense.", "01"),
        ("en", "Soldiers seized power in Burkina Faso late last year, and he called it nonsense.", "09"),
        ("en", "He condemned the coup in Burkina Faso in early 2022.", "01"),
        ("fr", "Il a condamné le coup d'État au Burkina Faso au début de 2022.", "01"),
        ("fr", "Il a condamné le coup d'État au Burkina Faso au début de l'année dernière.", "01"),
        ("ar", "أدان الانقلاب في بوركينا فاسو في مطلع عام 2022.", "01"),
        ("ha", "Ya yi tir da juyin mulkin Burkina Faso a farkon shekarar 2022.", "01"),
    ],
)
def test_a_part_of_the_year_tells_two_of_a_year_apart(tagged: Tagger, language: str, text: str, event: str) -> None:
    told = told_of(tagged(text, published="2023-12-18", language=language))
    assert {e for e, _ in told} == {f"burkina-faso-2022-{event}"}


def test_but_not_a_part_of_another_year(tagged: Tagger) -> None:
    text = "Captain Traoré's coup in Burkina Faso was in 2022, and early in 2023 his junta closed two papers."
    told = told_of(tagged(text, published="2023-12-18", language="en"))
    assert {e for e, _ in told} == {"burkina-faso-2022-09"}
