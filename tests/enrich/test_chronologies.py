"""Chronologies of a crisis do not wake; reports that name days do. In words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger

DAY_BY_DAY = [
    ("fr", "Niger. Le départ des soldats français",
     "Le 3, la junte de Niamey réclame le départ de l'ambassadeur.\nLe 7, Washington déplace ses soldats.\n"
     "Le 24, Paris annonce le retrait de ses troupes."),
    ("fr", "Niger. Le départ des soldats français",
     "Le jeudi 3 août, la junte de Niamey dénonce les accords.\n\nLe 25 août : elle expulse l'ambassadeur.\n\n"
     "1er septembre : la foule campe devant la base.\n\nParis refuse de partir."),
    ("en", "Niger: the French troops",
     "July 26: Soldiers topple Niger's President Bazoum.\n\nJuly 28 - General Tiani takes over.\n\n"
     "On August 3, the junta ends the accords."),
    ("en", "Niger: the French troops",
     "26th of July: Soldiers topple Niger's President Bazoum.\n30 July: ECOWAS sets an ultimatum.\n"
     "Thursday, 3 August: the junta ends the accords."),
    ("ar", "النيجر: القوات الفرنسية",
     "26 يوليو/تموز: عسكريون يطيحون برئيس النيجر محمد بازوم.\n\nفي 30 يوليو، إيكواس تمهل المجلس العسكري أسبوعا.\n\n"
     "يوم الخميس 3 أغسطس: المجلس العسكري يلغي الاتفاقات."),
    ("ha", "Nijar: sojojin Faransa",
     "Ranar 26 ga Yuli, sojoji sun hamɓarar da shugaban Nijar Bazoum.\n\nA ranar 30 ga watan Yuli ECOWAS ta ba da "
     "wa'adi.\n\nAlhamis 3 ga Agusta: sojojin sun soke yarjejeniyar."),
    # a line on top that says no more, two sentences to a day, all in one paragraph
    ("fr", "Niger : les soldats français s'en vont",
     "Les grandes dates.\n26 juillet : des soldats renversent le président Bazoum. Le 28, Tiani se présente.\n"
     "3 août : la junte dénonce les accords.\n25 août : elle expulse l'ambassadeur. Paris refuse."),
    ("en", "Niger: the junta expels the French troops",
     "The main dates. July 26: Soldiers topple Niger's President Bazoum. Two days later Tiani takes over. July 30: "
     "ECOWAS sets an ultimatum. August 3: The junta ends the accords. August 25: It expels the ambassador."),
    ("ar", "النيجر: المجلس العسكري يطرد القوات الفرنسية",
     "أبرز المحطات. 26 يوليو: عسكريون يطيحون برئيس النيجر محمد بازوم. 30 يوليو: إيكواس تمهل المجلس العسكري أسبوعا. "
     "3 أغسطس: المجلس العسكري يلغي الاتفاقات."),
    ("ha", "Nijar: sojoji sun kori sojojin Faransa",
     "Muhimman ranaku. 26 ga Yuli: sojoji sun hamɓarar da shugaban Nijar Bazoum. 30 ga Yuli: ECOWAS ta ba da wa'adi. "
     "3 ga Agusta: sojojin sun soke yarjejeniyar."),
]  # fmt: skip


@pytest.mark.parametrize("published", [None, "2023-09-28"])
@pytest.mark.parametrize(("language", "title", "text"), DAY_BY_DAY)
def test_what_is_told_day_by_day_does_not_wake(
    language: str, title: str, text: str, published: str | None, tagged: Tagger
) -> None:
    tags = tagged(text, title=title, published=published, language=language)
    assert tags.crises[0].salience == "main"
    assert not tags.alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("fr", "3-24 août 2023 - Niger. Départ des soldats français", "La junte de Niamey a réclamé leur départ."),
        ("fr", "26 juillet-3 août : le Niger expulse l'ambassadeur", "La junte de Niamey a dénoncé les accords."),
        ("en", "July 26-30: Niger expels the French ambassador", "The junta in Niamey has ended the accords."),
        ("ar", "3 - 24 أغسطس 2023: النيجر تطرد السفير الفرنسي", "المجلس العسكري في نيامي ألغى الاتفاقات."),
        ("ha", "3-24 ga Agusta: Nijar ta kori jakadan Faransa", "Sojojin da suka yi juyin mulki sun soke ta."),
    ],
)
def test_a_headline_with_a_span_of_days_does_not_wake(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, title=title, published="2023-08-28", language=language).alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        # older days below today's
        ("fr", "Niger : la Cédéao active sa force",
         "Le 10 août, la Cédéao a ordonné le déploiement de sa force contre la junte.\n\nLe 26 juillet, des soldats "
         "avaient renversé Bazoum.\n\nLe 30 juillet, elle avait fixé un ultimatum."),
        ("en", "ECOWAS activates its force for Niger",
         "On August 10, ECOWAS ordered its force to get ready against Niger's junta.\n\nOn July 26, soldiers had "
         "toppled Bazoum.\n\nOn July 30, the bloc had set an ultimatum."),
        ("en", "ECOWAS activates its force for Niger",
         "ECOWAS ordered its force to get ready against Niger's junta.\n\nOn July 26, soldiers had toppled Bazoum.\n\n"
         "On July 28, a general took over.\n\nOn July 30, the bloc had set an ultimatum."),
        ("ar", "إيكواس تفعل قوتها ضد النيجر",
         "في 10 أغسطس أمرت إيكواس بنشر قوتها ضد المجلس العسكري في النيجر.\n\nفي 26 يوليو أطاح عسكريون ببازوم.\n\n"
         "في 30 يوليو أمهلتهم أسبوعا."),
        ("ha", "ECOWAS ta umarci rundunarta kan Nijar",
         "Ranar 10 ga Agusta ECOWAS ta umarci rundunarta ta shirya kan sojojin da suka yi juyin mulki a Nijar.\n\n"
         "Ranar 26 ga Yuli sojoji suka hamɓarar da Bazoum.\n\nRanar 30 ga Yuli ta ba da wa'adi."),
        # the same by its days alone
        ("fr", "Niger : la Cédéao active sa force",
         "Le 10, la Cédéao a ordonné le déploiement de sa force contre la junte.\n\nLe 6, l'ultimatum avait pris fin."
         "\n\nLe 8, la junte avait éconduit une mission."),
        ("fr", "Niger : la Cédéao active sa force",
         "Le 10, la Cédéao a ordonné le déploiement de sa force contre la junte.\n\nLe 26 juillet, des soldats avaient "
         "renversé Bazoum.\n\nLe 30 juillet, elle avait fixé un ultimatum."),
        # a few days among much else
        ("fr", "Niger : la Cédéao active sa force",
         "Le 3 août, la Cédéao a envoyé une mission.\n\nElle a ordonné jeudi le déploiement de sa force contre la "
         "junte.\n\nLe 6 août, son ultimatum avait pris fin.\n\nLa junte a fermé l'espace aérien.\n\nLe 8 août, elle "
         "avait éconduit une mission.\n\nParis soutient la Cédéao.\n\nAlger est contre."),
        # one day, by the hour
        ("en", "Niger: the junta shuts the airspace",
         "August 10, 8:00: The junta of Niger shuts the airspace.\n\nAugust 10, 9:30: ECOWAS meets in Abuja.\n\n"
         "August 10, 11:00: The force is put on standby."),
        ("fr", "Niger : la junte ferme l'espace aérien",
         "8 h 00 : la junte de Niamey ferme l'espace aérien.\n\n9 h 30 : la Cédéao se réunit à Abuja.\n\n11 h 00 : la "
         "force est activée."),
        # a number of soldiers is no day
        ("fr", "Niger : des soldats arrêtés",
         "3 soldats ont été arrêtés par la junte de Niamey.\n\n7 autres sont recherchés.\n\n24 ont été libérés."),
    ],
)  # fmt: skip
def test_a_report_with_days_in_it_wakes(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title=title, published="2023-08-10", language=language).alert


def test_nor_need_the_report_be_dated(tagged: Tagger) -> None:
    text = (
        "On August 10, ECOWAS ordered its force to get ready against Niger's junta.\n\nOn July 26, soldiers had "
        "toppled Bazoum.\n\nOn July 30, the bloc had set an ultimatum."
    )
    assert tagged(text, title="ECOWAS activates its force for Niger", published=None, language="en").alert


@pytest.mark.parametrize(
    "text",
    [
        # today's news on top of the list, and days that end in no colon
        "The junta in Niamey expelled the French ambassador on Monday and gave him two days to leave the country.\n"
        "July 26: Soldiers topple President Bazoum.\nJuly 30: ECOWAS sets an ultimatum.\nAugust 3: Accords end.",
        "The junta expels him. On July 26, soldiers toppled Bazoum. On July 30, the bloc set an ultimatum. On August "
        "3, they ended the accords.",
    ],
)
def test_news_above_days_that_are_told_wakes(text: str, tagged: Tagger) -> None:
    assert tagged(text, title="Niger: junta expels the ambassador", published="2023-08-28", language="en").alert
