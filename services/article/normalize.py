"""The core of ingest: records of articles.raw to normalized articles."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import orjson
from pydantic import ValidationError

from schemas.normalized import NormalizedArticle
from schemas.origin import Origin
from schemas.raw import RawArticle
from schemas.record import (
    NO_ALERT_HEADER,
    ORIGIN_HEADER,
    TRACE_HEADER,
    Batch,
    Handled,
    Headers,
    Record,
    Rejected,
    Send,
)
from services.article.address import read_address
from services.article.dates import read_date
from services.article.decode import Decoded, decode
from services.article.identity import article_id, content_hash, trace_id
from services.article.language import Languages, read_languages
from services.article.problem import Problem
from services.article.seed import read_seed_text
from services.article.text import clean_line, clean_text
from services.pipeline import NORMALIZED

__all__ = ["Problem", "handle", "normalize_article", "read_raw", "read_seed_text"]

_JSON_STARTS = ("{", "[", '"')
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# A dead letter holds the whole record. Of a list full of rubbish, a few are enough for a person to see why.
MAX_REJECTED_ITEMS = 10
NOTE_MAX = 300


def handle(batch: Batch, stream: str) -> Handled:
    """Every record ends in `sends` (once per article in it), in `rejected` or in `empty`, and none affects another.

    `stream` is the short id of the topic. Raises only where our own code is wrong.
    """
    handled = Handled()
    for record in batch:
        decoded = decode(record.value) if record.value else Decoded([])
        if isinstance(decoded, Problem):
            handled.rejected.append(Rejected(record, *decoded))
        elif not decoded.items:
            handled.empty.append(record)
        else:
            _handle_items(record, decoded, stream, handled)
    return handled


def _handle_items(record: Record, decoded: Decoded, stream: str, handled: Handled) -> None:
    received = _time(record.timestamp)
    bad: list[Rejected] = []
    for item, value in enumerate(decoded.items):
        fields: dict[str, Any] | RawArticle | Problem = read_raw(value)
        if isinstance(fields, RawArticle):
            origin = Origin(stream, record.partition, record.offset, item)
            fields = _fields(fields, received, origin, record.header(TRACE_HEADER), decoded.notes)
        if isinstance(fields, Problem):
            bad.append(Rejected(record, fields.error, fields.reason, item))
        else:
            handled.sends.append(_send(fields, record))
    if len(bad) > MAX_REJECTED_ITEMS:
        more = f"; and {len(bad) - MAX_REJECTED_ITEMS} more elements of this list"
        last = bad[MAX_REJECTED_ITEMS - 1]
        bad[MAX_REJECTED_ITEMS - 1 :] = [Rejected(record, last.error, last.reason + more, last.item)]
    handled.rejected.extend(bad)


def _send(fields: dict[str, Any], record: Record) -> Send:
    headers: Headers = ((TRACE_HEADER, fields["trace_id"].encode()), (ORIGIN_HEADER, fields["origin"].encode()))
    if record.header(NO_ALERT_HEADER) is not None:
        headers = (*headers, (NO_ALERT_HEADER, b"1"))
    return Send(NORMALIZED.name, fields["id"].encode(), orjson.dumps(fields), headers)


def read_raw(value: object) -> RawArticle | Problem:
    """A parsed element of a record as an article: an object, or plain text perhaps in the seed's layout."""
    if isinstance(value, dict):
        try:
            raw = RawArticle.model_validate(value)
            return raw if raw.text is None or raw.text[:1] not in _JSON_STARTS else _unwrapped(raw)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            return Problem("wrong_type", first["msg"].removeprefix("Value error, "))
    if isinstance(value, str):
        return read_seed_text(value)
    if isinstance(value, Problem):
        return value
    return Problem("not_an_article", f"an element of a list is neither object nor text but {type(value).__name__}")


def _unwrapped(raw: RawArticle) -> RawArticle | Problem:
    """An article whose text is itself an article in JSON: what the inner one says counts, the rest is the outer one's.

    Text that only begins like JSON stays text.
    """
    inner = decode((raw.text or "").encode())
    if isinstance(inner, Problem) or len(inner.items) != 1 or not isinstance(inner.items[0], dict):
        return raw
    found = read_raw(inner.items[0])
    if isinstance(found, Problem) or not (found.text or found.title):
        return raw
    said = {name: value for name, value in found if value is not None}
    return raw.model_copy(update={"text": None, **said})


def normalize_article(
    raw: RawArticle,
    received: datetime,
    origin: Origin,
    trace: bytes | None = None,
    notes: tuple[str, ...] = (),
) -> NormalizedArticle | Problem:
    """One article cleaned, identified and dated; a Problem where it has neither title nor text.

    `received` is the only clock: an article is never dated later. `trace` is a trace id that the producer gave.
    """
    fields = _fields(raw, received, origin, trace, notes)
    return fields if isinstance(fields, Problem) else NormalizedArticle(**fields)


def _fields(
    raw: RawArticle, received: datetime, origin: Origin, trace: bytes | None, notes: tuple[str, ...]
) -> dict[str, Any] | Problem:
    """The fields of a NormalizedArticle. Building the model too would cost as much as reading the JSON did."""
    title, title_notes = clean_line(raw.title) if raw.title else ("", ())
    text, text_notes = clean_text(raw.text) if raw.text else ("", ())
    if not title and not text:
        return Problem("no_text", "neither title nor text")
    address = read_address(raw.url)
    languages: Languages = read_languages(raw.language, title, text)
    published = read_date(raw.published, languages.text, received)
    updated = read_date(raw.updated, languages.text, received).time if raw.updated else None
    fetched = read_date(raw.fetched, languages.text, received).time if raw.fetched else None
    claimed = updated or published.time or received
    digest = content_hash(title, text)
    return {
        "schema_version": "1.0",
        "id": article_id(address.key, digest),
        "trace_id": trace_id(origin, trace),
        "origin": str(origin),
        "url": address.url,
        "url_received": address.received,
        "title": title,
        "text": text,
        "language": languages.text,
        "language_declared": languages.declared,
        "source": (clean_line(raw.source)[0] if raw.source else "") or address.host,
        "published": published.time,
        "published_received": published.received,
        "published_note": published.note,
        "fetched": fetched,
        "received": received,
        "version": (claimed - _EPOCH) // timedelta(milliseconds=1),
        "content_hash": digest,
        "notes": _said(raw) + notes + title_notes + text_notes + address.notes + languages.notes,
    }


def _said(raw: RawArticle) -> tuple[str, ...]:
    line = clean_line(raw.note)[0][:NOTE_MAX] if raw.note else ""
    return (line,) if line else ()


def _time(milliseconds: int) -> datetime:
    try:
        return _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return _EPOCH
