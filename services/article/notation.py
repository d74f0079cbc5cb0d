"""A date as people write it to the day, time and zone that it names. Knows no clock: what is not said stays unsaid.

dateparser and dateutil are not used: both complete half dates from today's, read 07/08 or `sept.` by the wrong
language, and cost milliseconds (see tests/article/test_dates.py for the samples).
"""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from typing import Literal, NamedTuple

from services.article.mojibake import repair
from services.article.months import ALSO_WEEKDAYS, FILLERS, MONTHS, ZONES, fold, join_names
from services.article.zones import placed, without_place

Unread = Literal["no_day", "unreadable"]

LONGEST = 100
_MONTH_FIRST = frozenset(("en", "und", "zh", "ja", "ko", "hu"))  # or not sure to be day first
_MAX_OFFSET = timedelta(hours=14)
_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?(?:e\+?\d{1,2})?")
_ASIDE = re.compile(r"\[[^\]]*\]|[()،,;|\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]")
_NUMERIC = re.compile(r"(?<![\d:])(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?!\d)")
_MONTH_AND_YEAR = re.compile(r"(?:\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{4}|\d{4}|(?:19|20)\d\d(?:0[1-9]|1[0-2]))")
_OF_THE_DAY = r"na (?:safe|safiya|asuba|rana|yamma|dare)\b"
_TIME = re.compile(
    r"(?<![\d.])(\d{1,2})(?:\s?:\s?|\s?h\s?|\.)(\d\d)(?:(?:\s?:\s?|\s?(?:min|m)\s?)(\d{1,2})(?:[.,]\d{1,9})?(?:\s?s\b)?)?"
    r"(?!\.?\d)\s?(?:(?P<half>[ap]\.?\s?m\b\.?|صباحا|ص\b|فجرا|مساء|م\b|ظهرا|عصرا|ليلا|بعد الظهر|قبل الظهر"
    rf"|{_OF_THE_DAY}))?"
    rf"|(?<![\d.])(\d{{1,2}})\s?(?:(?P<half2>[ap]\.?m\b\.?|{_OF_THE_DAY})|h(?=\s|$))"
)
_OFFSET = re.compile(r"\s?(?:(?:بتوقيت )?(?:gmt|utc|غرينتش|جرينتش|غرينيتش))?\s?([+-])(\d{1,2})(?::?(\d\d))?(?!\d)")
_TOKEN = re.compile(r"[^\W\d_]+|\d+")
_EVENING = ("p", "م", "ع", "ب", "na yamma")  # how p.m., م and مساء begin; afternoon, evening
_NOON = ("ظ", "na rana")
_NIGHT = ("ل", "na dare")  # before midnight and after it
# What databases and serialisers print: "20230727T010000Z", "/Date(1690419600000)/", XML Schema's "2023-07-27+01:00".
_COMPACT = re.compile(
    r"((?:19|20)\d\d)(\d\d)(\d\d)[t ]?(\d\d):?(\d\d)(?::?(\d\d)(?:\.\d{1,9})?)?\s?(z|[+-]\d\d:?\d\d)?"
)
_DOTNET = re.compile(r"\\?/date\((-?\d{6,18})(?:[+-]\d{4})?\)\\?/", re.IGNORECASE)
# ISO 8601's day of a week and day of a year
_WEEK = re.compile(r"\d{4}-?w\d\d-?[1-7](?:t.{5,30})?")
_OF_THE_YEAR = re.compile(r"(\d{4})-(\d{3})")
_DAY_AND_ZONE = re.compile(r"(\d{4})-(\d\d)-(\d\d) ?(?:z|[+-]\d\d:?\d\d)")
# Behind it stands when the page was last touched, or who wrote it; the Arabic word joins the days of two calendars.
_UPDATED = re.compile(
    r"(?:last |derni[eè]re )?(?:updated|modified|mise? à jour|modifié)\b|آخر تحديث"
    r"|(?<=[\d\s|,-])(?:by|par|daga|بقلم)\s",
    re.IGNORECASE,
)
_DASH = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"))
_DOTTED = re.compile(r"\b(t)\.(u)\b\.?|\b([a-z])\.([a-z])\.([a-z])\b\.?")  # "T.U.", "W.A.T."
_THE_SAME_DAY = "الموافق"
# A day of the Islamic calendar, which stands beside one of ours: no year of ours that is told is 1400 to 1479.
_HIJRI = re.compile(
    r"(?:(?<!\d)\d{1,2}[\s-]*(?:[^\W\d_]{2,12}[\s،,-]*){1,3}14[0-7]\d|14[0-7]\d[/-]\d{1,2}[/-]\d{1,2}"
    r"|\d{1,2}[/-]\d{1,2}[/-]14[0-7]\d)(?!\d)\s*(?:هـ?|هجر[يى]ة?|A\.?H\.?|H\b)?(?![^\W\d_])"
)


