"""Saved searches: what an analyst opens in Discover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from deploy.kibana.fields import elastic_type, shown
from deploy.kibana.kinds.data_views import ALERTS, ARRIVALS, DEAD_LETTERS, DataView
from deploy.kibana.saved_object import Reference, SavedObject, packed
from schemas.crisis import Crisis
from services.runtime.dead_letters import EMPTY

_INDEX = "kibanaSavedObjectMeta.searchSourceJSON.index"
# Discover opens on the last fifteen minutes, which would show a newcomer nothing.
_SINCE = {"from": "now-90d", "to": "now"}


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """One saved search, the newest first; `query` is KQL, `breakdown` colours the bars above the table."""

    id: str
    title: str
    description: str
    view: DataView
    query: str
    columns: tuple[str, ...]
    breakdown: str | None = None
    first_by: str | None = None

    def reference(self, name: str) -> Reference:
        """How a dashboard refers to it."""
        return Reference("search", self.id, name)


_ARTICLE_COLUMNS = ("title", "source", "language", "coup_event_status", "people", "published", "url")

NEW_MENTIONS = SavedSearch(
    "harmattan-new-coup-mentions", "All new coup mentions",
    "Every article that mentions a coup, whatever it says of it, as it arrived; undated ones too.",
    ARRIVALS, "coup_events : *", _ARTICLE_COLUMNS, breakdown="coup_statuses",
)
ASSERTED = SavedSearch(
    "harmattan-asserted-coup-mentions", "Coup mentions: asserted only",
    "Articles that tell a coup as a fact; what is denied, feared, planned or long past is left out.",
    ARRIVALS, "coup_statuses : asserted", _ARTICLE_COLUMNS,
)
BY_LANGUAGE = SavedSearch(
    "harmattan-coup-mentions-by-language", "Coup mentions by language",
    "The same mentions, one language after the other.",
    ARRIVALS, "coup_events : *", ("language", *(name for name in _ARTICLE_COLUMNS if name != "language")),
    breakdown="language", first_by="language",
)
DEAD = SavedSearch(
    "harmattan-dead-letters", "Dead letters",
    "Records that could not become a document, and why; `harmattan dead replay` gives one a second chance.",
    DEAD_LETTERS, f"not error : {EMPTY}", ("service", "error", "reason", "topic", "id"), breakdown="error",
)
LATEST_ALERTS = SavedSearch(
    "harmattan-latest-alerts", "Latest alerts",
    "What the desk was told, with its evidence and its link.",
    ALERTS, "crisis : *", ("headline", "quote", "source", "language", "coup_event_status", "url"),
    breakdown="severity",
)

SAVED_SEARCHES = (NEW_MENTIONS, ASSERTED, BY_LANGUAGE, DEAD, LATEST_ALERTS)


def objects(_crises: Sequence[Crisis]) -> list[SavedObject]:
    """All saved searches; they are the same for every crisis."""
    return [_object(search) for search in SAVED_SEARCHES]


def _object(search: SavedSearch) -> SavedObject:
    view = search.view
    attributes = {
        "title": search.title,
        "description": search.description,
        "columns": shown(view.title, *search.columns),
        "sort": _sort(search),
        "grid": {},
        "hideChart": False,
        "isTextBasedQuery": False,
        "timeRestore": True,
        "timeRange": _SINCE,
        "kibanaSavedObjectMeta": {"searchSourceJSON": packed({
            "query": {"query": search.query, "language": "kuery"},
            "filter": [],
            "highlightAll": True,
            "version": True,
            "indexRefName": _INDEX,
        })},
    }
    if search.breakdown:
        elastic_type(view.title, search.breakdown)
        attributes["breakdownField"] = search.breakdown
    return SavedObject("search", search.id, attributes, (view.reference(_INDEX),))


def _sort(search: SavedSearch) -> list[list[str]]:
    newest = [search.view.time, "desc"]
    return [[search.first_by, "asc"], newest] if search.first_by else [newest]
