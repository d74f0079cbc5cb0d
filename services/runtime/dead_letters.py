"""From a rejected record to its dead letter. Pure: the time comes from the caller."""

from __future__ import annotations

import base64
from datetime import UTC, datetime

from schemas.dead_letter import REASON_MAX, DeadLetter
from schemas.origin import Origin
from schemas.record import HOLE_HEADER, ORIGIN_HEADER, TRACE_HEADER, Record, Rejected, Send
from services.pipeline import DEAD, RAW

EMPTY = "empty"


def letter(rejected: Rejected, service: str, stream: str, failed: datetime) -> DeadLetter:
    """The dead letter of a rejected record. `stream` is the id of articles.raw, for a record that comes from it."""
    record = rejected.record
    return DeadLetter(
        id=f"{record.topic}-{record.partition}-{record.offset}-{rejected.item}",
        topic=record.topic,
        partition=record.partition,
        offset=record.offset,
        timestamp=datetime.fromtimestamp(record.timestamp / 1000, UTC),
        key=_encoded(record.key),
        value=_encoded(record.value),
        headers=tuple((name, _encoded(value) or b"") for name, value in record.headers),
        service=service,
        error=rejected.error,
        # some exceptions hold the whole body
        reason=" ".join(rejected.reason.split())[:REASON_MAX],
        origin=_origin(rejected, stream),
        trace_id=_text(record.header(TRACE_HEADER)),
        failed=failed,
    )


def sends(rejected: list[Rejected], empty: list[Record], service: str, stream: str, failed: datetime) -> list[Send]:
    """Dead letters for the topic. Empty records go the same way under the name `empty`, so that the sums agree."""
    blank = [Rejected(record, EMPTY, _why_empty(record)) for record in empty]
    letters = [letter(one, service, stream, failed) for one in (*rejected, *blank)]
    return [Send(DEAD.name, one.id.encode(), one.model_dump_json().encode()) for one in letters]


def _why_empty(record: Record) -> str:
    if record.header(HOLE_HEADER):
        return "no record at this offset: a transaction's mark, aborted, compacted away or expired"
    return "tombstone" if record.value is None else "blank value"


def _encoded(value: bytes | None) -> bytes | None:
    # pydantic's Base64Bytes decodes what it is given, also in the constructor
    return None if value is None else base64.b64encode(value)


def _origin(rejected: Rejected, stream: str) -> str | None:
    record = rejected.record
    if record.topic == RAW.name:
        return str(Origin(stream, record.partition, record.offset, rejected.item))
    return _text(record.header(ORIGIN_HEADER))


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode("utf-8", "replace")
