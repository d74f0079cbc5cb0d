"""Coups that a life tells by everyday words and by their year: in January 1996 the army sent that cabinet home."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from schemas.crisis import Event
from services.enrich.find.acts import ARABIC
from services.enrich.find.tried import coups_of_year
from services.enrich.read.candidate import Candidate
from services.enrich.read.reading import Reading

# So near before the verb stands who did it, or behind it in Arabic, and so near behind it to whom.
DOER: Final = 48
WHOM: Final = 24
# So far before a year begins whose year it is: the soldiers of January 1996.
MEN: Final = 48
_CLAUSE_END: Final = re.compile(rb"[,;.\x01\x02]")


def coups_of_known_years(reading: Reading) -> Iterator[Candidate]:
    """In January 1996 the army sent that cabinet home. | When officers removed Mamadou Tandja in February 2010, …

    He advised the soldiers of 1996. Only in the year of the one coup of the country that is spoken of; but not: in
    2010 the army removed the mines.
    """
    seen: set[int] = set()
    for at, year in reading.dates:
        start, end = reading.sentence(at)
        done = [e for e in coups_of_year(year, start, at, reading) if not e.failed]
        if len(done) != 1:
            continue
        men = reading.crises.deeds.men_of.search(reading.key, max(start - 1, at - MEN, 0), at)
        if men:
            yield Candidate(men.start(1), at + 4, "coup", done[0].id)
        if start not in seen:
            seen.add(start)
            yield from _swept(done[0], start, end, reading)


def _swept(event: Event, start: int, end: int, reading: Reading) -> Iterator[Candidate]:
    """Where soldiers are told to be rid of a government or a ruler."""
    for verb in reading.crises.deeds.swept.finditer(reading.key, max(start - 1, 0), end):
        first = verb.start(1)
        last = verb.end() + DOER if reading.key[first] >= ARABIC else first
        if not reading.cues_in("soldiers", max(start, first - DOER), min(end, last)):
            continue
        if _has_whom(first, verb.end(), end, reading):
            yield Candidate(first, verb.end(), "overthrow", event.id)
            return


def _has_whom(first: int, last: int, end: int, reading: Reading) -> bool:
    """Is a government within the words for it or right behind them, or a ruler whom a coup drove out by name?"""
    stop = _CLAUSE_END.search(reading.key, last, min(end, last + WHOM))
    last = stop.start() if stop else min(end, last + WHOM)
    if reading.crises.deeds.swept_whom.search(reading.key, first, last):
        return True
    i = bisect_left(reading.rulers, first)
    return i < len(reading.rulers) and reading.rulers[i] < last
