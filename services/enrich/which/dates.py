"""Which coup the years, months and days of a text speak of."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from schemas.crisis import Event
from services.enrich.read.candidate import FIRST_DAYS, TELLING, Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.headline import lead_end, weights
from services.enrich.read.reading import MONTH_ROLES, Reading, month_role
from services.enrich.text.numbers import how_many
from services.enrich.which.likely import pick
from services.enrich.which.plural import is_plural
from services.enrich.which.ties import Tie, counted_with
from services.enrich.which.years import counted_from, since_year

# These say that there was a coup, and so cannot be of a country that had none.
OUTCOMES = frozenset({"junta", "ousted"})


def counted_back(reading: Reading, clock: Clock, start: int, end: int, subject: str | None) -> list[str]:
    """The coup of the year that the sentence counts back to: Mali, five years after the putsch."""
    if clock.published is None:
        return []
    meant = {clock.published.year - years for years in reading.years_back(start, end)}
    if not meant:
        return []
    named = [c for _, _, c in reading.countries_in(start, end)] or ([subject] if subject else [])
    events = (e for country in named for e in reading.crises.by_country.get(country, ()))
    found = [e.id for e in events if e.date.year in meant and not e.failed and clock.has_seen(e)]
    return found[-1:]


def years_ago(
    candidate: Candidate, reading: Reading, clock: Clock, subject: str | None, *, doubtful: bool, attempt: bool
) -> list[str]:
    """Coups too old to be meant by their country alone, where the sentence counts the years or the lead names one.

    Or where the text is of its day: Turkey remembers the night of tanks, on 15 July.

    Five years after the coup in Mali. | Turkey recalls the attempted coup. What happened on 15 July 2016 must not …
    """
    if doubtful:
        return []
    start, end = reading.sentence(candidate.start)
    named = [c for _, _, c in reading.countries_in(start, end)] or ([subject] if subject else [])
    if clock.published is None:
        years = reading.years_in(start, end)
        told = (e for c in named for e in reading.crises.by_country.get(c, ()) if not e.failed)
        return [e.id for e in told if e.date.year in years][-1:]
    for country in named or list(weights(reading)):
        meant = {clock.published.year - years for years in reading.years_back(start, end)}
        meant = meant or set(reading.years_in(0, lead_end(reading)))
        events = (e for e in reading.crises.by_country.get(country, ()) if e.failed or not attempt)
        # an army chief, in Hausa a word for a junta too, is none of a coup whose day it happens to be
        day = candidate.rule not in OUTCOMES and not is_plural(candidate, reading)  # nor are several of one day
        # then in September 2021 it was Guinea's turn: nor is what is dated to these years
        day = day and all(year < clock.published.year - 1 for year in reading.years_in(start, end))
        seen = [e for e in events if clock.has_seen(e)]
        found = [e for e in seen if e.date.year in meant] or [e for e in seen if day and clock.day_of(e)]
        found = in_order(candidate, reading, found)
        if found:
            # c'est le premier coup d'Etat militaire: of two on one day of the year
            if reading.crises.whose.first.search(reading.key, max(0, candidate.start - 12), candidate.start):
                return [found[0].id]
            # two of one year: that of the day, or of the month on top
            own = [e for e in found if clock.day_of(e)] if len(found) > 1 else []
            month = of_month(reading, clock, found, 0, lead_end(reading)) if len(found) > 1 else None
            return [(own[-1] if own else month or found[-1]).id]
    return []


# Behind a mention, or before it: which of the coups of one year.
_ORDINAL_BEHIND = re.compile(rb"(?: (?:na |)(?:soja|soji))? na (?:(farko)|biyu)\b")
_ORDINAL_BEFORE = re.compile(rb"\b(?:(first|premier|1er)|second|deuxieme)(?: military)? $")


def in_order(candidate: Candidate, reading: Reading, events: list[Event]) -> list[Event]:
    """Of two coups of one year the first or the second, where it is called so: juyin mulki na farko, the first coup."""
    if len(events) != 2 or events[0].date.year != events[1].date.year:
        return events
    key = reading.key
    found = _ORDINAL_BEHIND.match(key, candidate.end)
    found = found or _ORDINAL_BEFORE.search(key, max(0, candidate.start - 20), candidate.start)
    return events if found is None else events[:1] if found.group(1) else events[1:]


def counted(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The coups that one is counted with: a third one, after Mali's. They are background wherever they stand.

    Of a period all are, but one of each where states are counted: the fourth nation since 2020 to suffer a coup.
    """
    start, end = reading.sentence(candidate.start)
    ties = counted_with(candidate, reading, start, end)
    of_states = ties and reading.crises.joints.nth_state.search(reading.key, start, candidate.start)
    first = since_year(reading, start, end) if ties and not of_states else None
    found: list[str] = []
    for tie in ties:
        events = coups_since(reading, tie.country, clock, first)
        found += [e.id for e in events or pick(reading, tie.country, clock, [], attempt=False)]
    return found


