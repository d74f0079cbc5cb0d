"""Kinds that real articles in Arabic had; each sample is in our own words."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, entries_of
from tests.enrich.test_coups import told


def entries(tagged: Tagger, text: str, published: str | None, title: str = "") -> set[tuple[str, str, str]]:
    """Event, type and status of each entry."""
    tags = tagged(text, title=title, published=published, language="ar")
    return entries_of(tags)


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "انقلاب عسكري في النيجر والرئيس محتجز",
            "يحتجز عناصر الحرس الرئاسي الرئيس محمد بازوم في قصره منذ الفجر، وتطالبهم القوات المسلحة بإطلاق سراحه.",
        ),
        ("انقلاب في نيامي؟", "أغلق الحرس الرئاسي الطرق إلى القصر واحتجز بازوم. ووصفت مصادر ما يجري بأنه انقلاب."),
    ],
)
def test_on_its_day_a_coup_of_which_only_the_siege_is_told_is_an_attempt(title: str, text: str, tagged: Tagger) -> None:
    assert entries(tagged, text, "2023-07-26", title) == {("niger-2023", "attempted", "asserted")}


def test_on_its_day_a_coup_is_realized_where_power_was_taken(tagged: Tagger) -> None:
    text = "احتجز الحرس الرئاسي بازوم في القصر. وتلا عسكريون بيانا أعلنوا فيه الاستيلاء على السلطة وعزل الرئيس."
    title = "انقلاب عسكري في النيجر"
    assert entries(tagged, text, "2023-07-26", title) == {("niger-2023", "realized", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "حذرت مالي وبوركينا فاسو، وتحكمهما مجالس عسكرية، من أي تدخل. وقال الانقلابيون في النيجر إنهم مستعدون.",
        "قال الانقلابيون في نيامي إنهم مستعدون. وحذرت مالي وبوركينا فاسو اللتان تديرهما أنظمة عسكرية من أي تدخل.",
        "قال الانقلابيون في نيامي إنهم مستعدون. مالي وبوركينا فاسو المحكومتان من حكومات عسكرية حذرتا من أي تدخل.",
    ],
)
def test_juntas_of_several_countries_are_those_of_each(text: str, tagged: Tagger) -> None:
    got = told(tagged, text, published="2023-08-06", title="النيجر: المهلة تنتهي")
    assert got == {
        ("niger-2023", "asserted"), ("mali-2020", "historical"), ("burkina-faso-2022-09", "historical"),
    }  # fmt: skip


def test_gunfire_tells_a_coup_only_at_the_seat_of_power(tagged: Tagger) -> None:
    text = "صعد الجنرال تياني لهجته تجاه بنين بعد إطلاق نار قرب مطار نيامي، واتهم رئيسها باتريس تالون."
    assert {e for e, _ in told(tagged, text, published="2026-01-30")} <= {"niger-2023"}
    text = "كوتونو: سمع جنود وسكان إطلاق نار كثيفا في محيط مقر الرئاسة في بنين."
    assert {e for e, _ in told(tagged, text, published="2025-12-07")} == {"benin-2025-attempt"}


@pytest.mark.parametrize(
    "text",
    [
        "اتهم الوزير الرئيس السابق بول هنري داميبا، المقيم في توغو منذ الإطاحة به عام 2022، بزعزعة الاستقرار.",
        "عاد بول هنري داميبا إلى واغادوغو في بوركينا فاسو بعد أن أطيح به في 2022.",
    ],
)
def test_the_name_before_a_pronoun_is_of_him_who_was_toppled(text: str, tagged: Tagger) -> None:
    got = told(tagged, text, published="2026-01-20", title="بوركينا فاسو: داميبا أمام القضاء")
    assert got == {("burkina-faso-2022-09", "historical")}


def test_who_toppled_him_stands_behind_the_pronoun(tagged: Tagger) -> None:
    text = "وصل كابوري إلى الحكم بالانتخاب ثم أطاح به بول هنري داميبا في بوركينا فاسو عام 2022."
    got = told(tagged, text, published="2025-03-01", title="بوركينا فاسو: كابوري يعود")
    assert got == {("burkina-faso-2022-01", "historical")}


def test_a_plot_of_these_days_is_the_one_that_was_foiled(tagged: Tagger) -> None:
    text = "قال الوزير إن داميبا هو المدبر. وأعلنت السلطات قبل أيام إحباط محاولة انقلابية كانت تستهدف تراوري."
    title = "بوركينا فاسو تتهم داميبا بتدبير محاولة انقلابية"
    assert told(tagged, text, published="2026-01-08", title=title) == {("burkina-faso-2026-attempt", "asserted")}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("بدأت في إسطنبول محاكمة شرطيين متهمين بالمشاركة في محاولة الانقلاب الفاشلة في تركيا.", "turkey-2016-attempt"),
        ("تحاكم تركيا شرطيين شاركوا في محاولة الانقلاب الفاشلة على رجب طيب أردوغان.", "turkey-2016-attempt"),
        ("أدانت محكمة في تركيا جنودا شاركوا في محاولة انقلاب يوم 15 تموز الماضي.", "turkey-2016-attempt"),
    ],
)
def test_without_a_date_the_failed_coup_of_a_country_is_the_one_that_is_known(
    text: str, event: str, tagged: Tagger
) -> None:
    assert {e for e, _ in told(tagged, text, published=None)} == {event}


def test_a_year_of_its_own_makes_it_another(tagged: Tagger) -> None:
    text = "يحاكم في تركيا ضباط متهمون بالتحضير لانقلاب عام 2003. ووجهت إليهم تهمة محاولة الإطاحة بالحكومة."
    assert "turkey-2016-attempt" not in {e for e, _ in told(tagged, text, published=None)}


def test_of_last_july_is_within_a_year(tagged: Tagger) -> None:
    text = "بدأت في تركيا محاكمة شرطيين بتهمة المشاركة في محاولة الانقلاب الفاشلة يوم 15 تموز الماضي."
    assert told(tagged, text, published=None, title="تركيا: محاكمة شرطيين") == {("turkey-2016-attempt", "asserted")}


def test_years_in_office_do_not_date_a_coup(tagged: Tagger) -> None:
    text = "كان تالون سيغادر منصبه في بنين بعد عشر سنوات في السلطة لكن جنودا حاولوا تنفيذ محاولة انقلاب ضده وفشلوا."
    assert told(tagged, text, published=None, title="بنين: إحباط محاولة انقلاب") == {("benin-2025-attempt", "asserted")}


def test_a_dual_is_of_two_coups(tagged: Tagger) -> None:
    text = "بعد انقلابين عسكريين طلبت مالي من القوات الفرنسية الرحيل، وقالت باماكو إنها تعيد بناء جيشها."
    got = told(tagged, text, published="2024-03-01", title="مالي: الجيش يتسلم معدات")
    assert got == {("mali-2020", "historical"), ("mali-2021", "historical")}


def test_an_alleged_plot_of_these_days_is_no_earlier_coup(tagged: Tagger) -> None:
    text = "اعتقلت السلطات في مالي جنرالين وعشرات الجنود. ولم تقدم تفاصيل عن مؤامرة الانقلاب المزعومة."
    title = "مالي: اعتقال جنرالين في مؤامرة انقلاب مزعومة"
    assert entries(tagged, text, "2025-08-16", title) == {("mali-2025-attempt", "alleged", "asserted")}


def test_the_country_within_a_mention_is_its_own(tagged: Tagger) -> None:
    title = "حاكم النيجر يتهم باريس وجارتيه بتدبير الهجوم"
    text = "قال الجنرال عبد الرحمن تياني إن رئيس بنين باتريس تالون يدعم المهاجمين."
    assert told(tagged, text, published="2026-01-30", title=title) == {("niger-2023", "historical")}


def test_without_a_date_some_attempt_of_a_country_is_not_the_one_that_is_known(tagged: Tagger) -> None:
    text = "كشفت صحيفة أن ضباطا في تركيا دبروا محاولة انقلاب قبل أن يكشف أمرهم."
    assert {e for e, _ in told(tagged, text, published=None)} == {"unspecified"}


def test_an_undated_text_is_as_late_as_the_last_coup_that_it_tells(tagged: Tagger) -> None:
    text = (
        "أعلن قادة مالي والنيجر وبوركينا فاسو إنشاء كونفدرالية في قمة نيامي. وتحكم الدول الثلاث أنظمة عسكرية "
        "وصلت إلى السلطة في انقلابات بين 2020 و2023."
    )
    got = told(tagged, text, published=None, title="مالي والنيجر وبوركينا فاسو تنشئ كونفدرالية")
    assert ("niger-2023", "asserted") in got
    assert {e for e, s in got if s == "historical"} >= {"mali-2020", "mali-2021", "burkina-faso-2022-01"}


@pytest.mark.parametrize("ago", ["بعد نحو خمس سنوات", "بعد عامين", "قبل أكثر من ثلاث سنوات"])
def test_an_undated_text_that_counts_years_back_tells_what_is_past(ago: str, tagged: Tagger) -> None:
    text = f"ينظم المجلس العسكري في ميانمار انتخابات {ago} من الانقلاب. وقال ناخبون إنهم لا يثقون بالعسكريين."
    assert told(tagged, text, published=None, title="انتخابات في ميانمار") == {("myanmar-2021", "historical")}


@pytest.mark.parametrize(
    "text",
    [
        "تبحث الوساطة عن حل ينهي انقلاب الجماعة على الحكومة في صنعاء، وقصف الجيش مواقع في الحديدة.",
        "ألقى عبد الملك الحوثي خطابا بعد سنوات من انقلاب جماعته على الحكومة الشرعية في اليمن.",
        "رفضت الحكومة اليمنية أي تسوية قبل إنهاء انقلاب مليشياته على الدولة، وقال الجيش إنه يتقدم.",
    ],
)
def test_what_a_militia_did_is_no_coup(text: str, tagged: Tagger) -> None:
    assert not told(tagged, text, published="2021-05-01")


def test_sentences_end_where_no_space_follows_the_full_stop(tagged: Tagger) -> None:
    text = (
        "فاز المنتخب على ضيفه بهدفين.وأعلن عسكريون في غينيا بيساو سيطرتهم الكاملة على البلاد.وقالت مصادر إن الرئيس "
        "اعتقل في مكتبه.وشهدت البلاد أربعة انقلابات ومحاولات انقلاب عديدة منذ استقلالها."
    )
    got = entries(tagged, text, "2025-11-26")
    counted = ("unspecified", "realized", "historical")
    assert got == {("guinea-bissau-2025", "realized", "asserted"), counted}


def test_a_full_stop_within_an_abbreviation_ends_no_sentence(tagged: Tagger) -> None:
    text = "باماكو (أ.ف.ب) في مالي قال د.سيسي إن الضباط الذين نفذوا انقلابهم مع د.تراوري تلوا بيانا."
    assert told(tagged, text, published="2021-05-26") == {("mali-2021", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "أعلن رئيس مدغشقر أندري راجولينا أن محاولة غير قانونية للاستيلاء على السلطة تجري بمشاركة جنود.",
        "قال راجولينا إن مدغشقر تشهد محاولة مسلحة وغير دستورية للاستيلاء على السلطة من عسكريين.",
    ],
)
def test_an_attempt_may_be_called_unlawful_first(text: str, tagged: Tagger) -> None:
    assert entries(tagged, text, "2025-10-12") == {("madagascar-2025", "attempted", "asserted")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("بعد هجوم المطار: حاكم النيجر يتهم باريس وكوتونو", "توعد الجنرال تياني برد قوي على الهجوم قرب نيامي."),
        ("النيجر تتهم فرنسا وبنين بتدبير هجوم المطار", "قال رئيس المجلس العسكري عبد الرحمن تياني إن الرد قادم."),
        ("هجوم مطار نيامي نفذ بدعم فرنسي بحسب النيجر", "قال رئيس المجلس العسكري عبد الرحمن تياني إن الرد قادم."),
    ],
)
def test_who_is_accused_of_an_attack_makes_it_news_of_the_crisis(title: str, text: str, tagged: Tagger) -> None:
    tags = tagged(text, title=title, published="2026-01-30", language="ar")
    assert [c.salience for c in tags.crises if c.id == "niger-2023"] == ["main"]
    assert tags.alert


def test_an_attack_alone_is_none(tagged: Tagger) -> None:
    title = "مقتل عشرين جنديا في هجوم مسلح غرب النيجر"
    tags = tagged("قالت وزارة الدفاع إن المسلحين فروا نحو الحدود مع مالي.", title=title, published="2026-01-30")
    assert not tags.alert


def test_whoever_asks_why_there_are_coups_tells_none_of_a_country(tagged: Tagger) -> None:
    text = "تلعب روسيا لعبة ماكرة في القارة. وربما كانت الانقلابات العسكرية من تدبيرها أو من تدبير غيرها."
    got = told(tagged, text, published="2023-08-30", title="انقلابات أفريقيا ما السبب؟")
    assert {e for e, _ in got} == {"unspecified"}


def test_rebels_at_war_with_the_army_make_no_mutiny(tagged: Tagger) -> None:
    text = "قتل الرئيس إدريس ديبي في معارك مع متمردين. وأعلن المجلس العسكري في تشاد أن ابنه سيقود المرحلة الانتقالية."
    assert entries(tagged, text, "2021-04-21") == {("chad-2021", "realized", "asserted")}


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("قال البرهان إن القوات المسلحة ستهزم مليشيا التمرد في السودان.", "2025-12-01"),
        ("تقدم الجيش ضد قوات الدعم السريع المتمردة في السودان، وقال البرهان إن تمرد المليشيا إلى زوال.", None),
    ],
)
def test_the_rebellion_of_a_militia_is_no_mutiny(text: str, published: str | None, tagged: Tagger) -> None:
    assert not told(tagged, text, published=published)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("يتولى ديبي، الذي وصل إلى السلطة في تشاد إثر انقلاب عام 1990، ولاية خامسة.", {("chad-1990", "historical")}),
        ("عاش وزير من مالي في المنفى منذ انقلاب عام 1978 الذي فشل.", {("mali-1978", "historical")}),
    ],
)
def test_a_year_right_behind_a_coup_binds_it(text: str, events: set[tuple[str, str]], tagged: Tagger) -> None:
    assert told(tagged, text, published=None) == events


def test_whom_the_coup_of_these_days_drove_out_is_its_victim(tagged: Tagger) -> None:
    text = "قالت لومي إن بول هنري داميبا وصل إليها. وأكد الانقلابيون أنهم سيتوجهون إلى شركاء آخرين."
    got = told(tagged, text, published="2022-10-03", title="داميبا يفر إلى توغو بعد الانقلاب في بوركينا فاسو")
    assert got == {("burkina-faso-2022-09", "asserted")}


def test_soldiers_who_toppled_someone_are_those_of_his_coup(tagged: Tagger) -> None:
    text = "أعلن النقيب إبراهيم تراوري الإطاحة بداميبا. وهو من الضباط الذين أطاحوا بالرئيس روش كابوري."
    got = told(tagged, text, published="2022-10-01", title="انقلاب جديد في بوركينا فاسو")
    assert {e for e, _ in got} == {"burkina-faso-2022-09", "burkina-faso-2022-01"}


def test_an_undated_text_is_of_the_coup_whose_people_it_names(tagged: Tagger) -> None:
    text = "أعلن ضباط في مالي اعتقال الرئيس إبراهيم بوبكر كيتا. وجاء ذلك بعد تمرد جنود في قاعدة كاتي."
    assert {e for e, _ in told(tagged, text, published=None)} == {"mali-2020"}


def test_no_details_of_an_attempt_deny_none(tagged: Tagger) -> None:
    text = "أحبطت السلطات محاولة انقلاب. ولم يذكر البيان أي تفاصيل بشأن محاولة الانقلاب."
    got = told(tagged, text, published="2022-05-17", title="مالي تعلن إحباط محاولة انقلاب")
    assert got == {("mali-2022-attempt", "asserted")}
    assert told(tagged, "نفت حكومة مالي أي محاولة انقلاب.", published="2024-05-17") == {("unspecified", "negated")}


def test_what_sanctions_do_to_people_wakes_nobody(tagged: Tagger) -> None:
    title = "انقطاع الكهرباء في النيجر بعد الانقلاب يترك تداعياته على السكان"
    text = "ينتظر حلاق في نيامي عودة التيار منذ فرض العقوبات على الانقلابيين."
    assert not tagged(text, title=title, published="2023-08-07").alert


def test_a_self_coup_of_a_sitting_ruler_is_none(tagged: Tagger) -> None:
    title = "سجن كاستيو بسبب محاولة الانقلاب"
    text = "حاول الرئيس السابق حل البرلمان في بيرو، وهو ما وصفه البعض بأنه انقلاب ذاتي."
    assert not told(tagged, text, published="2025-11-28", title=title)


def test_a_plot_that_courts_martial_deal_with_is_a_conspiracy(tagged: Tagger) -> None:
    text = (
        "سيمثل ضباط من الجيش أمام المحكمة بتهمة التخطيط للإطاحة بحكومة البلاد. وكانت تقارير تحدثت عن انقلاب فاشل. "
        "وكشف التحقيق في نيجيريا عن مؤامرة انقلابية."
    )
    assert entries(tagged, text, "2026-01-27") == {("unspecified", "conspiracy", "asserted")}


def test_the_year_of_its_sentence_dates_a_coup_in_an_undated_text(tagged: Tagger) -> None:
    text = "في أغسطس 1973 رقي أوغستو بينوشيه إلى قيادة الجيش في تشيلي، ثم لم يلبث أن قام بانقلاب عسكري."
    assert told(tagged, text, published=None) == {("chile-1973", "historical")}


def test_the_year_of_the_sentence_before_dates_a_bare_coup(tagged: Tagger) -> None:
    text = "في أبريل 2012 اقتحم جنود القصر في غينيا بيساو. ثم علق الاتحاد عضوية غينيا بيساو عقب الانقلاب."
    assert {e for e, _ in told(tagged, text, published="2026-02-01")} == {"guinea-bissau-2012"}


def test_what_a_charter_says_of_any_coup_denies_none(tagged: Tagger) -> None:
    text = "علق الاتحاد عضوية النيجر بسبب انقلاب يوليو. وينص ميثاقه على إدانة أي تغيير غير دستوري للحكومات."
    got = told(tagged, text, published="2023-08-22", title="الاتحاد الأفريقي يعلق عضوية النيجر")
    assert got == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    "text",
    [
        "تنظر محكمة في برازيليا اليوم في قضية الرئيس السابق بولسونارو المتهم بالتخطيط لتنفيذ انقلاب.",
        "الرئيس البرازيلي السابق متهم بالتخطيط لانقلاب عسكري بعد خسارته انتخابات عام 2022.",
    ],
)
def test_what_a_court_deals_with_is_of_its_day(text: str, tagged: Tagger) -> None:
    assert {s for _, s in told(tagged, text, published="2025-08-16")} == {"asserted"}


def test_his_removal_is_of_the_coup_that_he_suffered(tagged: Tagger) -> None:
    text = "كشف البرهان تفاصيل آخر أيام عمر البشير في السودان قبل عزله على يد القوات المسلحة."
    assert {e for e, _ in told(tagged, text, published="2022-01-10")} == {"sudan-2019"}


def test_the_first_attack_since_a_coup_is_an_attack(tagged: Tagger) -> None:
    title = "مسلحون ينفذون في النيجر أول هجوم بعد الانقلاب"
    text = "تبنت جماعة متشددة هجوما قتل فيه ستة جنود في تيلابيري قرب الحدود مع مالي."
    tags = tagged(text, title=title, published="2023-08-10", language="ar")
    assert [c.salience for c in tags.crises if c.id == "niger-2023"] == ["background"]
    assert not tags.alert


def test_in_the_first_weeks_a_late_mention_is_of_the_subject(tagged: Tagger) -> None:
    text = (
        "قال الوزير إن بلاده تقترح خطة من ست نقاط على جيرانها. وأضاف في حديث طويل إلى الصحفيين أن المشاورات ستبدأ هذا "
        "الأسبوع مع العواصم المعنية كلها، وأن الهدف منها تقريب وجهات النظر قبل القمة المقبلة. وشدد على أن الحوار وحده "
        "يجنب المنطقة الأسوأ، وأن الحدود الطويلة تجعل من أمن الجيران أمنا لبلاده، وأن القوافل التجارية تضررت كثيرا. "
        "وختم الوزير كلامه بالقول إن بلاده رافقت جارتها في كل الأزمات، ومنها مختلف الانقلابات التي شهدتها النيجر."
    )
    got = told(tagged, text, published="2023-08-29", title="الجزائر تعرض خطة بشأن النيجر")
    assert got == {("niger-2023", "asserted")}


def test_the_only_year_of_a_sentence_dates_a_coup_from_afar(tagged: Tagger) -> None:
    text = (
        "في مارس 2009 أوقف الاتحاد الأفريقي مشاركة مدغشقر في اجتماعاته، معتبرا أن ما حدث فيها يدخل "
        "في إطار تغيير غير دستوري للحكومة."
    )
    assert {e for e, _ in told(tagged, text, published="2026-05-01")} == {"madagascar-2009"}


def test_what_did_not_happen_during_a_coup_denies_none(tagged: Tagger) -> None:
    text = "ذكر إمبالو أن أحدا لم يضربه وأنه لم يتعرض لأي أذى خلال الانقلاب الذي قاده رئيس الأركان في غينيا بيساو."
    assert told(tagged, text, published="2025-11-26") == {("guinea-bissau-2025", "asserted")}
