"""Dozens of coups are none of the few told next; a year behind "but" dates what stands there."""

import pytest

from tests.enrich.conftest import Tagger, told_of

NEXT = {("gabon-2023", "historical"), ("niger-2023", "historical"), ("mali-2020", "historical"),
        ("guinea-2021", "historical"), ("unspecified", "historical")}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("ar", "هل هو ربيع أفريقيا؟",
         "عرفت القارة السمراء منذ عام 2012 نحو 45 انقلابا ومحاولة انقلاب. "
         "وتوالت الانقلابات في الغابون والنيجر ومالي وغينيا."),
        ("en", "An African spring?",
         "The continent has seen some 45 coups and attempted coups since 2012. "
         "There were coups in Gabon, Niger, Mali and Guinea."),
        ("fr", "Un printemps africain ?",
         "Le continent a connu 45 coups d'Etat et tentatives depuis 2012. "
         "Il y a eu des coups d'Etat au Gabon, au Niger, au Mali et en Guinée."),
    ],
)  # fmt: skip
def test_dozens_of_coups_are_not_the_few_that_are_listed_next(
    language: str, title: str, text: str, tagged: Tagger
) -> None:
    assert {e for e, _ in told_of(tagged(text, title, published="2023-09-30", language=language))} == {
        e for e, _ in NEXT
    }


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The year 2020 saw only one coup, in Mali, but 2021 had six attempts."),
        ("fr", "L'année 2020 n'a connu que le coup d'Etat au Mali, mais 2021 a vu six tentatives."),
        ("ar", "لم تعرف سنة 2020 سوى انقلاب مالي، لكن سنة 2021 شهدت ست محاولات."),
        ("ha", "A 2020 juyin mulki daya kawai aka yi a Mali, amma 2021 ta ga yunkuri shida."),
    ],
)
def test_a_year_behind_but_dates_no_coup_before_it(language: str, text: str, tagged: Tagger) -> None:
    assert "mali-2020" in {e for e, _ in told_of(tagged(text, published="2023-09-30", language=language))}


def test_a_year_in_its_own_clause_dates_a_coup(tagged: Tagger) -> None:
    text = "The coup in Mali, the second in nine months, was in May 2021, but Niger was quiet in 2020."
    assert "mali-2021" in {e for e, _ in told_of(tagged(text, published="2023-03-30", language="en"))}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Since 2015, 24 coups and coup attempts have been carried out. The states include Burkina, The Gambia, "
         "Zimbabwe, Gabon and Sudan."),
        ("fr", "Depuis 2015, 24 coups d'Etat et tentatives de coup d'Etat ont eu lieu. Sont touchés le Burkina "
         "Faso, la Gambie, le Gabon et le Soudan."),
    ],
)  # fmt: skip
def test_attempts_counted_with_dozens_of_coups_are_nobodys(language: str, text: str, tagged: Tagger) -> None:
    assert {e for e, _ in told_of(tagged(text, published="2023-07-27", language=language))} == {"unspecified"}
