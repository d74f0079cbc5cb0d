"""Links with a step that is another at each fetch: seen through where all else says that the item is the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.collect.item import Item
from services.collect.once import sift
from tests.collect.test_once import HERE, SITE, again, item

HEADED = "Niger closes its airspace until further notice"


def tokened(token: str, **changes: str | None) -> Item:
    one = item(1, url=f"https://sahel.example.org/go/{token}/niger-airspace", guid=None, title=HEADED)
    return replace(one, **{"text": "All flights turn round.", **changes})  # type: ignore[arg-type]  # texts of an Item


@pytest.mark.parametrize("tokens", [
    ("a8f5f167", "4964ca32"), ("QwErTyUi", "AsDfGhJk"),
    ("3f2504e0-4f89-11d3-9a0c-0305e82c3301", "9b2c04e0-4f89-11d3-9a0c-0305e82c3301"),
])
@pytest.mark.parametrize("text", ["All flights turn round.", None])
def test_a_short_item_is_known_again_though_a_step_of_its_link_is_another_each_time(
    tokens: tuple[str, str], text: str | None
) -> None:
    one, other = (tokened(token, text=text) for token in tokens)
    assert again([one, item(2)], [other, item(2)]).fresh == ()
    # what stands twice in one answer is two, also where one of them was met alone
    assert len(sift([one, other], (), HERE, SITE).fresh) == 2
    assert [fresh.item for fresh in again([one], [other, one]).fresh] == [other]


@pytest.mark.parametrize("changes", [
    {"published": "Fri, 28 Jul 2023 08:00:00 +0100"}, {"published": "Thu, 27 Jul 2023 08:01:00 +0100"},
    {"title": f"{HEADED} again"}, {"text": "All flights turn back."},
    {"url": "https://sahel.example.org/live/4964ca32/niger-airspace"},
    {"url": "https://other.example.org/go/4964ca32/niger-airspace"},
    {"url": "https://sahel.example.org/go/4964ca32/niger-borders"},
])
def test_another_token_is_another_item_where_anything_else_differs(changes: dict[str, str | None]) -> None:
    assert [one.changed for one in again([tokened("a8f5f167")], [tokened("4964ca32", **changes)]).fresh] == [False]


@pytest.mark.parametrize("published", [
    None, "2023-07-27", "Thu, 27 Jul 2023 00:00:00 +0100", "2023-07-27T00:00:00+01:00",
])
def test_a_token_is_not_seen_through_where_no_time_tells_the_bulletins_of_a_day_apart(published: str | None) -> None:
    one, other = (tokened(token, published=published) for token in ("a8f5f167", "4964ca32"))
    assert [fresh.changed for fresh in again([one], [other]).fresh] == [False]


def test_a_slug_and_a_number_are_no_tokens_and_a_bare_word_no_headline() -> None:
    for one, other in (("report-one", "report-two"), ("1423", "1424"), ("20230727", "20230728")):
        assert len(again([tokened(one)], [tokened(other)]).fresh) == 1
    live = {"title": "Just in", "text": None}
    assert len(again([tokened("a8f5f167", **live)], [tokened("4964ca32", **live)]).fresh) == 1
