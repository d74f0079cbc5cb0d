"""Kinds that only articles of full length have: the background paragraph, whom it lists, and whose years it gives."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger

BESIDE = [
    # who rules whom, told in the passive
    ("en", "Niger has been ruled by a junta since 2023, as are Mali and Burkina Faso.", "2025-10-19",
     {"niger-2023", "mali-2021", "burkina-faso-2022-09"}),
    ("ar", "يحكم العسكريون النيجر منذ انقلاب 2023، وكذلك مالي.", "2025-10-20", {"niger-2023", "mali-2021"}),
    # what happened in all that stand before it
    ("en", "The envoy spoke of Mali and Burkina Faso, where soldiers have seized power.", "2023-07-20",
     {"mali-2021", "burkina-faso-2022-09"}),
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
    assert {"niger-2023", "mali-2021", "burkina-faso-2022-09"} <= events


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
