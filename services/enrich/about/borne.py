"""What the people of a country and its neighbours bear for a coup: who is blamed for it, and is that the subject?"""

from __future__ import annotations

import re

from schemas.crisis import Crisis
from services.enrich.about.subject import PASSED, is_digest
from services.enrich.read.headline import country_in_head, head_end, in_head, weights
from services.enrich.read.reading import Reading

# So far below the headline a text has said what brought the effects that the headline tells.
BLAMED = 600


def has_effects(crisis: Crisis, reading: Reading) -> bool:
    """Is the headline of effects, and does the text soon say who did what for the coup that brought them?

    Lorries wait at the bridge. A driver from Niger has slept under his for twenty nights. | The bloc closed the
    frontier after soldiers took power. But not: onions rot since the coup | since the borders were closed: nobody did
    it, so the coup is only when. Nor who asks for aid: the UN says that four million go without.
    """
    head = head_end(reading)
    if not reading.title_end or not in_head(reading, "effect", "toll") or is_digest(reading):
        return False
    told = {at for at, event in reading.told if event == crisis.event}
    if country_in_head(reading, crisis.country) and any(at < head for at in told):
        return True  # Niger's students in trouble since the putsch
    if in_head(reading, "apart", "notcoup", "junta") or _is_said(reading, head):
        return False
    if _is_of_another(crisis, reading, head):
        return False
    places = [at for at, _, country in reading.countries if country == crisis.country]
    sentences = {reading.sentence(at) for at in places}
    if len(sentences) < 2:
        return False  # in a report on another country's prices it is one reason of several
    sentences |= {reading.sentence(at) for at in told}
    return any(
        head <= start + 2 and start < head + BLAMED and _is_blamed(crisis, reading, start, end, told)
        for start, end in sentences
    )


def _is_said(reading: Reading, head: int) -> bool:
    """Is it on who says something, or on who goes without and who helps? The UN warns of hunger.

    But not on those who bear it: no bread, residents say.
    """
    phrases = reading.crises.phrases
    if phrases.unnamed.search(reading.key, 0, head):
        return False
    return in_head(reading, "say") or bool(phrases.needs.search(reading.key, 0, head))


def _is_of_another(crisis: Crisis, reading: Reading, head: int) -> bool:
    """Is it on another country? Inflation in Nigeria; but not: lorries wait at Malanville, which is no state."""
    ids = reading.crises.ids
    states = {c for s, _, c in reading.countries_in(0, head)}
    named = {ids[h.use.entity] for h in reading.names if h.start < head} & states
    scores = weights(reading)
    passed = scores[crisis.country] * PASSED < max(scores.values(), default=0)
    return passed or (bool(named) and crisis.country not in states)


def _is_blamed(crisis: Crisis, reading: Reading, start: int, end: int, told: set[int]) -> bool:
    """Does a sentence say who closed the border, cut the power or imposed sanctions, on the country or for its coup?"""
    phrases = reading.crises.phrases
    done = phrases.penalty.search(reading.key, start, end)
    if not done:
        return False
    entities = reading.crises.entities
    hits = [h for h in reading.names if start <= h.start < end and h.use.cls != "sign"]
    if any(entities[h.use.entity].party and entities[h.use.entity].kind == "organisation" for h in hits):
        return True
    if not any(start <= at < end for at in told):
        return False
    others = [h for h in hits if entities[h.use.entity].country not in (None, crisis.country)]
    if any(entities[h.use.entity].kind == "person" for h in others):
        return True
    return bool(phrases.neighbours.search(reading.key, start, end)) or _is_done_by(crisis, reading, done)


def _is_done_by(crisis: Crisis, reading: Reading, done: re.Match[bytes]) -> bool:
    """Does another state, or a union, stand right before what was done? Nigeria has cut power, the EU suspended aid.

    But not: the closure of the border with Benin.
    """
    first, last = done.start() - DOER, done.end()
    if any(country != crisis.country for _, _, country in reading.countries_in(first, last)):
        return True
    entities = reading.crises.entities
    near = (entities[h.use.entity] for h in reading.names if first <= h.start < last)
    return any(one.kind == "organisation" and one.country != crisis.country for one in near)


# So near before what was done stands who did it.
DOER = 24
