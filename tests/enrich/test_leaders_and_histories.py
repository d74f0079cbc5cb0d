"""Whose coup it is that killed a ruler, what is done where others failed, and histories of coups."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "في 1996 أطاح باري ماهامان عثمان. وفي أبريل 1999 قتل على يد حرسه في انقلاب قاده داودا مالام وانكي."),
        ("en", "In 1996 Bare toppled Mahamane Ousmane. In 1999 he was killed by his guard in a coup led by "
               "Daouda Malam Wanke."),
        ("fr", "En 1996 Baré renverse Mahamane Ousmane. En 1999, il est tué par sa garde dans un putsch dirigé par "
               "Daouda Malam Wanké."),
        ("ha", "A 1996 Bare ya hambarar da Mahamane Ousmane. A 1999 dogarawansa suka kashe shi a juyin mulkin da "
               "Daouda Malam Wanke ya jagoranta."),
    ],
)  # fmt: skip
def test_a_coup_is_of_whoever_is_said_behind_it_to_have_led_it(tagged: Tagger, language: str, text: str) -> None:
    title = {"ar": "النيجر", "ha": "Nijar"}.get(language, "Niger")
    tags = tagged(text, title=title, published="2023-07-28", language=language)
    assert told_of(tags) == {("niger-1996", "historical"), ("niger-1999", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The guard has succeeded where others had failed and removed President Bazoum."),
        ("fr", "La garde a réussi là où d'autres avaient échoué et a renversé le président Bazoum."),
        ("ar", "نجح الحرس في ما أخفق فيه غيره وعزل الرئيس بازوم."),
        ("ha", "Dogarai sun yi abin da wasu suka kasa, suka hambarar da Shugaba Bazoum."),
    ],
)
def test_what_is_done_where_others_failed_is_no_attempt(tagged: Tagger, language: str, text: str) -> None:
    title = {"ar": "النيجر", "ha": "Nijar"}.get(language, "Niger")
    coups = tagged(text, title=title, published="2023-07-28", language=language).coups
    assert [(c.event, c.type, c.status) for c in coups] == [("niger-2023", "realized", "asserted")]


def test_whoever_failed_himself_has_only_tried(tagged: Tagger) -> None:
    text = "The guard tried to remove President Bazoum and failed."
    coups = tagged(text, title="Niger", published="2023-07-26", language="en").coups
    assert [(c.event, c.type) for c in coups] == [("niger-2023", "attempted")]


PARDON = "The officers of the failed coup of April 1990 are pardoned in Nigeria, in public and in full. Many are dead. "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("General Ibrahim Babangida's rule had a man shot who announced Babangida's downfall in Nigeria.", False),
        ("General Ibrahim Babangida had a man shot who remembered how Babangida toppled Buhari.", True),
    ],
)
def test_the_fall_of_whoever_made_a_coup_is_not_the_one_that_he_made(tagged: Tagger, text: str, found: bool) -> None:
    tags = tagged(PARDON + text, title="Nigeria: officers pardoned", published="2020-08-17", language="en")
    assert ("nigeria-1985" in {event for event, _ in told_of(tags)}) == found


@pytest.mark.parametrize(
    ("language", "title", "text"),
    [
        ("fr", "Niger : une histoire jalonnée de coups d'Etat",
         "Depuis la fin de la colonisation, le pays a connu quatre coups d'Etat. Retour sur les faits. En 1974, Diori "
         "est renversé par Kountché."),
        ("en", "Niger: a history marked by coups and coup attempts",
         "Since the end of colonial rule the country has had four coups. A look back. In 1974 Diori was toppled by "
         "Kountche."),
        ("ar", "النيجر: تاريخ حافل بالانقلابات",
         "منذ نهاية الاستعمار شهدت البلاد أربعة انقلابات. عودة إلى الوقائع. وفي 1974 أطاح كونتشي بالرئيس ديوري."),
    ],
)  # fmt: skip
def test_a_history_of_coups_is_not_that_of_these_days(tagged: Tagger, language: str, title: str, text: str) -> None:
    tags = tagged(text, title=title, published="2023-07-27", language=language)
    assert "niger-2023" not in {event for event, _ in told_of(tags)}
    assert not tags.alert


def test_a_coup_of_these_days_in_a_country_with_a_history_of_them_is_told(tagged: Tagger) -> None:
    text = "Soldiers toppled President Bazoum. Since the end of colonial rule the country has had four coups."
    tags = tagged(text, title="Niger: a coup in a land with a history marked by coups", published="2023-07-27")
    assert ("niger-2023", "asserted") in told_of(tags)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "في فبراير 2010 نفذ جنود انقلابا على تانجا. وفي مارس 2021 فشلت محاولة للسيطرة على القصر."),
        ("en", "In February 2010 officers staged a coup against Tandja. In March 2021 men tried to seize the palace."),
    ],
)
def test_a_try_at_the_palace_below_a_coup_is_an_attempt(tagged: Tagger, language: str, text: str) -> None:
    title = {"ar": "النيجر"}.get(language, "Niger")
    tags = tagged(text, title=title, published="2023-07-28", language=language)
    assert told_of(tags) == {("niger-2010", "historical"), ("niger-2021-attempt", "historical")}
