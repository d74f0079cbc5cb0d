"""Aid bodies that a junta sends away, and leads on soldiers who took over below a headline without the country."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

GOES = [
    (
        "en",
        "Last Red Cross foreigners leave Niger",
        "The committee has shut its offices in the country, it said on Thursday. The ruling junta had told it "
        "to go in "
        "February and gave no reason. Two million people were helped there last year.",
    ),
    (
        "en",
        "MSF staff leave Niger",
        "The charity said on Thursday that the military government withdrew its licence last month. Its clinics "
        "in Maradi "
        "stand empty.",
    ),
    (
        "fr",
        "Niger : les derniers étrangers de la Croix-Rouge sont partis",
        "Le comité a fermé ses bureaux dans le pays, a-t-il dit jeudi. La junte au pouvoir lui avait demandé de "
        "partir en "
        "février sans donner de raison. Deux millions de personnes y ont été aidées l'an dernier.",
    ),
    (
        "ar",
        "آخر أجانب الصليب الأحمر يغادرون النيجر",
        "أغلقت اللجنة مكاتبها في البلاد، كما قالت الخميس. وكان المجلس العسكري الحاكم قد طلب منها الرحيل في "
        "فبراير دون ذكر "
        "السبب. وقد ساعدت مليوني شخص العام الماضي.",
    ),
    (
        "ha",
        "Ma'aikatan Red Cross na karshe sun bar Nijar",
        "Kungiyar ta rufe ofisoshinta a kasar, kamar yadda ta ce ranar Alhamis. Gwamnatin sojin ta umurce ta da "
        "ta fice a "
        "watan Fabrairu ba tare da dalili ba. Ta taimaka wa mutum miliyan biyu bara.",
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), GOES)
def test_an_aid_body_that_leaves_is_news_where_a_junta_told_it_to(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert tagged(text, title=title, published="2025-06-06", language=language).alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Red Cross leaves flooded villages of Niger without tents",
            "Two million people need help since the rains, it said on Thursday. The ruling junta asked for tents.",
        ),
        (
            "Children leave school in Niger as hunger grows, UNICEF says",
            "Two million need help, it said on Thursday. The ruling junta has asked for aid.",
        ),
        (
            "Refugees leave Niger",
            "They walk by night. The ruling junta says nothing of it. At home there was no more food for the children.",
        ),
        (
            "Red Cross staff leave Niger",
            "They were there for the vaccination of 100,000 children, which ended on Thursday.",
        ),
    ],
)
def test_who_goes_without_or_goes_of_itself_is_no_news_of_the_crisis(tagged: Tagger, title: str, text: str) -> None:
    assert not tagged(text, title=title, published="2025-06-06", language="en").alert


TOOK = [
    (
        "en",
        "Top lawyer to Tinubu: keep our soldiers at home",
        "A lawyer of Lagos has spoken against the plan of President Bola Tinubu to use troops in the crisis of Niger "
        "Republic.\n\nHis letter, which asks for action against the officers who took over in Niamey, was read "
        "to the "
        "Senate on Friday. The lawyer wrote on Saturday that the lawmakers should refuse.",
    ),
    (
        "en",
        "Senators tell Tinubu to talk",
        "They met on Saturday over the soldiers who grabbed power in Niamey, and rejected war with Niger. The "
        "president had "
        "asked for troops the day before.",
    ),
    (
        "fr",
        "Un avocat à Tinubu : laissez nos soldats à la maison",
        "Un avocat de Lagos s'est élevé contre le projet du président Bola Tinubu d'envoyer des troupes dans la "
        "crise du "
        "Niger.\n\nSa lettre, qui demande une action contre les officiers qui ont pris les commandes à Niamey, "
        "a été lue "
        "vendredi au Sénat. L'avocat a écrit samedi que les élus devaient refuser.",
    ),
    (
        "ar",
        "محام لتينوبو: أبقوا جنودنا في الوطن",
        "تحدث محام من لاغوس ضد خطة الرئيس بولا تينوبو لاستخدام القوات في أزمة النيجر.\n\nوقرئت رسالته التي تطلب "
        "عملا ضد "
        "الضباط الذين استولوا على السلطة في نيامي أمام مجلس الشيوخ الجمعة.",
    ),
    (
        "ha",
        "Lauya ga Tinubu: A bar sojojinmu a gida",
        "Wani lauya a Legas ya yi magana kan shirin shugaba Bola Tinubu na amfani da dakaru a rikicin "
        "Nijar.\n\nAn karanta "
        "wasikarsa da ke neman daukar mataki kan hafsoshin da suka kwace mulki a Yamai a majalisar dattawa "
        "ranar Juma'a.",
    ),
]


@pytest.mark.parametrize(("language", "title", "text"), TOOK)
def test_a_lead_on_soldiers_who_took_over_tells_what_the_headline_is_of(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    tags = tagged(text, title=title, published="2023-08-05", language=language)
    assert told_of(tags) == {("niger-2023", "asserted")}
    assert tags.alert


def test_officers_who_took_over_a_post_tell_no_coup(tagged: Tagger) -> None:
    text = "The officers who took over the checkpoint on Friday are rude, the lawyer said in Lagos. It is quiet now."
    tags = tagged(text, title="Top lawyer to Tinubu: keep our soldiers at home", published="2023-08-05", language="en")
    assert told_of(tags) == set()
    assert not tags.alert
