"""Which countries a mention may mean that the wording ties to none: its subject's, those near it, or no one's."""

from __future__ import annotations

import datetime as dt

from services.enrich.read.candidate import Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.definite import has_article, is_definite
from services.enrich.read.headline import country_in_head
from services.enrich.read.reading import Reading
from services.enrich.which.dates import OUTCOMES
from services.enrich.which.plural import is_plural
from services.enrich.which.ties import counted_with, enumerated_next, tied_countries
from services.enrich.which.unlisted import leads_to_whom


def is_of_no_country(candidate: Candidate, reading: Reading, subject: str | None) -> bool:
    """Are several coups told before any country that had one is named? Paris left after "the coups", says the minister.

    Then those of the country that is named behind them are not meant alone.
    """
    if candidate.rule != "coup" or not is_plural(candidate, reading):
        return False
    end = reading.sentence(candidate.start)[1]
    with_coups = reading.eventful if subject else reading.crises.by_country  # two coups in Ghana, decades ago
    if any(c in with_coups for _, _, c in reading.countries_in(0, end)):
        return False
    return enumerated_next(reading, end) == []


def is_asked_of_any(candidate: Candidate, reading: Reading) -> bool:
    """Is it asked what makes soldiers do so, of no country? Abin da ke sa sojoji karbar mulki; what drives officers to
    take power.
    """
    if candidate.rule not in ("coup", "seize", "overthrow"):
        return False
    if candidate.rule == "overthrow" and reading.crises.joints.many_rulers.match(reading.key, candidate.end):
        return True  # how soldiers toppled governments in West Africa
    first = max(0, candidate.start - GENERAL)
    if not reading.crises.phrases.what_drives.search(reading.key, first, candidate.start):
        return False
    return not tied_countries(candidate, reading, *reading.sentence(candidate.start))


def is_in_general(candidate: Candidate, reading: Reading) -> bool:
    """Is it said what coups do or lead to anywhere, and none told? Juyin mulki na mayar da kasashe baya.

    But not "juyin mulkin", which is the one that the reader knows, nor with its country or year.
    """
    key, phrases = reading.key, reading.crises.phrases
    if reading.crises.joints.many_before.search(key, max(0, candidate.start - GENERAL), candidate.start):
        return False  # dalilan juyin mulki a Afirka: those that there were
    known = key.endswith(b"n", candidate.start, candidate.end) and not key.startswith(_BY_SOLDIERS, candidate.end)
    if candidate.rule not in ("coup", "maybe") or known:
        return False
    before = phrases.general_before.search(key, max(0, candidate.start - GENERAL), candidate.start)
    if not before and not phrases.general_behind.match(key, candidate.end):
        return False
    if phrases.since.search(key, max(0, candidate.start - SINCE), candidate.start):
        return False  # sanctions since the coup are not right: it is not the coup that is judged
    start, end = reading.sentence(candidate.start)
    return not (reading.years_in(start, end) or tied_countries(candidate, reading, start, end))


def is_denied_elsewhere(candidate: Candidate, events: list[str], reading: Reading) -> bool:
    """Does another country deny that it had one? Madagascar's army takes power. … Nigeria's denies a coup attempt."""
    key, crises = reading.key, reading.crises
    if candidate.rule not in ("coup", "maybe") or is_definite(candidate, reading) or has_article(candidate, reading):
        return False
    start, end = reading.sentence(candidate.start)
    own = {crises.events[e].country for e in events if e in crises.events}
    named = {c for _, _, c in reading.countries_in(start, end)}
    hausa = key.endswith(b"n", candidate.start, candidate.end) and key.startswith(b"juy", candidate.start)
    before = bool(reading.countries_in(start, candidate.start))
    return before and not hausa and bool(own) and own.isdisjoint(named)


_BY_SOLDIERS = (b" soja ", b" soji ")
# So near before a mention stands what coups come from.
GENERAL = 48
# So near before it stands what it is only the date of.
SINCE = 10


