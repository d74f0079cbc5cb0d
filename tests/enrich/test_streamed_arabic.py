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
        ("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical"),
    }  # fmt: skip


@pytest.mark.parametrize("who", ["تديرها مجموعة عسكرية", "تحكمها لجنة عسكرية", "تقودها سلطات عسكرية"])
def test_a_country_that_a_group_of_soldiers_runs_has_a_junta(who: str, tagged: Tagger) -> None:
    text = f"قتل جنديان في كمين قرب غاو. وتواجه مالي التي {who} تمردا منذ 2012."
    assert told(tagged, text, published="2023-09-02", title="قتلى في كمين شمالي مالي") == {("mali-2020", "historical")}


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


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("علق الاتحاد الأوروبي مساعداته للنيجر، التي أقرت العام الماضي، بعد الانقلاب في يوليو الماضي.", "asserted"),
        ("أغلقت السلطات إذاعة في أغاديز. ومنذ انقلاب عام 2023 توقفت وسائل إعلام عدة في النيجر.", "historical"),
        ("قال المجلس العسكري في النيجر إن الانقلاب الذي نفذه في 26 يوليو 2023 كان ضرورة.", "asserted"),
    ],
)
def test_a_bare_year_is_past_and_last_july_is_less_than_a_year_ago(text: str, state: str, tagged: Tagger) -> None:
    assert told(tagged, text, published=None) == {("niger-2023", state)}


@pytest.mark.parametrize("until", ["حتى عودة الحكم المدني", "إلى حين استعادة الحكم المدني"])
def test_a_state_that_is_shut_out_until_civilians_rule_has_a_junta(until: str, tagged: Tagger) -> None:
    text = f"علق الاتحاد الأفريقي عضوية النيجر {until}. ويدرس الاتحاد آثار أي تدخل."
    assert told(tagged, text, published="2023-08-22") == {("niger-2023", "asserted")}


def test_the_military_rule_of_algeria_is_no_junta_of_niger(tagged: Tagger) -> None:
    text = "زار رئيس وزراء النيجر الرباط. وقالت صحيفة مغربية إن نظام العسكر الجزائري خسر نفوذه لدى الجيران."
    assert told(tagged, text, published="2024-02-14") == set()


@pytest.mark.parametrize(
    "text",
    [
        "نفت حكومة بوركينا فاسو حدوث محاولة انقلاب. وقال وزير الدفاع إن إطلاق النار قرب القصر الرئاسي في ثكنة توقف.",
        "نفت السلطات في بوركينا فاسو أمس وقوع أي انقلاب، وقالت إن الجنود عادوا إلى ثكناتهم.",
    ],
)
def test_who_denies_it_may_stand_between_the_denial_and_that_it_happened(text: str, tagged: Tagger) -> None:
    assert {state for _, state in told(tagged, text, published=None)} == {"negated"}


@pytest.mark.parametrize("why", ["سعيهم إلى الإطاحة", "السعي إلى الإطاحة", "مخطط يهدف إلى الإطاحة"])
def test_who_is_held_for_seeking_to_topple_a_junta_only_planned_it(why: str, tagged: Tagger) -> None:
    text = f"أوقفت مالي عشرات الجنود. ويشتبه في {why} بالمجلس العسكري."
    got = entries(tagged, text, "2025-08-12")
    assert ("unspecified", "conspiracy", "asserted") in got
    assert ("mali-2020", "realized", "asserted") not in got


def test_what_a_coup_was_to_bring_about_is_no_other_one(tagged: Tagger) -> None:
    text = "أعلنت مالي إحباط محاولة انقلاب عسكري كانت تهدف إلى الإطاحة بالمجلس العسكري الحاكم."
    assert ("mali-2025-attempt", "asserted") in told(tagged, text, published="2025-08-15")


