"""`articles.normalized`: one article, cleaned, identified and dated."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from pydantic import AwareDatetime, Field

from schemas.message import Message, SchemaVersion

DateNote = Literal["ok", "no_zone", "no_day", "missing", "unreadable", "too_old", "future"]


class NormalizedArticle(Message):
    """One article as every later stage reads it.

    Texts are NFC, without control or zero-width characters; blocks of `text` are separated by one blank line.
    `content()` is the text that every span of a mention counts code points in.
    """

    schema_version: SchemaVersion = "1.0"
    id: str = Field(min_length=32, max_length=32, description="of the canonical address, else of the content; hex")
    trace_id: str = Field(description="one per article through all stages; hex")
    origin: str = Field(description="schemas.origin.Origin as text: the record that brought the article")
    url: str | None = Field(default=None, description="canonical http(s) address")
    url_received: str | None = Field(default=None, description="the address as it came, if it was another")
    title: str = ""
    text: str = ""
    language: str = Field(default="und", description="ISO 639-1 code; und: too short to tell")
    language_declared: str | None = None
    source: str | None = Field(default=None, description="as declared, else the host of the address")
    published: AwareDatetime | None = Field(default=None, description="None where it could not be trusted")
    published_received: str | None = Field(default=None, description="the date as it came")
    published_note: DateNote = "missing"
    fetched: AwareDatetime | None = Field(default=None, description="when a collector read it, if it said so")
    received: AwareDatetime = Field(description="the time of the record on articles.raw")
    version: int = Field(description="ms since the epoch; of two texts of one article the higher is the newer")
    content_hash: str = Field(min_length=32, max_length=32, description="of title and text; hex")
    notes: tuple[str, ...] = Field(default=(), description="what normalising had to mend, one line each")

    def content(self) -> str:
        """The text that spans point into: title, blank line, text; only the text where there is no title."""
        return f"{self.title}\n\n{self.text}" if self.title else self.text

    @property
    def day(self) -> dt.date | None:
        """The day of `published`, UTC; None where it could not be trusted."""
        return self.published.date() if self.published else None
