"""Is the article worth waking the desk: the crisis is its subject and it reports something new."""

from __future__ import annotations

import re

from schemas.normalized import NormalizedArticle
from services.enrich.draft import Draft
from services.enrich.reading import Reading
from services.enrich.subject import head_end


def step(article: NormalizedArticle, reading: Reading, tags: Draft) -> Draft:  # noqa: ARG001 - every step has one form
    """Set `alert`: main, and neither told for its own sake nor of its effects only."""
    tags.alert = any(c.salience == "main" for c in tags.crises) and not quiet(reading)
    return tags


# An article that begins "One year ago," looks back.
OPENING = 24
# A headline may put its subject before a colon or dash, and ask behind it.
_PARTS = re.compile(rb"[:|\x02?.!\"] *\"?")


def quiet(reading: Reading) -> str | None:
    """Why an article on the crisis is no news, or None: the kind of piece that its headline announces."""
    head = head_end(reading)
    starts = {0} | {m.end() for m in _PARTS.finditer(reading.key, 0, head)}
    for role in ("explainer", "opinion", "digest", "review"):
        # without a headline the words are running text ("Bazoum, who is detained"), which announces nothing midway
        if any(hit.start < head and (reading.title_end or hit.start in starts) for hit in reading.cue(role)):
            return role
    if any(hit.start in starts for hit in reading.cue("question")):
        return "question"
    said = any(hit.start < head for hit in reading.cue("say"))
    acted = any(hit.start < head for hit in reading.cue("act"))
    opening = head + OPENING if reading.title_end and not acted else head
    if any(hit.start < opening for hit in reading.cue("anniversary")) and not said:
        return "anniversary"
    if b"?" in reading.key[:head]:
        return "question"
    if any(hit.start < head for hit in reading.cue("effect")) and not (said or acted or _about_a_person(reading, head)):
        return "effect"
    return None


def _about_a_person(reading: Reading, head: int) -> bool:
    """What a person of the crisis goes without is news of him, not an effect on daily life."""
    entities = reading.crises.entities
    named = (entities[hit.use.entity] for hit in reading.names if hit.start < head)
    return any(one.core and one.kind == "person" for one in named)
