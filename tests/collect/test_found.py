"""What `python -m tests.fuzz` has found, each made small: a parser takes it, or says what is wrong with it."""

from __future__ import annotations

import pytest

from services.collect.depth import DEEPEST
from tests.fuzz.__main__ import PARSERS, trouble

DEEP = b"<a>" * DEEPEST

FOUND = {
    # a tag that was taken out made one reference of two halves, to a character that there is not
    "halves of a reference": ("feed", b"<rss>" + DEEP + b"<item><title>&#x11000<b>0;</title></item>"),
    # Python's reader of XML parts names at any white space, expat at a blank
    "a namespace of several words": (
        "feed", '<rss xmlns="a\u00a0b\u00a0c"><item><title>x</title></item></rss>'.encode(),
    ),
    "the same by reference": ("feed", b'<rss xmlns="a&#160;b&#160;c"><item><title>x</title></item></rss>'),
    "a declaration that says its encoding again and again": (
        "feed", b'<?xml version="1.0" ' + b'encoding="utf-8 ' * 900 + b"?><rss><item><title>x</title></item></rss>",
    ),
    "a page of which all is taken out": (
        "page", b"<!do<svg><svg><svg>ctype html><html lang=ha><head><meta charset=utf-8><t",
    ),
    "a link that ends in another element": (
        "feed", b"<rss><channel><item><link>x</item>y</link></channel></rss>",
    ),
    "a thousand begins before a record that goes on behind its end": (
        "warc",
        b"WARC/1.0\r\n" * 1000 + b"WARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: "
        b"application/http; msgtype=response\r\nContent-Length: 60\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html"
        b"\r\n\r\n<html><body><p>" + b"The palace is shut. " * 40 + b"</p></body></html>\r\n\r\n",
    ),
    "a record longer than any file": (
        "warc",
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Type: application/http; "
        b"msgtype=response\r\nContent-Length: " + b"9" * 30 + b"\r\n\r\nHTTP/1.1 200 OK\r\n\r\n",
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_was_found_is_borne(name: str) -> None:
    parser, body = FOUND[name]
    assert trouble(parser, body) is None


@pytest.mark.parametrize("name", PARSERS)
def test_nothing_and_noise_are_borne_by_each_parser(name: str) -> None:
    for body in (b"", b"\x00", bytes(range(256)), b"<", b"{", b"[", b"&"):
        assert trouble(name, body) is None
