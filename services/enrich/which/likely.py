"""Which of the coups of one country is likeliest meant, where only its people and the time are left to tell."""

from __future__ import annotations

from schemas.crisis import Event
from services.enrich.read.clock import YEAR, Clock
from services.enrich.read.patterns import FINDING
from services.enrich.read.reading import Reading


def pick(
    reading: Reading, country: str, clock: Clock, years: list[int], attempt: bool, plural: bool = False
) -> list[Event]:
    """The events of a country that these years, or else the date of the text, mean."""
    events = reading.crises.by_country.get(country, ())
    if years:
        dated = {y: [e for e in events if e.date.year == y and clock.has_seen(e)] for y in dict.fromkeys(years)}
        if plural:  # two in Burkina Faso in 2022
            return [e for same in dated.values() for e in ([e for e in same if e.failed == attempt] or same)]
        found = [_likeliest(same, clock, attempt) for same in dated.values() if same]
        done = [e for e in found if not e.failed]
        return found if attempt or not done else done  # power was seized in 2020 and 2022 in both: none that failed
    seen = _first_of_each(clock.recent_of(country, events), reading, clock)
    if seen and seen[-1].failed and not attempt and _tells_of_rulers_only(reading):
        seen = [e for e in seen if not e.failed] or seen
    if clock.published is None and len(seen) > 1:
        if attempt and (later := _against_its_maker(seen, reading)):
            return [later]
        seen = _by_their_people(seen, reading)
        if attempt and not seen[-1].failed and seen[-1].id in _of_people(reading):
            return seen[-1:]  # the attempt to topple Bazoum: that of which he is the victim
    # a failed coup of years ago is meant only where an attempt is told
    seen = [e for e in seen if attempt or not e.failed or (clock.age(e) or 0) < YEAR]
    return [_likeliest(seen, clock, attempt)] if seen else []


def _first_of_each(seen: list[Event], reading: Reading, clock: Clock) -> list[Event]:
    """Without the coups of officers who ruled already, where nobody of theirs is named: Mali's junta came in 2020."""
    if not any(e.again for e in seen):
        return seen
    named = _of_people(reading)
    return [e for e in seen if not e.again or e.id in named or ((age := clock.age(e)) is not None and age < YEAR)]


def _tells_of_rulers_only(reading: Reading) -> bool:
    """Is nothing said of a coup itself? Two days after one was foiled the junta bans a magazine."""
    return not any(role in reading.cues for role in TOLD_BY)


# What tells of a coup, and not only who came out of it.
TOLD_BY = ("attempt", *sorted(FINDING - {"junta", "ousted"}))


def _against_its_maker(seen: list[Event], reading: Reading) -> Event | None:
    """The last attempt against whoever made the last coup, where he is named: a plot against Captain Traoré."""
    crises = reading.crises
    last = max((e for e in seen if not e.failed), key=lambda e: e.date, default=None)
    persons = {n for n in reading.present if n in crises.made and n not in crises.juntas}
    if last is None or not any(last.id in crises.made[n] for n in persons):
        return None
    return next((e for e in reversed(seen) if e.failed and e.date > last.date), None)


def _by_their_people(seen: list[Event], reading: Reading) -> list[Event]:
    """Those up to the last that the people of an undated text tell: officers hold Keita, and nobody names Bah Ndaw."""
    crises, named = reading.crises, _of_people(reading)
    last = max((n for n, e in enumerate(seen) if e.id in named), default=len(seen) - 1)
    known = {e for events in (*crises.made.values(), *crises.unseated.values()) for e in events}
    return seen[: last + 1] if all(e.failed or e.id in known for e in seen[last + 1 :]) else seen


def _of_people(reading: Reading) -> set[str]:
    """The coups whose makers or victims are named."""
    crises = reading.crises
    return {e for of in (crises.made, crises.unseated) for name in reading.present for e in of.get(name, ())}


# So long a coup that failed is told as if it had not.
FOILED = 3


def _likeliest(events: list[Event], clock: Clock, attempt: bool) -> Event:
    """The latest; an attempt only if the words say so or it is the freshest news."""
    fresh = [
        e
        for e in events
        if (age := clock.age(e)) is not None and -2 <= age <= 30 and (attempt or not e.failed or 0 <= age <= FOILED)
    ]
    if fresh:
        return fresh[-1]
    alike = [e for e in events if e.failed == attempt] or events
    return alike[-1]


# Years for which a junta rules at most without another coup.
RULES = 6


def last_before(year: int, reading: Reading, country: str, clock: Clock) -> Event | None:
    """The last coup before a year in which a junta ruled: a march against the military regime in 2009."""
    known = [e for e in reading.crises.by_country.get(country, ()) if not e.failed and clock.has_seen(e)]
    before = [e for e in known if 0 < year - e.date.year <= RULES]
    return before[-1] if before else None
