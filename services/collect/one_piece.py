"""A file that was packed in one piece, read from any place: what goes back goes back to a mark, not to the begin."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import IO

from services.collect.packing import CHUNK, ERRORS, GZIP, Packing, Unpack

# A mark is a copy of what zlib knows, some 40 KB; of a longer file they stand further apart. Of Zstandard there is none
# but the begin: it unpacks a gigabyte in a second.
MARKS, APART = 64, 8 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _Mark:
    """Where reading can go on: behind `plain` unpacked bytes, with what is packed from `packed` on.

    `unpack` is None where a member begins.
    """

    plain: int
    packed: int
    unpack: Unpack | None = None


class OnePiece(io.RawIOBase):
    """The unpacked bytes of a file, from its place `begin` on. Each is unpacked once, but for those behind a mark that
    is gone back to.

    `read` may give less than was asked for. What is not packed so between the pieces, or broken in one, is passed over;
    a file that is cut off ends where it is cut.
    """

    def __init__(self, file: IO[bytes], begin: int = 0, packing: Packing = GZIP) -> None:
        self._file, self._at, self._apart, self._packing = file, 0, APART, packing
        self._held, self._held_at, self.unfinished = b"", 0, False
        self._packed = begin
        self._unpack = packing.unpack()
        self._marks = [_Mark(0, begin)]

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if whence not in (io.SEEK_SET, io.SEEK_CUR):
            raise io.UnsupportedOperation("its end is not known")
        self._at = offset + (self._at if whence == io.SEEK_CUR else 0)
        return self._at

    def read(self, size: int | None = -1) -> bytes:
        if not self.reach(self._at):
            return b""
        begin = self._at - self._held_at
        found = self._held[begin:] if size is None or size < 0 else self._held[begin : begin + size]
        self._at += len(found)
        return found

    def close(self) -> None:
        self._file.close()
        super().close()

    def reach(self, place: int, most: int | None = None) -> bool:
        """Whether there is a byte at a place. With `most` only so many are unpacked, and `unfinished` may be set."""
        self.unfinished = False
        if place < self._held_at:
            mark = max((mark for mark in self._marks if mark.plain <= place), key=lambda one: one.plain)
            self._held, self._held_at, self._packed = b"", mark.plain, mark.packed
            self._unpack = (mark.unpack and self._packing.mark(mark.unpack)) or self._packing.unpack()
        last = None if most is None else self._held_at + len(self._held) + most
        while place >= (end := self._held_at + len(self._held)):
            if last is not None and end > last:
                self.unfinished = True
                return False
            piece = self._next()
            if piece is None:
                return False
            kept = self._held[-CHUNK:]
            self._held, self._held_at = kept + piece, end - len(kept)
            self._mark(end + len(piece))
        return True

    def _mark(self, plain: int) -> None:
        if plain < self._marks[-1].plain + self._apart or self._unpack.eof:
            return
        if (unpack := self._packing.mark(self._unpack)) is None:
            return
        self._marks.append(_Mark(plain, self._packed, unpack))
        if len(self._marks) > MARKS:
            self._marks, self._apart = self._marks[::2], 2 * self._apart

    def _next(self) -> bytes | None:
        """The next unpacked bytes; None at the end of the file."""
        while True:
            if self._unpack.eof:
                if not self._member(self._packed - len(self._unpack.unused_data)):
                    return None
                continue
            data = self._unpack.unconsumed_tail
            if not data:
                self._file.seek(self._packed)
                data = self._file.read(CHUNK)
                self._packed += len(data)
            begin = self._packed - len(data)
            try:
                piece = self._unpack.decompress(data, CHUNK)
            except ERRORS:
                if not self._member(begin + 1):
                    return None
                continue
            if piece:
                return piece
            if not data:
                return None

    def _member(self, packed: int) -> bool:
        """Goes on at the next piece behind a place of the file, if there is one."""
        self._file.seek(packed)
        held = b""
        while data := self._file.read(CHUNK):
            held += data
            if found := self._packing.begin.search(held):
                self._packed, self._unpack = packed + found.start(), self._packing.unpack()
                return True
            packed, held = packed + max(0, len(held) - 3), held[-3:]
        return False
