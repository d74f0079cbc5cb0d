"""The core of collecting: (source, state, answer, document, now) -> articles to feed, and the next state. Pure.

In two steps, because between them the pages of some items may have to be fetched: `look` says which items are fresh,
`conclude` makes articles of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import orjson

from schemas.raw import SUMMARY_ONLY
from schemas.source import Source
from schemas.source_state import Known, SourceState
from services.article.address import read_address
from services.collect import pace as paces
from services.collect.counters import plain, told
from services.collect.item import Document, Item, Unreadable
from services.collect.named import digest
from services.collect.once import Fresh, remember, sift, told_by
from services.collect.pace import Pace
from services.collect.pages import (
    WALLED,
    Later,
    Page,
    after_page,
    canonical,
    has_no_page,
    in_another_language,
    is_cut_off,
    is_due,
    is_front,
    is_walled,
    wants_page,
    without_walls,
)
from services.collect.teasers import is_beginning, lead_of, without_teasers
from services.collect.websub import linked
from services.fetch.answer import Answer, ends_whole

# Pages fetched after one poll; the rest of the items follow soon. With a pause of a second they take half a minute.
MAX_PAGES = 20
SOONEST_PAGE_MS = 60_000
# So long after an index said that a part changed, what caches hold of that part is no longer what was before.
SETTLED_MS = 3_600_000
_THE_PAGE = "the page"


@dataclass(frozen=True, slots=True)
class Step:
    """`pages`: the items whose pages are to be fetched; `later`: the fresh ones left for the next poll.

    `owed`: the items that did not change, but whose page could not be had when they were met.
    """

    state: SourceState
    fresh: tuple[Fresh, ...] = ()
    unchanged: tuple[Known, ...] = ()
    later: int = 0
    owed: tuple[Fresh, ...] = ()
    pages: tuple[Fresh, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A record for articles.raw. `key` brings all versions of an article to one partition, in their order."""

    key: bytes
    value: bytes


def new_state(source: Source, pace: Pace) -> SourceState:
    """Of a source that was never asked."""
    return SourceState(
        id=source.id, address=source.address, interval=pace.bounded(source.pace or pace.first)
    )


def current(source: Source, state: SourceState | None, pace: Pace) -> SourceState:
    """The state to go on from: void where the source has another address now, or a state was lost."""
    if state is None or state.address != source.address:
        return new_state(source, pace)
    return state


def revived(state: SourceState) -> SourceState:
    """The state of a source that somebody adds although it was retired: it is asked once more."""
    return state.model_copy(update={"retired": False, "next": None}) if state.retired else state


def conditions(state: SourceState) -> dict[str, str]:
    """Headers that ask for an answer only if it is another than the last.

    A time of change that had not come yet is none: until then, whatever is new would not count as changed.
    """
    changed = None if paces.is_later(state.last_modified, state.polled) else state.last_modified
    headers = {"If-None-Match": state.etag, "If-Modified-Since": changed}
    # what no header can carry would make every request fail
    return {name: value for name, value in headers.items() if value and value.isascii() and value.isprintable()}


def body_hash(answer: Answer) -> str:
    """What tells one body from another."""
    return digest(answer.body.decode("latin-1"))


def is_unchanged(state: SourceState, answer: Answer) -> bool:
    """Whether the answer says nothing that the last did not."""
    return answer.status == 304 or (answer.good and state.body == body_hash(answer))


