"""How much of an article is about each crisis that is watched."""

from __future__ import annotations

import datetime as dt

from schemas.cues import Crisis
from schemas.normalized import NormalizedArticle
from services.enrich.draft import CrisisDraft, Draft
from services.enrich.reading import Reading
from services.enrich.subject import lead_end, weights


def step(article: NormalizedArticle, reading: Reading, tags: Draft) -> Draft:
    """Fill `crises`, one entry per crisis in the order of the seeds."""
    tags.crises = [CrisisDraft(c.id, salience(c, article, reading, tags)) for c in reading.crises.crises]
    return tags


def salience(crisis: Crisis, article: NormalizedArticle, reading: Reading, tags: Draft) -> str:
    """`main`, `background` or `none`."""
    published = article.published.date() if article.published else None
    if published and published < crisis.since - dt.timedelta(days=1):
        return "none"
    score = weights(reading)
    own = score[crisis.country]
    told = any(c.event == crisis.event for c in tags.coups)
    core = [h for h in reading.names if _core(reading, h.use.entity, crisis)]
    if not told and not core:
        acts = [h for h in reading.cue("act") if h.start < lead_end(reading)]
        if not own or not acts:
            return "none"
    lead = lead_end(reading)
    early = any(s < lead and c == crisis.country for s, _, c in reading.countries) or any(h.start < lead for h in core)
    rivals = max((w for c, w in score.items() if c != crisis.country and c in reading.crises.by_country), default=0)
    if early and own + 2 * len(core) >= rivals and any(c.event == crisis.event and c.status != "historical" for c in tags.coups):
        return "main"
    if early and core and own + 3 * len(core) >= rivals:
        return "main"
    return "background" if told or core else "none"


def _core(reading: Reading, entity: int, crisis: Crisis) -> bool:
    found = reading.crises.entities[entity]
    return found.core and found.country == crisis.country and found.id in reading.present
