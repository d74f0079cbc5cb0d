"""`articles.dead`: a record that could never succeed, as it came, and why."""

from __future__ import annotations

from pydantic import AwareDatetime, Base64Bytes, Field

from schemas.message import Message, SchemaVersion

REASON_MAX = 500


class DeadLetter(Message):
    """The original bytes with their place, and a reason short enough to read in a table."""

    schema_version: SchemaVersion = "1.0"
    id: str = Field(description="topic-partition-offset-item: the same record dies once")
    topic: str
    partition: int
    offset: int
    timestamp: AwareDatetime
    key: Base64Bytes | None = None
    value: Base64Bytes | None = None
    headers: tuple[tuple[str, Base64Bytes], ...] = ()
    service: str
    error: str = Field(description="a short stable name, such as not_json")
    reason: str = Field(max_length=REASON_MAX)
    origin: str | None = Field(default=None, description="the record of articles.raw behind it, where known")
    trace_id: str | None = None
    failed: AwareDatetime
