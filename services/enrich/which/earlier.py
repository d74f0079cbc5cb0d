"""Coups that are said to have been so many months before another: an earlier coup, nine months prior."""

from __future__ import annotations

from typing import Final

from services.enrich.read.candidate import TELLING, Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.reading import Reading
from services.enrich.text.numbers import how_many

# So near behind a coup stands by how much it was before another, and so near before one that such words open.
NEAR: Final = 64
OPENING: Final = 28
# Days of a month, and by how many the two coups may be nearer or farther apart.
MONTH: Final = 30
ABOUT: Final = 45
# Nobody counts more than these by months.
LONG: Final = 400


def as_so_long_before(resolved: Resolved, reading: Reading, _: Clock) -> Resolved:
    """`resolved`, with the coup before it for one that is said to have been so many months earlier.

    They toppled Bah Ndaw. An earlier coup, nine months prior, was of the same officers. But not: nine months before the
    coup he was elected.
    """
    known, out = reading.crises.events, list[tuple[Candidate, str, str | None]]()
    for candidate, event_id, word in resolved:
        event = known.get(event_id)
        if event and not event.failed and candidate.rule in TELLING:
            before = [e for e in reading.crises.by_country[event.country] if not e.failed and e.date < event.date][-1:]
            between = (event.date - before[0].date).days if before else LONG
            days = _days_earlier(candidate, reading) if between < LONG else 0
            if days and abs(between - days) <= ABOUT:
                event_id = before[0].id
        out.append((candidate, event_id, word))
    return out


def _days_earlier(candidate: Candidate, reading: Reading) -> int:
    """How many days earlier than another a coup was by the months behind it, or that open its sentence; else 0."""
    key, (start, end) = reading.key, reading.sentence(candidate.start)
    months = reading.crises.joints.months_earlier
    found = months.search(key, candidate.end, min(end, candidate.end + NEAR))
    if found is None and candidate.start <= start + NEAR:
        found = months.search(key, start, min(candidate.start, start + OPENING))
    if found is None:
        return 0
    word = (found.group(1) or found.group(2)) + b" "
    return MONTH * how_many(word, 0, len(word))
