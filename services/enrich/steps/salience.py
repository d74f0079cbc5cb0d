"""How much of an article is about each crisis that is watched."""

from __future__ import annotations

import datetime as dt

from schemas.cues import Crisis
from schemas.normalized import NormalizedArticle
from services.enrich.draft import CrisisDraft, Draft
from services.enrich.reading import Reading
from services.enrich.subject import acts_in_head, core_places, head_end, is_about, is_digest

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
    acted = _act_of_state(crisis, reading)
    if is_about(reading, crisis.event, crisis.country, reading.told, core) or acted:
        return "main"
    if published and (published - crisis.since).days <= FRESH_DAYS and _headline_of_days(crisis, reading):
        return "main"
    return "background" if told or core else "none"


def _headline_of_days(crisis: Crisis, reading: Reading) -> bool:
    """In the first weeks a headline that names the country is about its crisis: Wagner chief hails events in Niger."""
    head = head_end(reading)
    named = any(c == crisis.country for s, _, c in reading.countries if s < head)
    other = any(hit.start < head for hit in reading.cue("apart", "digest", "effect"))
    events = {event for _, event in reading.told}
    if events and crisis.event not in events and not core_places(reading, crisis):
        return False  # another country's coup, the second after Niger's
    return named and not other and not reading.cue("notcoup")


def _act_of_state(crisis: Crisis, reading: Reading) -> bool:
    """The country in the headline and an act of state or against it there: no word for coup, no name is needed."""
    head = head_end(reading)
    own = any(c == crisis.country for s, _, c in reading.countries if s < head)
    party = any(h.start < head and reading.crises.entities[h.use.entity].party for h in reading.names)
    return own and (acts_in_head(reading) or party) and not is_digest(reading) and len(reading.cue("notcoup")) < 2
