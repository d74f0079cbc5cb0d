"""Every reader takes any bytes, and what each kind of source has is found."""

from __future__ import annotations

import codecs
import gzip
import json
from dataclasses import astuple

import orjson
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from services.collect.item import MAX_ITEMS, Document, Unreadable
from services.collect.kinds import READERS
from services.collect.kinds.links import feeds_of
from services.collect.markup import read_markup

HERE = "https://sahel.example.org/feed"
PIECES = st.sampled_from([
    b"<rss>", b"<channel>", b"<item>", b"</item>", b"<title>", b"</title>", b"<link>http://[", b"<link/>",
    b"&amp", b"&#0;", b"&#xD800;", b"<![CDATA[", b"]]>", b"<!DOCTYPE a [", b"<!ENTITY b 'c'>", b"]>",
    b"<?xml version='1.0' encoding='x'?>",
    b"<feed xmlns='http://www.w3.org/2005/Atom'>", b"<entry>", b"<content type='xhtml'>", b"<rdf:RDF>", b"<urlset>",
    b"<url><loc>", b"</loc>", b"<sitemapindex>", b"<html lang='fr'>", b"<body>", b"<p>", b"<!--", b"\x00", b"\xff\xfe",
    b"\xef\xbb\xbf", b"\x1f\x8b\x08", b'{"items": [', b'{"url": 5}', b"]}", b"WARC/1.0\r\n", b"WARC-Type: response\r\n",
    b"\r\n\r\n", b"Content-Length: 9999999999\r\n", b"Content-Length: -1\r\n", "é\u202e\U0001f600".encode(), b" " * 50,
])
SOUP = st.lists(st.one_of(PIECES, st.binary(max_size=20)), max_size=25).map(b"".join)


@pytest.mark.parametrize("kind", list(READERS))
@given(body=SOUP, content_type=st.sampled_from(["", "text/html", "text/xml; charset=utf-16", "text/xml; charset=zz"]))
@settings(max_examples=60)
def test_any_bytes_are_read_or_refused_in_one_line(kind: str, body: bytes, content_type: str) -> None:
    found = READERS[kind](body, content_type, HERE)
    if isinstance(found, Unreadable):
        assert found.reason
        assert "\n" not in found.reason
        assert len(found.reason) < 400
    else:
        assert len(found.items) <= MAX_ITEMS
        assert all(one.url is None or one.url.startswith("http") for one in found.items)
        for one in found.items:
            assert orjson.dumps(astuple(one))  # no halves of characters


@given(SOUP, st.sampled_from(["", "text/xml; charset=windows-1256", "x; charset=rot13", "x; charset=utf-7"]))
@example(codecs.BOM_UTF8 + "éé".encode() + b"\xff", "")
def test_any_bytes_become_characters(body: bytes, content_type: str) -> None:
    assert isinstance(read_markup(body, content_type), str)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "iso-8859-15"])
def test_french_is_right_in_any_encoding_that_says_so(codec: str) -> None:
    text = '<?xml version="1.0" encoding="{}"?><rss><channel><title>Opération à Téra, près de Niamey</title>'
    found = read_markup(text.format(codec.removesuffix("-sig")).encode(codec))
    assert "Opération à Téra, près de Niamey" in found


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", "windows-1252", ""])
def test_one_letter_of_another_encoding_costs_the_others_nothing(declared: str) -> None:
    text = "Téra, près de Niamey : « l’armée a fermé l’espace aérien »"
    body = f'<?xml version="1.0" encoding="{declared}"?><rss>{text} '.encode() + "é".encode("cp1252") + b"</rss>"
    assert f"{text} é</rss>" in read_markup(body)


@pytest.mark.parametrize("declared", ["utf-8", "iso-8859-1", ""])
def test_arabic_in_the_old_code_page_is_right_whatever_is_declared(declared: str) -> None:
    title = "أعلن الجيش في النيجر عزل الرئيس محمد بازوم وإغلاق الحدود البرية والجوية للبلاد"
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    body = f"{head}<rss><channel><item><title>{title}</title></item></channel></rss>".encode("cp1256")
    found = READERS["feed"](body, f"text/xml; charset={declared or 'utf-8'}", HERE)
    assert isinstance(found, Document)
    assert found.items[0].title == title


def test_atom_rdf_and_json_feeds_are_read() -> None:
    atom = (b'<feed xmlns="http://www.w3.org/2005/Atom"><title>A</title><entry><title>One</title><id>urn:1</id>'
            b'<link href="/one"/><updated>2023-07-27T08:00:00Z</updated><content type="html">' + b"x" * 1000
            + b"</content></entry></feed>")
    rdf = (b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
           b'<channel/><item rdf:about="https://sahel.example.org/one"><title>One</title>'
           b"<link>https://sahel.example.org/one</link></item></rdf:RDF>")
    feed = json.dumps({
        "version": "https://jsonfeed.org/version/1.1", "title": "J", "hubs": [{"type": "WebSub", "url": "/hub"}],
        "items": [{"id": 1, "url": "/one", "title": "One", "content_html": "<p>x</p>", "date_published": "2023-07-27"}],
    }).encode()
    for body in (atom, rdf, feed):
        found = READERS["feed"](body, "", HERE)
        assert isinstance(found, Document)
        [item] = found.items
        assert (item.title, item.url) == ("One", "https://sahel.example.org/one")


@pytest.mark.parametrize("reference", ["&#xD800;", "&#55296;", "&#0;", "&#x110000;", "&#99999999999999;", "&#12ab;"])
def test_one_impossible_character_does_not_cost_the_feed(reference: str) -> None:
    body = f"<rss><channel><item><title>Niger {reference} today</title></item><item><title>Two</title></item>".encode()
    found = READERS["feed"](body, "", HERE)
    assert isinstance(found, Document)
    assert len(found.items) == 2


def test_the_feeds_that_a_page_names_are_found() -> None:
    page = """<html><head><base href="https://b.example/"><link rel="alternate" type="application/rss+xml" href="rss">
    <link rel="ALTERNATE stylesheet" type="application/atom+xml; charset=utf-8" href="https://c.example/atom">
    <link rel="alternate" type="application/rss+xml" href="javascript:x">
    <link rel="alternate" hreflang="fr" href="/fr">"""
    assert feeds_of(page, HERE) == ("https://b.example/rss", "https://c.example/atom")


@pytest.mark.parametrize(("given", "address"), [
    ("https://sahel.example.org/?a=1&b=2", "https://sahel.example.org/?a=1&b=2"),
    ("https://sahel.example.org/?a=1&amp;b=2&", "https://sahel.example.org/?a=1&b=2&"),
    ("https://sahel.example.org/caf&eacute;&LT;b>", "https://sahel.example.org/café<b>"),
    ("<![CDATA[https://sahel.example.org/?a=1&b=2&amp;c]]>", "https://sahel.example.org/?a=1&b=2&amp;c"),
])
def test_a_bare_ampersand_does_not_cost_the_sitemap(given: str, address: str) -> None:
    found = READERS["sitemap"](f"<urlset><url><loc>{given}</loc></url></urlset>".encode(), "", HERE)
    assert isinstance(found, Document), found
    assert [item.url for item in found.items] == [address]


def test_a_packed_sitemap_that_unpacks_without_end_is_refused() -> None:
    found = READERS["sitemap"](gzip.compress(b"<urlset>" + b" " * 60_000_000), "", HERE)
    assert isinstance(found, Unreadable)
    assert "larger than" in found.reason
