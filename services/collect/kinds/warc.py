"""Web archives: every page of a WARC file, or an older ARC file, is an article, in as many sittings as it takes."""

from __future__ import annotations

import io
import re
from collections import OrderedDict
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, Any, NamedTuple, cast

from warcio.archiveiterator import ArchiveIterator
from warcio.exceptions import ArchiveLoadFailed
from warcio.statusandheaders import StatusAndHeadersParserException

from services.collect.item import Document, Item, Unreadable
from services.collect.kinds.page import PAGE_MAX, extract
from services.collect.one_piece import OnePiece
from services.collect.packing import BEGINS, CHUNK, ERRORS, Packing, member, packing_at
from services.collect.pages import is_walled

# Pages of one sitting; reading them takes some 50 ms each.
PAGES = 100
# what is kept of one record: its page, and what stands before it
RECORD_MAX = PAGE_MAX + 64 * 1024
# what one sitting passes over at most, of an archive of films; and how far it goes to where the last one ended
SITTING_MAX = 1024**3
REACH_MAX = 4 * 1024**3
# where an archive begins, behind rubbish of this length at most
RUBBISH_MAX = 16 * 1024 * 1024
_BEGIN = re.compile(
    rb"(?:\A|(?<=\n))(?:WARC/[01]\.\d{1,2}\r?\n|filedesc://\S|https?://\S{1,2000} [0-9a-fA-F.:]{3,45} \d{14} )"
)
# one that is followed by another is none: of thousands each would be read as a header of all before it
_RECORD = re.compile(
    rb"(?<=\n)(?:WARC/[01]\.\d{1,2}\r?\n(?!WARC/)|"
    rb"https?://\S{1,2000} [0-9a-fA-F.:]{3,45} \d{14} \S{1,100} \d{1,12}\r?\n)"
)
_LONGEST_BEGIN = 3000
# OverflowError: a Content-Length that no file can have
_BROKEN = (
    ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, OSError, OverflowError, ValueError, AttributeError,
    *ERRORS,
)


def read(body: bytes, content_type: str, address: str) -> Document | Unreadable:  # noqa: ARG001  # as all readers
    """The first pages of an archive that came over the net, whole each time it is another."""
    found = _read_on(_opened(io.BytesIO(body)), _Place())
    if isinstance(found, Unreadable):
        return found
    more = f"only its first {PAGES} pages were read" if found.unfinished else found.odd
    return replace(found, position=None, unfinished=False, odd=more)


@dataclass(frozen=True, slots=True)
class _Archive:
    """`packed`: how each record is packed alone. What was packed together is unpacked in `file`, behind `rubbish`."""

    file: IO[bytes]
    packed: Packing | None = None
    rubbish: bool = False


def _opened(file: IO[bytes]) -> _Archive:
    """A file as one of the three forms that archives have, whatever stands before their begin."""
    at, held, first = 0, b"", 0
    while at + len(held) < RUBBISH_MAX and (data := file.read(CHUNK)):
        held += data
        plain = _BEGIN.search(held, first)
        for found in BEGINS.finditer(held, first):
            if plain and plain.start() < found.start():
                break
            begin = at + found.start()
            packing, records = _packed_at(file, begin)
            if packing and records == 1:
                return _Archive(file, packing)
            if packing and records:
                return _Archive(cast("IO[bytes]", OnePiece(file, begin, packing)), rubbish=begin > 0)
        file.seek(at + len(held))
        if plain:
            return _Archive(file)
        passed = max(0, len(held) - _LONGEST_BEGIN)
        at, held, first = at + passed, held[passed:], 0 if at + passed == 0 else 1
    file.seek(0)
    return _Archive(file, _packed_at(file, 0)[0] if BEGINS.match(file.read(4)) else None)


def _packed_at(file: IO[bytes], at: int) -> tuple[Packing | None, int]:
    """How records seem to be packed from a place on, and how many in one piece: 0, 1, or 2 for more."""
    held, size, first, packing = b"", 0, None, None
    with suppress(EOFError, *ERRORS):  # told where it is read
        packing = packing_at(file, at)
        file.seek(at)
        for _dictionary_or_first in range(2):
            if size:
                break
            for piece in member(file, packing):
                held, size = held[-_LONGEST_BEGIN:] + piece, size + len(piece)
                if first is None and (found := _BEGIN.search(held)):
                    first = size - len(held) + found.start()
                if first is not None and _RECORD.search(held, max(0, first + 1 - (size - len(held)))):
                    return packing, 2
                if size > RECORD_MAX:
                    break
    return packing, int(first is not None)


# Archives in one piece that were read last, each by its path and what tells it from another that came in its place:
# opened anew, they would have to be unpacked from their begin to go on.
_KEPT: OrderedDict[tuple[str, int, int, int], _Archive] = OrderedDict()
_KEPT_MAX = 4


def read_file(path: str, position: str | None) -> Document | Unreadable:
    """The next pages of an archive on this machine. `position` of the result is where to go on."""
    place, about = _Place.parse(position), Path(path).stat()
    key = (path, about.st_ino, about.st_size, about.st_mtime_ns)
    archive = _KEPT.pop(key, None) or _opened(Path(path).open("rb"))  # noqa: SIM115  # may be kept
    if isinstance(archive.file, OnePiece):
        _keep(key, archive)
        if not archive.file.reach(place.offset, REACH_MAX) and archive.file.unfinished:
            return Document(position=str(place), unfinished=True)
        return _read_on(archive, place)
    with archive.file:
        # beyond its end: another archive of the same name
        return _read_on(archive, place if place.offset <= about.st_size else _Place())


