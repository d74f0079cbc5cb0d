"""A coup that another is only like, or came after, is no subject; each sample is in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

OLD = ("niger-2023", "historical")
NEW = ("gabon-2023", "asserted")


@pytest.mark.parametrize(
    "text",
    [
        "تولى ضباط السلطة في الغابون فجر الأربعاء، بعد أسابيع من انقلاب النيجر.",
        "أعلن جنود في الغابون إنهاء حكم علي بونغو أمس، في تحرك مماثل في النيجر قبل شهر. وأغلقوا الحدود.",
        "أطاح الحرس الجمهوري برئيس الغابون، على غرار ما حدث في النيجر.",
        "شهدت الغابون فجر اليوم انقلابا بعد شهر من الانقلاب الذي أطاح بالرئيس بازوم في النيجر.",
        "Officers took power in Gabon on Wednesday, five weeks after the coup in Niger.",
        "Des officiers ont pris le pouvoir au Gabon mercredi, cinq semaines après le coup d'Etat au Niger.",
        "Hafsoshin soji sun kwace mulki a Gabon ranar Laraba, makonni biyar bayan juyin mulkin Nijar.",
    ],
)
def test_the_coup_that_the_first_sentence_only_comes_after_wakes_nobody(text: str, tagged: Tagger) -> None:
    tags = tagged(text, published="2023-08-31")
    assert told_of(tags) == {OLD, NEW}
    assert [c.salience for c in tags.crises] == ["background"]
    assert not tags.alert


@pytest.mark.parametrize(
    "title",
    ["بعد النيجر.. انقلاب في الغابون", "After Niger, a coup in Gabon", "Après le Niger, un coup d'Etat au Gabon"],
)
def test_a_headline_that_begins_by_coming_after_a_country_names_its_coup(title: str, tagged: Tagger) -> None:
    tags = tagged("علي بونغو." if title < "B" else "Ali Bongo.", title=title, published="2023-08-31")
    assert told_of(tags) == {OLD, NEW}
    assert not tags.alert


@pytest.mark.parametrize(
    "text",
    [
        "أمهل المجلس العسكري في النيجر السفير الفرنسي يومين، غداة انقلاب الغابون.",
        "The junta in Niger gave the French envoy two days, after the coup in Gabon.",
    ],
)
def test_an_act_of_the_junta_after_a_neighbours_coup_is_news_of_its_own(text: str, tagged: Tagger) -> None:
    tags = tagged(text, published="2023-08-31")
    assert told_of(tags) == {("niger-2023", "asserted"), ("gabon-2023", "historical")}
    assert tags.alert


def test_coups_in_these_countries_are_those_of_the_sentence_before(tagged: Tagger) -> None:
    text = "أبلغت مالي وبوركينا فاسو والنيجر المنظمة بانسحابها. وكانت قد عاقبتها إثر انقلابات عسكرية في هذه البلدان."
    tags = tagged(text, published="2024-02-01")
    assert {c.event for c in tags.coups} == {"niger-2023", "mali-2020", "burkina-faso-2022-09"}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "بعد الانقلاب في النيجر والغابون.. القلق يعم الكاميرون",
            "عين الرئيس بول بيا قادة جددا. وفي الغابون أعلن جنود أمس أنهم سيطروا على البلاد وعزلوا الرئيس.",
        ),
        (
            "After the coup in Niger and Gabon, unease in Cameroon",
            "President Paul Biya named new chiefs. In Gabon, soldiers said yesterday that they had seized power.",
        ),
        (
            "Après le coup d'Etat au Niger et au Gabon, le Cameroun s'inquiète",
            "Paul Biya a nommé de nouveaux chefs. Au Gabon, des militaires ont annoncé hier avoir pris le pouvoir.",
        ),
    ],
)
def test_a_headline_that_comes_after_two_coups_is_of_a_third_country(title: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, title=title, published="2023-08-31")
    assert told_of(tags) == {OLD, NEW}
    assert not tags.alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Junta in Burkina Faso suspends magazine", "The military rulers in Ouagadougou accused it of lying."),
        ("Burkina : la junte suspend un magazine", "Les militaires au pouvoir à Ouagadougou l'accusent de mentir."),
        ("المجلس العسكري في بوركينا فاسو يوقف مجلة", "اتهمها الحكام العسكريون في واغادوغو بنشر الشائعات."),
        ("Gwamnatin mulkin sojan Burkina Faso ta dakatar da mujalla", "Ta zargi mujallar da yada jita-jita."),
    ],
)
def test_a_junta_rules_by_its_own_coup_also_in_the_days_after_it_foiled_another(
    title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text, title=title, published="2023-09-28")
    assert {c.event for c in tags.coups} == {"burkina-faso-2022-09"}
    assert {c.type for c in tags.coups} == {"realized"}


def test_a_junta_that_foils_a_coup_is_told_of_that_one(tagged: Tagger) -> None:
    text = "The junta in Ouagadougou held four officers."
    tags = tagged(text, title="Burkina Faso foils coup", published="2023-09-28")
    assert {c.event for c in tags.coups} == {"burkina-faso-2023-attempt"}
