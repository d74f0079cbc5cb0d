"""What a crisis consists of once it goes on, where nobody says coup: foreign troops, mines, critics in prison."""

from __future__ import annotations

import datetime as dt

from schemas.crisis import Crisis
from services.enrich.about.core import core_places
from services.enrich.about.subject import is_digest
from services.enrich.read.headline import country_in_head, head_end, in_head, opening, weights
from services.enrich.read.reading import Reading


def is_matter(crisis: Crisis, reading: Reading, day: dt.date | None) -> bool:
    """Is the top of a text, of a day of the crisis, of such a matter in its country?

    The last American soldiers have left the base in Agadez. | Niger takes the mine at Imouraren from Orano. | Two
    journalists are in prison in Niamey. But not: gunmen attack a base in Niger | the price of uranium | a journalist of
    Niger wins a prize | the same before the coup, or without a date where nothing tells the coup.
    """
    if (day is None and not _tells_it(crisis, reading)) or (day and day < crisis.since) or is_digest(reading):
        return False
    if in_head(reading, "apart", "notcoup", "effect", "toll"):
        return False
    head = head_end(reading)
    end = opening(reading, head)[1] if reading.title_end else head
    places = [start for start, _, country in reading.countries_in(0, end) if country == crisis.country]
    if not places or not _is_named_most(crisis, reading):
        return False
    first = end if places[0] < head else head
    phrases, key = reading.crises.phrases, reading.key
    if phrases.matter.search(key, 0, first) or _names_one(reading, first):
        return not _is_of_business(reading, head, end)
    if not places[0] < head and {country for _, _, country in reading.countries_in(0, end)} != {crisis.country}:
        return False  # Activist held in Pretoria. He was an adviser to Niger's leader.
    if any(reading.crises.phrases.beside.search(key, max(0, at - BESIDE), at) for at in places[:1]):
        return False
    return bool(phrases.critics.search(key, 0, end) and phrases.put_away.search(key, 0, end))


def _is_of_business(reading: Reading, head: int, end: int) -> bool:
    """Does a company only say how it fares? Mine has the government's support, says the firm.

    But not: the firm says that Niger has taken its mine | that its envoy was told to leave.
    """
    if not in_head(reading, "say") or any(reading.cues_in(role, 0, end) for role in _DONE):
        return False
    entities, said = reading.crises.entities, reading.cues_in("say", 0, head)
    bodies = (h for h in reading.names if h.start < head and entities[h.use.entity].kind == "organisation")
    firms = [h for h in bodies if not (entities[h.use.entity].party or entities[h.use.entity].country)]
    return any(0 <= firm.start - say.end <= NEXT or 0 <= say.start - firm.end <= NEXT for firm in firms for say in said)


# What somebody does to it, or it to others.
_DONE = ("act", "act-weak", "junta", "move", "arrest", "claim")
# So near beside a word for saying stands who says it.
NEXT = 6
# So near before a name stands that it only says who someone is.
BESIDE = 48


def _tells_it(crisis: Crisis, reading: Reading) -> bool:
    return bool(core_places(reading, crisis)) or any(event == crisis.event for _, event in reading.told)


def _names_one(reading: Reading, end: int) -> bool:
    """Does the top name a base, a mine or a company that is such a matter?"""
    entities = reading.crises.entities
    return any(h.start < end and entities[h.use.entity].matter for h in reading.names if h.use.cls != "sign")


def _is_named_most(crisis: Crisis, reading: Reading) -> bool:
    """Is no other country with coups of these years spoken of more? In Chad, where the troops from Niger arrive."""
    scores = weights(reading)
    most = max((scores[c] for c in reading.eventful if c != crisis.country), default=0)
    return country_in_head(reading, crisis.country) or scores[crisis.country] >= most
