"""What headline and lead report, as ids that are the same in every language: how reports of one story are found."""

from __future__ import annotations

from schemas.normalized import NormalizedArticle
from services.article.walls import begins_with_wall
from services.enrich.draft import Coup, Draft
from services.enrich.read.patterns import TOPIC
from services.enrich.read.reading import HEADLINE_MAX, Reading

TAKEOVER = "takeover"


def step(article: NormalizedArticle, reading: Reading, tags: Draft) -> Draft:
    """Fill `topics` in order of their first word, where the article concerns a crisis at all."""
    if not any(crisis.salience != "none" for crisis in tags.crises):
        return tags
    end = max(reading.title_end, HEADLINE_MAX)
    if reading.title_end and begins_with_wall(article.text):
        end = reading.title_end
    first = {
        role.removeprefix(TOPIC): hits[0].start
        for role, hits in reading.cues.items()
        if role.startswith(TOPIC) and hits[0].start < end
    }
    tags.topics = sorted(first, key=lambda topic: (first[topic], topic))
    if not (first or article.text) and any(_is_told(coup, end) for coup in tags.coups):
        tags.topics = [TAKEOVER]
    return tags


def _is_told(coup: Coup, end: int) -> bool:
    """A headline alone may tell of a coup in words that no topic has; its mention says what it is about."""
    return (coup.type, coup.status) == ("realized", "asserted") and coup.evidence.start < end
