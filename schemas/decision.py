"""`stories.decisions`: what was decided about each article of a crisis. In order, they are the state of its stories."""

from __future__ import annotations

from pydantic import AwareDatetime, Field

from schemas.message import Message, SchemaVersion
from schemas.story import Development, StoryEntity
from schemas.tags import Salience


class Facts(Message):
    """What an article is compared by. A near copy has none of its own."""

    length: int = Field(description="four-word sequences of its text")
    sketch: str = Field(description="base64 of the 400 smallest hashes of these, uint32, little-endian, sorted")
    title: tuple[str, ...] = Field(description="folded words")
    lead: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    head: tuple[str, ...] = Field(default=(), description="ids of the entities that headline and lead name")


class Fired(Message):
    """A rule that alerted."""

    rule: str
    kind: Development
    change: str = Field(description="what was new: with kind and story, or with rule, the identity of the alert")


class Decision(Message):
    """One article of one crisis, where it belongs and what it set off."""

    schema_version: SchemaVersion = "1.0"
    crisis: str
    offset: int = Field(ge=0, description="of the article in its partition of crisis.articles")
    article_id: str
    content_hash: str
    trace_id: str
    origin: str
    received: AwareDatetime
    published: AwareDatetime | None = None
    salience: Salience
    worth: bool
    language: str
    source: str | None = None
    headline: str
    story: str
    copy_of: str | None = None
    known: bool = Field(default=False, description="another text of an article that the story had already")
    statuses: tuple[str, ...] = Field(default=(), description="event:type:status")
    entities: tuple[StoryEntity, ...] = Field(default=(), description="the first 20")
    facts: Facts | None = None
    fired: tuple[Fired, ...] = ()
    told: tuple[str, ...] = Field(default=(), description="kind:change of the story that the desk need not hear again")
    quiet: bool = Field(default=False, description="fed for the record: what it set off was not sent")
    hits: tuple[str, ...] = Field(default=(), description="counting rules that the article counts for")
