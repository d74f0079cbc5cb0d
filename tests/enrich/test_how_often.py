"""Coups that are only counted, or told as what a country is used to, are of none in particular."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

NEWS = {
    "en": "The junta that toppled Niger's president Mohamed Bazoum said that it would try him. ",
    "fr": "La junte qui a renversé le président du Niger, Mohamed Bazoum, annonce qu'il sera jugé. ",
    "ar": "أعلن المجلس العسكري الذي أطاح برئيس النيجر محمد بازوم أنه سيحاكمه. ",
    "ha": "Sojojin da suka hambarar da shugaban Nijar Mohamed Bazoum sun ce za su gurfanar da shi. ",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers have seized power four times since independence in 1960."),
        ("en", "The army has taken power four times in Niger's history."),
        ("en", "The history of Niger is full of military coups."),
        ("en", "The country's past is littered with coups."),
        ("en", "Niger is no stranger to coups."),
        ("en", "There have been seven coups in the region in three years."),
        ("en", "A tsunami of military coups is sweeping across former French colonies."),
        ("fr", "L'armée a pris le pouvoir à quatre reprises depuis l'indépendance en 1960."),
        ("fr", "Le Niger est un habitué des coups d'État."),
        ("fr", "Une vague de putschs secoue l'Afrique de l'Ouest."),
        ("ar", "وقد شهدت البلاد أربع عمليات انقلاب منذ استقلالها عن فرنسا سنة 1960."),
        ("ar", "استولى الجيش على السلطة أربع مرات منذ الاستقلال."),
        ("ar", "تاريخ النيجر حافل بالانقلابات."),
        ("ha", "Sojoji sun kwace mulki sau hudu tun bayan samun yancin kai a 1960."),
        ("ha", "Kasar ta ga juyin mulki hudu tun bayan samun yancin kai."),
        ("ha", "Tarihin Nijar cike yake da juye-juyen mulki."),
        ("ha", "Guguwar juyin mulki na kadawa a yammacin Afirka."),
    ],
)
def test_coups_that_are_only_counted_are_of_none(language: str, text: str, tagged: Tagger) -> None:
    tags = tagged(NEWS[language] + text, language=language, published="2023-08-14")
    told = told_of(tags)
    assert told == {("niger-2023", "asserted"), ("unspecified", "historical")}


def test_of_those_counted_the_last_is_told_with_its_month(tagged: Tagger) -> None:
    text = NEWS["en"] + "It has seen four coups in its history, most recently a February 2010 putsch against Tandja."
    told = {c.event for c in tagged(text, published="2023-08-14").coups}
    assert told == {"niger-2023", "niger-2010", "unspecified"}


def test_coups_of_named_years_are_told_one_by_one(tagged: Tagger) -> None:
    text = NEWS["en"] + "Soldiers have seized power four times: in 1974, 1996, 1999 and 2010."
    told = {c.event for c in tagged(text, published="2023-08-14").coups}
    assert told == {"niger-2023", "niger-1974", "niger-1996", "niger-1999", "niger-2010"}


def test_how_often_somebody_was_called_counts_no_coups(tagged: Tagger) -> None:
    text = NEWS["en"] + "Tchiani, who seized power, was called three times by the bloc."
    assert {c.event for c in tagged(text, published="2023-08-14").coups} == {"niger-2023"}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ar", "النيجر تطلب من الصليب الأحمر الرحيل",
         "أبلغت وزارة الخارجية في النيجر المنظمة بأن عليها مغادرة البلاد. وتحكم النيجر سلطة جاءت بانقلاب يوليو 2023."),
        ("fr", "Le Niger dépose plainte contre RFI",
         "Les autorités accusent la radio d'avoir menti sur une attaque. La junte dirige le pays depuis juillet 2023."),
    ],
)  # fmt: skip
def test_a_state_that_sends_away_or_sues_acts(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title=title, language=language, published="2025-02-06").alert


def test_what_an_officer_has_become_is_his_life(tagged: Tagger) -> None:
    text = (
        "Jusqu'à vendredi, peu de gens connaissaient son visage. Le général Abdourahamane Tiani, chef de la junte, "
        "commandait depuis 2011 la garde qui a renversé Mohamed Bazoum. Il est né près de Filingué."
    )
    title = "Abdourahamane Tiani, l'homme discret devenu maître de Niamey"
    assert not tagged(text, title=title, language="fr", published="2023-07-30").alert


def test_coups_that_are_only_counted_make_no_attack_a_piece_on_the_crisis(tagged: Tagger) -> None:
    text = "Gunmen fired at a market in Tillia, a mayor said. The history of Niger is full of military coups."
    tags = tagged(text, title="Sixteen dead in an ambush in western Niger", published=None)
    assert (tags.crises[0].salience, tags.alert) == ("background", False)


@pytest.mark.parametrize(
    ("language", "row", "two"),
    [
        ("en", "The region has seen coups since 2020, in Mali, Guinea and Burkina Faso.", False),
        ("fr", "La région est secouée par des putschs depuis 2020, au Mali, en Guinée et au Burkina Faso.", False),
        ("en", "Mali and Burkina Faso have seen coups since 2020.", True),
        ("fr", "Le Mali et le Burkina Faso ont connu des putschs depuis 2020.", True),
    ],
)
def test_of_three_countries_and_more_a_row_since_a_year_tells_one_coup_each(
    language: str, row: str, two: bool, tagged: Tagger
) -> None:
    told = {c.event for c in tagged(NEWS[language] + row, language=language, published="2023-08-14").coups}
    assert ({"mali-2020", "mali-2021"} <= told) is two
    assert "mali-2020" in told
