"""Coups of undated texts that a day alone dates, attempts of the year above them, and what was told that was a coup.

Each sample is in our own words.
"""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أعلن جنود الحرس الرئاسي في بوركينا فاسو يوم 17 سبتمبر استيلاءهم على السلطة."),
        ("en", "On 17 September the guards of Burkina Faso's palace announced that they had seized power."),
        ("fr", "Le 17 septembre, des gardes ont annoncé au Burkina Faso qu'ils avaient pris le pouvoir."),
        ("ha", "A ranar 17 ga watan Satumba, dogarawan fadar shugaban Burkina Faso sun ce sun kwace mulki."),
    ],
)
def test_a_day_alone_tells_which_coup_an_undated_text_means(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published=None, language=language))
    assert told == {("burkina-faso-2015-attempt", "historical")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Burkina Faso remembers the 15 October coup, in which its captain died.", "burkina-faso-1987"),
        ("Burkina Faso has a captain for president since the coup of 30 September.", "burkina-faso-2022-09"),
        ("On 17 September, a year after the coup, Burkina Faso's captain opened a school.", "burkina-faso-2022-09"),
    ],
)
def test_the_day_is_that_of_the_coup_beside_it(tagged: Tagger, text: str, event: str) -> None:
    assert {told for told, _ in told_of(tagged(text, published=None, language="en"))} == {event}


@pytest.mark.parametrize(
    ("language", "title", "text", "event"),
    [
        ("ar", "السودان، 1976: محاولة فاشلة", "دخل مسلحون الخرطوم في محاولة انقلاب ضد نميري.", "sudan-1976-attempt"),
        (
            "ar",
            "",
            "في عام 1995 كانت نيجيريا تحت حكم أباتشا. وأدت محاولة الانقلاب إلى محاكمة عشرات الضباط.",
            "nigeria-1995-attempt",
        ),
        (
            "en",
            "Nigeria, 1995: officers in the dock",
            "A tribunal sentenced forty men over an attempted coup against Abacha.",
            "nigeria-1995-attempt",
        ),
        (
            "en",
            "",
            "In 1989 Burkina Faso was ruled by Compaoré. The attempted coup was led by two of his aides.",
            "burkina-faso-1989-attempt",
        ),
        (
            "fr",
            "Burkina Faso, 1989 : des officiers fusillés",
            "Ils étaient accusés d'une tentative de coup d'Etat contre Blaise Compaoré.",
            "burkina-faso-1989-attempt",
        ),
        (
            "ha",
            "",
            "A shekarar 1995 Abacha ne ke mulkin Najeriya. Yunkurin juyin mulkin ya kai sojoji da dama kotu.",
            "nigeria-1995-attempt",
        ),
    ],
)
def test_an_attempt_is_of_the_year_that_stands_above_it(
    tagged: Tagger, language: str, title: str, text: str, event: str
) -> None:
    assert told_of(tagged(text, title, None, language)) == {(event, "historical")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("In 2015 Burkina Faso was led by Kafando. The attempted coup lasted a week.", "burkina-faso-2015-attempt"),
        ("He was born in 1989 in Burkina Faso. The coup attempt was foiled today.", "burkina-faso-2026-attempt"),
    ],
)
def test_a_known_attempt_and_one_of_today_stay_what_they_are(tagged: Tagger, text: str, event: str) -> None:
    assert {told for told, _ in told_of(tagged(text, published=None, language="en"))} == {event}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "بعد 63 عاما على الاستقلال أطاح جنود بالرئيس بازوم في النيجر."),
        ("en", "Sixty years after independence, soldiers have toppled the president of Niger."),
        ("fr", "Le 3 août, soixante ans après l'indépendance, la junte du Niger a appelé à manifester."),
        ("ha", "Shekaru 60 bayan samun 'yancin kai, sojoji sun hambarar da shugaba Bazoum a Nijar."),
    ],
)
def test_years_of_independence_are_not_those_since_the_coup(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published=None, language=language)) == {("niger-2023", "asserted")}


def test_the_day_of_independence_looks_back_on_no_coup(tagged: Tagger) -> None:
    text = "General Tiani told a crowd in Niamey that the envoy of France must go."
    tags = tagged(text, "Niger's junta chief speaks on independence anniversary", "2023-08-03", "en")
    assert tags.alert


def test_years_since_a_coup_are_counted(tagged: Tagger) -> None:
    text = "Sixty years after independence Niger votes. Ten years after the coup the officer who led it is free."
    assert told_of(tagged(text, published="2020-12-03", language="en")) == {("niger-2010", "historical")}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ar", "توماس سانكارا", "تولى سانكارا السلطة في بوركينا فاسو عام 1983. وكان ذلك ثالث انقلاب في العقد."),
        ("en", "Thomas Sankara", "He became president of Burkina Faso in 1983. It was the third putsch of the decade."),
        ("en", "Thomas Sankara", "He was a captain when the coup made him president of what is now Burkina Faso."),
        ("fr", "Thomas Sankara", "Il fut président du Burkina Faso en 1983. C'était le troisième putsch en dix ans."),
        ("ha", "Thomas Sankara", "Ya hau mulkin Burkina Faso a 1983. Shi ne juyin mulki na uku a shekaru goma."),
    ],
)
def test_an_old_story_does_not_tell_the_latest_coup(tagged: Tagger, language: str, title: str, text: str) -> None:
    assert told_of(tagged(text, title, "2023-10-15", language)) == {("burkina-faso-1983", "historical")}


def test_the_second_of_a_year_is_the_latest_where_that_is_told(tagged: Tagger) -> None:
    text = "Captain Traoré took power in Burkina Faso in 2022. It was the second coup of the year."
    told = told_of(tagged(text, published="2023-10-15", language="en"))
    assert ("burkina-faso-2022-09", "historical") in told
    assert "burkina-faso-1983" not in {event for event, _ in told}
