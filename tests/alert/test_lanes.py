"""Each channel in a lane of its own: dead ones hold up nobody, and a repeat happens only where an answer was lost."""

from __future__ import annotations

import asyncio
from typing import Any, Literal

import pytest
from structlog.testing import capture_logs

from schemas.notice import Notice
from services.alert.delivery import LONGEST_PAUSE, delivery_id
from services.elastic.server import Answer, AwayError
from tests.alert.articles import a_notice, an_alert
from tests.alert.desk import Desk, FakeChannel, Worker


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    async def wait(self: Any, reason: str) -> None:
        assert reason
        self.waited += 1

    monkeypatch.setattr("services.elastic.bulk.Patience.wait", wait)


def notices(number: int) -> list[Notice]:
    return [a_notice(id=f"{at:032x}", alerts=[an_alert(id=f"{at:032x}")]) for at in range(number)]


def channel_metric(worker: Worker, name: str, **labels: str) -> float | None:
    return worker.metrics.registry.get_sample_value(name, {"service": "alert", **labels})


async def test_every_notice_reaches_every_channel_once(desk: Desk) -> None:
    chat = FakeChannel("chat")
    worker = desk.another(desk.channel, chat)
    await worker.deliveries.add(notices(10))
    await worker.deliveries.add(notices(10))
    assert await worker.deliveries.step() == 20
    assert await desk.another(desk.channel, chat).deliveries.step() == 0
    assert sorted(desk.channel.keys) == sorted(chat.keys) == [one.id for one in notices(10)]


async def test_two_workers_at_once_deliver_once(desk: Desk) -> None:
    await desk.worker.deliveries.add(notices(10))
    await asyncio.gather(desk.worker.deliveries.step(), desk.another().deliveries.step())
    assert sorted(desk.channel.keys) == [one.id for one in notices(10)]


async def test_a_notice_that_comes_during_an_attempt_waits_for_nothing_else(desk: Desk) -> None:
    """Not for the next look around, and not until a search sees it."""
    desk.server.refreshed = False
    desk.channel.answers.clear()
    first, *rest = notices(12)
    await desk.worker.deliveries.add([first])
    delivering = asyncio.create_task(desk.worker.deliveries.step())
    while not desk.channel.tried:
        await asyncio.sleep(0)
    await desk.worker.deliveries.add(rest[:6])
    await desk.worker.deliveries.add(rest[6:])
    desk.channel.answers.set()
    assert await delivering == 12
    assert sorted(desk.channel.keys) == [one.id for one in notices(12)]


async def test_a_notice_that_comes_while_the_index_is_asked_is_not_forgotten(desk: Desk) -> None:
    desk.server.refreshed = False
    first, second = notices(2)
    comes = [second]

    async def asked(method: str, path: str, body: bytes | None = None) -> Answer:
        answer = await send(method, path, body)
        if "_mget" in path and comes:
            await desk.worker.deliveries.add([comes.pop()])
        return answer

    send, desk.server.send = desk.server.send, asked  # type: ignore[method-assign]  # a moment no hook can wait in
    await desk.worker.deliveries.add([first])
    assert await desk.worker.deliveries.step() == 2


async def test_a_claim_on_what_a_migration_has_replaced_is_no_claim(desk: Desk) -> None:
    """The numbers of the new index are another document's; here they are even the same."""
    await desk.worker.deliveries.add(notices(3))
    migrations = [2]

    def migrate(_method: str, path: str) -> None:
        if "_bulk" in path and migrations:
            desk.server.generation = migrations.pop()

    desk.server.on_request = migrate
    assert await desk.worker.deliveries.step() == 0
    assert desk.channel.tried == []
    assert await desk.worker.deliveries.step() == 3
    assert desk.channel.keys == [one.id for one in notices(3)]


