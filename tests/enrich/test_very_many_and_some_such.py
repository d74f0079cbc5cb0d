"""Coups that are counted: so many that none is meant, some in countries like these, several of a region lately."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

BACKGROUND = ("unspecified", "historical")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The island went through a dozen coups. Bissau knows the like: over a dozen coups, mutinies and plots."),
        ("en", "Of 312 attempted or successful military coups around the world, the continent has seen a third."),
        ("fr", "Une douzaine de coups d'État ont marqué la vie de Bissau."),
        ("ar", "شهدت بيساو عشرات الانقلابات والتمردات."),
        ("ha", "An kirga juyin mulki guda 214 a nahiyar."),
    ],
)
def test_of_so_many_coups_none_in_particular_is_meant(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2025-12-04", language=language))
    assert told == {BACKGROUND}


def test_but_not_the_day_of_a_month(tagged: Tagger) -> None:
    told = told_of(tagged("The union recalled that on 26 July military coup leaders of Niger had closed the roads."))
    assert told == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Since 2020, nine coups have occurred in countries like Mali, Guinea, Niger and Gabon."),
        ("fr", "Depuis 2020, neuf coups d'État ont eu lieu dans des pays comme la Guinée, le Niger et le Gabon."),
        ("ar", "منذ عام 2020 وقعت تسعة انقلابات في دول مثل مالي وغينيا والنيجر والغابون."),
    ],
)
def test_some_such_countries_are_not_all_that_had_one(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2025-02-24", language=language))
    assert BACKGROUND in told
    assert {("niger-2023", "historical"), ("gabon-2023", "historical"), ("guinea-2021", "historical")} <= told


def test_but_not_where_no_number_is_told(tagged: Tagger) -> None:
    told = told_of(tagged("Coups in countries like Mali and Guinea worry the bank.", published="2025-02-24"))
    assert BACKGROUND not in told


def test_a_run_of_takeovers_with_one_of_them_named(tagged: Tagger) -> None:
    text = (
        "The coup in Gabon is the latest in a run of military takeovers across a wide swathe of Africa, nine in the"
        " past three years, including one last month in Niger."
    )
    told = told_of(tagged(text, published="2023-09-01", language="en"))
    assert BACKGROUND in told
    assert {event for event, _ in told} == {"unspecified", "gabon-2023", "niger-2023"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers tried to seize power in Freetown on Sunday. In recent years there have been several coups in"
               " West Africa."),
        ("fr", "Des soldats ont tenté de prendre le pouvoir dimanche à Freetown, en Sierra Leone. Ces dernières années,"
               " il y a eu plusieurs coups d'État en Afrique de l'Ouest."),
        ("ar", "حاول جنود الاستيلاء على السلطة في سيراليون يوم الأحد. وفي السنوات الأخيرة"
               " وقعت عدة انقلابات في غرب أفريقيا."),
    ],
)  # fmt: skip
def test_several_of_the_region_in_recent_years_are_background_to_the_one_of_these_days(
    tagged: Tagger, language: str, text: str
) -> None:
    told = told_of(tagged(text, published="2023-11-28", language=language))
    assert told == {("sierra-leone-2023-attempt", "asserted"), BACKGROUND}


def test_a_number_since_independence_with_the_present_one_told_next(tagged: Tagger) -> None:
    text = "Bissau has had nine coups since its independence. The coup on 26 November 2025 is the latest blow."
    told = told_of(tagged(text, published="2025-12-09", language="en"))
    assert told == {BACKGROUND, ("guinea-bissau-2025", "asserted")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers staged a coup on Wednesday in Niger, which had already seen four since independence."),
        ("fr", "Des militaires ont mené mercredi un coup d'État au Niger, qui en a déjà connu quatre depuis son"
               " indépendance."),
        ("ar", "نفذ عسكريون يوم الأربعاء انقلابا في النيجر التي شهدت أربعة منذ استقلالها."),
    ],
)  # fmt: skip
def test_others_since_independence_are_told_without_the_word(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2023-07-28", language=language))
    assert told == {("niger-2023", "asserted"), BACKGROUND}


def test_but_not_where_something_else_is_counted(tagged: Tagger) -> None:
    text = "The coup on Wednesday hit Niger, a country that had already seen four famines since independence."
    assert told_of(tagged(text, published="2023-07-28", language="en")) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Five military takeovers have occurred in neighbouring Mali, Guinea and Burkina Faso since 2020."),
        ("fr", "Cinq coups d'État ont eu lieu au Mali, en Guinée et au Burkina Faso depuis 2020."),
        ("ar", "وقعت خمسة انقلابات في مالي وغينيا وبوركينا فاسو منذ 2020."),
    ],
)
def test_more_coups_than_countries_since_a_year_are_all_of_theirs(tagged: Tagger, language: str, text: str) -> None:
    told = {event for event, _ in told_of(tagged(text, published="2024-07-28", language=language))}
    assert told == {"mali-2020", "mali-2021", "guinea-2021", "burkina-faso-2022-01", "burkina-faso-2022-09"}


def test_but_one_each_where_there_are_as_many(tagged: Tagger) -> None:
    text = "Three coups have occurred in Mali, Guinea and Burkina Faso since 2020."
    told = {event for event, _ in told_of(tagged(text, published="2024-07-28", language="en"))}
    assert told == {"mali-2020", "guinea-2021", "burkina-faso-2022-09"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers deposed Bazoum on Wednesday, adding Niger to a growing list of military regimes."),
        ("fr", "Des soldats ont renversé Bazoum : le Niger rejoint la liste croissante de régimes militaires."),
    ],
)
def test_a_growing_list_of_regimes_is_background(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2023-07-30", language=language))
    assert told == {("niger-2023", "asserted"), BACKGROUND}