def test_who_is_held_in_benin_is_of_no_coup_there(tagged: Tagger) -> None:
    text = (
        "تصاعد التوتر بين النيجر وبنين بعد إغلاق الحدود واعتقال خمسة من موظفي رئيس شركة نيجرية في بنين. ويعود التوتر"
        " إلى إطاحة الجيش بالرئيس بازوم، ويتهم المجلس العسكري بنين باستضافة قواعد فرنسية."
    )
    assert told(tagged, text, published=None) == {("niger-2023", "asserted")}


def test_movements_that_rebel_are_no_mutiny(tagged: Tagger) -> None:
    text = "تقاتل حركات التمرد الجيش السوداني في دارفور منذ عقدين، أي منذ عهد عمر البشير."
    assert told(tagged, text, published="2024-12-03") == set()


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("إيطاليا تخفض عدد قواتها في النيجر", "سحبت روما 65 جنديا من نيامي بهدف إفساح المكان لمدنيين."),
        ("النيجر توقف تصدير النفط عبر بنين", "أقفلت الصمامات بأمر من رئيس الدولة، كما قال وزير النفط في نيامي."),
    ],
)
def test_fewer_soldiers_and_a_pipeline_that_is_shut_wake_the_desk(title: str, text: str, tagged: Tagger) -> None:
    assert tagged(text, title=title, published="2024-06-14", language="ar").alert


def test_the_united_nations_nationalize_nothing(tagged: Tagger) -> None:
    title, text = "الأمم المتحدة تدعم المدارس في النيجر", "سلمت المنظمة كتبا لمئة مدرسة في زيندر ومرادي."
    assert not tagged(text, title=title, published="2024-10-02", language="ar").alert


@pytest.mark.parametrize(
    "text",
    [
        "تنشر واشنطن طائرات مسيرة في نيامي عاصمة النيجر، وتدعم بها عملية برخان الفرنسية في الساحل.",
        "فرضت النيجر حظر التجول في ديفا بعد هجمات. وقال باراك أوباما إنه سيرسل جنودا إلى الكاميرون.",
        "بحثت قمة إيكواس في النيجر الإرهاب. وألقى رئيس بوركينا فاسو، روك مارك كريستيان كابوري، كلمة الافتتاح.",
        "وقع رئيس المجلس العسكري في النيجر سالو جيبو مرسوما. ويحكم المجلس منذ انقلاب فبراير الذي أطاح مامادو تانجا.",
    ],
)
def test_what_was_over_before_the_crisis_wakes_nobody(text: str, tagged: Tagger) -> None:
    tags = tagged(text, published=None, language="ar")
    assert (tags.crises[0].salience, tags.alert) == ("none", False)


def test_a_base_that_is_shut_wakes_the_desk_without_a_date(tagged: Tagger) -> None:
    text = "تستعد فرنسا لمغادرة النيجر، وتسحب جنودها من قاعدة نيامي خلال أسابيع."
    assert tagged(text, published=None, language="ar").alert


@pytest.mark.parametrize(
    "who", ["وهي ثلاث دول تدار من قبل إدارات عسكرية", "وتدير الدول الثلاث إدارات عسكرية"]
)
def test_states_that_soldiers_administer_have_juntas(who: str, tagged: Tagger) -> None:
    text = f"فعل تحالف دول الساحل قوته. وتضم القوة جنودا من مالي وبوركينا فاسو والنيجر، {who}."
    got = {event for event, _ in told(tagged, text, published="2025-12-29")}
    assert got == {"niger-2023", "mali-2020", "burkina-faso-2022-09"}


def test_a_government_that_the_army_leads_is_a_junta(tagged: Tagger) -> None:
    text = "تضغط الجماعة على حكومة مالي التي يقودها الجيش بمنع شاحنات الوقود من دخول باماكو."
    assert told(tagged, text, published="2025-10-28", title="مالي تغلق المدارس") == {("mali-2020", "historical")}
    text = "قتل عشرون مسلحا في العملية التي يقودها الجيش قرب غاو في مالي."
    assert told(tagged, text, published="2025-10-28", title="معارك في مالي") == set()


