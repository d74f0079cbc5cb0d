"""Countries that are told of as a pair: both have a junta, or each its own of several years."""

from __future__ import annotations

from services.enrich.candidate import Candidate
from services.enrich.reading import Reading
from services.enrich.rows import rows
from services.enrich.ties import Tie


def of_these_two(candidate: Candidate, reading: Reading, start: int, end: int) -> list[Tie]:
    """The pair that "both countries" goes back to, in its sentence or the one before.

    Mali da Burkina Faso sun gargadi ECOWAS. Gwamnatocin sojin kasashen biyu ...; but not: of a row of three.
    """
    if candidate.rule != "junta" or not reading.crises.joints.these_two.search(reading.key, start, end):
        return []
    first = reading.sentence(start - 1)[0] if start else 0
    named = ([c for _, _, c in row] for row in rows(reading.countries_in(first, candidate.end), reading))
    pairs = [row for row in named if len(set(row)) == PAIR and reading.eventful.issuperset(row)]
    return [Tie(country, []) for country in pairs[-1]] if pairs else []


PAIR = 2


def each_its_year(ties: list[Tie], reading: Reading) -> list[Tie]:
    """Years given once for a row of countries, as each of them has them: Mali and Burkina Faso in 2020 and 2022."""
    dated = [tie for tie in ties if tie.years]
    if len(ties) < PAIR or len(dated) != 1 or len(dated[0].years) != len(ties):
        return ties
    years = dated[0].years
    known = {
        tie.country: {e.date.year for e in reading.crises.by_country.get(tie.country, ()) if not e.failed}
        for tie in ties
    }
    row = ties if ties[-1].years else ties[::-1]
    if all(year in known[tie.country] for tie, year in zip(row, years, strict=True)):
        return [Tie(tie.country, [year]) for tie, year in zip(row, years, strict=True)]
    return [Tie(tie.country, [year for year in years if year in known[tie.country]]) for tie in ties]
