"""Alerts as their page shows them. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from schemas.alert import Alert
from schemas.search import AlertEntry
from services.article.link import link
from services.desk import wording
from services.desk.found import CoupTold

_NAMES = 8


@dataclass(frozen=True, slots=True)
class Noticed:
    """One alert, and what its page says of it beside its own fields."""

    alert: Alert
    url: str | None
    fired: datetime | None
    coups: tuple[CoupTold, ...]
    names: tuple[str, ...]
    delivered: tuple[str, ...]
    failed: tuple[str, ...]
    pending: tuple[str, ...]


def noticed(entry: AlertEntry) -> Noticed:
    """The alert in an entry of the archive."""
    alert = entry.alert
    return Noticed(
        alert=alert,
        url=link(alert.url),
        fired=wording.moment(entry.indexed),
        coups=tuple(dict.fromkeys(CoupTold(coup.event, coup.type, coup.status) for coup in alert.coups))[:3],
        names=tuple(entity.name for entity in alert.entities)[:_NAMES],
        delivered=entry.delivered, failed=entry.failed, pending=entry.pending,
    )
