"""How seeds write many spellings as one."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from schemas.spelled import MOST, spellings

WORD = st.text("abc", min_size=1, max_size=3)


@st.composite
def written(draw: st.DrawFn, depth: int = 3) -> tuple[str, list[str]]:
    """An entry and all that it stands for."""
    text, stands_for = "", [""]
    for _ in range(draw(st.integers(1, 3))):
        if depth and draw(st.booleans()):
            inner = [draw(written(depth - 1)) for _ in range(draw(st.integers(1, 3)))]
            text += "(" + "|".join(one for one, _ in inner) + ")"
            more = [one for _, found in inner for one in found]
        else:
            word = draw(WORD)
            text, more = text + word, [word]
        stands_for = [head + tail for head, tail in itertools.product(stands_for, more)]
        assume(len(stands_for) < MOST)
    return text, stands_for


@given(written())
def test_brackets_within_brackets_stand_for_each_choice(entry: tuple[str, list[str]]) -> None:
    text, stands_for = entry
    assert sorted(spellings(text)) == sorted(stands_for)


def test_alternatives_and_endings_are_spelt_out() -> None:
    assert set(spellings("(seize|take|) power")) == {"seize power", "take power", "power"}
    assert set(spellings("juyin mulki~")) == {"juyin mulki", "juyin mulkin", "juyin mulkir"}
    assert set(spellings("(soja|sarki)~ kasa")) == {
        f"{word}{ending} kasa" for word in ("soja", "sarki") for ending in ("", "n", "r")
    }


def test_a_choice_with_a_choice_in_it_costs_no_more_than_what_it_stands_for() -> None:
    """They were multiplied with one another once: fifteen small ones among two hundred words took twelve gigabytes."""
    inner = "|".join(f"w{n} (in|over|at) x" for n in range(100))
    assert len(spellings(f"({inner})")) == 300


@pytest.mark.parametrize("text", ["(a|b", "a)b", "((a)", "(a))", ")", "("])
def test_a_bracket_without_its_partner_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        spellings(text)


def test_an_entry_that_stands_for_too_much_is_refused_before_it_is_spelt_out() -> None:
    with pytest.raises(ValueError, match=f"more than {MOST} spellings"):
        spellings("(a|b|c|d|e|f|g|h|i|j)" * 12)


def test_brackets_that_never_end_are_refused_in_one_line() -> None:
    with pytest.raises(ValueError, match="too many brackets"):
        spellings("(" * 100_000)
