"""What servers show in the place of a page, answered with 200 like one: errors, maintenance, checks for robots. Pure.

Articles tell of such things too, so that one word is never enough: a headline that says nothing else counts, and
sentences that only such pages have, in a short text. The words are data: seeds/world/pages/notices.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from schemas.pages import compiled
from services.collect.site_words import site_words

# A text of this length is an article, unless headline and text both say that it is none.
SHORT = 900
# and of this, nothing at all
_NOTHING = 120
_BEGINNING = 700
_ENOUGH, _SURELY = 2, 4
# Of a title beside what it says: the name of the site.
_NAME_WORDS = 4
_PARTS = re.compile(r"\s[|–—·«»:-]\s|\s?\|\s?|(?<=\w)\s?:\s")
_SPACE = re.compile(r"[^\S\n]+")
_LINE, _FIRST_WORDS = 100, 60
_EDGES = " .!?…,;:–—-\"'«»“”"


@dataclass(frozen=True, slots=True)
class Notice:
    """`reason` is one line; `for_now`: the page itself may come another time."""

    reason: str
    for_now: bool = True


@dataclass(frozen=True, slots=True)
class _Kind:
    """What schemas/pages.py says of each."""

    notice: Notice
    heads: re.Pattern[str]
    hints: re.Pattern[str]
    says: re.Pattern[str]
    anyhow: bool


@cache
def _kinds() -> tuple[_Kind, ...]:
    return tuple(
        _Kind(Notice(one.reason, one.for_now), compiled(one.heads), compiled(one.hints), compiled(one.says), one.anyhow)
        for one in site_words().notices.notices
    )


def notice_of(titles: Sequence[str], text: str) -> Notice | None:
    """What a page says of itself that is no article, by its titles and its text; None of any other page."""
    begin = _even(text[:_BEGINNING])
    titles = [_even(title) for title in titles]
    # software repeats its headline above the text
    above = [line for line in begin.split("\n", 3)[:3] if len(line) < _LINE]
    heads = {part for line in (*titles, *above) for part in _parts(line)}
    named = all(len(title.split()) <= _NAME_WORDS for title in titles)
    kinds = _kinds()
    weights = [_weight(kind, heads, begin, named) for kind in kinds]
    needed = 1 if len(text.strip()) < _NOTHING else _ENOUGH if len(text) < SHORT else _SURELY
    return kinds[weights.index(max(weights))].notice if max(weights) >= needed else None


def _weight(kind: _Kind, heads: Collection[str], begin: str, named: bool) -> int:
    """`named`: above the text there is no more than a name."""
    head = _ENOUGH if any(map(kind.heads.fullmatch, heads)) else int(any(map(kind.hints.fullmatch, heads)))
    said = list(kind.says.finditer(begin))
    if not said:
        return head
    # at the begin of a text that has no headline, or twice in it, it is no quotation in a report
    twice = len({match[0] for match in said}) > 1
    surely = head or kind.anyhow or (named and (twice or said[0].start() < _FIRST_WORDS))
    return head + (_ENOUGH if surely else 1)


def _even(line: str) -> str:
    return _SPACE.sub(" ", line.replace("’", "'").replace("ʼ", "'")).lower().strip()


def _parts(title: str) -> Iterator[str]:
    """A title, and each of its parts beside which there is no more than the name of a site."""
    yield title.strip(_EDGES)
    parts = [part.strip(_EDGES) for part in _PARTS.split(title)]
    for at, part in enumerate(parts):
        others = " ".join(parts[:at] + parts[at + 1 :])
        if len(parts) > 1 and len(others.split()) <= _NAME_WORDS:
            yield part
