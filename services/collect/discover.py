"""What can be watched at an address that a person typed: a feed, a sitemap, feeds that a page names, or the page."""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit

from schemas.source import Kind
from services.collect.item import Document, Unreadable
from services.collect.kinds.links import USUAL, kind_by_look
from services.collect.once import digest
from services.collect.poller import Outside
from services.fetch.answer import Answer

MAX_CANDIDATES = 8


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


class NothingThereError(Exception):
    """One line that says why nothing can be watched at the address."""


class AwayError(NothingThereError):
    """There may be something at the address another time; `kind` is what its look says, if that says anything."""

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"{address}: {reason}")
        self.address, self.reason, self.kind = address, reason, kind_by_look(address)


async def discover(address: str, outside: Outside) -> list[Candidate]:
    """The best first. Raises NothingThereError."""
    typed = address
    if "://" not in typed:
        address = f"https://{typed}"
    answer = await outside.client.get(address)
    if address != typed and not answer.status:
        # some sites have no https; what was wrong is said of the one that answers
        plain = await outside.client.get(f"http://{typed}")
        answer, address = (plain, f"http://{typed}") if plain.status else (answer, address)
    if not answer.good:
        reason = answer.problem or f"HTTP status {answer.status}"
        raise AwayError(address, reason) if answer.away else NothingThereError(f"{address}: {reason}")
    found = await _read(answer, address, outside)
    if isinstance(found, Candidate):
        return [replace(found, asked=True)]
    named = [one for one in found.feeds[:MAX_CANDIDATES] if one != answer.address]
    candidates = await _all(named, outside)
    if not candidates:
        candidates = (await _all([urljoin(answer.address, path) for path in USUAL], outside))[:1]
    page = await outside.reader.extract(answer.body, answer.header("content-type"), answer.address)
    if not candidates and isinstance(page, Unreadable):
        raise NothingThereError(f"{address}: no feed, no sitemap, and as a page: {page.reason}")
    if not isinstance(page, Unreadable):
        candidates.append(Candidate("page", answer.address, page.title, page.language, 1, (page.title or "",), True))
    return candidates


async def _all(addresses: list[str], outside: Outside) -> list[Candidate]:
    found = []
    for address in addresses:
        answer = await outside.client.get(address)
        candidate = await _read(answer, address, outside) if answer.good else None
        if isinstance(candidate, Candidate):
            found.append(candidate)
    return found


async def _read(answer: Answer, asked: str, outside: Outside) -> Candidate | Unreadable:
    reasons: Unreadable | None = None
    kinds: tuple[Kind, ...] = ("feed", "sitemap")
    for kind in kinds:
        found = await outside.reader.read(kind, answer.body, answer.header("content-type"), answer.address)
        if isinstance(found, Document):
            titles = tuple(item.title or item.url or "" for item in found.items[:3])
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