def coups_since(reading: Reading, country: str, clock: Clock, year: int | None) -> list[Event]:
    """The coups of a country from a year on, attempts left out: those that "coups since 2020" means."""
    if year is None:
        return []
    events = reading.crises.by_country.get(country, ())
    return [e for e in events if e.date.year >= year and clock.has_seen(e) and not e.failed]


def counted_since(candidate: Candidate, reading: Reading, country: str, clock: Clock) -> list[Event]:
    """All of a country from the year on that the sentence counts from, if it does: Mali and Burkina Faso had coups.

    But one each of three or more: the region is shaken by coups since 2020, in Mali, Guinea, Burkina Faso and Niger;
    unless there are more coups than countries: five since 2020 in Mali, Guinea and Burkina Faso.
    """
    start, end = reading.sentence(candidate.start)
    lands = {c for _, _, c in reading.countries_in(start, end)} & reading.eventful
    number = how_many(reading.key, max(start, candidate.start - HOW_MANY), candidate.start)
    some = reading.crises.joints.such_states.match(reading.key, candidate.end)
    if len(lands) >= EACH_ONE and (number <= len(lands) or some):
        return []
    return coups_since(reading, country, clock, counted_from(candidate, reading, start, end))


# So near before coups stands how many they are.
HOW_MANY: Final = 40
# Of so many countries in a sentence one coup each is meant.
EACH_ONE: Final = 3


def last_two(country: str | None, clock: Clock, reading: Reading) -> list[str]:
    """The last two coups of a country that did not fail, or none: Goïta a dirigé deux coups d'Etat en neuf mois."""
    events = reading.crises.by_country.get(country or "", ())
    two = [e.id for e in clock.recent_of(country or "", events) or events if not e.failed and clock.has_seen(e)][-2:]
    return two if len(two) == 2 else []


def dates_the_last(candidate: Candidate, reading: Reading) -> re.Match[bytes] | None:
    """Where the last of several is dated that are told of before it."""
    return reading.crises.joints.last_of.search(reading.key, candidate.end, candidate.end + LAST_OF)


def last_of_several(
    candidate: Candidate, reading: Reading, clock: Clock, countries: list[str]
) -> list[str]:
    """Those that are dated where several are counted: four military coups, the first in 1974, the last in 2010."""
    found = dates_the_last(candidate, reading)
    if found is None:
        return []
    year, first = int(found.group(1)), reading.years_in(candidate.end, found.start())
    for country in countries:
        events = [e for e in reading.crises.by_country.get(country, ()) if not e.failed and clock.has_seen(e)]
        if own := [e.id for e in events if e.date.year == year]:
            return [e.id for e in events if e.date.year in first and e.date.year != year] + own[-1:]
    return []


def in_turn(ties: list[Tie], reading: Reading, start: int, end: int) -> list[Tie]:
    """A row of countries that as many years follow, one for each: coups in Mali and Burkina Faso in 2020 and 2022."""
    listed = reading.crises.joints.years.search(reading.key, start, end) if len(ties) > 1 else None
    if listed is None:
        return []
    years = reading.all_years_in(listed.start(), listed.end())
    before = dict.fromkeys(c for _, _, c in reading.countries_in(start, listed.start()))
    row = list(zip(list(before)[-len(years) :], years, strict=False))
    known, tied = reading.crises.by_country, {tie.country for tie in ties}
    if len(row) < len(years) or not all(c in tied and any(e.date.year == y for e in known.get(c, ())) for c, y in row):
        return []
    return [Tie(country, [year]) for country, year in row]


# So far behind a mention the year of the last of them ends.
LAST_OF = 170
# So near a mention stands the year that dates it, before it too where nothing else says which coup is meant.
DATES = 60
BESIDE_YEAR = 8


