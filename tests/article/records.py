"""Records as the tests feed them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from schemas.normalized import NormalizedArticle
from schemas.record import Handled, Headers, Record
from services.article.normalize import handle

RECEIVED = datetime(2023, 8, 1, 12, 0, tzinfo=UTC)
_MS = int(RECEIVED.timestamp() * 1000)


def record(value: bytes | None, offset: int = 0, key: bytes | None = None, headers: Headers = ()) -> Record:
    return Record("articles.raw", 3, offset, _MS, key, value, headers)


def handled(*values: bytes | None) -> Handled:
    """What becomes of these values as one batch, offsets from 0."""
    return handle([record(value, offset) for offset, value in enumerate(values)], "stream")


def articles(*values: bytes | None) -> list[NormalizedArticle]:
    return [NormalizedArticle.model_validate_json(send.value) for send in handled(*values).sends]


def article(**fields: Any) -> NormalizedArticle:
    """The one article that a JSON object with these fields becomes."""
    (found,) = articles(json.dumps(fields).encode())
    return found


def errors(*values: bytes | None) -> list[str]:
    return [rejected.error for rejected in handled(*values).rejected]
