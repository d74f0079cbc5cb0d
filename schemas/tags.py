"""What an article says of a crisis: entities, coup mentions, salience."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.message import Message

Kind = Literal["person", "organisation", "place"]
CoupType = Literal["realized", "attempted", "conspiracy", "alleged"]
CoupStatus = Literal["asserted", "negated", "hypothetical", "future", "historical"]
Salience = Literal["main", "background", "none"]


class Span(Message):
    """Code points [start, end) of the article's content, and what stands there."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    surface: str


class EntityTag(Message):
    """An entity of the gazetteer with every mention of it in this article."""

    id: str
    name: str = Field(description="usual English name")
    kind: Kind
    mentions: tuple[Span, ...]
    lat: float | None = None
    lon: float | None = None


class CoupTag(Message):
    """One coup as the article tells it: one entry per event and status."""

    event: str = Field(description="such as niger-2023, togo-2026-attempt; unspecified")
    type: CoupType
    status: CoupStatus
    evidence: Span
    rule: str | None = Field(default=None, description="the cue that decided, for a person who asks why")


class CrisisTag(Message):
    """How much of the article is about a crisis."""

    id: str
    salience: Salience


class Tags(Message):
    """All that enriching adds to an article."""

    entities: tuple[EntityTag, ...] = ()
    coups: tuple[CoupTag, ...] = ()
    crises: tuple[CrisisTag, ...] = ()
    topics: tuple[str, ...] = Field(default=(), description="of headline and lead, where a crisis is concerned")
    alert: bool = False
