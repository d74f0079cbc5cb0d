"""`alerts`: something new was said, and why the desk should look."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from schemas.message import Message, SchemaVersion
from schemas.tags import CoupTag, Kind, Salience

Severity = Literal["high", "normal"]


class AlertEntity(Message):
    """An entity named by the article that alerted."""

    id: str
    name: str
    kind: Kind


class Alert(Message):
    """One alert. `id` is of rule and article, so that a replay, a restart or a second worker finds it sent."""

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
    received: AwareDatetime
