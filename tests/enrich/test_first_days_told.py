"""First days: a coup that is feared beside a siege, and soldiers who announce what others still call an attempt."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, entries_of, told_of

FEARS = [
    (
        "en",
        "Soldiers attempt mutiny in Niger",
        "Presidential guards barricaded the president of Niger inside his palace on Wednesday in an apparent "
        "mutiny. The "
        "standoff raised fears of a coup in a region that is used to them.",
    ),
    (
        "fr",
        "Niger : des gardes retiennent le président",
        "Des éléments de la garde présidentielle retiennent le président Bazoum dans son palais, et on redoute un coup "
        "d'État.",
    ),
    (
        "ar",
        "النيجر: الحرس يحتجز الرئيس",
        "يحتجز عناصر من الحرس الرئاسي الرئيس بازوم داخل قصره منذ الصباح، وسط مخاوف من انقلاب.",
    ),
    (
        "ha",
        "Nijar: Masu gadi sun rike shugaban kasa",
        "Dakarun fadar shugaban kasa sun tsare shugaba Bazoum a fadarsa tun safe, ana kuma fargabar juyin mulki.",
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), FEARS)
def test_a_coup_feared_beside_a_siege_is_told_as_feared_too(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    tags = tagged(text, title=title, published="2023-07-26", language=language)
    told = entries_of(tags)
    assert told == {("niger-2023", "attempted", "asserted"), ("niger-2023", "attempted", "hypothetical")}


def test_what_a_coup_would_mean_beside_a_siege_is_no_fear_of_its_own(tagged: Tagger) -> None:
    text = "Presidential guards hold the president of Niger inside his palace. A coup would end years of democracy."
    tags = tagged(text, title="Guards hold Niger's president", published="2023-07-26", language="en")
    assert told_of(tags) == {("niger-2023", "asserted")}


ANNOUNCED = [
    (
        "en",
        "UN chief condemns coup attempt in Niger",
        "He condemned the coup attempt on Thursday. The union spoke of an attempted coup too. Tinubu condemned the "
        "attempted "
        "coup. Meanwhile soldiers said that they had dissolved the constitution and suspended all institutions.",
    ),
    (
        "fr",
        "L'ONU condamne la tentative de coup d'État au Niger",
        "Il a condamné jeudi la tentative de coup d'État. L'Union parle aussi d'une tentative de putsch. Des "
        "militaires ont "
        "ont dit à la télévision avoir dissous la Constitution et suspendu toutes les institutions.",
    ),
    (
        "ar",
        "الأمم المتحدة تدين محاولة الانقلاب في النيجر",
        "أدان الأمين العام محاولة الانقلاب الخميس، وتحدث الاتحاد عن محاولة انقلاب أيضا. وقال عسكريون عبر التلفزيون "
        "إنهم أنهوا "
        "نظام الرئيس وعلقوا جميع المؤسسات.",
    ),
    (
        "ha",
        "MDD ta yi tir da yunkurin juyin mulki a Nijar",
        "Babban sakataren ya yi tir da yunkurin juyin mulkin ranar Alhamis. Tarayyar ma ta yi magana kan yunkurin "
        "juyin mulki. Sojoji sun ce a talabijin sun rushe kundin tsarin mulki kuma sun dakatar da hukumomin kasar.",
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), ANNOUNCED)
def test_soldiers_who_say_that_the_state_is_dissolved_have_done_it(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    tags = tagged(text, title=title, published="2023-07-27", language=language)
    assert {(coup.event, coup.type) for coup in tags.coups} == {("niger-2023", "realized")}


def test_a_day_on_what_nobody_announced_is_still_an_attempt(tagged: Tagger) -> None:
    text = "He condemned the coup attempt on Thursday. The union spoke of an attempted coup too. Guards hold him."
    tags = tagged(text, title="UN chief condemns coup attempt in Niger", published="2023-07-27", language="en")
    assert {(coup.event, coup.type) for coup in tags.coups} == {("niger-2023", "attempted")}
