"""Kinds that Arabic news of the crisis's first weeks had, each text with its day; the samples are in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger
from tests.enrich.test_coups import told
from tests.enrich.test_real_arabic import entries

NIGER = ("niger-2023", "realized", "asserted")


@pytest.mark.parametrize(
    "text",
    [
        "أعلن ضباط على الشاشة عزل الرئيس محمد بازوم وإغلاق حدود النيجر. وكانت محاولة انقلاب قد بدأت في الصباح.",
        "قال عسكريون إنهم قرروا إقالة رئيس النيجر المنتخب محمد بازوم. وبدأ الأمر الأربعاء بمحاولة انقلاب في القصر.",
    ],
)
def test_soldiers_who_declare_him_deposed_say_more_than_who_speaks_of_an_attempt(text: str, tagged: Tagger) -> None:
    assert entries(tagged, text, "2023-07-27") == {NIGER}


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت النيجر عودة الرحلات بعد أيام من الانقلاب. وكانت الجزائر قد أدانت محاولة الانقلاب في البلد المجاور.",
        "يبحث المجلس العسكري في النيجر خطة جديدة. وقالت ليبيا إنها ترفض محاولة الانقلاب عند جارتها الجنوبية.",
    ],
)
def test_the_attempt_that_a_neighbour_condemns_is_that_of_the_article(text: str, tagged: Tagger) -> None:
    assert entries(tagged, text, "2023-08-03") == {NIGER}


@pytest.mark.parametrize(
    "text",
    [
        "وصلت المبعوثة إلى نيامي بعد انقلاب النيجر برسالة واحدة: لا سبيل إلى الاستمرار في الانقلاب.",
        "حذر الوسيط قادة الانقلاب في النيجر قائلا إنه لا مجال للمضي قدما في هذا الانقلاب.",
    ],
)
def test_whoever_must_not_go_on_with_a_coup_has_made_it(text: str, tagged: Tagger) -> None:
    assert entries(tagged, text, "2023-08-08") == {NIGER}


def test_coups_of_three_states_from_a_year_on_are_all_of_theirs(tagged: Tagger) -> None:
    text = (
        "وقع قادة مالي وبوركينا فاسو والنيجر اتفاقا للدفاع المشترك في باماكو. "
        "وعرفت دول الساحل الثلاث انقلابات اعتبارا من عام 2020، كان آخرها في النيجر حيث أطاح جنود بالرئيس بازوم."
    )
    assert told(tagged, text, published="2023-09-17") == {
        ("niger-2023", "asserted"),
        ("mali-2020", "historical"),
        ("mali-2021", "historical"),
        ("burkina-faso-2022-01", "historical"),
        ("burkina-faso-2022-09", "historical"),
    }


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "بوركينا فاسو ومالي تحذران من التدخل في النيجر",
            "قال البلدان إن ضرب النيجر بعد الانقلاب ضرب لهما. ويحكم البلدين ضباط وصلوا إلى السلطة في انقلابين.",
        ),
        (
            "Burkina Faso and Mali warn against going into Niger",
            "They stand with those who ousted President Bazoum. Both states are run by juntas that came from coups.",
        ),
    ],
)
def test_a_neighbours_coup_of_last_year_is_background_to_that_of_these_days(
    title: str, text: str, tagged: Tagger
) -> None:
    found = told(tagged, text, title=title, published="2023-08-01")
    assert found == {("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}


@pytest.mark.parametrize(
    "text",
    [
        "بعد مالي وبوركينا فاسو، انقلاب في النيجر يربك حسابات باريس. وقال مسؤول إن الجنود باقون في نيامي.",
        "بعد مالي وبوركينا فاسو جاء انقلاب النيجر ليقلب التوازن. وقالت نيامي إنها اختارت شركاء جددا.",
        "After Mali and Burkina Faso, soldiers have staged a coup in Niger. The general says that he will stay.",
    ],
)
def test_a_coup_comes_after_those_of_the_row_before_it(text: str, tagged: Tagger) -> None:
    found = told(tagged, text, published="2023-08-10")
    assert found == {("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}


@pytest.mark.parametrize(
    "text",
    [
        "بعد مالي وتشاد أغلقت الجزائر حدودها مع النيجر احتجاجا على الانقلاب في نيامي.",
        "After Mali and Chad had closed their borders, the coup in Niger was condemned in Algiers.",
    ],
)
def test_who_did_something_before_had_no_coup_for_that(text: str, tagged: Tagger) -> None:
    assert told(tagged, text, published="2023-08-10") == {("niger-2023", "asserted")}


def test_an_opposition_leader_is_no_soldier_though_security_forces_seize_him(tagged: Tagger) -> None:
    text = "اتهم القضاء في داكار زعيم المعارضة بالتآمر على الدولة. وكانت قوات الأمن قد ألقت القبض عليه في بيته."
    assert told(tagged, text, published="2023-08-01") == set()


def test_officers_held_for_plotting_against_the_state_are(tagged: Tagger) -> None:
    text = "اتهم القضاء في فريتاون ضباطا في الجيش بالتآمر على الدولة. وكانت قوات الأمن قد ألقت القبض عليهم."
    assert told(tagged, text, published="2023-08-01") == {("unspecified", "asserted")}


def test_a_neighbour_that_cuts_power_off_wakes_the_desk(tagged: Tagger) -> None:
    text = "أوقفت نيجيريا تزويد النيجر بالكهرباء عملا بقرار إيكواس. وكان الانقلابيون قد عزلوا بازوم قبل أسبوع."
    assert tagged(text, published="2023-08-02").alert


def test_an_unconstitutional_change_is_a_coup_with_the_article_too(tagged: Tagger) -> None:
    text = "نددت المنظمة بالتغيير غير الدستوري للحكومة في النيجر. وأدان أمينها أي محاولة للاستيلاء على السلطة بالقوة."
    assert entries(tagged, text, "2023-07-27") == {NIGER}


def test_what_a_headline_tells_after_the_coup_is_not_its_first_hour(tagged: Tagger) -> None:
    title = "علي بونغو يخاطب أنصاره بعد الانقلاب"
    text = "قال رئيس الغابون، وهو قيد الإقامة الجبرية، إنه لا يعلم ما يجري. ونفذ عسكريون انقلابا فجر اليوم."
    assert entries(tagged, text, "2023-08-30", title) == {("gabon-2023", "realized", "asserted")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "رواندا والكاميرون تبدلان قادة الجيش لتفادي تكرار ما حدث في النيجر والغابون",
            "جاءت القرارات بعد سلسلة الانقلابات التي عرفتها القارة، وكان آخرها في النيجر والغابون.",
        ),
        (
            "برز نجم الجنرال تياني في النيجر بعد انقلاب قاده على رئيسه",
            "ولد في تيلابيري والتحق بالجيش عام 1984، ثم قاد الحرس الرئاسي في النيجر.",
        ),
    ],
)
def test_steps_of_others_to_be_spared_and_lives_wake_nobody(title: str, text: str, tagged: Tagger) -> None:
    assert not tagged(text, title=title, published="2023-09-02").alert


def test_a_contagion_that_is_feared_is_of_no_coup_that_was(tagged: Tagger) -> None:
    title = "مخاوف من عدوى الانقلاب في وسط القارة: رئيس الكاميرون يبدل قادته"
    text = "أثار الانقلاب في الغابون قلقا عند جيرانها، فعين الرئيس قادة جددا للجيش."
    assert told(tagged, text, title=title, published="2023-09-01") == {
        ("gabon-2023", "historical"),
        ("unspecified", "hypothetical"),
    }


def test_a_neighbour_that_bars_the_way_to_an_attack_from_outside_wakes_the_desk(tagged: Tagger) -> None:
    title = "تشاد ترفض أن ينطلق من أرضها هجوم عسكري على النيجر"
    text = "قالت نجامينا إن طائرات أجنبية طلبت العبور، وإنها لن تشارك في حرب على جارتها."
    assert tagged(text, title=title, published="2023-08-22").alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "جيوش غرب أفريقيا جاهزة بعد لقاء أكرا",
            "قال مفوض الأمن في إيكواس إن موعد التدخل في النيجر تحدد ولن يكشف عنه. وستسهم معظم الدول بقوات.",
        ),
        (
            "Army chiefs end their meeting in Accra",
            "The day of the intervention in Niger has been set, ECOWAS said, and most of its states will send troops.",
        ),
    ],
)
def test_in_its_weeks_a_party_that_acts_on_the_country_below_the_headline_wakes_the_desk(
    title: str, text: str, tagged: Tagger
) -> None:
    assert tagged(text, title=title, published="2023-08-18").alert


@pytest.mark.parametrize(
    "text",
    [
        "أدى الجنرال نغيما القسم في الغابون بعد أن أطاح بعلي بونغو. ويأتي ذلك بعد أسابيع من انقلاب في النيجر.",
        "The general was sworn in days after he toppled Gabon's Ali Bongo. It comes weeks after a like coup in Niger.",
    ],
)
def test_a_coup_named_behind_another_that_a_text_without_a_headline_opens_with_is_passed(
    text: str, tagged: Tagger
) -> None:
    tags = tagged(text, published="2023-09-05")
    assert not tags.alert
    assert [crisis.salience for crisis in tags.crises] == ["background"]


def test_an_attempt_that_is_not_accepted_was_one(tagged: Tagger) -> None:
    text = "قالت حكومة بنين إنها لا تقبل محاولة الانقلاب في النيجر."
    assert entries(tagged, text, "2023-08-02") == {NIGER}


def test_the_officers_who_deposed_him_did(tagged: Tagger) -> None:
    text = "أيد الجيش في بيان الضباط الذين عزلوا بازوم. وكانت محاولة الانقلاب قد بدأت الأربعاء في نيامي."
    assert entries(tagged, text, "2023-07-28") == {NIGER}


def test_officers_who_put_the_president_aside_made_a_coup(tagged: Tagger) -> None:
    text = "علقت عضوية الغابون بعد أن أبعد ضباط الرئيس علي بونغو."
    assert told(tagged, text, published="2023-08-31") == {("gabon-2023", "asserted")}


def test_burkina_faso_as_a_mauritanian_site_spells_it(tagged: Tagger) -> None:
    text = "شهدت بوريكينا فاسو انقلابين عسكريين، في يناير عام 2022 وفي سبتمبر من العام نفسه."
    assert {event for event, _ in told(tagged, text, published="2023-10-10")} == {
        "burkina-faso-2022-01",
        "burkina-faso-2022-09",
    }


def test_the_military_authorities_of_these_two_countries_are_those_of_both(tagged: Tagger) -> None:
    text = "فتح المصرف فرعين في بوركينا فاسو ومالي هذا الشهر. وقد رحبت به السلطات العسكرية في هاتين الدولتين."
    assert {event for event, _ in told(tagged, text, published="2023-08-14")} == {
        "mali-2020",
        "burkina-faso-2022-09",
    }
