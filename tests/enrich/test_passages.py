"""Kinds that only articles of full length have: the background paragraph, whom it lists, and whose years it gives."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, entries_of, told_of

BESIDE = [
    # who rules whom, told in the passive
    ("en", "Niger has been ruled by a junta since 2023, as are Mali and Burkina Faso.", "2025-10-19",
     {"niger-2023", "mali-2020", "burkina-faso-2022-09"}),
    ("ar", "يحكم العسكريون النيجر منذ انقلاب 2023، وكذلك مالي.", "2025-10-20", {"niger-2023", "mali-2020"}),
    # what happened in all that stand before it
    ("en", "The envoy spoke of Mali and Burkina Faso, where soldiers have seized power.", "2023-07-20",
     {"mali-2020", "burkina-faso-2022-09"}),
    # months between two countries
    ("en", "Nerves are on edge since soldiers took over in Niger in July and in Gabon on Wednesday.", "2023-09-02",
     {"niger-2023", "gabon-2023"}),
    ("ar", "يحكم عسكريون استولوا على السلطة بالطريقة نفسها كلا من بوركينا فاسو والنيجر.", "2025-08-15",
     {"burkina-faso-2022-09", "niger-2023"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "published", "events"), BESIDE)
def test_a_coup_is_of_each_country_of_which_it_is_told(
    language: str, text: str, published: str, events: set[str], tagged: Tagger
) -> None:
    assert {coup.event for coup in tagged(text, language=language, published=published).coups} == events


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Three Sahel states quit ECOWAS",
         "Niger, Mali and Burkina Faso said that they leave. The three, all suspended after coups between 2020 and "
         "2023, had been under pressure."),
        ("ar", "مالي وبوركينا فاسو والنيجر تعلن انسحابها من إيكواس",
         "ومنذ الانقلابات التي شهدتها الدول الثلاث توترت علاقاتها مع المجموعة التي فرضت عقوبات على نيامي."),
    ],
)  # fmt: skip
def test_the_three_are_those_that_the_article_began_with(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    events = {c.event for c in tagged(text, title=title, language=language, published="2024-01-28").coups}
    assert {"niger-2023", "mali-2020", "burkina-faso-2022-09"} <= events


def test_coups_counted_between_two_years_are_all_of_them(tagged: Tagger) -> None:
    text = "Niger, Mali and Burkina Faso leave. The three were suspended after coups between 2020 and 2023."
    events = {c.event for c in tagged(text, title="Three Sahel states quit ECOWAS", published="2024-01-28").coups}
    assert {"mali-2020", "burkina-faso-2022-01"} <= events


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "By evening Mohamed Bazoum, elected in 2021, was a hostage of his guards in Niamey."),
        ("ar", "ومحمد بازوم المنتخب عام 2021 محتجز في نيامي منذ انقلاب النيجر."),
    ],
)
def test_the_year_of_an_election_dates_no_coup(language: str, text: str, tagged: Tagger) -> None:
    assert {c.event for c in tagged(text, language=language, published="2025-07-26").coups} == {"niger-2023"}


def test_a_country_right_before_an_arabic_coup_is_not_where_it_happened(tagged: Tagger) -> None:
    tags = tagged(title="جولة الصحافة: حرب السودان وانقلاب النيجر", language="ar", published="2023-08-28")
    assert [(c.event, c.type, c.status) for c in tags.coups] == [("niger-2023", "realized", "asserted")]


def _told(tagged: Tagger, text: str, published: str, title: str = "", language: str = "en") -> set[tuple[str, str]]:
    tags = tagged(text, title=title, language=language, published=published)
    return told_of(tags)


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Nigerian army denies that officers were held over plot against Tinubu",
         "It rejected reports that sixteen officers were arrested for planning to overthrow President Bola Tinubu."),
        ("en", "Ghana army dismisses rumours of unrest in barracks",
         "A post alleged that the garrison in Accra had been disarmed for fear of a coup."),
        ("ar", "الكاميرون تنفي شائعات عن تحرك داخل الجيش", "دعا البيان إلى عدم تصديق الشائعات عن انقلاب وشيك."),
        ("ar", "الجيش النيجيري ينفي توقيف ضباط", "نفت قيادة الدفاع صحة تقارير عن توقيف ضباط خططوا لانقلاب على الرئيس."),
    ],
)  # fmt: skip
def test_what_the_headline_denies_is_denied_throughout(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert _told(tagged, text, "2025-10-19", title, language) == {("unspecified", "negated")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Nuland: talks with Niger's junta were difficult",
         "She told them what follows if Washington should conclude legally that this was a coup: aid would stop."),
        ("Washington weighs its words on Niger's junta", "Washington has stopped short of calling it a coup."),
    ],
)  # fmt: skip
def test_whether_to_call_it_a_coup_leaves_no_doubt_that_there_was_one(
    title: str, text: str, tagged: Tagger
) -> None:
    assert _told(tagged, text, "2023-08-08", title) == {("niger-2023", "asserted")}


def test_coups_that_may_come_are_an_aside_in_an_article_on_one_that_came(tagged: Tagger) -> None:
    text = "The bloc had never threatened force against a military takeover. Who will be the next to have a coup?"
    assert _told(tagged, text, "2023-07-30", "Niger's junta has one week") == {("niger-2023", "asserted")}


RESULTS = [
    ("en", "The general who has ruled Niger since last month met envoys.", "2023-08-20"),
    ("en", "Niger's soldiers must give back power to civilians, the bloc says.", "2023-08-20"),
    ("en", "The African Union asks Niger's military to go back unconditionally to barracks.", "2023-08-22"),
    ("en", "Niger frees fifty who were held since the military came to power.", "2024-04-02"),
    ("en", "Relations with Niger soured after the army threw out the elected government.", "2024-04-22"),
    ("ar", "وتعهد العسكريون في النيجر منذ وصولهم إلى السلطة بمراجعة العقود.", "2024-06-20"),
    ("ar", "طالب الاتحاد الأفريقي جيش النيجر بالعودة دون شرط إلى الثكنات.", "2023-08-22"),
]


@pytest.mark.parametrize(("language", "text", "published"), RESULTS)
def test_who_rules_since_tells_the_coup(language: str, text: str, published: str, tagged: Tagger) -> None:
    assert {c.event for c in tagged(title=text, language=language, published=published).coups} == {"niger-2023"}


NO_COUPS = [
    ("en", "Review: a thriller", "Set in an invented country like Niger, it tells of a coup: guards of the president "
     "seize the television."),
    ("en", "Review: a political novel", "A colonel plans a coup and his soldiers seize the palace of the president."),
    ("en", "Soldiers train for the unthinkable", "In the exercise scenario of Niger's army, a general stages a coup."),
    ("en", "Niger State governor sacks two", "The opposition called the sackings a palace coup by a faction."),
    ("en", "Coach wins", "Members voted for the removal of the president of the federation of Mali, an army man."),
    ("ar", "نهر النيجر", "يهدد الطمي النهر في غينيا ومالي في انقلاب مناخي لم تعرفه المنطقة."),
    ("ar", "مباراة مالي", "طالبت صحف محلية بعزل رئيس الاتحاد، واللاعبون قاتلوا كالجنود في مالي."),
    ("ar", "الألغام في الحديدة", "وقال الوزير إن استمرار الانقلاب الحوثي على إرادة اليمنيين هو أصل المأساة."),
    ("ar", "انقلاب في مجلس إدارة النادي", "ما جرى ليس انقلابا، وكان المدرب قد أقيل. ووصفه الرئيس المعزول بمؤامرة."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "title", "text"), NO_COUPS)
def test_what_is_invented_or_only_called_so_is_no_coup(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert not tagged(text, title=title, language=language, published="2024-10-02").coups


def test_a_novel_on_a_coup_that_happened_tells_it(tagged: Tagger) -> None:
    text = "The thriller is set in the week of the January 1966 coup in Nigeria."
    assert _told(tagged, text, "2024-10-02", "Review: a thriller") == {("nigeria-1966-01", "historical")}


OWN = [
    ("Chad's leader, Mahamat Deby, who himself came to power through the army in 2021, flew to Niamey.", "chad-2021"),
    ("Burkina Faso's leader, Captain Ibrahim Traore, who himself took power in a coup, telephoned Niamey.",
     "burkina-faso-2022-09"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event"), OWN)
def test_who_came_to_power_in_a_coup_himself_came_in_his_own(text: str, event: str, tagged: Tagger) -> None:
    assert {e for e, _ in _told(tagged, text, "2023-07-30")} == {event}


def test_an_attempt_before_an_oath_is_of_the_year_of_the_election(tagged: Tagger) -> None:
    text = (
        "Members of the guard hold President Mohamed Bazoum in his palace in Niamey, officials say. Shops in "
        "the city were open, and no shots had been heard until noon, residents told a reporter near the river. "
        "He was elected in 2021. Days before he took the oath, the army stopped an attempted coup by an air force unit."
    )
    tags = tagged(text, title="Niger: guards hold Bazoum", published="2023-07-26")
    got = entries_of(tags)
    assert got == {("niger-2023", "attempted", "asserted"), ("niger-2021-attempt", "attempted", "historical")}


def test_a_day_and_month_tell_the_coup_whatever_countries_its_sentence_names(tagged: Tagger) -> None:
    text = "وكان النظام الذي وصل إلى الحكم إثر انقلاب 26 يوليو قد طالب برحيلهم، كما طالبت به مالي وبوركينا فاسو."
    told = _told(tagged, text, "2023-12-22", "آخر الجنود الفرنسيين يغادرون النيجر", "ar")
    assert ("niger-2023", "asserted") in told


def test_a_coup_of_a_named_month_and_year_is_none_of_the_screen(tagged: Tagger) -> None:
    text = "يروي الفيلم كيف خططت الوكالة لانقلاب أغسطس 1953 الذي أعاد الشاه إلى عرشه في إيران."
    assert _told(tagged, text, "2024-02-11", "وثائقي", "ar") == {("iran-1953", "historical")}


def test_condemning_a_coup_of_whose_victim_the_text_speaks_is_of_that_one(tagged: Tagger) -> None:
    text = "What the soldiers did to Mohamed Bazoum is wrong. But it is one thing to condemn a coup."
    assert {e for e, _ in _told(tagged, text, "2023-08-09", "Why Nigeria must not fight")} == {"niger-2023"}


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "In Jibia, the Niger border closure empties market stalls"),
        ("en", "Fact check: video of jets over Niamey after the coup is old"),
        ("ar", "العقوبات على النيجر ترهق سكان نيامي"),
    ],
)
def test_what_an_act_does_to_daily_life_wakes_nobody(language: str, title: str, tagged: Tagger) -> None:
    assert not tagged("People have to eat.", title=title, language=language, published="2023-08-17").alert


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Armed men take rights campaigner from his home in Niamey"),
        ("en", "Niger recalls its ambassadors"),
        ("ar", "النيجر ومالي وبوركينا فاسو تستدعي سفراءها لدى الجزائر"),
    ],
)
def test_acts_of_state_against_people_and_neighbours_wake_the_desk(
    language: str, title: str, tagged: Tagger
) -> None:
    assert tagged("No comment came.", title=title, language=language, published="2024-11-04").alert


def test_a_company_and_a_campaign_on_the_river_are_not_the_country(tagged: Tagger) -> None:
    tags = tagged(
        "Officers of the Royal Niger Company marched on Bida.", title="Campaign on the Niger", published="2024-02-20"
    )
    assert "niger" not in {e.id for e in tags.entities}
    assert not tags.alert


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "He was made premier last week by the new rulers of Niger.", "niger-2023"),
        ("en", "July 2023: The presidential guard in Niger locks up Mohamed Bazoum.", "niger-2023"),
        ("ar", "اجتماع لبحث التدخل ضد العسكريين الذين احتجزوا رئيس النيجر.", "niger-2023"),
    ],
)
def test_new_rulers_and_those_who_hold_him_are_the_coup(language: str, text: str, event: str, tagged: Tagger) -> None:
    assert {c.event for c in tagged(text, language=language, published="2023-08-16").coups} == {event}


def test_a_slump_after_a_closure_wakes_nobody(tagged: Tagger) -> None:
    title = "كساد في سوق نيامي بعد إغلاق الحدود"
    assert not tagged("يعد ما تبقى.", title=title, language="ar", published="2023-08-09").alert


def test_the_alliance_has_a_short_arabic_name(tagged: Tagger) -> None:
    text = "قررت دول تحالف الساحل، مالي والنيجر وبوركينا فاسو، استدعاء سفرائها."
    tags = tagged(text, language="ar", published="2025-04-07")
    assert {"alliance-of-sahel-states"} == {e.id for e in tags.entities} & {"alliance-of-sahel-states", "sahel"}


def test_a_coup_of_no_known_country_that_is_counted_back_years_is_past(tagged: Tagger) -> None:
    text = "The failed coup in the Soviet Union was led by hardliners 33 years ago."
    assert _told(tagged, text, "2024-08-19", "Moscow recalls the tanks") == {("unspecified", "historical")}
