"""Bytes of `articles.enriched` and `articles.dead` to what documents are made of. Pure."""

from __future__ import annotations

from typing import Any

import orjson
from pydantic import ValidationError

from schemas.dead_letter import DeadLetter
from schemas.enriched import EnrichedArticle
from schemas.story import Story
from services.index.documents import Article, Source, document

_TEXTS = ("id", "trace_id", "origin", "received", "content_hash")
_SHAPE = (KeyError, TypeError, ValueError, AttributeError)


class UnreadableError(Exception):
    """This message can never become a document; `error` is its short stable name."""

    def __init__(self, error: str, reason: str) -> None:
        super().__init__(reason)
        self.error = error


def read_article(value: bytes | None, indexed: str) -> tuple[Article, Source]:
    """The message and the document of a first arrival. Raises UnreadableError."""
    if not value:
        raise UnreadableError("empty_message", "a message without a value")
    try:
        article = _checked(orjson.loads(value))
        return article, document(article, indexed)
    except _SHAPE:
        return _by_the_model(value, indexed)


def read_letter(value: bytes | None) -> DeadLetter:
    """The dead letter of a message. Raises UnreadableError."""
    try:
        return DeadLetter.model_validate_json(value or b"")
    except ValidationError as error:
        raise UnreadableError("bad_message", _first(error)) from error


def read_story(value: bytes | None) -> Story:
    """The story of a message. Raises UnreadableError."""
    try:
        return Story.model_validate_json(value or b"")
    except ValidationError as error:
        raise UnreadableError("bad_message", _first(error)) from error


def _checked(article: Any) -> Article:
    if not all(type(article[name]) is str for name in _TEXTS) or type(article["version"]) is not int:
        raise TypeError
    if not str(article.get("schema_version", "1.0")).startswith("1.") or len(article["id"]) != 32:
        raise ValueError
    for name in ("title", "text", "language"):
        if type(article.get(name, "")) is not str:
            raise TypeError
    checked: Article = article
    return checked


def _by_the_model(value: bytes, indexed: str) -> tuple[Article, Source]:
    try:
        article = EnrichedArticle.model_validate_json(value).model_dump(mode="json")
        return article, document(article, indexed)
    except ValidationError as error:
        raise UnreadableError("bad_message", _first(error)) from error
    except _SHAPE as error:
        raise UnreadableError("bad_message", f"no document can be made of it: {error}") from error


def _first(error: ValidationError) -> str:
    """The first finding in one line, without the input, which may be the whole article."""
    finding = error.errors(include_url=False, include_input=False, include_context=False)[0]
    place = ".".join(str(part) for part in finding["loc"])
    return f"{place}: {finding['msg']}" if place else finding["msg"]
