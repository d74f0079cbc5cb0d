"""Heads of answers as servers write them: what browsers and curl pass over costs nothing, and nothing is made up."""

from __future__ import annotations

import h11
import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.fetch.head import HEAD_MAX, end_of_head, is_interim, mended
from services.fetch.network import MendingStream
from tests.fetch.fakes import Stream

OK = b"HTTP/1.1 200 OK\r\n"


def headers(*lines: bytes, status: bytes = b"HTTP/1.1 200 OK") -> list[tuple[bytes, bytes]]:
    """What the parser makes of a head that was mended."""
    connection = h11.Connection(h11.CLIENT)
    connection.send(h11.Request(method="GET", target="/", headers=[("Host", "sahel.example.org")]))
    connection.send(h11.EndOfMessage())
    connection.receive_data(mended(b"\r\n".join([status, *lines, b"", b""])))
    event = connection.next_event()
    assert isinstance(event, h11.Response | h11.InformationalResponse), event
    return [(name, value) for name, value in event.headers]


@pytest.mark.parametrize(("line", "kept"), [
    (b"ETag: \"7\"", b'"7"'), (b"ETag : 7", b"7"), (b"ETag\t:\t7 ", b"7"), (b"ETag:7\r\n  and 8", b"7 and 8"),
    (b"ETag: 7\rX-Other: 8", b"7 X-Other: 8"), (b"ETag: a\x0b\x00\x1fb", b"a b"), (b"ETag: \xe9t\xe9", b"\xe9t\xe9"),
    (b"ETag:", b""),
])
def test_a_value_is_kept_however_its_line_is_written(line: bytes, kept: bytes) -> None:
    assert headers(line) == [(b"etag", kept)]


@pytest.mark.parametrize("line", [
    b"X Powered By: somebody", b"Powered by nothing", b": nothing", b"X-\xe9: a", b"X\xa0A: b", b"X(A): b",
    b"<b>Warning</b>: headers were sent", b" goes on from nothing", b"X Long: one\r\n two\r\n\tthree", b"X\rA: b",
])
def test_a_line_that_is_no_header_costs_no_other(line: bytes) -> None:
    assert headers(b"ETag: 7", line, b"Age: 1") in (
        [(b"etag", b"7"), (b"age", b"1")], [(b"etag", b"7 goes on from nothing"), (b"age", b"1")],
    )
    assert headers(line, b"Age: 1") == [(b"age", b"1")]


@pytest.mark.parametrize("status", [
    b"HTTP/1.1 200", b"HTTP/1.1  200  OK", b"http/1.1 200 ok", b"HTTP/2 200 OK", b"HTTP/1 200", b"ICY 200 OK",
    b"HTTP/1.1 200 O\x01K", b"HTTP/1.1\t200 Tr\xe8s bien", b"HTTP/0.9 200 OK",
])
def test_a_status_is_read_however_its_line_is_written(status: bytes) -> None:
    assert headers(b"Age: 1", status=status) == [(b"age", b"1")]


def test_a_head_as_it_should_be_is_passed_on_byte_for_byte() -> None:
    head = OK + b"ETag:  \"7\" \r\nX-Place: Zind\xe9r\t\r\nTransfer-Encoding: chunked\r\ncontent-length:7\r\nAge:\r\n"
    head += b"\r\n"
    assert mended(head) == head


@pytest.mark.parametrize("status", [b"HTTP/1.1 2000 OK", b"HTTP/1.1 99 OK", b"220 mail.example ESMTP", b"<rss>"])
def test_what_is_no_status_is_left_to_be_refused(status: bytes) -> None:
    with pytest.raises(h11.RemoteProtocolError):
        headers(status=status)


@pytest.mark.parametrize(("said", "read"), [
    (b"Content-Length: 7, 7", b"7"), (b"Content-Length: +7", b"7"), (b"Content-Length: 7 bytes", b"7"),
    (b"Content-Length: unknown", None), (b"Content-Length: -7", None), (b"Content-Length:", None),
    (b"Content-Length: 99999999999999999999", None), (b"Content-Length: 7.5", None), (b"Content-Length : 7", b"7"),
])
def test_a_length_is_believed_where_it_is_one_and_never_guessed(said: bytes, read: bytes | None) -> None:
    assert headers(said) == ([(b"content-length", read)] if read else [])


@pytest.mark.parametrize(("lines", "read"), [
    ([b"Transfer-Encoding: identity"], None), ([b"Transfer-Encoding:"], None),
    ([b"Transfer-Encoding: chunked"] * 2, b"chunked"), ([b"Transfer-Encoding: identity, Chunked;q=1"], b"chunked"),
])
def test_chunks_are_read_however_often_they_are_said(lines: list[bytes], read: bytes | None) -> None:
    assert headers(*lines) == ([(b"transfer-encoding", read)] if read else [])


@pytest.mark.parametrize("lines", [
    [b"Content-Length: 7", b"Content-Length: 8"], [b"Content-Length: 7, 8"], [b"Transfer-Encoding: gzip, chunked"],
])
def test_where_the_body_ends_in_two_ways_the_answer_is_refused(lines: list[bytes]) -> None:
    with pytest.raises(h11.RemoteProtocolError):
        headers(*lines)


@given(st.lists(st.one_of(st.binary(max_size=30), st.builds(b"%b:%b".__mod__, st.tuples(st.binary(), st.binary()))),
                max_size=8))
def test_any_lines_below_a_status_are_a_head_or_refused_for_its_framing(lines: list[bytes]) -> None:
    head = b"\n".join([b"HTTP/1.1 200 OK", *lines, b"", b""])
    head = head[: end_of_head(head)]
    once = mended(head)
    assert mended(once) == once
    assert end_of_head(once) == len(once)
    assert not any(byte < 32 for byte in once.replace(b"\r\n", b"").replace(b"\t", b""))


async def passed(*pieces: bytes) -> bytes:
    """All that the parser is given of an answer that comes in these pieces."""
    stream, found = MendingStream(Stream(list(pieces), [])), b""
    await stream.write(b"GET / HTTP/1.1\r\n\r\n")
    while data := await stream.read(1000):
        assert len(data) <= 1000
        found += data
    return found


@pytest.mark.parametrize("size", [1, 2, 3, 7, 1000])
async def test_a_head_is_mended_whatever_the_pieces_and_a_body_never(size: int) -> None:
    body = b"HTTP/1.1 200 OK\r\nX Body: 1\r\n\r\n\x00" * 99
    sent = b"\r\nHTTP/1.1 103 Early\nLink : a\n\n" + OK + b"Age : 1\r\nX Y: 2\r\n\r\n" + body
    found = await passed(*(sent[at : at + size] for at in range(0, len(sent), size)))
    assert found == b"HTTP/1.1 103 Early\r\nLink: a\r\n\r\n" + OK + b"Age: 1\r\n\r\n" + body


async def test_a_head_that_does_not_end_is_held_no_longer_than_any_may_be() -> None:
    line = b"X-More: " + b"x" * 990 + b"\r\n"
    endless = Stream([OK, *([line] * 500)], [])
    stream = MendingStream(endless)
    await stream.write(b"")
    assert len(await stream.read(10**9)) <= HEAD_MAX + 1000
    assert await passed(OK, b"Age") == OK + b"Age"
    assert await passed() == b""


def test_only_what_comes_before_an_answer_is_interim() -> None:
    assert [is_interim(b"HTTP/1.1 %d x\r\n\r\n" % status) for status in (100, 103, 101, 200, 404)] == [
        True, True, False, False, False,
    ]
