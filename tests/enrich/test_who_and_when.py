"""Who drove out whom, who tried to, and which of two: kinds of Hausa papers, told in words of our own."""

from __future__ import annotations

import pytest

from services.enrich.enrich import Compiled
from tests.enrich.conftest import Tagger, Told, surfaces, told_of

COUPS: list[tuple[str, str | None, str, str, Told]] = [
    # who is named on both sides of the verb says which coup it was, however old and without another word for it
    ("ha", "2021-08-27", "Yau shekaru 36 da Babangida ya kwace mulkin Najeriya daga hannun Buhari",
     "Buhari, wanda ya hambarar da Shagari a karshen 1983, shi ma abokan aikinsa suka tsige shi.",
     {("nigeria-1983", "historical"), ("nigeria-1985", "historical")}),
    ("en", "2019-05-01", "Ghana remembers two of its rulers", "Rawlings toppled Limann, and ruled Ghana for years.",
     {("ghana-1981", "historical")}),
    # a pronoun is whoever is named last before it
    ("ha", "2019-02-13", "Tarihin Janar Gowon na Najeriya",
     "Gowon yana taro a Kampala a 1975 lokacin da sojoji suka tunbuke shi daga mulki.",
     {("nigeria-1975", "historical")}),
    ("ha", "2019-02-13", "Wane ne Gowon?",
     "An gaji da mulkin Janar Yakubu Gowon a Najeriya, wanda hakan ya sa sojoji suka hambarar da gwamnatinsa.",
     {("nigeria-1975", "historical")}),
    # the attempt of whoever is named beside it
    ("ha", "2020-02-13", "Shekaru 44 da kisan Janar Murtala",
     "Laftanar Kanar Dimka da mutanensa ne suka harbe shi a wani yunkurin juyin mulki da ya ci tura. Murtala ya hau "
     "mulki ne a Yulin 1975 bayan sojoji sun tumbuke Gowon.",
     {("nigeria-1976-attempt", "historical"), ("nigeria-1975", "historical")}),
    ("ha", "2018-02-14", "Najeriya ta tuna da Murtala",
     "An kashe shi a wani shirin juyin mulkin da ba a yi nasara ba karkashin jagorancin Dimka.",
     {("nigeria-1976-attempt", "historical")}),
    ("ha", None, "Manjo Orkar",
     "Orkar hafsan Najeriya ne da ya jagoranci juyin mulki kan gwamnatin Babangida a ranar 22 ga Afrilun 1990.",
     {("nigeria-1990-attempt", "historical")}),
    # the first or the second of one year
    ("ha", "2021-01-15", "Tarihin juyin mulki na farko a Najeriya",
     "A watan Janairun 1966 ne wasu manjo suka kashe Firayim Minista.",
     {("nigeria-1966-01", "historical")}),
    ("ha", "2018-02-14", "Rayuwar janar din Najeriya",
     "Yana Legas lokacin da aka yi juyin mulki na farko a 1966, da kuma juyin mulki na biyu a 1966.",
     {("nigeria-1966-01", "historical"), ("nigeria-1966-07", "historical")}),
    ("en", "2021-01-15", "Nigeria recalls its first years", "The first coup of 1966 killed the prime minister.",
     {("nigeria-1966-01", "historical")}),
    # a list of years, and the year right behind of one that failed
    ("ha", "2020-06-08", "Rayuwar Abacha a Najeriya",
     "Da shi sojoji suka hambarar da gwamnatoci a 1975, 1983, da 1985.",
     {("nigeria-1975", "historical"), ("nigeria-1983", "historical"), ("nigeria-1985", "historical")}),
    ("ha", "2021-04-13", "Burkina Faso: an kama su da laifi",
     "Janar din yana zaman shekara 20 a gidan yari sakamakon juyin mulkin 2015.",
     {("burkina-faso-2015-attempt", "historical")}),
    # he was killed in the coup of a year: not in that which drove out whoever is named last
    ("ha", "2022-08-15", "Wane ne Sankara?",
     "Sankara da Compaore tare suka kwace mulki a Burkina Faso a 1983. Bayan shekara hudu aka kashe shi a juyin mulkin "
     "1987.",
     {("burkina-faso-1983", "historical"), ("burkina-faso-1987", "historical")}),
    # fighters who topple a government make no coup
    ("ha", "2024-12-10", "Mayakan tawaye sun shiga Damascus",
     "Kwamandan mayakan ya ce sun hambarar da gwamnatin Assad a Syria.", set()),
    # twice, said farther behind; one after the other
    ("ha", "2021-06-08", "Mali: shugaba ya kama aiki",
     "Sabon shugaban Mali ya jagoranci juyin mulki a kasar mai fama da matsalar tsaro har sau biyu.",
     {("mali-2020", "asserted"), ("mali-2021", "asserted")}),
    ("ha", "2025-01-24", "Sabon fasfo na kasashen Sahel",
     "Mali, Nijar da Burkina Faso sun fice bayan juyin mulkin da sojoji suka yi daya bayan daya.",
     {("burkina-faso-2022-09", "historical"), ("mali-2020", "historical"), ("niger-2023", "historical")}),
    # the three, named some sentences before
    ("ha", "2024-02-06", "Masana: ficewar na da illa",
     "Masana sun damu da Nijar. Tattalin arziki zai shafi Mali, Burkina Faso da Nijar. Mutane sun koka. Sojojin da "
     "suka yi juyin mulki a kasashen uku sun fitar da sanarwa.",
     {("burkina-faso-2022-09", "historical"), ("mali-2020", "historical"), ("niger-2023", "asserted")}),
    # others of which the same is told
    ("ha", "2021-09-08", "Guinea: sojoji sun kwace mulki",
     "Jagororin juyin mulkin sun ga yadda hakan ta faru a makwabtan Guinea, wato Mali da Chadi.",
     {("guinea-2021", "asserted"), ("chad-2021", "historical"), ("mali-2021", "historical")}),
    # who wanted to do it to whom did not do it
    ("ha", "2025-10-31", "Yadda wasu sojoji suka so yi wa shugaba Tinubu juyin mulki a Najeriya",
     "Jarida ta ce an kama sojojin da suka yi yunkurin yi wa shugaban kasa, Bola Tinubu juyin mulki.",
     {("nigeria-2025-attempt", "asserted")}),
    ("ha", "2025-09-02", "Mali ta tsare manyan hafsoshi",
     "Ana zarginsu da makarkashiyar tumbuke gwamnatin mulkin sojin kasar.",
     {("mali-2025-attempt", "asserted"), ("mali-2020", "historical")}),
    # nobody can, it is hard, it was never meant; a court clears them of it
    ("ha", "2024-05-01", "Babu wanda ya isa ya yi wa shugaban kasa juyin mulki, in ji hafsa",
     "Hafsan ya yi magana a Abuja.", {("unspecified", "negated")}),
    ("ha", "2024-05-01", "Babu kwamandan da zai iya yi wa shugaba Tinubu juyin mulki",
     "Rundunar sojin Najeriya ce ta fadi haka.", {("unspecified", "negated")}),
    ("ha", "2014-06-20", "Ba maganar juyin mulki a Najeriya", "Hafsan soja ne ya fada.", {("unspecified", "negated")}),
    ("ha", "2023-11-20", "Hafsan soja ya kawar da shakku kan juyin mulki",
     "Ya ce sojojin Najeriya za su kare dimokuradiyya.", {("unspecified", "negated")}),
    ("ha", "2024-06-14", "Zai yi wuya a sake samun juyin mulki a Najeriya", "Masani ne ya fadi haka.",
     {("unspecified", "hypothetical")}),
    ("ha", "2011-06-02", "Nijar: kotu ta wanke hafsoshin soja",
     "Kotun ta ce babu hujja kan zargin yunkurin juyin mulki.", {("unspecified", "negated")}),
    # below the name of a radio programme all are items of their own
    ("ha", "2022-01-24", "Shirin Rana",
     "A cikin shirin za ku ji cewa sojoji na tsare da shugaban kasar Burkina Faso Kabore, abin da ke nuna yunkurin "
     "juyin mulki.",
     {("burkina-faso-2022-01", "asserted")}),
    # a plane that is held is no ruler
    ("ha", "2025-12-12", "Jirgin Najeriya",
     "Najeriya na tattaunawa da gwamnatin Ibrahim Traore kan jirgin sojojin sama da Burkina Faso ta tsare.", set()),
]


