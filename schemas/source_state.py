"""`sources.state`: what became of watching a source; the one message that a restart needs."""

from __future__ import annotations

from pydantic import Field

from schemas.message import Message, SchemaVersion


class Known(Message):
    """An item met before. Hashes are 16 hex digits; `url` is the address under which it was fed first."""

    names: tuple[str, ...] = Field(description="hashes of its address, guid, title: by any of them it is known again")
    seen: str = Field(description="hash of the item as the source gave it")
    told: str | None = Field(None, description="the same without counters and clocks, where it has some")
    fed: str = Field(description="hash of title and text as they were fed")
    past: tuple[str, ...] | None = Field(None, description="what that, or `seen`, was before, the last first")
    back: bool | None = Field(None, description="it went back to one of these, and is fed when it stays there")
    url: str | None = None
    asked: int = Field(0, description="how often its page was asked for and could not be had for the moment")
    again: int | None = Field(None, description="when its page is to be asked for again")
    at: int | None = Field(None, description="its place in the last answer, where it is in it")
    words: str | None = Field(None, description="hash of its date and text, where it has no address of its own")
    size: int = Field(0, description="letters of its text as it was fed, without markup")
    lead: str | None = Field(None, description="hashes of its title with the first 0, 4, 8 ... words of that text")
    paged: bool | None = Field(None, description="that text is its page's, and not what the source itself gave")


class SourceState(Message):
    """Times are milliseconds since the epoch. `items` is bounded: those of the last answer, and some before them."""

    schema_version: SchemaVersion = "1.0"
    id: str
    address: str = Field(description="as defined; where it is another than the source's, all this is void")
    moved: str | None = Field(None, description="where a permanent redirect sent us")
    etag: str | None = None
    last_modified: str | None = None
    body: str | None = Field(None, description="hash of the last answer: the same again need not be read")
    polled: int | None = None
    next: int | None = None
    interval: int = Field(description="seconds between polls as they are now")
    polls: int = 0
    fails: int = Field(0, description="failures since the last success")
    failing_since: int | None = None
    problem: str | None = Field(None, description="one line: why the last poll failed, or what was odd about it")
    succeeded: int | None = None
    news: int | None = Field(None, description="when it last had something new")
    fed: int = Field(0, description="articles fed since it is watched")
    retired: bool = Field(False, description="the server said that it is gone for good")
    hub: str | None = Field(None, description="WebSub hub that tells of news")
    topic: str | None = Field(None, description="what the hub knows the source by, where it is another address")
    subscribed: int | None = Field(None, description="when the hub was last asked to tell us")
    places: bool = Field(False, description="its guids were seen to count the places of the feed: they name no item")
    items: tuple[Known, ...] = ()
