"""Near copies and stories never fall below these floors; lowering one takes a reason in the commit."""

from __future__ import annotations

import hashlib

import pytest

from tests.quality import near_copies, story_sets
from tests.quality.copies.pairs import HERE as PAIRS
from tests.quality.copies.pairs import LANGUAGES, pairs

COPIES_F = 0.95
STORIES_F = 0.85
DIGEST = "087a868e376b"


@pytest.mark.parametrize("part", ["dev", "held"])
def test_near_copies_hold_their_floor(part: str) -> None:
    count, misses = near_copies.measure(part)
    assert count.f >= COPIES_F, misses


@pytest.mark.parametrize("part", ["dev", "held"])
def test_stories_hold_their_floor(part: str) -> None:
    grouping = story_sets.measure(part)
    assert grouping.f >= STORIES_F, grouping.misses


def test_there_are_three_hundred_pairs_in_four_languages_and_about_half_are_copies() -> None:
    found = [*pairs("dev"), *pairs("held")]
    assert len(found) >= 300
    assert len({pair.id for pair in found}) == len(found)
    assert {pair.one.language for pair in found} == set(LANGUAGES)
    assert 0.4 <= sum(pair.copy for pair in found) / len(found) <= 0.6


def test_b_cubed_is_that_of_its_authors() -> None:
    """Two of three together and one apart, where all three are one: precision 1, recall (2/3 + 2/3 + 1/3) / 3."""
    grouping = story_sets.b_cubed({"a": "1", "b": "1", "c": "2"}, dict.fromkeys("abc", "x"))
    assert grouping.precision == 1
    assert grouping.recall == pytest.approx(5 / 9)
    assert story_sets.b_cubed(dict.fromkeys("ab", "1"), {"a": "x", "b": "y"}).precision == 0.5


def test_the_sets_are_those_that_the_figures_are_of() -> None:
    digest = hashlib.sha256()
    for path in [*sorted(PAIRS.glob("*.yaml")), story_sets.SETS]:
        digest.update(path.read_bytes())
    assert digest.hexdigest()[:12] == DIGEST
