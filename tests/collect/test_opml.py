"""Lists of feeds in and out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.source import Source
from services.collect import opml

LETTERS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), min_size=1, max_size=30
)


@given(st.lists(LETTERS, max_size=5))
def test_what_is_written_is_read_again(names: list[str]) -> None:
    sources = [
        Source(id=f"s{n}", name=name, address=f"https://a.example/{n}?a=1&b=2", language="fr" if n % 2 else None)
        for n, name in enumerate(names)
    ]
    found = {one.address: one for one in opml.read(opml.write(sources))}
    for source in sources:
        outline = found[source.address]
        assert outline.name == (" ".join(source.name.split()) or source.address)
        assert outline.language == source.language


def test_folders_case_and_repeats_are_seen_through() -> None:
    content = b"""<?xml version="1.0" encoding="iso-8859-1"?><opml version="1.1"><body><outline text="Sahel">
    <outline TEXT="L\xe9 Sahel" xmlURL="https://a.example/1"/><outline text="again" xmlUrl="https://a.example/1"/>
    <outline text="a file" xmlUrl="file:///etc/passwd"/><outline text="no feed"/></outline></body></opml>"""
    assert opml.read(content) == [opml.Outline("https://a.example/1", "Lé Sahel")]


@pytest.mark.parametrize(("outline", "name"), [
    ('title="Sahel & Sahara" xmlUrl="https://a.example/1"', "Sahel & Sahara"),
    ('title="Sahel&nbsp;&#233;t&eacute;" xmlUrl="https://a.example/1"', "Sahel été"),
    ('title="The "other" Sahel" text="Sahel" xmlUrl="https://a.example/1"', 'The "other" Sahel'),
    ('title="Sahel" description="all <em>of it" xmlUrl="https://a.example/1"', "Sahel"),
    ('title="R&amp;D" description="5 < 6" xmlUrl=\'https://a.example/1\' text="no"', "R&D"),
])
def test_lists_that_are_not_well_formed_lose_no_feed(outline: str, name: str) -> None:
    last = '<outline title="Last" xmlUrl="https://a.example/2?a=1&b=2"/>'
    found = opml.read(f"<opml><body><outline {outline}/>{last}</body></opml>".encode())
    assert found == [opml.Outline("https://a.example/1", name), opml.Outline("https://a.example/2?a=1&b=2", "Last")]


@pytest.mark.parametrize("content", [
    b"", b"<opml", b'<opml><outline text="<"', b'<html><outline xmlUrl="https://a.example/1" title="<"/>', b"<html/>",
    b"not xml",
    b'<!DOCTYPE opml [<!ENTITY a "b">]><opml><body><outline text="&a;"/></body></opml>',
])
def test_anything_else_is_refused_in_one_line(content: bytes) -> None:
    with pytest.raises(opml.OpmlError) as caught:
        opml.read(content)
    assert str(caught.value).startswith("no OPML: ")
    assert "\n" not in str(caught.value)


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_or_refused(content: bytes) -> None:
    try:
        assert isinstance(opml.read(content), list)
    except opml.OpmlError as error:
        assert str(error)  # noqa: PT017  # either is right, and hypothesis decides which


def test_capital_elements_and_the_scheme_of_feed_readers_are_known() -> None:
    content = b"<OPML><BODY><OUTLINE TEXT='a' XMLURL='feed://a.example/1'/><OUTLINE TEXT='b' XMLURL='feed:https://b.example/2'/>"
    assert [one.address for one in opml.read(content + b"</BODY></OPML>")] == ["http://a.example/1", "https://b.example/2"]


def test_feeds_whose_language_nobody_gave_are_in_a_folder_with_a_name() -> None:
    written = opml.write([Source(id="a", name="A", address="https://a.example/1")]).decode()
    assert '<outline text="other">' in written


@pytest.mark.parametrize(("written", "address"), [
    ("feed://a.example/1", "http://a.example/1"), ("feed:https://a.example/1", "https://a.example/1"),
    ("feed/https://a.example/1", "https://a.example/1"), ("itpc://a.example/1", "http://a.example/1"),
    ("www.a.example/1", "http://www.a.example/1"), ("//a.example/1", "http://a.example/1"), ("file.xml", None),
    ("javascript:a.example/1", None), ("feed.xml/a", None),
])
def test_addresses_as_readers_write_them_are_addresses(written: str, address: str | None) -> None:
    found = opml.read(f'<opml><body><outline text="a" xmlUrl="{written}"/></body></opml>'.encode())
    assert [one.address for one in found] == ([address] if address else [])


def test_a_list_in_a_namespace_is_one_and_names_that_were_escaped_twice_are_read() -> None:
    outline = '<outline text="Ouest &amp;amp; Sahel" xmlUrl="https://a.example/1"/>'
    found = opml.read(f'<opml xmlns="http://opml.org/spec2" version="2.0"><body>{outline}</body></opml>'.encode())
    assert found == [opml.Outline("https://a.example/1", "Ouest & Sahel")]
