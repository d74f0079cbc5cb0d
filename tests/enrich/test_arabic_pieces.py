"""Arabic headlines that are no news of the crisis, and what they resemble; each sample is in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger
from tests.enrich.test_real_arabic import entries

BELOW = "استولى الجيش على السلطة في النيجر أواخر يوليو. وما زال الرئيس بازوم محتجزا في نيامي."


@pytest.mark.parametrize(
    "title",
    [
        "أسباب انقلاب النيجر وتداعياته",
        "محلل: ما جرى في نيامي بداية لا نهاية",
        "صحيفة بريطانية ترى أن انقلاب النيجر فتح باب موسكو",
        "انقلاب النيجر وصراع النفوذ في الصحراء",
        "خبراء يحذرون من اتساع الفوضى بعد انقلاب النيجر",
        "سكان غايا يشتكون من غلق الحدود مع بنين بعد الانقلاب",
        "شركات الطيران تطيل رحلاتها بعد انقلاب النيجر",
    ],
)
def test_who_only_thinks_about_the_coup_or_bears_it_wakes_nobody(title: str, tagged: Tagger) -> None:
    assert not tagged(BELOW, title=title, published="2023-08-12").alert


@pytest.mark.parametrize(
    "title",
    [
        "وزراء خارجية إيكواس يناقشون تداعيات الانقلاب في النيجر",
        "الحكومة الألمانية: انقلاب النيجر نكسة ونطالب بالإفراج عن بازوم",
        "المجلس العسكري في النيجر يهدد بقطع إمدادات اليورانيوم",
        "رئيس النيجر يكشف أنه لا يأكل إلا الأرز منذ أسبوع",
        "النيجر تغلق مجالها الجوي والرحلات الجوية تتوقف",
    ],
)
def test_who_acts_or_speaks_wakes_the_desk_whatever_he_speaks_of(title: str, tagged: Tagger) -> None:
    assert tagged(BELOW, title=title, published="2023-08-12").alert


def test_power_that_officers_said_they_controlled_is_a_coup(tagged: Tagger) -> None:
    text = "أعيدت خدمة الهاتف في ليبرفيل أمس. وكان ضباط قد أعلنوا السيطرة على السلطة في الغابون الأسبوع الماضي."
    assert entries(tagged, text, "2023-09-06") == {("gabon-2023", "realized", "asserted")}


def test_what_a_coup_attempt_aims_at_is_no_other(tagged: Tagger) -> None:
    text = "قال مكتب راجولينا إن محاولة انقلاب تجري في مدغشقر، يقودها ضباط، بهدف السيطرة على السلطة."
    assert {event for event, _, _ in entries(tagged, text, "2025-10-12")} == {"madagascar-2025"}


def test_armies_that_seized_two_countries_made_a_coup_in_each(tagged: Tagger) -> None:
    text = "أقلعت طائرة إيطالية من نيامي أمس. وجاء الانقلاب في النيجر بعد استيلاء العسكريين على مالي وبوركينا."
    old = {("mali-2020", "realized", "historical"), ("burkina-faso-2022-09", "realized", "historical")}
    assert entries(tagged, text, "2023-08-02", "روما تجلي رعاياها من النيجر") == {
        ("niger-2023", "realized", "asserted"),
        *old,
    }


def test_a_country_that_a_premier_visits_had_no_coup_by_that(tagged: Tagger) -> None:
    text = "زار رئيس الوزراء في حكومة المتمردين بالنيجر تشاد أمس. وكان الجيش قد عزل الرئيس بازوم."
    assert {event for event, _, _ in entries(tagged, text, "2023-08-16")} == {"niger-2023"}


def test_a_principle_against_coups_tells_of_none(tagged: Tagger) -> None:
    text = "ذكرت الوزارة بمبادئ القارة، ومنها الرفض القاطع للتغييرات غير الدستورية. وكررت قلقها من عودة الانقلابات."
    assert entries(tagged, text, "2023-08-22", "الاتحاد الأفريقي يعلق عضوية النيجر") == set()


def test_who_refuses_coups_that_were_tells_of_them(tagged: Tagger) -> None:
    text = "أضاف الناطق أن بلاده ترفض الانقلابات في مالي وبوركينا فاسو كذلك."
    assert entries(tagged, text, "2023-08-05", "أبيدجان تعلن رفض الانقلاب في النيجر") == {
        ("niger-2023", "realized", "asserted"),
        ("mali-2020", "realized", "historical"),
        ("burkina-faso-2022-09", "realized", "historical"),
    }


def test_an_attack_since_the_ouster_wakes_nobody(tagged: Tagger) -> None:
    text = "سقط عشرون عسكريا نيجريا في كمين قرب حدود مالي أمس، وهو أعنف هجوم منذ عزل الرئيس محمد بازوم."
    assert not tagged(text, published="2023-08-16").alert


def test_an_essay_below_a_plain_headline_wakes_nobody(tagged: Tagger) -> None:
    text = (
        "لعل سقوط بازوم في النيجر لم يباغت أحدا. فقد عزله حرسه في يوليو. والمفارقة أن باريس كانت هناك. "
        "والحقيقة أن القوى الكبرى تتصارع على الساحل منذ عقود."
    )
    assert not tagged(text, title="نيامي وليلها", published="2023-08-25").alert


@pytest.mark.parametrize("still", ["لا يزال محتجزا", "ما زال محتجزا", "ولا يزال موقوفا ومحتجزا"])
def test_who_is_still_held_is_held(still: str, tagged: Tagger) -> None:
    text = f"أفاد مصدر أمني بأن الرئيس بازوم {still} لدى الحرس الرئاسي في نيامي."
    assert entries(tagged, text, "2023-07-26") == {("niger-2023", "attempted", "asserted")}


def test_a_ruler_who_meant_to_sack_a_commander_is_not_yet_ousted(tagged: Tagger) -> None:
    text = "يقود آمر الحرس الرئاسي تمردا في نيامي. ويقول مقربون إن السبب عزم الرئيس على عزل القائد من منصبه."
    assert entries(tagged, text, "2023-07-26") == {("niger-2023", "attempted", "asserted")}


def test_unlawful_efforts_to_change_who_rules_are_the_coup(tagged: Tagger) -> None:
    text = "دان أعضاء المجلس الجهود غير الشرعية لتغيير الحكم في نيامي وطالبوا بحماية أسرة الرئيس بازوم."
    assert entries(tagged, text, "2023-07-29") == {("niger-2023", "realized", "asserted")}
    assert not tagged("قال زعيم المعارضة إن الجهود الرامية لتغيير الحكومة في كينيا عبر الانتخابات مستمرة.").coups
