"""Coups on the death of a ruler who had made one himself: the army took power after the death of Idriss Déby.

Each sample is in our own words.
"""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "أطاح حراس بالرئيس بازوم. وفي تشاد استولى الجيش على السلطة بعد مقتل إدريس ديبي."),
        ("en", "Guards toppled Niger's Bazoum in July. In Chad the army took power after the death of Idriss Déby."),
        ("en", "Guards toppled Niger's Bazoum in July. In Chad the army took power when rebels killed Idriss Deby."),
        ("fr", "Des gardes ont renversé Bazoum. Au Tchad, à la mort d'Idriss Déby, l'armée a pris le pouvoir."),
        ("fr", "Des gardes ont renversé Bazoum. Au Tchad l'armée a pris le pouvoir lorsqu'Idriss Déby fut tué."),
        ("ha", "Dogarai sun hambarar da Bazoum na Nijar. A Chadi sojoji sun kwace mulki bayan mutuwar Idriss Deby."),
        ("ha", "Dogarai sun hambarar da Bazoum na Nijar. A Chadi sojoji sun kwace mulki bayan da Idriss Deby ya mutu."),
    ],
)
def test_a_coup_on_a_rulers_death_is_not_the_one_that_he_made(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2023-09-10", language=language))
    assert told == {("niger-2023", "asserted"), ("chad-2021", "historical")}


@pytest.mark.parametrize(
    ("language", "text", "event"),
    [
        ("en", "The army of Guinea staged a coup hours after the death of Lansana Conté.", "guinea-2008"),
        ("fr", "En Guinée, l'armée avait pris le pouvoir au lendemain de la mort de Sékou Touré.", "guinea-1984"),
        ("ar", "استولى الجيش على السلطة في غينيا بعد وفاة أحمد سيكو توري.", "guinea-1984"),
        ("ha", "A Guinea sojoji sun kwace mulki bayan rasuwar Lansana Conté.", "guinea-2008"),
        ("fr", "Au Togo, à la mort de Gnassingbé Eyadéma, le fils prit sa place par un coup de force.", "togo-2005"),
    ],
)
def test_each_ruler_has_his_own(tagged: Tagger, language: str, text: str, event: str) -> None:
    assert told_of(tagged(text, published="2023-09-10", language=language)) == {(event, "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "مات على الجبهة إدريس ديبي الذي وصل إلى الحكم في تشاد عبر انقلاب."),
        ("en", "Idriss Deby, who seized power in Chad in a coup in 1990, died at the front."),
        ("en", "After the death of Idriss Deby, who himself had come to power in a coup in 1990, Chad mourned."),
        ("fr", "Idriss Déby, arrivé au pouvoir au Tchad par un coup d'Etat, est mort au front."),
    ],
)
def test_his_own_coup_stays_his_where_he_only_dies(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2024-05-06", language=language)) == {("chad-1990", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Mahamat Deby seized power in Chad after the death of his father, Idriss Deby."),
        ("fr", "Mahamat Idriss Déby a pris le pouvoir au Tchad après la mort de son père Idriss Déby."),
        ("ar", "تولى محمد ديبي السلطة في انقلاب بعد مقتل والده الرئيس إدريس ديبي في تشاد."),
        ("ha", "Mahamat Deby ya karbi mulki a Chadi bayan rasuwar mahaifinsa Idriss Deby ta hanyar juyin mulki."),
    ],
)
def test_a_son_who_followed_him_made_another(tagged: Tagger, language: str, text: str) -> None:
    for published in (None, "2021-04-25"):
        assert told_of(tagged(text, published=published, language=language)) == {("chad-2021", "asserted")}
