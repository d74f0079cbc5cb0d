"""The core of collecting: (source, state, answer, document, now) -> articles to feed, and the next state. Pure.

In two steps, because between them the pages of some items may have to be fetched: `look` says which items are fresh,
`conclude` makes articles of them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from unicodedata import normalize

import orjson

from schemas.source import Source
from schemas.source_state import Known, SourceState
from services.article.address import read_address
from services.collect import pace as paces
from services.collect.item import Document, Item, Unreadable
from services.collect.once import Fresh, digest, plain, remember, sift
from services.collect.pace import Pace
from services.collect.websub import linked
from services.fetch.answer import Answer

# Pages fetched after one poll; the rest of the items follow soon. With a pause of a second they take half a minute.
MAX_PAGES = 20
# Of five letters and more: the others are in any text of the language. Not of scripts without spaces between words.
_LONG_WORD = re.compile(r"[^\W\d_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]{5,}")
FEW_WORDS = 5
# Of a whole document, though its server hung up before it had said so.
_ENDS = re.compile(rb"</(?:rss|feed|rdf:RDF|urlset|sitemapindex|html)>\s*\Z", re.IGNORECASE)
SUMMARY_ONLY = "collect: summary only"


@dataclass(frozen=True, slots=True)
class Step:
    """`pages`: the fresh items whose pages are to be fetched; `later`: those left for the next poll."""

    state: SourceState
    fresh: tuple[Fresh, ...] = ()
    unchanged: tuple[Known, ...] = ()
    later: int = 0
    pages: tuple[Fresh, ...] = ()
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """A record for articles.raw. `key` brings all versions of an article to one partition, in their order."""

    key: bytes
    value: bytes


class Later(str):
    """Why a page could not be had now, though it may be another time."""

    __slots__ = ()


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


def conditions(state: SourceState) -> dict[str, str]:
    """Headers that ask for an answer only if it is another than the last."""
    headers = {"If-None-Match": state.etag, "If-Modified-Since": state.last_modified}
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
    # the last item of a body that broke off is probably half of one
    cut = answer.cut and _ENDS.search(answer.body[-200:]) is None
    items = document.items[:-1] if cut and len(document.items) > 1 else document.items
    here = "" if source.kind == "page" else answer.address  # a page is the address of its one article
    sifted = sift(items, state.items, here, document.site, state.places)
    wanting = [one for one in sifted.fresh if wants_page(source, one)]
    later = set(map(id, wanting[MAX_PAGES:]))
    fresh = tuple(one for one in sifted.fresh if id(one) not in later)
    odd = "the answer broke off" if cut else document.odd
    state = _succeeded(state, answer, len(fresh), now, pace, body_hash(answer)).model_copy(
        update={
            "hub": document.hub or linked(answer, "hub"), "topic": document.topic or linked(answer, "self"),
            "problem": odd, "places": sifted.places,
        }
    )
    if document.position is not None:
        state = state.model_copy(update={"etag": document.position, "body": None})
    if document.unfinished:
        state = state.model_copy(update={"next": now + pace.shortest * 1000})
    if later or cut:
        # asked again soon, and for the whole of it
        state = state.model_copy(update={
            "etag": None, "last_modified": None, "body": None, "next": now + pace.shortest * 1000,
        })
    return Step(state, fresh, sifted.unchanged, len(later), tuple(wanting[:MAX_PAGES]), document.language)


def wants_page(source: Source, fresh: Fresh) -> bool:
    """Whether the item's page may say more than the item."""
    url = fresh.item.url
    return source.full_text and not fresh.item.whole and url is not None and fresh.url.partition("#!")[0] == fresh.url


def conclude(
    source: Source, step: Step, pages: Mapping[str, Item | str], before: tuple[Known, ...], now: int
) -> tuple[list[Article], SourceState]:
    """`pages` has, by address, what was extracted of a page, or the one line that says why there is nothing."""
    if not step.fresh and not step.unchanged:
        return [], step.state  # nothing was read, so nothing is forgotten
    articles, marks, again = [], list(step.unchanged), False
    pages = _without_walls(step.fresh, pages)
    canonical = _canonical(step.fresh, pages)
    for fresh in step.fresh:
        page = pages.get(fresh.url)
        if isinstance(page, Later) and not (fresh.item.title or fresh.item.text):
            again = True  # a bare address, which is worth nothing without its page
            continue
        article, mark = _article(source, fresh, page, step.language, now, canonical.get(fresh.url, fresh.url))
        marks.append(mark)
        if article is None:
            continue
        # touched, and its page says what it said
        if mark.fed != fresh.known.fed:
            articles.append(article)
    news = now if articles else step.state.news
    unknown = {"etag": None, "last_modified": None, "body": None} if again else {}
    return articles, step.state.model_copy(update={
        **unknown, "items": remember(marks, before), "news": news, "fed": step.state.fed + len(articles),
    })


def _without_walls(fresh: tuple[Fresh, ...], pages: Mapping[str, Item | str]) -> dict[str, Item | str]:
    """The pages, but for those that ask to sign in, to pay or to take cookies, or are the front page instead.

    The same text stands on several of them, or it has hardly a word of the item's own.
    """
    times = Counter(page.text for page in pages.values() if isinstance(page, Item))
    items = {one.url: one.item for one in fresh}
    found: dict[str, Item | str] = {}
    for url, page in pages.items():
        if not isinstance(page, Item):
            found[url] = page
        elif times[page.text] > 1:
            found[url] = "another page has the same text"
        else:
            found[url] = page if _is_about(items.get(url), page) else "its page is about something else"
    return found


def _is_about(item: Item | None, page: Item) -> bool:
    """Whether the page has one in five of the item's words; of an item of few words any page has."""
    said = _words(plain(f"{item.title or ''} {item.text or ''}")) if item else set()
    if len(said) < FEW_WORDS or page.text is None:
        return True
    return 5 * len(said & _words(f"{page.title or ''} {page.text}")) >= len(said)


def _words(text: str) -> set[str]:
    return set(_LONG_WORD.findall(normalize("NFC", text).lower()))


def _article(
    source: Source, fresh: Fresh, page: Item | str | None, language: str | None, now: int, url: str
) -> tuple[Article | None, Known]:
    item = fresh.item
    text, note = item.text, None
    if isinstance(page, Item) and len(plain(page.text)) > len(plain(item.text)) // 2:
        text = page.text
    elif page is not None:
        note = f"{SUMMARY_ONLY}: {page if isinstance(page, str) else 'the page says less'}"
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
    fed = digest(plain(title), plain(text))
    value = orjson.dumps({name: value for name, value in fields.items() if value})
    key = read_address(url).key or url
    mark = fresh.known.model_copy(update={"fed": fed, "url": url})
    return (Article(key.encode(), value) if title or text else None), mark


def _canonical(fresh: tuple[Fresh, ...], pages: Mapping[str, Item | str]) -> dict[str, str]:
    """The canonical addresses that pages name, by the address of their item.

    Only of articles never fed before, and only where it is one page's and of its own site: some sites name their front
    page on all of them.
    """
    found: dict[str, str] = {}
    for one in fresh:
        page = pages.get(one.url)
        named = read_address(page.guid) if isinstance(page, Item) and page.guid else None
        if one.changed or named is None or named.url is None or not isinstance(page, Item):
            continue
        if named.host == read_address(page.url).host and named.key != named.host:
            found[one.url] = named.url
    times = Counter(found.values())
    return {url: named for url, named in found.items() if times[named] == 1}


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
        "fails": 0, "failing_since": None, "problem": None, "succeeded": now,
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
