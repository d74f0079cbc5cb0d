"""`stories`: articles that tell one development, in whatever words and languages."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from schemas.message import Message, SchemaVersion
from schemas.tags import Kind, Salience

# Why an alert is sent now: what is new of a story, or which kind of rule counted.
Development = Literal[
    "new-story", "changed-status", "new-actor", "new-place", "many-sources",
    "any", "frequency", "spike", "flatline", "new-term",
]


class StoryTag(Message):
    """The story of a crisis that an article belongs to."""

    crisis: str
    story: str = Field(min_length=32, max_length=32, description="of crisis and first article; hex")
    copy_of: str | None = Field(default=None, description="id of the article that this one is a near copy of")
    development: Development | None = Field(default=None, description="what it brought that was new; None: nothing")


class StoryEntity(Message):
    """An entity that the story is about, in order of how many of its articles name it."""

    id: str
    name: str
    kind: Kind


class Story(Message):
    """One story as it stands. A later message of the same id takes its place, by `version`."""

    schema_version: SchemaVersion = "1.0"
    id: str = Field(min_length=32, max_length=32)
    crisis: str
    version: int = Field(ge=1, description="articles taken in so far; the higher is the newer")
    salience: Salience = "main"
    headline: str = Field(description="of its first article")
    language: str
    article_id: str = Field(description="its first article")
    first_seen: AwareDatetime = Field(description="arrival of its first article")
    last_seen: AwareDatetime
    articles: int = Field(ge=1, description="different articles, copies among them")
    copies: int = Field(ge=0, description="how many of them are near copies of another one")
    sources: tuple[str, ...] = Field(default=(), description="the first 50")
    languages: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    statuses: tuple[str, ...] = Field(default=(), description="event:status, such as niger-2023:asserted")
    topics: tuple[str, ...] = Field(default=(), description="what it is about, by the ids of seeds/world/topics.yaml")
    entities: tuple[StoryEntity, ...] = Field(default=(), description="the 20 most named")
    alerts: int = Field(default=0, ge=0, description="how often it was worth an alert")
