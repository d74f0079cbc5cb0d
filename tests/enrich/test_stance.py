"""Whoever rejects a coup, will not accept it, wants it undone or could profit from it says that there was one."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

FACTS = [
    ("en", "African Union rejects coup in Niger"),
    ("en", "ECOWAS will not tolerate coup in Niger"),
    ("en", "Nigeria's Tinubu: we will not accept coup in Niger"),
    ("en", "No support for coup in Niger, African Union tells junta"),
    ("en", "Wagner could benefit from Niger coup, Blinken says"),
    ("en", "Niger coup could fuel instability, warns UN"),
    ("en", "US warns of consequences for coup in Niger"),
    ("en", "ECOWAS wants to reverse coup in Niger"),
    ("fr", "Les Etats-Unis rejettent le coup d'Etat au Niger"),
    ("fr", "Pas de reconnaissance du putsch au Niger, dit la Cedeao"),
    ("fr", "Aucune justification au coup d'Etat au Niger, selon Guterres"),
    ("fr", "Le Mali pourrait profiter du putsch au Niger"),
    ("ar", "فرنسا لا تعترف بالانقلاب في النيجر"),
    ("ar", "إيكواس: لا تسامح مع انقلاب النيجر"),
    ("ar", "لا مبرر للانقلاب في النيجر يقول غوتيريش"),
    ("ha", "AU ta yi watsi da juyin mulkin Nijar"),
]
OTHERS = [
    ("en", "Niger army denies coup", "negated"),
    ("en", "Niger government rejects coup rumours", "negated"),
    ("en", "Niger presidency dismisses talk of coup", "negated"),
    ("fr", "Le gouvernement nigérien rejette les rumeurs de coup d'Etat", "negated"),
    ("ha", "Gwamnatin Nijar ta yi watsi da jita-jitar juyin mulki", "negated"),
    ("en", "Niger could face another coup, analysts warn", "hypothetical"),
    ("en", "Niger's army would not support a coup", "hypothetical"),
]
SHORT = [
    ("ha", "Sojoji sun sanar da hambarar da Bazoum"),
    ("en", "Soldiers announce overthrow of Bazoum"),
    ("fr", "Des militaires annoncent avoir renversé Bazoum"),
    ("ar", "عسكريون يعلنون الإطاحة ببازوم"),
]


@pytest.mark.parametrize(("language", "title"), FACTS)
def test_a_stance_on_a_coup_takes_it_for_a_fact(language: str, title: str, tagged: Tagger) -> None:
    tags = tagged(title=title, language=language, published="2023-08-05")
    assert told_of(tags) == {("niger-2023", "asserted")}


@pytest.mark.parametrize(("language", "title", "status"), OTHERS)
def test_what_is_only_said_or_may_come_is_no_fact(language: str, title: str, status: str, tagged: Tagger) -> None:
    tags = tagged(title=title, language=language, published="2023-08-05")
    assert {coup.status for coup in tags.coups} == {status}


@pytest.mark.parametrize(("language", "title"), SHORT)
def test_whom_soldiers_overthrow_is_the_president_though_no_country_is_named(
    language: str, title: str, tagged: Tagger
) -> None:
    tags = tagged(title=title, language=language, published="2023-07-27")
    assert tags.alert
    assert {entity.id for entity in tags.entities} == {"mohamed-bazoum"}
