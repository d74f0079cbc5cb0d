"""Coups that are counted over a country's past, or plotted then, beside one that is told."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

HELD = {
    "en": "Guards hold President Mohamed Bazoum in Niamey. ",
    "fr": "La garde retient le président Mohamed Bazoum. ",
}
TITLES = {"en": "Guards hold Niger president", "fr": "Niger : la garde retient le président"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "His vote of 2021 was the first handover in a country that has seen four military takeovers since "
            "independence in 1960.",
        ),
        (
            "fr",
            "Son élection en 2021 fut la première passation dans un pays qui a connu quatre coups d'Etat depuis son "
            "indépendance en 1960.",
        ),
    ],
)
def test_the_year_of_a_vote_dates_no_coups_that_are_counted(tagged: Tagger, language: str, text: str) -> None:
    tags = tagged(HELD[language] + text, title=TITLES[language], published="2023-07-26", language=language)
    assert told_of(tags) == {("niger-2023", "asserted"), ("unspecified", "historical")}


def test_the_year_of_the_last_of_them_does(tagged: Tagger) -> None:
    text = HELD["en"] + "Niger has seen four coups since independence, the latest in 2010."
    tags = tagged(text, title=TITLES["en"], published="2023-07-26", language="en")
    others = ("unspecified", "historical")
    assert told_of(tags) == {("niger-2023", "asserted"), ("niger-2010", "historical"), others}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Niger's junta freed officers who were accused of attempted coups in the 2010s."),
        ("fr", "La junte du Niger a libéré des officiers accusés de tentatives de coup d'Etat dans les années 2010."),
        ("ar", "أفرج المجلس العسكري في النيجر عن ضباط متهمين بمحاولات انقلاب في العقد الماضي."),
    ],
)
def test_attempts_of_a_decade_are_none_in_particular(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2025-04-02", language=language))
    assert told == {("niger-2023", "historical"), ("unspecified", "historical")}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("officers who had been accused or convicted of plotting previous coups.", ("unspecified", "historical")),
        ("officers who had been held for a coup plot.", ("unspecified", "asserted")),
    ],
)
def test_who_plotted_coups_of_the_past_did_so_in_the_past(tagged: Tagger, text: str, told: tuple[str, str]) -> None:
    tags = tagged("Niger's junta freed " + text, published="2025-04-02", language="en")
    assert told_of(tags) == {("niger-2023", "historical"), told}
