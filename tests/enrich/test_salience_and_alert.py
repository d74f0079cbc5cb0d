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
