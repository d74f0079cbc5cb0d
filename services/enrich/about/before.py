"""Whether a text without a date was written before a crisis: when whom the coup unseated still stood or ruled."""

from __future__ import annotations

from schemas.crisis import Crisis
from services.enrich.about.core import core_places
from services.enrich.read.headline import head_end, in_head, opening
from services.enrich.read.patterns import TOPIC
from services.enrich.read.reading import NameHit, Reading

# A text of no older years than these says by them when it was written; others tell somebody's life.
YEARS = 4


def is_before(crisis: Crisis, reading: Reading) -> bool:
    """Does nothing of it tell the crisis, and something that it was not yet?

    Candidate Bazoum visits Daura. | Bazoum, sworn in on 2 April 2021, … | He was received by President Buhari. |
    The drones in Niamey support Operation Barkhane.
    """
    if any(event == crisis.event for _, event in reading.told):
        return False
    crises = reading.crises
    if _of_an_older_coup(crisis, reading):
        return True
    if reading.has("junta", "ousted"):
        return False
    if _is_dated(crisis, reading):
        return True
    core = {i for i in crises.core[crisis.country] if crises.ids[i] in reading.present}
    # whose rule ended with it
    victims = {i for i in core if any(until == crisis.since for _, until in crises.reigns.get(i, ()))}
    if core - victims:
        return False
    years = reading.years_in(0, len(reading.key))
    if years and crisis.since.year - YEARS <= max(years) < crisis.since.year:
        return True
    if reading.crises.phrases.bygone.search(reading.key):
        return True
    named = [hit for hit in reading.names if hit.use.entity in victims]
    # President Bazoum honours a governor: who speaks of him after the coup says what became of him
    ruling = any(_has_office(hit, reading) for hit in named) and not any(_is_in_trouble(hit, reading) for hit in named)
    if ruling and not in_head(reading, "act", "act-weak", "aftermath"):
        return True
    if _stands(named, reading) or any(_serves(hit, reading) for hit in named):
        return True
    return any(_ruled_before(hit, crisis, reading) for hit in reading.names)


def _of_an_older_coup(crisis: Crisis, reading: Reading) -> bool:
    """Is it of an older coup of the country, and nobody of the crisis named: Salou Djibo's junta signs a decree?"""
    known = reading.crises.events
    told = (known[event] for _, event in reading.told)
    older = any(e.country == crisis.country and e.date < crisis.since for e in told)
    return older and crisis.event not in reading.passed and not core_places(reading, crisis)


def _is_dated(crisis: Crisis, reading: Reading) -> bool:
    """Is what is told first dated by day, month and year to a time before, and no year of the crisis named at all?

    A journalist was arrested on 18 May 2015; but not: Issoufou, who was born on 18 May 1952 | the accord of 2012.
    """
    end = opening(reading, head_end(reading))[1] if reading.title_end else reading.sentence(0)[1]
    key, times = reading.key, reading.crises.times
    found = (day for day in times.full_date.finditer(key, 0, end) if int(day[1]) < crisis.since.year)
    if not any(not times.born.search(key, max(0, day.start() - TITLE), day.start()) for day in found):
        return False
    return max(reading.all_years_in(0, len(key))) < crisis.since.year


def _stands(hits: list[NameHit], reading: Reading) -> bool:
    """Is somebody told of as a candidate, or by what only a ruler does: Bazoum opens a bridge?"""
    phrases, key = reading.crises.phrases, reading.key
    if any(phrases.governs.match(key, hit.end) for hit in hits):
        return True
    # each once: a megabyte of names may be one sentence
    sentences = {reading.sentence(hit.start) for hit in hits}
    return any(phrases.standing.search(key, max(0, start - 1), end) for start, end in sentences)


def _serves(hit: NameHit, reading: Reading) -> bool:
    """Is one told of by an office that he had before he ruled? Interior Minister Bazoum leads the feast."""
    served = reading.crises.whose.served.search(reading.key, max(0, hit.start - TITLE), hit.start)
    return served is not None and not _is_former(served.start(), reading)


# What a ruler is told of in the first days, when he still has his title; topics of seeds/world/topics.yaml.
_TROUBLE = tuple(
    TOPIC + name
    for name in ("release", "resignation", "siege", "takeover", "coup-attempt", "intervention", "ultimatum")
)


def _is_in_trouble(hit: NameHit, reading: Reading) -> bool:
    """Does his sentence or the next tell what befalls him? The bloc demands that President Bazoum be freed."""
    start, end = reading.sentence(hit.start)
    _, end = reading.sentence(min(end + 1, len(reading.key) - 1))
    return any(reading.cues_in(role, start, end) for role in _TROUBLE)


# So far before a name its title begins, and before that what makes it a former one.
TITLE, FORMER = 40, 48


def _ruled_before(hit: NameHit, crisis: Crisis, reading: Reading) -> bool:
    """Is one told of by his title who had ruled for the last time before the crisis?

    Of its own country however long ago: Niger's president Tandja dissolves parliament. Others have it in lives.
    """
    reigns = reading.crises.reigns.get(hit.use.entity, ())
    ends = [until for _, until in reigns if until is not None]
    fell = reading.crises.unseated.get(reading.crises.ids[hit.use.entity], ())
    ends += [event.date for e in fell if not (event := reading.crises.events[e]).failed and not reigns]
    if not ends or len(ends) < len(reigns) or max(ends) >= crisis.since:
        return False
    own = reading.crises.entities[hit.use.entity].country == crisis.country
    if not own and max(ends).year < crisis.since.year - YEARS:
        return False
    return _has_office(hit, reading)


def _has_office(hit: NameHit, reading: Reading) -> bool:
    """Does a title stand before a name, or behind it, and no word that he had it once: President Bazoum?

    Bazoum Mohammed, shugaban Jamhuriyar Nijar, ya ce; but not: Bazoum, president for two years.
    """
    whose = reading.crises.whose
    if whose.rules_behind.match(reading.key, hit.end):
        return True
    for role in ("title", "ruler"):
        for title in reading.cues_in(role, max(0, hit.start - TITLE), hit.start):
            gap = reading.key[title.end : hit.start]
            once = whose.once_behind.search(gap) or _is_former(title.start, reading)
            if whose.title_gap.match(gap) and not once:
                return True
    return False


def _is_former(at: int, reading: Reading) -> bool:
    return reading.crises.whose.once.search(reading.key, max(0, at - FORMER), at) is not None
