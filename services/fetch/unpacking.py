"""Streams of packed bytes, one interface for all codings, in pieces of bounded size however much is packed in little.

gzip and deflate by zlib, brotli as in RFC 7932 (its window is 16 MiB at most), Zstandard as in RFC 8878 and RFC 9659.
Pure.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

import brotli
from zstandard import ZstdDecompressor, ZstdError

ERRORS = (zlib.error, brotli.error, ZstdError)
GZIP_MAGIC, ZSTD_MAGIC = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"
PIECE = 64 * 1024
# what RFC 9659 allows on the web
_ZSTD_WINDOW = 8 * 1024 * 1024
# Its library bounds no output. A block needs 4 bytes and gives 128 KiB at most, so this gives 8 MiB at most.
_ZSTD_INPUT = 256


class Unpack(Protocol):
    """One stream. `pieces` raises one of ERRORS where it is broken; `unused` is what came behind its end."""

    @property
    def eof(self) -> bool: ...

    @property
    def unused(self) -> bytes: ...

    def pieces(self, data: bytes) -> Iterator[bytes]: ...


class Zlib:
    """`wbits` as zlib has it."""

    def __init__(self, wbits: int) -> None:
        self._unpack = zlib.decompressobj(wbits)

    @property
    def eof(self) -> bool:
        return self._unpack.eof

    @property
    def unused(self) -> bytes:
        return self._unpack.unused_data

    def pieces(self, data: bytes) -> Iterator[bytes]:
        while data and not self._unpack.eof:
            yield self._unpack.decompress(data, PIECE)
            data = self._unpack.unconsumed_tail


class Brotli:
    """What comes behind its end counts as broken."""

    unused = b""

    def __init__(self) -> None:
        self._unpack = brotli.Decompressor()

    @property
    def eof(self) -> bool:
        return bool(self._unpack.is_finished())

    def pieces(self, data: bytes) -> Iterator[bytes]:
        yield self._unpack.process(data, output_buffer_limit=PIECE)
        while not self._unpack.is_finished() and not self._unpack.can_accept_more_data():
            yield self._unpack.process(b"", output_buffer_limit=PIECE)


class Zstandard:
    """One frame."""

    def __init__(self) -> None:
        self._unpack = ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()
        self.unused = b""

    @property
    def eof(self) -> bool:
        return self._unpack.eof

    def pieces(self, data: bytes) -> Iterator[bytes]:
        for at in range(0, len(data), _ZSTD_INPUT):
            yield self._unpack.decompress(data[at : at + _ZSTD_INPUT])
            if self._unpack.eof:
                self.unused = self._unpack.unused_data + data[at + _ZSTD_INPUT :]
                return
