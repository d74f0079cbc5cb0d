"""Attempts that are told by whom they were against: a failed coup against Issoufou."""

from __future__ import annotations

from typing import Final

from services.enrich.read.candidate import Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.headline import head_end
from services.enrich.read.reading import Reading
from services.enrich.which.people import BY_NAME, of_who_tried
from services.enrich.which.unlisted import leads_to_whom

# So near behind an attempt begins the name of whom it was against, and so far before one that it was done to him.
BEHIND: Final = 64
DONE_TO: Final = 56


def of_its_people(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The failed coup of whoever tried it, or else of whom it was against."""
    return of_who_tried(candidate, reading, clock) or of_whom_it_was_against(candidate, reading, clock)


def of_whom_it_was_against(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The only known attempt against whoever is named beside it: the general's part in a failed coup against Issoufou.

    But not: the foiled coup of these weeks against him, nor one whose sentence gives it another year.
    """
    if candidate.rule not in ("coup", "overthrow") or candidate.start < head_end(reading):
        return []
    crises = reading.crises
    start, end = reading.sentence(candidate.start)
    for hit in reading.names:
        aimed = crises.targets.get(crises.ids[hit.use.entity])
        if not aimed or hit.use.cls not in BY_NAME or not _is_against(candidate, hit.start, hit.end, start, reading):
            continue
        event = crises.events[min(aimed)]
        years = reading.years_in(start, end)
        of_these_weeks = any(clock.fresh(e) for e in clock.known.get(event.country, ()) if e.failed and e != event)
        if clock.has_seen(event) and not of_these_weeks and (not years or event.date.year in years):
            return [event.id]
    return []


def _is_against(candidate: Candidate, start: int, end: int, first: int, reading: Reading) -> bool:
    """Does a name at [start, end) stand behind what leads from an attempt to it, or before: yi wa X juyin mulki?"""
    key, whose = reading.key, reading.crises.whose
    if candidate.end <= start < candidate.end + BEHIND:
        gap = key[candidate.end : start]
        if candidate.rule == "overthrow":
            return leads_to_whom(gap, reading)
        against = whose.against.match(gap)
        return against is not None and leads_to_whom(gap[against.end() :], reading)
    if not first <= start < end <= candidate.start < end + 2:
        return False
    return whose.done_against.search(key, max(first, candidate.start - DONE_TO), start) is not None