async def test_a_dead_channel_holds_up_no_other(desk: Desk) -> None:
    chat = FakeChannel("chat")
    desk.channel.away = True
    worker = desk.another(desk.channel, chat)
    await worker.deliveries.add(notices(20))
    await worker.deliveries.step()
    assert len(chat.taken) == 20
    assert len(desk.channel.tried) == 4, "what goes at once; the rest waits until it is back"


async def test_a_hanging_channel_holds_up_no_other(desk: Desk) -> None:
    chat = FakeChannel("chat")
    desk.channel.answers.clear()
    worker = desk.another(desk.channel, chat)
    run = asyncio.create_task(worker.deliveries.run())
    await worker.deliveries.add(notices(20))
    while len(chat.taken) < 20:
        await asyncio.sleep(0)
    assert desk.channel.taken == []
    run.cancel()


async def test_a_channel_that_is_back_gets_all_that_it_missed_after_a_pause_that_grows(desk: Desk) -> None:
    desk.channel.away = True
    await desk.worker.deliveries.add(notices(20))
    tried = []
    for _ in range(12):
        await desk.worker.deliveries.step()
        before = len(desk.channel.tried)
        await desk.worker.deliveries.step()
        assert len(desk.channel.tried) == before, "it pauses"
        tried.append(before)
        desk.now += LONGEST_PAUSE
    assert tried == list(range(4, 16)), "one probe after each pause"
    desk.channel.away = False
    await desk.worker.deliveries.step()
    desk.now += LONGEST_PAUSE
    await desk.worker.deliveries.step()
    assert sorted(desk.channel.keys) == [one.id for one in notices(20)]


async def test_a_notice_that_a_channel_never_takes_holds_up_no_other(desk: Desk) -> None:
    poison, *rest = notices(10)
    desk.channel.refuses = {poison.id}
    await desk.worker.deliveries.add([poison])
    await desk.worker.deliveries.step()
    await desk.worker.deliveries.add(rest)
    for _ in range(4):
        desk.passes(seconds=6)
        await desk.worker.deliveries.step()
    assert sorted(desk.channel.keys) == [one.id for one in rest]


async def test_a_channel_may_ask_for_a_longer_pause(desk: Desk) -> None:
    desk.channel.away, desk.channel.after = True, 300.0
    await desk.worker.deliveries.add(notices(1))
    await desk.worker.deliveries.step()
    desk.channel.away = False
    desk.passes(seconds=299)
    assert await desk.worker.deliveries.step() == 0
    assert await desk.another().deliveries.step() == 0
    desk.passes(seconds=2)
    assert await desk.worker.deliveries.step() == 1


@pytest.mark.parametrize(("when", "copies"), [("before", 1), ("after", 2)])
async def test_a_worker_killed_during_an_attempt_doubles_it_only_if_the_answer_was_lost(
    desk: Desk, when: Literal["before", "after"], copies: int
) -> None:
    desk.channel.dies = when
    await desk.worker.deliveries.add(notices(1))
    with pytest.raises(asyncio.CancelledError):
        await desk.worker.deliveries.step()
    desk.channel.dies = None
    worker = desk.another()
    assert await worker.deliveries.step() == 0, "the lease still runs"
    desk.passes(seconds=31)
    assert await worker.deliveries.step() == 1
    assert len(desk.channel.taken) == copies
    assert {delivery.id for delivery in desk.channel.tried} == {delivery_id(f"{0:032x}", "mail")}
    assert [delivery.attempt for delivery in desk.channel.tried] == [1, 2]


async def test_a_lease_that_ran_out_while_elasticsearch_was_away_is_not_taken_for_a_death(desk: Desk) -> None:
    """The first worker has its answer and waits to write it down; the second must give it time."""
    await desk.worker.deliveries.add(notices(1))
    desk.channel.answers.clear()
    delivering = asyncio.create_task(desk.worker.deliveries.step())
    while not desk.channel.tried:
        await asyncio.sleep(0)
    desk.passes(minutes=5)
    desk.server.before.append(AwayError("refused"))
    second = desk.another()
    assert await second.deliveries.step() == 0
    desk.channel.answers.set()
    assert await delivering == 1
    desk.passes(minutes=5)
    assert await second.deliveries.step() == 0
    assert len(desk.channel.taken) == 1


