"""Kinds that fresh Hausa texts showed, and their neighbours in the other languages: coups that are only counted, a
palace that soldiers tried to take, what makes soldiers do so."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, told_of

NIGER = ("niger-2023", "asserted")
PAST = ("unspecified", "historical")
HA = ("ha", "Sojojin Nijar sun nada ministoci", "Sojojin da suka hambarar da Bazoum sun kori jakada. ")
EN = ("en", "Niger junta names ministers", "They hold Bazoum. ")
FR = ("fr", "La junte du Niger nomme des ministres", "Elle détient Bazoum. ")


@pytest.mark.parametrize(
    ("of", "text"),
    [
        (HA, "Kasar ta fuskanci juyin mulki sau biyar tun samun 'yancin kai."),
        (HA, "An sha yin juyin mulki a kasar tun bayan samun 'yanci."),
        (HA, "An yi juye-juyen mulki da dama a tarihinta."),
        (HA, "A juye-juyen mulki na baya ba a kashe kowa ba."),
        (HA, "Yawan juyin mulki a yankin ya haura sittin."),
        (HA, "Juyin mulkin da aka yi da wadanda suka gaza sun zarce dari."),
        (EN, "Coups in the region number more than a hundred."),
        (EN, "The region has seen more than a hundred coups."),
        (FR, "Les coups d'État dépassent la centaine dans la région."),
        (FR, "La région a connu plus de cent coups d'État."),
    ],
)
def test_coups_only_counted_are_none_in_particular(of: tuple[str, str, str], text: str, tagged: Tagger) -> None:
    language, title, held = of
    tags = tagged(held + text, title=title, published="2023-08-14", language=language)
    assert told_of(tags) == {NIGER, PAST}


@pytest.mark.parametrize(
    ("text", "coups"),
    [
        ("A Nijar an yi juyin mulki sau hudu, na karshe a 2010.", {NIGER, ("niger-2010", "historical")}),
        ("An yi juyin mulki sau biyu a Mali tun 2020.",
         {NIGER, ("mali-2020", "historical"), ("mali-2021", "historical")}),
    ],
)
def test_those_with_a_year_or_a_country_are_told_one_by_one(text: str, coups: Told, tagged: Tagger) -> None:
    language, title, held = HA
    assert told_of(tagged(held + text, title=title, published="2023-08-14", language=language)) == coups



@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In March 2021 his unit stopped soldiers who tried to seize the palace days before Mohamed Bazoum was "
               "sworn in. He led the coup this week in Niger."),
        ("fr", "En mars 2021, son unité a repoussé des soldats qui tentaient de prendre le palais, deux jours avant "
               "l'investiture de Mohamed Bazoum. Il a mené le coup d'État de cette semaine au Niger."),
        ("ar", "في مارس 2021 تصدت وحدته لجنود حاولوا الاستيلاء على القصر الرئاسي قبل أيام من تنصيب محمد بازوم. "
               "وقاد انقلاب هذا الأسبوع في النيجر."),
        ("ha", "A watan Maris na 2021 ya dakile sojoji da suka so kwace fadar shugaban kasa kwana biyu kafin a rantsar "
               "da Mohamed Bazoum. Shi ne ya jagoranci juyin mulkin makon nan a Nijar."),
    ],
)
def test_soldiers_who_once_tried_to_take_the_palace_are_of_the_coup_that_failed(
    language: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title="General Tiani", published="2023-07-29", language=language)
    assert told_of(tags) == {NIGER, ("niger-2021-attempt", "historical")}


def test_bandits_at_a_palace_of_an_emir_make_no_coup(tagged: Tagger) -> None:
    text = "Yan bindiga sun so kwace fadar sarki a Zamfara, sojoji suka hana su."
    assert not tagged(text, title="Yan bindiga sun kai hari", published="2023-08-29", language="ha").coups


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Scholars discuss coups in West Africa",
         "They asked what makes soldiers take power from civilians. They met for two days. One came from Mali."),
        ("fr", "Des chercheurs débattent des putschs en Afrique de l'Ouest",
         "Ils se demandent ce qui pousse les militaires à prendre le pouvoir. Ils siègent deux jours. "
         "L'un vient du Mali."),
        ("ar", "باحثون يناقشون أسباب الانقلابات في غرب أفريقيا",
         "وتساءلوا عما يدفع الجنود إلى الاستيلاء على السلطة. واجتمعوا يومين. وجاء أحدهم من مالي."),
        ("ha", "Masana sun tattauna kan dalilan juyin mulki a Afirka ta Yamma",
         "Sun duba abin da ke sa sojoji karbar ragamar mulki. Sun shafe kwana biyu. Daya daga cikinsu dan Mali ne."),
    ],
)
def test_what_makes_soldiers_take_power_is_asked_of_no_country(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert told_of(tagged(text, title=title, published="2023-10-31", language=language)) == {PAST}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In three years states have fallen into the hands of soldiers, the latest Niger and Gabon in August."),
        ("ar", "وسقطت ست دول أفريقية في أيدي العسكريين، آخرها النيجر في يوليو والغابون في أغسطس."),
        ("ha", "Kasashe shida na Afirka sun fada hannun sojoji, na karshe su ne Nijar a watan Yuli da Gabon a Agusta."),
    ],
)
def test_states_that_fell_into_the_hands_of_soldiers_are_told_by_name(
    language: str, text: str, tagged: Tagger
) -> None:
    found = {event for event, _ in told_of(tagged(text, title="", published="2023-10-31", language=language))}
    assert found == {"niger-2023", "gabon-2023"}
    caught = "'Yan fashi sun fada hannun sojoji a Nijar."
    assert not tagged(caught, title="An kama barayi", published="2023-10-31", language="ha").coups
