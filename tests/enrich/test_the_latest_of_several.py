"""Counted coups of which one is called the latest, coups that run through a history, and what a text is no coup of."""

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger shuts its airspace", "Africa has seen seven coups in three years, and Niger's is the latest."),
        ("fr", "Le Niger ferme son ciel",
         "La région a connu sept coups d'Etat en trois ans, le dernier en date au Niger le 26 juillet."),
        ("ar", "النيجر تغلق مجالها الجوي", "شهدت المنطقة سبعة انقلابات في ثلاث سنوات، آخرها في النيجر."),
    ],
)  # fmt: skip
def test_the_others_are_told_with_the_latest_of_several(language: str, title: str, text: str, tagged: Tagger) -> None:
    told = told_of(tagged(text, title, published="2023-08-08", language=language))
    assert told == {("niger-2023", "asserted"), ("unspecified", "historical")}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger: presidency closed off",
         "Coups run through the history of this desert state. Guards hold the president."),
        ("fr", "Niger : présidence bloquée",
         "Les coups d'Etat jalonnent l'histoire du pays. Des gardes retiennent le président Bazoum."),
        ("ar", "إغلاق الرئاسة في النيجر", "الانقلابات تملأ تاريخ هذا البلد. حراس يحتجزون الرئيس بازوم."),
    ],
)  # fmt: skip
def test_coups_that_run_through_a_history_are_none_of_today(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    told = told_of(tagged(text, title, published="2023-07-26", language=language))
    assert told == {("niger-2023", "asserted"), ("unspecified", "historical")}


def test_months_after_one_that_failed_nobody_is_held_by_it(tagged: Tagger) -> None:
    text = "Gwamna Zulum ya karbi lambar girmamawa daga hannun Shugaban Nijar, Mohammed Bazoum."
    assert not tagged(text, "Lambar girmamawa ga Zulum", published="2021-08-04", language="ha").coups


def test_who_does_not_know_whether_it_is_one_denies_none(tagged: Tagger) -> None:
    text = "Sojoji sun kewaye fadar shugaban kasa. Ba a san ko juyin mulki ne ba."
    told = told_of(tagged(text, "Nijar: Masu gadin fada sun rufe hanya", published="2023-07-26", language="ha"))
    assert "negated" not in {status for _, status in told}


def test_both_coups_of_these_weeks_are_topics_of_an_essay_on_coups(tagged: Tagger) -> None:
    text = (
        "It is a month since soldiers toppled Niger's government. In Gabon officers removed Ali Bongo last week. "
        "With those in Mali and Guinea it is a row."
    )
    told = told_of(tagged(text, "Coups in Africa: the old power pays", published="2023-09-06", language="en"))
    assert {("niger-2023", "asserted"), ("gabon-2023", "asserted")} <= told
