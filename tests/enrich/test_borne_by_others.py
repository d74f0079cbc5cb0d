"""Articles on what people bear for a coup: of the crisis where they say who did what for it, and never a page."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

# A headline of effects, a first paragraph that tells daily life, and one that says who is to blame.
LIVES = {
    "en": (
        "Lorries wait at the river",
        "Issaka has cooked on the roadside for three weeks. His cargo of salt is meant for Dosso, in Niger. ",
        "ECOWAS shut the border after soldiers seized power in Niger. ",
        "The border has been shut since the coup in Niger. ",
    ),
    "fr": (
        "Le sac de riz à prix d'or",
        "Sur l'étal de Ramatou, à Dosso, il ne reste que des mangues. Ses clientes comptent leurs pièces. ",
        "La Cédéao a fermé les frontières du Niger à la suite du putsch. ",
        "Les frontières du Niger sont fermées depuis le putsch. ",
    ),
    "ar": (
        "الأرز يغيب عن موائد الفقراء",
        "تقف رماتو أمام دكان مغلق في مدينة دوسو في النيجر. لم تجد اليوم ما تطبخه لأطفالها. ",
        "وأغلقت إيكواس حدودها مع النيجر ردا على الانقلاب. ",
        "والحدود مع النيجر مغلقة منذ الانقلاب. ",
    ),
    "ha": (
        "Direbobi na kwana a gefen titi",
        "Issaka ya shafe mako uku yana girki a karkashin motarsa. Kayansa na zuwa Dosso ne a Nijar. ",
        "ECOWAS ce ta rufe iyakokinta da Nijar saboda juyin mulkin da sojoji suka yi. ",
        "An rufe hanyar Nijar tun bayan juyin mulki. ",
    ),
}
OTHERS = {
    "en": "Neighbouring states closed their borders in response to the coup in Niger. ",
    "fr": "Les pays voisins ont fermé leurs frontières en réponse au coup d'État au Niger. ",
    "ar": "وأغلقت الدول المجاورة حدودها ردا على الانقلاب في النيجر. ",
    "ha": "Shugaba Bola Tinubu ne ya garkame iyakoki da Nijar saboda juyin mulki. ",
}
LANGUAGES = sorted(LIVES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_people_bear_is_of_the_crisis_where_it_is_said_who_did_it(tagged: Tagger, language: str) -> None:
    title, lives, blames, _ = LIVES[language]
    for blame in (blames, OTHERS[language]):
        tags = tagged(lives + blame, title=title, published="2023-09-20", language=language)
        assert tags.crises[0].salience == "main"
        assert told_of(tags) == {("niger-2023", "asserted")}
        assert not tags.alert


@pytest.mark.parametrize(
    ("language", "done"),
    [
        ("en", "Nigeria cut the power after the coup in Niger. "),
        ("en", "The European Union suspended aid to Niger after the coup. "),
        ("fr", "Le Nigeria a coupé le courant après le putsch au Niger. "),
        ("fr", "La frontière, fermée par la Cédéao après le putsch au Niger, le reste. "),
        ("ar", "وقطعت نيجيريا الكهرباء بعد الانقلاب في النيجر. "),
        ("ha", "Najeriya ta katse wutar lantarki bayan juyin mulkin Nijar. "),
    ],
)
def test_a_state_or_union_that_did_it_is_named_right_before(tagged: Tagger, language: str, done: str) -> None:
    title, lives, _, _ = LIVES[language]
    tags = tagged(lives + done, title=title, published="2023-11-20", language=language)
    assert tags.crises[0].salience == "main"
    assert not tags.alert


@pytest.mark.parametrize(
    ("language", "shut"),
    [
        ("en", "Traders blame the closure of the border with Benin since the coup in Niger. "),
        ("fr", "Ils accusent la fermeture de la frontière avec le Bénin depuis le coup d'État au Niger. "),
        ("ar", "ويشكو من إغلاق الحدود مع بنين منذ الانقلاب في النيجر. "),
        ("ha", "An rufe iyakar Benin tun bayan juyin mulki a Nijar. "),
    ],
)
def test_a_state_behind_the_border_has_not_shut_it(tagged: Tagger, language: str, shut: str) -> None:
    title, lives, _, _ = LIVES[language]
    tags = tagged(lives + shut, title=title, published="2023-11-20", language=language)
    assert tags.crises[0].salience == "background"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_coup_that_only_says_since_when_is_background(tagged: Tagger, language: str) -> None:
    title, lives, _, since = LIVES[language]
    tags = tagged(lives + since, title=title, published="2023-09-20", language=language)
    assert tags.crises[0].salience == "background"
    assert told_of(tags) == {("niger-2023", "historical")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_later_it_is_background_again(tagged: Tagger, language: str) -> None:
    title, lives, blames, _ = LIVES[language]
    tags = tagged(lives + blames, title=title, published="2024-09-20", language=language)
    assert tags.crises[0].salience != "main"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Nigeria: prices at a record"),
        ("fr", "Bénin : les prix du riz en hausse"),
        ("ar", "أسعار الأرز في نيجيريا تسجل رقما قياسيا"),
        ("ha", "Farashin shinkafa ya tashi a Najeriya"),
    ],
)
def test_prices_of_another_state_are_its_own(tagged: Tagger, language: str, title: str) -> None:
    _, lives, blames, _ = LIVES[language]
    tags = tagged(lives + blames, title=title, published="2023-09-20", language=language)
    assert tags.crises[0].salience == "background"


ABUJA = "Nigeria's naira lost a third. Nigeria ended the subsidy. Nigeria's farmers fear bandits. "


def test_one_reason_of_several_for_prices_elsewhere(tagged: Tagger) -> None:
    blames = LIVES["en"][2]
    once = tagged(ABUJA + blames, title="Prices at a record", published="2023-09-20")
    text = ABUJA * 4 + "A few sacks came from Maradi. " + blames
    passed = tagged(text, title="In Kano and Katsina, prices soar", published="2023-09-20")
    assert once.crises[0].salience == passed.crises[0].salience == "background"


def test_what_is_borne_wakes_nobody_also_below_an_act(tagged: Tagger) -> None:
    _, lives, blames, _ = LIVES["en"]
    talk = "He talks of his daughters, of the mango tree at home and of the price of tyres. " * 5
    tags = tagged(lives + talk + blames, title="Bloc imposes blockade, prices soar", published="2023-09-20")
    assert tags.crises[0].salience == "main"
    assert not tags.alert


def test_a_blame_far_below_is_not_what_it_is_about(tagged: Tagger) -> None:
    title, lives, blames, _ = LIVES["en"]
    far = "He talks of his daughters, of the mango tree at home and of the price of tyres. " * 8
    assert tagged(lives + far + blames, title=title, published="2023-09-20").crises[0].salience == "background"


@pytest.mark.parametrize(
    ("language", "title", "lives"),
    [
        ("en", "Dear rice drives children into hunger", "In Maradi, Niger, the rains failed and the clinic is full. "),
        ("fr", "Hausse des prix : la faim gagne", "À Maradi, au Niger, la pluie a manqué. Le dispensaire est plein. "),
        ("ar", "غلاء الأرز يفاقم الجوع", "لم يهطل المطر في مرادي بالنيجر. والعيادة مكتظة. "),
    ],
)
def test_hunger_has_more_reasons_than_the_crisis(tagged: Tagger, language: str, title: str, lives: str) -> None:
    text = lives + LIVES[language][2]
    assert tagged(text, title=title, published="2024-01-20", language=language).crises[0].salience == "background"


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger runs short of medicines", "Power is scarce too. ECOWAS has kept its sanctions on Niger. "),
        ("fr", "Niger : le calvaire des coupures", "Le Nigeria applique les sanctions de la Cédéao contre le Niger. "),
        ("ar", "النيجر: نقص الأدوية يتفاقم", "تستمر عقوبات إيكواس على النيجر للشهر السادس. "),
        ("ha", "Nijar: karancin magunguna da tsadar rayuwa", "Takunkumin ECOWAS kan Nijar na ci gaba da aiki. "),
    ],
)
def test_sanctions_of_the_bloc_are_of_the_crisis_without_the_word(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    tags = tagged(text, title=title, published="2024-01-30", language=language)
    assert tags.crises[0].salience == "main"
    assert not tags.alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Niger's students in limbo since the putsch", "No consulate stamps their papers. "),
        ("fr", "Niger : les étudiants démunis depuis le putsch", "Aucun consulat ne tamponne leurs papiers. "),
        ("ar", "طلاب النيجر عالقون منذ الانقلاب", "لا قنصلية تختم أوراقهم. "),
        ("ha", "Daliban Nijar cikin tsaka mai wuya tun bayan juyin mulki", "Babu ofishin da ke karbar takardunsu. "),
    ],
)
def test_a_headline_on_those_in_trouble_since_the_coup(tagged: Tagger, language: str, title: str, text: str) -> None:
    tags = tagged(text, title=title, published="2023-11-02", language=language)
    assert tags.crises[0].salience == "main"
    assert told_of(tags) == {("niger-2023", "asserted")}
    assert not tags.alert


def test_the_first_attack_since_the_coup_is_none_of_it(tagged: Tagger) -> None:
    tags = tagged(
        "Gunmen rode into a village. ", title="First attack in Niger since the putsch", published="2023-11-02"
    )
    assert tags.crises[0].salience != "main"
