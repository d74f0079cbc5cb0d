"""Coups counted beside the one that is dated, in decades and before civilian rule; lands that others lie between."""

import pytest

from tests.enrich.conftest import Tagger, told_of

NIGER = ("niger-2023", "asserted")
PAST = ("unspecified", "historical")
TITLES = {
    "en": "Niger junta names ministers",
    "fr": "Niger : la junte nomme des ministres",
    "ar": "المجلس العسكري في النيجر يعين وزراء",
    "ha": "Gwamnatin sojin Nijar ta nada ministoci",
}
LEADS = {
    "en": "The generals who hold Bazoum named ministers. ",
    "fr": "Les généraux qui détiennent Bazoum ont nommé des ministres. ",
    "ar": "عين العسكريون الذين أطاحوا بالرئيس محمد بازوم وزراء جددا. ",
    "ha": "Sojojin da suka hambarar da Bazoum sun nada ministoci. ",
}


def told(tagged: Tagger, published: str, title: str, text: str) -> set[tuple[str, str]]:
    return told_of(tagged(text, title=title, published=published))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Niger has seen five coups in sixty years."),
        ("en", "The country has had six coups over five decades."),
        ("fr", "Le pays a connu cinq coups d'État en soixante ans."),
        ("ar", "وقد مرت البلاد بخمسة انقلابات في ستين عاما."),
        ("ar", "وشهد البلد أربعة انقلابات على مدى خمسة عقود."),
        ("ha", "An yi juyin mulki sau biyar a kasar a cikin shekaru sittin."),
    ],
)
def test_coups_counted_over_decades_are_none_in_particular(language: str, text: str, tagged: Tagger) -> None:
    assert told(tagged, "2023-08-02", TITLES[language], LEADS[language] + text) == {NIGER, PAST}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Niger has had four coups since independence, the last in 2010."),
        ("fr", "Le pays a connu quatre coups d'État depuis l'indépendance, dont le dernier remonte à 2010."),
        ("ar", "وعرفت البلاد أربعة انقلابات منذ الاستقلال، آخرها عام 2010."),
    ],
)
def test_coups_counted_beside_the_last_of_them_are_told_with_it(language: str, text: str, tagged: Tagger) -> None:
    found = told(tagged, "2023-08-02", TITLES[language], LEADS[language] + text)
    assert found == {NIGER, ("niger-2010", "historical"), PAST}


def test_where_the_first_is_dated_too_no_others_are_told(tagged: Tagger) -> None:
    text = LEADS["en"] + "Niger has had several coups, the first in 1974, the last in 2010."
    found = told(tagged, "2023-08-02", TITLES["en"], text)
    assert found == {NIGER, ("niger-1974", "historical"), ("niger-2010", "historical")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        (
            "Guinea-Bissau army takes power",
            "Soldiers took power in Guinea-Bissau on Wednesday. It lies between Senegal and Guinea, and has had four"
            " coups since independence.",
        ),
        (
            "Guinée-Bissau : l'armée prend le pouvoir",
            "Des soldats ont pris le pouvoir mercredi en Guinée-Bissau. Le pays, situé entre le Sénégal et la Guinée, a"
            " connu quatre coups d'État depuis son indépendance.",
        ),
        (
            "الجيش يستولي على السلطة في غينيا بيساو",
            "استولى جنود على السلطة في غينيا بيساو يوم الأربعاء. وتقع البلاد بين السنغال وغينيا، وشهدت أربعة انقلابات"
            " منذ استقلالها.",
        ),
    ],
)
def test_a_country_lies_between_others_of_which_no_coup_is_told(title: str, text: str, tagged: Tagger) -> None:
    assert told(tagged, "2025-11-27", title, text) == {("guinea-bissau-2025", "asserted"), PAST}


def test_talks_between_countries_are_no_borders(tagged: Tagger) -> None:
    text = "Talks between Senegal and Guinea resumed, two years after the coup in Guinea."
    assert told(tagged, "2023-08-02", "Guinea: talks with Senegal", text) == {("guinea-2021", "historical")}


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Benin: attempt fails", "Soldiers failed to topple Talon. There were coups in Mali and Guinea in 2021."),
        ("جيش بنين يحبط محاولة انقلاب", "أحبط الجيش المحاولة يوم الأحد. ووقعت انقلابات في مالي وغينيا عام 2021."),
    ],
)
def test_the_year_of_a_pair_is_that_of_both(title: str, text: str, tagged: Tagger) -> None:
    found = told(tagged, "2025-12-09", title, text)
    assert {("mali-2021", "historical"), ("guinea-2021", "historical")} <= found
    assert ("mali-2020", "historical") not in found


@pytest.mark.parametrize(
    ("title", "text", "status"),
    [
        ("رأي: النيجر", "ليس انقلاب النيجر حدثا معزولا، بل حلقة من سلسلة.", "asserted"),
        ("رأي: النيجر", "ما جرى في النيجر ليس انقلابا، يقول الضباط.", "negated"),
    ],
)
def test_what_a_coup_is_not_is_no_denial_of_it(title: str, text: str, status: str, tagged: Tagger) -> None:
    assert told(tagged, "2023-08-10", title, text) == {("niger-2023", status)}


def test_coups_lived_through_before_civilian_rule_are_past(tagged: Tagger) -> None:
    title = "نيجيريا: الجيش ينفي وجود محاولة انقلاب"
    text = "نفى الجيش وجود محاولة انقلاب. ويذكر الناس الانقلابات التي عرفتها بلادهم قبل عودة الحكم المدني."
    assert PAST in told(tagged, "2025-10-20", title, text)
