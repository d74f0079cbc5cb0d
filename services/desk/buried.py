"""A dead letter as its page shows it. Pure."""

from __future__ import annotations

import base64
import binascii
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from services.desk import wording

SHOWN = 4_000


@dataclass(frozen=True, slots=True)
class Buried:
    """A dead letter. `value` is its beginning as text, `bytes` how long it was; None where there was no value."""

    id: str
    service: str
    error: str
    reason: str
    where: str
    trace_id: str
    failed: datetime | None
    arrived: datetime | None
    replayed: datetime | None
    key: str | None
    value: str | None
    bytes: int | None


def buried(source: Mapping[str, Any]) -> Buried:
    """The letter in its document."""
    value = decoded(source.get("value"))
    return Buried(
        id=str(source["id"]),
        service=str(source.get("service", "")),
        error=str(source.get("error", "")),
        reason=str(source.get("reason", "")),
        where=f"{source.get('topic')}, partition {source.get('partition')}, offset {source.get('offset')}",
        trace_id=str(source.get("trace_id") or ""),
        failed=wording.moment(source.get("failed")),
        arrived=wording.moment(source.get("timestamp")),
        replayed=wording.moment(source.get("replayed")),
        key=readable(decoded(source.get("key"))),
        value=readable(value),
        bytes=None if value is None else len(value),
    )


def decoded(text: str | None) -> bytes | None:
    """The bytes of a base64 text; those of the text itself where it is none."""
    if text is None:
        return None
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return text.encode("utf-8", "replace")


def readable(value: bytes | None) -> str | None:
    r"""Its beginning as text; what cannot be read or seen is written as \x00."""
    if value is None:
        return None
    text = value[:SHOWN].decode("utf-8", "backslashreplace")
    return "".join(one if one in "\n\t" or unicodedata.category(one)[0] != "C" else ascii(one)[1:-1] for one in text)
