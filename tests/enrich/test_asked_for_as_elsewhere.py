"""A coup that is only asked for, as there was one elsewhere, and a list of states that grows by one."""

from __future__ import annotations

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
