"""However long a crisis goes on, what is remembered of it is limited: `python -m tests.stories.bounded` is a long run.

The limits are made small here, so that a small run meets each of them.
"""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.stories import members, similar, state
from services.stories.state import CrisisState
from tests.stories.bounded import decisions, held


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("STORIES", 60), ("TEXTS_OF_A_STORY", 5), ("SOURCES", 5), ("WORDS_OF_A_STORY", 40),
                        ("NUMBERS_OF_A_STORY", 20), ("SOURCES_OF_A_CRISIS", 200)):
        monkeypatch.setattr(state, name, value)
    monkeypatch.setattr(similar, "MOST_WORDS", 3_000)
    monkeypatch.setattr(members, "RECENT", 300)
    monkeypatch.setattr(members, "BLOCKS", 3)


@pytest.mark.usefixtures("limits")
@pytest.mark.parametrize("seconds", [1, 600])
def test_nothing_of_a_crisis_grows_for_ever(seconds: int) -> None:
    """Within an hour, where nothing is old enough to end by itself, and over three weeks."""
    found = CrisisState()
    for one in decisions(3_000, 1, timedelta(seconds=seconds)):
        found.apply(one)
        assert len(found.open) <= 60
    sizes = held(found)
    assert sizes["texts"] <= 60 * 5
    assert sizes["texts of a story"] <= 5
    assert sizes["sources of a story"] <= 20
    assert sizes["words of a story"] <= 80
    assert sizes["numbers of a story"] <= 40
    assert sizes["sources"] <= 200
    assert len(found.counts) == sizes["sources"]
    assert sizes["words"] <= 3_000
    assert len(found.members) < 300 * 4
    assert len(found.copies) == len(found.story_of)


def test_a_vocabulary_that_is_full_still_tells_the_usual_from_the_rare(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(similar, "MOST_WORDS", 100)
    rarity = similar.Rarity()
    for number in range(1_000):
        rarity.add(["always", f"once-{number}"])
    assert len(rarity.seen) <= 100
    assert rarity.seen["always"] == pytest.approx(rarity.total, abs=10)
    assert rarity.of("always") < 0.3 < rarity.of("never")
