"""What the country of a crisis does together with its allies: an act of its rulers, though each is one of several."""

from __future__ import annotations

import datetime as dt

from schemas.crisis import Alliance, Crisis
from schemas.gazetteer import Entity
from services.enrich.about.subject import is_digest
from services.enrich.read.headline import head_end, in_head, opening
from services.enrich.read.reading import Reading


def acts_with_allies(crisis: Crisis, reading: Reading, day: dt.date | None) -> bool:
    """Do they act as one at the top of a text, of a day on which they are allies?

    Niger, Mali and Burkina Faso launch a joint force. | Sahel states use one passport. | The alliance recalls its
    ambassadors. But not: Togo may join the alliance | games of the alliance | Mali, a member, takes a town.
    """
    alliance = crisis.alliance
    if alliance is None or (day and day < alliance.since):
        return False
    members = {crisis.country, *alliance.countries}
    # most texts name neither their body nor all of them
    if alliance.body not in reading.present and not members <= {country for _, _, country in reading.countries}:
        return False
    if is_digest(reading) or in_head(reading, "apart", "notcoup", "effect", "toll"):
        return False
    head = head_end(reading)
    end = opening(reading, head)[1] if reading.title_end else head
    first = reading.title_end or reading.sentence(0)[1]
    named = [(start, country) for start, _, country in reading.countries_in(0, end)]
    lands = {country for _, country in named}
    if crisis.country not in lands and lands & members:
        return False  # Mali, a member, takes a town
    if (lands & reading.eventful) - members:
        return False  # Mali, Guinea, Burkina Faso, Niger: from one coup to the next
    entities = reading.crises.entities
    bodies = [h.start for h in reading.names if h.start < end and entities[h.use.entity].id == alliance.body]
    called = reading.crises.phrases.allies_called.search(reading.key, 0, first)
    together = members <= lands
    if not (bodies or (day and together)):
        return False
    if not (called or together or bodies[0] < first):
        return False
    # who is named first acts: members, what they are called, or the bloc that they leave
    tops = [(start, country in members) for start, country in named] + [(at, True) for at in bodies]
    tops += [(called.start(), True)] if called else []
    acts = in_head(reading, "act") or reading.crises.phrases.does_together.search(reading.key, 0, end) is not None
    parties = [h.start for h in reading.names if h.start < first and _is_bloc(entities[h.use.entity], alliance)]
    if parties and parties[0] < min(tops)[0]:
        return together or acts
    return acts and min(tops)[1]


def _is_bloc(entity: Entity, alliance: Alliance) -> bool:
    """Is it another body that is a party to the crisis: ECOWAS, which gives them six months?"""
    return entity.party and entity.kind == "organisation" and entity.id != alliance.body
