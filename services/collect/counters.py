"""What software writes about a text, and not its author: how often it was read, how long ago it came. Pure.

Counters stand in the text that is extracted of a page, and some feeds have them too; they are others at each fetch,
and the article is the same. A number within a sentence is the article's own: only short lines are looked at.
The words are data: seeds/world/pages/counters.yaml.
"""

from __future__ import annotations

import html
import re
from functools import cache
from typing import NamedTuple

from schemas.pages import compiled
from services.article.months import FILLERS, MONTHS, fold
from services.collect.item import TAG
from services.collect.site_words import site_words

# Words beside a counter, such as the name of its author. A longer line is a sentence.
_BESIDE = 6
_BREAK = re.compile(
    r"</?(p|div|br|hr|li|ul|ol|td|tr|th|table|h[1-6]|section|footer|header|figure)\b[^>]{0,2000}>", re.IGNORECASE
)
_SILENT = re.compile(
    r"<(script|style)\b[^>]{0,500}>.*?(?:</\1\s*>|\Z)|<!--.*?(?:-->|\Z)", re.IGNORECASE | re.DOTALL
)
_BULLET = "\ue000"  # of a list, for as long as it is looked at
_NUMBER = r"(?:\d{1,3}(?:[.,'’\s\u00a0\u202f]\d{3})+|\d{1,9}(?:[.,]\d{1,2})?)(?:\s?(?:k|m|mille|ألف))?(?!\w)\+?"
# A clock or a year, without which no line is a date that changes.
_MOMENT = re.compile(r"\d\s?[:h]\s?\d\d|(?<!\d)(?:19|20)\d\d(?!\d)")
_PIECE = re.compile(r"(\n|[|·•]|(?<=[.!?؟…])\s+|\s[–—-]\s)")
_LONGEST = 90
_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")


class _Patterns(NamedTuple):
    """Of seeds/world/pages: counters.yaml, and of around.yaml what leads on to other articles."""

    counter: re.Pattern[str]
    hints: tuple[str, ...]
    dates: frozenset[str]
    related: re.Pattern[str]
    leads_on: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    given, around = site_words().counters, site_words().around
    # links to other articles, which are others each day: a line that says so, and the list behind it; but no sentence
    related = re.compile(
        rf"^[\s>*{_BULLET}–-]{{0,9}}{compiled(around.also).pattern}(?!\w|\s{{0,3}}(?-i:[a-zß-ÿɓɗƙ,]))[^\n]{{0,200}}$"
        rf"(?:\n\s{{0,9}}(?:[-*•–{_BULLET}][^\n]{{0,250}}$)?){{0,40}}",
        re.IGNORECASE | re.MULTILINE,
    )
    dates = frozenset(map(fold, given.dates))
    return _Patterns(given.pattern(_NUMBER), given.hints, dates, related, compiled(around.hints))


def plain(text: str | None) -> str:
    """Text as it is compared: without tags, scripts, entities and the width of white space."""
    return " ".join(_unmarked(text).split()) if text else ""


def told(text: str | None, whole: str | None = None) -> str:
    """What is told in a text: `plain`, but for counters and dates that stand alone, where there is more than these.

    `whole` is its `plain`, where that is known already.
    """
    whole = plain(text) if whole is None else whole
    lowered = whole.lower()
    also = _patterns().leads_on.search(lowered) is not None
    if not text or not (also or _may_count(lowered)):
        return whole
    lines = _unmarked(_BREAK.sub(_line_of, text) if "<" in text else text)
    rest_of = _patterns().related.sub("\n", lines) if also else lines
    pieces, kept, cut = _PIECE.split(rest_of), list[str](), rest_of != lines
    for between, piece in zip(("", *pieces[1::2]), pieces[::2], strict=True):
        rest = _without(piece) if len(piece) <= _LONGEST and _may_count(piece.lower()) else piece
        cut = cut or rest is not piece
        if rest.strip() or rest is piece:
            kept += (between, rest)
    return (" ".join("".join(kept).replace(_BULLET, " ").split()) or whole) if cut else whole


def _unmarked(text: str) -> str:
    if "<" in text:
        text = TAG.sub(" ", _SILENT.sub(" ", text))
    return html.unescape(text) if "&" in text else text


def _line_of(tag: re.Match[str]) -> str:
    return f"\n{_BULLET}" if tag[1].lower() == "li" and tag[0][1] != "/" else "\n"


def _may_count(lowered: str) -> bool:
    return _DIGIT.search(lowered) is not None or any(map(lowered.__contains__, _patterns().hints))


def without_counters(line: str) -> str:
    """A line without the counters in it."""
    return _patterns().counter.sub(" ", line)


def _without(piece: str) -> str:
    rest = _patterns().counter.sub(" ", piece)
    if rest != piece:
        return rest if len(_WORD.findall(rest)) <= _BESIDE else piece
    if not _MOMENT.search(piece):
        return piece
    names, beside = _WORD.findall(fold(piece)), _patterns().dates
    return "" if names and all(name in FILLERS or name in MONTHS or name in beside for name in names) else piece
