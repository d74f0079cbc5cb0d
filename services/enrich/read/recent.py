"""Days that are named by their dates, and are news where they are days just past."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from services.enrich.read.reading import MONTH_ROLES, Reading

# So many days back an event is news.
FRESH: Final = 3


def names_a_day(reading: Reading, start: int, end: int, day: dt.date | None) -> bool:
    """Is one of the last days named by its date: the flights ended on 3 August?"""
    if day is None:
        return False
    for past in (day - dt.timedelta(days=back) for back in range(-1, FRESH + 1)):
        number = rb"(?:0?%d|%d(?:st|nd|rd|th|er))" % (past.day, past.day)
        for month in reading.cues_in(MONTH_ROLES[past.month - 1], start, end):
            before = reading.key[max(start, month.start - 8) : month.start]
            behind = reading.key[month.end : month.end + 6]
            if re.search(rb"\b" + number + rb" (?:of )?$", before) or re.match(rb" " + number + rb"\b", behind):
                return True
    return False
