"""By what each item of an answer is known: its address, guid, headline, text, as far as they are its own. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b

from services.article.address import read_address
from services.collect.counters import plain, told
from services.collect.item import Item, is_whole

# The same date, headline and text, of this length together, are one item, wherever its link leads this time.
_TELLING = 100
# A comment, or an entry of a running report: on the page of an article, and not that article.
_PART = re.compile(r"#(?:comment|respon[ds]e|post|entry|msg|live|update)[-_]?\d", re.IGNORECASE)
# A step of a path that no person wrote: letters and digits mixed, capitals in the middle, a UUID.
_TOKEN = re.compile(
    r"(?=[A-Za-z]*[0-9])(?=[0-9]*[A-Za-z])[0-9A-Za-z]{6,}|(?=[0-9A-Za-z]*[a-z][A-Z])[0-9A-Za-z]{6,}"
    r"|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}"
)
_TIME_OF_DAY = re.compile(r"(?<![0-9:+-])(?!00:00)[0-9]{1,2}:[0-9]{2}")
# "Live" and "Just in" are the headlines of many.
_HEADLINE = 25
_SHORT_GUID = re.compile(r"[0-9]{0,4}|.{0,3}")


@dataclass(frozen=True, slots=True)
class Named:
    """`names` are hashed, the best first; `guid` is the one of them that the guid makes, if it makes one.

    `words`: a hash that makes a name only of an item that kept its place. `said`: its `plain` title and text.
    `shared`: hashes of the address and the guid that others of the answer have too. `headed`: of an item that has its
    address alone, the name by which it would be known if it had not.
    """

    item: Item
    names: tuple[str, ...]
    guid: str | None
    url: str
    seen: str
    words: str | None = None
    said: tuple[str, str] = ("", "")
    shared: tuple[str, ...] = ()
    headed: str | None = None

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


def named_items(items: Sequence[Item], here: str, site: str | None, places: bool) -> Iterator[Named]:
    """Each item with its names and its address."""
    homes = {key for key in (address_key(here), address_key(site)) if key}
    keys, titles = [address_key(item.url) for item in items], [plain(item.title) for item in items]
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
        pages.setdefault(address_key(whole) or whole, set()).add(whole)
    by_path = [_path_name(item, key, title, text) if good else None
               for item, key, title, text, good in zip(items, keys, titles, texts, own, strict=True)]
    headings = [f"t\n{title}\n{item.published or ''}" if item.title else None
                for item, title in zip(items, titles, strict=True)]
    by_title = [None if good else heading for heading, good in zip(headings, own, strict=True)]
    by_text = [_text_name(item, title, text) if good else None
               for item, title, text, good in zip(items, titles, texts, own, strict=True)]
    by_token = [_token_name(item, key, title, text) if good else None
                for item, key, title, text, good in zip(items, keys, titles, texts, own, strict=True)]
    by_all = [f"w\n{title}\n{text}" if good and item.title and is_whole(text) else None
              for item, title, text, good in zip(items, titles, texts, own, strict=True)]
    by_body = [None if good else _body_name(item, text) for item, text, good in zip(items, texts, own, strict=True)]
    guids = Counter(item.guid for item in items)
    # one date for all is most likely that of the answer, and will be another the next time
    clock = len(items) > 1 and len({item.published for item in items}) == 1
    paths, heads, wholes, bodies, alls, tokens = map(
        Counter, (by_path, by_title, by_text, by_body, by_all, by_token)
    )
    for place, item in enumerate(items):
        if not (item.title or item.text or own[place]):
            continue
        names, guid = [f"a\n{keys[place]}"] if own[place] else [], None
        shared = [] if own[place] or keys[place] is None else [f"a\n{keys[place]}"]
        # the same item twice counts as one, and what stands twice counts no places
        counts = places and guids[item.guid] == 1
        if item.guid and not counts and len(owners[item.guid]) == 1 and not _SHORT_GUID.fullmatch(item.guid):
            # entries of one page differ behind the hash only, which is of no account in an address
            form = address_key(item.guid) or item.guid
            alone = len(pages[form]) == 1
            names.append(guid := f"g\n{form if alone else item.guid}")
            if alone and "#" in item.guid:
                names.append(f"g\n{item.guid}")
        elif item.guid and len(owners[item.guid]) > 1:
            shared += [f"g\n{address_key(item.guid) or item.guid}", f"g\n{item.guid}"]
        if (found := by_path[place]) and paths[found] == 1:
            names.append(found)
        if (found := by_title[place]) and heads[found] == 1:
            names.append(found)
        if (found := by_text[place]) and wholes[found] == 1:
            names.append(found)
        if (found := by_token[place]) and tokens[found] == 1:
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
        heading = headings[place] if own[place] else None
        yield Named(
            item, hashed, guid and digest(guid), url, seen, words, (titles[place], texts[place]),
            tuple(map(digest, shared)), heading and digest(heading),
        )


# Key, title, text and date: by these the items of one answer are told apart.
_Apart = tuple[str | None, str, str, str | None]


def _told_apart(
    items: Sequence[Item], keys: Sequence[str | None], titles: Sequence[str], texts: Sequence[str]
) -> list[_Apart]:
    """What each item of an answer is: the same where link, headline and guid are, and its date or its text.

    With no guid, or another, the same headline may stand over each entry of a page.
    """
    known: dict[tuple[str | None, ...], _Apart] = {}
    found: list[_Apart] = []
    for item, key, title, text in zip(items, keys, titles, texts, strict=True):
        one = (key, title, text, item.published)
        if item.guid and title:
            alike = [(key, title, item.guid, item.published), (key, title, item.guid, "", text)]
            one = next((known[two] for two in alike if two in known), one)
            known |= dict.fromkeys(alike, one)
        found.append(one)
    return found


def address_key(url: str | None) -> str | None:
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


def _token_name(item: Item, key: str | None, title: str, text: str) -> str | None:
    """A link with another token in its path at each fetch, over a short text or none: the same but for the token.

    Headline, text and time have to be the same, to the minute. Without a time of day nothing tells such an item that
    is fetched twice from the bulletin of each day or the entries of a running report, which have one headline and one
    teaser over pages whose links differ in just such a token; so it is fed again. Midnight says no time, and where the
    time is that of the fetch it is another at each. Two items of one answer that are alike in all this are two.
    """
    published = item.published or ""
    if key is None or len(title) + len(text) < _HEADLINE or not item.title or not _TIME_OF_DAY.search(published):
        return None
    shape = re.sub(r"(?<=/)[^/?]+", lambda step: "*" if _TOKEN.fullmatch(step[0]) else step[0], key)
    return None if shape == key else f"k\n{shape}\n{title}\n{published}\n{text}"


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
