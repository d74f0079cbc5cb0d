"""Compressed bodies: as far as they go, and never further than allowed."""

from __future__ import annotations

import gzip
import tracemalloc
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.fetch.decoding import Decoder, TooLargeError, unpacked

LIMIT = 100_000


def decode(encoding: str, *pieces: bytes, limit: int = LIMIT) -> tuple[bytes, bool]:
    decoder = Decoder(encoding, limit)
    for piece in pieces:
        decoder.take(piece)
    return decoder.end()


@given(st.binary(max_size=2000), st.sampled_from(["gzip", "deflate", "raw", ""]), st.integers(1, 500))
def test_what_was_packed_comes_out_whatever_the_pieces(body: bytes, coding: str, size: int) -> None:
    raw = zlib.compressobj(wbits=-15)
    packed = {
        "gzip": gzip.compress(body), "deflate": zlib.compress(body), "": body,
        "raw": raw.compress(body) + raw.flush(),
    }[coding]
    pieces = [packed[at : at + size] for at in range(0, len(packed), size)]
    # a body that begins like gzip and is said to be plain stays as it is
    assert decode(coding.replace("raw", "deflate"), *pieces) == (body, False)


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "x-gzip", "identity"]))
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


def test_a_body_that_breaks_off_is_kept_as_far_as_it_goes() -> None:
    packed = gzip.compress(bytes(range(256)) * 50)
    body, cut = decode("gzip", packed[:-20])
    assert cut
    assert body == (bytes(range(256)) * 50)[: len(body)]


def test_a_bomb_is_never_unpacked() -> None:
    bomb = gzip.compress(b"\0" * 50_000_000)
    tracemalloc.start()
    with pytest.raises(TooLargeError, match="larger than 97 KiB"):
        decode("gzip", bomb)
    assert tracemalloc.get_traced_memory()[1] < 2_000_000
    tracemalloc.stop()


def test_a_bomb_in_a_bomb_is_not_either() -> None:
    inner = gzip.compress(b"\0" * 50_000_000)
    with pytest.raises(TooLargeError):
        unpacked(decode("gzip", gzip.compress(inner))[0], LIMIT)


def test_what_is_wrongly_said_to_be_gzip_is_taken_as_it_is() -> None:
    assert decode("gzip", b"<rss/>") == (b"<rss/>", False)


def test_several_members_are_one_body_and_rubbish_after_them_is_none() -> None:
    assert decode("gzip", gzip.compress(b"a") + gzip.compress(b"b") + b"rubbish") == (b"ab", False)


def test_an_encoding_that_was_not_asked_for_is_refused() -> None:
    with pytest.raises(ValueError, match="'br'"):
        Decoder("br", LIMIT)
