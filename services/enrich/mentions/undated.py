"""When a text without a date was written, by what it says of a coup: a day before which that cannot have been."""

from __future__ import annotations

import datetime as dt

from schemas.crisis import Event
from services.enrich.read.candidate import Candidate
from services.enrich.read.clock import YEAR
from services.enrich.read.reading import LAST_MONTH, Reading, month_role

# So near before a mention stand the years that are counted from it.
COUNTED = 48
# And end so near: five years after the coup; but not: after ten years in office soldiers tried a coup.
BESIDE = 16


def no_earlier(resolved: list[tuple[Candidate, str, str | None]], reading: Reading) -> dt.date | None:
    """A day before which a text without a date was not written: that of its last coup, or so many years after one.

    A confederation of states whose soldiers took power in coups between 2020 and 2023. | Five years after the coup …
    """
    days = []
    known = {e for _, e, _ in resolved if e in reading.crises.events}
    lately = {e for e in known if of_last_months(reading.crises.events[e], reading)}
    lately |= {e for c, e, _ in resolved if e in known and _is_of_last_months(c, e, reading)}
    for candidate, event_id, word in resolved:
        event = reading.crises.events.get(event_id)
        if event and word is None:
            first = max(0, candidate.start - COUNTED)
            far = reading.years_back(first, max(first, candidate.start - BESIDE))
            back = 0 if far else max(reading.years_back(first, candidate.start), default=0)
            if not back and _of_last_year(event, candidate, reading):
                late = (_first_month(event, reading) or 0) > event.date.month
                days.append(event.date + dt.timedelta(days=YEAR) if late else dt.date(event.date.year + 1, 1, 1))
                continue
            back = back or (0 if event_id in lately else _years_behind(event, candidate, reading))
            back = back or _is_held_long(candidate, event_id, reading)
            days.append(event.date + dt.timedelta(days=YEAR * back))
    return max(days, default=None)


def _years_behind(event: Event, candidate: Candidate, reading: Reading) -> int:
    """How many years ago a text without a date says beside a mention that it was: last year, for over a year.

    The junta, which has ruled for more than a year. | He seized power in a coup four years ago; but not: a coup four
    years after he was elected; last year the junta signed.
    """
    times = reading.crises.times
    start, end = reading.sentence(candidate.start)
    first, last = max(start, candidate.start - COUNTED), min(end, candidate.end + COUNTED)
    # last year the junta signed: that is not how old it is
    dated = candidate.rule != "junta" and bool(reading.cues_in("last-year", first, last))
    if times.since_years.search(reading.key, first, last):
        return 1
    if dated:
        return int(not is_of_an_earlier_month(event, reading))
    ago = times.ago.search(reading.key, candidate.end, last)
    return max(reading.years_back(candidate.end, last), default=0) if ago else 0


def is_of_an_earlier_month(event: Event, reading: Reading) -> bool:
    """Is the first month of an undated text, told without its year, one before that of a coup of the year before?

    On 6 June the minister answered … since the coup of July last year. But not: on 5 August … the coup last year; nor
    where a year is named in which it cannot be so early: since 2025.
    """
    return (_first_month(event, reading) or event.date.month) < event.date.month


def _first_month(event: Event, reading: Reading) -> int | None:
    """The first month other than a coup's own that a text of the year after it gives without a year."""
    end = len(reading.key)
    if any(year > event.date.year + 1 for year in reading.all_years_in(0, end)):
        return None
    for at, month in reading.months_in(0, end).items():
        if month not in (event.date.month, LAST_MONTH) and not reading.all_years_in(at, min(end, at + ITS_YEAR)):
            return month
    return None


# So far behind where a month begins its year may stand.
ITS_YEAR = 24


def _is_held_long(candidate: Candidate, event_id: str, reading: Reading) -> int:
    """1 where whom a coup drove out is held for more than a year since: they have been detained for a year and a half.

    But not: held for two weeks, nor somebody else in a text that does not name who was driven out.
    """
    crises, ids = reading.crises, reading.crises.ids
    start, last = reading.sentence(candidate.start)[0], min(len(reading.key), candidate.end + HELD)
    made = crises.made
    rulers = (h for h in reading.names if h.use.entity in crises.rulers and start <= h.start < last)
    if not any(event_id not in made.get(ids[hit.use.entity], ()) for hit in rulers):
        return 0
    return int(crises.times.held_long.search(reading.key, start, last) is not None)


# So far behind a coup it is told for how long somebody is held.
HELD = 400


def _is_of_last_months(candidate: Candidate, event_id: str, reading: Reading) -> bool:
    """Does a mention have its month with "last" behind it: sanctions since last year, after the coup of last July?"""
    role = month_role(reading.crises.events[event_id].date.month)
    near = reading.cues_in(role, candidate.start - BESIDE_MONTH, candidate.end + BESIDE_MONTH)
    return any(reading.crises.times.month_past.match(reading.key, hit.end) for hit in near)


BESIDE_MONTH = 40


def _of_last_year(event: Event, candidate: Candidate, reading: Reading) -> bool:
    """Does the sentence say of its month that it was last year's: a watan Yulin bara, July of last year?"""
    months = reading.cues_in(month_role(event.date.month), *reading.sentence(candidate.start))
    return any(reading.cues_in("last-year", month.end, month.end + OF_YEAR) for month in months)


# So near behind a month stands that it was last year's.
OF_YEAR = 8


def of_last_months(event: Event, reading: Reading) -> bool:
    """Does an undated text say of the month of a coup that it was the last of its name?"""
    hits, key, times = reading.cue(month_role(event.date.month)), reading.key, reading.crises.times
    return any(
        times.last_behind.match(key, h.end) or times.last.search(key, max(0, h.start - LAST), h.start) for h in hits
    )


# So near before a month stands that it was the last of its name.
LAST = 5
