"""A small fortnight through the cores: each development once, and nothing else. `make fortnight` is the whole one."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.fortnight.generate import KINDS, LANGUAGES, Item, fortnight
from tests.fortnight.replay import Result, replay

ARTICLES = 700
# Of seventeen, how many may be alerted later than with their second article: the tags of some first reports say that
# they are opinion, or no news. Each one less is a gain of tagging.
LATE = 2


@pytest.fixture(scope="module")
def items() -> list[Item]:
    return fortnight(ARTICLES, seed=3)


@pytest.fixture(scope="module")
def result(items: list[Item]) -> Result:
    return replay(items)


def test_the_same_seed_makes_the_same_fortnight(items: list[Item]) -> None:
    assert fortnight(ARTICLES, seed=3) == items
    assert fortnight(ARTICLES, seed=4) != items


def test_it_has_all_that_a_fortnight_has(items: list[Item]) -> None:
    kinds = Counter(item.kind for item in items)
    assert set(kinds) == {*KINDS, "first", "other"}
    assert {item.language for item in items} == set(LANGUAGES)
    assert [item.at for item in items] == sorted(item.at for item in items)
    assert len({item.truth for item in items if item.truth}) == 17


PER_DEVELOPMENT = 1.2


def test_hardly_a_development_is_alerted_twice(result: Result) -> None:
    assert result.per_development <= PER_DEVELOPMENT, [(item.truth, alert.kind) for item, alert in result.alerts]


def test_nobody_is_woken_for_what_only_looks_like_the_crisis(result: Result) -> None:
    assert len(result.false) <= 0.02 * len(result.alerts), result.false


def test_developments_are_alerted_with_their_first_or_second_article(result: Result) -> None:
    assert set(result.first_alert) == set(result.seen), "each is alerted at all"
    assert len(result.late) <= LATE, result.late


def test_a_worker_that_dies_all_the_time_alerts_the_same(items: list[Item], result: Result) -> None:
    shaken = replay(items[:250], restart_every=25)
    calm = replay(items[:250])
    assert [alert.id for _, alert in shaken.alerts] == [alert.id for _, alert in calm.alerts]
    assert calm.alerts == result.alerts[: len(calm.alerts)]
