"""What a channel gets: one alert, what quiet hours or a snooze held, or a digest. Also the body of a webhook."""

from __future__ import annotations

from typing import Literal

from pydantic import AwareDatetime, Field

from schemas.alert import Alert
from schemas.message import Message, SchemaVersion

NoticeKind = Literal["alert", "held", "digest"]


class Mention(Message):
    """An article in which the crisis is background, and which alerted nobody."""

    article_id: str
    headline: str
    language: str
    source: str | None = None
    url: str | None = Field(default=None, description="http(s) only")
    published: AwareDatetime | None = None


class Notice(Message):
    """One message to every channel, the same in each of them and at each attempt."""

    schema_version: SchemaVersion = "1.0"
    id: str = Field(min_length=32, max_length=32, description="of the alert, or of the digest; the idempotency key")
    kind: NoticeKind
    crisis: str
    created: AwareDatetime
    alerts: tuple[Alert, ...] = Field(default=(), description="the first 50")
    mentions: tuple[Mention, ...] = Field(default=(), description="the first 50; digests only")
    more: int = Field(default=0, ge=0, description="alerts and mentions that are not listed")
    throttled: int = Field(default=0, ge=0, description="alerts that a throttle kept from the channels since the last")
