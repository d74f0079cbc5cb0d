"""The one coup of a country that failed, where an undated text takes it for known."""

from __future__ import annotations

from services.enrich.read.candidate import Candidate
from services.enrich.read.definite import has_article, is_definite
from services.enrich.read.headline import head_end, weights
from services.enrich.read.reading import Reading, month_role
from services.enrich.which.dates import FIRST_LINES

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
