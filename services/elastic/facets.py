"""Fields that articles and alerts are counted and filtered by, flat for what cannot see into nested objects. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

# kind of an entity -> the field with the names of that kind
NAME_FIELDS = {"person": "people", "organisation": "organisations", "place": "places"}


def coup_facets(coups: Iterable[dict[str, Any]]) -> dict[str, list[str]]:
    """Each event, type, status and event:status of these coup mentions once, in order of appearance."""
    coups = list(coups)
    return {
        "coup_events": _unique(coup["event"] for coup in coups),
        "coup_types": _unique(coup["type"] for coup in coups),
        "coup_statuses": _unique(coup["status"] for coup in coups),
        "coup_event_status": _unique(f"{coup['event']}:{coup['status']}" for coup in coups),
    }


def _unique(values: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(values))
