"""`articles.raw`: one article as any producer may write it."""

from __future__ import annotations

from typing import Any

from pydantic import Field, model_validator

from schemas.message import Message

FIELDS = ("url", "title", "text", "published", "language", "source", "fetched", "updated", "note")
# Other names under which producers send the same thing. Short on purpose: every further name is one that
# somebody else may mean differently ("description" is often a teaser, "author" never a source).
SYNONYMS = (
    ("text", "body"),
    ("text", "content"),
    ("title", "headline"),
    ("url", "link"),
    ("published", "date"),
    ("language", "lang"),
)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _kind(value: object) -> str:
    kinds = {bool: "true or false", dict: "an object", list: "a list of other things"}
    return kinds.get(type(value), type(value).__name__)


def _text(name: str, value: object) -> str | None:
    """Text as it is, a number written out, a list of paragraphs joined."""
    if value is None or isinstance(value, str):
        return value
    if _is_number(value):
        return str(value)
    if isinstance(value, list) and all(item is None or isinstance(item, str) or _is_number(item) for item in value):
        return "\n\n".join(str(item) for item in value if item is not None)
    raise ValueError(f"{name} should be text, not {_kind(value)}")


def _line(name: str, value: object) -> str | None:
    """One value: text, a number, the first of a list of these; of `source`, the name in an object."""
    if isinstance(value, list):
        value = value[0] if value else None
    if name == "source" and isinstance(value, dict):
        value = value.get("name")
    return _text(name, value)


class RawArticle(Message):
    """An article before normalising. Nothing is required here but `text` or `title`, which normalising demands.

    Values of another type are taken where a person would know what is meant: a number as a date or a title, a list
    of strings as paragraphs, `source` as an object with a `name`. Anything else is refused with a reason. `body` and
    `content` are read as `text`, `headline` as `title`, `link` as `url`, `date` as `published`, `lang` as `language`,
    each only where the proper name is missing.
    """

    url: str | None = None
    title: str | None = None
    text: str | None = None
    published: str | None = Field(default=None, description="any usual notation; ISO 8601 is never misread")
    language: str | None = Field(default=None, description="ISO 639 code or name; believed where the text agrees")
    source: str | None = None
    fetched: str | None = Field(default=None, description="when a collector read it")
    updated: str | None = Field(default=None, description="when it was corrected: which of two texts is the newer")
    note: str | None = Field(default=None, description="what its collector has to say of it, such as a missing text")

    @model_validator(mode="before")
    @classmethod
    def _coerced(cls, data: Any) -> Any:
        # One look at all fields: a validator for each would cost as much as reading the JSON.
        if not isinstance(data, dict):
            return data
        changed: dict[str, Any] = {}
        for name, other in SYNONYMS:
            if other in data and data.get(name) in (None, "") and name not in changed:
                changed[name] = data[other]
        for name in FIELDS:
            value = changed.get(name, data.get(name))
            if value is not None and type(value) is not str:
                changed[name] = (_text if name in ("title", "text") else _line)(name, value)
        return {**data, **changed} if changed else data
