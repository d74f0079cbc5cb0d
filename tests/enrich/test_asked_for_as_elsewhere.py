"""A coup that is only asked for, as there was one elsewhere, and a list of states that grows by one."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

ASKED = {("unspecified", "hypothetical"), ("niger-2023", "historical")}


def test_a_coup_asked_for_as_in_a_neighbour_is_hypothetical_and_the_neighbours_background(tagged: Tagger) -> None:
    for title, text in (
        (
            "Nigeria's army warns those who call for a coup",
            "Some call on soldiers to take power, as was done in Niger.",
        ),
        (
            "Sojojin Najeriya sun gargadi masu kiran juyin mulki",
            "Wasu na kira ga sojoji su kifar da gwamnati tare da karbe iko kamar yadda aka yi a Nijar.",
        ),
    ):
        tags = tagged(text, title, published="2024-02-23")
        assert told_of(tags) == ASKED, title
        assert not tags.alert, title


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Army warns those who call for a coup", "They call on soldiers to topple Tinubu as in Niger."),
        ("en", "Politician held", "He said that in Ghana the army should stage a coup as happened in Niger."),
        ("en", "Pastor questioned", "A pastor in Ghana told his flock that the country needs a coup like Niger's."),
        ("en", "Cleric questioned", "A cleric in Kano called for a Niger-style coup in Nigeria."),
        ("en", "Flags in Kano", "Protesters in Nigeria urged the military to take over as in Niger."),
        ("fr", "Un pasteur entendu", "Au Ghana, un pasteur a dit qu'il fallait un coup d'Etat comme au Niger."),
        ("fr", "Un opposant arrêté",
         "Au Cameroun, il a appelé les militaires à faire comme au Niger et à prendre le pouvoir."),
        ("fr", "Un chroniqueur arrêté", "Il avait souhaité un putsch au Sénégal, à l'exemple du Niger."),
        ("ar", "الشرطة تستجوب قسا", "قال قس في غانا إن البلاد بحاجة إلى انقلاب كالذي وقع في النيجر."),
        ("ar", "اعتقال معارض", "في الكاميرون دعا معارض العسكريين إلى الاستيلاء على السلطة على غرار النيجر."),
        ("ha", "An kama fasto", "A Ghana wani fasto ya ce kasar na bukatar juyin mulki irin na Nijar."),
    ],
)  # fmt: skip
def test_who_wants_a_coup_as_in_niger_tells_nigers_as_an_example(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    for published in ("2023-08-20", "2024-08-06"):
        tags = tagged(text, title, published=published, language=language)
        assert told_of(tags) == ASKED
        assert not tags.alert


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Niger needs aid after a coup like Mali's."),
        ("en", "In Niger soldiers took power in a coup like that in Mali, and the bloc should undo it."),
        ("fr", "Le Niger a besoin d'aide après un coup d'Etat comme au Mali."),
        ("ar", "دعا الاتحاد الأفريقي إلى الرد على الانقلاب في النيجر كما في مالي."),
        ("ha", "Nijar na bukatar taimako bayan juyin mulki irin na Mali."),
    ],
)
def test_what_else_is_wanted_after_a_coup_leaves_it_a_fact(language: str, text: str, tagged: Tagger) -> None:
    told = told_of(tagged(text, published="2023-08-20", language=language))
    assert "niger-2023" in {event for event, _ in told}
    assert ("unspecified", "hypothetical") not in told


def test_who_calls_on_soldiers_in_arabic_tells_no_coup(tagged: Tagger) -> None:
    text = "يدعو بعضهم العسكريين إلى الإطاحة بحكومة تينوبو."
    tags = tagged(text, "الجيش يحذر دعاة الانقلاب", published="2024-02-23")
    assert told_of(tags) == {("unspecified", "hypothetical")}


def test_a_coup_told_as_in_a_neighbour_is_no_call_for_one(tagged: Tagger) -> None:
    tags = tagged("Soldiers took power in Gabon on Wednesday, as was done in Niger.", published="2023-08-31")
    assert ("gabon-2023", "asserted") in told_of(tags)


def test_a_list_of_states_that_grows_tells_of_others(tagged: Tagger) -> None:
    for text in (
        "Benin joined a growing list of African countries where officers have seized power since 2020.",
        "Le Bénin rejoint une liste croissante de pays africains où des officiers ont pris le pouvoir depuis 2020.",
        "Benin ta shiga jerin kasashen Afirka da hafsoshi suka kwace mulki a cikinsu tun 2020.",
        "انضمت بنين إلى قائمة متزايدة من الدول الأفريقية التي استولى فيها ضباط على السلطة منذ عام 2020.",
    ):
        assert ("unspecified", "historical") in told_of(tagged(text, published="2025-12-08")), text


def test_a_confederation_is_an_act_only_where_it_is_founded(tagged: Tagger) -> None:
    entry = "كونفدرالية الساحل تكتل إقليمي أنشأته المجالس العسكرية في مالي وبوركينا فاسو والنيجر في يوليو 2024."
    assert not tagged(entry, "كونفدرالية الساحل", published="2025-08-13").alert
    founded = "مالي والنيجر وبوركينا فاسو تشكل كونفدرالية"
    assert tagged(founded + ".", founded, published="2024-07-06").alert
