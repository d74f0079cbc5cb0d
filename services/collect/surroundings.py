"""What software and editors put into a text that is not of it: links to other articles, tags, buttons to share. Pure.

"Read also: Mali junta expels envoy" in the middle of a report on Niger tells of another report. Only what says so of
itself goes, or what is made of links alone.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from functools import cache
from typing import Any, NamedTuple

from lxml import html
from lxml.etree import LxmlError

from schemas.pages import compiled
from services.collect.cards import cut_cards
from services.collect.counters import plain
from services.collect.elements import short_text
from services.collect.site_words import site_words

_MAY_BE_AROUND = re.compile(
    r"<(?:h[2-6]|strong|b)\b[^<]{0,100}<a\b|<a\b[^>]{0,500}>\s?<(?:strong|b|div|h)|<(?:audio|video|object)\b",
    re.IGNORECASE,
)
_LONGEST = 300
_ITEM = re.compile(r"^\s{0,9}[-*•–]\s")
_NAMES = re.compile(
    r"sharedaddy|sd-(?:block|sharing\S*|like\S*)|jp-relatedposts\S*|addtoany\S*|a2a_\S+|heateor\S*|share(?:[-_]?(?:buttons?|links?|this|box|bar|icons?))?"
    r"|social[-_]?(?:share|sharing|links?|icons?|buttons?)|(?:inline[-_])?related(?:[-_]?(?:posts?|articles?|news|stories|content|links?|box))?"
    r"|yarpp\S*|crp[-_]related\S*|penci-ilrltpost\S*|k2feedtags|(?:post|entry|article)[-_](?:tags|views\S*|share|footer-tags)|tags?-links"
    r"|newsletter\S*|mc4wp\S*|adsbygoogle|post-views\S*|kk-star-ratings|(?:read|lire|voir)[-_]?(?:also|aussi)|subscribe[-_]?box|wp-embedded-content|wp-polls\S*",
    re.IGNORECASE,
)
_BLOCKS = ("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "li", "ul", "section", "aside", "figure")
# in these stands what is read where they cannot be played
_PLAYERS = frozenset(("audio", "video", "object"))
_WORDS = re.compile(r"\w")
_FILES = re.compile(r"(?:^|\s)(?:directory|category|tag)(?:\s|$)", re.IGNORECASE)
_MOST = 10
# Around a line of a list or a table; and a link of fewer letters is a name.
_MARKS, _HEADLINE = " \t-*•–|", 20
# A longer line says more; and what may stand around one.
_ASKS, _AROUND = 120, " \t-–—*•[](){}|:.!►▶👉📲"
_ANCHOR = re.compile(r"<a\b[^<>]{0,2000}>((?:(?!<a\b).){1,500}?)</a", re.IGNORECASE | re.DOTALL)
_TAG_NAMES = re.compile(r"hashtag|mention", re.IGNORECASE)


class _Patterns(NamedTuple):
    """Of seeds/world/pages/around.yaml: a line that leads on, what such a text has some of, a line that sells or asks
    to share, where one may begin in HTML, what tags stand behind. `hint` and `may_ask` are for small letters, for which
    looking is ten times faster."""

    labelled: re.Pattern[str]
    hint: re.Pattern[str]
    asks: re.Pattern[str]
    may_ask: re.Pattern[str]
    tags: re.Pattern[str]


@cache
def _patterns() -> _Patterns:
    words = site_words().around
    groups = (words.also, (*words.hints, "rel=", "class=", "id="), words.tags)
    also, hints, tags = (compiled(group).pattern for group in groups)
    begin, end = r"^[\s>*•►▶👉–«\"\[(-]{0,9}", r"[\s\])\"»]{0,3}(?:(?P<colon>[:：|>►→»–—-])|(?=\W|$))"
    lines = compiled(words.lines)
    return _Patterns(
        re.compile(f"{begin}{also}{end}", re.IGNORECASE), re.compile(hints),
        # only behind a tag, so that it is tried there alone
        lines, re.compile(rf">[^\w<>]{{0,4}}{lines.pattern}"), re.compile(rf"^\s*{tags}\s{{0,3}}:?", re.IGNORECASE),
    )


def links_of(page: str) -> frozenset[str]:
    """The words of the links of a page, in small letters."""
    return frozenset(plain(found).lower() for found in _ANCHOR.findall(page))


def without_links(text: str, linked: Container[str] = ()) -> str:
    """Lines without those that lead to other articles. `linked`: what the page has as words of links, in small letters.

    Below a line that only says so, those of a list go too, and those that are links alone; without it, two or more of
    these one behind the other, and the last line, unless they are most of the text: then it is a list of links.
    """
    lines = text.split("\n")
    kept = [line for line in lines if not _asks(line)]
    kept = _unlabelled(kept, linked) if _patterns().hint.search(text.lower()) else kept
    gone: set[int] = set()
    run: list[int] = []
    for at, line in enumerate([*kept, ""]):
        if at < len(kept) and _leads_on(line, linked):
            run.append(at)
            continue
        if len(run) > 1 or at == len(kept):
            gone.update(run)
        run = []
    left = [line for at, line in enumerate(kept) if at not in gone]
    if gone and 2 * len("".join(left)) > len("".join(kept)):
        kept = left
    return "\n".join(kept) if len(kept) < len(lines) else text


def _asks(said: str) -> bool:
    """Whether a line only sells, or asks to share or to follow."""
    return 0 < len(said) <= _ASKS and _patterns().asks.fullmatch(said.strip(_AROUND)) is not None


def _leads_on(line: str, linked: Container[str]) -> bool:
    """Whether a line is the headline of another article, and nothing else."""
    said = line.strip(_MARKS).lower()
    return len(said) >= _HEADLINE and said in linked


def _unlabelled(lines: Iterable[str], linked: Container[str]) -> list[str]:
    kept: list[str] = []
    below = False
    for line in lines:
        said = line.strip()
        match = _patterns().labelled.match(said) if len(said) <= _LONGEST else None
        rest = said[match.end() :].strip(" :–—-»>|").lower() if match else ""
        if match and (match["colon"] or not rest or rest in linked):
            below = not rest
        elif not (below and (not said or _ITEM.match(line) or said.lower() in linked)):
            below = False
            kept.append(line)
    return kept


def without_surroundings(text: str, address: str | None = None, title: str | None = None) -> str:
    """The text of an item, HTML or not, without what is not of it; where there is none of that, as it was."""
    if "<" not in text:
        return without_links(text)
    lowered, patterns = text.lower(), _patterns()
    if not any(found.search(lowered) for found in (patterns.hint, _MAY_BE_AROUND, patterns.may_ask)):
        return text
    try:
        tree = html.fragment_fromstring(text, create_parent="div")
    except (LxmlError, ValueError, AssertionError):
        return text
    around, cards = _cut(tree), cut_cards(tree, address or "", title)
    if not (around or cards):
        return text
    inner = "".join(html.tostring(one, encoding="unicode") for one in tree)
    return f"{_escaped(tree.text)}{inner}".strip()


def _escaped(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;")


def _cut(tree: Any) -> bool:
    """Takes them out of a tree, and says whether there were any."""
    elements = [one for one in tree.iterdescendants() if isinstance(one.tag, str)]
    gone = [one for one in elements if _is_around(one)]
    gone += [below for one in gone for below in _links_below(one)]
    links = [one for one in elements if one.tag == "a" and _FILES.search(one.get("rel") or "")
             and not _TAG_NAMES.search(one.get("class") or "") and _is_among_links(one)]
    holders = [one.getparent() for one in links]
    for one in (*gone, *links):
        if one.getparent() is not None:
            one.drop_tree()
    for holder in holders:
        for one in holder:
            if one.tail and not _WORDS.search(one.tail):
                one.tail = None
        if holder is not tree and not len(holder) and holder.getparent() is not None:
            holder.drop_tree()
    return bool(gone or links)


def _is_around(one: Any) -> bool:
    names = f"{one.get('class') or ''} {one.get('id') or ''}".split()
    if any(map(_NAMES.fullmatch, names)):
        return True
    if one.tag in _PLAYERS:
        # one that is never closed has all that follows in it
        return short_text(one, _LONGEST) is not None
    if one.tag not in _BLOCKS:
        return False
    said = short_text(one, _LONGEST) or ""
    if _asks(said):
        return True
    match = _patterns().labelled.match(said)
    if match is None or any(inner.tag in _BLOCKS for inner in one.iterdescendants() if isinstance(inner.tag, str)):
        return False
    rest = said[match.end() :].strip(" :–—-»>|")
    linked = " ".join(short_text(link, _LONGEST) or "" for link in one.iterdescendants("a"))
    return bool(match["colon"]) or not rest or rest in linked


def _links_below(one: Any) -> list[Any]:
    """The links below a heading that says whereof they are: a list of them, or paragraphs of nothing else."""
    said = short_text(one, _LONGEST) or ""
    match = _patterns().labelled.match(said)
    found: list[Any] = []
    if match is None or said[match.end() :].strip(" :") or plain(one.tail):
        return found
    behind = one.getnext()
    if behind is not None and behind.tag in ("ul", "ol"):
        return [behind]
    while behind is not None and len(found) < _MOST and isinstance(behind.tag, str) and _is_link(behind):
        found.append(behind)
        behind = behind.getnext() if not plain(behind.tail) else None
    return found


def _is_link(one: Any) -> bool:
    said = short_text(one, _LONGEST)
    links = list(one.iterdescendants("a")) if said else []
    return len(links) == 1 and short_text(links[0], _LONGEST) == said


def _is_among_links(link: Any) -> bool:
    """Whether what holds the link has no words of its own beside such links."""
    holder = link.getparent()
    own = " ".join((holder.text or "", *(one.tail or "" for one in holder)))
    rest = [one for one in holder if isinstance(one.tag, str) and one.tag not in ("a", "br", *_BLOCKS, "img", "hr")]
    said = _patterns().tags.sub("", own, count=1)
    return not _WORDS.search(said) and not any(short_text(one, _LONGEST) != "" for one in rest)
