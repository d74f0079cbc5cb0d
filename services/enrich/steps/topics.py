"""What headline and lead report, as ids that are the same in every language: how reports of one story are found."""

from __future__ import annotations

from schemas.normalized import NormalizedArticle
from services.enrich.draft import Draft
from services.enrich.patterns import TOPIC
from services.enrich.reading import HEADLINE_MAX, Reading


def step(article: NormalizedArticle, reading: Reading, tags: Draft) -> Draft:  # noqa: ARG001 - every step has one form
    """Fill `topics` in order of their first word, where the article concerns a crisis at all."""
    if not any(crisis.salience != "none" for crisis in tags.crises):
        return tags
    end = max(reading.title_end, HEADLINE_MAX)
    first = {
        role.removeprefix(TOPIC): hits[0].start
        for role, hits in reading.cues.items()
        if role.startswith(TOPIC) and hits[0].start < end
    }
    tags.topics = sorted(first, key=lambda topic: (first[topic], topic))
    return tags
