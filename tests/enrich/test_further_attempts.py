"""A further attempt that is told behind a coup of another year, one that is on trial, and coups that have a number."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

COUP = ("niger-2023", "asserted")
BOTH = {COUP, ("niger-2015-attempt", "historical"), ("niger-2021-attempt", "historical")}
TITLES = {"en": "Niger coup", "fr": "Putsch au Niger", "ar": "انقلاب النيجر", "ha": "Juyin mulki a Nijar"}
NEWS = {
    "en": "General Tchiani's soldiers toppled Mohamed Bazoum in Niger. ",
    "fr": "Les soldats du général Tchiani ont renversé Mohamed Bazoum au Niger. ",
    "ar": "أطاح عسكريون بقيادة الجنرال تشياني بمحمد بازوم في النيجر. ",
    "ha": "Sojojin Janar Tchiani sun hambarar da Mohamed Bazoum a Nijar. ",
}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He was named after a coup attempt in 2015. In March 2021 his unit stopped another attempt."),
        ("en", "He was named after a coup attempt in 2015. Another in March 2021 found him at his post."),
        ("fr", "Il fut cité après une tentative de coup en 2015. En mars 2021, son unité arrête une autre tentative."),
        ("ar", "وذكر اسمه بعد محاولة انقلاب عام 2015، ثم أخرى في مارس 2021 قبل أيام من تنصيب بازوم."),
        ("ar", "وذكر اسمه بعد محاولة انقلاب عام 2015. وفي مارس 2021 أوقفت وحدته محاولة ثانية."),
        ("ha", "An ambace shi bayan yunkurin juyin mulki a 2015. A watan Maris na 2021 sun tsayar da wani yunkuri."),
    ],
)
def test_another_attempt_is_that_of_its_own_year(tagged: Tagger, language: str, text: str) -> None:
    tags = tagged(NEWS[language] + text, title=TITLES[language], published="2023-08-10", language=language)
    assert told_of(tags) == BOTH


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In March 2021 he made another attempt at talks."),
        ("en", "In 2019 his unit stopped another attempt."),
        ("fr", "En mars 2021, il y eut une autre tentative de médiation."),
        ("ar", "وفي مارس 2021 جرت محاولة أخرى للحوار."),
        ("ha", "A watan Maris na 2021 sun sake wani yunkuri na sulhu."),
    ],
)
def test_another_attempt_at_something_else_is_none(tagged: Tagger, language: str, text: str) -> None:
    tags = tagged(NEWS[language] + text, title=TITLES[language], published="2023-08-10", language=language)
    assert told_of(tags) == {COUP}


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("en", "Burkina Faso: General Diendere jailed",
         "A court found him guilty of plotting a coup attempt four years ago."),
        ("fr", "Burkina Faso : le général Diendéré condamné",
         "Le tribunal l'a reconnu coupable d'avoir planifié une tentative de coup d'Etat il y a quatre ans."),
        ("ar", "بوركينا فاسو: السجن للجنرال دينديري",
         "أدانته المحكمة بتدبير محاولة انقلاب على الحكومة قبل أربعة أعوام."),
        ("ha", "Burkina Faso: an daure janar",
         "Kotu ta same shi da laifin kitsa yunkurin juyin mulki shekaru hudu da suka wuce."),
    ],
)  # fmt: skip
def test_whoever_is_tried_for_a_plot_of_years_ago_made_no_second_one(
    tagged: Tagger, language: str, title: str, text: str
) -> None:
    tags = tagged(text, title=title, published="2019-09-03", language=language)
    assert told_of(tags) == {("burkina-faso-2015-attempt", "historical")}


@pytest.mark.parametrize("years", ["three", "six"])
def test_a_plot_of_a_year_without_a_coup_is_no_known_one(tagged: Tagger, years: str) -> None:
    text = f"A court found two officers guilty of plotting a coup attempt {years} years ago."
    tags = tagged(text, title="Burkina Faso: officers jailed", published="2019-09-03", language="en")
    assert "burkina-faso-2015-attempt" not in {event for event, _ in told_of(tags)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "وهذا هو الانقلاب العسكري السابع في غرب إفريقيا في أقل من ثلاث سنوات."),
        ("ha", "Wannan shi ne juyin mulki na bakwai a yammacin Afirka a kasa da shekaru uku."),
        ("en", "It is the seventh coup in West Africa in less than three years."),
        ("fr", "C'est le septième coup d'Etat en Afrique de l'Ouest en moins de trois ans."),
    ],
)
def test_a_coup_with_a_number_in_less_than_some_years_tells_the_others(
    tagged: Tagger, language: str, text: str
) -> None:
    tags = tagged(NEWS[language] + text, title=TITLES[language], published="2023-08-10", language=language)
    assert told_of(tags) == {COUP, ("unspecified", "historical")}