@pytest.mark.parametrize(("language", "published", "title", "text", "coups"), COUPS)
def test_who_did_it_to_whom_and_which_of_two_tell_the_coup(
    tagged: Tagger, language: str, published: str | None, title: str, text: str, coups: Told
) -> None:
    assert told_of(tagged(text, title=title, language=language, published=published)) == coups


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Shugaban Sojojin Nijar",
         "Sojojin da suka yi juyin mulki a Nijar sun ki sakin Bazoum. An kashe soja a Borno."),
        ("Juyin mulki ba ya faruwa sai da hannun 'yan siyasa - Janar",
         "A bara sojoji suka hambarar da Bazoum a Nijar."),
        ("Zirga-zirga tsakanin Nijar da Najeriya ta tsinke",
         "Rufe iyakar da ECOWAS ta yi don matsa wa sojojin da ke mulki ya shafi sada zumunci."),
    ],
)
def test_a_page_of_reports_an_interview_and_an_effect_wake_nobody(tagged: Tagger, title: str, text: str) -> None:
    assert not tagged(text, title=title, language="ha", published="2023-09-01").alert


def test_who_tried_is_known_but_never_reported(tagged: Tagger, crises: Compiled) -> None:
    assert {"buka-suka-dimka", "gideon-orkar"} <= set(crises.ids)
    assert not tagged("Dimka da Orkar sun yi yunkurin juyin mulki a Najeriya.", language="ha").entities[1:]


@pytest.mark.parametrize(
    ("title", "text", "named"),
    [
        ("Sudan: dakarun RSF sun kai hari", "Jagoran RSF Hemedti ya gana da 'yan siyasar Sudan.", False),
        ("RSF ta yi tir da kama 'yan jarida a Nijar", "Kungiyar RSF ta bukaci Nijar ta sake su.", True),
    ],
)
def test_rsf_is_the_press_body_only_where_niger_is_spoken_of(
    tagged: Tagger, title: str, text: str, *, named: bool
) -> None:
    found = {e.id for e in tagged(text, title=title, language="ha", published="2025-05-20").entities}
    assert ("reporters-without-borders" in found) is named


def test_two_more_spellings_of_bazoum_are_his(tagged: Tagger) -> None:
    tags = tagged("Muhammed Bazoum ya isa Yamai. Mahammed Bazoum ya yi jawabi.", language="ha")
    assert surfaces(tags, "mohamed-bazoum") == ["Muhammed Bazoum", "Mahammed Bazoum"]
