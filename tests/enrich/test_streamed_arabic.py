"""Kinds that Arabic news had as it streams in, much of it without a date; each sample is in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger
from tests.enrich.test_coups import told
from tests.enrich.test_real_arabic import entries


@pytest.mark.parametrize(
    "text",
    [
        "قالت مصادر أمنية إن عناصر من الحرس الرئاسي يحتجزون رئيس النيجر محمد بازوم داخل قصره. ويحادثهم الجيش.",
        "انقلاب في النيجر: الحرس الرئاسي يطوق القصر ويحتجز الرئيس بازوم. وتطالب القوات المسلحة الحرس بإطلاق سراحه.",
        "يحتجز جنود الرئيس محمد بازوم في نيامي. ويقف الجنرال تشياني وراء محاولة إزاحته، كما قال مستشار له.",
    ],
)
def test_a_text_without_a_date_that_tells_only_the_siege_is_of_the_first_day(text: str, tagged: Tagger) -> None:
    assert entries(tagged, text, None) == {("niger-2023", "attempted", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "لا يزال رئيس النيجر محمد بازوم محتجزا في قصره منذ الانقلاب. وزاره طبيبه أمس.",
        "قال محامو بازوم إن العسكريين يحتجزون رئيس النيجر مع زوجته. وكان قد أطيح به في يوليو.",
    ],
)
def test_who_is_held_since_the_coup_is_none_of_its_first_day(text: str, tagged: Tagger) -> None:
    assert entries(tagged, text, None) == {("niger-2023", "realized", "asserted")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("قرر المجلس العسكري الذي يحكم النيجر منذ أكثر من عام تمديد الفترة الانتقالية.", "niger-2023"),
        ("أعلنت نيامي فتح سفارة لها. وكان العسكريون قد استولوا على السلطة في النيجر بانقلاب قبل عامين.", "niger-2023"),
        ("انسحبت القوات الأجنبية من النيجر بعد انقلاب العام الماضي، كما قال المجلس العسكري.", "niger-2023"),
        ("بدأ مهرجان في كوناكري بغينيا بحضور دومبويا الذي استولى على السلطة بانقلاب قبل ثلاث سنوات.", "guinea-2021"),
        ("سحب المجلس العسكري في النيجر رخصة المنجم في يوليو 2024. وقد جاء إلى الحكم بانقلاب.", "niger-2023"),
    ],
)
def test_a_text_without_a_date_is_as_late_as_it_says(text: str, event: str, tagged: Tagger) -> None:
    assert told(tagged, text, published=None) == {(event, "historical")}


@pytest.mark.parametrize(
    "text",
    [
        "قال المجلس العسكري الحاكم في النيجر إن الحوار سيبدأ في يناير المقبل.",
        "قال المجلس العسكري في النيجر، البلد الذي يستخرج اليورانيوم منذ عام 1971، إن المنجم سيفتح.",
    ],
)
def test_a_year_of_something_else_makes_no_coup_late(text: str, tagged: Tagger) -> None:
    assert told(tagged, text, published=None) == {("niger-2023", "asserted")}


def test_what_failed_some_august_is_not_what_closed_a_border_last_august(tagged: Tagger) -> None:
    text = "أعيد فتح الحدود مع النيجر المغلقة منذ آب الماضي عقب انقلاب في نيامي."
    assert told(tagged, text, published=None) == {("niger-2023", "asserted")}


def test_beside_niger_the_juntas_of_its_neighbours_are_past_without_a_date_too(tagged: Tagger) -> None:
    text = "أعلنت إيكواس خروج النيجر ومالي وبوركينا فاسو، وهي دول تحكمها مجالس عسكرية. وقال قادتها إن القرار نهائي."
    assert told(tagged, text, published=None) == {
        ("niger-2023", "asserted"), ("mali-2021", "historical"), ("burkina-faso-2022-09", "historical"),
    }  # fmt: skip


@pytest.mark.parametrize("who", ["تديرها مجموعة عسكرية", "تحكمها لجنة عسكرية", "تقودها سلطات عسكرية"])
def test_a_country_that_a_group_of_soldiers_runs_has_a_junta(who: str, tagged: Tagger) -> None:
    text = f"قتل جنديان في كمين قرب غاو. وتواجه مالي التي {who} تمردا منذ 2012."
    assert told(tagged, text, published="2023-09-02", title="قتلى في كمين شمالي مالي") == {("mali-2021", "historical")}


def test_who_does_not_aspire_to_power_denies_no_coup(tagged: Tagger) -> None:
    text = "قال قائد المجلس العسكري في النيجر في خطاب: لا نسعى إلى الاستيلاء على السلطة، والحوار مفتوح."
    assert told(tagged, text, published="2023-08-19") == {("niger-2023", "asserted")}


def test_the_first_and_the_last_of_several_are_both_dated(tagged: Tagger) -> None:
    text = "عزل عسكريون رئيس النيجر محمد بازوم. وعرفت النيجر أربعة انقلابات، أولها عام 1974 وآخرها عام 2010."
    assert told(tagged, text, published="2023-07-28") == {
        ("niger-2023", "asserted"), ("niger-1974", "historical"), ("niger-2010", "historical"),
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "وكانت مجموعة من الجنود قد حاولت الإطاحة بالرئيس السابق في 31 مارس 2021.",
        "وحاولت مجموعة من الجنود الإطاحة بالرئيس السابق قبل يومين من تنصيبه في نهاية مارس 2021.",
        "وفي 31 مارس 2021 حاول عدد من ضباط سلاح الجو الانقلاب على الرئيس السابق.",
    ],
)
def test_who_tried_it_may_stand_between_the_trying_and_the_coup(text: str, tagged: Tagger) -> None:
    got = entries(tagged, f"عزل عسكريون رئيس النيجر محمد بازوم وأغلقوا الحدود. {text}", "2023-07-28")
    assert got == {("niger-2023", "realized", "asserted"), ("niger-2021-attempt", "attempted", "historical")}
