"""What an answer of a source says, whatever its kind: plain data."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# Of one answer. Busy feeds have 100, a news sitemap 1,000 at most; a million of empty items is an attack.
MAX_ITEMS = 1000
# Six bytes a letter at worst, as JSON has them: a message of articles.raw holds that.
TEXT_MAX = 512 * 1024
FIELD_MAX = 2000
# A text shorter than this is a teaser, even where the feed calls it content.
WHOLE_TEXT = 900
TAG = re.compile(r"<[^>]{0,2000}>")


_HALVES = re.compile("[\ud800-\udfff]")


def whole(text: str) -> str:
    """The text without halves of characters, which no encoding has."""
    return _HALVES.sub("\ufffd", text)


def letters(text: str) -> int:
    """How many there are but for its markup."""
    return len(TAG.sub("", text)) if "<" in text else len(text)


def is_whole(text: str | None) -> bool:
    """Is it long enough, but for its markup, to be all of an article?"""
    return text is not None and letters(text) >= WHOLE_TEXT


@dataclass(frozen=True, slots=True)
class Item:
    """One article as the source gives it. Text may be HTML; dates are as they stood there.

    `whole`: the text is all there is, so its page need not be asked. `canonical`: the address that a page gives as its
    own.
    """

    url: str | None = None
    guid: str | None = None
    title: str | None = None
    text: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    author: str | None = None
    whole: bool = False
    canonical: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """An answer, read. `more` are addresses of further parts (of a sitemap index); `odd` is worth telling a person.

    `stamp`: of an index whose parts all say to the minute when they changed, the latest of these times; `wait_s`: how
    long one of its parts wants to be left alone. `position` is where the next reading begins (of a file, of a folder);
    `unfinished`: it should be soon.
    """

    items: tuple[Item, ...] = ()
    title: str | None = None
    site: str | None = None
    language: str | None = None
    hub: str | None = None
    topic: str | None = None
    more: tuple[str, ...] = ()
    odd: str | None = None
    stamp: str | None = None
    wait_s: int = 0
    position: str | None = None
    unfinished: bool = False


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The answer is not what the source should have; `reason` is one line, `feeds` where it says that feeds are.

    `moved`: where a page without a text sends its readers; `for_now`: another time it may be what it should be.
    """

    reason: str
    feeds: tuple[str, ...] = field(default=())
    moved: str | None = None
    for_now: bool = False
