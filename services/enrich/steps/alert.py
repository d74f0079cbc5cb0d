"""Is the article worth waking the desk: the crisis is its subject and it reports something new."""

from __future__ import annotations

from schemas.normalized import NormalizedArticle
from services.enrich.draft import Draft
from services.enrich.reading import Reading

_QUIET = ("explainer", "anniversary", "opinion", "digest", "review")


def step(article: NormalizedArticle, reading: Reading, tags: Draft) -> Draft:  # noqa: ARG001 - every step has one form
    """Set `alert`."""
    main = any(c.salience == "main" for c in tags.crises)
    head = reading.title_end or 160
    tags.alert = main and not any(hit.start < head for role in _QUIET for hit in reading.cues.get(role, ()))
    return tags
