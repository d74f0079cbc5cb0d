"""Periods before a count, countries behind one, coups that nobody has counted, and whether there was one: no.

Each sample is in our own words.
"""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

GABON = ("gabon-2023", "asserted")
OTHERS = ("unspecified", "historical")


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "ar",
            "الغابون: جنود يستولون على السلطة",
            "وخلال ثلاث سنوات هذه هي المرة الثامنة التي يستولي فيها الجيش على السلطة في المنطقة.",
        ),
        (
            "en",
            "Gabon's soldiers seize power",
            "Within three years this is the eighth time that soldiers have taken over in the region.",
        ),
        (
            "fr",
            "Gabon : des soldats prennent le pouvoir",
            "En trois ans, c'est la huitième fois que l'armée prend le pouvoir dans la région.",
        ),
        (
            "ha",
            "Sojoji sun kwace mulki a Gabon",
            "A cikin shekara uku, wannan ne karo na takwas da sojoji ke kwace mulki a yankin.",
        ),
    ],
)
def test_a_period_may_stand_before_its_count(tagged: Tagger, language: str, title: str, text: str) -> None:
    assert told_of(tagged(text, title, "2023-09-05", language)) == {GABON, OTHERS}


def test_a_count_of_its_own_country_without_a_period_tells_no_others(tagged: Tagger) -> None:
    text = "For years nobody had heard of Gabon. This is the second time that soldiers say so."
    assert told_of(tagged(text, "Gabon's soldiers seize power", "2023-09-05", "en")) == {GABON}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "ar",
            "الغابون: جنود يستولون على السلطة",
            "شهدت المنطقة ثمانية انقلابات منذ 2020، انقلابا النيجر والغابون من بينها.",
        ),
        (
            "en",
            "Gabon's soldiers seize power",
            "West Africa has had eight coups since 2020, Niger's and Gabon's among them.",
        ),
        (
            "fr",
            "Gabon : des soldats prennent le pouvoir",
            "La région a connu huit coups d'Etat depuis 2020, ceux du Niger et du Gabon compris.",
        ),
        (
            "ha",
            "Sojoji sun kwace mulki a Gabon",
            "An yi juyin mulki takwas a yankin tun 2020, na Nijar da na Gabon na ciki.",
        ),
    ],
)
def test_countries_behind_a_count_are_among_others(tagged: Tagger, language: str, title: str, text: str) -> None:
    assert told_of(tagged(text, title, "2023-09-05", language)) == {GABON, OTHERS, ("niger-2023", "historical")}


def test_three_countries_behind_a_count_of_three_are_all(tagged: Tagger) -> None:
    text = "The region has had three coups since 2021, Niger's, Guinea's and Gabon's, all of them by guards."
    told = told_of(tagged(text, "Gabon's soldiers seize power", "2023-09-05", "en"))
    assert told == {GABON, ("niger-2023", "historical"), ("guinea-2021", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أطاح جنود بالرئيس بازوم في النيجر. لا أحد يعرف كم انقلابا شهدته أفريقيا."),
        ("en", "Soldiers toppled Niger's Bazoum in July. No one knows how many coups there were in Africa."),
        ("fr", "Des soldats ont renversé Bazoum au Niger. Nul ne sait combien de putschs l'Afrique a connus."),
        ("ha", "Sojoji sun hambarar da Bazoum na Nijar. Babu wanda ya san adadin juyin mulkin da aka yi a Afirka."),
    ],
)
def test_who_has_not_counted_them_denies_none(tagged: Tagger, language: str, text: str) -> None:
    assert "negated" not in {status for _, status in told_of(tagged(text, published="2023-09-05", language=language))}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "لا أحد ينسى انقلاب 15 يناير 1966 في نيجيريا."),
        ("en", "No one can mention the putsch of 15 January 1966 in Nigeria without stirring up passion."),
        ("fr", "Nul n'a oublié le coup d'Etat de janvier 1966 au Nigeria."),
        ("ha", "Babu wanda ya manta da juyin mulkin Janairun 1966 a Najeriya."),
    ],
)
def test_what_no_one_forgets_there_was(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2024-08-10", language=language)) == {("nigeria-1966-01", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "هل وقع انقلاب في السنغال؟ الجيش ينفي ذلك."),
        ("en", "Was there a coup in Ivory Coast? The army says no."),
        ("en", "Rumours spoke of a coup in Ivory Coast on Tuesday. The army denies it."),
        ("fr", "Y a-t-il eu un coup d'Etat au Sénégal ? L'armée dément."),
        ("ha", "An yi juyin mulki a Senegal? Sojoji sun musanta."),
    ],
)
def test_whether_there_was_one_is_answered_no(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2023-08-10", language=language)) == {("unspecified", "negated")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "هل يغادر السفير؟ باريس تقول لا. الانقلاب في النيجر لم يغير شيئا."),
        ("en", "Will the envoy leave? Paris says no. The coup in Niger has changed nothing, it adds."),
        ("en", "Soldiers hold Niger since the coup. Do coups cure what democracy got wrong? No. They never did."),
        ("fr", "L'ambassadeur partira-t-il ? Paris dément. Le coup d'Etat au Niger n'y change rien."),
        ("ha", "Jakadan zai tafi? Paris ta ce a'a. Juyin mulkin Nijar bai sauya komai ba."),
    ],
)
def test_no_to_another_question_denies_no_coup(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2023-08-10", language=language)) == {("niger-2023", "asserted")}
