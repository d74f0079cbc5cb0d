"""One channel's own lane: what is due for it, a few at a time, with a pause that grows while it fails.

A lane shares nothing with the other channels and holds up nobody who hands it something: what it cannot take on now
stays in the index, where it is found later, by this worker or another one.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol

import orjson
import structlog

from schemas.notice import Notice
from services.alert.channels.channel import Channel, Delivery, NotDeliveredError
from services.alert.delivery import LEASE, claimed, pause, refused, taken
from services.elastic.bulk import Done, Operation, Patience, ask, bulk, update
from services.elastic.server import Server
from services.pipeline import ALERTS_INDEX, DELIVERIES_INDEX
from services.runtime.errors import SettingsError

log = structlog.get_logger("harmattan")

INDEX = DELIVERIES_INDEX.name
AT_ONCE = 4  # notices on their way to one channel
LOOK_EVERY = timedelta(seconds=5)
LONG = timedelta(minutes=10)

# Adds the channel to an alert's `delivered`; a document that has it, or that is not there, stays as it is.
NOTE_DELIVERED = (
    "if (ctx._source.delivered.contains(params.channel)) { ctx.op = 'none' }"
    " else { ctx._source.delivered.add(params.channel) }"
)

Clock = Callable[[], datetime]


class Report(Protocol):
    """Who counts attempts (services.runtime.metrics)."""

    def count_delivery(self, channel: str, outcome: str) -> None: ...

    def set_failing_since(self, channel: str, unix_time: float) -> None: ...


@dataclass(frozen=True, slots=True)
class _Hit:
    id: str
    source: dict[str, Any]
    seq_no: int
    primary_term: int
    index: str | None

    def delivery(self) -> Delivery:
        return Delivery(self.id, Notice.model_validate(self.source["body"]), self.source["attempts"] + 1)


class Lane:
    """Delivers to one channel for ever (`run`), or whatever is due now (`step`)."""

    def __init__(self, server: Server, channel: Channel, report: Report, clock: Clock) -> None:
        self._server, self._channel, self._report, self._clock = server, channel, report, clock
        self._woken = asyncio.Event()
        self._hints: list[str] = []
        self._unremembered: list[Delivery] = []
        self._failures = 0
        self._failing_since: datetime | None = None
        self._told_long = self._stopping = False
        self._not_before = clock()
        report.set_failing_since(channel.name, 0.0)

    def wake(self, ids: Sequence[str], unremembered: Sequence[Delivery] = ()) -> None:
        """There is something new; `unremembered` is what the index would not take."""
        self._hints = [*self._hints, *ids][-100:]
        self._unremembered += unremembered
        self._woken.set()

    def stop(self) -> None:
        """Ends `run` after the attempts under way, whose answers would be lost otherwise."""
        self._stopping = True
        self._woken.set()

    async def run(self) -> None:
        """Until it is stopped. Raises SettingsError when Elasticsearch will not have us."""
        while not self._stopping:
            try:
                async with asyncio.timeout(LOOK_EVERY.total_seconds()):
                    await self._woken.wait()
            except TimeoutError:
                pass
            self._woken.clear()
            try:
                await self.step()
            except SettingsError:
                raise
            # A bug in one channel must not end the others, nor this one: what is pending stays so.
            except Exception:
                log.exception("bug in a channel", channel=self._channel.name)

    async def step(self) -> int:
        """Delivers what is due; returns how many notices the channel took."""
        done = 0
        while self._unremembered and self._open():
            done += await self._attempt(self._unremembered[:1])
            if not self._failures:
                self._unremembered.pop(0)
        while self._open():
            claimed_ones = await self._claim(await self._due())
            if claimed_ones:
                sources = {hit.id: hit.source for hit in claimed_ones}
                done += await self._attempt([hit.delivery() for hit in claimed_ones], sources)
            elif not self._hints:
                break  # nothing; or another worker's, or the search has not seen yet what became of them
        if not self._open():
            self._hints.clear()  # the search finds them when the pause is over
        return done

    def _open(self) -> bool:
        return not self._stopping and self._clock() >= self._not_before

    async def _due(self) -> list[_Hit]:
        patience = Patience()
        hints, self._hints = self._hints, []
        hits = await (self._of(hints, patience) if hints else self._search(patience))
        if patience.waited:
            # Elasticsearch was away: a lease may have run out only because nobody could renew or end it
            self._not_before = self._clock() + LEASE
            return []
        # one is enough to learn whether a channel that failed is back
        now = 1 if self._failures else AT_ONCE
        if hints:  # and those of which we heard while we asked
            self._hints = [*(hit.id for hit in hits[now:]), *self._hints]
        return hits[:now]

    async def _of(self, ids: Sequence[str], patience: Patience) -> list[_Hit]:
        """By id, which sees what was written a moment ago."""
        body = orjson.dumps({"ids": ids})
        answer = await ask(self._server, "POST", f"/{INDEX}/_mget", body, patience)
        now = self._clock()
        return [
            _hit(found) for found in answer.body["docs"]
            if found.get("found") and found["_source"]["state"] == "pending"
            and datetime.fromisoformat(found["_source"]["due"]) <= now
        ]

    async def _search(self, patience: Patience) -> list[_Hit]:
        filters = [
            {"term": {"channel": self._channel.name}}, {"term": {"state": "pending"}},
            {"range": {"due": {"lte": self._clock().isoformat()}}},
        ]
        query = {
            "size": 2 * AT_ONCE, "seq_no_primary_term": True, "sort": [{"due": "asc"}],
            "query": {"bool": {"filter": filters}},
        }
        answer = await ask(self._server, "POST", f"/{INDEX}/_search", orjson.dumps(query), patience)
        return [_hit(found) for found in answer.body["hits"]["hits"]]

    async def _claim(self, due: Sequence[_Hit]) -> list[_Hit]:
        if not due:
            return []
        now = self._clock()
        operations = [
            update(hit.id, hit.seq_no, hit.primary_term, orjson.dumps({"doc": claimed(hit.source, now)}), hit.index)
            for hit in due
        ]
        results = await bulk(self._server, INDEX, operations, Patience())
        return [hit for hit, result in zip(due, results, strict=True) if isinstance(result, Done)]

    async def _attempt(
        self, deliveries: Sequence[Delivery], sources: dict[str, dict[str, Any]] | None = None
    ) -> int:
        failures = await asyncio.gather(*(self._one(delivery) for delivery in deliveries))
        operations: list[Operation] = []
        for delivery, failure in zip(deliveries, failures, strict=True):
            if sources is None:
                continue  # the index knows nothing of it
            source = sources[delivery.id] | {"attempts": delivery.attempt}
            now = self._clock()
            changed = refused(source, str(failure), failure.after, now) if failure else taken(now)
            operations.append(_update(INDEX, delivery.id, {"doc": changed}))
            if not failure:
                operations += [_note(alert.id, self._channel.name) for alert in delivery.notice.alerts]
        if operations:
            await bulk(self._server, INDEX, operations, Patience())
        self._sum_up([failure for failure in failures if failure], len(deliveries))
        return sum(1 for failure in failures if failure is None)

    async def _one(self, delivery: Delivery) -> NotDeliveredError | None:
        try:
            await self._channel.deliver(delivery)
        except NotDeliveredError as error:
            self._report.count_delivery(self._channel.name, "refused")
            return error
        self._report.count_delivery(self._channel.name, "delivered")
        log.info("delivered", channel=self._channel.name, notice=delivery.notice.id, kind=delivery.notice.kind,
                 attempt=delivery.attempt)
        return None

    def _sum_up(self, failures: Sequence[NotDeliveredError], tried: int) -> None:
        """A channel works when it took anything; one line when it begins to fail, one when that is long, one after."""
        if tried > len(failures):
            if self._failing_since:
                log.info("channel works again", channel=self._channel.name)
            self._failures, self._failing_since, self._told_long = 0, None, False
            self._report.set_failing_since(self._channel.name, 0.0)
            return
        if not failures:
            return
        now = self._clock()
        self._failures += 1
        self._not_before = now + max(pause(self._failures), timedelta(seconds=max(one.after for one in failures)))
        if self._failing_since is None:
            self._failing_since = now
            self._report.set_failing_since(self._channel.name, now.timestamp())
            log.warning("channel fails, trying again later", channel=self._channel.name, reason=str(failures[0]))
        elif now - self._failing_since >= LONG and not self._told_long:
            self._told_long = True
            log.error("channel takes nothing", channel=self._channel.name, since=self._failing_since.isoformat(),
                      reason=str(failures[0]), see="harmattan alerts channels")


def now_utc() -> datetime:
    """The clock of the real thing."""
    return datetime.now(UTC)


def _hit(found: dict[str, Any]) -> _Hit:
    return _Hit(found["_id"], found["_source"], found["_seq_no"], found["_primary_term"], found.get("_index"))


def _update(index: str, key: str, body: dict[str, Any]) -> Operation:
    # others write other fields of it
    return Operation(
        orjson.dumps({"update": {"_index": index, "_id": key, "retry_on_conflict": 5}}), orjson.dumps(body)
    )


def _note(alert_id: str, channel: str) -> Operation:
    script = {"source": NOTE_DELIVERED, "params": {"channel": channel}}
    return _update(ALERTS_INDEX.name, alert_id, {"script": script})
