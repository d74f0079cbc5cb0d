"""Kinds that Arabic news of the first weeks had: who denies a part in the coup, neighbours that warn, a life."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, entries_of
from tests.enrich.test_real_arabic import entries

REALIZED = ("niger-2023", "realized", "asserted")


@pytest.mark.parametrize(
    "text",
    [
        "وأدان الاتحاد الأفريقي «أي محاولة للاستيلاء على السلطة» في النيجر.",
        "واستنكر المتحدث الأممي بشدة «أي انقلاب على النظام الدستوري في النيجر».",
        'ورفضت الجزائر في بيان رسمي "أية محاولة لتغيير السلطة بالقوة في النيجر".',
    ],
)
def test_whoever_condemns_any_attempt_in_quotation_marks_denies_none(text: str, tagged: Tagger) -> None:
    said = "أعلن جنود مساء الأربعاء عبر التلفزيون أنهم أطاحوا بالرئيس محمد بازوم.\n\n" + text
    assert entries(tagged, said, "2023-07-27") == {REALIZED}


@pytest.mark.parametrize(
    "text",
    [
        "وأشاد قائد فاغنر بالانقلاب في النيجر، لكنه لم يتحدث عن أي دور لرجاله في الانقلاب.",
        "ولم يذكر بريغوجين أي مشاركة لمقاتليه في الانقلاب بالنيجر، الذي سماه خبرا سارا.",
        "وقالت واشنطن إنها لا ترى أي يد لروسيا في الانقلاب بالنيجر.",
        "ورحب قائد المرتزقة بانقلاب النيجر، ولم يعلن أي مسؤولية لمجموعته عن الانقلاب.",
    ],
)
def test_a_part_in_the_coup_that_nobody_claims_denies_no_coup(text: str, tagged: Tagger) -> None:
    assert entries(tagged, text, "2023-07-29") == {REALIZED}


def test_a_coup_that_is_denied_itself_still_is(tagged: Tagger) -> None:
    text = "نفت حكومة بوركينا فاسو وقوع أي محاولة انقلاب في واغادوغو."
    assert entries(tagged, text, "2023-06-20") == {("unspecified", "alleged", "negated")}


@pytest.mark.parametrize(
    ("title", "language"),
    [
        ("من هو محمد بازوم رئيس النيجر المحتجز؟", "ar"),
        ("أول تصريح لابنة رئيس النيجر المحتجز", "ar"),
        ("Niger's detained president: a life", "en"),
        ("Niger : qui est Mohamed Bazoum, le président retenu ?", "fr"),
    ],
)
def test_a_president_who_is_only_held_is_not_deposed_on_the_first_day(
    title: str, language: str, tagged: Tagger
) -> None:
    text = {"ar": "كان بازوم معلما.", "en": "Bazoum was a teacher.", "fr": "Bazoum fut enseignant."}[language]
    for day, kind in (("2023-07-26", "attempted"), ("2023-07-30", "realized")):
        coups = tagged(text, title, day, language).coups
        assert {(c.event, c.type) for c in coups} == {("niger-2023", kind)}


TOPPLED = {
    "ar": " وكان عسكريون قد أطاحوا بالرئيس محمد بازوم يوم الأربعاء.",
    "en": " Soldiers toppled President Bazoum last Wednesday.",
    "fr": " Des soldats ont renversé le président Bazoum mercredi.",
}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ar", "مالي وبوركينا فاسو تحذران",
         "حذرت مالي وبوركينا فاسو من أن أي تدخل عسكري في النيجر يعد حربا عليهما."),
        ("ar", "غينيا ترفض العقوبات", "قالت غينيا في بيان إنها لن تطبق العقوبات على النيجر."),
        ("en", "Mali and Burkina Faso issue joint statement",
         "Any military intervention in Niger would be a declaration of war on them, the two said on Monday."),
        ("fr", "Le Mali et le Burkina Faso mettent en garde",
         "Toute intervention militaire au Niger serait une déclaration de guerre, ont dit lundi les deux voisins."),
    ],
)
def test_neighbours_alone_in_a_headline_who_warn_against_going_in_are_news_of_the_crisis(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    tags = tagged(text + TOPPLED[language], title, "2023-07-31", language)
    assert [c.salience for c in tags.crises] == ["main"]
    assert entries_of(tags) == {REALIZED}
    assert tags.alert


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("مالي: قتلى في هجوم على قاعدة",
         "قتل جنود في هجوم شنه مسلحون في مالي، وقالت السلطات إن التدخل العسكري في النيجر سيزيد الوضع سوءا."),
        ("مالي تعيد فتح الجامعات", "أعلنت حكومة مالي إعادة فتح الجامعات، بينما تتواصل أزمة النيجر بعد الانقلاب."),
    ],
)
def test_a_neighbours_own_news_stays_its_own(title: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, title, "2023-08-20", "ar")
    assert [c.salience for c in tags.crises] != ["main"]
    assert not tags.alert


@pytest.mark.parametrize(
    ("text", "day", "event"),
    [
        ("أطاح الكابتن إبراهيم تراوري قبل عام بسلفه بول هنري داميبا وتعهد بمحاربة الإرهاب.", "2023-09-28",
         "burkina-faso-2022-09"),
        ("عزل النقيب إبراهيم تراوري في أواخر سبتمبر الماضي قائده السابق داميبا.", "2023-03-01",
         "burkina-faso-2022-09"),
        ("أطاح بريس أوليغي نغيما في نهاية أغسطس بابن عمه علي بونغو.", "2023-09-10", "gabon-2023"),
    ],
)
def test_who_did_it_and_to_whom_may_both_stand_behind_the_verb(
    text: str, day: str, event: str, tagged: Tagger
) -> None:
    assert {c.event for c in tagged(text, "", day, "ar").coups} == {event}


@pytest.mark.parametrize(
    "text",
    [
        "أعلن عسكريون أنهم أطاحوا بالرئيس محمد بازوم الذي يحكم النيجر منذ سنة 2021.",
        "عزل العسكريون رئيس النيجر الذي انتخب سنة 2021، محمد بازوم.",
    ],
)
def test_the_year_in_which_he_took_office_dates_no_attempt(text: str, tagged: Tagger) -> None:
    assert entries(tagged, text, "2023-07-28") == {REALIZED}


LIFE = (
    "ولد الجنرال تياني في تيلابيري ودرس في السنغال وقاد الحرس الرئاسي منذ 2011. أطاح بالرئيس بازوم في 26 يوليو. "
    "وقال إنه تدخل بسبب الوضع الأمني."
)


@pytest.mark.parametrize(
    ("title", "alert"),
    [
        ("الجنرال تياني.. من حارس الرئيس إلى حاكم النيجر", False),
        ("عبد الرحمن تياني: من الظل إلى السلطة", False),
        ("تياني رجل ظل انقلب على رئيس النيجر", False),
        ("رجل في الأخبار: الجنرال عبد الرحمن تشياني", False),
        ("الحارس الذي انقلب على رئيسه: عبد الرحمن تياني", False),
        ("رجل الظل تياني يعلن نفسه رئيسا للنيجر", True),
        ("تياني، الجنرال الذي أطاح ببازوم، يصل إلى باماكو", True),
        ("تياني ينفي احتجاز بازوم", True),
    ],
)
def test_a_headline_that_only_says_what_the_general_was_and_became_wakes_nobody(
    title: str, alert: bool, tagged: Tagger
) -> None:
    assert tagged(LIFE, title, "2023-08-03", "ar").alert is alert


@pytest.mark.parametrize(
    ("title", "alert"),
    [
        ("هدوء حذر في نيامي مع انتهاء مهلة إيكواس", True),
        ("النيجر.. ترقب بعد انقضاء المهلة", True),
        ("ماذا بعد انتهاء المهلة في النيجر؟", False),
    ],
)
def test_that_the_deadline_has_run_out_is_news(title: str, alert: bool, tagged: Tagger) -> None:
    text = (
        "يسود الترقب في النيجر بعد انقضاء المهلة التي منحتها إيكواس للعسكريين. وأغلقت السلطات المجال الجوي خشية هجوم "
        "محتمل على البلاد من جيرانها الذين يحشدون قواتهم. ويملأ المؤيدون الشوارع المؤدية إلى القصر بالأعلام."
    )
    assert tagged(text, title, "2023-08-07", "ar").alert is alert


def test_an_attempt_that_he_foiled_is_not_one_of_the_country_where_he_was_at_school(tagged: Tagger) -> None:
    text = (
        "أعلن الجنرال تياني نفسه رئيسا للنيجر بعد الإطاحة بالرئيس بازوم. وقال في نيامي إن النيجر بحاجة إلى التغيير. "
        "وكان تياني تخرج في مدرسة عسكرية في بوركينا فاسو. كما أحبط محاولة انقلابية سنة 2015."
    )
    assert entries(tagged, text, "2023-07-29") == {REALIZED, ("niger-2015-attempt", "attempted", "historical")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("وفي غينيا المجاورة يستحوذ العسكريون على الحكم.", "guinea-2021"),
        ("وكرر تبريرات قادة عسكريين في بوركينا فاسو.", "burkina-faso-2022-09"),
    ],
)
def test_soldiers_who_hold_a_neighbours_power_are_told_of_it(text: str, event: str, tagged: Tagger) -> None:
    said = "قال الجنرال تياني إن الجنود أطاحوا بالرئيس بازوم في النيجر بسبب انعدام الأمن. " + text
    assert entries(tagged, said, "2023-08-02") == {REALIZED, (event, "realized", "historical")}
