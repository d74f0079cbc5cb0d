"""Dates as an analyst types them: 2023-07-26, 2023-07, 2d, yesterday. Pure: `now` is given. All in UTC."""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime, timedelta

_UNITS = {"h": timedelta(hours=1), "d": timedelta(days=1), "w": timedelta(weeks=1)}
_DAY = timedelta(days=1)
_TICK = timedelta(milliseconds=1)


class MomentError(ValueError):
    """One line that says what can be read."""


def beginning(text: str, now: datetime) -> datetime:
    """The first moment that `text` names. Raises MomentError."""
    return _span(text, now)[0]


def end(text: str, now: datetime) -> datetime:
    """The last moment that `text` names: until 2023-07-26 takes in that whole day. Raises MomentError."""
    return _span(text, now)[1]


def _span(text: str, now: datetime) -> tuple[datetime, datetime]:
    word = text.strip().lower()
    today = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
    days = {"today": today, "yesterday": today - _DAY}
    if word == "now":
        return now, now
    if word in days:
        return days[word], days[word] + _DAY - _TICK
    try:
        if ago := re.fullmatch(r"(\d{1,5})([hdw])", word):
            moment = now - int(ago[1]) * _UNITS[ago[2]]
            return moment, moment
        if part := re.fullmatch(r"(\d{4})(?:-(\d\d))?", word):
            return _month_or_year(int(part[1]), part[2])
        moment = datetime.fromisoformat(text.strip())
    except (ValueError, OverflowError):
        raise MomentError(
            f"cannot read the date {text[:60]!r}; write 2023-07-26, 2023-07, 2023-07-26T10:00, 2d, 6h, 1w, "
            "today or yesterday"
        ) from None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    whole_day = re.fullmatch(r"\d{4}-?\d\d-?\d\d", word)
    return moment, moment + _DAY - _TICK if whole_day else moment


def _month_or_year(year: int, month: str | None) -> tuple[datetime, datetime]:
    first = int(month) if month else 1
    last = int(month) if month else 12
    until = datetime(year, last, calendar.monthrange(year, last)[1], tzinfo=UTC)
    return datetime(year, first, 1, tzinfo=UTC), until + _DAY - _TICK
