"""RSS, Atom and RDF by feedparser, JSON Feed by ourselves."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin

import feedparser
from feedparser import mixin

from services.collect.bylines import names_of
from services.collect.counters import plain
from services.collect.depth import shallow
from services.collect.item import FIELD_MAX, MAX_ITEMS, TEXT_MAX, Document, Item, Unreadable, is_whole, letters, whole
from services.collect.kinds import json_feed
from services.collect.kinds.aggregators import own_text, own_title, page_of
from services.collect.kinds.bases import base_of
from services.collect.kinds.links import feeds_of
from services.collect.markup import read_markup, with_references, without_declaration
from services.collect.surroundings import without_surroundings
from services.fetch.decoding import TooLargeError, unpacked

_ITEM = re.compile(r"<(?:[A-Za-z][\w.-]{0,20}:)?(?:item|entry)(?=[\s>/])", re.IGNORECASE)
_ROOT = re.compile(r"<((?:[A-Za-z][\w.-]{0,20}:)?(?:rss|feed|RDF|channel))(?=[\s>/])", re.IGNORECASE)
# Expat grows entities exponentially before it says no; feeds have no use for a DTD of their own.
_DOCTYPE = re.compile(
    r"""<!DOCTYPE(?:[^\[>"']|"[^"]*"|'[^']*')*+(?:\[(?:[^\]"']|"[^"]*"|'[^']*')*+\]?[^>]*+)?>?""", re.IGNORECASE
)
# An endless declaration keeps feedparser's search for an encoding in it busy for minutes.
_INSTRUCTION = re.compile(r"<\?[^>]*+>?")
_NAMESPACE = re.compile(r"(\sxmlns(?::[\w.-]{1,60})?\s{0,20}=\s{0,20})(\"[^\"<]*\"|'[^'<]*')")
# feedparser takes the words under a picture for those of the item; under a name it does not know they are apart, and
# without attributes, of which it otherwise keeps nothing else.
_CAPTION = re.compile(r"<(/?)([A-Za-z][\w.-]{0,20}):description(?:\s[^>]{0,500}?)?(/?)>")
_MEDIA = re.compile(r"\sxmlns:([\w.-]{1,20})\s{0,20}=\s{0,20}[\"']https?://search\.yahoo\.com/mrss/?[\"']", re.I)
_CAPTION_NAME = "harmattancaption"
# feedparser takes a guid for an address wherever nobody said that it is none, also a mere number.
_NUMBER_AS_GUID = re.compile(r"<guid>(?=\s{0,50}(?:<!\[CDATA\[)?\s{0,50}(?!https?:|/)[^<\s])", re.IGNORECASE)
# An empty link hides the guid that is one from feedparser, and one that begins at www is no path of the feed's site.
_NO_LINK = re.compile(r"<link>\s{0,50}</link>|<link\s{0,20}/>", re.IGNORECASE)
_BARE_LINK = re.compile(r"(<link>\s{0,50}(?:<!\[CDATA\[)?\s{0,50})(?=www\.[\w-]{1,63}\.)", re.IGNORECASE)
# Of what stands before a text in Drupal's feeds: title, account, day.
_BLOCK = re.compile(r"<(?:div|p)\b", re.IGNORECASE)
_FIELDS, _FIELD_LENGTH = 4, 60
_FOOTER_LENGTH = 120
_SITE = re.compile(r"<link>\s{0,50}(?:<!\[CDATA\[)?\s{0,50}(https?://[^\s<\]]{1,500})", re.IGNORECASE)
_ORIGINAL = ("feedburner_origlink", "pheedo_origlink", "link")
UNPACKED_MAX = 10 * 1024 * 1024

# feedparser joins and checks the base address anew for every start tag, and each link several times:
# a third of its time, for functions of their arguments alone.
_REMEMBERED = tuple(lru_cache(maxsize=512)(getattr(mixin, name)) for name in ("make_safe_absolute_uri", "_urljoin"))
mixin.make_safe_absolute_uri, mixin._urljoin = _REMEMBERED


