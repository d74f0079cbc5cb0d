"""Web archives: every page of a WARC file, or an older ARC file, is an article, in as many sittings as it takes."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import IO, Any

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from services.collect.item import Document, Item, Unreadable
from services.collect.kinds.page import PAGE_MAX, extract

# Pages of one sitting; reading them takes some 50 ms each.
PAGES = 100


def read(body: bytes, content_type: str, address: str) -> Document | Unreadable:  # noqa: ARG001  # as all readers
    """The first pages of an archive that came over the net."""
    return read_from(io.BytesIO(body), 0)


def read_file(path: str, offset: int) -> Document | Unreadable:
    """The next pages of an archive on this machine. `position` of the result is where to go on."""
    with Path(path).open("rb") as file:
        file.seek(offset)
        if file.read(1) != b"\n":  # stands between the records of an ARC file
            file.seek(offset)
        return read_from(file, offset)


def read_from(file: IO[bytes], start: int) -> Document | Unreadable:
    """The pages from a record's begin on. `unfinished` where there may be more."""
    items: list[Item] = []
    position, unfinished = start, False
    try:
        records = ArchiveIterator(file, check_digests=False, arc2warc=True)
        for record in records:
            if len(items) >= PAGES:
                unfinished = True
                break
            if item := _page(record):
                items.append(item)
            records.read_to_end()
            # by the position of the file, wherever reading began
            position = records.get_record_offset() + records.get_record_length()
    # OverflowError: a Content-Length that no file can have
    except (ArchiveLoadFailed, EOFError, OSError, OverflowError, ValueError, AttributeError) as error:
        if not items:
            return Unreadable(f"no web archive, or a broken one: {' '.join(str(error).split())[:150]}")
        return Document(items=tuple(items), odd=f"broken at {position:,}", position=str(position))
    return Document(items=tuple(items), position=str(position), unfinished=unfinished)


def _page(record: Any) -> Item | None:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    kind = headers.get_header("Content-Type") or ""
    if "html" not in kind or not address.startswith(("http://", "https://")):
        return None
    found = extract(record.content_stream().read(PAGE_MAX), kind, address)
    if isinstance(found, Unreadable):
        return None
    return replace(found, updated=record.rec_headers.get_header("WARC-Date"))
