"""Lists by country whose coups are items, names that coup makers disown, and how a ruler once rose."""

import pytest

from tests.enrich.conftest import Tagger, told_of


def told(tagged: Tagger, published: str, title: str, text: str) -> set[tuple[str, str]]:
    return told_of(tagged(text, title=title, published=published))


LISTS = {
    "en": (
        "From Bamako to Libreville: soldiers in power",
        "Gabon: officers took power on 30 August 2023.\n\nNiger: on 26 July 2023 soldiers toppled Mohamed Bazoum.\n\n"
        "Burkina Faso: the army ended Kabore's rule on 24 January 2022, and Damiba had to go on 30 September.\n\n"
        "Mali: soldiers removed Keita on 18 August 2020.",
    ),
    "fr": (
        "De Bamako à Libreville, les militaires au pouvoir",
        "Gabon : des officiers ont pris le pouvoir le 30 août 2023.\n\nNiger : le 26 juillet 2023, des militaires ont"
        " renversé Mohamed Bazoum.\n\nBurkina Faso : l'armée en a fini avec Kaboré le 24 janvier 2022, puis Damiba est"
        " parti le 30 septembre.\n\nMali : des soldats ont chassé Keïta le 18 août 2020.",
    ),
    "ar": (
        "من باماكو إلى ليبرفيل: العسكر في الحكم",
        "الغابون: استولى ضباط على السلطة في 30 أغسطس 2023.\n\nالنيجر: في 26 يوليو 2023 أطاح جنود بالرئيس بازوم.\n\n"
        "بوركينا فاسو: أنهى الجيش عهد كابوري في 24 يناير 2022، ثم رحل داميبا في 30 سبتمبر.\n\n"
        "مالي: أبعد جنود كيتا في 18 أغسطس 2020.",
    ),
}


@pytest.mark.parametrize("language", LISTS)
def test_coups_of_the_year_are_items_of_a_list_by_country(language: str, tagged: Tagger) -> None:
    title, text = LISTS[language]
    found = told(tagged, "2023-08-31", title, text)
    assert {("niger-2023", "asserted"), ("burkina-faso-2022-09", "asserted")} <= found
    assert ("mali-2020", "historical") in found


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Niger soldiers: we are no putschists", "Guards seized President Bazoum's palace in a coup on Wednesday."),
        ("Niger", "Guards seized Bazoum in a coup on Wednesday. “We are not putschists but patriots,” they said."),
        ("Niger", "Des gardes ont mené un coup d'État mercredi. « Nous ne sommes pas des putschistes », disent-ils."),
        ("Niger", "Un coup d'État a eu lieu mercredi. Les soldats refusent d'être qualifiés de putschistes."),
        ("النيجر", "قاد جنود انقلابا على الرئيس محمد بازوم يوم الأربعاء. وقالوا: لسنا انقلابيين، بل أبناء هذا البلد."),
    ],
)
def test_who_disowns_the_name_denies_the_coup_beside_it(title: str, text: str, tagged: Tagger) -> None:
    found = told(tagged, "2023-07-27", title, text)
    assert found == {("niger-2023", "asserted"), ("niger-2023", "negated")}


def test_who_calls_others_no_patriots_denies_none(tagged: Tagger) -> None:
    text = "Guards seized Bazoum in a coup on Wednesday. “These putschists are no patriots,” a minister said."
    assert told(tagged, "2023-07-27", "Niger", text) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Burkina Faso says it foiled a coup attempt",
            "The government said it foiled a coup attempt on Tuesday. Captain Traore, who came to power in a coup"
            " eleven months ago, is safe.",
        ),
        (
            "بوركينا فاسو تحبط محاولة انقلاب",
            "قالت الحكومة إنها أحبطت محاولة انقلاب يوم الثلاثاء. ووصل تراوري إلى السلطة عبر انقلاب قبل نحو عام.",
        ),
    ],
)
def test_how_he_rose_is_past_beside_a_new_attempt(title: str, text: str, tagged: Tagger) -> None:
    found = told(tagged, "2023-09-28", title, text)
    assert found == {("burkina-faso-2023-attempt", "asserted"), ("burkina-faso-2022-09", "historical")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "من هو قائد الانقلاب في النيجر؟",
            "قاد الجنرال تياني الانقلاب على بازوم. وقد أفشل عام 2021 محاولة جنود اقتحام القصر.",
        ),
        (
            "Who leads the coup in Niger?",
            "General Tiani led the coup against Bazoum. In 2021 he foiled an attempt by soldiers to storm the palace.",
        ),
    ],
)
def test_a_bid_of_soldiers_for_the_palace_is_the_attempt_of_its_year(title: str, text: str, tagged: Tagger) -> None:
    assert ("niger-2021-attempt", "historical") in told(tagged, "2023-07-30", title, text)


def test_officers_took_power_in_a_row_of_countries_and_governments_fell(tagged: Tagger) -> None:
    title = "انقلاب في الغابون"
    text = "أعلن عسكريون الأربعاء انقلابا في الغابون. وأخذ الضباط السلطة كذلك في غينيا وتشاد."
    found = told(tagged, "2023-08-31", title, text)
    assert {("guinea-2021", "historical"), ("chad-2021", "historical")} <= found
    text = "أعلن عسكريون الأربعاء انقلابا في الغابون. وقد أطيح بحكومتي بوركينا فاسو في سبتمبر 2022 والنيجر في يوليو."
    found = told(tagged, "2023-08-31", title, text)
    assert {("burkina-faso-2022-09", "historical"), ("niger-2023", "historical")} <= found


def test_both_neighbours_are_under_a_junta(tagged: Tagger) -> None:
    title = "الحرس يطوق رئيس النيجر"
    text = "طوق جنود من الحرس الرئيس بازوم. والجارتان مالي وبوركينا فاسو كلتاهما تحت حكم مجلس عسكري."
    found = {event for event, _ in told(tagged, "2023-07-26", title, text)}
    assert {"burkina-faso-2022-09", "niger-2023"} <= found
    assert found & {"mali-2020", "mali-2021"}
