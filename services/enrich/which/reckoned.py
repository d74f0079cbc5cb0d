"""A coup whose year is reckoned from another year that is told: elected in 2011, a year after a coup."""

from __future__ import annotations

from typing import Final

from services.enrich.read.candidate import TELLING, Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.headline import weights
from services.enrich.read.reading import Reading

# So near before a mention stands how long after it something was, and so near before that the year of it.
COUNT: Final = 36
OF_YEAR: Final = 28
# So near behind it stands its own.
OWN: Final = 14


def of_a_year_before(candidate: Candidate, reading: Reading, clock: Clock, subject: str | None) -> list[str]:
    """The coup so many years before the year that its sentence gives something else.

    He was elected in 2011, a year after a coup; but not: in 2023, a year after the coup of 2022, nor the coup ten years
    after the vote.
    """
    if candidate.rule not in TELLING:
        return []
    start, end = reading.sentence(candidate.start)
    # "elected in 2011" is no year of a coup by itself
    if not reading.all_years_in(start, candidate.start) or _has_its_own(candidate, reading, end):
        return []
    counted = _years_after(candidate, reading, start)
    years = reading.all_years_in(max(start, counted[0] - OF_YEAR), counted[0]) if counted else []
    if counted is None or not years:
        return []
    year = years[-1] - counted[1]
    named = [c for _, _, c in reading.countries_in(start, end)] or ([subject] if subject else _most_spoken_of(reading))
    events = (e for c in named for e in reading.crises.by_country.get(c, ()))
    return [e.id for e in events if e.date.year == year and not e.failed and clock.has_seen(e)][-1:]


def _has_its_own(candidate: Candidate, reading: Reading, end: int) -> bool:
    """Does a year stand right behind it: the coup of 2010? But not: a coup, and again in 2016."""
    own = reading.years_in(candidate.end, min(end, candidate.end + OWN))
    return bool(own) and not reading.key.startswith(b",", candidate.end)


def _most_spoken_of(reading: Reading) -> list[str]:
    """The country that a text on none with a coup of these years names most, if it has had any."""
    scores = weights(reading)
    known = [c for c in scores if c in reading.crises.by_country]
    return [max(known, key=lambda c: scores[c])] if known else []


def _years_after(candidate: Candidate, reading: Reading, start: int) -> tuple[int, int] | None:
    """Where the words before a mention begin that say how many years after it something was, and how many."""
    first = max(start, candidate.start - COUNT)
    if one := reading.crises.times.a_year_after.search(reading.key, first, candidate.start):
        return one.start(), 1
    several = reading.crises.times.years_after.search(reading.key, first, candidate.start)
    back = reading.years_back(several.start(), candidate.start) if several else []
    return (several.start(), back[0]) if several and len(back) == 1 else None
