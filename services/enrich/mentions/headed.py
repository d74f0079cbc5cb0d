"""Attempts of a text without a date that it dates elsewhere: below its headline, or by the full date of the news."""

from __future__ import annotations

from typing import Final

from schemas.crisis import Event
from services.enrich.find.plots import is_attempt
from services.enrich.read.candidate import Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.reading import Reading
from services.enrich.which.days import day_of
from services.enrich.which.plural import is_plural

UNKNOWN: Final = "unspecified"
# So far behind a month ends the year of a full date.
YEAR: Final = 20


def as_dated_elsewhere(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved`, with an attempt that its text dates elsewhere for one that the headline or a sentence does not.

    Soldiers shot for an attempted coup. On 22 April 1990 Orkar's men tried to topple Babangida. | The shooting was an
    attempted coup, he said on Saturday. What happened on December 1, 2023 was one. But not: a text with its own date.
    """
    if clock.published is not None:
        return resolved
    events, out = reading.crises.events, list[tuple[Candidate, str, str | None]]()
    failed = {e for _, e, word in resolved if word is None and e in events and events[e].failed}
    head = {c for _, _, c in reading.countries_in(0, reading.title_end)}
    below = [e for e in failed if head <= {events[e].country}]
    dated = [events[e] for e in failed if _is_fully_dated(events[e], reading)]
    for candidate, event_id, word in resolved:
        known = events.get(event_id)
        tried = word is None and candidate.rule == "coup" and is_attempt(candidate, reading)
        if tried and _is_undated(candidate, reading):
            if event_id == UNKNOWN and candidate.start < reading.title_end and len(below) == 1:
                event_id = below[0]
            elif known and len(dated) == 1 and known.country == dated[0].country and known.date > dated[0].date:
                event_id = dated[0].id
        out.append((candidate, event_id, word))
    return out


def _is_undated(candidate: Candidate, reading: Reading) -> bool:
    return not is_plural(candidate, reading) and not reading.all_years_in(*reading.sentence(candidate.start))


def _is_fully_dated(event: Event, reading: Reading) -> bool:
    """Does the text give the day of a coup with its month and year?"""
    key = reading.key
    for at, month in reading.months_in(0, len(key)).items():
        if month == event.date.month and event.date.year in reading.all_years_in(at, at + YEAR):
            day = day_of(at, reading, 0)
            if day and 0 <= day[1] - event.date.day <= 1:
                return True
    return False
