"""What Arab papers tell of old coups at home and of new ones in the Sahel, in words of our own."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, Told, told_of

COUPS: list[tuple[str, str | None, str, str, Told]] = [
    # coups of the Arab world by year, and by month where a year had several
    ("ar", None, "كيف عاد البعث إلى الحكم في العراق",
     "في تموز 1968 نفذ ضباط بعثيون انقلابا أبيض على الرئيس عبد الرحمن عارف.",
     {("iraq-1968", "historical")}),
    ("ar", "2016-02-08", "حدث في مثل هذا اليوم: انقلاب في العراق",
     "انتهى حكم الزعيم في الثامن من شباط عام 1963 على يد ضباط بعثيين.",
     {("iraq-1963-02", "historical")}),
    ("ar", "2017-06-01", "انقلاب 1963 في العراق",
     "في ذلك الصباح من شهر تشرين الثاني تحركت الدبابات نحو القصر الجمهوري.",
     {("iraq-1963-11", "historical")}),
    ("ar", "2021-11-07", "صفحات من تاريخ تونس",
     "قبل 34 عاما عزل زين العابدين بن علي الرئيس بورقيبة فيما سمي الانقلاب الطبي.",
     {("tunisia-1987", "historical")}),
    ("ar", None, "دمشق في عهد العسكر",
     "فتح حسني الزعيم باب الانقلابات في سوريا. وقع انقلابه في 30 آذار 1949 ولم يدم طويلا.",
     {("syria-1949-03", "historical")}),
    ("ar", None, "السودان في عهد مايو",
     "في 25 أيار 1969 قام ضباط أعجبتهم حركة يوليو 1952 بالاستيلاء على السلطة في الخرطوم.",
     {("sudan-1969", "historical")}),
    ("ar", "2004-10-11", "القبض على ولد حننا في روصو",
     "يعد الضابط قائد المحاولة الانقلابية التي شهدتها نواكشوط في يونيو 2003.",
     {("mauritania-2003-attempt", "historical")}),
    # who takes power stands between the verb and what is taken
    ("ar", None, "عهد الإنقاذ", "في آخر يونيو 1989 استولى العميد عمر البشير على السلطة في السودان.",
     {("sudan-1989", "historical")}),
    ("ar", "2024-05-02", "الغابون: حوار وطني",
     "منذ أن سيطر قائد الحرس الجمهوري على الحكم في ليبرفيل في أغسطس الماضي والعقوبات معلقة.",
     {("gabon-2023", "asserted")}),
    ("ar", "2024-05-02", "لبنان: جدل لا ينتهي",
     "يدور الصراع على السلطة بين قادة الأحزاب، ولا يخفي قائد الجيش ضيقه بذلك.", set()),
    # who is named behind "against him" did it, and no new one is told of him
    ("ar", "2026-01-10", "بوركينا فاسو تتهم حاكمها السابق",
     "قالت الحكومة إن داميبا، الذي انقلب عليه تراوري قبل سنوات، مول المجموعة من لومي.",
     {("burkina-faso-2022-09", "historical")}),
    ("ar", "2026-01-08", "واغادوغو تكشف تفاصيل المحاولة",
     "أعلن الحكام العسكريون، الذين يديرون بوركينا فاسو منذ سبتمبر 2022، إفشال محاولة انقلاب في الثالث من يناير.",
     {("burkina-faso-2026-attempt", "asserted"), ("burkina-faso-2022-09", "historical")}),
    # killed in a coup: in that which drove him out
    ("ar", None, "ذكرى سانكارا", "رفض توماس سانكارا إملاءات المقرضين، ثم قتل مع رفاقه في انقلاب.",
     {("burkina-faso-1987", "historical")}),
    ("en", None, "A captain remembered", "Thomas Sankara renamed Burkina Faso. He was killed in a coup.",
     {("burkina-faso-1987", "historical")}),
    ("fr", None, "Le capitaine et son rêve",
     "Thomas Sankara avait rebaptisé le Burkina Faso. Il a été tué lors d'un coup d'État.",
     {("burkina-faso-1987", "historical")}),
    # a plot that is only said to shake the state
    ("ar", "2025-08-16", "باماكو توقف عشرات العسكريين",
     "قالت الحكومة إن الضباط الموقوفين كانوا وراء مخطط لزعزعة استقرار مؤسسات الدولة.",
     {("mali-2025-attempt", "asserted")}),
    ("ar", "2023-01-07", "نجامينا تعلن كشف مؤامرة",
     "أعلنت السلطات في تشاد أن أحد عشر ضابطا خططوا للنيل من النظام الدستوري، وأن الأمن أوقفهم قبل التنفيذ.",
     {("chad-2023-attempt", "asserted")}),
    ("ar", "2024-05-03", "الجزائر ترفض اتهامات جارتها",
     "قال الناطق إن الحديث عن زعزعة استقرار المنطقة لا يستند إلى دليل.", set()),
    # not what would not be let happen, nor what every state rejects
    ("ar", "2020-03-05", "الجيش السوداني: لن نسمح بانقلاب",
     "قال قائد القوات البرية إن قواته موحدة وإنها تحمي المرحلة الانتقالية.",
     {("unspecified", "hypothetical")}),
    ("ar", "2023-08-03", "بازوم: أنا رهينة",
     "كتب الرئيس المحتجز منذ 26 يوليو أن على العالم رفض أي محاولة للإطاحة بحكومة منتخبة، وأن حكومته "
     "وصلت بالاقتراع عام 2021.",
     {("niger-2023", "asserted")}),
    # "was not only" denies no coup that has a day
    ("ar", None, "العراق: قراءة في يوم طويل",
     "لم يكن انقلاب 8 شباط 1963 وليد ليلة واحدة، فقد سبقته شهور من الإعداد.",
     {("iraq-1963-02", "historical")}),
    # a president who freezes parliament; Yemen's southern council; a court reform
    ("ar", "2025-07-25", "أربع سنوات على إجراءات 25 جويلية",
     "تقول جبهة الخلاص في تونس إن ما فعله قيس سعيد انقلاب على الشرعية، ويراه أنصاره تصحيحا للمسار.", set()),
    ("ar", "2025-12-18", "المجلس الانتقالي الجنوبي يسحب ألويته من شبوة",
     "قال قائد في قوات المجلس الانتقالي الجنوبي إن الانسحاب تم بعد وساطة قبلية.", set()),
    ("ar", "2025-12-20", "عدن: الحكومة تندد بتحرك الانتقالي",
     "وصفت الحكومة ما جرى في المهرة بأنه انقلاب على مرجعيات المرحلة الانتقالية.", set()),
    ("ar", "2025-03-10", "تظاهرات ضد الانقلاب القضائي",
     "تظاهر عشرات الآلاف ضد خطة الحكومة لتغيير طريقة تعيين القضاة.", set()),
    # whoever foils a new attempt came by an old coup
    ("ar", "2025-08-16", "مالي: إحباط محاولة انقلاب",
     "أعلن المجلس العسكري في مالي اعتقال ضباط بينهم جنرالان.",
     {("mali-2025-attempt", "asserted"), ("mali-2020", "historical")}),
]


@pytest.mark.parametrize(("language", "published", "title", "text", "coups"), COUPS)
def test_old_and_new_coups_of_arab_pages_are_told_apart(
    tagged: Tagger, language: str, published: str | None, title: str, text: str, coups: Told
) -> None:
    assert told_of(tagged(text, title=title, language=language, published=published)) == coups


def test_soldiers_who_announce_that_a_president_is_deposed_have_made_a_coup(tagged: Tagger) -> None:
    """Guards who hold him have only tried one."""
    text = "أعلن ضباط عبر التلفزيون عزل رئيس غينيا بيساو وإغلاق الحدود، في انقلاب. وقال الرئيس إنه اعتقل."
    (coup,) = tagged(text, title="", language="ar", published="2025-11-26").coups
    assert (coup.event, coup.type) == ("guinea-bissau-2025", "realized")


def test_trade_across_a_closed_border_wakes_nobody(tagged: Tagger) -> None:
    text = "منذ الانقلاب في نيامي والجسر مغلق، ويعبر التجار النهر بالزوارق. وتقول بائعة إن الدخن صار أغلى."
    assert not tagged(text, title="التجارة بين بنين والنيجر تسلك النهر", language="ar", published="2025-03-02").alert


def test_an_adjective_is_no_country_in_arabic(tagged: Tagger) -> None:
    """Many write the adjective of Niger as Nigeria's, and an indefinite object ends as the country does."""
    text = "قتل مسلحون تسعين جندياً نيجيرياً وأربعين مدنيا نيجيريا قرب الحدود بين النيجر ومالي."
    assert "nigeria" not in {e.id for e in tagged(text, title="هجوم في تيلابيري", language="ar").entities}
    text = "زار وزير خارجية النيجر أبوجا، وقال إن نيجيريا شريك."
    assert "nigeria" in {e.id for e in tagged(text, title="النيجر", language="ar").entities}


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("أوقفت السلطات في النيجر بث إذاعة فرنسا الدولية.", "rfi"),
        ("علق المجلس بث هيئة الإذاعة البريطانية في النيجر.", "bbc"),
        ("قال أليو توراي إن المنظمة ما زالت تنتظر رد نيامي.", "omar-touray"),
    ],
)
def test_bodies_and_people_are_known_by_the_names_that_arab_papers_give_them(
    tagged: Tagger, text: str, entity: str
) -> None:
    found = {e.id for e in tagged(text, title="النيجر", language="ar").entities}
    assert entity in found
    assert "france" not in found


def test_foreign_troops_that_stay_wake_the_desk(tagged: Tagger) -> None:
    text = "قالت وزارة الدفاع إنها اتفقت مع السلطات على البقاء حتى الصيف."
    assert tagged(text, title="ألمانيا تبقي قواتها في النيجر", language="ar", published="2024-05-29").alert
