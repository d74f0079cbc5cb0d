"""How each channel is: what it took, what waits for it, what was given up, and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import orjson

from services.elastic.bulk import Operation, ask, bulk
from services.elastic.server import Server
from services.pipeline import DELIVERIES_INDEX
from services.triage.actions import impatience
from services.triage.changes import TriageError

INDEX = DELIVERIES_INDEX.name
LONG = timedelta(minutes=10)
MOST_CHANNELS = 100
MOST_AT_ONCE = 1000


@dataclass(frozen=True, slots=True)
class ChannelState:
    """One channel. `failing_since` is the age of the oldest notice that it refused and that still waits."""

    name: str
    delivered: int
    pending: int
    failed: int
    last_delivered: datetime | None = None
    failing_since: datetime | None = None
    error: str = ""

    def takes_nothing(self, now: datetime) -> bool:
        """Whether it has failed for so long that somebody should look."""
        return self.failed > 0 or self.is_dead(now)

    def is_dead(self, now: datetime) -> bool:
        """Whether it has taken nothing of what waits for so long that it will hardly come back by itself."""
        return self.failing_since is not None and now - self.failing_since >= LONG

    def says(self) -> str:
        """One line for a person, nothing where it works."""
        parts = []
        if self.failing_since:
            parts.append(f"fails since {self.failing_since:%Y-%m-%d %H:%M} UTC, {self.pending} wait: {self.error}")
        if self.failed:
            parts.append(f"{self.failed} were given up (`harmattan alerts channels --retry {self.name}`)")
        return "; ".join(parts)


async def channels(server: Server) -> list[ChannelState]:
    """Every channel that was ever sent something, by name. Raises TriageError while Elasticsearch is away."""
    refused = {"bool": {"filter": [{"terms": {"state": ["pending", "failed"]}}, {"range": {"attempts": {"gte": 1}}}]}}
    newest = {"top_hits": {"size": 1, "sort": [{"tried": "desc"}], "_source": ["error"]}}
    query = {"size": 0, "query": {"exists": {"field": "channel"}}, "aggs": {"channels": {
        "terms": {"field": "channel", "size": MOST_CHANNELS, "order": {"_key": "asc"}},
        "aggs": {
            "states": {"terms": {"field": "state"}},
            "last": {"max": {"field": "delivered"}},
            "refused": {"filter": refused, "aggs": {"since": {"min": {"field": "created"}}, "newest": newest}},
        },
    }}}
    await ask(server, "POST", f"/{INDEX}/_refresh", None, impatience())
    answer = await ask(server, "POST", f"/{INDEX}/_search", orjson.dumps(query), impatience())
    return [state(bucket) for bucket in answer.body["aggregations"]["channels"]["buckets"]]


def state(bucket: dict[str, Any]) -> ChannelState:
    """Of one bucket of the aggregation."""
    counts = {one["key"]: one["doc_count"] for one in bucket["states"]["buckets"]}
    hits = bucket["refused"]["newest"]["hits"]["hits"]
    return ChannelState(
        bucket["key"], counts.get("delivered", 0), counts.get("pending", 0), counts.get("failed", 0),
        _moment(bucket["last"]), _moment(bucket["refused"]["since"]),
        (hits[0]["_source"].get("error") or "") if hits else "",
    )


async def retry(server: Server, channel: str, now: datetime) -> int:
    """What was given up for the channel is due again; returns how many notices. Raises TriageError."""
    filters = [{"term": {"channel": channel}}, {"term": {"state": "failed"}}]
    query = {"size": MOST_AT_ONCE, "_source": False, "query": {"bool": {"filter": filters}}}
    answer = await ask(server, "POST", f"/{INDEX}/_search", orjson.dumps(query), impatience())
    hits = answer.body["hits"]["hits"]
    if not hits:
        raise TriageError(f"nothing was given up for a channel {channel!r}; `harmattan alerts channels` lists them")
    # as if it were new, so that it has another day
    again = orjson.dumps({"doc": {
        "state": "pending", "created": now.isoformat(), "due": now.isoformat(), "attempts": 0, "error": None,
    }})
    operations = [Operation(orjson.dumps({"update": {"_id": hit["_id"]}}), again) for hit in hits]
    await bulk(server, INDEX, operations, impatience())
    return len(hits)


def _moment(found: dict[str, Any]) -> datetime | None:
    text = found.get("value_as_string")
    return datetime.fromisoformat(text) if text else None
