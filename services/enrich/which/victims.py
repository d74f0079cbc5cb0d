"""Rulers in a row whom soldiers drove out one after the other: they toppled Keita in August 2020, Bah Ndaw in May."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from schemas.crisis import Event
from services.enrich.read.candidate import Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.reading import Reading
from services.enrich.which.people import BY_NAME
from services.enrich.which.turns import begins_a_clause, read_clause

_ENDS = re.compile(rb" ?(?:[.,;)\x01\x02]|$)")
# In so many sentences of a text this is looked for.
MOST: Final = 40


def with_the_next_victims(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved` and the coups against those who are named in a row behind one whom it tells to be driven out.

    Officers toppled Keita in August 2020 and his successor Bah Ndaw in May 2021; but not: they toppled Keita, and Bah
    Ndaw thanked them.
    """
    if not reading.linked:
        return resolved
    events = reading.crises.events
    told = {event for _, event, _ in resolved}
    places = {
        reading.sentence(c.start): (c.end, events[e].country)
        for c, e, word in reversed(resolved[-MOST:])
        if c.rule in ("overthrow", "ousted") and e in events and word in (None, "historical")
    }
    out = list(resolved)
    for (start, end), (at, country) in places.items():
        for s, e, event in _fallen(reading, at, end, clock):
            if event.country == country and event.id not in told and begins_a_clause(reading, s, start):
                told.add(event.id)
                out.append((Candidate(s, e, "overthrow"), event.id, "historical"))
    return out


def _fallen(reading: Reading, at: int, end: int, clock: Clock) -> Iterator[tuple[int, int, Event]]:
    """Whoever is named in [at, end) and fell once, where the clause gives no more than that day or ends there."""
    crises, last = reading.crises, at
    for hit in reading.names:
        if not last <= hit.start < end or hit.use.cls not in BY_NAME:
            continue
        fell = [crises.events[e] for e in crises.unseated.get(crises.ids[hit.use.entity], ())]
        if len(fell) != 1 or crises.ids[hit.use.entity] not in reading.present or not clock.has_seen(fell[0]):
            continue
        last = hit.end
        turn = read_clause(reading, hit.start, hit.end, fell[0].country, end, reading.months_in(hit.end, end))
        if turn is None and not _ENDS.match(reading.key, hit.end):
            continue
        if turn and turn.years and fell[0].date.year not in turn.years:
            continue
        if turn and turn.months and fell[0].date.month not in turn.months:
            continue
        yield hit.start, turn.end if turn else hit.end, fell[0]
