"""What the articles found have in common: facets, places, counts over time. Asked for and read here. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from schemas.search import Bucket, Count, Facets, Interval, PlaceCount, Timeline

Clause = dict[str, Any]
Points = Mapping[str, tuple[float, float]]
"""Latitude and longitude of a place, by its usual name."""

FACET_FIELDS = {
    "people": "people",
    "organisations": "organisations",
    "places": "places",
    "sources": "source",
    "languages": "language",
    "events": "coup_events",
    "statuses": "coup_statuses",
}
FACET_SIZE = 12
# The map shows every place that there is; the gazetteer has some hundreds.
MAP_SIZE = 300
# A bucket for every few pixels of a time line.
MOST_BUCKETS = 60
_FIXED = {"hour": "1h", "day": "1d", "week": "1w", "month": "1M"}


def counted_by() -> Clause:
    """The `aggs` of facets and places."""
    asked: Clause = {
        name: {"terms": {"field": field, "size": FACET_SIZE}} for name, field in FACET_FIELDS.items()
    }
    # of which the facet shows the first
    return asked | by_place()


def by_place() -> Clause:
    """The `aggs` of places alone, which cost a third of that."""
    return {"places": {"terms": {"field": FACET_FIELDS["places"], "size": MAP_SIZE}}}


def over_time(interval: Interval) -> Clause:
    """The `aggs` of counts over time, which cost as much as all the others."""
    asked: Clause = (
        {"auto_date_histogram": {"field": "published", "buckets": MOST_BUCKETS}}
        if interval == "auto"
        else {"date_histogram": {"field": "published", "calendar_interval": _FIXED[interval], "min_doc_count": 1}}
    )
    asked["aggs"] = {"statuses": {"terms": {"field": "coup_statuses"}}}
    return {"timeline": asked}


def facets(answered: Mapping[str, Any]) -> Facets:
    """The facets in the `aggregations` of an answer."""
    return Facets(**{
        name: tuple(Count(value=str(bucket["key"]), count=bucket["doc_count"])
                    for bucket in answered[name]["buckets"][:FACET_SIZE])
        for name in FACET_FIELDS
    })


def places(answered: Mapping[str, Any], points: Points) -> tuple[PlaceCount, ...]:
    """Those of the places that are on the map."""
    return tuple(
        PlaceCount(name=bucket["key"], lat=points[bucket["key"]][0], lon=points[bucket["key"]][1],
                   count=bucket["doc_count"])
        for bucket in answered["places"]["buckets"]
        if bucket["key"] in points
    )


def timeline(answered: Mapping[str, Any], interval: Interval, total: int) -> Timeline:
    """The counts over time in the `aggregations` of an answer that has found `total` articles."""
    over_time = answered["timeline"]
    return Timeline(
        interval=over_time.get("interval") or _FIXED.get(interval, "1d"),
        buckets=tuple(
            Bucket(
                start=datetime.fromtimestamp(bucket["key"] / 1000, UTC),
                count=bucket["doc_count"],
                statuses={status["key"]: status["doc_count"] for status in bucket["statuses"]["buckets"]},
            )
            for bucket in over_time["buckets"]
        ),
        # an article has one date or none
        undated=total - sum(bucket["doc_count"] for bucket in over_time["buckets"]),
    )
