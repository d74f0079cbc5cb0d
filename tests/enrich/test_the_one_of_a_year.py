"""Attempts that are only called the one of a year, and descriptions of a coup that somebody rejects.

Each sample is in our own words.
"""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

LAND = "sao-tome-and-principe"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "ar",
            "محاولة انقلاب في ساو تومي",
            "شارك كوستا في محاولة الانقلاب عام 2003 وأدين بسبب تلك التي في 2009.",
        ),
        (
            "en",
            "Coup attempt in Sao Tome and Principe fails",
            "Costa took part in the coup attempt of 2003 and was found guilty of the one of 2009.",
        ),
        (
            "fr",
            "Tentative de coup d'Etat à Sao Tomé",
            "Costa avait pris part à la tentative de coup d'Etat de 2003 et fut condamné pour celle de 2009.",
        ),
        (
            "ha",
            "Yunkurin juyin mulki a Sao Tome",
            "Costa ya shiga yunkurin juyin mulkin 2003 da kuma wanda aka yi a 2009.",
        ),
    ],
)
def test_the_one_of_a_year_is_an_attempt_too(tagged: Tagger, language: str, title: str, text: str) -> None:
    told = {event for event, _ in told_of(tagged(text, title, "2022-11-26", language))}
    assert told == {f"{LAND}-2022-attempt", f"{LAND}-2003-attempt", f"{LAND}-2009-attempt"}


def test_the_one_of_a_year_may_be_a_vote(tagged: Tagger) -> None:
    text = "Nobody was hurt. The vote, like the one of 2009, was fair."
    told = told_of(tagged(text, "Coup attempt in Sao Tome and Principe fails", "2022-11-26", "en"))
    assert told == {(f"{LAND}-2022-attempt", "asserted")}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Madagascar's colonel sworn in",
            'The colonel seized power last week. The court\'s president rejected foreign descriptions of a "coup".',
        ),
        (
            "fr",
            "Madagascar : le colonel prête serment",
            "Le colonel a pris le pouvoir. Le président de la Cour récuse le terme de « coup d'Etat ».",
        ),
    ],
)
def test_who_rejects_the_word_denies_the_coup(tagged: Tagger, language: str, title: str, text: str) -> None:
    told = told_of(tagged(text, title, "2025-10-20", language))
    assert told == {("madagascar-2025", "asserted"), ("madagascar-2025", "negated")}
