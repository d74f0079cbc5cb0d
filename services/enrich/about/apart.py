"""What happens in a country on any day, and is no part of its crisis: an attack, a flood, a match."""

from __future__ import annotations

import re
from typing import Final

from schemas.crisis import Crisis
from services.enrich.read.headline import acts_by_itself, head_end, in_head, opening
from services.enrich.read.reading import Reading

# How far before a sign stands what makes it only say when: since the fall of Bazoum.
WHEN_REACH = 44


def is_apart(reading: Reading, head: int, signs: list[int], core: list[int]) -> bool:
    """Is it an attack, a flood, a match in the country, with nothing of the crisis in the headline?"""
    if not in_head(reading, "apart"):
        return False
    if acts_by_itself(reading) or in_head(reading, "junta"):
        return False
    if _is_decreed(reading, head, core):
        return False
    if _is_only_announced(reading, signs, core):
        return True
    # First attack since the coup: what only says when is no sign of the crisis
    when = reading.crises.phrases.when
    return not any(s < head and not when.search(reading.key, max(s - WHEN_REACH, 0), s) for s in (*signs, *core))


def _is_decreed(reading: Reading, head: int, core: list[int]) -> bool:
    """Is it of a ruler's decree, said in the first two sentences: whoever helps attackers is registered?

    Niger registers accomplices of terrorists. General Tiani has signed an ordinance. But not: attackers killed ten in
    Niger. General Tiani sent his condolences.
    """
    decree = reading.crises.phrases.decree
    end = opening(reading, head)[1] if reading.title_end else reading.sentence(0)[1]
    below = reading.sentence(end)[1] if end < len(reading.key) else end
    places = {reading.sentence(at) for at in core if at < below}
    return any(decree.search(reading.key, max(0, start - 1), last) for start, last in places)


def opens_apart(reading: Reading) -> bool:
    """Without a headline: is other news told first, and what looks like an act of state only beside it?

    Gunmen have killed 34 in Banibangou. The ministry speaks of mercenaries close to the frontier. | Teachers have
    stopped work. They accuse the authorities. But not: Gunmen have killed 34. The army has accused Benin.
    """
    first = reading.sentence(0)[1]
    if reading.title_end or not reading.cues_in("apart", 0, first) or reading.cues_in("act", 0, first):
        return False
    head, entities = head_end(reading), reading.crises.entities
    if in_head(reading, "junta", "coup", "maybe", "ousted"):
        return False
    hits = [h for h in reading.names if h.start < head and h.use.cls not in ("demonym", "sign")]
    if any((one := entities[h.use.entity]).party or (one.core and one.kind == "person") for h in hits):
        return False
    here = {land for _, _, land in reading.countries_in(0, first)}
    named = {h.start for h in hits}
    return all(land in here for at, _, land in reading.countries_in(first, head) if at in named)


def is_of_a_town(reading: Reading, crisis: Crisis) -> bool:
    """Without a headline and without a sign of the crisis: is a town's news told first, and an act only below it?

    Rains have destroyed houses in Maradi. The government has suspended classes. | Police in Niamey broke up a ring of
    forgers. The prosecutor accuses five. But not: Niamey has an answer. It suspends aid. | The junta has suspended aid.
    """
    first = reading.sentence(0)[1]
    if reading.title_end or reading.cues_in("act-weak", 0, first) or acts_by_itself(reading, first):
        return False
    if reading.has("junta", "ousted", "coup", "maybe", "aftermath") or reading.told:
        return False
    entities = reading.crises.entities
    tagged = [(h, entities[h.use.entity]) for h in reading.names if h.use.cls not in ("demonym", "sign")]
    if any(one.party or (one.core and one.kind == "person") for _, one in tagged):
        return False
    towns = [(h, one) for h, one in tagged if h.start < first and one.kind == "place"]
    own = [(h, one) for h, one in towns if crisis.country in (one.id, one.country)]
    return bool(own) and all(
        one.id != crisis.country and _IN.search(reading.key, max(0, h.start - NEAR), h.start) for h, one in own
    )


# Before a town in which something happens; an Arabic one has it glued to it, or as a word of its own.
_IN = re.compile(rb"(?:^| )(?:a|au|de|d|du|in|of|at|near|pres de|garin|birnin|jihar|yankin|[\x80-\xff]{2,8}) $")
NEAR: Final = 12


def _is_only_announced(reading: Reading, signs: list[int], core: list[int]) -> bool:
    """Without a headline: is an attack told first, and of the crisis only who says so in a later sentence?

    Gunmen have killed forty in a mosque in Niger. The minister Mohamed Toumba said so on television. But not: Niger
    has accused a neighbour after an attack. | The general, who came out of the coup, said so.
    """
    if reading.title_end or not core or not set(signs) <= set(core):
        return False
    first = reading.sentence(0)[1]
    apart = reading.cues_in("apart", 0, first)
    where = reading.sentence(core[0])
    said = reading.cues_in("say", *where) and not reading.cues_in("claim", *where)
    return bool(apart and said) and all(at >= first for at in core) and first < head_end(reading)