class Reading(NamedTuple):
    """`time` is naive where no zone was named, and midnight where `has_time` is false."""

    time: datetime
    has_time: bool = True


def read_notation(text: str, language: str) -> Reading | Unread:
    """What `text` says. The right day or none: an ambiguous one is unreadable, a missing one is not made up.

    `language` decides between 7 August and 8 July; ISO dates never depend on it.
    """
    text = text.strip()
    # behind the day "T" or a space: Python takes the sign of an offset for one too, and the offset for the time
    if len(text) >= 10 and text[4] == text[7] == "-" and text[10:11] in ("", "T", "t", " "):
        try:
            return _sane(Reading(datetime.fromisoformat(text), len(text) > 10))
        except ValueError:
            pass
    return "unreadable" if len(text) > LONGEST else _read_slowly(text, language)


@lru_cache(maxsize=4096)
def _read_slowly(text: str, language: str) -> Reading | Unread:
    if not text.isascii():
        text = repair(text)[0]
    text = html.unescape(text) if "&" in text else text
    reading = _read_one(text, language)
    if reading != "unreadable":
        return reading
    if _THE_SAME_DAY in text:
        found = [one for part in text.split(_THE_SAME_DAY) if isinstance(one := _read_one(part, language), Reading)]
        return found[0] if len(found) == 1 else reading
    western = _western(text)
    if "14" in western and (ours := _HIJRI.sub(" ", western).strip(" -/|–—،,()")) != western and ours:
        return _read_one(ours, language)
    if (again := _UPDATED.search(text)) and again.start():
        return _read_one(text[: again.start()], language)
    return reading


def _read_one(text: str, language: str) -> Reading | Unread:
    if stamp := _DOTNET.fullmatch(text):
        return _from_number(stamp[1])
    text, place = without_place(text)
    folded = fold(_western(text)).translate(_DASH)
    plain = join_names(" ".join(_ASIDE.sub(" ", _DOTTED.sub(_undotted, folded)).split()))
    try:
        if _NUMBER.fullmatch(plain):
            return _from_number(plain)
        reading = _from_parts(plain) or _sane(_from_words(plain, language))
    except (ValueError, OverflowError):
        return "unreadable"
    if place and isinstance(reading, Reading) and reading.has_time and reading.time.tzinfo is None:
        return Reading(placed(reading.time, place))
    return reading


def _undotted(match: re.Match[str]) -> str:
    return "".join(filter(None, match.groups()))


def _from_parts(text: str) -> Reading | None:
    """Dates without words whose parts stand where a machine puts them. Raises ValueError for the 31st of a June."""
    if match := _DAY_AND_ZONE.fullmatch(text):
        return Reading(datetime(int(match[1]), int(match[2]), int(match[3])), has_time=False)
    if _WEEK.fullmatch(text):
        return Reading(datetime.fromisoformat(text.upper()), "t" in text)
    if match := _OF_THE_YEAR.fullmatch(text):
        named = datetime(int(match[1]), 1, 1) + timedelta(days=int(match[2]) - 1)
        return Reading(named, has_time=False) if named.year == int(match[1]) else None
    if match := _COMPACT.fullmatch(text):
        year, month, day, hour, minute, second, zone = match.groups()
        iso = f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{(zone or '').upper()}"
        return Reading(datetime.fromisoformat(iso))
    return None


def _western(text: str) -> str:
    """Digits of every script as 0 to 9."""
    return text if text.isascii() else "".join(str(int(char)) if char.isdecimal() else char for char in text)


def _sane(reading: Reading | Unread) -> Reading | Unread:
    if isinstance(reading, Reading):
        offset = reading.time.utcoffset()
        if offset is not None and abs(offset) > _MAX_OFFSET:
            return "unreadable"
    return reading


def _from_number(text: str) -> Reading | Unread:
    """Seconds, milli-, micro- or nanoseconds since 1970, told by their size; or the digits of a date run together."""
    if _MONTH_AND_YEAR.fullmatch(text):
        return "no_day"
    if text[:2] in ("19", "20") and len(text) in (8, 12, 14) and text.isdigit():
        form = "%Y%m%d%H%M%S"[: {8: 6, 12: 10, 14: 12}[len(text)]]
        return Reading(datetime.strptime(text, form), len(text) > 8)  # naive: names no zone
    number = float(text)
    for limit, unit in ((1e11, 1.0), (1e14, 1e3), (1e17, 1e6), (1e20, 1e9)):
        if abs(number) < limit:
            return Reading(datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=number / unit))
    return "unreadable"


