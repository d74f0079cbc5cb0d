"""The pages behind items: which are wanted, which believed, and when one that could not be had is asked again. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schemas.source import Source
from schemas.source_state import Known, SourceState
from services.article.address import read_address
from services.article.walls import begins_with_wall, is_about
from services.collect.counters import plain
from services.collect.item import Item, is_whole
from services.collect.once import Fresh
from services.collect.pace import LONGEST_RETRY_AFTER_S, page_retry


@dataclass(frozen=True, slots=True)
class Later:
    """Why a page could not be had now, though it may be another time: after `wait_s` at the earliest, says its site."""

    reason: str
    wait_s: int = 0


# What was extracted of a page, or one line that says why there is nothing.
Page = Item | Later | str
WALLED = "asks to sign in, to pay or to take cookies"


def wants_page(source: Source, fresh: Fresh) -> bool:
    """Whether the item's page may say more than the item."""
    return source.full_text and not fresh.item.whole and fresh.item.url is not None and not has_no_page(fresh)


def has_no_page(fresh: Fresh) -> bool:
    """Whether the item has no link, or one that leads to what is not of it alone."""
    return "#!" in fresh.url


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
        elif times[page.text] > 1:
            found[url] = "another page has the same text"
        elif not is_about(plain(f"{item.title or ''} {item.text or ''}"), f"{page.title or ''} {page.text or ''}"):
            found[url] = "its page is about something else"
        elif is_walled(page):
            found[url] = f"its page {WALLED}"
        else:
            found[url] = page
    return found


def canonical(fresh: Sequence[Fresh], pages: Mapping[str, Page]) -> dict[str, str]:
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
