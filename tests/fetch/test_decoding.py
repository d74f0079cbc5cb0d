"""Compressed bodies: as far as they go, and never further than allowed."""

from __future__ import annotations

import gzip
import random
import tracemalloc
import zlib
from collections.abc import Callable

import brotli
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from services.fetch.decoding import Decoder, TooLargeError, unpacked

LIMIT = 100_000


def decode(encoding: str, *pieces: bytes, limit: int = LIMIT) -> tuple[bytes, bool]:
    decoder = Decoder(encoding, limit)
    for piece in pieces:
        decoder.take(piece)
    return decoder.end()


@given(st.binary(max_size=2000), st.sampled_from(["gzip", "deflate", "raw", "br", "zstd", ""]), st.integers(1, 500))
def test_what_was_packed_comes_out_whatever_the_pieces(body: bytes, coding: str, size: int) -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(body), "deflate": zlib.compress(body), "": body,
        "raw": raw.compress(body) + raw.flush(), "br": brotli.compress(body), "zstd": zstandard.compress(body),
    }[coding]
    pieces = [packed[at : at + size] for at in range(0, len(packed), size)]
    # a body that begins like gzip and is said to be plain stays as it is
    assert decode(coding.replace("raw", "deflate"), *pieces) == (body, False)


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "x-gzip", "identity", "br", "zstd"]))
def test_any_bytes_end_in_a_body_or_in_a_reason(body: bytes, coding: str) -> None:
    try:
        reason = decode(coding, body) and None
    except ValueError as error:
        reason = str(error)
    assert reason is None or "Content-Encoding" in reason


@pytest.mark.parametrize("encoding", ["gzip, gzip", "gzip,x-gzip"])
@pytest.mark.parametrize("times", [0, 1, 2])
def test_a_coding_that_is_said_twice_was_done_twice_or_once_or_never(encoding: str, times: int) -> None:
    body = packed = b"Niamey " * 100
    for _ in range(times):
        packed = gzip.compress(packed)
    assert decode(encoding, packed) == (body, False)
    with pytest.raises(TooLargeError):
        decode(encoding, gzip.compress(gzip.compress(bytes(2 * LIMIT))))


PACKERS: dict[str, Callable[[bytes], bytes]] = {
    "gzip": gzip.compress, "br": brotli.compress, "zstd": zstandard.compress,
}


@pytest.mark.parametrize("coding", PACKERS)
def test_a_body_that_breaks_off_is_kept_as_far_as_it_goes(coding: str) -> None:
    whole = random.Random(1).randbytes(90_000)
    body, cut = decode(coding, PACKERS[coding](whole)[:-9_000])
    assert cut
    assert body == whole[: len(body)]
    # a Zstandard block is given whole or not at all
    assert body or coding == "zstd"


@pytest.mark.parametrize("coding", PACKERS)
def test_a_bomb_is_never_unpacked(coding: str) -> None:
    bomb = PACKERS[coding](b"\0" * 50_000_000)
    tracemalloc.start()
    with pytest.raises(TooLargeError, match="larger than 97 KiB"):
        decode(coding, bomb)
    assert tracemalloc.get_traced_memory()[1] < (20_000_000 if coding == "zstd" else 2_000_000)
    tracemalloc.stop()


def test_a_zstandard_stream_that_asks_for_a_great_window_is_refused_in_one_line() -> None:
    great = zstandard.ZstdCompressionParameters(window_log=27, write_content_size=False)
    packer = zstandard.ZstdCompressor(compression_params=great).compressobj()
    packed = packer.compress(b"Niamey " * 100_000) + packer.flush()
    with pytest.raises(ValueError, match="Content-Encoding"):
        decode("zstd", packed)


@pytest.mark.parametrize("coding", ["br", "zstd"])
@pytest.mark.parametrize("body", [b"<rss/>", b'{"items": []}'])
def test_what_is_wrongly_said_to_be_packed_is_taken_as_it_is(coding: str, body: bytes) -> None:
    assert decode(coding, body) == decode(coding, body[:3], body[3:]) == (body, False)


def test_a_bomb_in_a_bomb_is_not_either() -> None:
    inner = gzip.compress(b"\0" * 50_000_000)
    with pytest.raises(TooLargeError):
        unpacked(decode("gzip", gzip.compress(inner))[0], LIMIT)


def test_what_is_wrongly_said_to_be_gzip_is_taken_as_it_is() -> None:
    assert decode("gzip", b"<rss/>") == (b"<rss/>", False)


def test_several_members_are_one_body_and_rubbish_after_them_is_none() -> None:
    assert decode("gzip", gzip.compress(b"a") + gzip.compress(b"b") + b"rubbish") == (b"ab", False)


def test_an_encoding_that_is_not_read_here_is_refused() -> None:
    for encoding in ("compress", "gzip, br"):
        with pytest.raises(ValueError, match=f"'{encoding}'"):
            Decoder(encoding, LIMIT)
