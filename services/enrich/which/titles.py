"""Rulers of earlier years who are called by the title that they had: the military ruler of then, Salou Djibo."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from services.enrich.read.candidate import Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.reading import NameHit, Reading
from services.enrich.which.people import BY_NAME
from services.enrich.which.plural import is_plural

# So near before a junta stands who heads it, and so near beside it his name.
HEAD: Final = 24
NAME: Final = 64


def of_the_titled(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The coup of whoever has the title of a junta's head, right behind his name or before it.

    Military ruler Salou Djibo promised a vote. | Salou Djibo, alors chef de la junte. But not: the military rulers met
    Salou Djibo; the junta freed him; nor, where he made several, whose year is not told.
    """
    if candidate.rule != "junta" or not reading.linked:
        return []
    whose, key = reading.crises.whose, reading.key
    if not whose.titled.search(key, max(0, candidate.start - HEAD), candidate.end) or is_plural(candidate, reading):
        return []
    for hit in _beside(candidate, reading):
        made = reading.crises.made.get(reading.crises.ids[hit.use.entity], frozenset())
        known = [e for n in made if clock.has_seen(e := reading.crises.events[n]) and not e.failed]
        if len(known) > 1:
            years = reading.years_in(*reading.sentence(candidate.start))
            known = [e for e in known if e.date.year in years]
        if len(known) == 1:
            return [known[0].id]
    return []


def _beside(candidate: Candidate, reading: Reading) -> list[NameHit]:
    """Who made a coup and is named beside a title, with no more between than whose ruler he was, and when."""
    linked, whose = reading.linked, reading.crises.whose
    at = bisect_left(linked, candidate.start)
    start, end = reading.sentence(candidate.start)
    found: list[NameHit] = []
    for place in linked[max(0, at - 1) : at + 1]:
        hit = next((h for h in reading.names if h.start == place and h.use.cls in BY_NAME), None)
        if hit is None or not max(start, candidate.start - NAME) <= place < min(end, candidate.end + NAME):
            continue
        before = hit.end <= candidate.start
        gap = _without_places(reading, *((hit.end, candidate.start) if before else (candidate.end, place)))
        if (whose.title_behind if before else whose.title_before).match(gap):
            found.append(hit)
    return found


def _without_places(reading: Reading, start: int, end: int) -> bytes:
    """The text between two places without the country whose ruler he was: the military ruler of Niger, Salou Djibo."""
    key, at = b"", start
    for hit in reading.names:
        place = reading.crises.entities[hit.use.entity].kind == "place"
        # للنيجر: with what is glued before it
        first = reading.key.rfind(b" ", 0, hit.start) + 1
        if at <= first and hit.end <= end and place:
            key, at = key + reading.key[at:first], hit.end
    return b" ".join((key + reading.key[at:end]).split())