def _from_words(text: str, language: str) -> Reading | Unread:
    if _MONTH_AND_YEAR.fullmatch(text):
        return "no_day"
    day: tuple[int, int, int] | None = None
    numeric = _NUMERIC.search(text)
    if numeric:
        day = _numeric_day(numeric, language)
        if day is None:
            return "unreadable"
        text = f"{text[: numeric.start()]} {text[numeric.end() :]}"
    clock = _TIME.search(text)
    minutes: int | None = None
    if clock:
        offset = _OFFSET.match(text, clock.end())
        if offset:
            minutes = (int(offset[2]) * 60 + int(offset[3] or 0)) * (1 if offset[1] == "+" else -1)
        text = f"{text[: clock.start()]} {text[(offset or clock).end() :]}"
    rest = _Rest.of(_TOKEN.findall(text))
    if rest is None:
        return "unreadable"
    if minutes is None and clock:
        minutes = rest.zone
    if day is None:
        if rest.month is not None and rest.year is not None and rest.day is None:
            return "no_day"
        if rest.day is None or rest.month is None or rest.year is None:
            return "unreadable"
        day = rest.year, rest.month, rest.day
    elif rest.month is not None or rest.day is not None or rest.year is not None:
        return "unreadable"
    time = datetime(*day, tzinfo=None if minutes is None else timezone(timedelta(minutes=minutes)))
    return Reading(time + _clock_time(clock), True) if clock else Reading(time, False)


def _numeric_day(match: re.Match[str], language: str) -> tuple[int, int, int] | None:
    first, second, third = int(match[1]), int(match[3]), int(match[4])
    if len(match[1]) == 4 and len(match[4]) <= 2:
        return first, second, third
    if len(match[1]) <= 2 and len(match[4]) == 2:
        return _short_day(match, language)
    if len(match[4]) != 4 or len(match[1]) > 2:
        return None
    # Dots are day first in every language that uses them; a 13th month settles the rest.
    if match[2] == "." or second == first or first > 12:
        return third, second, first
    if second > 12:
        return third, first, second
    return None if language in _MONTH_FIRST else (third, second, first)


def _short_day(match: re.Match[str], language: str) -> tuple[int, int, int] | None:
    """With two digits of the year, which stand at the end where dots do or where the language has them there."""
    first, second, year = int(match[1]), int(match[3]), _whole_year(int(match[4]))
    if match[2] == "/" and second > 12:
        return year, first, second
    return (year, second, first) if match[2] == "." or (match[2] == "/" and language not in _MONTH_FIRST) else None


def _whole_year(year: int) -> int:
    """Of two digits, as RFC 2822 has it."""
    return year + (2000 if year < 50 else 1900)


def _clock_time(match: re.Match[str]) -> timedelta:
    hour = int(match[1] or match[5])
    half = match["half"] or match["half2"]
    if half and 1 <= hour <= 12:
        hour %= 12
        if half.startswith(_EVENING) or (half.startswith(_NOON) and hour < 6) or (half.startswith(_NIGHT) and hour > 5):
            hour += 12
    minute, second = int(match[2] or 0), min(int(match[3] or 0), 59)
    if hour > 24 or minute > 59 or (hour == 24 and (minute or second)):
        raise ValueError("no such time")
    return timedelta(hours=hour, minutes=minute, seconds=second)


class _Rest(NamedTuple):
    """What words and lone numbers say once a numeric date and the time are taken out."""

    day: int | None
    month: int | None
    year: int | None
    zone: int | None

    @classmethod
    def of(cls, tokens: list[str]) -> _Rest | None:
        """None where a word is unknown or two contradict each other."""
        month: int | None = None
        month_at = 0
        zone: int | None = None
        numbers: list[tuple[int, str]] = []
        for at, token in enumerate(tokens):
            if token.isdigit():
                numbers.append((at, token))
            elif token in MONTHS:
                if month is None or tokens[month_at] in ALSO_WEEKDAYS:
                    month, month_at = MONTHS[token], at
                elif MONTHS[token] != month and token not in ALSO_WEEKDAYS:
                    return None
            elif token in ZONES:
                zone = ZONES[token] if zone is None else zone
            elif token not in FILLERS:
                return None
        years = [number for _, number in numbers if len(number) == 4]
        days = [(at, number) for at, number in numbers if len(number) <= 2]
        if not years and len(days) == 2 and days[0][0] < month_at < days[1][0] and len(days[1][1]) == 2:
            # RFC 822 wrote two digits of the year, always behind the month
            return cls(int(days[0][1]), month, _whole_year(int(days[1][1])), zone)
        if len(years) > 1 or len(days) > 1 or len(years) + len(days) != len(numbers):
            return None
        return cls(int(days[0][1]) if days else None, month, int(years[0]) if years else None, zone)
