"""Web archives: every page of a WARC file, or an older ARC file, is an article, in as many sittings as it takes."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import IO, Any, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed

from services.collect.item import Document, Item, Unreadable
from services.collect.kinds.page import PAGE_MAX, extract
from services.fetch.decoding import GZIP_MAGIC

# Pages of one sitting; reading them takes some 50 ms each.
PAGES = 100


def read(body: bytes, content_type: str, address: str) -> Document | Unreadable:  # noqa: ARG001  # as all readers
    """The first pages of an archive that came over the net."""
    file = io.BytesIO(body)
    return read_from(cast("IO[bytes]", _Unpacked(fileobj=file)) if _is_one_piece(file) else file, 0)


class _Unpacked(gzip.GzipFile):
    """Gives what there is of a file that was cut off, where gzip's own gives nothing of the last block."""

    def read(self, size: int | None = -1) -> bytes:
        try:
            return self.read1(-1 if size is None else size)
        except EOFError:
            return b""


def _is_one_piece(file: IO[bytes]) -> bool:
    """Whether all records were packed together, by gzip itself, where archives have each packed alone.

    Leaves the file at its begin.
    """
    found = False
    if file.read(len(GZIP_MAGIC)) == GZIP_MAGIC:
        file.seek(0)
        try:
            for _ in islice(ArchiveIterator(file, check_digests=False), 2):
                pass
        except ArchiveLoadFailed as error:
            found = "single gzip file" in str(error)
        except (EOFError, OSError, OverflowError, ValueError, AttributeError):
            pass  # told where it is read
    file.seek(0)
    return found


def read_file(path: str, offset: int) -> Document | Unreadable:
    """The next pages of an archive on this machine. `position` of the result is where to go on."""
    with Path(path).open("rb") as file:
        if _is_one_piece(file):
            return _read_on(cast("IO[bytes]", _Unpacked(fileobj=file)), offset)
        # beyond its end: another archive of the same name
        return _read_on(file, offset if offset <= Path(path).stat().st_size else 0)


def _read_on(file: IO[bytes], offset: int) -> Document | Unreadable:
    file.seek(offset)
    between = 0  # line ends stand between records that are not packed, and are no record's begin
    while between < 4 and file.read(1) in (b"\r", b"\n"):
        between += 1
    file.seek(offset + between)
    return read_from(file, offset + between)


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
    except (ArchiveLoadFailed, EOFError, zlib.error, OSError, OverflowError, ValueError, AttributeError) as error:
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
    if (kind and "html" not in kind.lower()) or not address.startswith(("http://", "https://")):
        return None
    found = extract(record.content_stream().read(PAGE_MAX), kind, address)
    if isinstance(found, Unreadable):
        return None
    return replace(found, updated=record.rec_headers.get_header("WARC-Date"))