def read(body: bytes, content_type: str, address: str) -> Document | Unreadable:
    """Any feed, in whatever state; Unreadable where there is none in it."""
    try:
        body, _ = unpacked(body, UNPACKED_MAX)  # a file that is packed itself, which no header says
    except (TooLargeError, ValueError) as error:
        return Unreadable(f"no feed: {str(error)[:150]}")
    text = with_references(read_markup(body, content_type))
    if text.lstrip()[:1] == "{":
        return json_feed.read(text, address)
    root = _ROOT.search(text, 0, 20_000)
    if root is None:
        return _no_feed(text, address)
    head = _INSTRUCTION.sub("", _DOCTYPE.sub("", text[: root.start()], count=1))
    text, odd = _few(_told_apart(_without_spaces(shallow(without_declaration(head + text[root.start() :])))), root[1])
    base = address if root[1].lower().endswith("feed") else base_of(address, _site_of(text))
    try:
        parsed = feedparser.parse(
            io.BytesIO(text.encode("utf-8", "replace")), sanitize_html=False, resolve_relative_uris=False,
            response_headers={"content-type": "application/xml; charset=utf-8", "content-location": base},
        )
    except (ValueError, KeyError) as error:
        # a namespace with white space that is written as a reference; an element that ends within another
        return Unreadable(f"not well-formed: {str(error)[:150]}")
    finally:
        # what strangers wrote is kept for the length of their own feed
        for function in _REMEMBERED:
            function.cache_clear()
    channel: dict[str, Any] = parsed.get("feed") or {}
    entries = list(parsed.get("entries") or ())[:MAX_ITEMS]
    if len(entries) > 1 and _breaks_off(text):
        entries.pop()
        odd = odd or "the feed broke off"
    if not entries and not parsed.get("version"):
        return _no_feed(text, address)
    links = {str(link.get("rel")): link.get("href") for link in channel.get("links") or () if isinstance(link, dict)}
    # of Atom, the author of the whole is that of each entry which names none (RFC 4287, 4.2.1)
    author = _author(channel) if str(parsed.get("version")).startswith("atom") else None
    return Document(
        items=tuple(_item(entry, address, author) for entry in entries),
        title=plain(_line(channel, "title")) or None, site=_line(channel, "link"), language=_line(channel, "language"),
        hub=_address(links.get("hub"), address), topic=_address(links.get("self"), address),
        odd=odd or _odd(parsed),
    )


def _site_of(text: str) -> str | None:
    """The front page that a channel names before its items, where nothing else says what its paths begin with."""
    first = _ITEM.search(text)
    head = text[: first.start() if first else 20_000]
    found = _SITE.search(head)
    return found[1] if found and "xml:base" not in head else None


def _without_spaces(text: str) -> str:
    """Names of namespaces without white space, at which Python's reader of XML parts a name from its element's."""
    return _NAMESPACE.sub(lambda match: match[1] + "".join(match[2].split()), text)


def _breaks_off(text: str) -> bool:
    """Whether the last item has no end though one before it has: the server's copy was cut, most likely within it."""
    end = max(text.rfind("</item"), text.rfind("</entry"))
    return end >= 0 and _ITEM.search(text, end) is not None


def _told_apart(text: str) -> str:
    """What feedparser would mistake for something else, said so that it does not."""
    text = _NUMBER_AS_GUID.sub('<guid isPermaLink="false">', text)
    text = _BARE_LINK.sub(r"\1http://", _NO_LINK.sub("", text))
    media = set(_MEDIA.findall(text[:20_000])) if "mrss" in text[:20_000] else set()
    if not media:
        return text
    return _CAPTION.sub(lambda match: f"<{match[1]}{_CAPTION_NAME}{match[3]}>" if match[2] in media else match[0], text)


def _few(text: str, root: str) -> tuple[str, str | None]:
    """The document with MAX_ITEMS at most, closed after them."""
    for number, match in enumerate(_ITEM.finditer(text)):
        if number == MAX_ITEMS:
            channel = "</channel>" if root.lower().endswith("rss") else ""
            return f"{text[: match.start()]}{channel}</{root}>", f"more than {MAX_ITEMS} items; the rest was not read"
    return text, None


def _odd(parsed: Any) -> str | None:
    error = parsed.get("bozo_exception") if parsed.get("bozo") else None
    return f"not well-formed: {' '.join(str(error).split())}"[:200] if error else None


def _author(entry: Any) -> str | None:
    """The names of all authors; what else stands with one (an address of mail) where it has no name."""
    given = [one.get("name") for one in entry.get("authors") or () if isinstance(one, dict)]
    names = [name for name in given if isinstance(name, str) and name.strip()]
    line = _line(entry, "author")
    # of an address of mail with a long ending feedparser leaves the half with the name
    return names_of(line if not names or (line and len(names) == 1 and "@" in line) else "; ".join(names))