def of_nearest_year(candidate: Candidate, reading: Reading, clock: Clock, *, tried: bool = False) -> list[str]:
    """The coup of the year nearest to a mention that no country is tied to.

    La CPI recherche un ancien président centrafricain. Il avait pris la tête du pays en mars 2003 par un coup d'Etat.
    """
    if candidate.rule not in TELLING:
        return []
    start, end = reading.sentence(candidate.start)
    first, last = max(start, candidate.start - DATES), min(end, candidate.end + DATES)
    near = reading.years_in(candidate.end, candidate.end + BESIDE_YEAR)[:1]  # juyin mulkin 1985, also one that failed
    years = near or reading.years_in(first, candidate.start)[-1:] or reading.years_in(candidate.end, last)[:1]
    if not years:
        return []
    scores = weights(reading)
    if several := _of_listed_years(candidate, reading, clock, last):
        return several
    # takeovers and takeover attempts in 2021, 2010 and 1999
    tried = tried and len(reading.years_in(candidate.end, last)) < 2
    siege = candidate.rule in FIRST_DAYS  # in March 2021 soldiers tried to seize the palace: it says not how it ended
    inside = [c for _, _, c in reading.countries_in(start, end) if c in reading.crises.by_country]
    months = {m for m, role in _MONTHS if role in reading.cues and reading.cues_in(role, first, last)}
    # he was at school in Burkina Faso; he foiled an attempt in 2015: not one there. Nor is Ukraine's coup of 2014.
    spoken = sorted(scores, key=lambda c: -scores[c])
    spoken = [c for c in spoken if scores[c] * PASSING >= scores[spoken[0]]]
    # Depuis le putsch de juillet 2023 on passe par le Burkina Faso: month and year name another's.
    for countries in (inside, spoken) if inside and months else (inside or spoken,):
        events = [
            e
            for country in dict.fromkeys(countries)
            for e in reading.crises.by_country.get(country, ())
            if e.date.year == years[0] and clock.has_seen(e) and (not e.failed or near or tried or siege)
        ]
        if tried and (failed := [e for e in events if e.failed]):
            events = failed
        elif near and (done := [e for e in events if not e.failed]):
            events = done
        if len(events) > 1 or (countries is spoken and _has_month(reading, years[0], months, first, last)):
            events = [e for e in events if e.date.month in months or not (months or len(events) > 1)]
        if len(events) == 1:
            return [events[0].id]
    return []


_OF_YEARS = ("coup", "maybe", "overthrow", "seize")


def _of_listed_years(candidate: Candidate, reading: Reading, clock: Clock, last: int) -> list[str]:
    """One of each year of a list that begins soon behind it, in the country spoken of most.

    They toppled governments in 1975, 1983 and 1985. | It is the fifth putsch there, after those of 1974, 1996 and 2010.
    """
    end = reading.sentence(candidate.start)[1]
    listed = reading.crises.joints.years.search(reading.key, candidate.end, end)
    if listed is None or listed.start() >= last or candidate.rule not in _OF_YEARS:
        return []
    scores = weights(reading)
    country = max((c for c in scores if c in reading.crises.by_country), key=lambda c: scores[c], default="")
    years = reading.all_years_in(listed.start(), listed.end())
    known = [e for e in reading.crises.by_country.get(country, ()) if not e.failed and clock.has_seen(e)]
    found = {e.date.year: e.id for e in known if e.date.year in years}
    if len(found) < 2 or len(found) * 4 < len(years) * 3:
        return []  # one in four may be none that is known
    # the fifth putsch, after those of 1974 and 1996: it is one of these weeks itself
    before = reading.key[candidate.end : listed.start()]
    new = [e.id for e in known if clock.fresh(e)][-1:] if reading.crises.joints.after.search(before) else []
    return [*new, *found.values()]


def _has_month(reading: Reading, year: int, months: set[int], start: int, end: int) -> bool:
    """Has a year one of these months right before it: in March 2003? A trial that opened in July dates no coup."""
    at = reading.key.find(b"%d" % year, start, end)
    roles = [role for m, role in _MONTHS if m in months]
    return any(reading.cues_in(role, max(start, at - MONTH), at) for role in roles)


# A country spoken of so many times less than another is none that an attempt is told of without its name.
PASSING = 6
# So near before a year begins its month.
MONTH = 16


def other_years(usual: str, reading: Reading, clock: Clock) -> frozenset[int]:
    """The years of a country's other coups that a sentence before "the coup" may speak of, if its last is not news."""
    event = reading.crises.events[usual]
    if clock.fresh(event):
        return frozenset()
    return frozenset(e.date.year for e in reading.crises.by_country[event.country]) - {event.date.year}


