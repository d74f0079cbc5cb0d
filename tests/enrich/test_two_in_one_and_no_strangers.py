"""Two coups of a country in a list of countries, no strangers to coups, and another coup of these days."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The region has faced coups in the last year, with two in Mali and one each in Chad and Guinea."),
        ("en", "Coups were counted in Mali (twice), Chad and Guinea."),
        ("fr", "On a compté des coups d'État au Mali (à deux reprises), au Tchad et en Guinée."),
        ("ar", "شهدت المنطقة انقلابات في مالي (مرتين) وتشاد وغينيا."),
        ("ha", "An yi juyin mulki a kasashen Mali (sau biyu) da Chadi da Guinea."),
    ],
)
def test_both_coups_of_a_country_are_told_where_it_is_said_to_have_had_two(
    tagged: Tagger, language: str, text: str
) -> None:
    told = told_of(tagged(text, published="2022-12-10", language=language))
    assert told == {(event, "historical") for event in ("mali-2020", "mali-2021", "chad-2021", "guinea-2021")}


def test_but_not_where_two_are_something_else(tagged: Tagger) -> None:
    text = "Coups were counted in Mali and Guinea, two in three years."
    assert {"mali-2020", "mali-2021"} - {e for e, _ in told_of(tagged(text, published="2022-12-10", language="en"))}


def test_no_strangers_to_coups_deny_none(tagged: Tagger) -> None:
    text = "Malians are no strangers to coups. Soldiers seized power in Mali on Tuesday."
    told = told_of(tagged(text, published="2020-08-20", language="en"))
    assert "negated" not in {status for _, status in told}


def test_another_coup_where_there_was_one_last_week_is_that(tagged: Tagger) -> None:
    told = told_of(tagged("It had its fourth last week.", title="Another coup in Mali", published="2020-08-26"))
    assert ("mali-2020", "asserted") in told
    assert "hypothetical" not in {status for _, status in told}


def test_but_not_where_there_was_none_lately(tagged: Tagger) -> None:
    told = told_of(tagged("A new coup in Senegal would end an era.", published="2020-08-26", language="en"))
    assert "asserted" not in {status for _, status in told}


def test_whom_a_country_joins_under_military_rule(tagged: Tagger) -> None:
    text = "Officers seized power in Madagascar. It joins Mali and Guinea as another country under military rule."
    told = told_of(tagged(text, published="2025-10-16", language="en"))
    assert told == {("madagascar-2025", "asserted"), ("mali-2020", "historical"), ("guinea-2021", "historical")}


def test_items_of_a_list_by_country_below_the_coup_of_the_day_are_items_of_their_own(tagged: Tagger) -> None:
    text = (
        "Officers in Gabon said on Wednesday that they had taken power.\n\nThese are recent coups:\n\nNiger\n\n"
        "Guards detained President Bazoum in July 2023.\n\nBurkina Faso\n\nIbrahim Traoré seized power in September"
        " 2022.\n\nGuinea\n\nMamady Doumbouya ousted President Condé in September 2021."
    )
    told = told_of(tagged(text, published="2023-08-30", language="en"))
    assert {("gabon-2023", "asserted"), ("niger-2023", "asserted"), ("burkina-faso-2022-09", "asserted")} <= told
    assert ("guinea-2021", "historical") in told


def test_but_not_a_neighbour_s_that_is_only_named_below(tagged: Tagger) -> None:
    text = "Officers in Gabon said on Wednesday that they had taken power. It comes weeks after the coup in Niger."
    told = told_of(tagged(text, published="2023-08-30", language="en"))
    assert {("gabon-2023", "asserted"), ("niger-2023", "historical")} <= told
