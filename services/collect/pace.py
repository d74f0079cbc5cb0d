"""How often a source is asked: busy ones often, quiet ones rarely, failing ones less and less. Pure.

Times are milliseconds since the epoch, intervals seconds. What feeds say of their pace themselves (ttl, updatePeriod)
is mostly what their software came with: what counts is how often they have news, and what their servers say.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from schemas.source_state import SourceState

SLOWEST_RETRY_S = 6 * 3600
LONGEST_RETRY_AFTER_S = 24 * 3600
# what a server that says "too many requests" and no more is given
TOO_MANY_S = 900
LONGEST_MAX_AGE_S = 1800
# Of a page that could not be had: after 5 and 20 minutes, then 80, then five hours. Then its article stays a summary.
PAGE_TRIES = 5
_FIRST_PAGE_RETRY_S = 300
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,9})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pace:
    """Bounds of the interval between two polls, and where a source begins that says nothing."""

    shortest: int = 120
    longest: int = 7200
    first: int = 900

    def bounded(self, seconds: float) -> int:
        return int(min(max(seconds, self.shortest), self.longest))


def interval_after(state: SourceState, news: int, pace: Pace) -> int:
    """Half as long where there was news, half as long again where there was none."""
    return pace.bounded(state.interval / 2 if news else state.interval * 1.5)


def next_poll(state: SourceState, interval: int, headers: Mapping[str, str], now: int) -> int:
    """When to ask again after a success; an answer that is kept in caches cannot be newer before it leaves them."""
    found = _MAX_AGE.search(headers.get("cache-control", ""))
    kept = min(int(found[1]), LONGEST_MAX_AGE_S) if found else 0
    # a few percent earlier or later, so that sources added together do not stay together
    spread = (sum(state.id.encode()) + 37 * state.polls) % 11 - 5
    return now + max(interval * (100 + spread) // 100, kept) * 1000


def retry(fails: int, interval: int, status: int, headers: Mapping[str, str], now: int) -> int:
    """When to ask again after the `fails`-th failure in a row."""
    wait: int = min(interval * 2 ** min(fails, 10), SLOWEST_RETRY_S)
    return now + max(wait, wished(status, headers, now)) * 1000


def wished(status: int, headers: Mapping[str, str], now: int) -> int:
    """The seconds for which a server that did not answer well wants to be left alone."""
    least = TOO_MANY_S if status == 429 else 0
    return max(least, min(retry_after(headers, now), LONGEST_RETRY_AFTER_S))


def page_retry(asked: int, wait_s: int, now: int) -> int | None:
    """When to ask again for a page that could not be had for the `asked`-th time; None where it was often enough."""
    if asked >= PAGE_TRIES:
        return None
    wait: int = _FIRST_PAGE_RETRY_S * 4 ** max(asked - 1, 0)
    return now + max(wait, min(wait_s, LONGEST_RETRY_AFTER_S)) * 1000


def retry_after(headers: Mapping[str, str], now: int) -> int:
    """The seconds of Retry-After, whether it has seconds or a date; 0 where there is none or it is in the past.

    A date is compared with the server's own clock, if it says its time.
    """
    value = headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return int(value[:9])
    then, there = _date(value), _date(headers.get("date", ""))
    if then is None:
        return 0
    base = there or datetime.fromtimestamp(now / 1000, UTC)
    return max(0, int((then - base).total_seconds()))


def is_past(stamp: str | None, then: int) -> bool:
    """Whether a time as ISO 8601 has it is before that one."""
    try:
        found = datetime.fromisoformat(stamp or "")
    except ValueError:
        return False
    return found.tzinfo is not None and found.timestamp() * 1000 < then


def is_later(date: str | None, then: int | None) -> bool:
    """Whether a date of a header is after that time."""
    found = _date(date or "")
    return found is not None and then is not None and found.timestamp() * 1000 > then


def _date(value: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(value)
    except (ValueError, TypeError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def delay_s(state: SourceState, now: int) -> float:
    """Seconds until the source is due. Never more than was planned when it was last asked, so that a clock which was
    ahead then, or is behind now, delays nothing."""
    if state.next is None:
        return 0.0
    planned = state.next - (state.polled if state.polled is not None else now)
    return max(0, min(state.next - now, max(planned, 0))) / 1000
