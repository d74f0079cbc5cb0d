"""Coups of an earlier year that no list has: they are told with their country and year, and not as the last known."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "The 1976 Sudanese coup attempt cost many lives.", "sudan-1976-attempt"),
        ("en", "Guinea-Bissau saw a coup in May 1998.", "guinea-bissau-1998"),
        ("en", "In 1985 several officers of Guinea-Bissau were held for an alleged coup attempt.",
         "guinea-bissau-1985-attempt"),
        ("fr", "La Guinée-Bissau a connu un coup d'État en mai 1998.", "guinea-bissau-1998"),
        ("fr", "En 1985, des officiers de Guinée-Bissau furent arrêtés pour une tentative de coup d'État.",
         "guinea-bissau-1985-attempt"),
        ("ar", "شهدت غينيا بيساو انقلابا عام 1998.", "guinea-bissau-1998"),
        ("ha", "An yi juyin mulki a Guinea-Bissau a shekarar 1998.", "guinea-bissau-1998"),
    ],
)  # fmt: skip
def test_a_coup_is_of_the_year_that_dates_it_where_none_is_known(
    tagged: Tagger, language: str, text: str, event: str
) -> None:
    assert told_of(tagged(text, published="2025-11-28", language=language)) == {(event, "historical")}


def test_what_is_told_of_it_next_is_of_it_too(tagged: Tagger) -> None:
    text = "Exiles were behind the 1976 coup attempt in Sudan. The coup failed within a week, and many were shot."
    told = told_of(tagged(text, published="2025-11-28", language="en"))
    assert told == {("sudan-1976-attempt", "historical")}


def test_but_not_where_another_year_is_told(tagged: Tagger) -> None:
    text = "Exiles were behind the 1976 coup attempt in Sudan. The coup of October 2021 had other makers."
    told = told_of(tagged(text, published="2025-11-28", language="en"))
    assert told == {("sudan-1976-attempt", "historical"), ("sudan-2021", "historical")}


@pytest.mark.parametrize(
    "text",
    [
        "In 2011 General Tchiani was made head of the guard of Niger, which later toppled Bazoum.",
        "Elected in 2011, Issoufou ruled Niger for ten years. His heir fell in the coup.",
        "In 2011, he took over the guard of Niger, with which he made the coup of 2023.",
    ],
)
def test_but_not_a_coup_that_only_came_after_that_year(tagged: Tagger, text: str) -> None:
    assert {event for event, _ in told_of(tagged(text, published="2023-09-28", language="en"))} == {"niger-2023"}
