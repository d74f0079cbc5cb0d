"""The attempt that failed days before a ruler took office, where a text gives it no year."""

from __future__ import annotations

import datetime as dt
from typing import Final

from schemas.crisis import Event
from services.enrich.read.candidate import FIRST_DAYS, TELLING, Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.reading import Reading
from services.enrich.which.plural import is_plural

# So few days before the first of a reign an attempt is one against whoever was to begin.
DAYS: Final = 31
# So near a mention stands that it was before he took office.
NEAR: Final = 100
# And so near behind it its year.
ITS_YEAR: Final = 16


def failed_before_office(candidate: Candidate, reading: Reading, clock: Clock, about: str | None) -> str | None:
    """The attempt of the days before a ruler began, where that is how it is dated.

    Days before he was sworn in an attempted coup was foiled. But not: before he took office he had led a coup.
    """
    if candidate.rule not in TELLING or candidate.rule in FIRST_DAYS:
        return None
    if not reading.in_sentence(candidate.start, "attempt") or is_plural(candidate, reading):
        return None  # four coups since independence, and a failed one days before he was sworn in
    start, end = reading.sentence(candidate.start)
    first, last = max(start - 1, candidate.start - NEAR, 0), min(end, candidate.end + NEAR)
    if not reading.crises.times.before_oath.search(reading.key, first, last):
        return None
    lands = [c for _, _, c in reading.countries_in(start, end) if c in reading.crises.by_country]
    failed = (e for c in lands or [about or ""] for e in reading.crises.by_country.get(c, ()))
    # an attempt in 2015, then another in March 2021, two days before he was sworn in
    if own := reading.years_in(candidate.end, min(end, candidate.end + ITS_YEAR))[:1]:
        failed = (e for e in failed if e.date.year in own)
    return next((e.id for e in failed if e.failed and clock.has_seen(e) and _begins_soon(e, reading)), None)


def _begins_soon(event: Event, reading: Reading) -> bool:
    """Does somebody begin to rule the country in the days behind it?"""
    crises, until = reading.crises, event.date + dt.timedelta(days=DAYS)
    return any(
        since is not None and event.date < since <= until
        for entity, reigns in crises.reigns.items()
        if crises.entities[entity].country == event.country
        for since, _ in reigns
    )
