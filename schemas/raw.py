"""`articles.raw`: one article as any producer may write it."""

from __future__ import annotations

import json
from typing import Any

from pydantic import Field, model_validator

from schemas.message import Message

FIELDS = ("url", "title", "text", "published", "language", "source", "fetched", "updated", "note")
# How a note begins that says that the text is a summary, though there is more to be read.
SUMMARY_ONLY = "collect: summary only"
# Other names under which producers send the same thing, the better first. Only those that mean one thing: "author" is
# never a source. A teaser is text where there is no other.
SYNONYMS = (
    ("text", "body"),
    ("text", "content"),
    ("text", "articleBody"),
    ("text", "content_text"),
    ("text", "content_html"),
    ("text", "summary"),
    ("text", "description"),
    ("title", "headline"),
    ("url", "link"),
    ("published", "date_gmt"),
    ("published", "date"),
    ("published", "pubDate"),
    ("published", "publishedAt"),
    ("published", "published_at"),
    ("published", "datePublished"),
    ("published", "date_published"),
    ("language", "lang"),
    ("language", "inLanguage"),
    ("updated", "modified_gmt"),
    ("updated", "updatedAt"),
    ("updated", "updated_at"),
    ("updated", "dateModified"),
    ("updated", "date_modified"),
)
_TEASERS = ("summary", "description")  # which often are lists or objects of other things, and no reason to refuse
_OWN = frozenset(FIELDS)
# Whatever has one of these says something itself.
SPEAKING = frozenset(("text", "title", *(other for name, other in SYNONYMS if name in ("text", "title"))))
KNOWN = frozenset((*FIELDS, *(other for _, other in SYNONYMS)))
_BY_LOWER = {name.lower(): name for name in KNOWN}
# Under which an object keeps the one value that it is: WordPress, XML turned into JSON, MongoDB, Firestore.
_INNER = ("rendered", "value", "#text", "_text", "$t", "__cdata", "$date", "$numberLong", "seconds", "_seconds")
_INNER_OF = {
    "text": ("text", "html", "content"), "title": ("text", "main"), "source": ("name", "title", "id"),
    "url": ("href", "url", "@id"), "language": ("code", "id", "name"), "published": ("iso", "utc", "date"),
}
_MAX_INNER = 3


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _kind(value: object) -> str:
    kinds = {bool: "true or false", dict: "an object", list: "a list of other things"}
    return kinds.get(type(value), type(value).__name__)


def _inner(name: str, value: Any, levels: int = _MAX_INNER) -> Any:
    """The one value of an object that is only the wrapping of it; else the object."""
    if not isinstance(value, dict) or not levels:
        return value
    found = next((value[key] for key in (*_INNER, *_INNER_OF.get(name, ())) if value.get(key) not in (None, "")), None)
    return value if found is None else _inner(name, found, levels - 1)


def _text(name: str, value: object) -> str | None:
    """Text as it is, a number written out, a list of paragraphs joined."""
    value = _inner(name, value)
    if value is None or isinstance(value, str):
        return value
    if _is_number(value):
        return str(value)
    if isinstance(value, list):
        parts = [_inner(name, item) for item in value]
        if all(item is None or isinstance(item, str) or _is_number(item) for item in parts):
            # Telegram's export has links and bold words as objects among the strings of one paragraph
            running = {str, dict} <= set(map(type, value))
            return ("" if running else "\n\n").join(str(item) for item in parts if item is not None)
    raise ValueError(f"{name} should be text, not {_kind(value)}")


def _line(name: str, value: object) -> str | None:
    """One value: text, a number, the first of a list of these, the one value of an object.

    Never a reason to lose the article: of anything else an address or a date is kept to be shown, and the rest is
    missing.
    """
    if isinstance(value, list):
        if _is_moment(value) and name in ("published", "updated", "fetched"):
            return _moment(value)
        value = value[0] if value else None
    value = _inner(name, value)
    if value is None or isinstance(value, str):
        return value
    if _is_number(value):
        return str(value)
    return json.dumps(value, ensure_ascii=False) if name in ("url", "published") else None


def _is_moment(value: list[Any]) -> bool:
    return 3 <= len(value) <= 9 and all(type(item) is int for item in value) and 1000 <= value[0] <= 9999


def _moment(value: list[int]) -> str:
    """Year, month, day and perhaps the time, as Java and Python give them where nobody told them how."""
    year, month, day, *time = value
    if len(time) < 2:
        return f"{year}-{month:02}-{day:02}"
    hour, minute, second = (*time, 0)[:3]
    return f"{year}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}"


class RawArticle(Message):
    """An article before normalising. Nothing is required here but `text` or `title`, which normalising demands.

    Values of another type are taken where a person would know what is meant: a number as a date or a title, a list
    of strings as paragraphs, an object that wraps one value (`source` with a `name`) as that. A title or a text that is
    anything else is refused with a reason; any other field is then missing. `body` and `content` are read as `text`,
    `headline` as `title`, `link` as `url`, `date` as `published`, `lang` as `language` and more of the kind, each only
    where the proper name is missing; in other letters (`Title`) where the object says nothing in these.
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
        if SPEAKING.isdisjoint(data):
            data = {_BY_LOWER.get(str(name).strip().lower(), name): value for name, value in data.items()}
        if not data.keys() <= _OWN:
            for name, other in SYNONYMS:
                said = data.get(other)
                if said in (None, "") or data.get(name) not in (None, "") or name in changed:
                    continue
                if other not in _TEASERS or isinstance(said, str):
                    changed[name] = said
        for name in FIELDS:
            value = changed.get(name, data.get(name))
            if value is not None and type(value) is not str:
                changed[name] = (_text if name in ("title", "text") else _line)(name, value)
        return {**data, **changed} if changed else data