def of_its_only_year(candidate: Candidate, reading: Reading, clock: Clock, country: str) -> Event | None:
    """The coup of the one year that its sentence names, where the last of the country is no news.

    On 20 March 2009 the union suspended Madagascar and called what there was a change of government by force.
    """
    if candidate.rule not in TELLING:
        return None
    start, end = reading.sentence(candidate.start)
    years = set(reading.years_in(start, end))
    if len(years) > 1:  # On 25 May 1969 officers, named after those of July 1952, seized power
        years = set(reading.years_in(start, start + DAY)) or years
    events = [e for e in reading.crises.by_country.get(country, ()) if len(years) == 1 and e.date.year in years]
    usual = pick(reading, country, clock, [], attempt=False)
    if len(events) != 1 or events[0].failed or (usual and clock.fresh(usual[0])):
        return None
    return events[0] if clock.has_seen(events[0]) else None


# So near the beginning of a sentence ends a date that it begins with.
DAY = 24


# A background paragraph does not stand in the first lines.
FIRST_LINES = 200
# So near is the month that dates it.
BESIDE = 45
_MONTHS = tuple(enumerate(MONTH_ROLES, 1))


def of_month(reading: Reading, clock: Clock, seen: list[Event], start: int, end: int) -> Event | None:
    """The one event of the months, or of the last month or year, that the text names beside a mention."""
    years = set(reading.years_in(start, end))
    months = {m for m, role in _MONTHS if role in reading.cues and _dates(role, reading, start, end)}
    day = clock.published
    if day and reading.cues_in("last-month", start, end):
        months.add((day.month - 2) % 12 + 1)
        years.add(day.year if day.month > 1 else day.year - 1)
    last = bool(day and reading.cues_in("last-year", start, end))
    if day and last:
        years.add(day.year - 1)
    # last year he led the coup against Keïta: no month is needed where that year had one only
    if day is None and not years and not reading.cues_in("attempt", start, end):
        seen = [e for e in seen if not e.failed]  # closed since August after the coup: not what failed some August
    fits = [
        e
        for e in seen
        if (e.date.month in months or (last and not months)) and (not years or e.date.year in years)
        and not (day and not years and _is_this_month(e, day, clock))
    ]
    return fits[0] if len(fits) == 1 else None


def of_the_month_told(reading: Reading, clock: Clock, country: str, years: list[int]) -> Event | None:
    """Of two old coups of a year that whose month alone the text names: the coup of 1963. On 8 February that year …"""
    seen = [e for e in reading.crises.by_country.get(country, ()) if e.date.year in years and clock.has_seen(e)]
    if len(seen) < 2 or any(clock.recent(e) for e in seen):
        return None
    own = [e for e in seen if month_role(e.date.month) in reading.cues]
    return own[0] if len(own) == 1 else None


def _dates(role: str, reading: Reading, start: int, end: int) -> bool:
    """Is a month named that dates something, and not since when? منذ سبتمبر 2022"""
    hits = reading.cues_in(role, start, end)
    return any(reading.all_years_in(h.end, h.end + 3) == reading.years_in(h.end, h.end + 3) for h in hits)


def _is_this_month(event: Event, day: dt.date, clock: Clock) -> bool:
    """Is an old coup only of the month in which the text is written, and not of its day? On 1 August, it said today."""
    return event.date.month == day.month and (day - event.date).days > OLD and not clock.day_of(event)


# Days after which a month without a year no longer means a coup of the same month.
OLD = 550


def of_day(
    candidate: Candidate, reading: Reading, clock: Clock, country: str, start: int, end: int
) -> Event | None:
    """The last coup of a country by the month beside the mention, whatever countries its sentence names.

    The regime that came out of the July 26 coup asked them to go, as had the rulers of Mali.
    """
    if candidate.rule not in TELLING or start not in reading.dating:
        return None
    known = [e for e in clock.recent_of(country, reading.crises.by_country.get(country, ())) if not e.failed]
    around = max(start, candidate.start - BESIDE), min(end, candidate.end + BESIDE)
    one = of_month(reading, clock, known, *around)
    return one if one and known and one == known[-1] else None


def of_day_elsewhere(
    candidate: Candidate, reading: Reading, clock: Clock, subject: str, start: int, end: int
) -> Event | None:
    """The same of another country of the sentence: Paris leaves by way of Chad. A coup in July drove it from Niger.

    Only within the year, and where the subject had none in these weeks.
    """
    if any(clock.fresh(e) for e in clock.known.get(subject, ())):
        return None
    others = dict.fromkeys(c for _, _, c in reading.countries_in(start, end) if c != subject)
    found = (of_day(candidate, reading, clock, country, start, end) for country in others)
    return next((e for e in found if e and clock.published and not clock.over_a_year_after(e)), None)
