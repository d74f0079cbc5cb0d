"""Coups that answered another of the months before: the counter-coup of July, after the coup of January 1966."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from services.enrich.read.candidate import Candidate, Resolved
from services.enrich.read.clock import YEAR, Clock
from services.enrich.read.headline import weights
from services.enrich.read.reading import Reading, month_role
from services.enrich.which.plural import is_plural

# So near before a mention stands that it answered another, and so near behind it.
BEFORE: Final = 16
BEHIND: Final = 24
# So near a mention stands the month that dates it.
MONTH: Final = 40


def of_an_answer(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The second of two coups that a country had within a year, of a year that the text names.

    A coup in January 1966, and a counter-coup in July. | a coup of revenge; but not: a counter-coup is feared.
    """
    if not is_answer(candidate, reading):
        return []
    scores, key = weights(reading), reading.key
    named = [c for _, _, c in reading.countries_in(*reading.sentence(candidate.start))]
    lands = dict.fromkeys((*named, *sorted(scores, key=lambda c: -scores[c])))
    years = set(reading.years_in(0, len(key)))
    for country in lands:
        done = [e for e in reading.crises.by_country.get(country, ()) if not e.failed and clock.has_seen(e)]
        second = [b for a, b in pairwise(done) if (b.date - a.date).days < YEAR and b.date.year in years]
        if second:
            return [second[-1].id]
    return []


def with_what_it_answered(resolved: Resolved, reading: Reading, _: Clock) -> Resolved:
    """`resolved`, with the coup that a counter-coup answered for the one of that year which is told before it.

    After the 1966 coup in Nigeria officers struck back: the counter-coup … But not: the July coup, a counter-coup.
    """
    events = reading.crises.events
    answers = {e: c.start for c, e, _ in reversed(resolved) if e in events and is_answer(c, reading)}
    if not answers:
        return resolved
    out: Resolved = []
    for candidate, event_id, word in resolved:
        event = events.get(event_id)
        if event and candidate.start < answers.get(event_id, 0) and candidate.rule in ("coup", "maybe"):
            done = [e for e in reading.crises.by_country[event.country] if not e.failed]
            first = done[done.index(event) - 1] if event in done[1:] else event
            near = candidate.start - MONTH, candidate.end + MONTH
            if not reading.cues_in(month_role(event.date.month), *near):
                event_id = first.id
        out.append((candidate, event_id, word))
    return out


def is_answer(candidate: Candidate, reading: Reading) -> bool:
    """Is it called a counter-coup?"""
    if candidate.rule not in ("coup", "maybe"):
        return False
    first, end = max(0, candidate.start - BEFORE), candidate.end + BEHIND
    said = reading.crises.joints.answer.finditer(reading.key, first, end)
    found = any(found.start() < candidate.end and candidate.start < found.end() for found in said)
    return found and not is_plural(candidate, reading)
