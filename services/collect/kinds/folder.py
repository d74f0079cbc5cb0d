"""Files that somebody puts into a folder: text, JSON, JSON Lines, as `harmattan feed` takes them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from schemas.raw import RawArticle
from services.article.decode import decode
from services.article.normalize import read_raw
from services.article.problem import Problem
from services.collect.item import MAX_ITEMS, Document, Item

SUFFIXES = frozenset((".txt", ".json", ".jsonl", ".ndjson"))
LINES = frozenset((".jsonl", ".ndjson"))


@dataclass(frozen=True, slots=True)
class Place:
    """How far a folder was read: all files that came until `came`, and `read` articles of the one of `partly`.

    Times are nanoseconds, as the file system has them.
    """

    came: int = 0
    partly: int = 0
    read: int = 0

    @classmethod
    def parse(cls, text: str | None) -> Place:
        """From what `str` made; the begin where it is none of that."""
        found = re.fullmatch(r"(\d{1,20})(?:\.(\d{1,20})\.(\d{1,9}))?", text or "", re.ASCII)
        return cls(*(int(one or 0) for one in found.groups())) if found else cls()

    def __str__(self) -> str:
        return f"{self.came}.{self.partly}.{self.read}" if self.read else f"{self.came}"


def read_files(files: Iterable[tuple[int, str, bytes | str]], place: Place, unfinished: bool) -> Document:
    """The articles of the files, given as time, name and content, or why there is none; as many as one answer has."""
    items: list[Item] = []
    bad: list[str] = []
    for came, name, content in files:
        if isinstance(content, str):
            bad.append(f"{name}: {content}")
            place = Place(came)
            continue
        known = place.read if place.partly == came else 0
        for number, found in enumerate(_articles(name, content)):
            if number < known:
                continue
            if len(items) == MAX_ITEMS:
                return _document(items, bad, Place(place.came, came, number), unfinished=True)
            if isinstance(found, Problem):
                bad.append(f"{name}: {found.reason}")
            else:
                items.append(_item(found, f"{name}#{number}"))
        place = Place(came)
    return _document(items, bad, place, unfinished)


def _document(items: list[Item], bad: list[str], place: Place, unfinished: bool) -> Document:
    more = f" and {len(bad) - 1} more" if len(bad) > 1 else ""
    odd = f"{bad[0]}{more}"[:300] if bad else None
    return Document(items=tuple(items), odd=odd, position=str(place), unfinished=unfinished)


def _articles(name: str, content: bytes) -> Iterator[RawArticle | Problem]:
    lines = name[name.rfind(".") :].lower() in LINES
    for piece in content.splitlines() if lines else (content,):
        decoded = decode(piece) if piece.strip() else None
        if isinstance(decoded, Problem):
            yield decoded
        elif decoded:
            yield from map(read_raw, decoded.items)


def _item(raw: RawArticle, guid: str) -> Item:
    return Item(
        url=raw.url, guid=guid, title=raw.title, text=raw.text, published=raw.published, updated=raw.updated,
        language=raw.language, whole=True,
    )
