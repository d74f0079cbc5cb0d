"""Chronologies: what happened day by day, of which the last day is news to nobody."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final, NamedTuple

from services.enrich.find.entries import is_of_years
from services.enrich.read.reading import MONTH_ROLES, Reading
from services.enrich.read.recent import FRESH
from services.enrich.text.fold import fold

# So many entries make a chronology, and half of its paragraphs are such.
ENTRIES: Final = 3
# In so many letters a paragraph has told its day.
OPENING: Final = 48
# More paragraphs are not looked at.
LINES: Final = 80
_BREAK: Final = "\n\n"
# A line above the first day that says no more than what is listed is no longer, and a marked day has so many sentences.
LEAD: Final = 60
MARKED: Final = 3
_MARK = re.compile(rb".? ?:")


class Entry(NamedTuple):
    """The day that a paragraph begins with; its month is 0 where only the number stands there: Le 7, …"""

    month: int
    day: int


def is_chronology(reading: Reading, head: int, day: dt.date | None) -> bool:
    """Is it told day by day, as its headline says or its paragraphs show? `day`: that of the article.

    3-24 septembre - Niger | Le 3, … Le 7, … Le 16, … | July 26: … July 28: …; but not a report of today with older
    days below: On August 10, the bloc met. On July 26, soldiers had … On July 30, it had …
    Also year by year: 1974: … 1996: … 1999: …
    """
    if reading.title_end and reading.crises.times.span_of_days.match(reading.key, 0, head):
        return True
    if is_of_years(reading, head):
        return True
    raw = _lines(reading)
    if len(raw) >= ENTRIES and not any(map(str.isdigit, raw[0] + raw[1])):
        return False  # most articles: nothing below needs to be folded for them
    lines = [fold(line).key for line in raw]
    if _goes_by_days(lines, reading, day):
        return True
    if len(lines) < ENTRIES:
        lines = _sentences(reading, head)
    lead = 1 if lines and len(lines[0]) <= LEAD and not _entry(lines[0], reading) else 0
    return _goes_by_days(lines[lead:], reading, day, marked=True)


def _goes_by_days(lines: list[bytes], reading: Reading, day: dt.date | None, *, marked: bool = False) -> bool:
    """Do lines begin with one day after the other, the first none of the last days? `marked`: only with a colon.

    The main dates. | July 26: … | July 30: … | Aug 3: … The same in one paragraph.
    """
    first = _entry(lines[0], reading, marked=marked) if len(lines) >= ENTRIES else None
    if first is None or (day is not None and _is_of_today(first, day)):
        return False
    entries = [entry for line in lines if (entry := _entry(line, reading, marked=marked))]
    # a sentence or two may follow a day that is marked
    enough = MARKED if marked else 2
    return len(set(entries)) >= ENTRIES and enough * len(entries) >= len(lines) and _go_on(entries)


def _lines(reading: Reading) -> list[str]:
    """The beginnings of its first paragraphs below the headline."""
    start = max(0, reading.text.find(_BREAK)) if reading.title_end else 0
    lines = reading.text[start:].split("\n", LINES)[:LINES]
    return [line[: LEAD + 1] for line in lines if line.strip()]


def _sentences(reading: Reading, head: int) -> list[bytes]:
    """The same of its first sentences."""
    starts = [at for at in reading.sentence_starts if at >= head][:LINES]
    places = (reading.sentence(at) for at in starts)
    return [reading.key[start : min(end, start + LEAD + 1)] for start, end in places]


def _entry(line: bytes, reading: Reading, *, marked: bool = False) -> Entry | None:
    found = reading.crises.times.entry.match(line, 0, OPENING)
    if found is None or (marked and not _MARK.match(line, found.end() - 1)):
        return None
    month = _number(found["month"] or found["first"], reading)
    return Entry(month, int(found["day"] or found["second"] or found["alone"]))


def _number(name: bytes | None, reading: Reading) -> int:
    """The number of a month, as far as the cues of the text know it."""
    if name is None:
        return 0
    for number, role in enumerate(MONTH_ROLES, 1):
        if any(name in reading.key[hit.start : hit.end] for hit in reading.cue(role)):
            return number
    return 0


def _is_of_today(entry: Entry, day: dt.date) -> bool:
    return entry.month in (0, day.month) and 0 <= day.day - entry.day <= FRESH


def _go_on(entries: list[Entry]) -> bool:
    """Do the days follow each other, up to a new year?"""
    month, day = entries[0]
    for entry in entries[1:]:
        following = entry.month or month
        if following == month and entry.day < day:
            return False
        if following < month and month - following < NEW_YEAR:
            return False
        month, day = following, entry.day
    return True


# From December to January the numbers of months go back by so many, or a few less.
NEW_YEAR: Final = 9
