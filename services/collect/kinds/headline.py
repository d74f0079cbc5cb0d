"""The headline of a page: which it is, and where it stands, also where no heading has it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from services.collect.counters import plain
from services.collect.elements import begin_of, short_text
from services.collect.pages import is_front

# As sites name them; "relative" and "elementor-widget" are on everything.
AROUND = re.compile(
    r"related|similar|sidebar|(?<!elementor-)widget|recent|popular|\bmost\b|trending|comment|respond|forum|footer|\bnav|"
    r"menu|breadcrumb|\bmore\b|\balso\b|\baussi\b|recommend|promo|teaser|(?<![\w-])card(?![\w-])|\bcards\b|archive|"
    r"\bticker|newsletter|copyright|\bothers?\b|\bautres?\b|\bnext\b|\bprev(?:ious)?\b|latest|headlines|today|"
    r"current[-_]?(?:date|time|day)|weather|meteo", re.IGNORECASE,
)
BOXES = frozenset(("aside", "nav", "footer", "form", "select"))
_OWN_FOOTER = re.compile(r"(?:post|entry|article)[-_]+footer", re.IGNORECASE)
_ELEMENTS, _HEADINGS = 50_000, 60
# A headline of that length is no other's.
TELLING, _LONGEST = 20, 1200
_LIKE = 60
# What a headline is written in, where a site has no heading for it; and a paragraph.
_PLAIN = ("div", "p", "span", "td", "th", "strong", "b", "font", "big", "center", "h4", "h5", "h6", "legend", "caption")
_PARAGRAPHS = ("p", "div", "td", "span", "font")
_PARAGRAPH, _TRIED = 60, 8
_SITE_NAME = re.compile(
    r"<meta\b(?=[^>]{0,500}(?:og:site_name|application-name))[^>]{0,1000}?\bcontent\s*=\s*"
    r"(?:\"([^\">]{1,200})\"|'([^'>]{1,200})')", re.IGNORECASE,
)
_HEAD_OF_SITE = re.compile(
    r"<h1\b([^>]{0,500})>\s*(?:<(?!a\b|/)[a-z][^>]{0,500}>\s*){0,3}(?:<a\b([^>]{0,1000})>)?", re.IGNORECASE
)
_NAMED_SITE = re.compile(
    r"(?<![\w-])(?:site|blog)[-_]?(?:title|name|logo|branding)|(?<![\w-])logo(?![\w-])", re.IGNORECASE
)
_HREF = re.compile(r"\bhref\s*=\s*[\"']?([^\"'\s>]{1,1000})", re.IGNORECASE)
_EDGES = " \t|–—·•«»:-"


def title_of(page: str, found: str | None, bar: str | None, address: str) -> str | None:
    """The headline that was found; where that is the name of the site, what stands beside it in the browser's bar.

    Some sites have their name for the heading of every page.
    """
    name = plain(found)
    if not name or not bar or not _names_the_site(page, name, address):
        return found
    rest = plain(bar)
    for cut in (str.removesuffix, str.removeprefix):
        rest = cut(rest, name).strip(_EDGES)
    return rest if len(rest) > len(name) // 2 and rest != plain(bar) else found


def _names_the_site(page: str, name: str, address: str) -> bool:
    if any(plain(unescape(one or other)) == name for one, other in _SITE_NAME.findall(page[:100_000])):
        return True
    for match in islice(_HEAD_OF_SITE.finditer(page), _HEADINGS):
        if not plain(page[match.end() : match.end() + 500].partition("</h1")[0]).startswith(name):
            continue
        href = _HREF.search(match[2] or "")
        if _NAMED_SITE.search(match[1]) or (href and _is_front(address, unescape(href[1]))):
            return True
    return False


def _is_front(address: str, href: str) -> bool:
    try:
        return is_front(urljoin(address, href))
    except ValueError:
        return False


def headline_in(tree: Any, title: str | None) -> Any:
    """The element that has it: a heading, else whatever is of the same words, else the first heading; or None."""
    wanted = plain(title).lower()
    found = (one for name in ("h1", "h2", "h3") for one in islice(tree.iter(name), _HEADINGS))
    heads = [(one, (short_text(one, _LONGEST) or "").lower()) for one in found]
    same = [one for one, said in heads if wanted and said.startswith(wanted[:_LIKE])]
    like = [one for one, said in heads if len(said) >= TELLING and (said in wanted or said[:_LIKE] == wanted[:_LIKE])]
    if same or like:
        return (same or like)[0]
    named = next(_named(tree, wanted), None) if len(wanted) >= TELLING else None
    if named is not None:
        return named
    return next((one for one, _ in heads if one.tag == "h1" and not any(map(is_box, one.iterancestors()))), None)


def _named(tree: Any, wanted: str) -> Iterator[Any]:
    """Elements with the words of a headline and nothing else."""
    told = ((one, (short_text(one, len(wanted)) or "").lower()) for one in islice(tree.iter(*_PLAIN), _ELEMENTS))
    same = (one for one, said in told if len(said) >= TELLING and wanted.startswith(said))
    # where so many stand beside the article, no other is tried
    yield from (one for one in islice(same, _HEADINGS) if not any(map(is_box, (one, *one.iterancestors()))))


def paragraph_in(tree: Any, text: str, *, last: bool = False) -> Any:
    """The element with which a text that was read of the page begins, or the last of its paragraphs; or None."""
    lines = [line.strip() for line in text.split("\n") if len(line) >= _PARAGRAPH]
    if not lines:
        return None
    wanted = lines[-1 if last else 0][:_PARAGRAPH]
    found: Any = None
    for one in islice(tree.iter(*_PARAGRAPHS), _ELEMENTS):
        if begin_of(one, _TRIED) != wanted[:_TRIED] or begin_of(one, _PARAGRAPH) != wanted:
            continue
        if found is not None and found not in one.iterancestors():
            break
        found = one  # and the innermost of them
    return found


def is_box(one: Any) -> bool:
    """Whether what stands in an element is beside the article."""
    return one.tag in BOXES or AROUND.search(names_of(one)) is not None


def names_of(one: Any) -> str:
    """The names that its site gives an element."""
    return _OWN_FOOTER.sub(" ", f"{one.get('class') or ''} {one.get('id') or ''}")
