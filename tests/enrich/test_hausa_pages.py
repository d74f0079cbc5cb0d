"""Kinds that real Hausa pages had and no invented text; each sample is in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, ids
from tests.enrich.test_coups import told


def _told(
    tagged: Tagger, title: str, text: str, published: str | None, language: str = "ha"
) -> set[tuple[str, str]]:
    return {(c.event, c.status) for c in tagged(text, title=title, published=published, language=language).coups}


@pytest.mark.parametrize(
    ("title", "text", "published", "events"),
    [
        (
            "An dakile juyin mulki a Benin",
            "Sojoji sun yi yunkurin juyin mulki a Cotonou. Sojoji sun kwace mulki a makwabtan Benin, wato Nijar da "
            "Burkina Faso, haka ma a kasashen Mali da Guinea.",
            "2025-12-07",
            {"niger-2023", "burkina-faso-2022-09", "mali-2021", "guinea-2021"},
        ),
        (
            "Talon ya yi jawabi",
            "Yankin ya sha fama da juyin mulki a shekarun nan, ciki har da makwabta, Mali da Nijar, haka kuma Gabon "
            "da, "
            "kwanan nan, Guinea-Bissau.",
            "2025-12-08",
            {"mali-2021", "niger-2023", "gabon-2023", "guinea-bissau-2025"},
        ),
        (
            "Sojoji sun hambarar da Bongo a Gabon",
            "Juyin mulkin shi ne na biyu a bana bayan wanda aka yi a Nijar.",
            "2023-08-31",
            {"niger-2023"},
        ),
        (
            "Faransa ta yi gargadi kan Nijar",
            "Juyin mulkin da aka yi shi ne na uku tun daga shekarar 2020 bayan wadanda aka gani a Mali da Gabon.",
            "2023-09-30",
            {"mali-2020", "mali-2021", "gabon-2023"},
        ),
        (
            "Juyin mulki a Nijar: ECOWAS ta yi taro",
            "A Nijar aka yi juyin mulki a watan jiya, haka ma Burkina Faso a 2022, sai kuma Mali a 2020.",
            "2023-08-10",
            {"burkina-faso-2022-09", "mali-2020"},
        ),
    ],
)
def test_a_row_of_countries_in_hausa_shares_one_coup_word(
    title: str, text: str, published: str, events: set[str], tagged: Tagger
) -> None:
    found = _told(tagged, title, text, published)
    assert {event for event, status in found if status == "historical"} >= events


@pytest.mark.parametrize(
    ("title", "text", "published"),
    [
        ("Juyin mulki a Nijar", "Mali da Guinea sun yi Allah wadai da juyin mulkin da aka yi a Nijar.", "2023-08-02"),
        ("Juyin mulkin Nijar", "Benin da Senegal sun tura wakilai, haka ma Najeriya da Ghana.", "2023-08-02"),
    ],
)
def test_countries_that_only_speak_of_a_coup_had_none(
    title: str, text: str, published: str, tagged: Tagger
) -> None:
    assert {event for event, _ in _told(tagged, title, text, published)} == {"niger-2023"}


@pytest.mark.parametrize("name", ["Guinea Bisau", "Gini Bisau", "Guinea-Bisau", "Guinea Bisao"])
def test_guinea_bissau_is_not_guinea_however_it_is_spelt(name: str, tagged: Tagger) -> None:
    tags = tagged(f"An yi harbe-harbe a {name}.", title=f"{name}: yunkurin juyin mulki", published="2022-02-02")
    assert ids(tags) == {"guinea-bissau"}
    assert {c.event for c in tags.coups} == {"guinea-bissau-2022-attempt"}


@pytest.mark.parametrize(
    "text",
    [
        "Angola ta samu 'yancin kai daga Portugal a shekarar 1974. Janar din ya kwace mulki a Nijar.",
        "Kasar ta samu 'yancin kai a shekara ta 1966 daga Ingila. Sojoji sun kwace mulki a Nijar.",
        "An zabe shi a shekarar 2010, kuma sojoji sun kwace mulki a hannunsa a Nijar.",
    ],
)
def test_a_year_of_independence_or_of_a_vote_dates_no_coup(text: str, tagged: Tagger) -> None:
    assert _told(tagged, "", text, "2023-08-01") == {("niger-2023", "asserted")}


def test_a_year_behind_since_dates_what_happened_when(tagged: Tagger) -> None:
    text = "It is the first such trial since 1966, when soldiers toppled the government of Kwame Nkrumah."
    found = told(tagged, text, title="Ghana court hears treason case", published="2024-01-25")
    assert ("ghana-1966", "historical") in found


@pytest.mark.parametrize(
    ("month", "event"),
    [
        ("Janairun", "burkina-faso-2022-01"),
        ("Satumbar", "burkina-faso-2022-09"),
        ("Satumban", "burkina-faso-2022-09"),
    ],
)
def test_months_take_the_endings_of_hausa(month: str, event: str, tagged: Tagger) -> None:
    text = f"Sojoji sun yi juyin mulki a Burkina Faso a watan {month} 2022."
    assert {e for e, _ in _told(tagged, "", text, "2023-02-01")} == {event}


def test_last_year_needs_no_month_where_that_year_had_one_coup(tagged: Tagger) -> None:
    text = (
        "Mataimakin shugaban Mali Assimi Goita ya tsige shugaban kasa Bah Ndaw, sojoji sun kama shi. A shekarar da "
        "ta gabata "
        "Goita ya jagoranci juyin mulkin da aka yi wa shugaban farar hula."
    )
    found = _told(tagged, "Goita ya kwace mulki a Mali", text, "2021-05-25")
    assert found == {("mali-2021", "asserted"), ("mali-2020", "historical")}


def test_a_year_before_another_country_is_not_that_of_the_subject(tagged: Tagger) -> None:
    text = (
        "Gwamnatin sojin Mali ta ce za a yi zabe. Ta zo ne bayan juyin mulkin watan Agustan 2020. Sai kuma Guinea, "
        "inda Kanar "
        "Doumbouya ya hambarar da gwamnatin Alpha Conde."
    )
    assert "guinea-2021" in {e for e, _ in _told(tagged, "Sojojin Mali sun tsaida ranar zabe", text, "2022-06-01")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Bayan juyin mulkin, sojojin sun nada Janar Muhammadu Buhari shugaban kasa a 1983.", "nigeria-1983"),
        ("Sojoji sun yi wa Aguiyi-Ironsi juyin mulki. Bayan juyin mulkin sun nada Yakubu Gowon.", "nigeria-1966-07"),
    ],
)
def test_whom_the_soldiers_made_head_of_state_was_not_their_victim(text: str, event: str, tagged: Tagger) -> None:
    assert {e for e, _ in _told(tagged, "Juyin mulki a Najeriya", text, "2010-09-14")} == {event}


@pytest.mark.parametrize(
    "words", ["shekara uku bayan", "shekaru uku da", "kusan shekaru uku bayan", "shekara uku ke nan da"]
)
def test_years_are_counted_back_in_hausa_with_either_word(words: str, tagged: Tagger) -> None:
    assert {e for e, _ in _told(tagged, f"Mali: {words} juyin mulkin", "", "2023-08-20")} == {"mali-2020"}


def test_the_end_of_military_rule_is_no_coup(tagged: Tagger) -> None:
    text = "Ya yi jawabi a bikin cika shekara 20 da kawo karshen mulkin soji a Najeriya, ya ce Nijar makwabciya ce."
    assert not _told(tagged, "Talauci ke kawo fitina", text, "2019-06-12")
