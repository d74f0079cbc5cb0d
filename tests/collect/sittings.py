"""Folders and archives on this machine, read as the collector reads them."""

from __future__ import annotations

import time
from pathlib import Path

from schemas.source import Source
from services.collect.item import Document, Item, Unreadable
from services.collect.local import read_local


def sitting(
    path: Path, position: str | None = None, root: Path | None = None, now: int | None = None
) -> Document | Unreadable:
    """One of them, an hour from now, when every file has been quiet, or at a time of the test's."""
    source = Source(id="a", name="a", kind="folder" if path.is_dir() else "warc", address=str(path))
    clock = time.time_ns() + 3600 * 10**9 if now is None else now
    return read_local(source, position, [root or path.parent], lambda: clock)


def read(path: Path, position: str | None = None) -> Document:
    """One that succeeds."""
    found = sitting(path, position)
    assert isinstance(found, Document), found
    return found


def to_the_end(path: Path) -> tuple[list[Item], list[str | None]]:
    """What all sittings give, and what each says is odd."""
    items, position, odd = list[Item](), None, list[str | None]()
    while True:
        found = read(path, position)
        items += found.items
        odd.append(found.odd)
        position = found.position
        if not found.unfinished:
            break
    assert read(path, position).items == ()
    return items, odd
