"""What can be watched at an address that a person typed: a feed, a sitemap, feeds that a page names, or the page."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from schemas.source import Kind
from services.collect.counters import plain
from services.collect.item import Document, Unreadable
from services.collect.kinds.links import USUAL, USUAL_SITEMAPS, kind_by_look
from services.collect.named import digest
from services.collect.pages import is_front
from services.collect.poller import Outside
from services.collect.websub import linked
from services.fetch.answer import Answer

MAX_CANDIDATES = 8
# So many addresses of a site, of those that its pages name, are asked.
MAX_ASKED = 30
# A site that answers so to a program may have a feed for it.
REFUSES = frozenset((401, 403, 405, 406))
_COPIED = re.compile(r"""^[\s<"'“«]*(.*?)[\s>"'”»]*$""", re.DOTALL)
# before the whole of an address, or in the place of its scheme
_FEED = re.compile(r"^feed:(?://|(https?://))", re.IGNORECASE)
# scheme and host, where no name and password stand before it
_BEGIN = re.compile(r"[a-zA-Z]+://[^/?@\s]*(?=[/?]|$)")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something to watch; `titles` are of its first items. `asked`: it is what the address itself has.

    `away`: why nothing could be seen of it now.
    """

    kind: Kind
    address: str
    title: str | None
    language: str | None
    items: int
    titles: tuple[str, ...]
    asked: bool = False
    away: str | None = None

    @property
    def name(self) -> str:
        """What to call it as a source: a feed by its title, what has only the headlines of articles by its host."""
        host = (urlsplit(self.address).hostname or "").removeprefix("www.")
        by_title = self.kind not in ("page", "sitemap") or not host
        return ((self.title if by_title else None) or host or self.address)[:200]


class NothingThereError(Exception):
    """One line that says why nothing can be watched at the address."""


class AwayError(NothingThereError):
    """There may be something at the address another time; `kind` is what its look says, if that says anything."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address, self.reason, self.kind = address, reason, kind_by_look(address)


def as_meant(typed: str) -> str:
    """An address as a person meant it: what came along when it was copied, `feed:`, a fragment and capitals are gone.

    So that what is added twice is one source.
    """
    address = _COPIED.sub(r"\1", typed).partition("#")[0]
    address = _FEED.sub(lambda found: found[1] or "", address)
    begin = _BEGIN.match(address)
    return begin[0].lower() + address[begin.end() :] if begin else address


async def discover(address: str, outside: Outside) -> list[Candidate]:
    """The best first. Raises NothingThereError."""
    typed = address = as_meant(address)
    if "://" not in typed:
        address = f"https://{typed}"
    answer = await outside.client.get(address)
    if address != typed and not answer.status:
        # some sites have no https; what was wrong is said of the one that answers
        plain = await outside.client.get(f"http://{typed}")
        answer, address = (plain, f"http://{typed}") if plain.status else (answer, address)
    if not answer.good:
        return await _behind(answer, address, outside)
    found = await _read(answer, address, outside)
    if isinstance(found, Candidate):
        return [replace(found, asked=True)]
    if b"<opml" in answer.body[:2000].lower():
        raise NothingThereError(f"{address}: a list of feeds; save it, and `harmattan sources import` reads it")
    page = await outside.reader.extract(answer.body, answer.header("content-type"), answer.address)
    if isinstance(page, Unreadable) and page.moved and not found.feeds:
        # a front page that only leads to that of a language
        led = await outside.client.get(page.moved)
        if led.good and isinstance(there := await _read(led, led.address, outside), Unreadable):
            answer, found = led, there
            page = await outside.reader.extract(led.body, led.header("content-type"), led.address)
    candidates = await _of_site(answer, found, outside)
    if not candidates and isinstance(page, Unreadable):
        raise NothingThereError(f"{address}: no feed, no sitemap, and as a page: {page.reason}")
    if not isinstance(page, Unreadable):
        candidates.append(Candidate("page", answer.address, page.title, page.language, 1, (page.title or "",), True))
    return candidates


async def _behind(answer: Answer, address: str, outside: Outside) -> list[Candidate]:
    """What a site has whose front page is for browsers only. Raises NothingThereError."""
    reason = answer.problem or f"HTTP status {answer.status}"
    if answer.away:
        raise AwayError(address, reason)
    candidates: list[Candidate] = []
    if answer.status in REFUSES and is_front(address):
        candidates = await _all(_joined(answer.address, USUAL), outside, most=1)
    if not candidates:
        raise NothingThereError(f"{address}: {reason}")
    return candidates


async def _of_site(answer: Answer, found: Unreadable, outside: Outside) -> list[Candidate]:
    """The feeds that a page names, itself or on a page that lists them; else one where others have it.

    Of a front page without any, the sitemaps.
    """
    header = linked(answer, "alternate")
    named = [one for one in (*found.feeds, *filter(None, (header,))) if one != answer.address]
    candidates = await _all(named[:MAX_CANDIDATES], outside, lists=True)
    candidates = candidates or await _all(_joined(answer.address, USUAL), outside, most=1)
    if not candidates and is_front(answer.address):
        told = (await outside.robots.rules(answer.address)).sitemaps()
        candidates = await _all(_joined(answer.address, told[:MAX_CANDIDATES]), outside)
        candidates = candidates or await _all(_joined(answer.address, USUAL_SITEMAPS), outside, most=1)
    return candidates


def _joined(base: str, paths: Iterable[str]) -> list[str]:
    found = []
    for path in paths:
        with suppress(ValueError):
            found.append(urljoin(base, path))
    return found


async def _all(
    addresses: Iterable[str], outside: Outside, most: int = MAX_CANDIDATES, *, lists: bool = False,
    asked: set[str] | None = None,
) -> list[Candidate]:
    """What of these is there, each once. `lists`: of a page in the place of a feed, the feeds that it names.

    `asked`: what need not be again, to which these are added.
    """
    found: list[Candidate] = []
    asked = set() if asked is None else asked
    for address in addresses:
        if address in asked or len(asked) >= MAX_ASKED:
            continue
        asked.add(address)
        answer = await outside.client.get(address)
        candidate = await _read(answer, address, outside) if answer.good else None
        if isinstance(candidate, Candidate):
            if candidate.address == address or candidate.address not in asked:
                found.append(candidate)
            asked.add(candidate.address)
        elif candidate is not None and lists:
            found += await _all(candidate.feeds[:most], outside, most, asked=asked)
        if len(found) >= most:
            break
    return found[:most]


async def _read(answer: Answer, asked: str, outside: Outside) -> Candidate | Unreadable:
    reasons: Unreadable | None = None
    kinds: tuple[Kind, ...] = ("feed", "sitemap")
    for kind in kinds:
        found = await outside.reader.read(kind, answer.body, answer.header("content-type"), answer.address)
        if isinstance(found, Document):
            titles = tuple(plain(item.title) or item.url or "" for item in found.items[:3])
            count = len(found.items) or len(found.more)
            return Candidate(kind, answer.moved or asked, found.title, found.language, count, titles)
        reasons = reasons or found
    return reasons or Unreadable("nothing")


def make_id(address: str, taken: Container[str] = ()) -> str:
    """A readable id for an address: `rfi.fr-fr-rss`.

    One that is long, of other letters, or another source's already is told apart by a hash.
    """
    parts = urlsplit(address)
    plain = f"{parts.netloc.rpartition('@')[2].removeprefix('www.')}{parts.path} {parts.query}"
    made = re.sub(r"[^a-z0-9.]+", "-", (plain or address).lower()).strip("-.")
    if len(made) > 60 or not made or not plain.isascii():
        return f"{made[:50].strip('-.') or 'source'}-{digest(address)[:8]}"
    return made if made not in taken else f"{made[:50].strip('-.')}-{digest(address)[:8]}"
