"""Each item once: which of an answer's items are new, which are changed, and under which address they are fed. Pure.

What feeds do to their items (all of it seen): new guids at every fetch, one link for all, no link, another tracking
parameter each time, a mended title and with it another link, dates that are those of the fetch, guids that are the
number of the place in the feed. So an item has several names, and is known again by any of them; the address under
which it was fed first stays its address.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from schemas.source_state import Known
from services.article.address import read_address
from services.collect.counters import plain, told
from services.collect.item import Item, is_whole

# Items remembered beyond those of the last answer. A feed that swaps its items has them back within a day.
REMEMBERED = 500
MAX_NAMES = 6
# An item that is gone has no place, and its page is not waited for.
_GONE = {"again": None, "at": None, "words": None, "lead": None, "past": None, "back": None}
# Of each item so many earlier texts are known by their hash: where servers take turns one of them is behind.
_PAST = 3
# The same date, headline and text, of this length together, are one item, wherever its link leads this time.
_TELLING = 100
# A comment, or an entry of a running report: on the page of an article, and not that article.
_PART = re.compile(r"#(?:comment|respon[ds]e|post|entry|msg|live|update)[-_]?\d", re.IGNORECASE)
_SHORT_GUID = re.compile(r"[0-9]{0,4}|.{0,3}")
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


@dataclass(frozen=True, slots=True)
class _Named:
    """`names` are hashed, the best first; `guid` is the one of them that the guid makes, if it makes one.

    `words`: a hash that makes a name only of an item that kept its place. `said`: its `plain` title and text.
    """

    item: Item
    names: tuple[str, ...]
    guid: str | None
    url: str
    seen: str
    words: str | None = None
    said: tuple[str, str] = ("", "")

    def told(self) -> str:
        """A hash of what it tells, whatever counts beside it."""
        return digest(self.said[0], told(self.item.text, self.said[1]))


def digest(*parts: str) -> str:
    """16 hex digits: among a million items the chance that two meet is one in ten million."""
    made = blake2b(digest_size=8)
    for part in parts:
        made.update(part.encode("utf-8", "surrogatepass"))
        made.update(b"\x00")
    return made.hexdigest()


def sift(
    items: Sequence[Item], before: Sequence[Known], here: str, site: str | None, places: bool = False
) -> Sifted:
    """`here` is the source's own address and `site` its front page: neither is the address of an item.

    `places` is what an earlier answer showed of the guids.
    """
    book = {name: known for known in reversed(before) for name in known.names}
    first = _first_number(items)
    places = places or first in (0, 1)
    named = list(_named(items, here, site, places))
    if _shift(named, book, counted=first is not None):
        places, named = True, list(_named(items, here, site, places=True))
    named = _without_others_guids(named, book)
    fresh: list[Fresh] = []
    unchanged: list[Known] = []
    touched: list[Fresh] = []
    owed: list[Fresh] = []
    met: set[str] = set()
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
            names=tuple(dict.fromkeys((*names, *(known.names if known else ()))))[:MAX_NAMES],
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


def _known(named: Sequence[_Named], book: Mapping[str, Known], before: Iterable[Known]) -> list[Known | None]:
    """What each item is, if it was met before: by its names, or by a short text where nothing around it moved."""
    found = [next((book[name] for name in one.names if name in book), None) for one in named]
    taken = {id(known) for known in found if known}
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


def _first_number(items: Sequence[Item]) -> int | None:
    """Where the guids are one text with a number that counts up from item to item: the first of them.

    Addresses are not: those of a site's first articles are its own numbers.
    """
    guids = [item.guid for item in items if item.guid]
    found = [match for guid in guids if _key(guid) is None and (match := _NUMBERED.fullmatch(guid))]
    if len(guids) < 2 or len(found) < len(guids) or len({(match[1], match[3]) for match in found}) > 1:
        return None
    numbers = [int(match[2]) for match in found]
    return numbers[0] if numbers == list(range(numbers[0], numbers[0] + len(numbers))) else None


def _shift(named: Iterable[_Named], book: Mapping[str, Known], counted: bool) -> bool:
    """Whether more guids lead to another item than the other names do than to the same one.

    Of guids that count up one is enough: only what stands behind an item that was put in between shifts.
    """
    claims = [(book.get(one.guid), _but_for_guid(one, book)) for one in named if one.guid]
    surely = {id(known) for _, known in claims if known}
    same = sum(by_guid is known for by_guid, known in claims if by_guid)
    other = sum(by_guid is not known and (known is not None or id(by_guid) in surely) for by_guid, known in claims
                if by_guid)
    return other > (0 if counted else same)


def _without_others_guids(named: Sequence[_Named], book: Mapping[str, Known]) -> list[_Named]:
    """The items, each without its guid where that leads to what another item of the same answer is by its other names.

    An item put in between takes the guid of the next where guids count places, though few of them shift.
    """
    owners = {id(known): place for place, one in enumerate(named) if (known := _but_for_guid(one, book))}
    guids = Counter(one.guid for one in named)  # one that stands twice is of an item that does
    found: list[_Named] = []
    for place, one in enumerate(named):
        names = tuple(name for name in one.names if name != one.guid)
        others = book.get(one.guid) if one.guid and guids[one.guid] == 1 else None
        if names and others and owners.get(id(others), place) != place:
            # an item without a link has its best name for an address
            one = replace(one, names=names, guid=None, url=one.url.replace(f"#!{one.guid}", f"#!{names[0]}"))
        found.append(one)
    return found


def _but_for_guid(one: _Named, book: Mapping[str, Known]) -> Known | None:
    """What an item is by its names other than its guid."""
    return next((book[name] for name in one.names if name != one.guid and name in book), None)


def remember(current: Iterable[Known], before: Iterable[Known]) -> tuple[Known, ...]:
    """The items of this answer, and as many of those before them as there is room for."""
    kept: list[Known] = []
    names: set[str] = set()
    spare = REMEMBERED
    for group, bounded in ((current, False), (before, True)):
        for known in group:
            if bounded and (spare <= 0 or names.intersection(known.names)):
                continue
            spare -= bounded
            names.update(known.names)
            gone = bounded and (known.again is not None or known.at is not None)
            kept.append(known.model_copy(update=_GONE) if gone else known)
    return tuple(kept)


def _named(items: Sequence[Item], here: str, site: str | None, places: bool) -> Iterator[_Named]:
    """Each item with its names and its address."""
    homes = {key for key in (_key(here), _key(site)) if key}
    keys, titles = [_key(item.url) for item in items], [plain(item.title) for item in items]
    texts = [plain(item.text) for item in items]
    told_apart = _told_apart(items, keys, titles, texts)
    at = Counter(one[0] for one in set(told_apart))
    own = [key is not None and key not in homes and at[key] == 1 and not _PART.search(item.url or "")
           for item, key in zip(items, keys, strict=True)]
    owners: dict[str, set[_Apart]] = {}
    for item, one in zip(items, told_apart, strict=True):
        if item.guid:
            owners.setdefault(item.guid, set()).add(one)
    pages: dict[str, set[str]] = {}
    for whole in owners:
        pages.setdefault(_key(whole) or whole, set()).add(whole)
    by_path = [_path_name(item, key, title, text) if good else None
               for item, key, title, text, good in zip(items, keys, titles, texts, own, strict=True)]
    by_title = [None if good or not item.title else f"t\n{title}\n{item.published or ''}"
                for item, title, good in zip(items, titles, own, strict=True)]
    by_text = [_text_name(item, title, text) if good else None
               for item, title, text, good in zip(items, titles, texts, own, strict=True)]
    by_all = [f"w\n{title}\n{text}" if good and item.title and is_whole(text) else None
              for item, title, text, good in zip(items, titles, texts, own, strict=True)]
    by_body = [None if good else _body_name(item, text) for item, text, good in zip(items, texts, own, strict=True)]
    guids = Counter(item.guid for item in items)
    # one date for all is most likely that of the answer, and will be another the next time
    clock = len(items) > 1 and len({item.published for item in items}) == 1
    paths, heads, wholes, bodies, alls = map(Counter, (by_path, by_title, by_text, by_body, by_all))
    for place, item in enumerate(items):
        if not (item.title or item.text or own[place]):
            continue
        names, guid = [f"a\n{keys[place]}"] if own[place] else [], None
        # the same item twice counts as one, and what stands twice counts no places
        counts = places and guids[item.guid] == 1
        if item.guid and not counts and len(owners[item.guid]) == 1 and not _SHORT_GUID.fullmatch(item.guid):
            # entries of one page differ behind the hash only, which is of no account in an address
            form = _key(item.guid) or item.guid
            alone = len(pages[form]) == 1
            names.append(guid := f"g\n{form if alone else item.guid}")
            if alone and "#" in item.guid:
                names.append(f"g\n{item.guid}")
        if (found := by_path[place]) and paths[found] == 1:
            names.append(found)
        if (found := by_title[place]) and heads[found] == 1:
            names.append(found)
        if (found := by_text[place]) and wholes[found] == 1:
            names.append(found)
        if (found := by_all[place]) and alls[found] == 1:
            names.append(found)  # whatever its link, its guid and its date are this time
        if not own[place] and (len(names) < 2 or (clock and item.title and item.text)):
            names.append(f"x\n{titles[place]}\n{texts[place]}")
        if (found := by_body[place]) and bodies[found] == 1:
            names.append(found)
        hashed = tuple(digest(name) for name in names)
        url = item.url or here if own[place] else _anchored(item.url or site or here, hashed[0])
        seen = digest(titles[place], texts[place]) + (digest(item.updated) if item.updated else "")
        text, published = texts[place], item.published or ""
        words = digest(published, text) if text and not own[place] else None
        yield _Named(item, hashed, guid and digest(guid), url, seen, words, (titles[place], texts[place]))


# Key, title, text and date: by these the items of one answer are told apart.
_Apart = tuple[str | None, str, str, str | None]


def _told_apart(
    items: Sequence[Item], keys: Sequence[str | None], titles: Sequence[str], texts: Sequence[str]
) -> list[_Apart]:
    """What each item of an answer is: the same where link, headline, date and guid are, whatever its text.

    With no guid, or another, the same headline may stand over each entry of a page.
    """
    known: dict[tuple[str | None, str, str | None, str | None], _Apart] = {}
    found: list[_Apart] = []
    for item, key, title, text in zip(items, keys, titles, texts, strict=True):
        one = (key, title, text, item.published)
        found.append(known.setdefault((key, title, item.guid, item.published), one) if item.guid and title else one)
    return found


def _key(url: str | None) -> str | None:
    return read_address(url).key if url and url[:4].lower() == "http" else None


def _path_name(item: Item, key: str | None, title: str, text: str) -> str | None:
    """Same page but for the query, same title, same date: only a parameter of somebody's statistics differs.

    Where the date has no time of day, or is missing, it is the bulletin of each day too; then the text has to be the
    same.
    """
    if key is None or not item.title or "?" not in key:
        return None
    published = item.published or ""
    text = "" if ":" in published else text
    return f"p\n{key.partition('?')[0]}\n{title}\n{published}\n{text}"


def _text_name(item: Item, title: str, text: str) -> str | None:
    """Links of a feed's counting service are others at each fetch, and so are those with the headline's words."""
    text = text if item.title and item.published else ""
    return f"c\n{title}\n{item.published}\n{text}" if text and len(title) + len(text) >= _TELLING else None


def _body_name(item: Item, text: str) -> str | None:
    """What is left where the headline of an item without a link is mended: its text, at its time.

    The less the date says the more the text has to: the same words introduce the bulletin of each day.
    """
    published = item.published or ""
    least = 1 if ":" in published else _TELLING if published else 3 * _TELLING
    return f"b\n{published}\n{text}" if len(text) >= least else None


def _anchored(address: str, name: str) -> str:
    """An address of its own for an item that has none: the page it stands on, and a route on it."""
    return f"{address.partition('#')[0]}#!{name}"
