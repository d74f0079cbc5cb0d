"""A shape is a pattern with the words of roles in it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from services.enrich.text.fold import fold_name
from services.enrich.words.shapes import Pattern, Shapes, compiled, plain, roles_of, shape, single


@dataclass(frozen=True, slots=True)
class Few(Shapes):
    """One field of each kind."""

    since: Pattern = shape(rb"{BEGINS}{since}(?: {TOKEN}){0,2} {YEAR}$")
    joined: Pattern = shape(rb"{whole:joined}")
    dated: Pattern = shape(rb"^{open:dated}$")
    turns: frozenset[bytes] = single("turns")
    ended: tuple[bytes, ...] = plain("ended", before=b" ", behind=b",")


WORDS = {
    "since": ["since", "depuis"],
    "joined": ["and", "و"],
    "dated": ["@ #", "law % of #"],
    "month": ["May"],
    "no-treaty": ["the"],
    "turns": ["too", "Déjà"],
    "ended": ["done"],
}


def test_the_roles_are_those_of_the_shapes_and_no_parts() -> None:
    assert roles_of(Few) == {"since", "joined", "dated", "month", "no-treaty", "turns", "ended"}


def test_a_count_in_braces_is_no_role() -> None:
    few = compiled(Few, WORDS)
    assert few.since.search(b"since last May 2020")
    assert not few.since.search(b"since the end of May 2020")


@pytest.mark.parametrize(
    ("text", "found"), [(b"Mali and Chad", True), (b"a bandit", False), (fold_name("ومالي"), True)]
)
def test_whole_words_are_whole_in_latin_letters_only(text: bytes, found: bool) -> None:
    assert bool(compiled(Few, WORDS).joined.search(text)) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [(b"may 2020", True), (b"law nine of 2020", True), (b"law the of 2020", False), (b"may 20", False)],
)
def test_signs_of_open_words_stand_for_a_month_a_year_and_any_word(text: bytes, found: bool) -> None:
    assert bool(compiled(Few, WORDS).dated.search(text)) is found


def test_words_without_a_pattern_are_folded() -> None:
    few = compiled(Few, WORDS)
    assert few.turns == {b"too", b"deja"}
    assert few.ended == (b" done,",)
