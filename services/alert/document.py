"""The alert's document, which is its memory: what was claimed, what was delivered, what is still to do. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from schemas.alert import Alert
from services.elastic.facets import NAME_FIELDS, coup_facets

# Long enough for a slow mail server, short enough that a killed worker's alert is late by seconds.
LEASE = timedelta(seconds=30)
LONGEST_PAUSE = timedelta(minutes=10)
GIVE_UP_AFTER = timedelta(hours=24)


def document(alert: Alert, channels: Iterable[str], now: datetime) -> dict[str, Any]:
    """A new alert, claimed by the worker that writes it: every channel still pending."""
    source = alert.model_dump(mode="json", exclude_none=True)
    source["entity_ids"] = [entity.id for entity in alert.entities]
    source["entity_names"] = [entity.name for entity in alert.entities]
    for kind, field in NAME_FIELDS.items():
        source[field] = [entity.name for entity in alert.entities if entity.kind == kind]
    source |= coup_facets(source["coups"])
    return source | {
        "indexed": now.isoformat(),
        "pending": list(channels),
        "delivered": [],
        "failed": [],
        "attempts": 0,
        "lease_until": (now + LEASE).isoformat(),
    }


def after_attempt(source: dict[str, Any], delivered: Iterable[str], now: datetime) -> dict[str, Any]:
    """The fields that change after trying the pending channels: what is left is due again after a growing pause."""
    done = set(delivered)
    pending = [name for name in source["pending"] if name not in done]
    attempts = source["attempts"] + 1
    changed: dict[str, Any] = {
        "pending": pending,
        "delivered": [*source["delivered"], *(name for name in source["pending"] if name in done)],
        "failed": list(source["failed"]),
        "attempts": attempts,
        "lease_until": (now + min(timedelta(seconds=5 * 2**min(attempts, 10)), LONGEST_PAUSE)).isoformat(),
    }
    if pending and now - datetime.fromisoformat(source["indexed"]) > GIVE_UP_AFTER:
        changed |= {"pending": [], "failed": [*source["failed"], *pending]}
    return changed
