"""Documents that are too old go, by delete-by-query: an ILM is not needed, and often not there.

The sums of `harmattan status` must add up afterwards too. So what is going to be deleted is counted first, by stream
and outcome, and the count is kept in an index of its own; only then is it deleted. A run that is killed is
finished by the next one, which finds the count and does not count again. One boundary a day: midnight, UTC.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import orjson

from services.elastic.bulk import Patience, ask
from services.elastic.migrate import current, old_versions
from services.elastic.server import Server
from services.pipeline import (
    ALERTS_INDEX,
    ARRIVALS_INDEX,
    ARTICLES_INDEX,
    DEAD_INDEX,
    DELIVERIES_INDEX,
    EXPIRED_INDEX,
    STORIES_INDEX,
    Index,
)
from services.runtime.settings import Connections

# Deleted by one request: about a second, so that searches and writes go on between.
AT_ONCE = 2000


def keeps(settings: Connections) -> dict[Index, timedelta]:
    """How long each index keeps its documents; what is kept for ever is not in it."""
    days = {
        ARTICLES_INDEX: settings.keep_articles,
        ARRIVALS_INDEX: settings.keep_articles,
        STORIES_INDEX: settings.keep_stories,
        ALERTS_INDEX: settings.keep_alerts,
        DELIVERIES_INDEX: settings.keep_alerts,
        DEAD_INDEX: settings.keep_dead,
    }
    return {index: timedelta(days=number) for index, number in days.items() if number}


async def expire(
    server: Server, index: Index, keep: timedelta, now: datetime, patience: Patience, prefix: str = ""
) -> int:
    """Deletes what is older than `keep`; returns how many documents. Does nothing while the index is being migrated."""
    alias = prefix + index.name
    present = await current(server, alias)
    if any(name > present for name in await old_versions(server, alias)):
        return 0
    before = (now - keep).astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    query = {"range": {index.ages_by: {"lt": before.isoformat()}}}
    tally = f"/{prefix}{EXPIRED_INDEX.name}/_doc/{index.name}-{before:%Y-%m-%d}"
    noted = await ask(server, "GET", tally, None, patience, also=(404,))
    if noted.status == 404:
        counted = await _count(server, alias, query, patience)
        body = {"index": index.name, "before": before.isoformat(), "finished": False} | counted
        # another worker may have been quicker: the first count stands
        path = f"{tally}?op_type=create&refresh=true&require_alias=true"
        await ask(server, "PUT", path, orjson.dumps(body), patience, also=(409,))
    elif noted.body["_source"]["finished"]:
        return 0
    deleted = await _delete(server, alias, query, patience)
    done = orjson.dumps({"doc": {"finished": True}})
    path = tally.replace("/_doc/", "/_update/") + "?refresh=true&retry_on_conflict=3"
    await ask(server, "POST", path, done, patience)
    return deleted


async def _count(server: Server, alias: str, query: Mapping[str, Any], patience: Patience) -> dict[str, Any]:
    """What is going: all documents, and those that stand for a record of articles.raw, by stream and outcome."""
    await ask(server, "POST", f"/{alias}/_refresh", None, patience)
    documents = (await ask(server, "POST", f"/{alias}/_count", orjson.dumps({"query": query}), patience)).body["count"]
    by = [{name: {"terms": {"field": name, "missing_bucket": True}}} for name in ("stream", "outcome", "error")]
    body = {
        "size": 0,
        # item 0 stands for its record
        "query": {"bool": {"filter": [query, {"term": {"item": "0"}}]}},
        "aggs": {"counts": {"composite": {"size": 1000, "sources": by}}},
    }
    answer = (await ask(server, "POST", f"/{alias}/_search", orjson.dumps(body), patience)).body
    buckets = answer["aggregations"]["counts"]["buckets"]
    return {
        "documents": documents, "counts": [bucket["key"] | {"count": bucket["doc_count"]} for bucket in buckets],
    }


async def _delete(server: Server, alias: str, query: Mapping[str, Any], patience: Patience) -> int:
    deleted = 0
    body = orjson.dumps({"query": query, "max_docs": AT_ONCE})
    while True:
        path = f"/{alias}/_delete_by_query?conflicts=proceed&refresh=true"
        gone = int((await ask(server, "POST", path, body, patience)).body["deleted"])
        deleted += gone
        if not gone:
            return deleted
