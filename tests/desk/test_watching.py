"""The health page never waits for the broker twice."""

from __future__ import annotations

import asyncio
import threading
from datetime import UTC, datetime, timedelta

from services.accounting import Outcomes, Status
from services.desk.watching import FRESH, Watch
from services.standing import UnknownError

STATUS = Status(0, Outcomes(0, 0, 0, 0, 0, 0), {})
BEGUN = datetime(2023, 7, 26, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.now = BEGUN

    def __call__(self) -> datetime:
        return self.now


async def test_what_was_seen_a_moment_ago_is_shown_again() -> None:
    looks: list[int] = []
    clock = Clock()

    def look() -> Status:
        looks.append(1)
        return STATUS

    watch = Watch(look, clock)
    for _ in range(3):
        seen = await watch.seen()
        assert seen
        assert seen.status == STATUS
    assert len(looks) == 1
    clock.now += FRESH + timedelta(seconds=1)
    assert (await watch.seen()) == seen  # the old one, at once, while it looks again
    while len(looks) < 2:
        await asyncio.sleep(0)


async def test_a_broker_that_does_not_answer_is_said_and_asked_again_later() -> None:
    def look() -> Status:
        raise UnknownError("no Kafka answers")

    seen = await Watch(look, Clock()).seen()
    assert seen
    assert (seen.status, seen.why_not) == (None, "no Kafka answers")


async def test_many_who_ask_at_once_make_it_look_once() -> None:
    looks: list[int] = []
    release = threading.Event()

    def look() -> Status:
        looks.append(1)
        release.wait(5)
        return STATUS

    watch = Watch(look, Clock())
    asked = [asyncio.create_task(watch.seen()) for _ in range(5)]
    while not looks:
        await asyncio.sleep(0)
    release.set()
    assert all(seen and seen.status == STATUS for seen in await asyncio.gather(*asked))
    assert len(looks) == 1
