"""Every alert once: claimed in the index before anything is sent, and marked when it is.

A claim is a document made with `create`: of all workers, restarts and replays that hold the same alert, one makes
it, and that one delivers. What a killed worker left pending is found when its lease has run out and delivered by
whoever claims it next (compare-and-set on the document), after a look whether the topic has it already. So an alert is
doubled only where a channel other than the topic had taken it and the mark was lost.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
import structlog

from schemas.alert import Alert
from schemas.record import ORIGIN_HEADER, TRACE_HEADER, Send
from services.alert.channels.channel import Channel, NotDeliveredError
from services.alert.document import LEASE, after_attempt, document
from services.elastic.bulk import Conflict, Done, Operation, Patience, Refused, ask, bulk, create
from services.elastic.server import Server
from services.pipeline import ALERTS, ALERTS_INDEX
from services.runtime.writer import Writer

log = structlog.get_logger("harmattan")

TOPIC = "topic"
INDEX = ALERTS_INDEX.name
_PENDING = {"exists": {"field": "pending"}}


Written = Callable[[Collection[str], datetime], Awaitable[set[str]]]
"""Which of these alerts the topic has got since then (services.alert.written)."""


class Outbox:
    """Delivers alerts to the topic and to every channel."""

    def __init__(self, server: Server, writer: Writer, channels: Mapping[str, Channel], written: Written) -> None:
        self._server, self._writer, self._channels, self._written = server, writer, channels, written
        # what this process is about to deliver, also while it waits for a broker that is away for longer than a lease
        self._in_hand: set[str] = set()

    async def send(self, alerts: Sequence[Alert]) -> int:
        """Claims and delivers those that nobody claimed before; returns how many. Waits while the outside is away."""
        now = datetime.now(UTC)
        names = (TOPIC, *self._channels)
        sources = {alert.id: document(alert, names, now) for alert in alerts}
        with self._holding(sources):
            return await self._claim_and_deliver(sources)

    async def _claim_and_deliver(self, sources: Mapping[str, dict[str, Any]]) -> int:
        results = await bulk(
            self._server, INDEX, [create(key, orjson.dumps(source)) for key, source in sources.items()], _patience()
        )
        new = []
        for (key, source), result in zip(sources.items(), results, strict=True):
            if isinstance(result, Done):
                new.append((key, source))
            elif isinstance(result, Refused):
                # the alert still goes out: an alert that cannot be remembered is better doubled than lost
                log.error("alert not remembered", alert=key, error=result.error, reason=result.reason)
                new.append((key, source))
        await self._deliver(new)
        return len(new)

    async def resume(self) -> int:
        """Takes over what is pending and whose lease has run out; returns how many alerts."""
        await self._renew()
        query = {
            "size": 100, "seq_no_primary_term": True, "sort": [{"lease_until": "asc"}],
            "query": {"bool": {"filter": [_PENDING, {"range": {"lease_until": {"lt": "now"}}}]}},
        }
        answer = await ask(self._server, "POST", f"/{INDEX}/_search", orjson.dumps(query), _patience())
        taken = []
        for hit in answer.body["hits"]["hits"]:
            if hit["_id"] not in self._in_hand and await self._take(hit):
                taken.append((hit["_id"], hit["_source"]))
        with self._holding(key for key, _ in taken):
            await self._deliver(taken, await self._on_topic(taken))
        return len(taken)

    @contextmanager
    def _holding(self, keys: Iterable[str]) -> Iterator[None]:
        mine = set(keys) - self._in_hand
        self._in_hand |= mine
        try:
            yield
        finally:
            self._in_hand -= mine

    async def _renew(self) -> None:
        """Keeps other workers from taking what this one still has in hand."""
        lease = orjson.dumps({"doc": {"lease_until": (datetime.now(UTC) + LEASE).isoformat()}})
        mine = [Operation(orjson.dumps({"update": {"_id": key}}), lease) for key in self._in_hand]
        if mine:
            await bulk(self._server, INDEX, mine, _patience())

    async def _on_topic(self, taken: Sequence[tuple[str, dict[str, Any]]]) -> set[str]:
        since = {key: datetime.fromisoformat(source["indexed"]) for key, source in taken if TOPIC in source["pending"]}
        return await self._written(since, min(since.values())) if since else set()

    async def _take(self, hit: dict[str, Any]) -> bool:
        """Extends the lease, unless another worker was quicker."""
        lease = {"doc": {"lease_until": (datetime.now(UTC) + LEASE).isoformat()}}
        action = {"_id": hit["_id"], "if_seq_no": hit["_seq_no"], "if_primary_term": hit["_primary_term"]}
        operation = Operation(orjson.dumps({"update": action}), orjson.dumps(lease))
        [result] = await bulk(self._server, INDEX, [operation], _patience())
        return isinstance(result, Done)

    async def _deliver(
        self, sources: Sequence[tuple[str, dict[str, Any]]], written: Collection[str] = frozenset()
    ) -> None:
        if not sources:
            return
        alerts = {key: Alert.model_validate(source) for key, source in sources}
        await self._writer.write(
            [_send(alerts[key]) for key, source in sources if TOPIC in source["pending"] and key not in written]
        )
        operations = []
        for key, source in sources:
            delivered = await self._to_channels(alerts[key], source["pending"])
            changed = after_attempt(source, [TOPIC, *delivered], datetime.now(UTC))
            operations.append(Operation(orjson.dumps({"update": {"_id": key}}), orjson.dumps({"doc": changed})))
        for (key, _), result in zip(sources, await bulk(self._server, INDEX, operations, _patience()), strict=True):
            if isinstance(result, Conflict | Refused):
                log.error("delivery not remembered", alert=key, result=str(result))

    async def _to_channels(self, alert: Alert, pending: Sequence[str]) -> list[str]:
        async def one(name: str) -> str | None:
            channel = self._channels.get(name)
            if channel is None:
                return name if name != TOPIC else None  # no longer configured: nobody to deliver to
            try:
                await channel.deliver(alert)
            except NotDeliveredError as error:
                log.warning("alert not delivered, trying again later", alert=alert.id, channel=name, reason=str(error))
                return None
            return name

        results = await asyncio.gather(*(one(name) for name in pending))
        delivered = [name for name in results if name is not None]
        log.info("alert", alert=alert.id, trace=alert.trace_id, rule=alert.rule, headline=alert.headline,
                 delivered=[TOPIC, *delivered])
        return delivered


def _send(alert: Alert) -> Send:
    headers = ((TRACE_HEADER, alert.trace_id.encode()), (ORIGIN_HEADER, alert.origin.encode()))
    return Send(ALERTS.name, alert.id.encode(), alert.model_dump_json().encode(), headers)


def _patience() -> Patience:
    def tell(reason: str, waited: float) -> None:
        if waited == 0 or waited > 30:
            log.warning("waiting for Elasticsearch", reason=reason, waited_s=round(waited, 1))

    return Patience(on_wait=tell)


RESUME_EVERY = timedelta(seconds=5)
