"""Quiet hours and digests as moments in time. Pure.

All is told in moments: a wall-clock time that a change of the clocks skips is the moment after the gap, and one that
comes twice is its first, so a night of 25 hours has one beginning and one end.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from schemas.delivery import DAYS, DeliveryPolicy, Digest, QuietHours

DAY = timedelta(days=1)
LONGEST_QUIET = 8 * DAY


def quiet_until(policy: DeliveryPolicy, now: datetime) -> datetime | None:
    """The moment at which the quiet hours around `now` end, or None outside of them. Windows that meet are one.

    Windows that leave no gap at all are taken to end after eight days, so that nothing is held for ever.
    """
    zone, end = ZoneInfo(policy.zone), now
    while end - now < LONGEST_QUIET:
        later = max((to for hours in policy.quiet_hours if (to := _end(hours, zone, end))), default=None)
        if later is None:
            break
        end = later
    return end if end > now else None


def next_digest(digest: Digest, zone: str, now: datetime) -> datetime:
    """The first moment after `now` at which a digest is due."""
    return next(moment for moment in _digests(digest, ZoneInfo(zone), now) if moment > now)


def last_digest(digest: Digest, zone: str, now: datetime) -> datetime:
    """The last moment, not after `now`, at which a digest was due."""
    return [moment for moment in _digests(digest, ZoneInfo(zone), now) if moment <= now][-1]


def _digests(digest: Digest, zone: ZoneInfo, now: datetime) -> Iterator[datetime]:
    """Moments around now, in order."""
    if digest.every == "day":
        today = now.astimezone(zone).date()
        for days in (-2, -1, 0, 1, 2):
            yield _moment(today + days * DAY, digest.at, zone)
        return
    # zones are off by quarters of an hour, and where the clocks change by half of one the full hour moves with them
    utc = now.astimezone(UTC)
    quarter = utc.replace(minute=utc.minute - utc.minute % 15, second=0, microsecond=0)
    for step in range(-12, 13):
        moment = quarter + step * timedelta(minutes=15)
        if moment.astimezone(zone).minute == 0:
            yield moment


def _end(hours: QuietHours, zone: ZoneInfo, now: datetime) -> datetime | None:
    """The end of the window that holds `now`."""
    today = now.astimezone(zone).date()
    for day in (today - DAY, today):
        if DAYS[day.weekday()] not in hours.days:
            continue
        last = day if hours.begin < hours.end else day + DAY
        begin, end = _moment(day, hours.begin, zone), _moment(last, hours.end, zone)
        if begin <= now < end:
            return end
    return None


def _moment(day: date, at: time, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, at, zone).astimezone(UTC)
