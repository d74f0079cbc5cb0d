"""Which dates are trusted: the right instant, or none and the reason. Never today's, never after the arrival."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from schemas.normalized import DateNote
from services.article.notation import Reading, read_notation

OLDEST = datetime(1990, 1, 1, tzinfo=UTC)
CLOCK_SKEW = timedelta(minutes=15)  # a publisher's clock may be that much ahead of the broker's
_EASTERNMOST = timedelta(hours=14)
_HOUR = timedelta(hours=1)
_RECEIVED_MAX = 200  # characters of what came, kept to show


class ReadDate(NamedTuple):
    """`time` (UTC) is None where it could not be trusted; `note` says why; `received` is the date as it came."""

    time: datetime | None
    note: DateNote
    received: str | None


_MISSING = ReadDate(None, "missing", None)


def read_date(text: str | None, language: str, received: datetime) -> ReadDate:
    """The instant that `text` names, if it can be read and lies between 1990 and `received`.

    A time without a zone is taken for UTC. Where it is then later than `received`, it was the local time of a place
    to the east, and the nearest whole hour that makes it possible is taken off: 14:30 received at 13:45 was 13:30,
    the hour of Niamey. A day alone is its midnight, in UTC. A time that names its zone may be ahead of `received` by as
    much as a clock goes wrong; beyond, it lies in the future.
    """
    if not text or text.isspace():
        return _MISSING
    reading = read_notation(text, language)
    shown = text.strip()[:_RECEIVED_MAX]
    if not isinstance(reading, Reading):
        return ReadDate(None, reading, shown)
    time, note = _placed(reading, received)
    if time < OLDEST:
        return ReadDate(None, "too_old", shown)
    if time > received + (CLOCK_SKEW if note == "ok" else timedelta()):
        return ReadDate(None, "future", shown)
    return ReadDate(time, note, shown)


def _placed(reading: Reading, received: datetime) -> tuple[datetime, DateNote]:
    offset = reading.time.utcoffset()
    if offset is not None:
        try:
            return reading.time.astimezone(UTC), "ok"
        except OverflowError:  # the first and the last day of the calendar
            return reading.time.replace(tzinfo=UTC), "ok"
    time = reading.time.replace(tzinfo=UTC)
    late = time - received
    if not reading.has_time:
        # Not moved: some hours earlier is another day, and a day is right or it is none.
        return time, "ok"
    if late > _EASTERNMOST or late <= timedelta():
        return time, "no_zone"
    return time + _HOUR * (-late // _HOUR), "no_zone"
