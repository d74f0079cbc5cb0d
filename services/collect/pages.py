"""The pages behind items: which are wanted, which believed, and when one that could not be had is asked again. Pure."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from schemas.pages import compiled
from schemas.source import Source
from schemas.source_state import Known, SourceState
from services.article.address import read_address
from services.article.language import UNKNOWN, detect
from services.article.language_codes import declared_code
from services.article.redirects import is_hidden
from services.article.walls import begins_with_wall, has_word_of, is_about
from services.collect.counters import plain
from services.collect.item import Item, is_whole
from services.collect.once import Fresh
from services.collect.pace import LONGEST_RETRY_AFTER_S, page_retry
from services.collect.site_words import site_words
from services.fetch.media import is_media_name


@dataclass(frozen=True, slots=True)
class Later:
    """Why a page could not be had now, though it may be another time: after `wait_s` at the earliest, says its site."""

    reason: str
    wait_s: int = 0


# What was extracted of a page, or one line that says why there is nothing.
Page = Item | Later | str
# as a part of an address
_LANGUAGE = re.compile(r"(?:(?:lang|language|locale|hl)=)?[a-z]{2}(?:[-_][a-z]{2})?", re.IGNORECASE)
_LAST_WORDS = 400
_TITLE_WORD = re.compile(r"[^\W\d_]{4,}")
_BEGINNING = 400
WALLED = "asks to sign in, to pay or to take cookies"


@cache
def _cut_off() -> re.Pattern[str]:
    return compiled(site_words().around.cut_off)


def wants_page(source: Source, fresh: Fresh) -> bool:
    """Whether the item's page may say more than the item."""
    return source.full_text and not fresh.item.whole and fresh.item.url is not None and not has_no_page(fresh)


def has_no_page(fresh: Fresh) -> bool:
    """Whether the item has no link, or one to what is not of it alone, to sound, film or a document, or to a script."""
    link = fresh.item.url or ""
    return "#!" in fresh.url or is_media_name(link) or is_hidden(link)


def is_due(known: Known, now: int) -> bool:
    """Whether its page is to be asked for again. A time further off than any wait is one of a clock that was ahead."""
    return known.again is not None and not 0 < known.again - now <= LONGEST_RETRY_AFTER_S * 1000


def owes_pages(source: Source, state: SourceState, now: int) -> bool:
    """Whether an item waits for its page, so that the source is to be read though it did not change."""
    return source.full_text and any(is_due(known, now) for known in state.items)


def after_page(mark: Known, page: Page | None, asked: int, now: int) -> Known:
    """What is known of an item whose page could not be had `asked` times before this."""
    if not isinstance(page, Later):
        return mark.model_copy(update={"asked": 0, "again": None})
    return mark.model_copy(update={"asked": asked + 1, "again": page_retry(asked + 1, page.wait_s, now)})


def is_walled(page: Item) -> bool:
    """Whether what was extracted of a page is a wall, and no article behind one."""
    return begins_with_wall(page.text or "") and not is_whole(page.text)


def _is_led_astray(item: Item, page: Item) -> bool:
    """Whether a page is on another site than the link says, under a headline that shares no word with the item's."""
    here, there = read_address(item.url).host, read_address(page.url).host
    said = set(_TITLE_WORD.findall(plain(item.title).lower()))
    shown = set(_TITLE_WORD.findall(f"{plain(page.title)} {(page.text or '')[:_BEGINNING]}".lower()))
    return here is not None and there is not None and here != there and bool(said) and not said & shown


def is_cut_off(text: str) -> bool:
    """Whether a text ends with the words of a site that shows the rest to those only who pay or sign in."""
    return _cut_off().search(text[-_LAST_WORDS:]) is not None


