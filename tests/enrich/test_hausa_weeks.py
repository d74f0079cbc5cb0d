"""Kinds that Hausa feeds of the crisis' first seven weeks got wrong, in words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, told_of

BOTH: Told = {("mali-2020", "historical"), ("burkina-faso-2022-09", "historical"), ("niger-2023", "asserted")}

COUPS: list[tuple[str, str, str, Told]] = [
    # where the same was done, behind two countries
    ("2023-08-03", "ECOWAS ta aike da wakilai zuwa Yamai",
     "Mako guda ke nan da sojoji suka hambarar da Bazoum a Nijar. Burkina Faso da Mali, inda can ma aka yi juyin "
     "mulki, ba su halarta ba.", BOTH),
    ("2023-08-03", "Amurka ta rufe ofishin jakadancinta a Yamai",
     "Nijar ce kasa ta uku da sojoji suka yi wa juyin mulki a yankin,baya ga Mali da Burkina Faso.", BOTH),
    # who hold the reins of several
    ("2023-07-29", "Kasashe sun yi tir da juyin mulkin Nijar",
     "A halin yanzu sojoji ne ke rike da shugabancin kasashen Mali da Burkina Faso.", BOTH),
    # "both countries"
    ("2023-08-14", "Burkina Faso da Mali za su tura jiragen yaki Nijar",
     "Gwamnatocin sojin kasashen biyu na goyon bayan wadanda suka hambarar da Bazoum.", BOTH),
    # each its year, in whichever order
    ("2023-08-20", "Sojoji sun karbe mulki a Mali da Burkina Faso a 2020 da 2022", "Yankin Sahel na cikin rikici.",
     {("mali-2020", "historical"), ("burkina-faso-2022-09", "asserted")}),
    ("2023-08-20", "Nijar ta samu goyon baya",
     "Gwamnatocin Burkina Faso da Mali, wadanda aka kafa bayan da sojoji suka karbe mulki a 2020 da 2022, suna goyon "
     "bayan wadanda suka hambarar da Bazoum.",
     {("mali-2020", "historical"), ("burkina-faso-2022-09", "historical"), ("niger-2023", "asserted")}),
    # the chief of Sudan's army at war is no junta
    ("2023-08-25", "Shugaban sojin Sudan ya gana da Sisi", "Janar Burhan na yaki da dakarun RSF.", set()),
    # a pair behind who did it
    ("2023-09-02", "Shugaban Togo ya sauya masu gadinsa",
     "Ya yi hakan ne bayan juyin mulkin da sojoji suka yi a kasashen Nijar da Gabon.",
     {("niger-2023", "historical"), ("gabon-2023", "historical")}),
    # there was one, whoever would not have it at home
    ("2023-09-02", "Shugaban Togo ya sauya masu gadinsa",
     "Matakin na kauce wa irin juyin mulkin da sojoji suka yi a Gabon ne.", {("gabon-2023", "historical")}),
    # they of whom the sentence before tells
    ("2023-08-30", "Sojojin Gabon sun soke zabe", "Sun ce sun kawo karshen gwamnatin Ali Bongo.",
     {("gabon-2023", "asserted")}),
    ("2023-08-30", "Sojojin Najeriya sun kashe mahara", "Sun kwace bindigogi.", set()),
    # who once ruled with soldiers
    ("2023-08-12", "Tsohon shugaban ƙasa na mulkin soja ya isa Kano", "Janar Babangida zai halarci biki.", set()),
    # where none ever was
    ("2023-09-04", "Sojoji sun hambarar da shugaban Gabon", "Kasashe kalilan ne ba a taba yin juyin mulki ba.",
     {("gabon-2023", "asserted"), ("unspecified", "negated")}),
    ("2023-09-04", "Sojoji sun hambarar da shugaban Gabon",
     "Tarihin yankin bai cika ba idan ba a fadi juyin mulkin da aka yi ba.", {("gabon-2023", "asserted")}),
    # only what may come
    ("2023-09-02", "Shugaban Togo ya sauya hafsoshi",
     "Masana sun ce talauci na iya haddasa juyin mulki a Togo.", {("unspecified", "hypothetical")}),
    ("2023-09-02", "Shugaban Togo ya sauya hafsoshi",
     "Ministan ya ce juyin mulki zai iya faruwa a ko'ina.", {("unspecified", "hypothetical")}),
    ("2023-08-12", "Masana sun yi gargadi kan Nijar",
     "Sun ce juyin mulkin zai iya haddasa karancin abinci.", {("niger-2023", "asserted")}),
    # power, and no man, is in soldiers' hands
    ("2023-08-31", "Sojoji sun kwace mulki a Gabon", "A Guinea ma mulki na hannun sojoji tun 2021.",
     {("gabon-2023", "asserted"), ("guinea-2021", "historical")}),
    ("2023-08-12", "An kama dan fashi a Sakkwato", "Rundunar ta ce yana hannun sojoji tun jiya.", set()),
    # a line that leads on, and the headline below it
    ("2023-08-14", "Aikin titi a Katsina",
     "Gwamna ya kaddamar da aikin.\n\nKara karanta wannan\n\nSojojin Nijar sun kori jakada bayan juyin mulki\n\nAikin "
     "zai lakume biliyan biyu.", set()),
]


@pytest.mark.parametrize(("published", "title", "text", "coups"), COUPS, ids=[f"{c[1]}: {c[2][:30]}" for c in COUPS])
def test_coups_and_what_became_of_them(tagged: Tagger, published: str, title: str, text: str, coups: Told) -> None:
    assert told_of(tagged(text, title=title, published=published, language="ha")) == coups


ALERTS = [
    # attacks and debts in the weeks after the coup
    ("Mayaka sun halaka fararen hula a yammacin Nijar", "An kai harin ne a kan babura.", "2023-08-12", False),
    ("An hallaka sojojin Nijar goma", "Maharan sun tsere zuwa Mali.", "2023-08-12", False),
    ("Sojojin Nijar sun tsare Bazoum", "Ba a san ko za su halaka shi ba.", "2023-07-26", True),
    ("Najeriya na bin Nijar bashin kudin wuta",
     "An katse wutar Nijar ne bayan sojoji sun kifar da gwamnatin Bazoum.", "2023-08-14", False),
    # what a neighbour with an older junta does about the crisis
    ("Guinea ta nesanta kanta da takunkumin da aka sanya wa Nijar",
     "Gwamnatin sojin Guinea ta ce ba za ta rufe iyakarta ba.", "2023-08-14", True),
    # when power is to be given back
    ("Tinubu na so a mika mulki a Nijar cikin watanni tara", "Ya bayyana hakan a Abuja.", "2023-08-31", True),
    ("Buhari ya tuna ranar da ya mika mulki", "Tsohon shugaban na Daura, kusa da Nijar.", "2023-08-31", False),
    # rains, harvests and pilgrims
    ("An samu damina mai albarka a Nijar", "Manoman Dosso na fara'a.", "2023-08-22", False),
    ("Alhazan Nijar sun koma gida", "Jirgin karshe ya sauka a Zinder.", "2023-08-05", False),
    # lists of times and reasons
    ("Lokuta uku da sojoji suka yi wa gwamnati juyin mulki a Nijar",
     "A ranar Laraba sojoji suka hambarar da Bazoum. Na farko shi ne na 1974.", "2023-07-28", False),
    ("Sau nawa sojoji suka karbi mulki a Nijar?", "Na bana shi ne na biyar.", "2023-07-28", False),
    # what somebody of rank said is news, whatever the headline counts it among
    ("Abubuwan da Janar Tchiani ya fada wa 'yan kasa cikin dare", "Wadanda suka hambarar da Bazoum ba za su sauka ba.",
     "2023-08-20", True),
    ("Abubuwan da ya kamata a sani game da Janar Tchiani", "Shi ne ya jagoranci juyin mulkin Nijar.", "2023-08-20",
     False),
    ("Abubuwan da ECOWAS za ta iya yi a Nijar", "Sojoji sun hambarar da Bazoum.", "2023-08-20", False),
    # an attack on the state that is feared, and a raid
    ("Nijar ta amince dakarun Mali su shigo idan aka kai mata hari",
     "Jagoran sojojin da suka hambarar da Bazoum ya sa hannu kan umarnin.", "2023-08-25", True),
    ("Mayaka sun sake kai wa Nijar hari", "Shi ne mafi muni tun juyin mulki.", "2023-08-25", False),
]


@pytest.mark.parametrize(("title", "text", "published", "alert"), ALERTS, ids=[a[0] for a in ALERTS])
def test_alerts_by_what_is_done(tagged: Tagger, title: str, text: str, published: str, alert: bool) -> None:
    assert tagged(text, title=title, published=published, language="ha").alert is alert
