"""Coups of a time long past are only counted; a palace is held by its approaches; an undated text is of its coup."""

import pytest

from tests.enrich.conftest import Tagger, entries_of, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He freed the prisoners, as was the way of the African putsches of those days, and shut parliament."),
        ("en", "Coups, so many of them in the 1960s, seemed to be forgotten in West Africa."),
        ("fr", "Il ouvre les prisons, à la manière des putschs africains d'alors, et ferme le parlement."),
        ("fr", "Les coups d'Etat, si nombreux des années 1960 au début des années 1990, semblaient oubliés."),
        ("ar", "فتح السجون كما كانت تفعل الانقلابات الأفريقية آنذاك."),
    ],
)
def test_coups_of_those_days_are_nobody_s_in_particular(language: str, text: str, tagged: Tagger) -> None:
    found = tagged(text, "The colonels are back", published="2022-04-08", language=language)
    assert told_of(found) == {("unspecified", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "عرفت القارة منذ عام 2012 نحو 45 انقلابا ومحاولة انقلاب."),
        ("en", "Since 2012 the continent has known 45 coups and coup attempts."),
        ("fr", "Depuis 2012, le continent a connu 45 coups d'Etat et tentatives de coup d'Etat."),
        ("ha", "Tun 2012 nahiyar ta ga juyin mulki da yunkurin juyin mulki 45."),
    ],
)
def test_an_attempt_that_is_counted_with_coups_is_no_own_one(language: str, text: str, tagged: Tagger) -> None:
    found = tagged(text, "Paris et l'Afrique", published="2023-08-30", language=language)
    assert {event for event, _ in told_of(found)} == {"unspecified"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers control the approaches to the presidential palace in Niamey."),
        ("fr", "Des militaires tiennent les abords du palais présidentiel de Niamey."),
        ("ar", "يسيطر جنود على محيط القصر الرئاسي في نيامي."),
        ("ha", "Sojoji sun kewaye fadar shugaban kasa a Yamai."),
    ],
)
def test_who_holds_what_is_around_the_palace_holds_it(language: str, text: str, tagged: Tagger) -> None:
    found = tagged(text, published="2023-07-26", language=language)
    assert entries_of(found) == {("niger-2023", "attempted", "asserted")}


def test_in_other_months_soldiers_around_a_palace_are_its_guard(tagged: Tagger) -> None:
    text = "Soldiers control the approaches to the presidential palace in Niamey for the summit."
    assert not tagged(text, published="2022-03-02", language="en").coups


def test_an_undated_text_on_its_crisis_has_the_coup_as_current(tagged: Tagger) -> None:
    title = "Nigerien oil: the pipeline is open again"
    text = (
        "Benin no longer blocks the oil of Niger, its minister said. Relations were bad since General Tiani's coup. "
        "The three governments met in Niamey on May 28, 2024."
    )
    assert told_of(tagged(text, title, published=None, language="en")) == {("niger-2023", "asserted")}
    late = text.replace("2024", "2025")
    assert told_of(tagged(late, title, published=None, language="en")) == {("niger-2023", "historical")}
