"""`articles.raw`: one article as any producer may write it."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from schemas.message import Message

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


def _name(value: object) -> str:
    kinds = {bool: "true or false", dict: "an object", list: "a list"}
    return kinds.get(type(value), type(value).__name__)


def _text(value: object) -> str | None:
    """Text as it is, a number written out, a list of paragraphs joined."""
    if value is None or isinstance(value, str):
        return value
    if _is_number(value):
        return str(value)
    if isinstance(value, list) and all(item is None or isinstance(item, str) or _is_number(item) for item in value):
        return "\n\n".join(str(item) for item in value if item is not None)
    raise ValueError(f"should be text, not {_name(value)}")


def _line(value: object) -> str | None:
    """One value: text, a number, or the first of a list of these."""
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) else _text(value)


def _source(value: object) -> str | None:
    """A name, or an object that has one, as news services send it."""
    return _line(value.get("name")) if isinstance(value, dict) else _line(value)


Text = Annotated[str | None, BeforeValidator(_text)]
Line = Annotated[str | None, BeforeValidator(_line)]


class RawArticle(Message):
    """An article before normalising. Nothing is required here but `text` or `title`, which normalising demands.

    Values of another type are taken where a person would know what is meant: a number as a date or a title, a list
    of strings as paragraphs, `source` as an object with a `name`. Anything else is refused with a reason. `body` and
    `content` are read as `text`, `headline` as `title`, `link` as `url`, `date` as `published`, `lang` as `language`,
    each only where the proper name is missing.
    """

    url: Line = None
    title: Text = None
    text: Text = None
    published: Line = Field(default=None, description="any usual notation; ISO 8601 with an offset is never misread")
    language: Line = Field(default=None, description="ISO 639 code or the language's name; believed if the text agrees")
    source: Annotated[str | None, BeforeValidator(_source)] = None
    fetched: Line = Field(default=None, description="when a collector read it")
    updated: Line = Field(default=None, description="when it was corrected; decides which of two texts is the newer")

    @model_validator(mode="before")
    @classmethod
    def _synonyms(cls, data: Any) -> Any:
        if isinstance(data, dict):
            for name, other in SYNONYMS:
                if other in data and data.get(name) in (None, ""):
                    data = {**data, name: data[other]}
        return data
