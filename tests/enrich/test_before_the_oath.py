"""The attempt that failed days before a president took office, as texts tell it beside the coup of these weeks."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

NEWS = {
    "en": "Soldiers toppled Mohamed Bazoum in Niger. ",
    "fr": "Des militaires ont renversé Mohamed Bazoum au Niger. ",
    "ar": "أطاح عسكريون بمحمد بازوم في النيجر. ",
    "ha": "Sojoji sun hambarar da Mohamed Bazoum a Nijar. ",
}
TITLES = {"en": "Niger coup", "fr": "Putsch au Niger", "ar": "انقلاب النيجر", "ha": "Juyin mulki a Nijar"}
COUP = ("niger-2023", "asserted")


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Two days before he was sworn in, an attempted coup was foiled."),
        ("en", "A coup attempt was thwarted shortly before his inauguration."),
        ("en", "Even before he was sworn in there was a failed putsch."),
        ("en", "Days before he took office an attempted coup was foiled."),
        ("en", "There had been an attempt in March 2021, when a unit marched on the city."),
        ("fr", "Une tentative de coup d'Etat avait été déjouée quelques jours avant son investiture."),
        ("fr", "Deux jours avant sa prestation de serment, une tentative de putsch avait échoué."),
        ("fr", "Avant même de prêter serment, il avait été visé par une tentative de coup."),
        ("fr", "Il avait échappé à une tentative en mars 2021."),
        ("ar", "وكانت محاولة انقلاب قد أحبطت قبل أيام من تنصيبه."),
        ("ar", "وقبل يومين من أدائه اليمين فشلت محاولة انقلابية."),
        ("ar", "ونجا من محاولة انقلاب قبيل توليه الرئاسة."),
        ("ar", "وشهدت البلاد محاولة انقلاب فاشلة قبل تنصيبه بيومين."),
        ("ar", "وجرت محاولة في مارس 2021."),
        ("ha", "An dakile yunkurin juyin mulki 'yan kwanaki kafin a rantsar da shi."),
        ("ha", "Kwana biyu kafin ya karbi mulki aka yi yunkurin juyin mulki bai yi nasara ba."),
        ("ha", "Tun kafin rantsar da shi aka so a yi masa juyin mulki, amma yunkurin ya ci tura."),
        ("ha", "An yi wani yunkuri a watan Maris na 2021."),
    ],
)
def test_an_attempt_before_he_took_office_is_that_of_2021(tagged: Tagger, language: str, text: str) -> None:
    tags = tagged(NEWS[language] + text, title=TITLES[language], published="2023-08-10", language=language)
    assert told_of(tags) == {COUP, ("niger-2021-attempt", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Days before he took office he had promised to fight corruption."),
        ("en", "The attempted coup of 26 July was at first denied."),
        ("en", "In March 2021 gunmen tried to enter a village."),
        ("en", "Before he took office in 2021 he won a vote."),
        ("fr", "Quelques jours avant son investiture il avait promis des écoles."),
        ("fr", "La tentative de coup du 26 juillet avait surpris."),
        ("fr", "En mars 2021, des hommes armés avaient attaqué des villages."),
        ("fr", "Une tentative de médiation avait échoué en mars 2021."),
        ("ar", "وقبل أيام من تنصيبه وعد ببناء مدارس."),
        ("ar", "وفي مارس 2021 حاول مسلحون دخول قرية."),
        ("ar", "وفاز بازوم في انتخابات 2021."),
        ("ha", "Kafin a rantsar da shi ya yi alkawarin gina makarantu."),
        ("ha", "A watan Maris na 2021 'yan bindiga sun shiga wani kauye."),
        ("ha", "Ya lashe zaben 2021."),
    ],
)
def test_what_else_was_then_or_was_tried_is_none(tagged: Tagger, language: str, text: str) -> None:
    tags = tagged(NEWS[language] + text, title=TITLES[language], published="2023-08-10", language=language)
    assert told_of(tags) == {COUP}


def test_an_attempt_before_nobody_took_office_is_not_dated_by_it(tagged: Tagger) -> None:
    text = "In Chad a coup attempt was foiled days before his inauguration."
    assert ("niger-2021-attempt", "historical") not in told_of(tagged(text, published="2023-08-10", language="en"))
