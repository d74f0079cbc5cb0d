"""The crash test sees what it is there to see; on the real servers it runs in tests/integration/test_faults.py."""

from __future__ import annotations

from collections import Counter

import pytest

from tests.crash.plan import VICTIMS, plan
from tests.crash.run import Counted


def counted(**fields: object) -> Counted:
    good: dict[str, object] = {
        "articles": 2, "expected": {"a", "b"}, "topic": Counter("ab"), "index": Counter("ab"),
        "delivered": Counter("ab"), "delivery_ids": {"a": {"1"}, "b": {"2"}}, "genuine": True,
        "kills": Counter(alert=1),
    }
    return Counted(**{**good, **fields})  # type: ignore[arg-type]  # any of them


def test_each_alert_once_everywhere_is_no_problem() -> None:
    assert counted().problems() == []
    assert counted(delivered=Counter("abb")).problems() == [], "its answer died with the worker"


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"topic": Counter("a")}, "1 alerts lost on their way to the topic"),
        ({"index": Counter("b")}, "lost on their way to the index"),
        ({"delivered": Counter("a")}, "lost on their way to the channel"),
        ({"topic": Counter("abb")}, "doubled in the topic"),
        ({"index": Counter("abc")}, "that nobody expects"),
        ({"delivered": Counter("abbbbbb")}, "5 repeats at the channel"),
        ({"delivered": Counter("abb"), "kills": Counter(enrich=3)}, "1 repeats at the channel"),
        ({"delivery_ids": {"a": {"1", "2"}, "b": {"3"}}}, "several delivery ids"),
        ({"genuine": False}, "wrong signature"),
    ],
)
def test_whatever_is_lost_or_doubled_is_said(fields: dict[str, object], says: str) -> None:
    assert says in "; ".join(counted(**fields).problems())


def test_the_same_seed_makes_the_same_plan_and_every_worker_dies_in_it() -> None:
    assert list(plan(50, 3)) == list(plan(50, 3)) != list(plan(50, 4))
    assert {(point.service, point.number) for point in plan(50, 3)} == set(VICTIMS)
