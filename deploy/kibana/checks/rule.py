"""Group 8: the rule can be made, and finds an alert. The first by its body alone, the second on the server."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from deploy.kibana.checks.finding import Finding, Parsed, unpacked

MOST_GROUPS = 1000
_SECONDS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
_WHERE = "rule"


def check(rule: Parsed) -> list[Finding]:
    """What Kibana's rule API would refuse, and what would let an alert slip through."""
    return [Finding(_WHERE, what) for what in _wrong(rule)]


def _wrong(rule: Parsed) -> Iterator[str]:
    params = rule["params"]
    asked = unpacked(params.get("esQuery"))
    if not isinstance(asked, dict):
        yield "esQuery is no string of JSON"
    elif not asked.get("query"):
        yield "esQuery has no query"
    if params.get("groupBy") != "top" or not params.get("termField"):
        yield "it is not grouped by a field: one alert for all stories"
    if not 0 < params.get("termSize", 0) <= MOST_GROUPS:
        yield f"termSize must be 1 to {MOST_GROUPS}"
    if not params.get("timeField") or not params.get("index"):
        yield "it says no index or no timeField"
    window = _SECONDS.get(params.get("timeWindowUnit"), 0) * params.get("timeWindowSize", 0)
    if window <= _interval(rule["schedule"]["interval"]):
        yield "its window is not longer than its interval: what comes in between is never seen"
    if (params.get("threshold"), params.get("thresholdComparator")) != ([0], ">"):
        yield "its threshold is not one document"


def _interval(text: str) -> int:
    found = re.fullmatch(r"(\d+)([smhd])", text)
    return int(found[1]) * _SECONDS[found[2]] if found else 0


def body(rule: Parsed, since: str) -> dict[str, Any]:
    """The search that the rule makes, over everything since then instead of its window."""
    params = rule["params"]
    asked = unpacked(params["esQuery"])["query"]
    return {
        "size": 0,
        "track_total_hits": True,
        "query": {"bool": {"filter": [asked, {"range": {params["timeField"]: {"gte": since, "lte": "now"}}}]}},
        "aggs": {"groups": {"terms": {"field": params["termField"], "size": params["termSize"]}}},
    }


def wrong(answer: Parsed) -> list[Finding]:
    """What is wrong with the answer over alerts that it should find."""
    if not answer["hits"]["total"]["value"]:
        return [Finding(_WHERE, "finds none of the alerts")]
    if not answer["aggregations"]["groups"]["buckets"]:
        return [Finding(_WHERE, "finds alerts but no story to group them by: Kibana would say nothing")]
    return []
