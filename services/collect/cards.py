"""Teaser cards: other stories that a site shows within the text of one, each a linked headline and a line or two. Pure.

A card stands between paragraphs that are longer than it. Where such blocks are most of what there is they are the text
itself: the week in five stories, a running report. A headline without a block around it is one only where it stands out
(a heading, bold) and leads to the same site; what stands below it is of the text.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from typing import Any, NamedTuple
from urllib.parse import urljoin

from services.article.address import read_address
from services.collect.counters import plain
from services.collect.elements import short_text

# Fewer letters are a name or a button; more, with all that stands beside them, are no card.
_HEADLINE, _CARD = 20, 320
# What may stand before its headline (a rubric, a day), and what is no more than that behind it.
_BEFORE, _EXCERPT = 40, 20
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_TITLE_NAME = re.compile(r"(?:^|[\s_-])(?:titles?|titre|headline|heading|manchette)(?:$|[\s_-])", re.IGNORECASE)
_EMBEDDED = "wp-embedded-content"
_BLOCKS = frozenset((
    "div", "section", "article", "aside", "figure", "figcaption", "blockquote", "a", "table", "tbody", "tr", "td", "ul",
    "li",
))
_OUTERMOST = frozenset(("body", "html", "main"))
# A paragraph that tells something; and so much more of these than of cards there is in a text.
_PARAGRAPH, _PARAGRAPHS, _TIMES = 60, 2, 2
# More among the paragraphs of one text are what it is about: those who stand for election, each with a line.
_MOST = 8
# So many headlines that stand alone; of more, each is that of what stands below it.
_ALONE = 2
# A page of more links is looked through no further; so many and so long may be its headlines; and a block of more
# parts is not one of cards alone.
_LINKS, _TITLES, _TITLE, _CHILDREN = 3000, 60, 1200, 200
_SILENT = frozenset(("script", "style", "noscript", "template"))


@dataclass(slots=True)
class _Size:
    """Letters of an element, how many of these are in links, whether it has a link and a linked heading in it."""

    letters: int = 0
    linked: int = 0
    has_link: bool = False
    has_headline: bool = False


class _Line(NamedTuple):
    """The headline of a card: the element that it is, its words, and whether it is one though nothing stands below it.

    `near`: it leads to the site of the text.
    """

    element: Any
    said: str
    surely: bool
    near: bool = True


def cut_cards(tree: Any, address: str, title: str | None = None) -> bool:
    """Takes them out of a tree, and says whether there were any. `address` and `title` are those of the text itself."""
    heads = (one for name in ("title", "h1") for one in islice(tree.iter(name), _TITLES))
    own = {plain(title).lower(), *(plain(short_text(one, _TITLE)).lower() for one in heads)} - {""}
    cards: defaultdict[Any, list[Any]] = defaultdict(list)
    alone: defaultdict[Any, list[Any]] = defaultdict(list)
    for line in _lines(tree, address):
        box = _box(line.element)
        said = short_text(box, _CARD) or ""
        begin = said.find(line.said)
        if not 0 <= begin <= _BEFORE or _is_own(line.said, own) or box.getparent() is None:
            continue
        if box is line.element and box.tag not in _BLOCKS:
            if line.near:
                alone[box.getparent()].append(box)
        elif line.surely or len(said) - begin - len(line.said) >= _EXCERPT:
            cards[box.getparent()].append(box)
    for parent, lines in alone.items():
        if len(lines) <= _ALONE:
            cards[parent] += filter(_stands_out, lines)
    for parent in list(cards):
        _gather(parent, cards)
    few = {parent: set(boxes) for parent, boxes in cards.items() if len(set(boxes)) <= _MOST}
    sizes = _sizes(tree) if few else {}
    gone = [box for parent, boxes in few.items() if _is_running(parent, boxes, sizes) for box in boxes]
    for box in gone:
        if box.getparent() is not None:
            box.drop_tree()
    return bool(gone)


def _gather(parent: Any, cards: defaultdict[Any, list[Any]]) -> None:
    """Takes a block that has nothing but cards in it, and what they are called together, for one."""
    while parent.tag not in _OUTERMOST and (above := parent.getparent()) is not None:
        if len(parent) > _CHILDREN:
            return
        own = set(cards[parent])
        rest = [one for one in parent if one not in own and isinstance(one.tag, str)]
        if any((said := short_text(one, _BEFORE)) is None or len(said) > _BEFORE for one in rest):
            return
        del cards[parent]
        cards[above].append(parent)
        parent = above


def _stands_out(one: Any) -> bool:
    """Whether a line between paragraphs is a headline, and not a sentence nor one of the headings of a text."""
    if (short_text(one, _CARD) or "").endswith((".", "…", ":")):
        return False
    return one.tag == "p" or not any(_linked(two) is None for two in one.getparent().iterchildren(one.tag))


def _linked(one: Any) -> Any:
    return next(one.iter("a"), None)


def _is_own(said: str, titles: Iterable[str]) -> bool:
    """Whether it is the headline of the page."""
    wanted = said.lower()[:60]
    return any(wanted in title or wanted.startswith(title[:60]) for title in titles)


def _lines(tree: Any, address: str) -> Iterator[_Line]:
    here = read_address(address)
    for number, link in enumerate(tree.iter("a")):
        if number == _LINKS:
            return
        line = _line(link)
        if line is None or len(line.said) < _HEADLINE:
            continue
        there = read_address(_joined(address, link.get("href")))
        if there.key is not None and there.key != here.key:
            yield line._replace(near=there.host == here.host)


def _joined(address: str, href: str | None) -> str | None:
    """Where a link leads, but for one to a place on the same page."""
    if not href or href.startswith("#"):
        return None
    with suppress(ValueError):
        return urljoin(address, href.strip())
    return None


def _line(link: Any) -> _Line | None:
    inner = next(link.iter(*_HEADINGS), None)
    if inner is not None:
        return _of(inner, surely=True, element=link)
    said = short_text(link, _CARD)
    if not said or len(said) < _HEADLINE:
        return None
    parts = [found for one in link if isinstance(one.tag, str) and (found := short_text(one, _CARD))]
    if len(parts) > 1 and link.getparent() is not None and link.getparent().tag not in ("p", "li", "td"):
        return _Line(link, next((part for part in parts if len(part) >= _HEADLINE), ""), surely=False)
    for above in (link, *link.iterancestors()):
        if above is not link and short_text(above, len(said)) != said:
            return None
        strong = above.tag == "p" and next(above.iter("strong", "b"), None) is not None
        named = above.tag in ("a", "div", "p", "span") and _TITLE_NAME.search(above.get("class") or "") is not None
        surely = above.tag in _HEADINGS or (above.tag == "blockquote" and _EMBEDDED in (above.get("class") or ""))
        if surely or strong or named:
            return _of(above, surely=surely)
    return None


def _of(one: Any, *, surely: bool, element: Any = None) -> _Line | None:
    said = short_text(one, _CARD)
    return _Line(one if element is None else element, said, surely) if said else None


def _box(one: Any) -> Any:
    """The largest block that has little else in it than the headline, which it begins with."""
    box, line = one, short_text(one, _CARD) or ""
    while True:
        above = box.getparent()
        if above is None or above.tag not in _BLOCKS:
            return box
        said = short_text(above, _CARD)
        if said is None or not 0 <= said.find(line) <= _BEFORE or next(above.iter("h1"), None) is not None:
            return box
        box = above


def _is_running(parent: Any, cards: Container[Any], sizes: Mapping[Any, _Size]) -> bool:
    """Whether what stands beside cards is a text: paragraphs, and many times as long."""
    paragraphs = shown = told = 0
    for one in parent:
        if not isinstance(one.tag, str) or one.tag in _SILENT:
            continue
        size = sizes[one]
        if one in cards or size.has_headline:
            shown += size.letters
            continue
        length = size.letters - size.linked
        if length >= _PARAGRAPH and length > size.linked:
            paragraphs, told = paragraphs + 1, told + length
    return paragraphs >= _PARAGRAPHS and told >= _TIMES * shown


def _sizes(tree: Any) -> dict[Any, _Size]:
    """Of each element of a tree, counted once: blocks with cards stand in one another a hundred times."""
    elements = list(tree.iter())
    sizes = {one: _Size() for one in elements}
    # from the last to the first, so that what is in an element comes before it
    for one in reversed(elements):
        size, above = sizes[one], sizes.get(one.getparent())
        if not isinstance(one.tag, str) or one.tag in _SILENT:
            size = _Size()
        else:
            size.letters += len((one.text or "").strip())
            if one.tag == "a":
                size.linked, size.has_link = size.letters, True
            size.has_headline = size.has_headline or (size.has_link and one.tag in _HEADINGS)
        if above is not None:
            above.letters += size.letters + len((one.tail or "").strip())
            above.linked += size.linked
            above.has_link = above.has_link or size.has_link
            above.has_headline = above.has_headline or size.has_headline
    return sizes
