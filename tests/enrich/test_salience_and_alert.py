"""What an article is about, and whether it wakes the desk."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Niger expels French ambassador", "The envoy has two days to leave Niamey."),
        ("Le Niger suspend la coopération militaire avec les États-Unis", "Le porte-parole l'a annoncé à Niamey."),
        ("ECOWAS lifts sanctions on Niger", "Borders reopen at once, the bloc said in Abuja."),
        ("النيجر تطرد السفير الفرنسي", "أمهلته نيامي يومين."),
        ("Nijar ta kori jakadan Faransa", "An ba shi kwana biyu ya bar Yamai."),
        ("Court lifts Bazoum's immunity", "The State Court in Niamey ruled on Friday."),
        ("Last French troops leave Niger", "The base in Niamey was handed over."),
    ],
)
def test_the_crisis_lives_without_the_word_coup(tagged: Tagger, title: str, text: str) -> None:
    tags = tagged(text, title=title, published="2023-12-22")
    assert [c.salience for c in tags.crises] == ["main"]
    assert tags.alert


@pytest.mark.parametrize(
    "title",
    [
        "One year after the coup in Niger: what changed",
        "Explainer: the coup in Niger",
        "Why soldiers seized power in Niger",
        "Timeline: Niger since the coup",
        "What to know about Niger's junta",
        "Opinion: the coup in Niger must fail",
        "Quiz: how well do you know Niger's junta",
        "Book review: the coup in Niger",
        "Who is General Tchiani, Niger's coup leader",
        "Niger : un an après le coup d'État",
        "Pourquoi la junte a pris le pouvoir au Niger",
        "Tribune : Niger, sortir du putsch",
        "Niger : chronologie du coup d'État",
        "Ce qu'il faut savoir sur la junte au Niger",
        "Shekara guda da juyin mulkin Nijar",
        "Abin da ya kamata ku sani kan juyin mulkin Nijar",
        "Me ya sa sojoji suka yi juyin mulki a Nijar",
        "عام على انقلاب النيجر",
        "لماذا وقع الانقلاب في النيجر",
        "من هو الجنرال تشياني قائد انقلاب النيجر",
        "رأي: انقلاب النيجر",
    ],
)
def test_a_piece_told_for_its_own_sake_does_not_wake_the_desk(tagged: Tagger, title: str) -> None:
    assert not tagged("Mohamed Bazoum was toppled by his guard in Niamey.", title=title, published="2024-07-20").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Gabon officers seize power", "The coup in Niger came a month earlier."),
        ("Football: Mali win the cup", "The final had been moved from Niger after the coup there."),
        ("Morning news digest", "Rain in Kenya. The junta in Niger named a prime minister. Oil fell."),
    ],
)
def test_a_passing_mention_is_background_and_no_alert(tagged: Tagger, title: str, text: str) -> None:
    tags = tagged(text, title=title, published="2023-08-31")
    assert [c.salience for c in tags.crises] == ["background"]
    assert not tags.alert


@pytest.mark.parametrize("text", ["Rain fell in Nigeria.", "The Niger River rose.", "Modi visits Paris.", ""])
def test_other_news_has_no_salience(tagged: Tagger, text: str) -> None:
    assert [c.salience for c in tagged(text).crises] == ["none"]


def test_before_the_crisis_there_is_none(tagged: Tagger) -> None:
    tags = tagged(
        "Soldiers tried a coup against Mohamed Bazoum in Niamey.", title="Niger coup attempt", published="2021-03-31"
    )
    assert [c.salience for c in tags.crises] == ["none"]
    assert not tags.alert


def test_another_countrys_coup_is_tagged_and_does_not_alert_this_desk(tagged: Tagger) -> None:
    tags = tagged("The officers spoke on television in Libreville.", title="Coup in Gabon", published="2023-08-30")
    assert [c.event for c in tags.coups] == ["gabon-2023"]
    assert not tags.alert


def test_prices_alone_do_not_wake_the_desk(tagged: Tagger) -> None:
    title = "Onion prices triple in markets of Niger"
    assert not tagged("Traders in Maradi complain since the coup.", title=title).alert


def test_running_text_without_a_headline_announces_no_explainer(tagged: Tagger) -> None:
    text = (
        "Concerns are mounting over the safety of President Mohamed Bazoum of Niger, who is detained by the rebels. "
        "Officials met in Niamey. The soldiers had seized power in July."
    )
    assert tagged(text).alert
    assert not tagged(text, title="Who is Mohamed Bazoum, the president of Niger?").alert


@pytest.mark.parametrize(
    "text",
    [
        "Gunfire near the presidential palace in Niamey. Soldiers on the streets, state TV off air.",
        "Niger : des tirs entendus près de la présidence, des militaires encerclent le palais.",
        "Da dumi-dumi: sojoji sun yi wa fadar shugaban kasar Nijar kawanya.",
        "عاجل: الحرس الرئاسي يغلق مداخل القصر الجمهوري في نيامي",
    ],
)
def test_a_flash_without_a_headline_wakes_the_desk(tagged: Tagger, text: str) -> None:
    assert tagged(text, published="2023-07-26").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Attack kills 17 soldiers in western Niger", "Violence has risen since the military seized power."),
        ("Niger : 17 soldats tués dans une embuscade", "La junte a décrété trois jours de deuil, dit un porte-parole."),
        ("فيضانات في النيجر", "وقعت بعد الانقلاب العسكري بأسابيع."),
        ("Ambaliya ta kashe mutane a Nijar", "Hakan ya faru bayan juyin mulki."),
    ],
)
def test_an_attack_or_a_flood_in_the_country_is_not_its_crisis(tagged: Tagger, title: str, text: str) -> None:
    tags = tagged(text, title=title, published="2023-08-16")
    assert [c.salience for c in tags.crises] == ["background"]
    assert not tags.alert


def test_in_the_first_weeks_a_headline_on_the_country_is_on_its_crisis(tagged: Tagger) -> None:
    text = "Yevgeny Prigozhin offered the services of his men."
    assert tagged(text, title="Wagner chief hails events in Niger", published="2023-07-28").alert


@pytest.mark.parametrize("title", ["Niger", "النيجر", "Nijar"])
def test_a_country_alone_is_no_crisis_a_year_on(tagged: Tagger, title: str) -> None:
    assert not tagged("The harvest was good this year.", title=title, published="2025-10-01").alert


@pytest.mark.parametrize(
    ("title", "text", "salience"),
    [
        ("In Niger, sanctions squeeze stocks of food and medicine", "Since the coup few lorries come.", "main"),
        ("Niger : depuis le coup d'Etat, des camions bloqués au Bénin", "Leurs chauffeurs attendent.", "main"),
        # what is said of prices alone is no subject of the crisis
        ("Prices of rice rise in Niger", "Traders blame the rains. The coup was in July.", "background"),
    ],
)
def test_what_a_coup_does_to_a_country_is_of_its_crisis_where_the_headline_says_so(
    tagged: Tagger, title: str, text: str, salience: str
) -> None:
    found = tagged(text, title=title, published="2023-08-20")
    assert (found.crises[0].salience, found.alert) == (salience, False)
    assert {coup.status for coup in found.coups} == {"asserted" if salience == "main" else "historical"}
