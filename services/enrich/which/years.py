"""Which years the wording ties to a mention of a coup."""

from __future__ import annotations

import re
from typing import Final

from services.enrich.read.candidate import Candidate
from services.enrich.read.reading import Reading

# How far a year behind a mention can date it.
YEAR_REACH: Final = 60
# So near behind a country named beside others stands a year of its own: sai kuma Mali a shekarar 2020.
OWN_YEAR: Final = 20
# A year so near to the beginning of a sentence opens it.
OPENING: Final = 20
_CLAUSE_END = re.compile(rb"[;\x01\x02]")


def since_year(reading: Reading, start: int, end: int) -> int | None:
    """The year from which on a sentence counts coups: Mali and Burkina Faso have seen coups since 2020."""
    found = reading.crises.joints.from_year.search(reading.key, start, end)
    return int(found.group(1)) if found else None


def counted_from(candidate: Candidate, reading: Reading, start: int, end: int) -> int | None:
    """The same, where coups are counted between two years too. Juntas of these years are those that rule now."""
    # president since 2012, he saw the coups since 2020
    year = since_year(reading, candidate.end, end) or since_year(reading, start, end)
    if year is None and candidate.rule in ("coup", "maybe"):
        found = reading.crises.joints.between_years.search(reading.key, start, end)
        year = int(found.group(1)) if found else None
    return year


def years_behind(candidate: Candidate, reading: Reading, end: int) -> list[int]:
    """Years in the clause behind a mention, up to the next country: the coup in 2010."""
    following = reading.countries_in(candidate.end, end)
    return years_from(reading, candidate.end, following[0][0] if following else end)


def years_before(candidate: Candidate, reading: Reading, start: int, country: str) -> list[int]:
    """A year just before a mention: the 2010 coup; In 2010 soldiers toppled.

    But not of a country's coup that of another before it: the putsch in Guinea in 2021, then the coup in Niger.
    """
    first = max(start, candidate.start - 24)
    years = reading.years_in(first, candidate.start)
    if not years:
        return years
    before = {c for _, _, c in reading.countries_in(max(start, first - OWN_YEAR), candidate.start)}
    others = (e for c in before for e in reading.crises.by_country.get(c, ()))
    return [] if country not in before and any(e.date.year in years for e in others) else years


def years_from(reading: Reading, start: int, end: int) -> list[int]:
    """Years in the clause that begins there, with a row of them to its end."""
    limit = min(end, start + YEAR_REACH)
    stop = _CLAUSE_END.search(reading.key, start, limit)
    if but := reading.crises.joints.contrast.search(reading.key, start, stop.start() if stop else limit):
        stop = but  # 2020 saw only the coup in Mali, but 2021 …
    if stop is None and limit < end and reading.years_in(start, limit):
        listed = reading.crises.joints.years.search(reading.key, start, end)  # in 2021, 2010, 1999 and 1996
        limit = max(limit, listed.end()) if listed and listed.start() < limit else limit
    return reading.years_in(start, stop.start() if stop else limit)


def year_above(candidate: Candidate, reading: Reading) -> int | None:
    """The year of the headline, or the one that opens the sentence before, for an attempt of a text without a date.

    Burkina Faso, 1989: officers shot. They were accused of an attempted coup. | In 1989 he ruled. The attempted coup …
    But not: he was born in 1989. The attempted coup of today; nor with a year of its own.
    """
    start, end = reading.sentence(candidate.start)
    if reading.all_years_in(start, end) or reading.in_sentence(candidate.start, "today"):
        return None
    head = reading.title_end
    if head and (years := reading.years_in(0, head)):
        return years[0] if len(years) == 1 else None
    first = reading.sentence(start - 1)[0] if start else start
    years = [year for at, year in reading.dates if first <= at < start]
    opens = reading.years_in(first, min(start, first + OPENING))
    return years[0] if len(years) == 1 and opens == years else None
