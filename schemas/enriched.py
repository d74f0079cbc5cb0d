"""`articles.enriched`: a normalized article and its tags, in one message."""

from __future__ import annotations

from schemas.normalized import NormalizedArticle
from schemas.tags import Tags


class EnrichedArticle(NormalizedArticle, Tags):
    """Everything that the index and the alerts need; nobody reads the text a second time."""
