"""Coups that are only counted: more and more of them, one of so many in a period, and those that a number includes."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Envoys in Nairobi spoke on Monday about roads. The resurgence of coups in Africa was a topic too."),
        ("en", "The envoys spoke of roads, and of the re-emergence of coups in West Africa."),
        ("fr", "Les délégués ont parlé hier de routes. Le retour en force des coups d'État en Afrique inquiète."),
        ("ar", "تحدث المبعوثون عن الطرق والمدارس. وكانت عودة الانقلابات في أفريقيا من المواضيع."),
        ("ha", "Wakilan sun tattauna kan hanyoyi da makarantu. Wani ya nuna damuwa kan dawowar juyin mulki a Afirka."),
    ],
)  # fmt: skip
def test_coups_that_are_on_the_rise_are_background_of_none_in_particular(
    tagged: Tagger, language: str, text: str
) -> None:
    assert told_of(tagged(text, published="2024-05-06", language=language)) == {("unspecified", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Observers fear a resurgence of coups in West Africa."),
        ("fr", "Les observateurs craignent une recrudescence des coups d'État en Afrique de l'Ouest."),
    ],
)
def test_but_not_where_that_is_only_feared(tagged: Tagger, language: str, text: str) -> None:
    assert ("unspecified", "historical") not in told_of(tagged(text, published="2024-05-06", language=language))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers seized power in Niger on Wednesday, the sixth time in three years in the region."),
        ("en", "Niger's coup of this week is one of six within three years."),
        ("fr", "Des militaires ont pris le pouvoir mercredi au Niger, la sixième fois en trois ans dans la région."),
        ("ar", "استولى الجيش على السلطة في النيجر يوم الأربعاء للمرة السادسة خلال ثلاث سنوات في المنطقة."),
        ("ha", "Sojoji sun kwace mulki a Nijar ranar Laraba, karo na shida cikin shekaru uku a yankin."),
    ],
)
def test_of_one_of_so_many_the_others_are_background(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2023-07-28", language=language))
    assert told == {("niger-2023", "asserted"), ("unspecified", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Eight coups have taken place in the region since 2020, including those in Niger and Gabon."),
        ("fr", "Huit coups d'État ont eu lieu dans la région depuis 2020, dont ceux du Niger et du Gabon."),
        ("ar", "شهدت المنطقة ثمانية انقلابات منذ عام 2020 من بينها انقلابا النيجر والغابون."),
        ("ha", "An yi juyin mulki takwas a yankin tun 2020, ciki har da na Nijar da na Gabon."),
    ],
)
def test_a_number_that_includes_two_has_others(tagged: Tagger, language: str, text: str) -> None:
    told = {event for event, _ in told_of(tagged(text, published="2025-11-03", language=language))}
    assert told == {"niger-2023", "gabon-2023", "unspecified"}


def test_a_number_of_which_all_are_named_has_none(tagged: Tagger) -> None:
    text = "Three coups have taken place since 2021, notably those in Sudan, Guinea and Chad."
    told = {event for event, _ in told_of(tagged(text, published="2022-01-03", language="en"))}
    assert told == {"sudan-2021", "guinea-2021", "chad-2021"}


def test_a_day_of_a_month_is_no_number_of_coups(tagged: Tagger) -> None:
    text = "Juyin mulkin 26 ga Yuli a Nijar ya hambarar da Mohamed Bazoum."
    told = {event for event, _ in told_of(tagged(text, published="2023-08-03", language="ha"))}
    assert told == {"niger-2023"}
    text = "An yi juyin mulki guda 214 a Afirka tun 1950."
    assert told_of(tagged(text, published="2023-08-03", language="ha")) == {("unspecified", "historical")}
