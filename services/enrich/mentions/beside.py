"""Which coup a mention is of by what is told beside it: one sentence speaks of one, and "this coup" is the dated."""

from __future__ import annotations

import re

from schemas.crisis import Event
from services.enrich.about.another import opening_after
from services.enrich.about.core import core_places
from services.enrich.find.plots import is_attempt, is_plot
from services.enrich.read.candidate import TELLING, Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.definite import is_definite
from services.enrich.read.headline import head_end, weights
from services.enrich.read.reading import Reading, month_role
from services.enrich.which.answers import is_answer
from services.enrich.which.dates import BESIDE, BESIDE_YEAR, OUTCOMES, dates_the_last
from services.enrich.which.likely import pick
from services.enrich.which.people import whose_victim
from services.enrich.which.plural import counts_two, is_plural


def as_dated_by_its_people(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """"This coup" is the one that the text dates, where it names that one's people and nobody of the last.

    On 18 February 2010 soldiers held Tandja. The coup came after a year of crisis in Niger.
    """
    events, crises, present = reading.crises.events, reading.crises, reading.present
    told = ((events[e], reading.years_in(*reading.sentence(c.start))) for c, e, _ in resolved if e in events)
    dated = {event.id for event, years in told if event.date.year in years}
    named = {e for of in (crises.made, crises.unseated) for name in present for e in of.get(name, ())}
    if named and not dated and (years := reading.years_in(0, len(reading.key))):
        # Nouakchott, 10 juillet 1978. Moktar Ould Daddah, the father of the nation, is toppled.
        countries = {events[e].country for _, e, _ in resolved if e in events}
        theirs = [events[e] for e in named if events[e].country in countries]
        alone = [e for e in theirs if sum(other.country == e.country for other in theirs) == 1]
        # also of several where one year is told: on 4 August 1983 Sankara … The third putsch in three years
        of_years = [e for e in theirs if e.date.year in years]
        alone += [e for e in of_years if sum(other.country == e.country for other in of_years) == 1]
        dated = {e.id for e in alone if e.date.year in years}
    if named and not dated and clock.published is None and not reading.years_in(0, len(reading.key)):
        # Salou Djibo, of the junta that toppled Tandja in February, signs a decree: it is of its day
        dated = {e for c, e, word in resolved if e in named and word is None and c.rule in TELLING}
    if not dated:
        return resolved
    watched = {crisis.event for crisis in crises.crises if core_places(reading, crisis)}
    meant: dict[str, str] = {}
    for country in {events[e].country for e in dated}:
        own = [e for e in dated if events[e].country == country]
        if len(own) == 1 and own[0] in named:
            meant[country] = own[0]
    # Déby took power in 1990; the army did so after his death
    watched |= {e for name in present for e in crises.died.get(name, ())}
    out = []
    for candidate, event, word in resolved:
        known = events.get(event)
        other = meant.get(known.country) if known else None
        if is_answer(candidate, reading) or (known and known.failed and is_attempt(candidate, reading)):
            other = None  # the junta of 2022 says that it foiled a coup
        if known and other and _has_its_month(candidate, known, events[other], reading):
            other = None  # Camara, who led the coup of 2008, is back. Guinea saw another coup in September.
        if known and other and event not in dated | named | watched and not clock.fresh(known):
            event = other
        out.append((candidate, event, word))
    return out


def _has_its_month(candidate: Candidate, event: Event, other: Event, reading: Reading) -> bool:
    """Is a coup told with the month that was its own, and not that of the other?"""
    role = month_role(event.date.month)
    if candidate.rule not in TELLING or event.date.month == other.date.month:
        return False
    start, end = reading.sentence(candidate.start)
    return bool(reading.cues_in(role, max(start, candidate.start - BESIDE), min(end, candidate.end + BESIDE)))


def without_loose_plurals(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved` without the coups that only a plural was taken for, where the text tells another of their country.

    He opened the door to coups in Syria. The coup of March 1949 …
    """
    events = reading.crises.events
    told: dict[str, set[str]] = {}
    for candidate, event, word in resolved:
        if event in events and word is None and candidate.rule in TELLING and not is_plural(candidate, reading):
            told.setdefault(events[event].country, set()).add(event)
    out = []
    for candidate, event, word in resolved:
        if event in events and is_plural(candidate, reading):
            others = told.get(events[event].country, {event})
            years = {events[e].date.year for e in others}
            old = not clock.recent(events[event])
            if event not in others and _is_loose(candidate, years, old=old, reading=reading):
                continue
        out.append((candidate, event, word))
    return out


def without_lone_sieges(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved` of a text without a date, without who is held or where shots fall, if no coup there is told by more.

    Benin holds five men of Niger, whose soldiers toppled Bazoum. | Shots at the palace: no coup, the minister says.
    """
    if clock.published is not None:
        return resolved
    watched = {crisis.event for crisis in reading.crises.crises}
    told = {event for candidate, event, word in resolved if word is None and candidate.rule != "hold"}
    alone = len(resolved) == sum(candidate.rule == "hold" for candidate, _, _ in resolved)
    return [r for r in resolved if r[0].rule != "hold" or alone or r[1] in told | watched]


def _is_loose(candidate: Candidate, told: set[int], *, old: bool, reading: Reading) -> bool:
    """Does a plural say neither how many nor years, of an old coup none but those `told`: the time of coups?

    But not: two coups, coups in 2020 and 2021.
    """
    if candidate.rule not in ("coup", "maybe") or counts_two(candidate, reading, plural=True):
        return False
    if dates_the_last(candidate, reading):
        return False
    years = set(reading.all_years_in(*reading.sentence(candidate.start)))
    return years <= told if old else not years


def as_told_beside(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """A junta is that of the coup which its sentence tells: Wanké led the military council that took power in 1999."""
    events = reading.crises.events
    if len({event for _, event, _ in resolved}) < 2:
        return resolved  # most articles tell one
    resolved = _in_one_breath(resolved, reading)
    told: dict[int, set[str]] = {}
    for candidate, event, word in resolved:
        if candidate.rule in TELLING and word is None:
            told.setdefault(reading.sentence(candidate.start)[0], set()).add(event)
    out = []
    for candidate, event, word in resolved:
        beside = told.get(reading.sentence(candidate.start)[0], ()) if candidate.rule in OUTCOMES else ()
        if candidate.rule in OUTCOMES and (other := _told_above(candidate, event, resolved, reading)):
            event = other
        if len(beside) == 1 and event in events and not whose_victim(candidate, reading, clock):
            (other,) = beside
            if other in events and events[other].country == events[event].country and not events[other].failed:
                event = other
        out.append((candidate, event, word))
    return out


def as_they_rose(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """Power that was taken is not what was just foiled: the junta foiled a coup. Its leader seized power in one."""
    events, head, out = reading.crises.events, head_end(reading), list[tuple[Candidate, str, str | None]]()
    for candidate, event_id, word in resolved:
        event, new = events.get(event_id), event_id
        foiled = event is not None and event.failed and clock.fresh(event) and word is None
        taken = candidate.rule == "seize" and candidate.start >= head
        taken = taken and not is_attempt(candidate, reading) and not is_plot(candidate, reading)
        if event and foiled and taken and _by_rulers(candidate, reading):
            ruling = (e.id for e in reversed(clock.known.get(event.country, ())) if not e.failed)
            new = next(ruling, event_id)
        out.append((candidate, new, word))
    return out


def _by_rulers(candidate: Candidate, reading: Reading) -> bool:
    """Did those take it who rule: the junta, or its leader himself?"""
    start = max(reading.sentence(candidate.start)[0] - 1, candidate.start - BY_RULERS, 0)
    if reading.crises.joints.its_leader.search(reading.key, start, candidate.end + 24):
        return True
    return bool(reading.cues_in("junta", start, candidate.start))


# So near before stands who did it.
BY_RULERS = 60


def as_dated_of_its_country(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """A junta is of the coup that the text dates to a month, not of one of its country that it does not tell.

    The juntas of both countries warn the bloc. Colonel Goïta took power in Mali in August 2020.
    """
    events = reading.crises.events
    if clock.published is None or len({event for _, event, _ in resolved}) < 2:
        return resolved
    dated: dict[str, set[str]] = {}
    told: set[str] = set()
    for candidate, event_id, word in resolved:
        event = events.get(event_id)
        if event is None or word:
            continue
        start, end = reading.sentence(candidate.start)
        if event.date.year in reading.years_in(start, end):
            month = month_role(event.date.month)  # not: in 2020, and again the year after
            if clock.recent(event) and not event.failed and reading.cues_in(month, start, end):
                dated.setdefault(event.country, set()).add(event_id)
        elif candidate.rule in TELLING:
            told.add(event_id)
    out = []
    for candidate, event_id, word in resolved:
        event, new = events.get(event_id), event_id
        own = dated.get(event.country, set()) if event and candidate.rule == "junta" else set()
        untold = event is not None and event_id not in own | told and not event.failed and not clock.fresh(event)
        if event and untold and len(own) == 1:
            (new,) = own
        out.append((candidate, new, word))
    return out


def with_what_it_came_after(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved` and the coup of the country that the headline begins by coming after: After Niger, a coup in Gabon."""
    one = opening_after(reading)
    if one is None or one[2] not in reading.eventful:
        return resolved
    head, events = head_end(reading), reading.crises.events
    told = [c for c, e, word in resolved if c.start < head and e in events and word is None and c.rule in TELLING]
    earlier = pick(reading, one[2], clock, [], attempt=False)
    if not told or not earlier or any(e in events and events[e].country == one[2] for _, e, _ in resolved):
        return resolved
    return [*resolved, (told[0], earlier[0].id, "historical")]


def _told_above(
    candidate: Candidate, event: str, resolved: Resolved, reading: Reading
) -> str | None:
    """The coup told just before a junta that no country is named beside: soldiers attacked Tandja. The junta rules.

    Only where the country that it was taken for is spoken of less.
    """
    events = reading.crises.events
    if event not in events or reading.countries_in(*reading.sentence(candidate.start)):
        return None
    if is_plural(candidate, reading):
        return None  # the junta in these three states
    above = [
        (c, e)
        for c, e, word in resolved
        if c.rule in TELLING and word is None and e in events and candidate.start - ABOVE <= c.start < candidate.start
    ]
    if not above:
        return _of_year_above(candidate, event, reading)
    if (other := above[-1][1]) == event or events[other].country == events[event].country:
        return None
    if events[other].failed or reading.countries_in(above[-1][0].end, candidate.start):
        return None
    scores = weights(reading)
    return other if scores[events[other].country] > scores[events[event].country] else None


def _of_year_above(candidate: Candidate, event: str, reading: Reading) -> str | None:
    """The coup of a year given above, in the country spoken of far more: on 18 February 2010 soldiers attacked."""
    scores = weights(reading)
    events = reading.crises.events
    most = max(scores, key=lambda c: scores[c], default="")
    if events[event].country == most or scores[events[event].country] * FAR_MORE > scores[most]:
        return None
    years = set(reading.years_in(0, candidate.start))
    own = [e.id for e in reading.crises.by_country.get(most, ()) if e.date.year in years and not e.failed]
    return own[0] if len(own) == 1 else None


FAR_MORE = 3


# So near above it stands what it goes on from.
ABOVE = 300
# Between a coup and whom it toppled.
_LED_AND = re.compile(rb"^(?: [^ ,;.\x01\x02]+){0,4} ?$")


def _goes_on(coup: Candidate, toppled: Candidate, reading: Reading) -> bool:
    """Does the clause on the coup go on with whom it toppled: الانقلاب الذي قاده تراوري وأطاح بداميبا?"""
    if coup.rule != "coup" or not is_definite(coup, reading) or is_plural(coup, reading):
        return False
    return bool(_LED_AND.match(reading.key[coup.end : toppled.start]))




def _in_one_breath(resolved: Resolved, reading: Reading) -> Resolved:
    """Who took power, and the coup that he took it by, are one: Sankara avait pris le pouvoir lors d'un putsch."""
    events, by_a_coup = reading.crises.events, reading.crises.whose.by_a_coup
    out = list(resolved)
    for i, (candidate, event, word) in enumerate(out):
        if not i or word:
            continue
        before, same, said = out[i - 1]
        if candidate.rule == "overthrow" and event not in events and not said and _goes_on(before, candidate, reading):
            # the coup that Traoré led and that toppled the junta's Damiba is no other one
            if same in events and not events[same].failed:
                out[i] = (candidate, same, word)
            continue
        if candidate.rule != "coup":
            continue
        if before.rule not in ("seize", "overthrow") or said or same == event or same not in events:
            continue
        if event in events and events[event].country != events[same].country:
            continue
        dated = reading.years_in(candidate.end, candidate.end + BESIDE_YEAR)
        apart = before.start < reading.sentence(candidate.start)[0]  # A coup attempt failed in January 2019.
        if not (dated or apart) and by_a_coup.match(reading.key[before.end : candidate.start]):
            out[i] = (candidate, same, word)
    return out