def look(
    source: Source, state: SourceState, answer: Answer, document: Document | Unreadable | None, now: int,
    pace: Pace | None = None,
) -> Step:
    """What an answer means. `document` is what was read in its body; None where it is unchanged, or no good answer."""
    pace = pace or Pace()
    before, state = state, _asked(state, answer, now)
    if answer.status == 410:
        return Step(state.model_copy(update={"retired": True, "problem": "410: gone for good", "next": None}))
    if answer.status == 304 and before.body is None and not conditions(before):
        return Step(_failed(state, answer, "304: not modified, though nothing was known of it yet", now))
    if answer.status == 304 or (answer.good and document is None):
        return Step(_succeeded(state, answer, 0, now, pace))
    if not answer.good or document is None:
        return Step(_failed(state, answer, answer.problem or f"HTTP status {answer.status}", now))
    if isinstance(document, Unreadable):
        return Step(_failed(state, answer, document.reason, now))
    if source.kind == "page" and any(map(is_walled, document.items)):
        return Step(_failed(state, answer, f"the page {WALLED}", now))
    if source.kind == "page" and state.items and (other := in_another_language(source, document.items)):
        return Step(_failed(state, answer, f"the page came in another language: {other}", now))
    # the last item of a body that broke off is probably half of one
    cut = answer.cut and not ends_whole(answer.body)
    items = document.items[:-1] if cut and len(document.items) > 1 else document.items
    if source.kind == "page":
        if is_front(answer.address) and not is_front(source.address):
            return Step(_failed(state, answer, "it leads to the front page of its site", now))
        # whatever its address is now, it is the one article of its source
        items = tuple(replace(one, guid=_THE_PAGE) for one in items)
    here = "" if source.kind == "page" else answer.address  # a page is the address of its one article
    sifted = without_teasers(sift(items, state.items, here, document.site, state.places))
    wanting = [one for one in sifted.fresh if wants_page(source, one)]
    later = set(map(id, wanting[MAX_PAGES:]))
    fresh = tuple(one for one in sifted.fresh if id(one) not in later)
    due = [one for one in sifted.owed if is_due(one.known, now) and wants_page(source, one)]
    owed = tuple(due[: max(0, MAX_PAGES - len(wanting))])
    asked = {one.known for one in owed}
    odd = "the answer broke off" if cut else document.odd
    state = _succeeded(state, answer, len(fresh), now, pace, body_hash(answer)).model_copy(
        update={
            "hub": document.hub or linked(answer, "hub"), "topic": document.topic or linked(answer, "self"),
            "problem": odd, "places": sifted.places,
        }
    )
    if document.position is not None:
        state = state.model_copy(update={"etag": document.position, "body": None})
    if owed and not fresh:
        # asked before its time, which says nothing of its pace
        state = state.model_copy(update={"interval": before.interval})
    if document.more and not paces.is_past(document.stamp, now - SETTLED_MS):
        # the index may stay as it is while its parts have news, so it is not asked whether it changed
        state = state.model_copy(update={"etag": None, "last_modified": None, "body": None})
    if document.unfinished:
        state = state.model_copy(update={"next": now})  # of this machine: nobody is asked too often
    if later or cut or any(one.back for one in sifted.unchanged):
        # asked again for the whole of it; what went back to an earlier text has to stay there, which takes its time
        state = state.model_copy(update={
            "etag": None, "last_modified": None, "body": None,
            "next": now + pace.shortest * 1000 if later or cut else state.next,
        })
    if document.wait_s:
        state = state.model_copy(update={"next": max(state.next or 0, now + document.wait_s * 1000)})
    unchanged = tuple(known for known in sifted.unchanged if known not in asked)
    return Step(state, fresh, unchanged, len(later), owed, (*wanting[:MAX_PAGES], *owed), document.language)


def conclude(
    source: Source, step: Step, pages: Mapping[str, Page], before: tuple[Known, ...], now: int
) -> tuple[list[Article], SourceState]:
    """`pages` has, by address, what came of asking for them."""
    looked_at = (*step.fresh, *step.owed)
    if not looked_at and not step.unchanged:
        return [], step.state  # nothing was read, so nothing is forgotten
    articles, marks = [], list(step.unchanged)
    pages = without_walls(looked_at, pages)
    own = {one.url: one.item for one in looked_at} if source.kind == "page" else pages
    named = canonical(looked_at, own, before)
    tries = (*(0 for _ in step.fresh), *(one.known.asked for one in step.owed))
    for one, asked in zip(looked_at, tries, strict=True):
        page = pages.get(one.url)
        if one.touched and one.known.fed and _says_less(one, page):
            marks.append(after_page(one.known, page, asked, now))
            continue
        article, mark = _article(source, one, page, step.language, now, named.get(one.url, one.url))
        marks.append(after_page(mark, page, asked, now))
        # touched or asked for again, and its page says what it said, or nothing
        if article is not None and mark.fed != one.known.fed:
            articles.append(article)
    return articles, step.state.model_copy(update={
        "items": remember(marks, before), "news": now if articles else step.state.news,
        "fed": step.state.fed + len(articles), "next": _soon_enough(step.state.next, marks, now),
    })


