"""Fields that articles and alerts are counted and filtered by. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

# kind of an entity -> the field with the names of that kind
NAME_FIELDS = {"person": "people", "organisation": "organisations", "place": "places"}
# what is known of a coup mention -> the field with it, of all mentions of an article or alert
COUP_FIELDS = {"event": "coup_events", "type": "coup_types", "status": "coup_statuses"}


def coup_facets(coups: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """Each event, type, status and event:status of these coup mentions once, in order of appearance."""
    coups = list(coups)
    return {
        **{field: _unique(coup[name] for coup in coups) for name, field in COUP_FIELDS.items()},
        "coup_event_status": _unique(f"{coup['event']}:{coup['status']}" for coup in coups),
    }


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
