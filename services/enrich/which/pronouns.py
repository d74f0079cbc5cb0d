"""Coups told of a pronoun: fellow soldiers ousted him, the putsch that brought him to power, il a pris le pouvoir."""

from __future__ import annotations

from services.enrich.read.candidate import Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.reading import NameHit, Reading
from services.enrich.which.rows import rows
from services.enrich.which.ties import Tie

# So near a mention stands a year that dates it.
BESIDE = 12
# So far back stands whom a pronoun means.
BACK = 420


def of_him(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The one coup that drove out, or brought to power, the last person named before a pronoun; none where it is open.

    Buhari took power in 1983, until soldiers ousted him. | Sankara died four years after the coup qui l'avait porté.
    """
    if not reading.linked or reading.linked[0] >= candidate.start:
        return []
    crises, end = reading.crises, candidate.end
    if candidate.rule in ("overthrow", "ousted"):
        whose = crises.unseated if is_done_to_one(candidate.start, candidate.end, reading) else None
    elif candidate.rule in ("coup", "maybe"):
        brought = crises.joints.brought_him.match(reading.key, candidate.end)
        end, whose = (brought.end(), crises.made) if brought else (end, None)
        if crises.whose.died.search(reading.key, max(0, candidate.start - DIED), candidate.start):
            whose = crises.unseated
    else:
        return []
    hit = _last_named(candidate.start, reading) if whose is not None else None
    if hit is None or whose is None:
        return []
    known = [crises.events[e] for e in whose.get(crises.ids[hit.use.entity], ()) if clock.has_seen(crises.events[e])]
    named = {c for _, _, c in reading.countries_in(*reading.sentence(candidate.start)) if c in crises.by_country}
    # aka kashe shi a juyin mulkin 1987; le coup qu'il avait mené en octobre 1987
    dated = reading.years_in(candidate.end, end + BESIDE + (BESIDE if end > candidate.end else 0))[:1]
    if dated and known and known[0].date.year not in dated:
        return []
    return [known[0].id] if len(known) == 1 and named <= {known[0].country} else []


# So far before a coup begins that somebody was killed in it: سقط قتيلا في انقلاب.
DIED = 64


def that_raised_its_maker(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The coup of the only maker named in the text, where a sentence tells how somebody came to power by one.

    The trial of Ould Abdel Aziz. The general, who came to power in a bloodless coup, denies the charges.
    """
    start, end = reading.sentence(candidate.start)
    if not reading.linked or not reading.crises.joints.rose.search(reading.key, start, candidate.end):
        return []
    if reading.years_in(max(start, candidate.start - BESIDE), min(end, candidate.end + BESIDE)):
        return []
    crises = reading.crises
    made = {e for name in reading.present for e in crises.made.get(name, ()) if clock.has_seen(crises.events[e])}
    named = {c for _, _, c in reading.countries_in(start, end) if c in crises.by_country}
    return list(made) if len(made) == 1 and named <= {crises.events[e].country for e in made} else []


def _last_named(at: int, reading: Reading) -> NameHit | None:
    """The last person of a known coup who is named before a place, but not so far back that someone else is meant."""
    crises = reading.crises
    before = [
        h
        for h in reading.names
        if h.use.entity in crises.linked and h.use.cls in ("name", "short") and max(0, at - BACK) <= h.start < at
    ]
    before = [h for h in before if crises.ids[h.use.entity] in reading.present]
    return max(before, key=lambda h: h.start, default=None)


def is_done_to_one(start: int, end: int, reading: Reading) -> bool:
    """Is what is told in [start, end) done to a pronoun?"""
    joints = reading.crises.joints
    before = joints.him_before.search(reading.key, max(0, start - 48), start)
    behind = joints.him_behind.match(reading.key, end)
    # depuis sa chute: whose it is may stand within the mention
    last = reading.key.rfind(b" ", start, end) + 1
    if last > start:
        before = before or joints.him_before.search(reading.key, max(0, start - 1), last)
    # tunbuke shi daga mulki: so may the pronoun
    return bool(before or behind or joints.him_behind.search(reading.key, max(0, start - 1), end + 1))


def is_done_to_him(start: int, end: int, reading: Reading) -> bool:
    """Is it done to a pronoun, behind the name of whom a coup drove out? Il est destitué l'année suivante."""
    if not reading.linked or not is_done_to_one(start, end, reading):
        return False
    hit = _last_named(start, reading)
    return hit is not None and reading.crises.ids[hit.use.entity] in reading.crises.unseated


def is_done_by_him(at: int, reading: Reading) -> bool:
    """Does a pronoun act right before a place, and is one named before it who made a coup of a country spoken of?

    The general wanted to be caliph himself. He seized power just to have it.
    """
    if not reading.linked or not reading.crises.joints.he_before.search(reading.key, max(0, at - 40), at):
        return False
    hit = _last_named(at, reading)
    made = reading.crises.made.get(reading.crises.ids[hit.use.entity], frozenset()) if hit else frozenset()
    return any(reading.crises.events[e].country in reading.eventful for e in made)


def of_those_before(candidate: Candidate, reading: Reading, start: int) -> list[Tie]:
    """The row of countries that "they too" goes back to: Mali and Guinea stayed away, as they too are led by juntas."""
    found = reading.crises.joints.they_too.search(reading.key, start, candidate.start)
    if candidate.rule != "junta" or found is None:
        return []
    before = rows(reading.countries_in(start, found.start()), reading)
    named = [c for _, _, c in before[-1] if c in reading.eventful] if before else []
    return [Tie(country, []) for country in named] if len(named) > 1 else []
