"""Publication dates: the right instant, or none with the reason. Never today's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import NamedTuple

from schemas.normalized import DateNote


class ReadDate(NamedTuple):
    """`time` is None where it could not be trusted; `received` is the date as it came."""

    time: datetime | None
    note: DateNote
    received: str | None


def read_date(text: str | None, language: str, received: datetime) -> ReadDate:
    if not text or not text.strip():
        return ReadDate(None, "missing", None)
    try:
        time = datetime.fromisoformat(text.strip())
    except ValueError:
        return ReadDate(None, "unreadable", text)
    note: DateNote = "ok"
    if time.tzinfo is None:
        time = time.replace(tzinfo=UTC)
    if time > received:
        return ReadDate(None, "future", text)
    return ReadDate(time.astimezone(UTC), note, text)