def test_who_condemns_any_effort_after_a_coup_speaks_of_that(tagged: Tagger) -> None:
    text = "أدانت واشنطن، اليوم، أي جهد للاستيلاء على السلطة بالقوة في النيجر بعد الانقلاب الذي أطاح بالرئيس بازوم."
    assert told(tagged, text, published=None) == {("niger-2023", "asserted")}


def test_an_attempt_that_is_under_way_is_one_without_a_date_too(tagged: Tagger) -> None:
    text = "أدان الأمين العام محاولة الانقلاب الجارية في النيجر. وتحدث مع الرئيس بازوم وأبلغه دعمه."
    assert entries(tagged, text, None) == {("niger-2023", "attempted", "asserted")}


def test_many_attempts_of_a_country_are_none_in_particular(tagged: Tagger) -> None:
    text = (
        "يحتجز الحرس الرئاسي رئيس النيجر محمد بازوم في قصره. وعرفت النيجر منذ استقلالها في العام 1960 محاولات انقلاب"
        " فاشلة عديدة."
    )
    assert entries(tagged, text, None) == {("niger-2023", "attempted", "asserted")}


def test_a_headline_with_one_coup_is_of_the_one_under_way(tagged: Tagger) -> None:
    text = (
        "أعلن عسكريون في بنين، الأحد، عزل الرئيس باتريس تالون وتعليق العمل بالدستور. ويأتي هذا الانقلاب بعد أيام من"
        " انقلاب في غينيا بيساو."
    )
    got = told(tagged, text, published="2025-12-07", title="عاجل: انقلاب عسكري في هذه الدولة")
    assert got == {("benin-2025-attempt", "asserted"), ("guinea-bissau-2025", "historical")}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("أقال الرئيس النيجيري بولا تينوبو قادة الجيش، وعين جنرالا رئيسا للأركان.", "2025-10-25"),
        ("عزل رئيس تشاد محمد ديبي وزير الدفاع ورئيس أركان الجيش بعد هجوم.", "2024-10-07"),
        ("أقال رئيس النيجر محمد بازوم قائد أركان الجيش الجنرال ساليفو مودي، وعينه سفيرا.", "2023-05-30"),
        ("أقال رئيس مدغشقر حكومته وعين جنرالا من الجيش رئيسا للوزراء.", "2025-10-07"),
        ("أقال الرئيس تراوري رئيس وزرائه في بوركينا فاسو، وهو ضابط في الجيش.", "2024-12-07"),
        ("تمت الإطاحة بوزير الدفاع في تشاد بقرار من الرئيس، بعد خلافات مع الجيش.", "2025-06-25"),
    ],
)
def test_a_ruler_who_sacks_who_serves_him_tells_no_coup(text: str, day: str, tagged: Tagger) -> None:
    assert told(tagged, text, published=day) == set()


@pytest.mark.parametrize(
    ("text", "day", "event"),
    [
        ("عزل قائد الجيش السوداني عبد الفتاح البرهان رئيس الوزراء عبد الله حمدوك.", "2021-10-25", "sudan-2021"),
        ("عزل قائد الحرس الرئاسي في النيجر الرئيس محمد بازوم وأغلق الحدود.", "2023-07-27", "niger-2023"),
        ("تشهد النيجر توترا بعد الإطاحة بالرئيس محمد بازوم على يد قائد الحرس الرئاسي.", "2023-07-28", "niger-2023"),
    ],
)
def test_a_chief_of_the_army_who_ousts_a_ruler_does(text: str, day: str, event: str, tagged: Tagger) -> None:
    assert told(tagged, text, published=day) == {(event, "asserted")}


def test_migrants_without_papers_who_are_sent_back_wake_nobody(tagged: Tagger) -> None:
    text = "رحلت السلطات الليبية مئات النيجريين إلى النيجر عبر الحدود، وكانوا يقيمون في سبها بصورة غير قانونية."
    assert not tagged(text, published=None, language="ar").alert
    text = "رحلت الجزائر آلاف المهاجرين إلى النيجر، كما قال رئيس وزراء النيجر بريجي رافيني أمام البرلمان."
    assert not tagged(text, published=None, language="ar").alert


