"""Every alert once: over repeats, restarts, second workers, channels and servers that are away."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, Literal, Self, cast

import pytest

from schemas.alert import Alert
from schemas.record import Send
from services.alert.channels.channel import Channel, NotDeliveredError
from services.alert.outbox import Outbox
from services.elastic.server import Answer, AwayError
from services.pipeline import ALERTS
from services.runtime.settings import AlertSettings
from services.runtime.writer import Writer
from tests.alert.articles import an_alert
from tests.alert.memory_alerts import MemoryAlerts


class FakeWriter:
    def __init__(self) -> None:
        self.sends: list[Send] = []
        self.there = asyncio.Event()
        self.there.set()
        self.dies: Literal["before", "after"] | None = None

    async def write(self, sends: Sequence[Send]) -> None:
        if self.dies == "before":
            raise asyncio.CancelledError
        await self.there.wait()
        self.sends += sends
        if self.dies == "after":
            raise asyncio.CancelledError


class FakeChannel(Channel):
    def __init__(self, name: str = "mail") -> None:
        self.name = name
        self.taken: list[str] = []
        self.away = False

    @classmethod
    def configured(cls, settings: AlertSettings) -> Sequence[Self]:  # noqa: ARG003  # the form of every channel
        return []

    async def deliver(self, alert: Alert) -> None:
        if self.away:
            raise NotDeliveredError("the mail server is away")
        self.taken.append(alert.id)


class Desk:
    """An outbox and all that it writes to."""

    def __init__(self) -> None:
        self.server, self.writer, self.channel = MemoryAlerts(), FakeWriter(), FakeChannel()
        self.outbox = self.another()

    def another(self, *channels: FakeChannel) -> Outbox:
        """A worker that starts anew, or a second one."""
        found = {channel.name: channel for channel in channels or (self.channel,)}
        return Outbox(self.server, cast(Writer, self.writer), found, self.written)

    async def written(self, ids: Collection[str], since: datetime) -> set[str]:
        assert since <= datetime.now(UTC)
        return set(ids) & set(self.on_topic())

    def lease_runs_out(self) -> None:
        for source in self.server.documents.values():
            source["lease_until"] = (datetime.now(UTC) - timedelta(seconds=1)).isoformat()

    def on_topic(self) -> Counter[str]:
        assert {send.topic for send in self.writer.sends} <= {ALERTS.name}
        return Counter(send.key.decode() for send in self.writer.sends)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    async def wait(_: Any, reason: str) -> None:
        assert reason

    monkeypatch.setattr("services.elastic.bulk.Patience.wait", wait)


ALERT = an_alert()
ID = ALERT.id


async def test_an_alert_goes_to_the_topic_the_index_and_every_channel(desk: Desk) -> None:
    assert await desk.outbox.send([ALERT]) == 1
    [send] = desk.writer.sends
    assert (send.topic, send.key) == (ALERTS.name, ID.encode())
    assert Alert.model_validate_json(send.value) == ALERT
    assert dict(send.headers) == {"trace": ALERT.trace_id.encode(), "origin": ALERT.origin.encode()}
    assert desk.channel.taken == [ID]
    source = desk.server.documents[ID]
    assert (source["pending"], source["delivered"]) == ([], ["topic", "mail"])


async def test_a_repeat_a_restart_and_a_second_worker_send_nothing_again(desk: Desk) -> None:
    await desk.outbox.send([ALERT])
    assert await desk.outbox.send([ALERT, ALERT]) == 0
    assert await desk.another().send([ALERT]) == 0
    assert (desk.on_topic(), desk.channel.taken) == (Counter({ID: 1}), [ID])


async def test_the_same_alert_twice_in_one_chunk_is_sent_once(desk: Desk) -> None:
    assert await desk.outbox.send([ALERT, ALERT]) == 1
    assert desk.on_topic() == Counter({ID: 1})


async def test_two_workers_at_once_send_it_once(desk: Desk) -> None:
    sent = await asyncio.gather(desk.outbox.send([ALERT]), desk.another().send([ALERT]))
    assert sorted(sent) == [0, 1]
    assert desk.on_topic() == Counter({ID: 1})


async def test_elasticsearch_that_is_away_is_waited_for(desk: Desk) -> None:
    desk.server.before.extend([AwayError("refused"), Answer(503, {}), Answer(429, {})])
    assert await desk.outbox.send([ALERT]) == 1
    assert desk.channel.taken == [ID]


@pytest.mark.parametrize("when", ["before", "after"])
async def test_what_a_killed_worker_left_is_delivered_when_its_lease_has_run_out_and_not_written_twice(
    desk: Desk, when: Literal["before", "after"]
) -> None:
    """Killed after the claim: before the alert was on the topic, or after it and before the mark."""
    desk.writer.dies = when
    with pytest.raises(asyncio.CancelledError):
        await desk.outbox.send([ALERT])
    desk.writer.dies = None
    assert await desk.another().send([ALERT]) == 0
    assert await desk.another().resume() == 0, "the lease still runs"
    desk.lease_runs_out()
    assert await desk.another().resume() == 1
    assert (desk.on_topic(), desk.channel.taken) == (Counter({ID: 1}), [ID])
    assert desk.server.documents[ID]["delivered"] == ["topic", "mail"]


async def test_a_channel_that_is_away_gets_it_later_and_nobody_gets_it_twice(desk: Desk) -> None:
    desk.channel.away = True
    await desk.outbox.send([ALERT])
    assert desk.server.documents[ID]["pending"] == ["mail"]
    desk.lease_runs_out()
    assert await desk.outbox.resume() == 1
    desk.channel.away = False
    desk.lease_runs_out()
    await desk.outbox.resume()
    desk.lease_runs_out()
    assert await desk.outbox.resume() == 0
    assert (desk.on_topic(), desk.channel.taken) == (Counter({ID: 1}), [ID])
    assert desk.server.documents[ID]["attempts"] == 3


async def test_a_broker_that_is_away_for_longer_than_a_lease_doubles_nothing(desk: Desk) -> None:
    desk.writer.there.clear()
    sending = asyncio.create_task(desk.outbox.send([ALERT]))
    while ID not in desk.server.documents:
        await asyncio.sleep(0)
    desk.lease_runs_out()
    assert await desk.outbox.resume() == 0, "it is in hand"
    assert await desk.another().resume() == 0, "its lease was renewed"
    desk.writer.there.set()
    assert await sending == 1
    desk.lease_runs_out()
    assert await desk.another().resume() == 0
    assert (desk.on_topic(), desk.channel.taken) == (Counter({ID: 1}), [ID])


async def test_two_workers_that_resume_at_once_deliver_once(desk: Desk) -> None:
    desk.channel.away = True
    await desk.outbox.send([ALERT])
    desk.channel.away = False
    desk.lease_runs_out()
    await asyncio.gather(desk.outbox.resume(), desk.another().resume())
    assert desk.channel.taken == [ID]


async def test_one_channel_that_fails_does_not_keep_the_others_waiting(desk: Desk) -> None:
    chat = FakeChannel("chat")
    desk.channel.away = True
    await desk.another(desk.channel, chat).send([ALERT])
    assert chat.taken == [ID]
    assert desk.server.documents[ID]["pending"] == ["mail"]


async def test_a_channel_that_is_no_longer_set_is_not_waited_for(desk: Desk) -> None:
    desk.channel.away = True
    await desk.outbox.send([ALERT])
    desk.lease_runs_out()
    await desk.another(FakeChannel("chat")).resume()
    assert desk.server.documents[ID]["pending"] == []


async def test_an_alert_that_cannot_be_remembered_goes_out_all_the_same(desk: Desk) -> None:
    desk.server.refuses = {ID}
    assert await desk.outbox.send([ALERT]) == 1
    assert desk.channel.taken == [ID]
