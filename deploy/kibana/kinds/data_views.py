"""Data views: which index, and which of its dates is its time.

There are two of the articles. By publication is what a time line wants; an article without a date is in none of its
time ranges, so whoever must miss nothing looks by arrival.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deploy.kibana.fields import elastic_type
from deploy.kibana.saved_object import Reference, SavedObject, packed
from schemas.crisis import Crisis
from services.pipeline import ALERTS_INDEX, ARTICLES_INDEX, DEAD_INDEX


@dataclass(frozen=True, slots=True)
class DataView:
    """One data view; `title` is the alias, `links` are the fields that hold an address to open."""

    id: str
    name: str
    title: str
    time: str
    links: tuple[str, ...] = ()

    def reference(self, name: str) -> Reference:
        """How another object refers to it."""
        return Reference("index-pattern", self.id, name)


ARTICLES = DataView("harmattan-articles", "Articles by publication", ARTICLES_INDEX.name, "published", ("url",))
ARRIVALS = DataView("harmattan-articles-arrival", "Articles by arrival", ARTICLES_INDEX.name, "received", ("url",))
ALERTS = DataView("harmattan-alerts", "Alerts", ALERTS_INDEX.name, "indexed", ("url",))
DEAD_LETTERS = DataView("harmattan-dead", "Dead letters", DEAD_INDEX.name, "failed")

DATA_VIEWS = (ARTICLES, ARRIVALS, ALERTS, DEAD_LETTERS)
DEFAULT = ARTICLES


def objects(_crises: Sequence[Crisis]) -> list[SavedObject]:
    """All data views; they are the same for every crisis."""
    return [_object(view) for view in DATA_VIEWS]


def _object(view: DataView) -> SavedObject:
    if elastic_type(view.title, view.time) != "date":
        raise ValueError(f"the time of data view {view.id}, {view.time}, is no date")
    return SavedObject("index-pattern", view.id, {
        "title": view.title,
        "name": view.name,
        "timeFieldName": view.time,
        # Kibana reads the fields from the index itself
        "fields": "[]",
        "fieldAttrs": "{}",
        # without a format an address is plain text; Kibana opens http(s) and mailto only
        "fieldFormatMap": packed({field: {"id": "url", "params": {}} for field in view.links}),
        "runtimeFieldMap": "{}",
        "sourceFilters": "[]",
    })