def _item(entry: Any, address: str, author: str | None) -> Item:
    contents = [one.get("value") for one in entry.get("content") or () if isinstance(one, dict)]
    own, captions = (
        [text for text in given if isinstance(text, str) and text.strip()]
        for given in ((*contents, _raw(entry, "summary")), (_raw(entry, "subtitle"), _raw(entry, _CAPTION_NAME)))
    )
    publisher = _publisher(entry)
    title = own_title(_line(entry, "title"), publisher)
    text = _without_footer(_without_fields(_longest(own or captions), title), title)
    url = page_of(_link(entry, address), text)
    text = own_text(text, publisher)
    text = without_surroundings(text, url, title) if text else None
    return Item(
        url=url, guid=_line(entry, "id"), title=title,
        text=whole(text[:TEXT_MAX]) if text else None,
        published=next(filter(None, (_line(entry, name) for name in ("published", "created", "updated"))), None),
        updated=_line(entry, "updated"),
        language=_language(entry), author=_author(entry) or author,
        whole=is_whole(text),
    )


def _publisher(entry: Any) -> str | None:
    """Whom the item names as its source, where that is another than who has the feed."""
    source = _raw(entry, "source")
    return _line(source, "title") if isinstance(source, dict) else None


def _longest(texts: list[str]) -> str | None:
    """The first that is nearly as long as any: a summary of the same words has lost its paragraphs."""
    lengths = list(map(letters, texts))
    return next((text for text, length in zip(texts, lengths, strict=True) if 5 * length >= 4 * max(lengths)), None)


def _without_fields(text: str | None, title: str | None) -> str | None:
    """The text behind the title, the account and the day that Drupal writes before it, each on a line of its own."""
    if text is None or title is None or not text.lstrip().startswith("<span"):
        return text
    block = _BLOCK.search(text)
    before = [line for part in text[: block.start() if block else 0].split("\n") if (line := plain(part))]
    fields = 1 < len(before) <= _FIELDS and before[0] == plain(title) and max(map(len, before[1:])) <= _FIELD_LENGTH
    return text[block.start() :] if block and fields else text


def _without_footer(text: str | None, title: str | None) -> str | None:
    """The text before a last paragraph in which WordPress says on what site the post of that title appeared first.

    In any language, by its two links: it would make every article of a site one about the country in the site's name.
    """
    at = text.rfind("<p") if text else -1
    if text is None or at <= 0 or text.count("<a ", at) != 2 or not (head := plain(title)):
        return text
    last = plain(text[at:])
    is_footer = head in last and len(last) <= len(head) + _FOOTER_LENGTH and text.rstrip().endswith("</p>")
    return text[:at].rstrip() if is_footer and letters(text[:at]) else text


def _raw(entry: Any, name: str) -> Any:
    # not by its own get, which answers with another date where one is missing
    return dict.get(entry, name)


def _line(entry: Any, name: str) -> str | None:
    value = _raw(entry, name)
    if not isinstance(value, str) or not value.strip():
        return None
    return whole(" ".join(value.split())[:FIELD_MAX])


def _address(link: Any, base: str) -> str | None:
    if not isinstance(link, str) or not link.strip():
        return None
    try:
        absolute = whole(urljoin(base, link.strip()))[:FIELD_MAX]
    except ValueError:
        return None
    return absolute if absolute[:8].lower().startswith(("http://", "https://")) else None


def _language(entry: Any) -> str | None:
    """Its own, or that of its text; feedparser has it of the feed where nothing nearer says one."""
    given = [*(entry.get("content") or ()), entry.get("summary_detail"), entry.get("title_detail")]
    return _line(entry, "language") or next((found for one in given if one and (found := _line(one, "language"))), None)


def _link(entry: Any, base: str) -> str | None:
    """The address of the article itself, where the link is one of a service that counts readers.

    Of several it is the first, and not the last, which is another language's or the one to print.
    """
    given = (*(_raw(entry, name) for name in _ORIGINAL[:-1]), _first(entry), _raw(entry, _ORIGINAL[-1]))
    return next((found for link in given if (found := _address(link, base))), None)


def _first(entry: Any) -> Any:
    links = [one for one in entry.get("links") or () if isinstance(one, dict) and one.get("rel") == "alternate"]
    pages = [one.get("href") for one in links if "html" in str(one.get("type", "text/html"))]
    return pages[0] if pages else None


def _no_feed(text: str, address: str) -> Unreadable:
    head = text.lstrip()[:2000].lower()
    if "<html" in head or "<!doctype html" in head or "<body" in head:
        found = feeds_of(text, address)
        hint = f"; it names {found[0]}" if found else ""
        return Unreadable(f"a web page where a feed was expected{hint}", found)
    return Unreadable("empty" if not head else "no feed: neither RSS nor Atom, RDF or JSON Feed")
