"""Files that somebody puts into a folder: text, JSON, JSON Lines, as `harmattan feed` takes them. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemas.raw import RawArticle
from services.article.decode import decode
from services.article.normalize import read_raw
from services.article.problem import Problem
from services.collect.item import MAX_ITEMS, Document, Item

SUFFIXES = frozenset((".txt", ".json", ".jsonl", ".ndjson"))
LINES = frozenset((".jsonl", ".ndjson"))


def read_files(files: Iterable[tuple[str, bytes]], position: str, unfinished: bool) -> Document:
    """The articles of the files, by name and content."""
    items: list[Item] = []
    bad: list[str] = []
    for name, content in files:
        for number, found in enumerate(_articles(name, content)):
            if isinstance(found, Problem):
                bad.append(f"{name}: {found.reason}")
            elif len(items) < MAX_ITEMS:
                items.append(_item(found, f"{name}#{number}"))
            else:
                bad.append(f"{name}: more than {MAX_ITEMS} articles at once; use `harmattan feed`")
                break
    more = f" and {len(bad) - 1} more" if len(bad) > 1 else ""
    odd = f"{bad[0]}{more}"[:300] if bad else None
    return Document(items=tuple(items), odd=odd, position=position, unfinished=unfinished)


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
