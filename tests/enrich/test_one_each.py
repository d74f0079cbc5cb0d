"""Coups that are counted beside the one at hand, and two countries that had one each."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

HERE = {("niger-2023", "asserted")}
COUNTED = HERE | {("unspecified", "historical")}
EACH = HERE | {("mali-2020", "historical"), ("burkina-faso-2022-09", "historical")}
TOPPLED = {
    "ar": "أعلن عسكريون في النيجر الإطاحة بالرئيس محمد بازوم مساء الأربعاء. ",
    "fr": "Des militaires ont annoncé mercredi au Niger avoir renversé le président Bazoum. ",
    "en": "Soldiers in Niger said on Wednesday that they had overthrown President Bazoum. ",
}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        # the number is a word of the mention
        ("ar", "وهو سابع انقلاب في غرب ووسط أفريقيا منذ 2020.", COUNTED),
        ("ar", "وهذا خامس انقلاب منذ استقلال البلاد عام 1960.", COUNTED),
        # since when stands before it, or further behind it
        ("ar", "ومنذ 2020 وقعت ستة انقلابات في المنطقة.", COUNTED),
        ("en", "Since 2020 there have been six coups in the region.", COUNTED),
        (
            "fr",
            "Le Niger a connu quatre coups d'État et de nombreuses tentatives depuis l'indépendance.",
            COUNTED,
        ),
        ("ar", "وكانت مالي وبوركينا فاسو قد شهدتا انقلابين مماثلين.", EACH),
        (
            "ar",
            "وشهدت بوركينا فاسو انقلابين في 2022.",
            HERE | {("burkina-faso-2022-01", "historical"), ("burkina-faso-2022-09", "historical")},
        ),
    ],
)
def test_counted_coups_are_nobodys_and_a_pair_of_countries_had_one_each(
    tagged: Tagger, language: str, text: str, told: set[tuple[str, str]]
) -> None:
    assert told_of(tagged(TOPPLED[language] + text, published="2023-08-03", language=language)) == told
