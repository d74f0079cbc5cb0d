"""`articles.enriched`: a normalized article and its tags, in one message."""

from __future__ import annotations

from pydantic import Field

from schemas.normalized import NormalizedArticle
from schemas.story import StoryTag
from schemas.tags import Tags


class EnrichedArticle(NormalizedArticle, Tags):
    """Everything that the index and the alerts need; nobody reads the text a second time."""

    stories: tuple[StoryTag, ...] = Field(default=(), description="at most one for each crisis that it concerns")
