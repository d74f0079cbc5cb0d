"""Coups that answered one of the months before, and rulers of then who are called by the title they had.

Each sample is in our own words.
"""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "شهدت نيجيريا انقلابا في يناير 1966. وتلاه انقلاب مضاد بعد ستة أشهر."),
        ("en", "In January 1966 majors killed Nigeria's premier in a coup. A counter-coup killed their general."),
        ("en", "Majors led the January coup of 1966 in Nigeria, captains the revenge coup of that July."),
        ("en", "After the 1966 coup in Nigeria northerners struck back: the counter-coup cost the general his life."),
        ("fr", "Au Nigeria, des commandants firent un coup d'Etat en janvier 1966. Un contre-putsch suivit."),
        ("ha", "A watan Janairu na 1966 aka yi juyin mulki a Najeriya. Daga baya aka yi juyin mulkin ramuwar gayya."),
    ],
)
def test_a_counter_coup_is_the_second_of_the_two(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2024-07-29", language=language))
    assert told == {("nigeria-1966-01", "historical"), ("nigeria-1966-07", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In July 1966 captains killed Nigeria's ruler in a coup."),
        ("fr", "Au Nigeria, des capitaines ont tué le général dans le coup d'Etat de juillet 1966."),
    ],
)
def test_one_of_two_coups_is_told_alone_by_its_month(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2024-07-29", language=language))
    assert told == {("nigeria-1966-07", "historical")}


def test_a_counter_coup_that_is_feared_is_none(tagged: Tagger) -> None:
    text = "Officers toppled Burkina Faso's Kaboré in January. They fear a counter-coup."
    assert ("burkina-faso-2022-01", "asserted") in told_of(tagged(text, published="2022-03-05", language="en"))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "دعا رئيس المجلس العسكري السابق في النيجر الجنرال سالو جيبو إلى الحوار."),
        ("en", "Salou Djibo, the military ruler at the time, handed over to an elected president in Niger."),
        ("en", "Niger's former military ruler, General Saliou Djibo, called for talks."),
        ("fr", "Le général Salou Djibo, alors chef de la junte, rendit le pouvoir aux civils du Niger."),
        ("fr", "L'ex-chef de la junte nigérienne, le général Saliou Djibo, appelle au dialogue."),
        ("ha", "Matatar man Nijar ta fara aiki ne lokacin shugaban mulkin sojan kasar Saliou Djibo a 2011."),
    ],
)
def test_a_title_is_of_the_coup_of_whoever_had_it(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2023-08-20", language=language)) == {("niger-2010", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "التقى رئيس المجلس العسكري في النيجر بالجنرال سالو جيبو."),
        ("en", "Niger's military rulers met General Salou Djibo on Monday."),
        ("fr", "Le chef de la junte nigérienne a reçu le général Salou Djibo."),
        ("ha", "Shugaban mulkin sojin Nijar ya gana da Janar Salou Djibo."),
    ],
)
def test_whom_a_junta_receives_has_not_its_title(tagged: Tagger, language: str, text: str) -> None:
    assert told_of(tagged(text, published="2023-08-20", language=language)) == {("niger-2023", "asserted")}
