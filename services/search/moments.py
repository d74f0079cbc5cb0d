"""Dates as an analyst types them: 2023-07-26, 26 July 2023, 3 août, 2d, yesterday, lundi. Pure: `now` is given. In UTC.

Ingest's reader of dates is for what a publisher writes and leaves open what is not said; here "26 July" is the last
one that there was, since nobody searches for news to come.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from services.article.months import MONTHS, fold, join_names

ADVICE = "write 2023-07-26, 26 July 2023, July 2023, 26/07/2023, 2d, 6h, 1w, today or yesterday"
TICK = timedelta(milliseconds=1)
DAY = timedelta(days=1)

_UNITS = {"h": timedelta(hours=1), "d": DAY, "w": timedelta(weeks=1)}
NAMED_UNITS = {
    **dict.fromkeys(("hour", "hours", "heure", "heures"), timedelta(hours=1)),
    **dict.fromkeys(("day", "days", "jour", "jours"), DAY),
    **dict.fromkeys(("week", "weeks", "semaine", "semaines"), timedelta(weeks=1)),
    **dict.fromkeys(("month", "months", "mois"), timedelta(days=30)),
    **dict.fromkeys(("year", "years", "an", "ans", "annee", "annees"), timedelta(days=365)),
}
_DAYS = {
    "today": 0, "aujourd'hui": 0, "yau": 0, "اليوم": 0,
    "yesterday": 1, "hier": 1, "jiya": 1, "امس": 1,
    "avant-hier": 2,
}
_WEEKDAYS = {
    name: number
    for number, names in enumerate((
        "monday lundi", "tuesday mardi", "wednesday mercredi", "thursday jeudi", "friday vendredi", "saturday samedi",
        "sunday dimanche",
    ))
    for name in names.split()
}
ORDINAL = re.compile(r"(\d{1,2})(?:st|nd|rd|th|er|ere|e)?")
_NUMERIC = re.compile(r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DAYS_OF_A_MONTH = re.compile(r"(?<![\d-])(\d{1,2})[-–](\d{1,2})(?![\d-])")
_SIGNS = str.maketrans({"’": "'", "ʼ": "'", ",": " ", "،": " "})


class MomentError(ValueError):
    """One line that says what can be read."""


class Moment(NamedTuple):
    """First and last moment of what was named, how many words it took, and how sure it is a date: `full` with a
    year, or relative to now."""

    first: datetime
    last: datetime
    words: int
    full: bool = True


def beginning(text: str, now: datetime) -> datetime:
    """The first moment that `text` names. Raises MomentError."""
    return whole(text, now).first


def end(text: str, now: datetime) -> datetime:
    """The last moment that `text` names: until 2023-07-26 takes in that whole day. Raises MomentError."""
    return whole(text, now).last


def whole(text: str, now: datetime) -> Moment:
    """All of `text` as one date. Raises MomentError."""
    written = split(text)
    found = read(written, now) if written else None
    if found is None or found.words != len(written):
        raise MomentError(f"cannot read the date {' '.join(text.split())[:60]!r}; {ADVICE}")
    return found


def split(text: str) -> list[str]:
    """The words of a date as `read` wants them: folded, without commas, 26-28 apart."""
    return join_names(fold(_DAYS_OF_A_MONTH.sub(r"\1 - \2", text.translate(_SIGNS)))).split()


def read(words: Sequence[str], now: datetime, year: int | None = None) -> Moment | None:
    """The date at the beginning of `words`, folded, or None. `year` is that of a day that has none of its own."""
    try:
        return _relative(words, now) or _exact(words[0]) or _in_words(words, now, year)
    except (ValueError, OverflowError):
        return None


def _exact(word: str) -> Moment | None:
    """ISO, a year, a year and a month, day/month/year."""
    if part := re.fullmatch(r"(\d{4})(?:-(\d\d))?", word):
        return _months(int(part[1]), int(part[2]) if part[2] else None, 1)
    if part := _NUMERIC.fullmatch(word):
        return _day(int(part[3]), int(part[2]), int(part[1]), 1)
    if not re.match(r"\d{4}-?\d\d-?\d\d", word):
        return None
    moment = datetime.fromisoformat(word.upper())
    moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    moment.astimezone(UTC)  # a zone may push it out of the years that there are
    only_a_day = re.fullmatch(r"\d{4}-?\d\d-?\d\d", word)
    return Moment(moment, moment + DAY - TICK if only_a_day else moment, 1)


def _relative(words: Sequence[str], now: datetime) -> Moment | None:
    word = words[0]
    if word in ("now", "maintenant"):
        return Moment(now, now, 1)
    today = _midnight(now)
    if word in _DAYS:
        return _whole_day(today - _DAYS[word] * DAY, 1)
    if ago := re.fullmatch(r"(\d{1,5})([hdw])", word):
        return _at(now - int(ago[1]) * _UNITS[ago[2]], 1)
    if len(words) >= 3 and word.isdecimal() and words[1] in NAMED_UNITS and words[2] == "ago":
        return _at(now - int(word) * NAMED_UNITS[words[1]], 3)
    if list(words[:3]) == ["il", "y", "a"] and len(words) >= 5 and words[3].isdecimal() and words[4] in NAMED_UNITS:
        return _at(now - int(words[3]) * NAMED_UNITS[words[4]], 5)
    before = 1 if word in ("last", "on", "ce", "le") and len(words) > 1 else 0
    if words[before] in _WEEKDAYS:
        days = (today.weekday() - _WEEKDAYS[words[before]]) % 7
        return _whole_day(today - (days or (7 if word == "last" else 0)) * DAY, before + 1)
    return None


def _in_words(words: Sequence[str], now: datetime, year: int | None) -> Moment | None:
    """26 July 2023, the 26th of July, July 26, 2023, July 2023, July."""
    at = 1 if words[0] in ("the", "le", "l'") and len(words) > 1 else 0
    day = ORDINAL.fullmatch(words[at])
    if day and at + 1 < len(words):
        month_at = at + 2 if words[at + 1] == "of" else at + 1
        month = MONTHS.get(_word(words, month_at))
        return _dated(words, month_at + 1, int(day[1]), month, now, year) if month else None
    month = MONTHS.get(words[at])
    if not month:
        return None
    day = ORDINAL.fullmatch(_word(words, at + 1))
    if day:
        return _dated(words, at + 2, int(day[1]), month, now, year)
    return _dated(words, at + 1, None, month, now, year)


def _dated(words: Sequence[str], at: int, day: int | None, month: int, now: datetime, year: int | None) -> Moment:
    written = _YEAR.fullmatch(_word(words, at))
    if written:
        return _of(int(written[0]), month, day, at + 1)
    found = _of(year or now.year, month, day, at)
    if year is None and found.first > now:
        found = _of(now.year - 1, month, day, at)
    return found._replace(full=False)


def _of(year: int, month: int, day: int | None, words: int) -> Moment:
    return _day(year, month, day, words) if day else _months(year, month, words)


def _word(words: Sequence[str], at: int) -> str:
    return words[at].rstrip(".") if at < len(words) else ""


def _day(year: int, month: int, day: int, words: int) -> Moment:
    return _whole_day(datetime(year, month, day, tzinfo=UTC), words)


def _months(year: int, month: int | None, words: int) -> Moment:
    last = month or 12
    until = datetime(year, last, calendar.monthrange(year, last)[1], tzinfo=UTC)
    return Moment(datetime(year, month or 1, 1, tzinfo=UTC), until + DAY - TICK, words)


def _whole_day(first: datetime, words: int) -> Moment:
    return Moment(first, first + DAY - TICK, words)


def _at(moment: datetime, words: int) -> Moment:
    return Moment(moment, moment, words)


def _midnight(now: datetime) -> datetime:
    return now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
