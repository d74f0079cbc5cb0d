"""What waits is released when its time has come: held alerts as one message, digests once, also through a restart.

A bundle is a document under an id of kind, crisis, moment and number, made with `create`: whoever comes second finds
it, and does with what it holds what the first one may have been killed before: hands it to the channels and marks
its alerts, neither of which does harm twice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson
import structlog

from schemas.alert import Alert
from schemas.delivery import DeliveryPolicy
from schemas.notice import Notice, NoticeKind
from services.alert.background import background, last_until
from services.alert.bundle import NOTHING, Background, bundle, bundle_id, document
from services.alert.deliveries import Deliveries
from services.alert.lane import Clock, now_utc
from services.elastic.bulk import Done, Operation, Patience, Refused, ask, bulk, create
from services.elastic.server import Server
from services.pipeline import ALERTS_INDEX, ARTICLES_INDEX, DELIVERIES_INDEX
from services.triage.decide import Decision, still_held
from services.triage.hours import last_digest, quiet_until
from services.triage.memory import remembered
from services.triage.policies import AT_ONCE, Policies

log = structlog.get_logger("harmattan")

# what was indexed just before a digest is due has to become searchable first
GRACE = timedelta(seconds=30)
# and what was decided just before the night ended
SEARCHABLE = timedelta(seconds=2)
MOST = 1000
DAY, HOUR = timedelta(days=1), timedelta(hours=1)

Waiting = dict[str, tuple[Alert, dict[str, Any]]]
"""Alerts that are due, by id, with their documents."""


@dataclass(frozen=True, slots=True)
class _Moment:
    """What goes together into one notice."""

    kind: NoticeKind
    at: datetime


class Releases:
    """Looks what is due, and releases it (`step`)."""

    def __init__(
        self, server: Server, deliveries: Deliveries, policies: Callable[[], Policies], clock: Clock = now_utc,
        grace: timedelta = GRACE,
    ) -> None:
        self._server, self._deliveries, self._policies = server, deliveries, policies
        self._clock, self._grace = clock, grace
        self._digests: dict[str, datetime] = {}  # the last one of each crisis that is known to have been made

    async def step(self) -> int:
        """Releases what is due now; returns how many notices were new."""
        now = self._clock()
        made = 0
        for crisis, policy in self._policies().items():
            if policy.digest and quiet_until(policy, now) is None:
                moment = last_digest(policy.digest, policy.zone, now)
                if now >= moment + self._grace and self._digests.get(crisis) != moment:
                    made += await self._digest(crisis, policy, moment, now)
                    self._digests[crisis] = moment
        for crisis, waiting in _by_crisis(await self._due(("held", "digest"), now - SEARCHABLE)).items():
            policy = self._policies().get(crisis, AT_ONCE)
            # what waits for a digest that is no longer wanted comes like what was held
            held = {key: one for key, one in waiting.items() if one[1]["decision"] == "held" or not policy.digest}
            made += await self._held(crisis, policy, await self._still_waiting(crisis, policy, held, now), now)
        return made

    async def _digest(self, crisis: str, policy: DeliveryPolicy, moment: datetime, now: datetime) -> int:
        assert policy.digest
        await self._refresh()
        due = _by_crisis(await self._due(("digest",), moment)).get(crisis, {})
        waiting = await self._still_waiting(crisis, policy, due, now)
        known = {alert.article_id for alert, _ in waiting.values()}
        since = await last_until(self._server, crisis) or moment - (DAY if policy.digest.every == "day" else HOUR)
        besides = await background(self._server, crisis, since, moment, policy.digest.mentions, known)
        return await self._release(crisis, _Moment("digest", moment), waiting, now, besides)

    async def _held(self, crisis: str, policy: DeliveryPolicy, waiting: Waiting, now: datetime) -> int:
        moments: dict[datetime, Waiting] = defaultdict(dict)
        for key, (alert, source) in waiting.items():
            moments[datetime.fromisoformat(source["release_at"])][key] = (alert, source)
        if moments:
            log.info("released", crisis=crisis, alerts=len(waiting), zone=policy.zone)
        return sum([
            await self._release(crisis, _Moment("held", at), together, now) for at, together in sorted(moments.items())
        ])

    async def _due(self, how: Sequence[str], until: datetime) -> Waiting:
        """What waits no longer and is nobody's concern yet: acknowledged or resolved alerts need no message."""
        query = {
            "size": MOST, "sort": [{"release_at": "asc"}],
            "query": {"bool": {
                "filter": [{"terms": {"decision": list(how)}}, {"range": {"release_at": {"lte": until.isoformat()}}}],
                "must_not": [{"exists": {"field": "notice"}}, {"terms": {"triage": ["acknowledged", "resolved"]}}],
            }},
        }
        answer = await ask(self._server, "POST", f"/{ALERTS_INDEX.name}/_search", orjson.dumps(query), Patience())
        hits = answer.body["hits"]["hits"]
        return {hit["_id"]: (Alert.model_validate(hit["_source"]), hit["_source"]) for hit in hits}

    async def _still_waiting(
        self, crisis: str, policy: DeliveryPolicy, waiting: Waiting, now: datetime
    ) -> Waiting:
        """Without what has to wait once more, which is written down."""
        if not waiting:
            return {}
        alerts = [alert for alert, _ in waiting.values()]
        state = await remembered(self._server, crisis, alerts, policy, now, Patience())
        again = {alert.id: decision for alert in alerts if (decision := still_held(alert, policy, state, now))}
        await self._mark({key: _held_again(decision) for key, decision in again.items()})
        return {key: one for key, one in waiting.items() if key not in again}

    async def _release(
        self, crisis: str, moment: _Moment, waiting: Waiting, now: datetime, besides: Background = NOTHING
    ) -> int:
        made = number = 0
        left = dict(waiting)
        while left or number == 0:
            key = bundle_id(moment.kind, crisis, moment.at, number)
            alerts = [alert for alert, _ in left.values()]
            notice = bundle(key, moment.kind, crisis, alerts, now, besides if number == 0 else NOTHING)
            new, notice, members = await self._make(notice, left, moment.at)
            if notice.alerts or notice.mentions:
                await self._deliveries.add([notice])
            await self._mark({member: {"notice": key} for member in members})
            made += new and bool(notice.alerts or notice.mentions)
            left = {one: value for one, value in left.items() if one not in members}
            number += 1
        return made

    async def _make(self, notice: Notice, waiting: Waiting, until: datetime) -> tuple[bool, Notice, list[str]]:
        """The bundle of that id, made now or by whoever came first; and the alerts that it holds."""
        body = orjson.dumps(document(notice, waiting, until))
        [result] = await bulk(self._server, DELIVERIES_INDEX.name, [create(notice.id, body)], Patience())
        if isinstance(result, Refused):
            log.error("bundle not remembered", notice=notice.id, error=result.error, reason=result.reason)
        if isinstance(result, Done | Refused):
            return True, notice, list(waiting)
        answer = await ask(self._server, "GET", f"/{DELIVERIES_INDEX.name}/_doc/{notice.id}", None, Patience())
        source = answer.body["_source"]
        return False, Notice.model_validate(source["body"]), list(source["alert_ids"])

    async def _mark(self, changes: Mapping[str, dict[str, Any]]) -> None:
        operations = [
            Operation(orjson.dumps({"update": {"_id": key, "retry_on_conflict": 5}}), orjson.dumps({"doc": changed}))
            for key, changed in changes.items()
        ]
        if operations:
            await bulk(self._server, ALERTS_INDEX.name, operations, Patience())

    async def _refresh(self) -> None:
        names = f"{ALERTS_INDEX.name},{DELIVERIES_INDEX.name},{ARTICLES_INDEX.name}"
        await ask(self._server, "POST", f"/{names}/_refresh", None, Patience())


def _held_again(decision: Decision) -> dict[str, Any]:
    assert decision.until
    return {"decision": "held", "decision_why": decision.why, "release_at": decision.until.isoformat()}


def _by_crisis(waiting: Waiting) -> dict[str, Waiting]:
    sorted_out: dict[str, Waiting] = defaultdict(dict)
    for key, (alert, source) in waiting.items():
        sorted_out[alert.crisis][key] = (alert, source)
    return sorted_out