def _keep(key: tuple[str, int, int, int], archive: _Archive) -> None:
    for old in [one for one in _KEPT if one[0] == key[0]]:
        _KEPT.pop(old).file.close()
    _KEPT[key] = archive
    while len(_KEPT) > _KEPT_MAX:
        _KEPT.popitem(last=False)[1].file.close()


@dataclass(frozen=True, slots=True)
class _Place:
    """How far an archive was read, and how many of its parts were passed over until there because they are broken."""

    offset: int = 0
    skipped: int = 0

    @classmethod
    def parse(cls, text: str | None) -> _Place:
        """From what `str` made; the begin where it is none of that."""
        found = re.fullmatch(r"(\d{1,18})(?:\+(\d{1,9}))?", text or "", re.ASCII)
        return cls(*(int(one or 0) for one in found.groups())) if found else cls()

    def __str__(self) -> str:
        return f"{self.offset}+{self.skipped}" if self.skipped else f"{self.offset}"


def _read_on(archive: _Archive, begin: _Place) -> Document | Unreadable:
    """The pages from a place on. `unfinished` where there may be more."""
    items: list[Item] = []
    begin = begin if begin.offset or not archive.rubbish else _Place(0, 1)
    place, broken = begin, None
    try:
        for page, place in _pieces(archive.file, begin, archive.packed):
            if page:
                items.append(page)
            if len(items) == PAGES or place.offset - begin.offset > SITTING_MAX:
                return Document(tuple(items), odd=_odd(place, None), position=str(place), unfinished=True)
    except _BROKEN as error:
        if not items and not place.offset:
            return Unreadable(f"no web archive, or a broken one: {' '.join(str(error).split())[:150]}")
        broken = place.offset
    return Document(tuple(items), odd=_odd(place, broken), position=str(place))


def _odd(place: _Place, broken: int | None) -> str | None:
    said = [f"broken parts passed over: {place.skipped}"] if place.skipped else []
    said += [] if broken is None else [f"broken at {broken:,}"]
    return "; ".join(said) or None


def _pieces(file: IO[bytes], place: _Place, packed: Packing | None) -> Iterator[tuple[Item | None, _Place]]:
    """The page of each record, or None, and where the next begins. Raises where no whole one comes any more.

    What is broken is passed over up to where the next record begins, and each such stretch counted.
    """
    at, skipped, whole = place.offset, place.skipped, True
    while True:
        try:
            for page, end in _members(file, at, packed) if packed else _records(file, at):
                at, whole = end, True
                yield page, _Place(at, skipped)
        except _BROKEN:
            found = _next_begin(file, at, packed.begin if packed else _RECORD)
            if found is None:
                raise
            at, skipped, whole = found, skipped + whole, False
        else:
            return


def _members(file: IO[bytes], at: int, packing: Packing) -> Iterator[tuple[Item | None, int]]:
    """The page of each record from a place on, and its end, where each is packed alone. Raises where one is broken."""
    file.seek(at)
    while file.read(1):
        file.seek(at)
        parts, room = list[bytes](), RECORD_MAX
        for piece in member(file, packing):
            parts.append(piece[:room])
            room -= len(parts[-1])
        at = file.tell()
        record = next(iter(ArchiveIterator(io.BytesIO(b"".join(parts)), arc2warc=True)), None)
        yield _extracted(_response(record)) if record else None, at
        file.seek(at)


def _records(file: IO[bytes], at: int) -> Iterator[tuple[Item | None, int]]:
    """As `_members`, where none is packed."""
    file.seek(at)
    between = 0  # line ends stand between records, and are no record's begin
    while between < 4 and file.read(1) in (b"\r", b"\n"):
        between += 1
    file.seek(at + between)
    records = ArchiveIterator(file, arc2warc=True)
    for record in records:
        response = _response(record)
        records.read_to_end()
        if record.length is None or record.raw_stream.limit:
            raise EOFError("a record ends before its end")
        # by the position of the file, wherever reading began
        at = records.get_record_offset() + records.get_record_length()
        if records.err_count:
            raise ArchiveLoadFailed("a record goes on behind its end")
        # only now: of a broken archive the same bytes come with every begin that they have
        yield _extracted(response), at


def _next_begin(file: IO[bytes], at: int, begin: re.Pattern[bytes]) -> int | None:
    """Where behind `at` the next record seems to begin."""
    file.seek(at)
    held, first = b"", 1
    while data := file.read(CHUNK):
        held += data
        if found := begin.search(held, first):
            return at + found.start()
        passed = max(0, len(held) - _LONGEST_BEGIN)
        at, held, first = at + passed, held[passed:], 0 if passed else 1
    return None


class _Response(NamedTuple):
    """What a record has of a page, before anything is made of it."""

    body: bytes
    kind: str
    address: str
    date: str | None


def _response(record: Any) -> _Response | None:
    headers = record.http_headers
    if record.rec_type != "response" or headers is None or headers.get_statuscode() != "200":
        return None
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    kind = headers.get_header("Content-Type") or ""
    if (kind and "html" not in kind.lower()) or not address.startswith(("http://", "https://")):
        return None
    body = record.content_stream().read(PAGE_MAX)
    return _Response(body, kind, address, record.rec_headers.get_header("WARC-Date"))


def _extracted(response: _Response | None) -> Item | None:
    if response is None:
        return None
    found = extract(response.body, response.kind, response.address)
    if isinstance(found, Unreadable) or is_walled(found):
        return None
    return replace(found, guid=found.canonical, updated=response.date)
