"""Each item once: which of an answer's items are new, which are changed, and under which address they are fed. Pure.

What feeds do to their items (all of it seen): new guids at every fetch, one link for all, no link, another tracking
parameter each time, a mended title and with it another link, dates that are those of the fetch, guids that are the
number of the place in the feed. So an item has several names, and is known again by any of them; the address under
which it was fed first stays its address.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from schemas.source_state import Known
from services.collect.item import Item
from services.collect.named import Named, address_key, named_items

# Items remembered beyond those of the last answer. A feed that swaps its items has them back within a day.
REMEMBERED = 500
MAX_NAMES = 6
# An item that is gone has no place, and its page is not waited for.
_GONE = {"again": None, "at": None, "words": None, "lead": None, "past": None, "back": None}
# Of each item so many earlier texts are known by their hash: where servers take turns one of them is behind.
_PAST = 3
_NUMBERED = re.compile(r"(.*?)([0-9]{1,9})([^0-9]*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Fresh:
    """An item that was not met before, or not in this form. `url` is the address to feed it under.

    `touched`: it says what it said, but its page may not: it has another time of change, or its page was owed.
    """

    item: Item
    known: Known
    url: str
    changed: bool
    touched: bool = False


@dataclass(frozen=True, slots=True)
class Sifted:
    """`fresh` in the order of the answer; `unchanged` is what is known of the rest of it.

    `owed` are those of the unchanged ones whose page is to be asked for again.
    `places`: the guids of this source count the places in its answers, and name no item.
    """

    fresh: tuple[Fresh, ...]
    unchanged: tuple[Known, ...]
    owed: tuple[Fresh, ...] = ()
    places: bool = False


def sift(
    items: Sequence[Item], before: Sequence[Known], here: str, site: str | None, places: bool = False
) -> Sifted:
    """`here` is the source's own address and `site` its front page: neither is the address of an item.

    `places` is what an earlier answer showed of the guids.
    """
    book = {name: known for known in reversed(before) for name in known.names}
    first = _first_number(items)
    places = places or first in (0, 1)
    named = list(named_items(items, here, site, places))
    if _shift(named, book, counted=first is not None):
        places, named = True, list(named_items(items, here, site, places=True))
    named = _without_others_guids(named, book)
    fresh: list[Fresh] = []
    unchanged: list[Known] = []
    touched: list[Fresh] = []
    owed: list[Fresh] = []
    met: set[str] = set()
    shared = {name for one in named for name in one.shared}
    for place, (one, known) in enumerate(zip(named, _known(named, book, before), strict=True)):
        item, names = one.item, one.names
        if not met.isdisjoint(names):
            continue  # the same item twice in one answer: the first is as good
        met.update(names)
        kept = known.url if known and known.url else one.url
        # the text is looked through for counters only where it is another
        now = told_by(known) if known and known.seen[:16] == one.seen[:16] else one.told()
        same = known is not None and now == told_by(known)
        mark = Known(
            names=tuple(dict.fromkeys(
                name for name in (*names, *(known.names if known else ())) if name not in shared
            ))[:MAX_NAMES],
            seen=one.seen, told=now if now != one.seen[:16] else None, fed=known.fed if known else "", url=kept,
            asked=known.asked if known else 0, again=known.again if known else None, at=place, words=one.words,
            size=known.size if known else 0, lead=known.lead if known else None, paged=known.paged if known else None,
            past=_past(known, same) if known else None,
            back=(known is not None and not same and now in (known.past or ())) or None,
        )
        if known is None:
            fresh.append(Fresh(item, mark, kept, False))
        elif known.back if same else not mark.back:
            fresh.append(Fresh(item, mark, kept, True))
        elif same and known.seen[16:] != one.seen[16:] and not item.whole:
            touched.append(Fresh(item, mark, kept, True, touched=True))
        else:
            unchanged.append(mark)
            if mark.again is not None:
                owed.append(Fresh(item, mark, kept, bool(mark.fed), touched=True))
    # where all that is known was "updated" at once, that is the clock of the feed and no news
    if touched and (len(touched) == 1 or len(touched) <= len(unchanged)):
        return Sifted((*fresh, *touched), tuple(unchanged), tuple(owed), places)
    owed += [one for one in touched if one.known.again is not None]
    return Sifted(tuple(fresh), (*unchanged, *(one.known for one in touched)), tuple(owed), places)


def told_by(known: Known) -> str:
    """A hash of what an item told when it was met last."""
    return known.told or known.seen[:16]


def _past(known: Known, same: bool) -> tuple[str, ...] | None:
    """The texts of an item before the one that it has now."""
    return known.past if same else (told_by(known), *(known.past or ()))[:_PAST]


def _known(named: Sequence[Named], book: Mapping[str, Known], before: Iterable[Known]) -> list[Known | None]:
    """What each item is, if it was met before: by its names, or by a short text where nothing around it moved."""
    found = [next((book[name] for name in one.names if name in book), None) for one in named]
    taken = {id(known) for known in found if known}
    for place, one in enumerate(named):
        known = None if found[place] else _had_it_alone(one, book) or _shared_it(one, book)
        if known and id(known) not in taken:
            found[place] = known
            taken.add(id(known))
    left = {known.words: known for known in before if known.words and known.at is not None and id(known) not in taken}
    texts = Counter(one.words for one in named)
    places = [known.at if known else None for known in found]
    for place, one in enumerate(named):
        known = left.get(one.words) if one.words else None
        if known is None or known.at is None or found[place] or texts[one.words] > 1:
            continue
        if known.at - 1 in places[max(0, place - 1) : place] or known.at + 1 in places[place + 1 : place + 2]:
            found[place] = known
    return found


def _had_it_alone(one: Named, book: Mapping[str, Known]) -> Known | None:
    """What is known of an item with the same words, whose address or guid others have now too."""
    known = next((book[name] for name in one.shared if name in book), None)
    return known if known and told_by(known) == one.told() else None


def _shared_it(one: Named, book: Mapping[str, Known]) -> Known | None:
    """What is known of an item under the same headline, from when others had its address too."""
    known = book.get(one.headed) if one.headed else None
    here = known and known.url and address_key(known.url.partition("#!")[0])
    return known if here and here == address_key(one.url) else None


def _first_number(items: Sequence[Item]) -> int | None:
    """Where the guids are one text with a number that counts up from item to item: the first of them.

    Addresses are not: those of a site's first articles are its own numbers.
    """
    guids = [item.guid for item in items if item.guid]
    found = [match for guid in guids if address_key(guid) is None and (match := _NUMBERED.fullmatch(guid))]
    if len(guids) < 2 or len(found) < len(guids) or len({(match[1], match[3]) for match in found}) > 1:
        return None
    numbers = [int(match[2]) for match in found]
    return numbers[0] if numbers == list(range(numbers[0], numbers[0] + len(numbers))) else None


def _shift(named: Iterable[Named], book: Mapping[str, Known], counted: bool) -> bool:
    """Whether more guids lead to another item than the other names do than to the same one.

    Of guids that count up one is enough: only what stands behind an item that was put in between shifts.
    """
    claims = [(book.get(one.guid), _but_for_guid(one, book)) for one in named if one.guid]
    surely = {id(known) for _, known in claims if known}
    same = sum(by_guid is known for by_guid, known in claims if by_guid)
    other = sum(by_guid is not known and (known is not None or id(by_guid) in surely) for by_guid, known in claims
                if by_guid)
    return other > (0 if counted else same)


def _without_others_guids(named: Sequence[Named], book: Mapping[str, Known]) -> list[Named]:
    """The items, each without its guid where that leads to what another item of the same answer is by its other names.

    An item put in between takes the guid of the next where guids count places, though few of them shift.
    """
    owners = {id(known): place for place, one in enumerate(named) if (known := _but_for_guid(one, book))}
    guids = Counter(one.guid for one in named)  # one that stands twice is of an item that does
    found: list[Named] = []
    for place, one in enumerate(named):
        names = tuple(name for name in one.names if name != one.guid)
        others = book.get(one.guid) if one.guid and guids[one.guid] == 1 else None
        if names and others and owners.get(id(others), place) != place:
            # an item without a link has its best name for an address
            one = replace(one, names=names, guid=None, url=one.url.replace(f"#!{one.guid}", f"#!{names[0]}"))
        found.append(one)
    return found


def _but_for_guid(one: Named, book: Mapping[str, Known]) -> Known | None:
    """What an item is by its names other than its guid."""
    return next((book[name] for name in one.names if name != one.guid and name in book), None)


def remember(current: Iterable[Known], before: Iterable[Known]) -> tuple[Known, ...]:
    """The items of this answer, and as many of those before them as there is room for."""
    kept: list[Known] = []
    names: set[str] = set()
    urls: set[str | None] = set()
    spare = REMEMBERED
    for group, bounded in ((current, False), (before, True)):
        for known in group:
            # one that shares its address now may have lost all names that it had
            if bounded and (spare <= 0 or names.intersection(known.names) or (known.url and known.url in urls)):
                continue
            spare -= bounded
            names.update(known.names)
            urls.add(known.url)
            gone = bounded and (known.again is not None or known.at is not None)
            kept.append(known.model_copy(update=_GONE) if gone else known)
    return tuple(kept)
