"""Coups of other countries that are only told by what was told before: the same befell Nigeria in 1966."""

from __future__ import annotations

from typing import Final

from services.enrich.read.candidate import TELLING, Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.reading import Reading
from services.enrich.which.dates import of_month
from services.enrich.which.likely import pick
from services.enrich.which.rows import listed_next

# So far behind a coup it can be meant by "such".
FAR: Final = 700


def with_the_same_elsewhere(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved` and the coups of which a later sentence, which tells none itself, says that they were like it.

    Soldiers went on television in Benin. … The region has seen many such, among them Niger in 2023 and Bissau last
    month. | Soldiers killed Olympio. In January 1966 the same befell Nigeria's Balewa.
    """
    told = [c for c, _, word in resolved if c.rule in TELLING and word is None]
    if not told or len({c for _, _, c in reading.countries}) <= 1:
        return resolved
    known = {event for _, event, _ in resolved}
    first, stop = told[0].end, told[-1].end + FAR
    out = list(resolved)
    for found in reading.crises.joints.the_same.finditer(reading.key, first, stop):
        start, end = reading.sentence(found.start() + 1)
        if any(start <= c.start < end for c in told) or not any(0 < found.start() - c.end < FAR for c in told):
            continue
        like = Candidate(found.start() + 1, found.end(), "maybe")
        out += [(like, event, None) for event in _listed(reading, clock, start, end) if event not in known]
    return out


def _listed(reading: Reading, clock: Clock, start: int, end: int) -> list[str]:
    """The coups of the countries of a sentence: those of its years, else the last that each had."""
    events: list[str] = []
    rows = listed_next(reading, start)
    for _, _, country in reading.countries_in(start, end):
        years = rows.get(country) or (reading.years_in(start, end) if _is_alone(reading, start, end) else [])
        seen = [e for e in reading.crises.by_country.get(country, ()) if clock.has_seen(e) and e.date.year in years]
        month = of_month(reading, clock, seen, start, end) if len(seen) > 1 else None
        found = [month] if month else pick(reading, country, clock, years, attempt=False)
        if found and (years or country in reading.eventful):
            events += [e.id for e in found if not e.failed]
    return list(dict.fromkeys(events))


def _is_alone(reading: Reading, start: int, end: int) -> bool:
    """Is only one country spoken of? Then its year may stand anywhere: in January 1966 it befell Nigeria."""
    return len({country for _, _, country in reading.countries_in(start, end)}) == 1