def _soon_enough(planned: int | None, marks: Iterable[Known], now: int) -> int | None:
    """The next poll, or earlier, where the page of an item is to be asked for again."""
    waiting = [max(known.again, now + SOONEST_PAGE_MS) for known in marks if known.again is not None]
    return planned if planned is None else min([planned, *waiting])


def _says_less(one: Fresh, page: Page | None) -> bool:
    """Whether the page of an item that says what it said is not to be had now, or only its beginning."""
    if not isinstance(page, Item):
        return page is not None
    return is_beginning(one.item.title or page.title, plain(page.text), one.known.size, one.known.lead)


def _article(
    source: Source, fresh: Fresh, page: Page | None, language: str | None, now: int, url: str
) -> tuple[Article | None, Known]:
    item = fresh.item
    text, said, note, paged = item.text, plain(item.text), None, None
    if isinstance(page, Item) and len(of_page := plain(page.text)) > len(said) // 2:
        text, said, paged = page.text, of_page, True
        note = f"{SUMMARY_ONLY}: its page shows a beginning only" if is_cut_off(page.text or "") else None
    elif page is not None:
        note = f"{SUMMARY_ONLY}: {_why(page)}"
    elif source.full_text and not item.whole and has_no_page(fresh):
        note = f"{SUMMARY_ONLY}: it has no page of its own"
    found = page if isinstance(page, Item) else Item()
    title = item.title or found.title
    fetched = datetime.fromtimestamp(now / 1000, UTC).isoformat(timespec="seconds")
    fields: dict[str, Any] = {
        "url": url if url.startswith("http") else None, "title": title, "text": text, "source": source.name,
        "language": source.language or item.language or language or found.language,
        "published": item.published or found.published,
        # of two texts the later fetched is the newer, whatever the feed says of dates
        "updated": fetched if fresh.changed else item.updated, "fetched": fetched,
        "author": item.author or found.author, "note": note,
    }
    # of what is fed as the source gave it, the hash is known
    fed = told_by(fresh.known) if title is item.title and not paged else digest(plain(title), told(text, said))
    value = orjson.dumps({name: value for name, value in fields.items() if value})
    key = read_address(url).key or url
    article = Article(key.encode(), value) if title or text else None
    return article, fresh.known.model_copy(update={
        "fed": fed if article else "", "url": url, "size": len(said), "lead": lead_of(title, said), "paged": paged,
    })


def _why(page: Page) -> str:
    return page.reason if isinstance(page, Later) else page if isinstance(page, str) else "the page says less"


def _asked(state: SourceState, answer: Answer, now: int) -> SourceState:
    update: dict[str, Any] = {"polled": now, "polls": state.polls + 1}
    if answer.moved and (answer.good or answer.status == 304):
        update["moved"] = answer.moved
    return state.model_copy(update=update)


def _succeeded(
    state: SourceState, answer: Answer, news: int, now: int, pace: Pace, body: str | None = None
) -> SourceState:
    interval = paces.interval_after(state, news, pace)
    update: dict[str, Any] = {
        "interval": interval, "next": paces.next_poll(state, interval, answer.headers, now),
        "fails": 0, "failing_since": None, "problem": None, "succeeded": now, "retired": False,
    }
    if answer.status != 304:
        update |= {"etag": answer.header("etag") or None, "last_modified": answer.header("last-modified") or None}
        update["body"] = body or state.body
    return state.model_copy(update=update)


def _failed(state: SourceState, answer: Answer, reason: str, now: int) -> SourceState:
    fails = state.fails + 1
    return state.model_copy(update={
        "fails": fails, "failing_since": state.failing_since or now, "problem": reason[:300],
        "next": paces.retry(fails, state.interval, answer.status, answer.headers, now),
        # a moved address that stopped working is forgotten: the old one may say where to go now
        "moved": None if fails > 3 else state.moved,
    })
