"""How much of an article is about each crisis that is watched."""

from __future__ import annotations

import datetime as dt

from schemas.cues import Crisis
from schemas.normalized import NormalizedArticle
from services.enrich.draft import CrisisDraft, Draft
from services.enrich.reading import Reading
from services.enrich.subject import core_places, head_end, is_about, is_digest


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
    return "background" if told or core else "none"


def _act_of_state(crisis: Crisis, reading: Reading) -> bool:
    """The country in the headline and an act of state or against it there: no word for coup, no name is needed."""
    head = head_end(reading)
    own = any(c == crisis.country for s, _, c in reading.countries if s < head)
    acts = [h for h in reading.cue("act") if h.start < head]
    return own and bool(acts) and not is_digest(reading) and len(reading.cue("notcoup")) < 2
