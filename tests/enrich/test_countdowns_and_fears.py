"""Headlines that name no country above the first days' threats, lines above a text, and openings that only wonder."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Countdown to a possible intervention",
            "Hours before the ultimatum of Ecowas ends, more states have spoken out against the mutineers. "
            "Paris said that it stood by the bloc. On Friday army chiefs drew up a plan against the junta in "
            "Niger, the commissioner said. Mali and Burkina Faso, ruled by officers who seized power, warned "
            "that they would fight beside it.",
        ),
        (
            "fr",
            "Une intervention militaire se prépare",
            "À quelques heures de la fin de l'ultimatum de la Cédéao, les pressions sur les putschistes "
            "augmentent. Paris soutient le bloc. Vendredi, des chefs d'état-major ont arrêté un plan contre "
            "la junte du Niger, selon un commissaire. Le Mali et le Burkina Faso, gouvernés par des "
            "militaires putschistes, se disent solidaires.",
        ),
        (
            "ar",
            "العد التنازلي لتدخل عسكري محتمل",
            "قبل ساعات من انتهاء مهلة إيكواس تتزايد الضغوط على الانقلابيين. وقال قادة الجيوش يوم الجمعة إنهم "
            "وضعوا خطة ضد المجلس العسكري في النيجر. وحذرت مالي وبوركينا فاسو، اللتان يحكمهما عسكريون، من أي حرب.",
        ),
    ],
)
def test_a_threat_of_the_bloc_is_of_the_first_country_that_the_lead_names(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    tags = tagged(text, title=title, published="2023-08-05", language=language)
    assert tags.alert
    assert ("niger-2023", "asserted") in told_of(tags)


def test_a_threat_is_not_of_a_country_named_behind_another(tagged: Tagger) -> None:
    text = (
        "Hours before the summit of Ecowas more states have spoken out against juntas. On Friday army chiefs "
        "met. Mali's junta said that it would not yield. Elsewhere Niger's grain was sold."
    )
    tags = tagged(text, title="Countdown to a possible intervention", published="2023-08-05", language="en")
    assert not tags.alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "German army ends its mission",
            "9:15 pm\n\nFriday\n\nDPA\n\nThe German armed forces have left their last air base in Niger with "
            "sixty men.",
        ),
        (
            "fr",
            "L'armée allemande met fin à sa mission",
            "21h15\n\nVendredi\n\nDPA\n\nL'armée allemande a quitté sa dernière base aérienne au Niger avec "
            "soixante hommes.",
        ),
        (
            "ar",
            "الجيش الألماني ينهي مهمته",
            "9:15 م\n\nالجمعة\n\nد ب أ\n\nغادر الجيش الألماني قاعدته الجوية الأخيرة في النيجر ومعه ستون جنديا.",
        ),
        (
            "ha",
            "Rukunin karshe na sojojin Jamus ya fice",
            "9:15\n\nJuma'a\n\nDPA\n\nSojojin Jamus sun fice daga sansaninsu na karshe a Nijar tare da mutum sittin.",
        ),
    ],
)
def test_time_day_and_agency_in_lines_of_their_own_are_no_first_sentence(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert tagged(text, title=title, published="2024-08-30", language=language).alert


def test_a_first_sentence_of_another_country_stays_the_first(tagged: Tagger) -> None:
    text = (
        "9:15 pm\n\nFriday\n\nDPA\n\nThe German armed forces have left their base in Jordan. Niger's was shut in May."
    )
    assert not tagged(text, title="German army ends its mission", published="2024-08-30", language="en").alert


RALLY = (
    "Des milliers de partisans des militaires putschistes ont rempli les gradins du stade de la capitale. "
    "Une délégation du CNSP est arrivée sous les vivats, escortée par des motards et par une fanfare, tandis "
    "que l'on agitait des drapeaux russes et des pancartes contre les sanctions dans les tribunes et jusque "
    "sur la pelouse, au son des tambours et des trompettes de plusieurs écoles de la ville. {}"
)


@pytest.mark.parametrize(
    ("last", "alert"),
    [
        ("Le général Mohamed Toumba a pris la parole pour dénoncer un complot.", True),
        ("La pelouse a été refaite en mai par une entreprise de la place.", False),
    ],
)
def test_who_speaks_some_lines_below_a_bare_headline_is_news(tagged: Tagger, last: str, alert: bool) -> None:
    title = "Niger : dernières heures avant une possible intervention militaire"
    assert tagged(RALLY.format(last), title=title, published="2023-08-06", language="fr").alert is alert


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "Speculation is rife about how the world will deal with Niger after the coup that toppled President "
            "Mohamed Bazoum, and whether the junta will stay. The deadline of ECOWAS ended on Sunday, and no "
            "troops came.",
        ),
        (
            "fr",
            "Les spéculations vont bon train sur ce que fera le monde au Niger après le putsch qui a renversé le "
            "président Mohamed Bazoum. L'ultimatum de la Cédéao a expiré dimanche, et aucun soldat n'a bougé.",
        ),
        (
            "ar",
            "تتزايد التكهنات بشأن ما سيفعله العالم في النيجر بعد الانقلاب الذي أطاح بالرئيس محمد بازوم. وانتهت يوم "
            "الأحد مهلة إيكواس، ولم يعبر أي جندي الحدود.",
        ),
        (
            "ha",
            "Ana ci gaba da hasashe kan yadda duniya za ta tunkari Nijar bayan juyin mulkin da ya hambarar da Shugaba "
            "Mohamed Bazoum. A ranar Lahadi ne wa'adin ECOWAS ya cika, ba wani soja da ya ketare iyaka.",
        ),
    ],
)
def test_a_text_that_begins_with_what_people_wonder_is_no_news(tagged: Tagger, language: str, text: str) -> None:
    assert not tagged(text, published="2023-08-08", language=language).alert


def test_a_text_that_begins_with_what_is_done_and_wonders_later_is_news(tagged: Tagger) -> None:
    text = (
        "Niger's junta closed its airspace on Sunday as the deadline of ECOWAS ended. Speculation is rife about how "
        "the world will deal with the coup that toppled President Mohamed Bazoum."
    )
    assert tagged(text, published="2023-08-08", language="en").alert


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The coup in Niger and the ouster of its elected president have stoked fears over supplies of uranium to "
            "Europe's reactors, and for the gas pipeline across the desert.",
        ),
        (
            "fr",
            "Le putsch au Niger et la destitution du président élu font naître des craintes pour l'approvisionnement "
            "en uranium des centrales européennes, et pour le gazoduc du désert.",
        ),
        (
            "ar",
            "أثار الانقلاب في النيجر وعزل الرئيس المنتخب وسقوط الحكم في أيدي الانقلابيين، قلقا بشأن إمدادات "
            "اليورانيوم إلى أوروبا.",
        ),
    ],
)
def test_fears_over_supplies_are_an_effect(tagged: Tagger, language: str, text: str) -> None:
    tags = tagged(text, published=None, language=language)
    assert not tags.alert
    assert tags.crises[0].salience == "main"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The French minister said the coup in Niger raised no fears over supplies of uranium to its reactors."),
        ("ar", "قال وزير الطاقة الفرنسي إن الانقلاب في النيجر لا يثير مخاوف بشأن إمدادات اليورانيوم إلى أوروبا."),
    ],
)
def test_what_a_minister_says_of_supplies_is_news(tagged: Tagger, language: str, text: str) -> None:
    assert tagged(text, published="2023-08-03", language=language).alert


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        (
            "en",
            "Lender halts payments to Niger",
            "The bank is alarmed by efforts to overthrow the democratically elected government in Niger.",
        ),
        (
            "fr",
            "La Banque suspend ses versements au Niger",
            "La Banque s'alarme des manœuvres visant à renverser le gouvernement élu du Niger.",
        ),
        (
            "ar",
            "البنك يوقف مدفوعاته للنيجر",
            "أعرب البنك عن قلقه إزاء الجهود الرامية إلى الإطاحة بالحكومة المنتخبة في النيجر.",
        ),
    ],
)
def test_efforts_to_topple_an_elected_government_tell_its_coup(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    assert told_of(tagged(text, title=title, published="2023-08-03", language=language)) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Niger: workers strike", "The party's efforts to topple the government in Niger will go on, its leader said."),
        ("Peru: payments halted", "The bank is alarmed by efforts to overthrow the democratically elected government."),
    ],
)
def test_efforts_to_topple_just_a_government_tell_none(tagged: Tagger, title: str, text: str) -> None:
    assert told_of(tagged(text, title=title, published="2023-08-03", language="en")) == set()
