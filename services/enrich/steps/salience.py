"""How much of an article is about each crisis that is watched."""

from __future__ import annotations

import datetime as dt

from schemas.cues import Crisis
from schemas.normalized import NormalizedArticle
from services.enrich.draft import CrisisDraft, Draft
from services.enrich.reading import Reading
from services.enrich.subject import acts_in_head, core_places, head_end, is_about, is_digest, lead_end, weights

FRESH_DAYS = 60


def step(article: NormalizedArticle, reading: Reading, tags: Draft) -> Draft:
    """Fill `crises`, one entry per crisis in the order of the seeds."""
    tags.crises = [CrisisDraft(c.id, salience(c, article, reading)) for c in reading.crises.crises]
    return tags


def salience(crisis: Crisis, article: NormalizedArticle, reading: Reading) -> str:
    """`main`, `background` or `none`. Before the first rumours of a crisis there is none."""
    published = article.published.date() if article.published else None
    if published and published < crisis.since - dt.timedelta(days=1):
        return "none"
    core = core_places(reading, crisis)
    told = any(event == crisis.event for _, event in reading.told)
    if _of_another(crisis, reading, told=told, core=bool(core)):
        return "background" if crisis.event in reading.passed else "none"
    acted = _act_of_state(crisis, reading)
    if is_about(reading, crisis.event, crisis.country, reading.told, core) or acted:
        return "main"
    if published and (published - crisis.since).days <= FRESH_DAYS and _headline_of_days(crisis, reading):
        return "main"
    return "background" if told or core or crisis.event in reading.passed else "none"


def _of_another(crisis: Crisis, reading: Reading, *, told: bool, core: bool) -> bool:
    """Is it of another country's coup, the second after Niger's?"""
    if told or core:
        return False
    scores = weights(reading)
    others = {reading.crises.events[event].country for _, event in reading.told}
    least = scores[crisis.country] + (crisis.event not in reading.passed)
    return any(scores[c] >= least for c in others)


def _headline_of_days(crisis: Crisis, reading: Reading) -> bool:
    """In the first weeks a headline that names the country is about its crisis: Wagner chief hails events in Niger."""
    head = head_end(reading)
    if not any(c == crisis.country for s, _, c in reading.countries if s < head):
        return False
    if any(hit.start < head for hit in reading.cue("apart", "digest", "effect", "idiom")) or reading.cue("notcoup"):
        return False
    # Mayor of Maradi wants water: a town by itself is not the state.
    own = {h.use.entity for h in reading.names if h.start < head and h.use.cls == "name"}
    entities = reading.crises.entities
    return any(entities[n].id == crisis.country or entities[n].party for n in own) or _signs(crisis, reading)


def _signs(crisis: Crisis, reading: Reading) -> bool:
    """Does anything in the text tell the crisis: its coup, its people and bodies, an act of state?"""
    if core_places(reading, crisis) or reading.cue("act", "junta", "ousted"):
        return True
    entities = reading.crises.entities
    return any(event == crisis.event for _, event in reading.told) or any(
        entities[h.use.entity].party for h in reading.names
    )


def _allies_act(crisis: Crisis, reading: Reading, head: int) -> bool:
    """A body that is a party to the crisis acts, and the lead names the country: Sahel alliance quits the court.

    It may stand behind the headline: Tinubu: force is the last resort. | Ecowas told its force to be ready for Niger.
    """
    entities = reading.crises.entities
    bodies = [
        h.start for h in reading.names if (e := entities[h.use.entity]).party and e.kind == "organisation"
    ]
    first = reading.sentence(min(head + 2, len(reading.key) - 1))[1] if reading.title_end else head
    if not any(start < first for start in bodies):
        return False
    if not (acts_in_head(reading) or any(h.start < head for h in reading.cue("junta"))):
        return False
    in_head = any(start < head for start in bodies)
    if not in_head and any(h.start < head for h in reading.cue("effect", "apart")):
        return False
    until = lead_end(reading) if in_head else first
    scores = weights(reading)
    named = any(c == crisis.country for s, _, c in reading.countries if s < until)
    return named and all(scores[crisis.country] >= scores[c] for c in reading.eventful)


def _act_of_state(crisis: Crisis, reading: Reading) -> bool:
    """The country in the headline and an act of state or against it there: no word for coup, no name is needed."""
    head = head_end(reading)
    own = any(c == crisis.country for s, _, c in reading.countries if s < head)
    party = any(h.start < head and reading.crises.entities[h.use.entity].party for h in reading.names)
    own = own or _allies_act(crisis, reading, head)
    return own and (acts_in_head(reading) or party) and not is_digest(reading) and len(reading.cue("notcoup")) < 2
