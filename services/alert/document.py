"""The alert's document, which is its memory: what was claimed, decided and delivered, and what is still to do. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from schemas.alert import Alert
from schemas.notice import Notice
from services.elastic.facets import NAME_FIELDS, coup_facets
from services.triage.decide import Decision

# Long enough for a slow broker, short enough that a killed worker's alert is late by seconds.
LEASE = timedelta(seconds=30)

TOPIC, CHANNELS = "topic", "channels"
"""What is to do of a new alert: put it on the topic, then hand it to the channels or decide that it waits."""


def document(alert: Alert, now: datetime) -> dict[str, Any]:
    """A new alert, claimed by the worker that writes it: everything still to do."""
    source = alert.model_dump(mode="json", exclude_none=True)
    source["entity_ids"] = [entity.id for entity in alert.entities]
    source["entity_names"] = [entity.name for entity in alert.entities]
    for kind, field in NAME_FIELDS.items():
        source[field] = [entity.name for entity in alert.entities if entity.kind == kind]
    source |= coup_facets(source["coups"])
    return source | {
        "indexed": now.isoformat(),
        "pending": [TOPIC, CHANNELS],
        "delivered": [],
        "triage": "open",
        "lease_until": (now + LEASE).isoformat(),
    }


def decided(decision: Decision, now: datetime) -> dict[str, Any]:
    """The fields that change when it is on the topic and it is known what becomes of it.

    Written before the channels get it: whoever takes over from a killed worker keeps to what was decided.
    """
    fields: dict[str, Any] = {
        "delivered": [TOPIC], "pending": [CHANNELS] if decision.how == "now" else [],
        "decision": decision.how, "decision_why": decision.why, "decided": now.isoformat(),
    }
    if decision.until:
        fields["release_at"] = decision.until.isoformat()
    if decision.throttled:
        fields["throttled"] = decision.throttled
    return fields


def handed_over(notice_id: str) -> dict[str, Any]:
    """The fields that change when the channels have it to deliver: nothing is left to do here."""
    return {"pending": [], "notice": notice_id}


def notice(alert: Alert, throttled: int, now: datetime) -> Notice:
    """What the channels get of a single alert."""
    return Notice(
        id=alert.id, kind="alert", crisis=alert.crisis, created=now, alerts=(alert,), throttled=throttled
    )
