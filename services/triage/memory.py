"""What the alerts index remembers of snoozes and of earlier decisions."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

import orjson

from schemas.alert import Alert
from schemas.delivery import DeliveryPolicy
from services.elastic.bulk import Patience, ask
from services.elastic.server import Server
from services.pipeline import ALERTS_INDEX
from services.triage.decide import Past, TriageState

# how long a throttled alert may wait for the next one to tell of it
LOOK_BACK = timedelta(days=1)
MOST = 1000


async def remembered(
    server: Server, crisis: str, alerts: Collection[Alert], policy: DeliveryPolicy, now: datetime, patience: Patience
) -> TriageState:
    """The state of the stories and rules of these alerts of one crisis; waits while Elasticsearch is away.

    As the search sees it, so without what was decided in the last half second.
    """
    snoozes, past = await asyncio.gather(
        _search(server, _snoozed(crisis, now), patience), _past(server, crisis, alerts, policy, now, patience)
    )
    return TriageState(_ends("story", snoozes), _ends("rule", snoozes), past)


def _snoozed(crisis: str, now: datetime) -> dict[str, Any]:
    later = {"gt": now.isoformat()}
    should = [{"range": {f"{scope}_snoozed_until": later}} for scope in ("story", "rule")]
    return {
        "_source": ["story", "rule", "story_snoozed_until", "rule_snoozed_until"],
        "query": {"bool": {"filter": [{"term": {"crisis": crisis}}], "should": should, "minimum_should_match": 1}},
    }


def _ends(scope: str, snoozes: list[dict[str, Any]]) -> dict[str, datetime]:
    ends: dict[str, datetime] = {}
    for source in snoozes:
        key, until = source.get(scope), source.get(f"{scope}_snoozed_until")
        if key and until:
            end = datetime.fromisoformat(until)
            ends[key] = max(end, ends.get(key, end))
    return ends


async def _past(
    server: Server, crisis: str, alerts: Collection[Alert], policy: DeliveryPolicy, now: datetime, patience: Patience
) -> tuple[Past, ...]:
    if not policy.throttle:
        return ()
    since = now - max(LOOK_BACK, *(throttle.within for throttle in policy.throttle))
    should = [
        {"terms": {"rule": sorted({alert.rule for alert in alerts})}},
        {"terms": {"story": sorted({alert.story for alert in alerts if alert.story})}},
    ]
    query = {
        "_source": ["decided", "rule", "story", "decision", "decision_why"],
        "sort": [{"decided": "desc"}],
        "query": {"bool": {
            "filter": [
                {"term": {"crisis": crisis}}, {"terms": {"decision": ["now", "throttled"]}},
                {"range": {"decided": {"gt": since.isoformat()}}},
            ],
            "should": should, "minimum_should_match": 1,
        }},
    }
    return tuple(past(source) for source in await _search(server, query, patience))


def past(source: dict[str, Any]) -> Past:
    """An earlier decision, of the alert's document."""
    throttled = source["decision"] == "throttled"
    return Past(
        datetime.fromisoformat(source["decided"]), source["rule"], source.get("story"),
        source["decision_why"] if throttled else None,
    )


async def _search(server: Server, query: dict[str, Any], patience: Patience) -> list[dict[str, Any]]:
    body = orjson.dumps({"size": MOST, **query})
    answer = await ask(server, "POST", f"/{ALERTS_INDEX.name}/_search", body, patience)
    return [hit["_source"] for hit in answer.body["hits"]["hits"]]
