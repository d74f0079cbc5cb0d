"""A coup of an earlier year that no list has, told with its country and year: the 1976 coup attempt in Sudan."""

from __future__ import annotations

import re
from typing import Final

from services.enrich.read.candidate import Candidate, Resolved
from services.enrich.read.clock import UNDATED_SINCE, Clock
from services.enrich.read.definite import has_article, is_definite
from services.enrich.read.reading import Reading
from services.enrich.read.script import language_of
from services.enrich.which.plural import is_plural
from services.enrich.which.reckoned import of_a_year_before
from services.enrich.which.ties import tied_countries
from services.enrich.which.years import OPENING, year_above

# What a coup is called that is none known.
NONE_KNOWN: Final = "unspecified"
# So near before a mention stands its year, and so near behind it.
BEFORE: Final = 32
BEHIND: Final = 40
# A year that opens a sentence dates what is told so near behind it: a verb, a coup.
DONE: Final = 32
TOLD: Final = 110


def of_own_year(
    candidate: Candidate, found: list[str], reading: Reading, clock: Clock, subject: str | None, *, attempt: bool
) -> str | None:
    """The id of a coup of a year in which its country had none that is known: sudan-1976-attempt.

    The 1976 coup attempt in Sudan. | Bissau had a coup in May 1999. | In 1985 officers were held in Bissau for an
    alleged coup attempt. But not: the coup in Niger. In 2011 he was made head of the guard. Nor: elected in 2011, he
    fell in a coup.
    """
    if candidate.rule not in ("coup", "maybe", "overthrow", "seize") or is_plural(candidate, reading):
        return None
    year = _year_of(candidate, reading)
    above = year is None and attempt and clock.published is None
    if above:
        year = year_above(candidate, reading)
    if year is None or year >= (clock.published.year - 1 if clock.published else UNDATED_SINCE):
        return None
    if of_a_year_before(candidate, reading, clock, None):
        return None  # elected in 2011, a year after a coup
    country = _country_of(candidate, found, reading) or (_country_above(candidate, reading) if above else None)
    known = reading.crises.by_country
    if country is None or any(e.date.year == year for c in (country, subject) for e in known.get(c or "", ())):
        return None
    return f"{country}-{year}" + ("-attempt" if attempt else "")


def with_what_is_told_of_it(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved`, with "the coup" behind such a one taken for it, until another year is told of its country.

    The 1976 attempt in Sudan came from exiles. The coup failed after a week; but not: Then came the coup of 2021.
    """
    if not reading.of_own_year:
        return resolved
    out: Resolved = []
    last: str | None = None
    for candidate, event_id, word in sorted(resolved, key=lambda one: one[0].start):
        event = reading.crises.events.get(event_id)
        own = reading.of_own_year.get(candidate.start)
        last = own or last
        of_none = event_id == NONE_KNOWN and word is None
        if last and own is None and (of_none or (event and last.startswith(event.country))):
            if _is_undated(candidate, reading) and not (event and clock.fresh(event)):
                event_id, word = last, "historical"
            else:
                last = None
        out.append((candidate, event_id, word))
    return out


def _is_undated(candidate: Candidate, reading: Reading) -> bool:
    """Is it the coup that a reader knows of, and no year told beside it?"""
    if candidate.rule not in ("coup", "maybe") or is_plural(candidate, reading):
        return False
    return is_definite(candidate, reading) and not reading.years_in(*reading.sentence(candidate.start))


def _year_of(candidate: Candidate, reading: Reading) -> int | None:
    """The year right behind a coup, right before it, or at the beginning of its sentence."""
    times, key = reading.crises.times, reading.key
    start, end = reading.sentence(candidate.start)
    if candidate.rule in ("coup", "maybe"):
        behind = times.its_year.match(key, candidate.end, min(end, candidate.end + BEHIND))
        if behind is None and (place := _place_behind(candidate, reading, end)):
            behind = times.its_year.match(key, place, min(end, place + BEHIND))
        # other languages put no year before a noun
        if behind is None and language_of(reading) == "en":
            behind = times.year_before.search(key, max(0, candidate.start - BEFORE), candidate.start)
        if behind:
            return _counting(behind, reading)
        if is_definite(candidate, reading) or has_article(candidate, reading):
            return None
    reach = TOLD if candidate.rule in ("coup", "maybe") else DONE
    years = [(at, year) for at, year in reading.dates if start <= at < candidate.end]
    if len(years) != 1 or years[0][0] > start + OPENING or candidate.start > years[0][0] + reach:
        return None
    return None if reading.years_in(candidate.end, end) else years[0][1]


def _country_above(candidate: Candidate, reading: Reading) -> str | None:
    """The one country of the headline, or else of the sentence before."""
    start = reading.sentence(candidate.start)[0]
    head = reading.title_end
    lands = {c for _, _, c in reading.countries_in(0, head)}
    if len(lands) > 1:
        lands &= reading.crises.by_country.keys()
    if not lands and start:
        lands = {c for _, _, c in reading.countries_in(reading.sentence(start - 1)[0], start)}
        lands &= reading.crises.by_country.keys()
    return lands.pop() if len(lands) == 1 else None


def _place_behind(candidate: Candidate, reading: Reading, end: int) -> int | None:
    """Where a country that is linked to a coup from behind ends: a coup in Bissau in May 1999."""
    first = next(iter(reading.countries_in(candidate.end, end)), None)
    if first is None or not reading.crises.joints.link.match(reading.key[candidate.end : first[0]]):
        return None
    return first[1]


def _counting(found: re.Match[bytes], reading: Reading) -> int | None:
    """The year of a match, unless it is one since or before which something is."""
    return next(iter(reading.years_in(found.start(1), found.end(1))), None)


def _country_of(candidate: Candidate, found: list[str], reading: Reading) -> str | None:
    """The one country that its wording, the last coup it could be or its sentence names; of the last, if it had any."""
    start, end = reading.sentence(candidate.start)
    events = reading.crises.events
    for lands in (
        {tie.country for tie in tied_countries(candidate, reading, start, end)},
        {events[e].country for e in found if e in events},
        {c for _, _, c in reading.countries_in(start, end)} & reading.crises.by_country.keys(),
        {c for _, _, c in reading.countries_in(start, end)},
    ):
        if lands:
            return lands.pop() if len(lands) == 1 else None
    return None
