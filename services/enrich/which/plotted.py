"""Which coup a plot is of, where one that failed is known: of these weeks, of a year, of those who are tried for it."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.crisis import Event
from services.enrich.read.candidate import Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.definite import is_definite
from services.enrich.read.reading import Reading
from services.enrich.which.events import UNSPECIFIED
from services.enrich.which.failed import attempt_of_year


def foiled_one(candidate: Candidate, reading: Reading, clock: Clock, about: str | None) -> str:
    """The coup that a plot told by other words is of: one that failed in these weeks, if the article is of it.

    Or the one that men are tried for: of last September, or of the last twelve months.
    """
    known = clock.known.get(about or "", ())
    failed = [e.id for e in known if e.failed and clock.fresh(e)]
    if failed:
        return failed[-1]
    ago = _of_years_back(candidate, reading, clock, about)
    return ago or (_on_trial(known, clock) if reading.in_sentence(candidate.start, "charged", "plot") else UNSPECIFIED)


def of_these_weeks(candidate: Candidate, reading: Reading, clock: Clock, about: str | None) -> list[str]:
    """The coup that was foiled these weeks, where a plot in its country is told: Togo hands over the plotter.

    Or in the one year that its sentence names: accused of a plot to topple Erdogan in July 2016.
    """
    spoken = {c for _, _, c in reading.countries_in(*reading.sentence(candidate.start))}
    dated = (attempt_of_year(candidate, reading, clock, c) for c in spoken or {about or ""})
    if of_year := [event.id for event in dated if event]:
        return of_year[:1]
    if ago := _of_years_back(candidate, reading, clock, about):
        return [ago]
    known = [e for c in spoken or {about or ""} for e in reading.crises.by_country.get(c, ())]
    weeks = [e.id for e in known if e.failed and clock.fresh(e)][-1:]
    if not weeks and candidate.rule in ("coup", "maybe") and is_definite(candidate, reading):
        years = reading.years_in(0, len(reading.key))  # held for having plotted the coup, which was in July 2016
        return [e.id for e in known if clock.recent(e) and e.date.year in years][-1:]
    return weeks or ([_on_trial(known, clock)] if reading.in_sentence(candidate.start, "charged") else [])


def _on_trial(known: Sequence[Event], clock: Clock) -> str:
    """The plot of the last twelve months that a government told of, where men are tried for one that nobody dates."""
    told = [e.id for e in known if e.type == "alleged" and clock.has_seen(e) and not clock.over_a_year_after(e)]
    return told[0] if clock.published and len(told) == 1 else UNSPECIFIED


def _of_years_back(candidate: Candidate, reading: Reading, clock: Clock, about: str | None) -> str | None:
    """The one that failed so many years ago as is said: guilty of a plot of four years ago, of last year."""
    start, end = reading.sentence(candidate.start)
    back = {1} if reading.in_sentence(candidate.start, "last-year") else set(reading.years_back(start, end))
    if clock.published is None or len(back) != 1 or reading.years_in(start, end):
        return None
    year = clock.published.year - back.pop()
    failed = [e.id for e in reading.crises.by_country.get(about or "", ()) if e.failed and e.date.year == year]
    return failed[0] if len(failed) == 1 else None