async def test_a_notice_that_cannot_be_remembered_goes_out_all_the_same(desk: Desk) -> None:
    [notice] = notices(1)
    desk.server.refuses = {delivery_id(notice.id, "mail")}
    desk.channel.away = True
    await desk.worker.deliveries.add([notice])
    await desk.worker.deliveries.step()
    desk.channel.away = False
    desk.passes(seconds=6)
    await desk.worker.deliveries.step()
    desk.passes(seconds=6)
    await desk.worker.deliveries.step()
    assert desk.channel.keys == [notice.id]


async def test_what_fails_is_said_once_as_it_begins_once_when_it_is_long_and_once_when_it_is_over(desk: Desk) -> None:
    desk.channel.away = True
    with capture_logs() as lines:
        await desk.worker.deliveries.add(notices(3))
        for _ in range(10):
            await desk.worker.deliveries.step()
            desk.now += LONGEST_PAUSE
        assert channel_metric(desk.worker, "harmattan_channel_failing_since_seconds", channel="mail")
        assert channel_metric(desk.worker, "harmattan_deliveries_total", channel="mail", outcome="refused") == 12
        desk.channel.away = False
        await desk.worker.deliveries.step()
        desk.now += LONGEST_PAUSE
        await desk.worker.deliveries.step()
    said = [line["event"] for line in lines if line["event"] != "delivered"]
    assert said == ["channel fails, trying again later", "channel takes nothing", "channel works again"]
    assert channel_metric(desk.worker, "harmattan_channel_failing_since_seconds", channel="mail") == 0
    assert channel_metric(desk.worker, "harmattan_deliveries_total", channel="mail", outcome="delivered") == 3


async def test_after_a_day_a_notice_is_given_up_and_stays_to_be_seen(desk: Desk) -> None:
    desk.channel.away = True
    await desk.worker.deliveries.add(notices(1))
    await desk.worker.deliveries.step()
    assert await desk.worker.deliveries.tidy() == 0
    desk.passes(hours=25)
    assert await desk.worker.deliveries.tidy() == 1
    [source] = desk.server.deliveries.values()
    assert (source["state"], source["error"]) == ("failed", "the mail server is away")


async def test_what_was_never_tried_is_not_given_up_unless_its_channel_is_gone(desk: Desk) -> None:
    """The service may have been down for a day itself."""
    await desk.worker.deliveries.add(notices(1))
    desk.passes(hours=25)
    assert await desk.worker.deliveries.tidy() == 0
    assert await desk.another(FakeChannel("chat")).deliveries.tidy() == 1


async def test_a_bug_in_a_channel_stops_neither_it_nor_the_others(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    chat = FakeChannel("chat")
    worker = desk.another(desk.channel, chat)

    async def broken(_delivery: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(desk.channel, "deliver", broken)
    run = asyncio.create_task(worker.deliveries.run())
    await worker.deliveries.add(notices(2))
    while len(chat.taken) < 2:
        await asyncio.sleep(0)
    assert not run.done()
    worker.deliveries.stop()
    await run


async def test_a_service_that_stops_waits_for_the_answers_under_way(desk: Desk) -> None:
    desk.channel.answers.clear()
    run = asyncio.create_task(desk.worker.deliveries.run())
    await desk.worker.deliveries.add(notices(9))
    while not desk.channel.tried:
        await asyncio.sleep(0)
    desk.worker.deliveries.stop()
    await asyncio.sleep(0)
    desk.channel.answers.set()
    await run
    assert len(desk.channel.taken) == 4
    states = [source["state"] for source in desk.server.deliveries.values()]
    assert sorted(states) == ["delivered"] * 4 + ["pending"] * 5
