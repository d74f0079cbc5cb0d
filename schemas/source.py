"""`sources`: one source of news that is to be watched."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from schemas.message import Message, SchemaVersion

Kind = Literal["feed", "sitemap", "page", "warc", "folder"]
ID = r"^[a-z0-9][a-z0-9.-]{0,79}$"


class Source(Message):
    """What to watch. Written by people (commands, seeds), never by the service that polls it."""

    schema_version: SchemaVersion = "1.0"
    id: str = Field(pattern=ID, description="the same for ever: what is known of the source hangs on it")
    name: str = Field(min_length=1, max_length=200, description="as it stands with each article")
    kind: Kind = Field("feed", description="feed: RSS, Atom, RDF or JSON Feed; folder and warc may be on this machine")
    address: str = Field(min_length=1, max_length=2000, description="http(s) address, or a path for folder and warc")
    language: str | None = Field(None, description="ISO 639 code of most of its articles")
    country: str | None = Field(None, description="ISO 3166 code of where it is made")
    pace: int | None = Field(None, ge=30, le=7 * 86400, description="seconds between the first two polls")
    full_text: bool = Field(True, description="whether pages are fetched where there is only a summary")
    checked: bool = Field(True, description="false: its address was not seen in a public document")
    removed: bool = Field(False, description="no longer watched; hides a source of the seeds too")
