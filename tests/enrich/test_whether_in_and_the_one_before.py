"""Rows in each country of which it was done, the coup before the article's own, and what is only talk or no coup."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

GABON = {("gabon-2023", "asserted")}
NIGER = {("niger-2023", "asserted")}
ROW = NIGER | {(e, "historical") for e in ("mali-2020", "guinea-2021", "burkina-faso-2022-09")}
HERE = {
    "en": "The coup in Niger took few by surprise. ",
    "fr": "Le coup d'Etat au Niger a peu surpris. ",
    "ar": "لم يفاجئ الانقلاب في النيجر كثيرين. ",
    "ha": "Juyin mulkin Nijar bai ba mutane mamaki ba. ",
}
IN_GABON = {
    "en": "Soldiers seized power in Gabon last week. ",
    "fr": "Les militaires ont pris le pouvoir au Gabon la semaine dernière. ",
    "ar": "استولى العسكريون على السلطة في الغابون الأسبوع الماضي. ",
    "ha": "Sojoji sun kwace mulki a Gabon a makon jiya. ",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Whether in Mali, Guinea or Burkina Faso, the scenes are alike: soldiers seize power and read a text."),
        (
            "fr",
            "Que ce soit au Mali, en Guinée ou au Burkina Faso, c'est pareil : des militaires prennent le pouvoir.",
        ),
        ("ar", "سواء في مالي أو غينيا أو بوركينا فاسو فإن المشهد نفسه يتكرر: عسكريون يستولون على السلطة."),
        ("ha", "Ko a Mali, ko a Guinea ko a Burkina Faso, abin iri daya ne: sojoji sun kwace mulki."),
        ("en", "In Mali, Guinea and Burkina Faso alike, officers have seized power."),
        ("en", "From Mali to Guinea and Burkina Faso, soldiers have ousted presidents."),
        ("fr", "Du Mali à la Guinée et au Burkina Faso, des militaires ont pris le pouvoir."),
        ("fr", "Au Mali comme en Guinée ou au Burkina Faso, les militaires ont pris le pouvoir."),
        ("ar", "من مالي إلى غينيا وبوركينا فاسو استولى الجيش على السلطة."),
        ("ha", "Daga Mali zuwa Guinea da Burkina Faso, sojoji sun kwace mulki."),
    ],
)
def test_what_is_told_of_each_of_a_row_is_told_of_all(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(HERE[language] + text, published="2023-08-20", language=language)) == ROW


def test_a_row_that_is_only_where_people_speak_of_it_had_none(tagged: Tagger) -> None:
    text = "Whether in Senegal, Ghana or Benin, people speak of how soldiers seized power in Gabon."
    assert told_of(tagged(text, published="2023-09-05", language="en")) == GABON


def test_who_goes_from_one_country_to_another_tells_no_coups_there(tagged: Tagger) -> None:
    text = HERE["en"] + "Trucks go from Mali to Burkina Faso again, drivers say, since officers seized power."
    told = told_of(tagged(text, published="2023-08-20", language="en"))
    assert ("mali-2020", "historical") not in told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The coup in Gabon looks little like the last army takeover, in Niger."),
        ("fr", "Le putsch au Gabon ressemble peu au précédent coup d'Etat, au Niger."),
        ("fr", "Le putsch au Gabon ressemble peu au coup d'Etat précédent, au Niger."),
        ("ar", "ويختلف انقلاب الغابون عن الانقلاب السابق، في النيجر."),
        ("ha", "Juyin mulkin Gabon ya bambanta da juyin mulkin da ya gabace shi, a Nijar."),
    ],
)
def test_the_coup_before_is_of_the_country_behind_a_comma(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(IN_GABON[language] + text, published="2023-09-07", language=language))
    assert told == GABON | {("niger-2023", "historical")}


def test_a_comma_behind_the_articles_own_coup_leads_elsewhere(tagged: Tagger) -> None:
    text = IN_GABON["en"] + "The last coup, in Libreville, took an hour. Niger sends rice."
    assert told_of(tagged(text, published="2023-09-13", language="en")) == GABON


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Coup scare: president sacks army chiefs",
            "The president of Ivory Coast named new army chiefs on Friday.",
        ),
        ("en", "Coup jitters in Abidjan", "Soldiers patrolled Abidjan in Ivory Coast on Friday."),
        ("fr", "Bruits de putsch en Côte d'Ivoire", "Le président ivoirien a remplacé vendredi les chefs de l'armée."),
        ("ar", "هواجس الانقلاب في ساحل العاج", "أقال رئيس ساحل العاج قادة الجيش يوم الجمعة."),
    ],
)
def test_a_scare_or_talk_of_one_is_no_coup(tagged: Tagger, language: str, title: str, text: str) -> None:
    told = told_of(tagged(text, title=title, published="2025-10-25", language=language))
    assert told == {("unspecified", "hypothetical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bloc suspended Niger on Friday. Its leaders regard what happened in Niger as an attempted coup."),
        (
            "fr",
            "Le bloc a suspendu le Niger et considère la situation au Niger comme une tentative de coup d'Etat.",
        ),
        ("ar", "علقت المجموعة عضوية النيجر الجمعة. واعتبر القادة الوضع في النيجر محاولة انقلاب."),
        (
            "ha",
            "Kungiyar ta dauki halin da ake ciki a Nijar a matsayin yunkurin juyin mulki.",
        ),
    ],
)
def test_what_happened_is_the_known_coup_even_where_some_call_it_an_attempt(
    tagged: Tagger, language: str, text: str
) -> None:
    assert told_of(tagged(text, published="2023-12-15", language=language)) == NIGER


def test_a_situation_after_an_attempt_is_not_that_attempt(tagged: Tagger) -> None:
    text = (
        "The junta that came out of last July's coup in Niger spoke on Friday. "
        "It described the situation in Niger after an attempted coup by some captains."
    )
    told = told_of(tagged(text, published="2023-12-15", language="en"))
    assert told > NIGER


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Captain Traore took over in October 2022 in Burkina Faso's second coup in only eight months."),
        (
            "fr",
            "En 2022, Traoré prend le pouvoir au Burkina Faso : c'est le deuxième putsch en seulement huit mois.",
        ),
    ],
)
def test_the_second_in_only_some_months_tells_the_first(tagged: Tagger, language: str, text: str) -> None:
    told = {event for event, _ in told_of(tagged(text, published="2023-07-31", language=language))}
    assert told == {"burkina-faso-2022-01", "burkina-faso-2022-09"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Mohamed Bazoum was driven out by a coup in Niger and has been held for 18 months, the UN said.",
        ),
        (
            "fr",
            "Mohamed Bazoum, renversé par un coup d'Etat au Niger, est détenu depuis un an et demi, dit l'ONU.",
        ),
        (
            "ha",
            "An hambarar da Mohamed Bazoum a juyin mulki a Nijar kuma ana tsare da shi fiye da shekara daya.",
        ),
    ],
)
def test_who_is_held_for_over_a_year_was_driven_out_as_long_ago(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published=None, language=language)) == {("niger-2023", "historical")}


def test_who_is_held_for_weeks_was_driven_out_of_late(tagged: Tagger) -> None:
    text = "Mohamed Bazoum was driven out by a coup in Niger and has been held for two weeks, the UN said."
    assert told_of(tagged(text, published=None, language="en")) == NIGER


def test_several_coups_are_none_of_which_it_is_the_day(tagged: Tagger) -> None:
    text = (
        "Ghana's new president wants reforms for Ghana. Bad times led to coups in neighbouring countries, he said in "
        "Ghana. Ghana has cocoa, Ghana has gold. Soldiers rule Burkina Faso, Niger and Mali. He said the coups that "
        "befell three Sahelian states could spread. Ghana votes in peace, Ghana trades."
    )
    told = {event for event, _ in told_of(tagged(text, title="Ghana: reforms", published="2024-12-17", language="en"))}
    assert told == {"burkina-faso-2022-09", "niger-2023", "mali-2020"}


def test_a_government_that_ends_a_pact_is_not_ended(tagged: Tagger) -> None:
    text = (
        "Paris took note. Chad's government has ended its defence pact with France, the army said on Thursday. "
        "French soldiers must leave Chad."
    )
    assert told_of(tagged(text, title="Chad and France", published=None, language="en")) == set()