def loose_countries(
    candidate: Candidate, reading: Reading, start: int, end: int, subject: str | None, clock: Clock, dated: bool
) -> list[str]:
    """Countries in the order in which a candidate that is tied to none may mean them.

    Mali warned against moving on the coup leaders (those of the article); but: officers toppled Guinea's president.
    """
    inside = sorted((abs(s - candidate.start), c) for s, _, c in reading.countries_in(start, end))
    others = {tie.country for tie in counted_with(candidate, reading, start, end)}
    near = [c for _, c in inside if c not in others]
    about = [subject] if subject else []
    if whose := _whose_ruler(candidate, reading):
        return [whose, *about, *near]
    if subject in near or (subject and near and _goes_before(candidate, reading, start, end, subject)):
        return about + near
    definite = is_definite(candidate, reading) or (candidate.rule == "coup" and has_article(candidate, reading))
    if definite and not dated and _fresher(about, near, reading, clock):
        return about + near
    if subject and any(clock.happening(e) for e in clock.recent_of(subject, ())):
        return near + about
    # Ghana: minister urges calm after talk of a coup. It is Ghana's, or nobody's.
    own = any(c in reading.crises.by_country for c in near)
    return near if own and not definite and candidate.rule in ("coup", "maybe") else near + about


def _whose_ruler(candidate: Candidate, reading: Reading) -> str | None:
    """The country watched whose ruler is named right behind "ousted": Gabon's coup hides Niger's ousted Bazoum.

    Hambararren shugaban kasa, Mohamed Bazoum.
    """
    if candidate.rule != "ousted":
        return None
    for hit in reading.names:
        if candidate.end <= hit.start <= candidate.end + OUSTED:
            country = next((c for c, core in reading.crises.core.items() if hit.use.entity in core), None)
            between = reading.key[candidate.end : hit.start].replace(b",", b"", 1)
            if country and leads_to_whom(between, reading):
                return country
    return None


# So near behind it begins the ruler's name.
OUSTED = 48


# So far behind a mention a country that nothing ties to it is another matter.
FAR_BEHIND = 80


def _goes_before(candidate: Candidate, reading: Reading, start: int, end: int, subject: str) -> bool:
    """Is a junta or an ousted ruler that of the headline's country, where others stand only far behind it?

    Guinea: the junta gives way. The junta wanted three years, we talked them out of it, and did so in Burkina Faso.
    """
    if candidate.rule not in OUTCOMES or not country_in_head(reading, subject):
        return False
    return all(s > candidate.end + FAR_BEHIND for s, _, _ in reading.countries_in(start, end))


def _fresher(about: list[str], near: list[str], reading: Reading, clock: Clock) -> bool:
    """Is the coup of the article's subject clearly later than that of the countries beside the mention?"""

    def latest(countries: list[str]) -> dt.date:
        return max((_latest(c, reading, clock) for c in countries), default=dt.date.min)

    return latest(near) == dt.date.min or latest(about) - latest(near) > dt.timedelta(days=120)


def _latest(country: str, reading: Reading, clock: Clock) -> dt.date:
    known = reading.latest.get(country)
    if known is None:
        events = clock.recent_of(country, reading.crises.by_country.get(country, ()))
        known = reading.latest[country] = max((e.date for e in events if not e.failed), default=dt.date.min)
    return known


def not_like(candidate: Candidate, reading: Reading) -> list[str]:
    """The countries whose coups what is denied is not like: this is no takeover as in Mali, Guinea or Niger."""
    joints, key = reading.crises.joints, reading.key
    row: list[tuple[int, int, str]] = []
    for place in reading.countries_in(candidate.end, reading.sentence(candidate.start)[1]):
        if row and not joints.joined.match(key[row[-1][1] : place[0]]):
            break
        if row or joints.as_there.search(key, candidate.end, place[0]):
            row.append(place)
    return list(dict.fromkeys(country for _, _, country in row if country in reading.eventful))


def as_before(candidate: Candidate, reading: Reading) -> list[str]:
    """The countries named before it as the example of what is asked for: told to do as in Niger and take power.

    Or a Niger-style coup.
    """
    start, key, joints = reading.sentence(candidate.start)[0], reading.key, reading.crises.joints
    places = (place for place in reading.countries_in(start, candidate.start) if place[2] in reading.eventful)
    return [
        country for at, end, country in places
        if joints.as_there.search(key, max(0, start - 1), at) or joints.as_style.match(key, end)
    ]