def without_walls(fresh: Sequence[Fresh], pages: Mapping[str, Page]) -> dict[str, Page]:
    """The pages, but for those that ask to sign in, to pay or to take cookies, or are the front page instead.

    The same text stands on several of them, or it has hardly a word of the item's own.
    """
    times = Counter(page.text for page in pages.values() if isinstance(page, Item))
    items = {one.url: one.item for one in fresh}
    found: dict[str, Page] = {}
    for url, page in pages.items():
        item = items.get(url, Item())
        if not isinstance(page, Item):
            found[url] = page
        elif is_front(page.url) and not is_front(item.url):
            found[url] = "its page leads to the front page"
        elif _is_led_astray(item, page):
            found[url] = "its page leads to another site, and to something else"
        elif times[page.text] > 1:
            found[url] = "another page has the same text"
        elif not _is_of(item, page):
            found[url] = "its page is about something else"
        elif _is_translated(item, page):
            found[url] = "its page is in another language"
        elif is_walled(page):
            found[url] = f"its page {WALLED}"
        else:
            found[url] = page
    return found


def _is_of(item: Item, page: Item) -> bool:
    """Whether a page is about the item: its text too, for a headline may stand over a menu alone."""
    announced = plain(f"{item.title or ''} {item.text or ''}")
    return is_about(announced, f"{page.title or ''} {page.text or ''}") and has_word_of(announced, page.text or "")


def _is_translated(item: Item, page: Item) -> bool:
    """Whether item and page are surely in two languages."""
    told = plain(item.text)
    languages = {detect(plain(item.title), told), detect(plain(page.title), page.text or "")} if told else set()
    return len(languages - {UNKNOWN}) > 1


def in_another_language(source: Source, items: Sequence[Item]) -> str | None:
    """The language of a watched page, where it is surely not that of its source."""
    wanted = declared_code(source.language or "")
    found = {detect(item.title or "", item.text or "") for item in items} - {UNKNOWN}
    return next(iter(found)) if wanted and len(found) == 1 and wanted not in found else None


def languages_asked(source: Source) -> dict[str, str]:
    """The header that asks for pages in the language of their source: some sites choose by it, or by where we are."""
    wanted = declared_code(source.language or "")
    return {"Accept-Language": f"{wanted}, *;q=0.5"} if wanted else {}


def is_front(address: str | None) -> bool:
    """Whether an address is the front page of its site."""
    found = read_address(address)
    return found.key is not None and found.key.partition("/")[2] == "" and "?" not in found.key


def canonical(fresh: Sequence[Fresh], pages: Mapping[str, Page], known: Iterable[Known] = ()) -> dict[str, str]:
    """The canonical addresses that pages name, by the address of their item.

    Only of articles never fed before, and only where it is one page's and of its own site, no part of the site that has
    the page, and no twin in another language: some sites name their front page on all of them. Nor what another item
    goes by, which are those of the answer and those that are `known`.
    """
    found: dict[str, str] = {}
    for one in fresh:
        page = pages.get(one.url)
        named = read_address(page.canonical) if isinstance(page, Item) and page.canonical else None
        if one.changed or named is None or named.url is None or named.key is None or not isinstance(page, Item):
            continue
        here = read_address(page.url)
        apart = is_front(named.url) or here.key is None or _is_elsewhere(named.key, here.key)
        if named.host == here.host and not apart:
            found[one.url] = named.url
    if not found:
        return {}
    owners: defaultdict[str | None, set[str]] = defaultdict(set)
    for url in (*(one.url for one in fresh), *(one.url for one in known if one.url)):
        owners[read_address(url).key].add(url)
    times = Counter(found.values())
    return {
        url: named for url, named in found.items()
        if times[named] == 1 and owners[read_address(named).key] <= {url}
    }


def _is_elsewhere(named: str, here: str) -> bool:
    """Whether a key is that of a part of the site which the other lies in, or differs from it in a language only."""
    if here.startswith(f"{named}/") and named.rpartition("/")[2].isalpha():
        return True
    theirs, ours = re.split(r"[/?&]", named), re.split(r"[/?&]", here)
    other = [pair for pair in zip(theirs, ours, strict=False) if pair[0] != pair[1]]
    return len(theirs) == len(ours) and len(other) == 1 and all(map(_LANGUAGE.fullmatch, other[0]))
