"""One poll of one source: ask, read, fetch pages, feed, keep the state. The shell around services/collect/poll.py."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from schemas.source import Source
from schemas.source_state import SourceState
from services.collect import poll
from services.collect.item import Document, Item, Unreadable
from services.collect.kinds.sitemap import merged
from services.collect.local import is_local
from services.collect.pace import Pace, retry_after, wished
from services.collect.pages import Later, Page, languages_asked, owes_pages
from services.collect.poll import Article, Step
from services.collect.robots import Robots
from services.fetch.answer import Answer
from services.fetch.client import Client

# for all pages of one poll: a site that is slow waits for its next turn, and keeps nobody else waiting
PAGES_S = 120.0


class Reads(Protocol):
    """What reads strangers' bytes: services.collect.reader.Reader."""

    async def read(self, kind: str, body: bytes, content_type: str, address: str) -> Document | Unreadable: ...

    async def local(self, source: Source, position: str | None, roots: Sequence[Path]) -> Document | Unreadable: ...

    async def extract(self, body: bytes, content_type: str, address: str) -> Item | Unreadable: ...


@dataclass(frozen=True, slots=True)
class Outside:
    """All that a poll touches. `now` is in milliseconds since the epoch, `agent` what robots.txt knows us by."""

    client: Client
    reader: Reads
    robots: Robots
    now: Callable[[], int]
    agent: str
    pace: Pace
    roots: Sequence[Path] = ()


Feed = Callable[[Sequence[Article]], Awaitable[None]]


async def poll_source(source: Source, state: SourceState, outside: Outside, feed: Feed) -> SourceState:
    """The state after the poll; what is new was fed before it returns."""
    answer, document = await _look_at(source, state, outside)
    step = poll.look(source, state, answer, document, outside.now(), outside.pace)
    pages = await _pages(step, outside, languages_asked(source))
    articles, after = poll.conclude(source, step, pages, state.items, outside.now())
    if articles:
        await feed(articles)
    return after


async def _look_at(
    source: Source, state: SourceState, outside: Outside
) -> tuple[Answer, Document | Unreadable | None]:
    if is_local(source):
        document = await outside.reader.local(source, state.etag, outside.roots)
        return Answer(source.address, 200), document
    owing = owes_pages(source, state, outside.now())
    answer = await _ask(source, state, outside, {} if owing else poll.conditions(state))
    if not answer.good or (poll.is_unchanged(state, answer) and not owing):
        return answer, None
    found = await outside.reader.read(source.kind, answer.body, answer.header("content-type"), answer.address)
    if isinstance(found, Document) and found.more:
        found = await _parts(source, found, outside)
    return answer, found


async def _parts(source: Source, index: Document, outside: Outside) -> Document | Unreadable:
    """The parts of a sitemap index; those that fail are left out, unless all do."""
    parts: list[Document] = []
    problems: list[str] = []
    wait_s = 0
    for address in index.more:
        answer = await outside.client.get(address)
        if not answer.good:
            problems.append(answer.problem or f"HTTP status {answer.status}")
            wait_s = max(wait_s, wished(answer.status, answer.headers, outside.now()))
            continue
        found = await outside.reader.read(source.kind, answer.body, answer.header("content-type"), answer.address)
        if isinstance(found, Unreadable):
            problems.append(found.reason)
        elif found.more:
            problems.append("an index within an index")
        else:
            parts.append(found)
    if not parts:
        return Unreadable(f"none of its parts can be read: {problems[-1]}")
    lost = f"{len(problems)} of its {len(index.more)} newest parts cannot be read: {problems[-1]}" if problems else None
    return replace(merged(parts, index, lost), wait_s=wait_s)


async def _ask(source: Source, state: SourceState, outside: Outside, conditions: Mapping[str, str]) -> Answer:
    address = state.moved or source.address
    pause = 0.0
    if source.kind == "page":
        rules = await outside.robots.rules(address)
        if reason := rules.forbid(address, outside.agent):
            return Answer(address, problem=reason)
        pause = rules.delay_s(outside.agent)
        conditions = {**conditions, **languages_asked(source)}
    limits = replace(outside.client.limits, text=source.kind == "page")
    forbids = _Hops(outside) if source.kind == "page" else None
    return await outside.client.get(address, conditions, limits, pause, forbids)


@dataclass(slots=True)
class _Hops:
    """Asks the robots.txt of each site that a redirect leads to. `failed`: one could not be read."""

    outside: Outside
    failed: bool = False

    async def __call__(self, address: str) -> str | None:
        rules = await self.outside.robots.rules(address)
        self.failed = self.failed or rules.problem is not None
        return rules.forbid(address, self.outside.agent)


async def _pages(step: Step, outside: Outside, headers: Mapping[str, str]) -> dict[str, Page]:
    pages: dict[str, Page] = {}
    try:
        async with asyncio.timeout(PAGES_S):
            for fresh in step.pages:
                # where its link leads now; the address that it was fed under may be gone
                pages[fresh.url] = await _page(fresh.item.url or fresh.url, outside, headers)
    except TimeoutError:
        for fresh in step.pages:
            pages.setdefault(fresh.url, Later(f"its site took more than {PAGES_S:.0f} s"))
    return pages


async def _page(address: str, outside: Outside, headers: Mapping[str, str], leads: bool = True) -> Page:
    """`leads`: where a page without a text sends its readers is asked for instead, once."""
    rules = await outside.robots.rules(address)
    if reason := rules.forbid(address, outside.agent):
        return Later(reason) if rules.problem else reason
    limits = replace(outside.client.limits, text=True)
    hops = _Hops(outside)
    answer = await outside.client.get(address, headers, limits, rules.delay_s(outside.agent), hops)
    if not answer.good:
        reason = answer.problem or f"its page answers {answer.status}"
        for_now = hops.failed or answer.status < 300 or answer.status == 429 or answer.status >= 500
        return Later(reason, retry_after(answer.headers, outside.now())) if for_now else reason
    found = await outside.reader.extract(answer.body, answer.header("content-type"), answer.address)
    if isinstance(found, Unreadable):
        if found.moved and leads:
            return await _page(found.moved, outside, headers, leads=False)
        return Later(found.reason) if found.for_now else found.reason
    return found
