"""A crisis goes on without the word coup: foreign troops and bases, mines and oil, critics in prison."""

import pytest

from tests.enrich.conftest import Tagger

TROOPS = [
    ("en", "Last American soldiers fly out of Agadez",
     "The plane with the last Americans took off from the Nigerien city of Agadez on Sunday, an officer said."),
    ("fr", "Agadez : les derniers soldats américains s'en vont",
     "L'avion des derniers Américains a décollé dimanche d'Agadez, dans le nord du Niger, a dit un officier."),
    ("ar", "آخر الجنود الأميركيين يغادرون أغاديز",
     "أقلعت يوم الأحد طائرة آخر الأميركيين من مدينة أغاديز في شمال النيجر، كما قال ضابط."),
    ("ha", "Sojojin Amurka na karshe sun bar Agadez",
     "Jirgin Amurkawan na karshe ya tashi ranar Lahadi daga birnin Agadez na Nijar, in ji wani hafsa."),
]  # fmt: skip
MINES = [
    ("en", "Orano no longer runs its mine in Niger",
     "The state decides at Somaïr from now on, the French group said on Wednesday."),
    ("fr", "Orano n'a plus la main sur sa mine du Niger",
     "C'est l'Etat qui décide désormais à la Somaïr, a fait savoir mercredi le groupe français."),
    ("ar", "أورانو تفقد إدارة منجمها في النيجر",
     "أعلنت المجموعة الفرنسية يوم الأربعاء أن الدولة هي من يقرر الآن في شركة سومير."),
    ("ha", "Orano ba ya iko da mahakar yuraniyom dinsa a Nijar",
     "Kamfanin na Faransa ya ce ranar Laraba gwamnati ce ke yanke hukunci yanzu a Somair."),
]  # fmt: skip
PRISON = [
    ("en", "Niger: two radio journalists in prison",
     "Two reporters of a station in Agadez were sent to prison by a court in Niamey on Friday, a colleague said."),
    ("fr", "Niger : deux journalistes de radio en prison",
     "Deux reporters d'une radio d'Agadez ont été écroués vendredi par un tribunal de Niamey, dit un confrère."),
    ("ar", "النيجر: حبس صحافيين اثنين",
     "أمرت محكمة في نيامي يوم الجمعة بحبس صحافيين من إذاعة في أغاديز، كما قال زميل لهما."),
    ("ha", "Nijar: An kai 'yan jarida biyu gidan yari",
     "Wata kotu a Yamai ta tura 'yan jarida biyu na wani gidan rediyo gidan yari ranar Juma'a, in ji abokin aikinsu."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), [*TROOPS, *MINES, *PRISON])
def test_such_a_matter_is_news_of_the_crisis(language: str, title: str, text: str, tagged: Tagger) -> None:
    found = tagged(text, title, published="2024-08-05", language=language)
    assert (found.crises[0].salience, found.alert) == ("main", True)


@pytest.mark.parametrize(("language", "title", "text"), [*TROOPS, *MINES, *PRISON])
def test_before_the_crisis_it_is_none(language: str, title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title, published="2022-08-05", language=language).crises[0].salience == "none"


@pytest.mark.parametrize(("language", "title", "text"), PRISON)
def test_nor_where_there_is_no_day_and_nothing_tells_the_coup(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert not tagged(text, title, published=None, language=language).alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Gunmen attack military base in Niger", "Ten soldiers died at the base near Torodi, the army said."),
        ("fr", "Niger : une base militaire attaquée", "Dix soldats sont morts dans la base près de Torodi."),
        ("en", "Journalist from Niger wins a prize", "A reporter of a station in Niamey was honoured in Dakar."),
        ("fr", "Un journaliste du Niger primé", "Le reporter d'une radio de Niamey a été distingué à Dakar."),
        ("en", "Chad: American soldiers return", "The Americans are back in N'Djamena, weeks after Niger."),
        ("ha", "'Yan jarida sun yi taro a Yamai", "'Yan jarida daga kasashe goma sun hallara a Yamai ranar Litinin."),
        ("ar", "صحافي من النيجر يفوز بجائزة", "كرم مراسل إذاعة من نيامي في داكار يوم الاثنين."),
    ],
)  # fmt: skip
def test_an_attack_a_prize_and_another_country_s_troops_are_not(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert tagged(text, title, published="2024-10-05", language=language).crises[0].salience != "main"


HELD_BELOW = [
    ("en", "Three reporters arrested", "Niger's authorities have arrested three reporters, a judge said on Friday."),
    ("fr", "Trois journalistes arrêtés", "Les autorités du Niger ont arrêté trois journalistes, dit un juge."),
    ("ar", "توقيف ثلاثة صحافيين في بلد أفريقي", "اعتقلت سلطات النيجر يوم الجمعة ثلاثة صحافيين، كما قال قاض."),
    ("ha", "An kama 'yan jarida uku", "Hukumomin Nijar sun kama 'yan jarida uku ranar Juma'a, in ji wani alkali."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), HELD_BELOW)
def test_the_first_sentence_may_say_where_critics_were_put_away(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    found = tagged(text, title, published="2025-11-05", language=language)
    assert (found.crises[0].salience, found.alert) == ("main", True)


def test_a_daily_paper_is_no_daily_life(tagged: Tagger) -> None:
    text = (
        "Le patron du quotidien privé l'Enquêteur est depuis jeudi entre les mains de la police judiciaire nigérienne. "
        "Son avocat dit qu'il a été interrogé vendredi."
    )
    assert tagged(text, published="2024-04-27", language="fr").alert
    text = "Le quotidien des Nigériens est plus dur depuis la hausse des prix, disent des habitants de Niamey."
    assert not tagged(text, published="2024-04-27", language="fr").alert


def test_a_neighbour_that_cuts_the_power_acts(tagged: Tagger) -> None:
    text = "فصلت نيجيريا يوم الأربعاء خط الكهرباء الذي يغذي النيجر، كما قالت شركة الكهرباء."
    title = "نيجيريا تفصل الكهرباء عن النيجر تطبيقاً للعقوبات على الانقلابيين"
    assert tagged(text, title, published="2023-08-02", language="ar").alert
