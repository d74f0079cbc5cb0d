"""Quiet hours, throttles, digests and triage on the real Elasticsearch, through restarts."""

from __future__ import annotations

import uuid
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Self, cast

import orjson
import pytest
from elasticsearch import AsyncElasticsearch

from schemas.alert import Alert
from schemas.delivery import DeliveryPolicy
from schemas.notice import Notice
from schemas.record import Send
from services.alert.channels.channel import Channel, Delivery
from services.alert.deliveries import Deliveries
from services.alert.outbox import Outbox
from services.alert.releases import Releases
from services.elastic.bulk import Operation, Patience, bulk, create
from services.elastic.mapping import IndexSettings
from services.elastic.server import ElasticsearchServer
from services.elastic.setup import prepare
from services.pipeline import ALERTS_INDEX, ARTICLES_INDEX, DELIVERIES_INDEX
from services.runtime.metrics import Metrics
from services.runtime.settings import AlertSettings
from services.runtime.writer import Writer
from services.triage.actions import acknowledge, snooze
from services.triage.channels import channels
from tests.alert.articles import an_alert
from tests.integration.index_server import elasticsearch

pytestmark = pytest.mark.integration

STORY, OTHER = uuid.uuid4().hex, uuid.uuid4().hex


class Mailbox(Channel):
    """Takes everything."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.taken: list[Notice] = []

    @classmethod
    def configured(cls, settings: AlertSettings) -> Sequence[Self]:  # noqa: ARG003  # the form of every channel
        return []

    async def deliver(self, delivery: Delivery) -> None:
        self.taken.append(delivery.notice)


class Topic:
    def __init__(self) -> None:
        self.sends: list[Send] = []

    async def write(self, sends: Sequence[Send]) -> None:
        self.sends += sends


class Office:
    """A crisis, a mailbox and a clock of the test's own, on the server that other tests may share.

    The clock is days ahead, so that no service that runs beside takes what is due here.
    """

    def __init__(self, server: ElasticsearchServer, **policy: Any) -> None:
        word = uuid.uuid4().hex[:8]
        self.server, self.crisis, self.box, self.topic = server, f"test-{word}", Mailbox(f"mail-{word}"), Topic()
        self.policies = {self.crisis: DeliveryPolicy.model_validate(policy)}
        self.now = (datetime.now(UTC) + timedelta(days=2)).replace(hour=12, minute=0, second=0, microsecond=0)
        self.restart()

    def restart(self) -> None:
        """All that a process knows is forgotten."""
        channels = {self.box.name: self.box}
        self.deliveries = Deliveries(self.server, channels, Metrics("alert"), lambda: self.now)
        self.outbox = Outbox(
            self.server, cast(Writer, self.topic), self.deliveries, self._written, lambda: self.policies,
            lambda: self.now,
        )
        self.releases = Releases(self.server, self.deliveries, lambda: self.policies, lambda: self.now, timedelta(0))

    async def _written(self, ids: Any, _since: datetime) -> set[str]:
        return set(ids) & {send.key.decode() for send in self.topic.sends}

    def alert(self, **fields: Any) -> Alert:
        return an_alert(id=uuid.uuid4().hex, crisis=self.crisis, **fields)

    async def look(self) -> list[Notice]:
        """A restart, and what the channel has after it."""
        self.restart()
        await self.refresh()
        await self.releases.step()
        await self.refresh()
        await self.deliveries.step()
        return self.box.taken

    async def refresh(self) -> None:
        names = f"{ALERTS_INDEX.name},{DELIVERIES_INDEX.name},{ARTICLES_INDEX.name}"
        assert (await self.server.send("POST", f"/{names}/_refresh")).status == 200

    async def source(self, alert: Alert) -> dict[str, Any]:
        found: dict[str, Any] = (await self.server.send("GET", f"/{ALERTS_INDEX.name}/_doc/{alert.id}")).body["_source"]
        return found


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with elasticsearch() as url:
        yield url


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[ElasticsearchServer]:
    async with AsyncElasticsearch(address) as client:
        server = ElasticsearchServer(client)
        await prepare(server, IndexSettings(), Patience())
        yield server


async def test_what_quiet_hours_hold_survives_a_restart_and_comes_as_one_message(address: str) -> None:
    async with opened(address) as server:
        office = Office(server, quiet_hours=[{"from": "11:00", "to": "13:00"}])
        held = [office.alert() for _ in range(3)]
        urgent = office.alert(severity="high")
        await office.outbox.send([*held, urgent])
        assert [notice.id for notice in await office.look()] == [urgent.id]
        assert len(office.topic.sends) == 4
        office.now += timedelta(minutes=61)
        _, message = await office.look()
        assert message.kind == "held"
        assert {alert.id for alert in message.alerts} == {alert.id for alert in held}
        for _ in range(3):
            office.now += timedelta(minutes=1)
            assert len(await office.look()) == 2
        source = await office.source(held[0])
        assert (source["notice"], source["delivered"]) == (message.id, ["topic", office.box.name])


async def test_a_throttle_counts_through_restarts_and_the_next_alert_tells(address: str) -> None:
    async with opened(address) as server:
        office = Office(server, throttle=[{"by": "story", "most": 2, "within": "1h"}])
        for _ in range(5):
            await office.outbox.send([office.alert(story=STORY)])
            office.now += timedelta(seconds=1)
            await office.look()
        await office.outbox.send([office.alert(story=OTHER), office.alert(story=None), office.alert(story=None)])
        assert len(await office.look()) == 5
        office.now += timedelta(hours=1)
        await office.outbox.send([office.alert(story=STORY)])
        *_, last = await office.look()
        assert (len(office.box.taken), last.throttled) == (6, 3)
        assert len(office.topic.sends) == 9


async def test_a_digest_comes_once_with_alerts_and_background_mentions(address: str) -> None:
    async with opened(address) as server:
        office = Office(server, digest={"every": "day", "at": "18:00"})
        key = uuid.uuid4().hex
        article = {
            "id": key, "title": "Looking back at 1974", "text": {"en": "Looking back at 1974\n\n…"}, "language": "en",
            "alert": False, "crisis_background": [office.crisis], "indexed": office.now.isoformat(),
        }
        await bulk(server, ARTICLES_INDEX.name, [create(key, orjson.dumps(article))], Patience())
        waiting = office.alert(deliver="digest")
        await office.outbox.send([waiting, office.alert(salience="background")])
        assert await office.look() == []
        office.now += timedelta(hours=6, minutes=1)
        [digest] = await office.look()
        assert (digest.kind, len(digest.alerts)) == ("digest", 2)
        assert [one.headline for one in digest.mentions] == ["Looking back at 1974"]
        for _ in range(4):
            office.now += timedelta(hours=13)
            assert len(await office.look()) == 1
        await bulk(server, ARTICLES_INDEX.name, [Operation(orjson.dumps({"delete": {"_id": key}}), b"")], Patience())


async def test_who_acknowledged_and_snoozed_is_kept_and_obeyed(address: str) -> None:
    async with opened(address) as server:
        office = Office(server, quiet_hours=[{"from": "11:00", "to": "13:00"}])
        story = uuid.uuid4().hex
        seen, unseen = office.alert(story=story), office.alert()
        await office.outbox.send([seen, unseen])
        await acknowledge(server, seen.id[:10], "Aïcha", office.now)
        await snooze(server, story, office.now + timedelta(hours=5), "Moussa", office.now)
        source = await office.source(seen)
        assert (source["triage"], source["acknowledged_by"]) == ("acknowledged", "Aïcha")
        assert [one["by"] for one in source["triage_history"]] == ["Aïcha", "Moussa"]
        office.now += timedelta(hours=2)
        [message] = await office.look()
        assert [alert.id for alert in message.alerts] == [unseen.id]
        follow_up = office.alert(story=story)
        await office.refresh()
        await office.outbox.send([follow_up])
        assert len(await office.look()) == 1
        office.now += timedelta(hours=4)
        *_, after = await office.look()
        assert [alert.id for alert in after.alerts] == [follow_up.id]
        [state] = [one for one in await channels(server) if one.name == office.box.name]
        assert (state.delivered, state.pending, state.failed, state.failing_since) == (2, 0, 0, None)
