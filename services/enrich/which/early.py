"""Which of two coups of one country and year: early last year, at the end of 2022."""

from __future__ import annotations

from typing import Final

from services.enrich.read.candidate import TELLING, Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.reading import Reading

# So near before a mention, or behind it, stands which part of its year it was in.
BEFORE: Final = 48
BEHIND: Final = 64


def by_the_part_of_its_year(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved`, with the first of two of a year where it is said to have been early in it, and the last where late.

    Soldiers seized power in Burkina Faso early last year: in January 2022. But not: they did so in 2022, and early this
    year the junta closed two papers.
    """
    events, out = reading.crises.events, list[tuple[Candidate, str, str | None]]()
    for candidate, event_id, word in resolved:
        event = events.get(event_id)
        if event is not None and candidate.rule in TELLING and not event.failed:
            known = reading.crises.by_country[event.country]
            same = [e for e in known if e.date.year == event.date.year and not e.failed]
            part = _part_of_year(candidate, event.date.year, reading, clock) if len(same) > 1 else None
            event_id = event_id if part is None else same[part].id
        out.append((candidate, event_id, word))
    return out


def _part_of_year(candidate: Candidate, year: int, reading: Reading, clock: Clock) -> int | None:
    """0 for early in its year, -1 for late, None where neither is said, or of another year."""
    times, key = reading.crises.times, reading.key
    start, end = reading.sentence(candidate.start)
    first, last = max(start, candidate.start - BEFORE), min(end, candidate.end + BEHIND)
    for pattern, part in ((times.early, 0), (times.late, -1)):
        found = pattern.search(key, max(0, first - 1), last)
        last_year = clock.published.year - 1 if clock.published else None
        if found and (int(found.group(1)) if found.group(1) else last_year) == year:
            return part
    return None
