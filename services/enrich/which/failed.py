"""Coups of a country that failed: of the year that a text gives, or the one that an undated text takes for known."""

from __future__ import annotations

from schemas.crisis import Event
from services.enrich.read.candidate import Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.definite import has_article, is_definite
from services.enrich.read.headline import head_end, weights
from services.enrich.read.reading import Reading, month_role
from services.enrich.which.dates import FIRST_LINES
from services.enrich.which.years import year_above

# So near a mention a word says that it was only tried.
TRIED = 16


def the_one_that_failed(candidate: Candidate, reading: Reading, start: int, end: int) -> list[str]:
    """The failed coup of a country that has one, where a text without a date takes it for known or gives its month.

    Police stand trial for the failed coup in Turkey; but not: officers in Turkey plotted a coup attempt.
    """
    failed = [e for c in weights(reading) for e in reading.crises.by_country.get(c, ()) if e.failed]
    named = {c for _, _, c in reading.countries_in(start, end)} & {e.country for e in failed}
    failed = [e for e in failed if not named or e.country in named]
    years = {*reading.years_in(start, end), *reading.years_in(0, head_end(reading) + FIRST_LINES)}
    if len(failed) != 1 or (years and failed[0].date.year not in years):
        return []
    month = month_role(failed[0].date.month)
    known = is_definite(candidate, reading) or has_article(candidate, reading)
    known = known or (month in reading.cues and bool(reading.cues_in(month, start, end)))
    return [failed[0].id] if known else []


def attempt_of_year(candidate: Candidate, reading: Reading, clock: Clock, country: str) -> Event | None:
    """The failed coup of the only year in the sentence: On 7 January 2019 a group of soldiers tried to topple him.

    Else of whatever year the sentence before gives, below the lead of another coup of that country: He was elected in
    2021. Days before he took the oath, an attempted coup was stopped.
    """
    start, end = reading.sentence(candidate.start)
    failed = [e for e in reading.crises.by_country.get(country, ()) if e.failed and clock.has_seen(e)]
    if not failed:
        return None
    years = set(reading.years_in(start, end))
    # elected in 2021, he took the oath days after an attempted coup
    places = [(start, end)]
    if clock.published is None and (above := year_above(candidate, reading)):
        years = {above}
    # who took office in 2021. The bloc condemns the attempt that goes on: that of today
    today = any(clock.happening(e) for e in clock.known.get(country, ()))
    if start > head_end(reading) + FIRST_LINES and not today:
        places.append(reading.sentence(start - 1))
    for place in places:
        if not years:
            years = {y for y in reading.all_years_in(*place) if clock.published and y < clock.published.year}
    return next((e for e in failed if len(years) == 1 and e.date.year in years), None)
