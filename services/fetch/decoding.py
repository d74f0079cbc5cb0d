"""Compressed bodies to plain ones, never longer than allowed. Pure."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping

from services.fetch.unpacking import ERRORS, GZIP_MAGIC, ZSTD_MAGIC, Brotli, Unpack, Zlib, Zstandard

# The last two are never asked for, and sent all the same by caches that keep one form of an answer for everybody.
PACKED = frozenset(("gzip", "deflate", "br", "zstd"))
# Anything else that is said there (utf-8, none, binary, identity) packs nothing.
CODINGS = PACKED | {"x-gzip", "compress", "x-compress", "dcb", "dcz"}
_STREAMS: Mapping[str, Callable[[], Unpack]] = {
    "gzip": lambda: Zlib(zlib.MAX_WBITS | 16), "br": Brotli, "zstd": Zstandard,
}
_MAGIC = {"gzip": GZIP_MAGIC, "zstd": ZSTD_MAGIC}


class TooLargeError(Exception):
    """More than allowed; one line."""


class Decoder:
    """Takes a body in pieces. `encoding` is the value of Content-Encoding; what it wrongly claims is seen through.

    `take` raises TooLargeError as soon as the plain body exceeds `limit`, having unpacked no more than that; ValueError
    where the bytes are broken from the start; of a body that was packed twice `end` does. A body that breaks off, or is
    too large, is kept as far as it goes, and `end` tells.
    """

    def __init__(self, encoding: str, limit: int) -> None:
        codings = [one for word in encoding.lower().split(",") if (one := word.strip()) in CODINGS]
        codings = [one.removeprefix("x-") for one in codings]
        # said twice, by a server and what stands before it, it is done once as likely as twice
        self._twice = len(codings) == 2 and len(set(codings)) == 1
        if len(set(codings)) > 1 or not PACKED.issuperset(codings):
            raise ValueError(f"the body is packed as {encoding.strip()[:40]!r}, which was not asked for")
        self._coding, self._limit = codings[0] if codings else "", limit
        self._unpack: Unpack | None = None
        self._parts: list[bytes] = []
        self._size = 0
        self._head = b""
        self._begun = False
        self._broken = False

    def take(self, data: bytes) -> None:
        """One more piece."""
        if self._broken:
            return
        if not self._begun:
            self._head += data
            if len(self._head) < 2:
                return
            data, self._head = self._head, b""
            self._begin(data)
        self._pass(data)

    def end(self) -> tuple[bytes, bool]:
        """The whole, and whether it broke off."""
        if self._head:
            if self._coding == "br":  # of which an empty body is one byte
                self._begin(self._head)
            self._pass(self._head)
        cut = self._broken or (self._unpack is not None and not self._unpack.eof)
        body = b"".join(self._parts)
        if self._twice:
            body, broken = unpacked(body, self._limit)
            return body, cut or broken
        return body, cut

    def _begin(self, data: bytes) -> None:
        self._begun = True
        if self._coding == "deflate" and data.startswith(GZIP_MAGIC):
            self._coding = "gzip"  # deflate is said of it too
        if self._coding == "deflate":
            # some send the bare stream, without zlib's two bytes
            bare = (data[0] & 0x0F) != 8 or (data[0] * 256 + data[1]) % 31
            self._unpack = Zlib(-zlib.MAX_WBITS if bare else zlib.MAX_WBITS)
        elif self._coding and not _is_plain(self._coding, data):
            self._unpack = _STREAMS[self._coding]()

    def _pass(self, data: bytes) -> None:
        if self._unpack is None:
            self._keep(data)
            return
        try:
            while data:
                if self._unpack.eof:
                    magic = _MAGIC.get(self._coding)
                    if magic is None or not data.startswith(magic):
                        return  # rubbish after the end
                    self._unpack = _STREAMS[self._coding]()
                for piece in self._unpack.pieces(data):
                    self._keep(piece)
                data = self._unpack.unused
        except ERRORS as error:
            if not self._size:
                raise ValueError(f"the body is not what its Content-Encoding says: {error}") from None
            self._broken = True

    def _keep(self, data: bytes) -> None:
        self._parts.append(data[: max(0, self._limit - self._size)])
        self._size += len(data)
        if self._size > self._limit:
            raise TooLargeError(f"the body is larger than {self._limit // 1024:,} KiB")


def _is_plain(coding: str, data: bytes) -> bool:
    """Whether what begins so was not packed as is said."""
    magic = _MAGIC.get(coding)
    # brotli has no magic number, but no stream of it that holds anything begins like markup or JSON
    return data[:1] in (b"<", b"{") if magic is None else not data.startswith(magic[: len(data)])


def unpacked(body: bytes, limit: int) -> tuple[bytes, bool]:
    """A body that is itself a gzip file (sitemap.xml.gz), unpacked; any other as it is. Raises as Decoder does."""
    if not body.startswith(GZIP_MAGIC):
        return body, False
    decoder = Decoder("gzip", limit)
    decoder.take(body)
    return decoder.end()
