"""Texts without a date that tell a coup by the day and month on which it was made, or by the year of a headline."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

MALI = {("mali-2012", "historical")}
NIGER = {("niger-2010", "historical")}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "On 22 March officers staged a coup in Mali.", MALI),
        ("en", "After the coup of 22 March, Mali's north fell to rebels.", MALI),
        ("fr", "Le 22 mars, des officiers ont fait un coup d'Etat au Mali.", MALI),
        ("ar", "في 22 مارس نفذ ضباط انقلابا في مالي.", MALI),
        ("ar", "في 18 فبراير أطاح جنود بالحكومة في النيجر في انقلاب.", NIGER),
        ("ha", "Ran 18 ga Fabrairu sojoji suka yi juyin mulki a Nijar.", NIGER),
    ],
)
def test_a_coup_that_was_made_on_a_day_is_that_of_the_day(
    language: str, text: str, told: set[tuple[str, str]], tagged: Tagger
) -> None:
    assert told_of(tagged(text, published=None, language=language)) == told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "On 18 February the maker of the coup in Niger met envoys."),
        ("fr", "Le 18 février, le chef du putsch au Niger a reçu le ministre."),
        ("ar", "في 18 فبراير استقبل قائد الانقلاب في النيجر وزيرا."),
        ("ha", "Ran 18 ga Fabrairu shugaban juyin mulkin Nijar ya gana da jakadu."),
    ],
)
def test_what_its_maker_did_on_another_day_dates_no_coup(language: str, text: str, tagged: Tagger) -> None:
    assert {event for event, _ in told_of(tagged(text, published=None, language=language))} == {"niger-2023"}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Cameroon 1984: a coup attempt",
         "On 6 April soldiers of the guard rose against Paul Biya. The coup failed."),
        ("fr", "Cameroun 1984", "Le 6 avril, des soldats tentent de renverser Paul Biya. Le coup d'Etat échoue."),
        ("ar", "الكاميرون 1984: محاولة انقلاب", "في 6 أبريل حاول جنود من الحرس الإطاحة ببول بيا. وفشل الانقلاب."),
        ("ha", "Kamaru 1984: yunkurin juyin mulki",
         "Sojoji sun yi yunkurin hambarar da Paul Biya. Juyin mulkin bai yi nasara ba."),
    ],
)  # fmt: skip
def test_the_year_of_a_headline_dates_the_attempt_of_a_country_that_had_none_listed(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title, published=None, language=language)
    assert told_of(tags) == {("cameroon-1984-attempt", "historical")}


def test_two_countries_of_a_headline_leave_its_attempt_to_none(tagged: Tagger) -> None:
    tags = tagged("The coup attempt failed.", "Cameroon and Senegal, 1984", published=None, language="en")
    assert all(event == "unspecified" for event, _ in told_of(tags))
