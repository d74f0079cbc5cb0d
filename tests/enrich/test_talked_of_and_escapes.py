"""Coups that somebody will only talk of, and a plan to destabilise that is no more than an escape."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

BOTH = {("guinea-bissau-2025", "asserted"), ("benin-2025-attempt", "asserted")}
TALKED = [
    ("en", "The leaders will discuss the recent military takeovers in Benin Republic and Guinea-Bissau."),
    ("en", "They are set to review the latest coups in Guinea-Bissau and Benin."),
    ("fr", "Les dirigeants vont discuter des coups d'État en Guinée-Bissau et au Bénin."),
    ("fr", "Les ministres allaient examiner les récents coups d'État en Guinée-Bissau et au Bénin."),
    ("ar", "وسيناقش القادة الانقلابين الأخيرين في غينيا بيساو وبنين."),
    ("ha", "Shugabannin za su tattauna kan juyin mulkin da aka yi a Guinea-Bissau da Benin."),
]


@pytest.mark.parametrize(("language", "text"), TALKED)
def test_coups_that_leaders_will_discuss_are_facts(tagged: Tagger, language: str, text: str) -> None:
    tags = tagged(text, title="ECOWAS", published="2025-12-14", language=language)
    assert told_of(tags) == BOTH


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Officers in Bissau will stage coups again, a colonel told the court, and their chief was planning a coup.",
        ),
        ("fr", "Des officiers vont faire un coup d'État à Bissau, a dit un colonel au tribunal."),
    ],
)
def test_what_officers_will_do_is_still_planned(tagged: Tagger, language: str, text: str) -> None:
    tags = tagged(text, title="Bissau", published="2025-12-14", language=language)
    assert {status for _, status in told_of(tags)} <= {"future", "hypothetical"}
    assert tags.coups


ESCAPES = [
    (
        "en",
        "Niger junta says Bazoum tried to escape",
        "The junta of Niger said on Thursday that it had foiled an attempt by ousted President Mohamed Bazoum to "
        "escape. "
        "Soldiers were among his helpers. The forces had foiled a plan to destabilise the country, its spokesman said.",
    ),
    (
        "fr",
        "Niger : la junte dit que Bazoum a tenté de s'évader",
        "La junte a dit jeudi avoir déjoué une tentative d'évasion du président renversé Bazoum. Des militaires "
        "l'aidaient. Un complot visant à déstabiliser le pays a été déjoué, a dit son porte-parole.",
    ),
    (
        "ar",
        "المجلس العسكري في النيجر: بازوم حاول الفرار",
        "قال المجلس العسكري الخميس إنه أحبط محاولة فرار للرئيس المخلوع محمد بازوم بمساعدة جنود. وقال المتحدث باسمه "
        "إن القوات "
        "أحبطت مخططا لزعزعة استقرار البلاد.",
    ),
    (
        "ha",
        "Sojin Nijar sun ce Bazoum ya yi yunkurin tserewa",
        "Gwamnatin sojin Nijar ta ce ranar Alhamis ta dakile yunkurin tserewar hambararren shugaba Mohamed Bazoum. "
        "Dakarun "
        "sun dakile shirin tayar da zaune tsaye a kasar, in ji kakakinta.",
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), ESCAPES)
def test_an_escape_that_a_junta_calls_a_plan_to_destabilise_is_no_plot(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    tags = tagged(text, title=title, published="2023-10-20", language=language)
    assert told_of(tags) == {("niger-2023", "asserted")}


def test_a_plan_to_destabilise_without_an_escape_is_a_plot(tagged: Tagger) -> None:
    text = (
        "The junta of Niger said on Thursday that ten officers were held. They had made a plan to destabilise the "
        "country, which the forces foiled, its spokesman said."
    )
    tags = tagged(text, title="Niger junta holds ten officers", published="2023-10-20", language="en")
    assert ("unspecified", "asserted") in told_of(tags)


def test_whom_a_movement_helped_to_force_out_was_unseated(tagged: Tagger) -> None:
    text = (
        "Colonel Goita was sworn in after the coup of 24 May in Mali. The movement had helped soldiers to force out "
        "President "
        "Keita last August."
    )
    tags = tagged(text, title="Mali's Goita names premier", published="2021-06-07", language="en")
    assert {event for event, _ in told_of(tags)} == {"mali-2020", "mali-2021"}
