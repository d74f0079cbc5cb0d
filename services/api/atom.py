"""Feeds in Atom (RFC 4287): alerts, and what any search finds. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree

from schemas.search import AlertEntry, Hit

TYPE = "application/atom+xml"
_NAMESPACE = "http://www.w3.org/2005/Atom"
# What XML 1.0 has no way to write, not even escaped.
_UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `id` is never used again for another; `updated` is when a reader should look again."""

    id: str
    title: str
    updated: datetime
    summary: str
    language: str
    link: str | None = None
    published: datetime | None = None
    author: str | None = None
    categories: tuple[str, ...] = ()


def feed(title: str, address: str, entries: Iterable[Entry], now: datetime) -> bytes:
    """The feed whose own address is `address`; `now` is its date where it has no entry."""
    listed = list(entries)
    root = ElementTree.Element("feed", {"xmlns": _NAMESPACE})
    _add(root, "id", address)
    _add(root, "title", title)
    _add(root, "updated", _stamp(max((entry.updated for entry in listed), default=now)))
    ElementTree.SubElement(root, "link", {"rel": "self", "type": TYPE, "href": _written(address)})
    _add(_add(root, "author"), "name", "Harmattan")
    for entry in listed:
        _entry(root, entry)
    written: bytes = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return written


def of_alert(fired: AlertEntry) -> Entry:
    """An alert, by the time it fired."""
    alert = fired.alert
    coups = "; ".join(f"{coup.event}: {coup.type}, {coup.status}" for coup in alert.coups)
    return Entry(
        id=f"urn:harmattan:alert:{alert.id}",
        title=alert.headline,
        updated=fired.indexed,
        summary="\n".join(part for part in (alert.quote, coups) if part),
        language=alert.language,
        link=alert.url,
        published=alert.published,
        author=alert.source,
        categories=(alert.rule, *(entity.name for entity in alert.entities)),
    )


def of_hit(hit: Hit) -> Entry:
    """An article found. One without a trusted date has that of its arrival."""
    when = hit.received or hit.published or datetime(1970, 1, 1, tzinfo=UTC)
    passages = ("".join(piece.text for piece in passage) for passage in hit.passages[:2])
    return Entry(
        id=f"urn:harmattan:article:{hit.id}",
        title=hit.title or "(no title)",
        updated=when,
        summary=" … ".join(passages),
        language=hit.language,
        link=hit.url,
        published=hit.published,
        author=hit.source,
        categories=hit.entities[:12],
    )


def _entry(root: ElementTree.Element, entry: Entry) -> None:
    element = ElementTree.SubElement(root, "entry")
    if entry.language != "und":
        element.set("xml:lang", _written(entry.language))
    _add(element, "id", entry.id)
    _add(element, "title", entry.title)
    _add(element, "updated", _stamp(entry.updated))
    if entry.published:
        _add(element, "published", _stamp(entry.published))
    if entry.author:
        _add(_add(element, "author"), "name", entry.author)
    if entry.link:
        ElementTree.SubElement(element, "link", {"rel": "alternate", "href": _written(entry.link)})
    for category in entry.categories:
        ElementTree.SubElement(element, "category", {"term": _written(category)})
    _add(element, "summary", entry.summary)


def _add(parent: ElementTree.Element, name: str, text: str | None = None) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, name)
    child.text = _written(text) if text is not None else None
    return child


def _written(text: str) -> str:
    return _UNWRITABLE.sub("", text)


def _stamp(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
