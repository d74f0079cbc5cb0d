"""An item that shares its link in one answer and has it alone in another is the same item, and is fed once."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from schemas.source_state import Known
from services.collect.item import Item
from services.collect.once import Sifted, remember, sift

HERE, SITE = "https://sahel.example.org/feed", "https://sahel.example.org/"
LIVE = "https://sahel.example.org/live/niamey"


def item(title: str, hour: int = 8, guid: str | None = LIVE, text: str = "") -> Item:
    return Item(
        url=LIVE, guid=guid, title=title, text=text or f"What was heard of it until now: {title.lower()}.",
        published=f"Thu, 27 Jul 2023 {hour:02}:00:00 +0100",
    )


GUARD, SOLDIERS = item("Guards close the palace"), item("Soldiers speak on television", 9)


def in_turn(answers: Iterable[list[Item]]) -> list[list[str]]:
    """The titles of what is fresh in each answer."""
    before: tuple[Known, ...] = ()
    found = []
    for answer in answers:
        sifted: Sifted = sift(answer, before, HERE, SITE)
        before = remember([*(one.known for one in sifted.fresh), *sifted.unchanged], before)
        found.append([one.item.title or "" for one in sifted.fresh])
    return found


@pytest.mark.parametrize("guids", [(LIVE, LIVE), (None, None), ("entry-1000", "entry-1001")])
def test_of_two_items_under_one_link_each_is_known_when_it_has_the_link_alone(guids: tuple[str, str]) -> None:
    first, second = item("Guards close the palace", guid=guids[0]), item("Soldiers speak", 9, guids[1])
    assert in_turn([[second, first], [second], [second, first]])[1:] == [[], []]


@pytest.mark.parametrize("guids", [(LIVE, LIVE), (None, None), ("entry-1000", "entry-1001")])
def test_an_item_whose_link_another_takes_too_is_known_again_and_the_other_is_new(guids: tuple[str, str]) -> None:
    first, second = item("Guards close the palace", guid=guids[0]), item("Soldiers speak", 9, guids[1])
    assert in_turn([[first], [second, first], [second]]) == [[first.title], [second.title], []]


def test_another_text_under_the_link_of_a_known_item_takes_nothing_of_it() -> None:
    other = item("Guards close the palace", 10, text="The market of Maradi is open again, say those who sell there.")
    assert in_turn([[GUARD], [SOLDIERS, other]]) == [[GUARD.title], [SOLDIERS.title, other.title]]


def test_an_article_that_stands_in_two_sections_with_two_dates_is_one() -> None:
    late = item("Guards close the palace", 9)
    assert in_turn([[GUARD], [late, GUARD], [GUARD, late]]) == [[GUARD.title], [], []]
