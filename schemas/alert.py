"""`alerts`: something new was said, and why the desk should look."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from schemas.message import Message, SchemaVersion
from schemas.story import Development
from schemas.tags import CoupTag, Kind, Salience

Severity = Literal["high", "normal"]
Deliver = Literal["now", "digest"]


class AlertEntity(Message):
    """An entity named by the article that alerted."""

    id: str
    name: str
    kind: Kind


class Alert(Message):
    """One alert. `id` is of crisis, story and what is new of it, so that a replay or a second worker finds it sent."""

    schema_version: SchemaVersion = "1.0"
    id: str = Field(min_length=32, max_length=32)
    rule: str
    crisis: str
    salience: Salience
    severity: Severity = "normal"
    article_id: str
    trace_id: str
    origin: str
    headline: str
    quote: str = Field(description="the passage that decided, as the article has it")
    language: str
    entities: tuple[AlertEntity, ...] = ()
    coups: tuple[CoupTag, ...] = ()
    source: str | None = None
    url: str | None = Field(default=None, description="http(s) only")
    published: AwareDatetime | None = None
    published_note: str | None = Field(default=None, description="where it is far from arrival or unknown")
    received: AwareDatetime
    kind: Development = "new-story"
    why: str = Field(default="", description="one sentence: why now")
    story: str | None = Field(default=None, description="id of the story; None where a rule counts articles or silence")
    articles: int = Field(default=1, ge=0, description="of the story, when this was sent")
    copies: int = Field(default=0, ge=0, description="near copies among them")
    sources: int = Field(default=1, ge=0, description="different ones among them")
    first_seen: AwareDatetime | None = Field(default=None, description="arrival of the story's first article")
    late: bool = Field(default=False, description="it arrived long after it was published")
    deliver: Deliver = Field(default="now", description="digest: its rule says that it can wait")
