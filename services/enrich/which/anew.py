"""Attempts that are none of the known ones: foiled these days, given another year, or told below another's coup."""

from __future__ import annotations

from services.enrich.read.candidate import Candidate
from services.enrich.read.clock import YEAR, Clock
from services.enrich.read.definite import is_definite
from services.enrich.read.headline import head_end, lead_end
from services.enrich.read.reading import Reading
from services.enrich.which import aimed
from services.enrich.which.dates import FIRST_LINES
from services.enrich.which.failed import attempt_of_year
from services.enrich.which.plural import is_plural
from services.enrich.which.unlisted import judged_late
from services.enrich.which.years import YEAR_REACH


def is_new(candidate: Candidate, found: list[str], reading: Reading, clock: Clock) -> bool:
    """Is an attempt one that is not known: the last is of years ago, and neither a date nor an article means that?

    Days after the junta foiled a coup attempt thousands marched for it; but: the coup attempt of 2021.
    """
    events = [reading.crises.events[e] for e in found if e in reading.crises.events]
    if not events or any((clock.age(e) or 0) <= YEAR for e in events):
        return False
    if any(attempt_of_year(candidate, reading, clock, e.country) == e for e in events):
        return False
    start, end = reading.sentence(candidate.start)
    years = {*reading.years_in(start, end), *reading.years_in(0, lead_end(reading))}
    if judged_late(reading, clock) or aimed.of_its_people(candidate, reading, clock) == found:
        return False
    if any(e.date.year in years or clock.day_of(e) for e in events) or reading.years_back(start, end):
        return False
    # a month that dates the text itself, as its date line does, dates nothing else
    today = clock.published is not None and clock.published.year in reading.years_in(start, end)
    # wani yunkurin juyin mulkin da bai yi nasara ba
    some = reading.crises.phrases.any.search(reading.key, max(0, candidate.start - SOME), candidate.start)
    return (today or start not in reading.dating) and bool(some or not is_definite(candidate, reading))


# So far before an attempt stands what says that it is some other one.
SOME = 28


def is_of_another_year(candidate: Candidate, found: list[str], reading: Reading) -> bool:
    """Is an attempt given a year behind it in which no known one failed? For trying to topple Issoufou in 2015."""
    events = [reading.crises.events[e] for e in found if e in reading.crises.events]
    start, end = reading.sentence(candidate.start)
    years = reading.years_in(candidate.end, min(end, candidate.end + YEAR_REACH))
    told = len(events) == 1 and events[0].failed and events[0].date.year in reading.years_in(start, end)
    if is_plural(candidate, reading) and len(events) == 1 and not told:
        return True  # soldiers accused of coup bids in the past: none in particular, nor the coup beside them
    return bool(events) and bool(years) and not any(e.date.year in years for e in events)


def is_aside(candidate: Candidate, found: list[str], reading: Reading, subject: str | None) -> bool:
    """Is it below the lead of an article on another country's coup? Takeovers in Mali, and an attempt in Bissau."""
    countries = {reading.crises.events[e].country for e in found if e in reading.crises.events}
    return subject is not None and subject not in countries and candidate.start > head_end(reading) + FIRST_LINES
