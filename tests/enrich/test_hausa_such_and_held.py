"""Kinds that fresh Hausa texts showed, and their neighbours: what is only told as "such", denied plots, whom those who
rule hold, and what people need, pay or learn below a headline on it."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, entries_of, told_of

BENIN: Told = {
    ("benin-2025-attempt", "asserted"), ("niger-2023", "historical"), ("guinea-bissau-2025", "historical"),
}
TOGO: Told = {("togo-1963", "historical"), ("nigeria-1966-01", "historical")}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Benin: Talon safe",
         "Soldiers attempted a coup. The region has seen many such in recent years, among them in Niger next door in "
         "2023 and in Guinea-Bissau last month."),
        ("fr", "Bénin : Talon en sécurité",
         "Des soldats ont tenté un coup d'État. La région en a connu beaucoup, dont le Niger voisin en 2023 et la "
         "Guinée-Bissau le mois dernier."),
        ("ar", "بنين: تالون بخير",
         "حاول جنود تنفيذ انقلاب. وشهدت المنطقة الكثير من ذلك، منها النيجر عام 2023 وغينيا بيساو الشهر الماضي."),
        ("ha", "Benin: Talon na nan lafiya",
         "Sojoji sun fito a talabijin suna cewa sun tsige shi. Yankin ya ga irin wannan da dama, ciki har da Nijar a "
         "2023 da Guinea-Bissau a watan jiya."),
    ],
)
def test_many_such_are_those_of_the_countries_behind(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert told_of(tagged(text, title=title, published="2025-12-07", language=language)) == BENIN


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Togo soldiers seized power in 1963. In January 1966 the same befell Nigeria's government."),
        ("fr", "Au Togo, des militaires ont pris le pouvoir en 1963. Il en fut de même au Nigeria en janvier 1966."),
        ("ar", "في توغو استولى الجنود على السلطة عام 1963. وحدث الشيء نفسه في نيجيريا في يناير 1966."),
        ("ha", "A Togo sojoji suka kwace mulki a 1963. A Janairun 1966 aka yi wa Balewa irin haka a Najeriya."),
    ],
)
def test_the_same_elsewhere_is_the_coup_of_its_year(language: str, text: str, tagged: Tagger) -> None:
    assert told_of(tagged(text, title="Tarihi", published="2023-08-12", language=language)) == TOGO


def test_neither_the_same_words_nor_the_same_day_tell_a_coup(tagged: Tagger) -> None:
    title = "Niger: soldiers seize power"
    for text in ("Mali's rulers said the same.", "The same day Burkina Faso closed a road.", "Mali ta ce irin haka."):
        tags = tagged(f"Soldiers toppled Bazoum. {text}", title=title, published="2023-07-28", language="en")
        assert told_of(tags) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Nigeria's army denies plan for a coup", "It denied that officers meant to overthrow Tinubu."),
        ("fr", "Le Nigeria dément un complot de coup d'État", "Elle dément que des officiers préparaient un putsch."),
        ("ha", "Hedikwatar tsaron Najeriya ta musanta shirin juyin mulki",
         "Ta karyata rahoton da ke cewa hafsoshi na kulla wa Tinubu juyin mulki."),
    ],
)
def test_what_is_denied_of_a_plan_is_the_plan_and_nothing_else(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title=title, published="2025-10-18", language=language)
    assert entries_of(tags) == {("unspecified", "conspiracy", "negated")}


def test_a_denied_rumour_of_a_coup_is_no_plan(tagged: Tagger) -> None:
    tags = tagged("It said that no coup took place.", title="Nigeria's army denies coup rumours", language="en")
    assert {(c.type, c.status) for c in tags.coups} == {("alleged", "negated")}


FILL = {
    "en": "On Tuesday relatives and colleagues waited in the yard of the court, his brother said. He told them to go "
          "back to work. A new hearing is due on 22 October, his lawyer announced. The police arrested him in "
          "December at home. He is accused of a conspiracy with foreign countries, which he denied on Wednesday. "
          "His lawyer said that the file held nothing. The prosecutor did not answer calls on Tuesday. He was flown "
          "back to Filingué in the evening, his family said. ",
    "fr": "Mardi, des proches attendaient dans la cour du tribunal, a dit son frère. Il leur a demandé de retourner au "
          "travail. Une audience est prévue le 22 octobre, a annoncé son avocat. La police l'avait interpellé en "
          "décembre à son domicile. Il est accusé de complot avec des pays étrangers, ce qu'il a nié mercredi. Son "
          "avocat a déclaré que le dossier était vide. Le parquet n'a pas répondu mardi. Il a été reconduit à Filingué "
          "dans la soirée, selon sa famille. ",
    "ha": "Yan uwa da abokan aiki sun jira a harabar. Ya ce musu su koma bakin aikinsu, suka kuma yi hakan. " * 6,
}


@pytest.mark.parametrize(
    ("language", "title", "first", "last"),
    [
        ("en", "Moussa Tchangari brought before judge in Niamey", "After a year in prison he was heard.",
         "The military government uses courts against critics, groups say."),
        ("fr", "Moussa Tchangari entendu par un juge à Niamey", "Après onze mois de détention, il a été entendu.",
         "Le gouvernement militaire se sert des tribunaux, disent des ONG."),
        ("ha", "An kai Moussa Tchangari gaban alkali a Yamai", "Ya shafe shekara a tsare.",
         "Gwamnatin mulkin sojan na amfani da kotuna, in ji kungiyoyi."),
    ],
)
def test_whom_those_who_rule_hold_is_of_the_crisis(
    language: str, title: str, first: str, last: str, tagged: Tagger
) -> None:
    tags = tagged(f"{first} {FILL[language]}{last}", title=title, published="2025-10-15", language=language)
    assert (tags.crises[0].salience, tags.alert) == ("main", True)
    other = tagged(f"{first} {FILL[language]}{last}", title=title.replace("Moussa Tchangari", "Ali"),
                   published="2025-10-15", language=language)
    assert not other.alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "UN says four million people need aid in Niger",
         "Sanctions imposed by ECOWAS after soldiers toppled the government last year left supplies at the border."),
        ("fr", "L'ONU dit que quatre millions de personnes ont besoin d'aide au Niger",
         "Les sanctions de la Cédéao après le renversement du gouvernement par des soldats bloquent des vivres."),
        ("ar", "الأمم المتحدة: أربعة ملايين شخص بحاجة إلى مساعدات في النيجر",
         "وتركت عقوبات إيكواس بعد إطاحة جنود بالحكومة العام الماضي الإمدادات عالقة على الحدود."),
        ("ha", "MDD ta ce mutane miliyan hudu na bukatar agaji a Nijar",
         "Takunkumin ECOWAS bayan sojoji sun hambarar da gwamnati a bara ya sa kayan agaji makale a kan iyaka."),
    ],
)
def test_who_needs_aid_is_no_news_of_the_crisis(language: str, title: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, title=title, published="2024-01-19", language=language)
    assert told_of(tags) == {("niger-2023", "historical")}
    assert (tags.crises[0].salience, tags.alert) == ("background", False)


def test_who_asks_for_the_border_to_open_for_aid_does_something(tagged: Tagger) -> None:
    title = "MDD ta bukaci ECOWAS ta bude iyakokin Nijar domin agaji"
    assert tagged("An rufe su ne bayan juyin mulki.", title=title, published="2023-08-16", language="ha").alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Food prices soar in Niamey", "Shoppers complain, days after ECOWAS closed its borders with Niger over "
         "the coup."),
        ("fr", "Les prix flambent à Niamey", "Les clients se plaignent, quelques jours après la fermeture des "
         "frontières avec le Niger par la Cédéao à cause du coup d'État."),
        ("ha", "Farashin kayan abinci ya tashi a Yamai", "Jama'a na kokawa bayan ECOWAS ta rufe iyakokinta da Nijar "
         "saboda juyin mulkin da aka yi."),
    ],
)
def test_prices_blamed_on_what_was_done_about_the_coup_are_of_it_and_wake_nobody(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title=title, published="2023-08-05", language=language)
    assert told_of(tags) == {("niger-2023", "asserted")}
    assert (tags.crises[0].salience, tags.alert) == ("main", False)
    later = tagged(text, title=title, published="2024-09-05", language=language)
    assert (later.crises[0].salience, later.alert) == ("background", False)


def test_how_it_went_is_news_where_who_was_there_tells_it(tagged: Tagger) -> None:
    title = "Yadda ganawar Nuland da Janar Barmou ta kasance a Yamai"
    text = "Victoria Nuland ta ce ba a bari ta ga Bazoum ba, wanda sojoji suka hambarar a Nijar."
    assert tagged(text, title=title, published="2023-08-08", language="ha").alert
    for title, text in (
        ("Yadda juyin mulki ya shafi rayuwa a Yamai", "Mazauna sun ce rayuwa ta yi wuya bayan juyin mulkin Nijar."),
        ("Yadda Bazoum ya hau mulki", "An zabi Bazoum a 2021 a Nijar. Sojoji sun hambarar da shi a watan jiya."),
    ):
        assert not tagged(text, title=title, published="2023-08-08", language="ha").alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "How soldiers toppled governments in West Africa", "In Togo they seized power in 1963. Niger is next."),
        ("fr", "Comment des soldats ont renversé des gouvernements en Afrique de l'Ouest",
         "Au Togo, ils ont pris le pouvoir en 1963. Le Niger suit."),
        ("ha", "Yadda sojoji suka rika kifar da gwamnatoci a Afirka ta Yamma",
         "A Togo sojoji suka kwace mulki a 1963. Nijar ce ta karshe."),
    ],
)
def test_governments_toppled_in_a_region_are_not_the_one_of_these_weeks(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    found = told_of(tagged(text, title=title, published="2023-08-12", language=language))
    assert ("niger-2023", "asserted") not in found
