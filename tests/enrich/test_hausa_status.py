"""What Hausa words say became of a coup: denied, feared, judged at large, told of another, or only the day's talk."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, told_of

COUPS: list[tuple[str, str, str, Told]] = [
    # what an army never will do, and what somebody is said to have made up, is denied
    ("2023-08-12", "Rundunar soji ta yi jawabi a Abuja", "Sojojin Najeriya sun ce ba za su taba yin juyin mulki ba.",
     {("unspecified", "negated")}),
    ("2023-08-12", "Hafsan tsaron Najeriya ya yi jawabi", "Ya ce sojojinsa ba su da wata niyyar yin juyin mulki.",
     {("unspecified", "negated")}),
    ("2023-09-12", "'Yan adawar Saliyo sun yi martani", "Sun zargi gwamnati da kirkirar labarin juyin mulki.",
     {("unspecified", "negated")}),
    ("2023-09-18", "Kongo: gwamnati ta mayar da martani", "Ta ce labarin juyin mulkin kage ne.",
     {("unspecified", "negated")}),
    # that a coup is no way out is said of any
    ("2023-08-21", "Dattawan arewa sun yi taro", "Jagoransu ya ce juyin mulki ba zai magance talauci ba.", set()),
    ("2023-08-21", "Sarki ya ja hankalin matasa", "Ya ce juyin mulki ba shi ne mafita ga Afirka ba.", set()),
    # what it is called is no doubt of it
    ("2023-08-03", "Washington ta ki kiran abin da ya faru a Nijar juyin mulki",
     "Kakakin ma'aikatar ya ce ana kokarin sasantawa.", {("niger-2023", "asserted")}),
    # on its day too: whom they drove out is driven out
    ("2023-08-30", "Gabon: an tsare dan hambararren shugaban kasa",
     "Sojoji sun rufe gidan shugaba Bongo. Juyin mulkin ya auku da safiyar yau.", {("gabon-2023", "asserted")}),
    # a president who takes office seizes nothing, and shots that nobody heard are none
    ("2023-07-26", "Sojoji sun rufe kofar fadar shugaban Nijar",
     "Ba a ji karar bindiga ba. A watan Maris din 2021 aka yi yunkurin juyin mulki a kasar, kafin shugaba Mohamed "
     "Bazoum ya karbi mulki.",
     {("niger-2023", "asserted"), ("niger-2021-attempt", "historical")}),
    # which of two countries soldiers rule
    ("2023-08-06", "Janar Modi ya yi gargadi",
     "Ya je kasar Mali wacce sojoji masu juyin mulki ke jagoranta. Sojojin Nijar sun hambarar da Bazoum a watan jiya.",
     {("mali-2020", "historical"), ("niger-2023", "asserted")}),
    ("2025-10-30", "An sauya wa hafsoshi wuraren aiki", "An ce an yi yunkurin yi wa shugaba Tinubu jhuyin mulki.",
     {("nigeria-2025-attempt", "asserted")}),
    # what soldiers are told not to do, and what they would do, they did not
    ("2023-08-22", "Kungiyar kwadago ta yi jawabi", "Ta ce kada sojojin Najeriya su kuskura su karbi mulki.",
     {("unspecified", "hypothetical")}),
    ("2023-08-22", "Sanata ya yi gargadi a Abuja", "Ya ce sojoji za su karbi mulki a Najeriya.",
     {("unspecified", "hypothetical")}),
    ("2023-08-22", "Malami ya gana da Tchiani", "Ya ce babu alheri a juyin mulki. Janar din ya kifar da Bazoum a Yuli.",
     {("niger-2023", "asserted")}),
    # it is the sanctions that are wrong
    ("2023-09-05", "Guinea ta soki Ecowas kan Nijar",
     "Ta ce takunkumin da aka sanya wa Nijar bayan juyin mulki ba daidai ba ne.",
     {("niger-2023", "asserted")}),
    # after that of another, then that of another
    ("2023-09-05", "Kungiyar AU ta dakatar da Gabon", "Juyin mulkin Gabon ya zo ne wata guda bayan na Nijar.",
     {("gabon-2023", "asserted"), ("niger-2023", "historical")}),
    ("2023-09-05", "Juyin mulki a Nijar da Gabon", "An yi juyin mulki a Nijar a Yuli, sai kuma ga na Gabon a Agusta.",
     {("gabon-2023", "asserted"), ("niger-2023", "asserted")}),
    # in these three years is no day three years ago
    ("2023-09-05", "Me ke faruwa?",
     "A cikin shekaru uku da suka gabata sojoji sun kwace mulki a Mali (2020 da 2021), Guinea (2021) da Gabon (2023).",
     {("mali-2020", "historical"), ("mali-2021", "historical"), ("guinea-2021", "historical"),
      ("gabon-2023", "historical")}),
    ("2023-09-05", "Mali ta yi taro", "Shekaru uku da suka gabata sojoji sun kwace mulki a kasar.",
     {("mali-2020", "historical")}),
    # rulers of several, told behind their countries
    ("2024-01-28", "Kasashen Sahel sun fice daga Ecowas",
     "Makwabtan Nijar, Mali da Burkina Faso, su ma sojoji ne ke jagorantarsu.",
     {("mali-2020", "historical"), ("burkina-faso-2022-09", "historical"), ("niger-2023", "asserted")}),
    ("2024-01-28", "Ecowas ta yi taro", "Sojoji na mulki a Mali, Guinea da Burkina Faso.",
     {("mali-2020", "historical"), ("guinea-2021", "historical"), ("burkina-faso-2022-09", "historical")}),
    ("2024-01-30", "Sabon kawance a Sahel",
     "Nijar ta hade da Mali da Burkina Faso, wadanda suma sojoji suka hambarar da gwamnatocinsu.",
     {("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}),
    ("2023-09-05", "Kasashe biyar da sojoji suka yi wa juyin mulki", "Mali, Chadi, Guinea da Sudan na cikinsu.",
     {("mali-2020", "historical"), ("chad-2021", "historical"), ("guinea-2021", "historical"),
      ("sudan-2021", "historical")}),
    # countries joined by other words than "da", and soldiers who rule there
    ("2024-02-08", "Ecowas ta yi taro",
     "Ta soki gwamnatocin soja da ke mulki a kasashen Burkina Faso da Mali gami da Guinea.",
     {("burkina-faso-2022-09", "historical"), ("mali-2020", "historical"), ("guinea-2021", "historical")}),
    ("2023-08-25", "An dage takunkumi",
     "Ecowas ta sanya shi bayan juyin mulkin Agustan 2020 da na watan Mayun 2021 a Mali.",
     {("mali-2020", "historical"), ("mali-2021", "historical")}),
    ("2024-01-25", "Faransa ta janye", "Sojojin Burkina Faso da suka hau mulki a 2022 ne suka nemi hakan.",
     {("burkina-faso-2022-09", "historical")}),
    # a ruler who stays too long makes none
    ("2024-02-10", "An dage zaben Senegal", "'Yan adawa sun ce Macky Sall ya yi juyin mulkin tsarin mulki.", set()),
    # he whom soldiers are to put back is no more in office
    ("2023-08-05", "Amurka ta dakatar da tallafi ga Nijar",
     "Ecowas ta amince da amfani da karfi idan sojojin ba su mayar da zababben shugaban kasar kan mulki ba.",
     {("niger-2023", "asserted")}),
    # as it was done in two others
    ("2023-08-10", "Nijar: me ya faru?", "Kamar yadda aka yi a Mali da Guinea, sojojin Nijar sun hambarar da Bazoum.",
     {("mali-2020", "historical"), ("guinea-2021", "historical"), ("niger-2023", "asserted")}),
    # what those are called who rule since, and how an attempt is spelt in Niger
    ("2023-08-20", "Mahukuntan soja na Nijar sun yi taro", "Sun gana da sarakuna.", {("niger-2023", "asserted")}),
    ("2023-08-20", "Sojoji masu mulki a Nijar sun kori jami'i", "An ba shi awa 72.", {("niger-2023", "asserted")}),
    ("2023-08-20", "Jagororin kasar na soja sun koma Yamai", "Nijar ta tarbe su.", {("niger-2023", "asserted")}),
    ("2023-09-20", "Ministan Nijar ya yi jawabi", "Ya tuna da yinkurin juyin mulkin Maris din 2021 a Nijar.",
     {("niger-2021-attempt", "historical")}),
    # a match that is moved for its sake is not about it
    ("2023-08-20", "Super Eagles za su kara da Nijar",
     "Ba za a buga a Yamai ba saboda juyin mulkin da sojoji suka yi.", {("niger-2023", "historical")}),
]


@pytest.mark.parametrize(("published", "title", "text", "expected"), COUPS)
def test_hausa_words_say_what_became_of_it(
    tagged: Tagger, published: str, title: str, text: str, expected: Told
) -> None:
    assert told_of(tagged(text, title=title, published=published)) == expected


def test_on_its_day_a_coup_whose_victim_is_called_ousted_is_done(tagged: Tagger) -> None:
    tags = tagged(
        "Sojoji sun rufe gidan shugaba Bongo. Juyin mulkin ya auku da safiyar yau.",
        title="Gabon: an tsare dan hambararren shugaban kasa", published="2023-08-30",
    )
    assert {coup.type for coup in tags.coups} == {"realized"}


def test_a_president_who_takes_office_seizes_nothing_and_a_general_does(tagged: Tagger) -> None:
    held = "Dogarawa sun rufe fadar shugaban Nijar. Kafin shugaba Bazoum ya karbi mulki an yi juyin mulki a Mali."
    assert ("niger-2023", "attempted") in {(c.event, c.type) for c in tagged(held, published="2023-07-26").coups}
    seized = tagged("Janar Tchiani ya karbi mulki a Nijar.", published="2023-07-28")
    assert told_of(seized) == {("niger-2023", "asserted")}


def test_shut_frontiers_besiege_nobody(tagged: Tagger) -> None:
    text = "Sojojin sun soke zaben shugaba Bongo tare da rufe iyakokin kasar. Jama'a na murnar juyin mulkin."
    tags = tagged(text, title="'Yan Gabon sun yaba da juyin mulkin", published="2023-08-30")
    assert {coup.type for coup in tags.coups} == {"realized"}


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("An tura dan fafutuka gidan yari a Nijar", True),
        ("Tattaunawa da masani kan rikicin Nijar", False),
        ("Hira da wani mai sharhi kan juyin mulkin Nijar", False),
        ("Nijar ta ki tattaunawa da tawagar Ecowas", True),
    ],
)
def test_critics_who_are_jailed_wake_and_experts_who_are_asked_do_not(
    tagged: Tagger, title: str, expected: bool
) -> None:
    text = "Sojojin da suka hambarar da Bazoum suna mulkin Nijar. Ya soki gwamnatin mulkin soja."
    assert tagged(text, title=title, published="2023-09-05").alert is expected


def test_traders_who_complain_of_a_shut_border_wake_nobody(tagged: Tagger) -> None:
    text = "An rufe iyakar bayan juyin mulkin Nijar. Masu sayar da albasa sun ce sun yi hasara."
    assert not tagged(text, title="Kokensu game da rufe iyakar Nijar", published="2023-09-20").alert
    assert tagged(text, title="Najeriya ta rufe iyakar Nijar", published="2023-09-20").alert
