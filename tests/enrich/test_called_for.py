"""Coups that somebody only calls for, or calls on soldiers to make."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of

ASKED = {("unspecified", "hypothetical")}


@pytest.mark.parametrize(
    "text",
    [
        "L'armée du Nigeria rejette les appels au coup d'Etat.",
        "Au Nigeria, des jeunes réclament un coup d'Etat militaire.",
        "Nigeria's army rejects calls for a coup.",
        "Young people in Nigeria demand a military coup.",
        "Sojojin Najeriya sun yi watsi da kiraye-kirayen juyin mulki.",
        "رفض الجيش النيجيري الدعوات إلى انقلاب.",
    ],
)
def test_a_coup_that_is_called_for_has_not_been(text: str, tagged: Tagger) -> None:
    for published in ("2024-08-06", None):
        assert told_of(tagged(text, published=published)) == ASKED


@pytest.mark.parametrize(
    "text",
    [
        "Au Nigeria, des affamés appellent l'armée à prendre ses responsabilités et à renverser Tinubu. L'état-major "
        "rejette tout coup d'Etat.",
        "Ils exhortent les soldats à renverser Tinubu, au Nigeria.",
        "Des manifestants demandent aux militaires de prendre le pouvoir à Abuja.",
        "Protesters call on the army of Nigeria to take over.",
    ],
)
def test_soldiers_who_are_asked_to_take_power_have_not_done_so(text: str, tagged: Tagger) -> None:
    assert told_of(tagged(text, published="2024-08-06")) == ASKED


def test_what_else_is_called_for_after_a_coup_leaves_it_told(tagged: Tagger) -> None:
    for text in (
        "La Cédéao appelle au calme après le coup d'Etat au Niger.",
        "La Cédéao demande aux militaires de rendre le pouvoir pris par un putsch à Niamey.",
        "ECOWAS calls for coup leaders in Niger to free the president.",
    ):
        assert ("niger-2023", "asserted") in told_of(tagged(text)), text