def test_sacked_generals_are_no_coup_in_french_either(tagged: Tagger) -> None:
    text = "Le président tchadien Mahamat Idriss Déby a destitué plusieurs généraux de l'armée."
    assert tagged(text, published="2024-02-01", language="fr").coups == ()
    text = "Le président du Niger, Mohamed Bazoum, a été destitué par des généraux de sa garde."
    assert [coup.event for coup in tagged(text, published="2023-07-28", language="fr").coups] == ["niger-2023"]


def test_who_condemns_any_attempt_in_a_later_clause_denies_none(tagged: Tagger) -> None:
    text = (
        "دعا رئيس نيجيريا، اليوم الأربعاء، إلى إطلاق رئيس النيجر محمد بازوم الذي يحتجزه حرسه، وندد، في بيان، بأي"
        " محاولة لقلب النظام الدستوري في البلاد."
    )
    assert entries(tagged, text, None) == {("niger-2023", "attempted", "asserted")}


def test_many_attempts_to_seize_power_are_none_in_particular(tagged: Tagger) -> None:
    text = (
        "شهدت نيامي، الأربعاء، محاولة انقلاب احتجز خلالها الحرس الرئاسي الرئيس محمد بازوم. وعرفت النيجر أربعة"
        " انقلابات وعدة محاولات أخرى للاستيلاء على السلطة."
    )
    assert entries(tagged, text, None) == {("niger-2023", "attempted", "asserted")}


def test_the_junta_has_a_short_name_too(tagged: Tagger) -> None:
    text = "أعلن مجلس حماية الوطن الحاكم في النيجر طرد ثلاثة مديرين صينيين."
    assert told(tagged, text, published="2025-05-20") == {("niger-2023", "historical")}


def test_a_sacked_chief_of_staff_may_stand_behind_his_name(tagged: Tagger) -> None:
    text = "أقال الرئيس روك مارك كريستيان كابوري الجنرال مواز مينونغو، قائد الأركان العامة للجيوش في بوركينا فاسو."
    assert told(tagged, text, published=None) == set()


def test_charges_of_a_plot_are_no_plan_to_come(tagged: Tagger) -> None:
    text = "في سيراليون وجه القضاء تهما لعدة ضباط بالجيش بالتخطيط لقلب نظام الحكم."
    assert entries(tagged, text, None) == {("unspecified", "conspiracy", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "نفت قيادة الجيش في نيجيريا، السبت، الأنباء المتداولة حول محاولة انقلاب، وقالت إن توقيف الضباط إجراء عادي.",
        "نفى متحدث باسم حكومة ساحل العاج التقارير المنشورة على مواقع التواصل عن انقلاب في أبيدجان.",
        "نفى الجيش البوركيني أنباء جرى تداولها على فيسبوك بشأن حدوث محاولة انقلاب في واغادوغو.",
    ],
)
def test_talk_of_a_coup_that_is_denied_far_before_is_denied(text: str, tagged: Tagger) -> None:
    assert entries(tagged, text, "2025-10-20") == {("unspecified", "alleged", "negated")}


def test_talk_of_the_coup_is_not_what_is_denied(tagged: Tagger) -> None:
    text = "نفت باريس أي صلة لها، بعد أنباء متداولة عن الانقلاب في الغابون الذي أطاح بعلي بونغو."
    assert entries(tagged, text, "2023-09-01") == {("gabon-2023", "realized", "asserted")}


def test_armed_opposition_that_topples_a_ruler_makes_no_coup(tagged: Tagger) -> None:
    text = "أطاحت فصائل المعارضة السورية بنظام الرئيس بشار الأسد، ودخلت دمشق بعد انسحاب الجيش."
    assert told(tagged, text, published="2024-12-08") == set()
