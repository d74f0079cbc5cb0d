"""Coups told of a pronoun: fellow soldiers ousted him, the putsch that brought him to power, il a pris le pouvoir."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from services.enrich.clock import Clock
from services.enrich.reading import NameHit, Reading

if TYPE_CHECKING:  # candidates asks here who a pronoun means
    from services.enrich.candidates import Candidate

# Behind what was done to him, or before it.
_HIM_BEHIND = re.compile(rb" him(?: |[,.;:)]|$)")
_HIM_BEFORE = re.compile(
    rb"(?:^|[ \x01\"])(?:l\x27(?:a|ont|avait|avaient|aurait|eut)|"
    rb"(?:he|il)(?: (?:was|had been|is|has been|etait|est|fut|sera|a ete|avait ete|a son tour|himself)){1,2}"
    rb"(?: [a-z]+){0,4}|"
    rb"(?:his|son|sa)(?: own)?) $"
)
# Behind a coup that he came to power by.
_BROUGHT_HIM = re.compile(
    rb" (?:qui (?:l\x27(?:a|avait|ait) (?:porte|amene|hisse|propulse|installe|conduit|mene)|le (?:porta|porte|hissa)) "
    rb"(?:au pouvoir|a la tete)|(?:that|which) (?:had |has |first )?(?:brought|swept|propelled|put|installed|carried)"
    rb" him (?:to|in|into) (?:power|office)|"
    rb"(?:qu\x27il|that he|which he|he) (?:avait |a |had |himself )?(?:mene|dirige|conduit|fomente|perpetre|led|staged|"
    rb"mounted|carried out)\b)"
)
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
    key, crises = reading.key, reading.crises
    if candidate.rule in ("overthrow", "ousted"):
        done = _HIM_BEHIND.match(key, candidate.end) or _HIM_BEFORE.search(
            key, max(0, candidate.start - 48), candidate.start
        )
        whose = crises.unseated if done else None
    elif candidate.rule in ("coup", "maybe"):
        whose = crises.made if _BROUGHT_HIM.match(key, candidate.end) else None
    else:
        return []
    hit = _last_named(candidate.start, reading) if whose is not None else None
    if hit is None or whose is None:
        return []
    known = [crises.events[e] for e in whose.get(crises.ids[hit.use.entity], ()) if clock.has_seen(crises.events[e])]
    named = {c for _, _, c in reading.countries_in(*reading.sentence(candidate.start)) if c in crises.by_country}
    return [known[0].id] if len(known) == 1 and named <= {known[0].country} else []


_RAISED = re.compile(
    rb" (?:who|he|had|has|having|il|qui|elle) (?:had |has |have |est |etait |a )?(?:come|came|rose|risen|arrivee?|"
    rb"parvenue?|venue?|accede|took|seized|pris|prit)\b|"
    rb" (?:arrivee?|parvenue?|venue?|portee?|hissee?) au pouvoir\b"
)


def that_raised_its_maker(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The coup of the only maker named in the text, where a sentence tells how somebody came to power by one.

    The trial of Ould Abdel Aziz. The general, who came to power in a bloodless coup, denies the charges.
    """
    start, end = reading.sentence(candidate.start)
    if not reading.linked or not _RAISED.search(reading.key, start, candidate.end):
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


def is_done_to_him(start: int, end: int, reading: Reading) -> bool:
    """Is it done to a pronoun, behind the name of whom a coup drove out? Il est destitué l'année suivante."""
    key = reading.key
    if not reading.linked or not (_HIM_BEHIND.match(key, end) or _HIM_BEFORE.search(key, max(0, start - 48), start)):
        return False
    hit = _last_named(start, reading)
    return hit is not None and reading.crises.ids[hit.use.entity] in reading.crises.unseated


_HE = re.compile(
    rb"(?:^|[ \x01\"])(?:he|she|il|elle)(?: (?:had|has|himself|first|then|later|avait|a|lui meme|a son tour)){0,3} $"
)


def is_done_by_him(at: int, reading: Reading) -> bool:
    """Does a pronoun act right before a place, and is one named before it who made a coup of a country spoken of?

    The general wanted to be caliph himself. He seized power just to have it.
    """
    if not reading.linked or not _HE.search(reading.key, max(0, at - 40), at):
        return False
    hit = _last_named(at, reading)
    made = reading.crises.made.get(reading.crises.ids[hit.use.entity], frozenset()) if hit else frozenset()
    return any(reading.crises.events[e].country in reading.eventful for e in made)
