"""Countries that are told of as a pair: both have a junta, or each its own of several years."""

from __future__ import annotations

import re

from services.enrich.read.candidate import Candidate
from services.enrich.read.reading import Reading
from services.enrich.which.rows import rows
from services.enrich.which.ties import Tie


def of_these_two(candidate: Candidate, reading: Reading, start: int, end: int) -> list[Tie]:
    """The pair that "both countries" goes back to, in its sentence or the one before.

    Mali da Burkina Faso sun gargadi ECOWAS. Gwamnatocin sojin kasashen biyu ...; but not: of a row of three.
    Where years are told behind, also the last pair before: both are ruled by juntas since coups in 2021 and 2022.
    """
    if candidate.rule not in ("junta", "coup", "maybe"):
        return []
    joints, key = reading.crises.joints, reading.key
    these = joints.these_two.search(key, start, end if candidate.rule == "junta" else candidate.start)
    if not these and not joints.both_before.search(key, start, candidate.start):
        return []
    years = joints.years.search(key, candidate.end, end)
    first = reading.sentence(start - 1)[0] if start else 0
    if found := _last_pair(first, candidate.end, reading) or (_last_pair(0, start, reading) if years else None):
        dated = [Tie(country, []) for country in found[:-1]]
        return each_its_year([*dated, Tie(found[-1], _years(years, reading))], reading)
    return []


def _last_pair(start: int, end: int, reading: Reading) -> list[str] | None:
    """The last two countries that had coups and stand together there."""
    named = ([c for _, _, c in row] for row in rows(reading.countries_in(start, end), reading))
    pairs = [row for row in named if len(set(row)) == PAIR and reading.eventful.issuperset(row)]
    return pairs[-1] if pairs else None


def _years(found: re.Match[bytes] | None, reading: Reading) -> list[int]:
    """The years of a row of years, none of none."""
    return reading.all_years_in(found.start(), found.end()) if found else []


PAIR = 2


def each_its_year(ties: list[Tie], reading: Reading) -> list[Tie]:
    """Years given once for a row of countries, as each of them has them: Mali and Burkina Faso in 2020 and 2022.

    Or the one in which each of them had one: coups in Mali and Guinea in 2021. Of more years than countries each has
    those in which it had one: coups in Mali and Burkina Faso in 2020, 2021 and 2022.
    """
    dated = [tie for tie in ties if tie.years]
    if len(ties) >= PAIR and len(dated) == 1 and len(dated[0].years) == 1:
        return _with_the_one_beside(ties, dated[0], reading)
    if len(ties) < PAIR or len(dated) != 1 or len(dated[0].years) < len(ties):
        return ties
    years = dated[0].years
    known = {
        tie.country: {e.date.year for e in reading.crises.by_country.get(tie.country, ()) if not e.failed}
        for tie in ties
    }
    row = ties if ties[-1].years else ties[::-1]
    own = len(years) == len(ties)
    if own and all(year in known[tie.country] for tie, year in zip(row, years, strict=True)):
        return [Tie(tie.country, [year]) for tie, year in zip(row, years, strict=True)]
    return [Tie(tie.country, [year for year in years if year in known[tie.country]]) for tie in ties]


def _with_the_one_beside(ties: list[Tie], dated: Tie, reading: Reading) -> list[Tie]:
    """The same ties, the year of the one that is dated given to those right beside it that had a coup in it too."""
    at, year = ties.index(dated), dated.years[0]
    return [
        Tie(tie.country, dated.years) if abs(number - at) == 1 and _had_one(tie.country, year, reading) else tie
        for number, tie in enumerate(ties)
    ]


def _had_one(country: str, year: int, reading: Reading) -> bool:
    return any(e.date.year == year and not e.failed for e in reading.crises.by_country.get(country, ()))
