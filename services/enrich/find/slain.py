"""Rulers who were killed in the coup that drove them out, where the text tells only their death."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from schemas.crisis import Event
from services.enrich.read.candidate import Candidate
from services.enrich.read.reading import NameHit, Reading
from services.enrich.which.pronouns import BACK, is_done_to_one
from services.enrich.which.unlisted import leads_to_whom

# So far behind a name, or before it, stands the word for what befell him.
NEAR: Final = 64
# And so far behind that word who did it, or before it where the name follows.
DOER: Final = 64
# No clause of its own stands between them.
_HE = re.compile(rb"^(?:,? [^ ,;.\x01\x02]+){0,6}[, ]*$")


def rulers_killed(reading: Reading) -> Iterator[Candidate]:
    """Baré was shot dead by his own guard. | Sankara est assassiné en 1987. | An kashe shi a 1999.

    By soldiers, or in the year of the coup; but not: three guards were killed | he was assassinated, his sons say.
    """
    if not reading.linked:
        return
    seen: set[int] = set()
    for hit, event in _victims(reading):
        start, end = reading.sentence(hit.start)
        end = reading.sentence(end)[1] if end < len(reading.key) else end
        for told in reading.crises.whose.slain.finditer(reading.key, start, min(end, hit.start + BACK)):
            at = told.start(1), told.end(1)
            if at[0] not in seen and _is_of(hit, *at, reading) and _is_by_a_coup(event, hit, *at, reading):
                seen.add(at[0])
                yield Candidate(*at, "overthrow", event.id)


def has_victims(reading: Reading) -> bool:
    """Is somebody named who was killed in a coup?"""
    return bool(reading.linked) and next(_victims(reading), None) is not None


def _victims(reading: Reading) -> Iterator[tuple[NameHit, Event]]:
    """Where they are named, by a name that the text supports."""
    crises = reading.crises
    for hit in reading.names:
        if hit.use.entity not in crises.linked or crises.ids[hit.use.entity] not in reading.present:
            continue
        for name in crises.unseated.get(crises.ids[hit.use.entity], ()):
            if crises.events[name].killed:
                yield hit, crises.events[name]


def _is_of(hit: NameHit, start: int, end: int, reading: Reading) -> bool:
    """Is it told of whoever is named: right before it, right behind it, or by a pronoun?"""
    if end <= hit.start:
        return hit.start <= end + NEAR and leads_to_whom(reading.key[end : hit.start], reading)
    if is_done_to_one(start, end, reading) or reading.crises.whose.slain_then.search(
        reading.key, max(hit.end, start - 16), start
    ):
        return True
    if any(hit.end <= at < start for at in reading.linked):
        return False
    return start <= hit.end + NEAR and bool(_HE.match(reading.key[hit.end : start]))


def _is_by_a_coup(event: Event, hit: NameHit, start: int, end: int, reading: Reading) -> bool:
    """Does the year of the coup stand in its sentence, or the soldiers who did it?"""
    first, last = reading.sentence(start)
    if event.date.year in reading.years_in(first, last):
        return True
    first = max(first, start - DOER) if hit.start >= end else end
    last = min(last, end + DOER)
    by = reading.crises.whose.slain_by
    return bool(reading.cues_in("soldiers", first, last) or by.search(reading.key, first, last))
