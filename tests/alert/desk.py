"""An alert service without its servers: outbox, lanes and releases on indexes in memory and a clock of the test's."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal, Self, cast

from schemas.delivery import DeliveryPolicy
from schemas.notice import Notice
from schemas.record import Send
from services.alert.channels.channel import Channel, Delivery, NotDeliveredError
from services.alert.deliveries import Deliveries
from services.alert.outbox import Outbox
from services.alert.releases import Releases
from services.pipeline import ALERTS
from services.runtime.metrics import Metrics
from services.runtime.settings import AlertSettings
from services.runtime.writer import Writer
from tests.alert.memory_alerts import MemoryAlerts

NOON = datetime(2023, 7, 26, 12, tzinfo=UTC)


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
    """`taken` are the notices that it took, `keys` their idempotency keys; `dies` is when its worker is killed."""

    def __init__(self, name: str = "mail") -> None:
        self.name = name
        self.taken: list[Notice] = []
        self.tried: list[Delivery] = []
        self.away = False
        self.refuses: set[str] = set()
        self.after = 0.0
        self.dies: Literal["before", "after"] | None = None
        self.answers = asyncio.Event()
        self.answers.set()

    @classmethod
    def configured(cls, settings: AlertSettings) -> Sequence[Self]:  # noqa: ARG003  # the form of every channel
        return []

    @property
    def keys(self) -> list[str]:
        return [notice.id for notice in self.taken]

    async def deliver(self, delivery: Delivery) -> None:
        self.tried.append(delivery)
        if self.dies == "before":
            raise asyncio.CancelledError
        await self.answers.wait()
        if self.away or delivery.notice.id in self.refuses:
            raise NotDeliveredError("the mail server is away", self.after)
        self.taken.append(delivery.notice)
        if self.dies == "after":
            raise asyncio.CancelledError


class Worker:
    """One process of the alert service."""

    def __init__(self, desk: Desk, *channels: FakeChannel) -> None:
        self.metrics = Metrics("alert")
        found = {channel.name: channel for channel in channels or (desk.channel,)}
        self.deliveries = Deliveries(desk.server, found, self.metrics, desk.clock)
        self.outbox = Outbox(
            desk.server, cast(Writer, desk.writer), self.deliveries, desk.written, lambda: desk.policies, desk.clock
        )
        self.releases = Releases(desk.server, self.deliveries, lambda: desk.policies, desk.clock, timedelta(0))


class Desk:
    """Everything that workers share, and the clock that they go by."""

    def __init__(self) -> None:
        self.server, self.writer, self.channel = MemoryAlerts(), FakeWriter(), FakeChannel()
        self.policies: dict[str, DeliveryPolicy] = {}
        self.now = NOON
        self.worker = self.another()

    def another(self, *channels: FakeChannel) -> Worker:
        """A worker that starts anew, or a second one."""
        return Worker(self, *channels)

    def clock(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)

    async def written(self, ids: Collection[str], since: datetime) -> set[str]:
        assert since <= self.now
        return set(ids) & set(self.on_topic())

    def on_topic(self) -> Counter[str]:
        assert {send.topic for send in self.writer.sends} <= {ALERTS.name}
        return Counter(send.key.decode() for send in self.writer.sends)
