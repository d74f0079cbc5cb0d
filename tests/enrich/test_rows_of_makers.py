"""Rulers in a row who came to power by coups, and one who came by a coup and fell by the next."""

from __future__ import annotations

import pytest

from tests.enrich.conftest import Tagger, told_of


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Soldiers who came to power in coups include Idi Amin of Uganda, Jerry Rawlings of Ghana, and Thomas"
               " Sankara of Burkina Faso."),
        ("fr", "Parmi les officiers arrivés au pouvoir par des coups d'État figurent Idi Amin en Ouganda, Jerry"
               " Rawlings au Ghana et Thomas Sankara au Burkina Faso."),
    ],
)  # fmt: skip
def test_each_of_a_row_of_rulers_has_his_own_coup(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2025-02-24", language=language))
    assert told == {(event, "historical") for event in ("uganda-1971", "ghana-1981", "burkina-faso-1983")}


def test_but_not_those_who_only_speak_of_coups(tagged: Tagger) -> None:
    text = "Idi Amin spoke with Jerry Rawlings of coups in Niger."
    told = told_of(tagged(text, published="2023-08-24", language="en"))
    assert not {"uganda-1971", "ghana-1981"} & {event for event, _ in told}


def test_nor_whom_one_of_them_drove_out(tagged: Tagger) -> None:
    text = "In Burkina Faso, Captain Ibrahim Traoré seized power in September 2022 from Lieutenant Colonel Damiba."
    assert told_of(tagged(text, published="2025-02-24", language="en")) == {("burkina-faso-2022-09", "historical")}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "In Sierra Leone Valentine Strasser rose by a coup in 1992 but was ousted in 1996 by his deputy."),
        ("fr", "En Sierra Leone, Valentine Strasser prit le pouvoir par un putsch en 1992 mais fut renversé en 1996."),
    ],
)
def test_who_came_by_a_coup_fell_in_the_year_that_is_told_behind(tagged: Tagger, language: str, text: str) -> None:
    told = told_of(tagged(text, published="2025-02-24", language=language))
    assert told == {("sierra-leone-1992", "historical"), ("sierra-leone-1996", "historical")}
