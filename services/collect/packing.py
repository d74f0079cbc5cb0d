"""How archives are packed, gzip or Zstandard, one interface for both: that of zlib's decompressobj.

Zstandard as in https://iipc.github.io/warc-specifications/specifications/warc-zstd/ and RFC 8878. Its library bounds no
output, so a frame is unpacked a block at a time, of which each gives 128 KiB at most.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import IO, Protocol

from zstandard import ZstdCompressionDict, ZstdDecompressor, ZstdError

# What is not packed so, or broken.
ERRORS = (zlib.error, ZstdError)
CHUNK = 256 * 1024
DICTIONARY_MAX = 16 * 1024 * 1024
_WINDOW_MAX = 128 * 1024 * 1024
_FRAME, _DICTIONARY = b"\x28\xb5\x2f\xfd", b"\x5d\x2a\x4d\x18"
_SKIPPED = re.compile(rb"[\x50-\x5f]\x2a\x4d\x18", re.DOTALL)
BEGINS = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]|\x28\xb5\x2f\xfd|\x5d\x2a\x4d\x18", re.DOTALL)


class Unpack(Protocol):
    """One member. `decompress` may take less than it is given, and give nothing yet."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    @property
    def unconsumed_tail(self) -> bytes: ...

    def decompress(self, data: bytes, most: int, /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Packing:
    """`begin`: where a member may begin. `mark`: a copy of what was unpacked so far, where it can be had."""

    begin: re.Pattern[bytes]
    unpack: Callable[[], Unpack]
    mark: Callable[[Unpack], Unpack | None]


GZIP = Packing(
    re.compile(rb"\x1f\x8b\x08[\x00-\x1f]", re.DOTALL), lambda: zlib.decompressobj(zlib.MAX_WBITS | 16),
    lambda unpack: unpack.copy(),  # type: ignore[attr-defined]  # a Packing makes its own objects only
)


def packing_at(file: IO[bytes], at: int) -> Packing:
    """What seems to begin at a place. Raises as unpacking does where it is a dictionary that is none."""
    file.seek(at)
    magic = file.read(4)
    if magic[:2] == b"\x1f\x8b":
        return GZIP
    dictionary = _dictionary(file) if magic == _DICTIONARY else None
    known = ZstdCompressionDict(dictionary) if dictionary else None
    with_it = ZstdDecompressor(known, max_window_size=_WINDOW_MAX)
    return Packing(re.compile(re.escape(_FRAME)), lambda: _Frame(with_it), lambda _: None)


def member(file: IO[bytes], packing: Packing) -> Iterator[bytes]:
    """What is packed from where the file stands, in pieces; in the end the file stands behind it.

    Raises EOFError where it breaks off, one of ERRORS where it is broken.
    """
    unpack = packing.unpack()
    while not unpack.eof:
        data = unpack.unconsumed_tail or file.read(CHUNK)
        if not data:
            raise EOFError("it breaks off")
        yield unpack.decompress(data, CHUNK)
    file.seek(-len(unpack.unused_data), 1)


class _Frame:
    """A frame, or one that is to be passed over. Of one decompressor only one can be in use."""

    def __init__(self, decompressor: ZstdDecompressor) -> None:
        self._unpack = decompressor.decompressobj()
        self._held, self._begun, self._passed, self._sum = b"", False, 0, 0
        self.eof, self.unused_data, self.unconsumed_tail = False, b"", b""

    def decompress(self, data: bytes, most: int, /) -> bytes:  # noqa: ARG002  # a block has its own bound
        if self._passed:
            return self._pass(data)
        held, self._held, self.unconsumed_tail = self._held + data, b"", b""
        size, last = (self._block if self._begun else self._head)(held)
        if len(held) < size:
            self._held = held
            return b""
        if not self._begun and _SKIPPED.match(held):
            self._passed = 1 + int.from_bytes(held[4:8], "little")
            return self._pass(held[8:])
        self._begun = True
        piece = self._unpack.decompress(held[:size])
        self._rest(held[size:], last)
        return piece

    def _pass(self, data: bytes) -> bytes:
        passed = min(len(data), self._passed - 1)
        self._passed -= passed
        self._rest(data[passed:], self._passed == 1)
        return b""

    def _rest(self, data: bytes, last: bool) -> None:
        self.eof = last
        self.unused_data, self.unconsumed_tail = (data, b"") if last else (b"", data)

    def _head(self, held: bytes) -> tuple[int, bool]:
        """How many bytes stand before the first block."""
        if len(held) < 8:
            return 8, False
        if _SKIPPED.match(held):
            return 8, False
        if held[:4] != _FRAME:
            raise ZstdError("no frame begins here")
        about = held[4]
        self._sum = 4 if about & 4 else 0
        single = bool(about & 32)
        size = (1 if single else 0, 2, 4, 8)[about >> 6]
        return 5 + (not single) + (0, 1, 2, 4)[about & 3] + size, False

    def _block(self, held: bytes) -> tuple[int, bool]:
        """The length of the next block, and whether it is the last."""
        if len(held) < 3:
            return 3, False
        about = int.from_bytes(held[:3], "little")
        last, kind, size = bool(about & 1), about >> 1 & 3, about >> 3
        return 3 + (1 if kind == 1 else size) + (self._sum if last else 0), last


def _dictionary(file: IO[bytes]) -> bytes:
    """What stands in the frame whose magic number was read, unpacked. Raises ZstdError or EOFError."""
    size = int.from_bytes(file.read(4), "little")
    if size > DICTIONARY_MAX:
        raise ZstdError("its dictionary is too large")
    held = file.read(size)
    if len(held) < size:
        raise EOFError("it breaks off")
    if held[:4] != _FRAME:
        return held
    parts, room = list[bytes](), DICTIONARY_MAX
    for piece in member(io.BytesIO(held), packing_at(io.BytesIO(held), 0)):
        parts.append(piece)
        room -= len(piece)
        if room < 0:
            raise ZstdError("its dictionary is too large")
    return b"".join(parts)
