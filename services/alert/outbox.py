"""Every alert once: claimed in the index before anything is sent, and marked when it is.

A claim is a document made with `create`: of all workers, restarts and replays that hold the same alert, one makes
it, and that one goes on: topic first, then the decision when the channels get it, written down before they do. What
a killed worker left pending is found when its lease has run out and taken over (compare-and-set on the document) by
one other, after a look whether the topic has it already. The channels have an outbox of their own
(services.alert.deliveries), so none of them holds up an alert.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from typing import Any

import orjson
import structlog

from schemas.alert import Alert
from schemas.record import ORIGIN_HEADER, TRACE_HEADER, Send
from services.alert.deliveries import Deliveries
from services.alert.document import LEASE, TOPIC, decided, document, handed_over, notice
from services.alert.lane import Clock, now_utc
from services.elastic.bulk import Conflict, Done, Operation, Patience, Refused, ask, bulk, create, update
from services.elastic.server import Server
from services.pipeline import ALERTS, ALERTS_INDEX
from services.runtime.writer import Writer
from services.triage.decide import Decision, Past, TriageState, decide
from services.triage.memory import past, remembered
from services.triage.policies import AT_ONCE, Policies

log = structlog.get_logger("harmattan")

INDEX = ALERTS_INDEX.name
_PENDING = {"exists": {"field": "pending"}}


Written = Callable[[Collection[str], datetime], Awaitable[set[str]]]
"""Which of these alerts the topic has got since then (services.alert.written)."""


class Outbox:
    """Puts alerts on the topic and in the index, and hands to the channels what the policy does not hold back."""

    def __init__(
        self, server: Server, writer: Writer, deliveries: Deliveries, written: Written,
        policies: Callable[[], Policies], clock: Clock = now_utc,
    ) -> None:
        self._server, self._writer, self._deliveries, self._written = server, writer, deliveries, written
        self._policies, self._clock = policies, clock
        # what this process is about to deliver, also while it waits for a broker that is away for longer than a lease
        self._in_hand: set[str] = set()
        # what it decided lately, which the search does not see yet
        self._lately: deque[tuple[str, Past]] = deque(maxlen=200)

    async def send(self, alerts: Sequence[Alert]) -> int:
        """Claims and delivers those that nobody claimed before; returns how many. Waits while the outside is away."""
        now = self._clock()
        sources = {alert.id: document(alert, now) for alert in alerts}
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
                new.append((key, source | {"decision": "now"}))
        await self._deliver(new)
        return len(new)

    async def resume(self) -> int:
        """Takes over what is pending and whose lease has run out; returns how many alerts."""
        await self._renew()
        query = {
            "size": 100, "seq_no_primary_term": True, "sort": [{"lease_until": "asc"}],
            "query": {"bool": {"filter": [_PENDING, {"range": {"lease_until": {"lt": self._clock().isoformat()}}}]}},
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
        lease = orjson.dumps({"doc": {"lease_until": (self._clock() + LEASE).isoformat()}})
        mine = [Operation(orjson.dumps({"update": {"_id": key}}), lease) for key in self._in_hand]
        if mine:
            await bulk(self._server, INDEX, mine, _patience())

    async def _on_topic(self, taken: Sequence[tuple[str, dict[str, Any]]]) -> set[str]:
        since = {key: datetime.fromisoformat(source["indexed"]) for key, source in taken if TOPIC in source["pending"]}
        return await self._written(since, min(since.values())) if since else set()

    async def _take(self, hit: dict[str, Any]) -> bool:
        """Extends the lease, unless another worker was quicker."""
        lease = {"doc": {"lease_until": (self._clock() + LEASE).isoformat()}}
        operation = update(hit["_id"], hit["_seq_no"], hit["_primary_term"], orjson.dumps(lease), hit.get("_index"))
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
        now = self._clock()
        # of a worker that was killed after it had decided; or nothing may be held that cannot be remembered
        known = {key: source for key, source in sources if "decision" in source}
        fresh = [alert for key, alert in alerts.items() if key not in known]
        decisions = await self._decide(fresh, now)
        await self._update({key: decided(decision, now) for key, decision in decisions.items()})
        going = [
            *(notice(alerts[key], one.throttled, now) for key, one in decisions.items() if one.how == "now"),
            *(notice(alerts[key], source.get("throttled", 0), now) for key, source in known.items()),
        ]
        await self._deliveries.add(going)
        await self._update({one.id: handed_over(one.id) for one in going})

    async def _decide(self, alerts: Sequence[Alert], now: datetime) -> dict[str, Decision]:
        decisions: dict[str, Decision] = {}
        for crisis in {alert.crisis: None for alert in alerts}:
            of_crisis = [alert for alert in alerts if alert.crisis == crisis]
            policy = self._policies().get(crisis, AT_ONCE)
            state = await remembered(self._server, crisis, of_crisis, policy, now, _patience())
            for alert in of_crisis:
                decision = decide(alert, policy, self._with_lately(crisis, state), now)
                decisions[alert.id] = decision
                self._remember(alert, decision, now)
                log.info("alert", alert=alert.id, trace=alert.trace_id, rule=alert.rule, headline=alert.headline,
                         delivery=decision.how, why=decision.why)
        return decisions

    def _remember(self, alert: Alert, decision: Decision, now: datetime) -> None:
        if decision.how in ("now", "throttled"):
            made = {"decided": now.isoformat(), "rule": alert.rule, "story": alert.story,
                    "decision": decision.how, "decision_why": decision.why}
            self._lately.append((alert.crisis, past(made)))

    def _with_lately(self, crisis: str, state: TriageState) -> TriageState:
        """What this process decided itself is known twice once the search sees it, and counted once."""
        counted = Counter(state.past)
        counted |= Counter(one for its_crisis, one in self._lately if its_crisis == crisis)
        return replace(state, past=tuple(counted.elements()))

    async def _update(self, changes: Mapping[str, dict[str, Any]]) -> None:
        # a person may write what was acknowledged into the same document meanwhile
        operations = [
            Operation(orjson.dumps({"update": {"_id": key, "retry_on_conflict": 5}}), orjson.dumps({"doc": changed}))
            for key, changed in changes.items()
        ]
        for key, result in zip(changes, await bulk(self._server, INDEX, operations, _patience()), strict=True):
            if isinstance(result, Conflict | Refused):
                log.error("delivery not remembered", alert=key, result=str(result))


def _send(alert: Alert) -> Send:
    headers = ((TRACE_HEADER, alert.trace_id.encode()), (ORIGIN_HEADER, alert.origin.encode()))
    return Send(ALERTS.name, alert.id.encode(), alert.model_dump_json().encode(), headers)


def _patience() -> Patience:
    def tell(reason: str, waited: float) -> None:
        if waited == 0 or waited > 30:
            log.warning("waiting for Elasticsearch", reason=reason, waited_s=round(waited, 1))

    return Patience(on_wait=tell)

