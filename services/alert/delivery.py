"""A delivery's document: one notice on its way to one channel. Pure.

It is made with `create` under an id of notice and channel, so every restart and every worker finds the same one. An
attempt begins with a claim (compare-and-set of `due`), so one worker makes it; `due` is the lease while it lasts,
and afterwards the time of the next one.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from schemas.notice import Notice

# Longer than any attempt takes; short enough that a killed worker's notice is late by seconds.
LEASE = timedelta(seconds=30)
FIRST_PAUSE, LONGEST_PAUSE = timedelta(seconds=5), timedelta(minutes=10)
GIVE_UP_AFTER = timedelta(hours=24)


def delivery_id(notice_id: str, channel: str) -> str:
    """The same at each attempt."""
    return blake2b(f"{notice_id}\0{channel}".encode(), digest_size=16).hexdigest()


def document(notice: Notice, channel: str, now: datetime) -> dict[str, Any]:
    """A delivery that is due at once."""
    return {
        "notice": notice.id,
        "kind": notice.kind,
        "crisis": notice.crisis,
        "channel": channel,
        "state": "pending",
        "alert_ids": [alert.id for alert in notice.alerts],
        "created": now.isoformat(),
        "due": now.isoformat(),
        "attempts": 0,
        "body": notice.model_dump(mode="json", exclude_none=True),
    }


def claimed(source: dict[str, Any], now: datetime) -> dict[str, Any]:
    """The fields that change as an attempt begins."""
    return {"due": (now + LEASE).isoformat(), "tried": now.isoformat(), "attempts": source["attempts"] + 1}


def taken(now: datetime) -> dict[str, Any]:
    """The fields that change when the channel has taken it."""
    return {"state": "delivered", "delivered": now.isoformat(), "error": None}


def refused(source: dict[str, Any], reason: str, after: float, now: datetime) -> dict[str, Any]:
    """The fields that change when it has not: due again after a growing pause, or after what the channel asked for."""
    wait = max(pause(source["attempts"]), timedelta(seconds=after))
    return {"due": (now + wait).isoformat(), "error": reason[:500]}


def pause(failures: int) -> timedelta:
    """Before the next attempt, after so many failed ones."""
    doubled: timedelta = FIRST_PAUSE * 2 ** min(max(failures - 1, 0), 10)
    return min(doubled, LONGEST_PAUSE)
