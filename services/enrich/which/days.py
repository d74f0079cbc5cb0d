"""Coups of a text without a date that are told by day and month alone: on 17 September soldiers took the palace."""

from __future__ import annotations

import re
from typing import Final

from services.enrich.read.candidate import TELLING, Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.definite import is_definite
from services.enrich.read.headline import weights
from services.enrich.read.reading import Reading
from services.enrich.which.plural import is_plural

# So near before a month stands its day, and so near behind.
DAY: Final = 16
_BEFORE = re.compile(rb"(?<![0-9])([0-3]?[0-9])(?:er|st|nd|rd|th)?(?: [a-z]{2,5}){0,2} $")
_BEHIND = re.compile(rb" ([0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9])")
_INSIDE = re.compile(rb"([0-3]?[0-9]) [a-z]")
# So near behind a coup stands its day; what was done on one may be told far behind it, where it opens the sentence.
OF: Final = 24
OPENING: Final = 24
# So far before a coup begins who made it.
MADE: Final = 56
# And behind its day the year that says more.
YEAR: Final = 8
# A coup is told by the day on which it began, or the one after.
GRACE: Final = 1


def of_its_day(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The one coup of a country on the day and month that date a mention, where no year does.

    On 17 September the guard of Burkina Faso said that it had taken power. | the coup of 15 October. But not: the coup
    of 17 September 2015; on 17 September, since the coup; nor in a text with a date, which says the year.
    """
    if clock.published is not None or candidate.rule not in TELLING:
        return []
    start, end = reading.sentence(candidate.start)
    near = max(start, candidate.start - DAY), min(end, candidate.end + OF + YEAR)  # of another year: since 1990
    if start not in reading.dating or reading.all_years_in(*near) or is_plural(candidate, reading):
        return []
    days = _days(candidate, reading, start, end)
    lands = {c for _, _, c in reading.countries_in(start, end)} & reading.crises.by_country.keys()
    if days and not lands:
        scores = weights(reading)
        lands = {max((c for c in scores if c in reading.crises.by_country), key=lambda c: scores[c], default="")}
    known = [e for land in lands for e in reading.crises.by_country.get(land, ())]
    found = [e.id for e in known if any(e.date.month == m and 0 <= d - e.date.day <= GRACE for m, d in days)]
    return found if len(found) == 1 else []


def _days(candidate: Candidate, reading: Reading, start: int, end: int) -> list[tuple[int, int]]:
    """Month and day that stand right behind a coup, or at the beginning of a sentence before what was done."""
    key, out = reading.key, []
    since = reading.crises.phrases.since.search(key, max(start, candidate.start - DAY), candidate.start)
    for at, month in reading.months_in(start, end).items():
        found = day_of(at, reading, start)
        if found is None or not month:
            continue
        first, day, last = found
        near = candidate.end <= first + 1 <= candidate.end + OF
        # the 15 October coup; يوم 17 سبتمبر استيلاءهم على السلطة
        near = near or at < candidate.start <= max(key.find(b" ", at), last) + 1
        done = first <= start + OPENING and at < candidate.start and _is_done(candidate, reading, last)
        if near or (done and not since):
            out.append((month, day))
    return out


def _is_done(candidate: Candidate, reading: Reading, day: int) -> bool:
    """Is it told what soldiers did, if by that word? On 22 March officers staged a coup; toppled him in a coup.

    But not: on 22 March the head of the coup met envoys; the junta, which took power in a coup, met them.
    """
    if candidate.rule not in ("coup", "maybe"):
        return True
    key, start = reading.key, candidate.start
    if is_definite(candidate, reading):
        return False
    if reading.crises.times.made_it.search(key, max(day, start - MADE), start):
        return True
    deeds = reading.cues_in("overthrow", day, start) or reading.cues_in("seize", day, start)
    return bool(deeds) and key.find(b",", day, start) < 0


def day_of(month: int, reading: Reading, start: int) -> tuple[int, int, int] | None:
    """The day beside the month that is named at a place, and from where to where it stands."""
    if inside := _INSIDE.match(reading.key, month):  # 22 march, where that is one word for the month
        return month, int(inside.group(1)), inside.end()
    before = _BEFORE.search(reading.key, max(start, month - DAY), month)
    word = reading.key.find(b" ", month)
    found = before or (_BEHIND.match(reading.key, word) if word > 0 else None)
    return (found.start(), int(found.group(1)), found.end()) if found else None
