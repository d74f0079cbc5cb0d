"""What is nested a thousand times is unwrapped, and nothing is lost with it."""

from __future__ import annotations

from xml.etree.ElementTree import Element, fromstring, tostring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.collect import depth, opml
from services.collect.depth import shallow
from services.collect.item import Document
from services.collect.kinds import READERS

HERE = "https://sahel.example.org/feed"
DEEP = 100_000


def levels(text: str) -> int:
    """How deep well-formed XML is."""
    def of(element: Element) -> int:
        most, waiting = 0, [(element, 1)]
        while waiting:
            one, level = waiting.pop()
            most = max(most, level)
            waiting += [(child, level + 1) for child in one]
        return most

    return of(fromstring(text))


def read(body: bytes, kind: str = "feed") -> Document:
    found = READERS[kind](body, "", HERE)
    assert isinstance(found, Document), found
    return found


trees = st.recursive(
    st.text("ab<&'\"", max_size=4),
    lambda inner: st.tuples(st.sampled_from(["p", "x:b", "item", "br"]), st.lists(inner, max_size=4)), max_leaves=30,
)


def said(text: str) -> str:
    return "".join("".join(fromstring(text).itertext()).split())


def element(tree: object) -> Element:
    made = Element(tree[0].replace(":", "-") if isinstance(tree, tuple) else "text")
    made.set("title", "a > b's")
    if isinstance(tree, tuple):
        made.extend(map(element, tree[1]))
    else:
        made.text = str(tree)
    return made


@given(trees, st.integers(1, 6))
def test_it_stays_well_formed_with_all_its_text_and_no_deeper_than_the_limit(tree: object, most: int) -> None:
    text = tostring(element(tree), "unicode")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(depth, "DEEPEST", most)
        cut = shallow(text)
    assert said(cut) == said(text)
    # an element that closes itself holds nothing and may stay
    assert levels(cut) <= most + 1
    if levels(text) <= most:
        assert cut == text


@given(st.text("<>/!-[]CDATA'\" itemdv=", max_size=200).map(lambda text: text * 3))
def test_any_text_is_borne_and_none_grows(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(depth, "DEEPEST", 3)
        assert len(shallow(text)) <= len(text)


def test_a_usual_document_is_left_as_it_is() -> None:
    text = "<rss><channel>" + "<item><description><![CDATA[<div><br><br><img src='a>b'>]]></description></item>" * 900
    assert shallow(text) is text


@pytest.mark.parametrize("inside", [
    "<div>" * DEEP + "The summary" + "</div>" * DEEP, "The summary" + "<b>" * DEEP, "The summary" + "<div '>" * DEEP,
    "<![CDATA[The summary" + "<div>" * DEEP + "]]>",
], ids=["closed", "open", "quoted", "cdata"])
def test_an_item_with_100_000_elements_in_one_another_keeps_its_summary_and_its_neighbours(inside: str) -> None:
    def item(number: int, text: str) -> str:
        return (f"<item><title>Niger: report {number}</title><link>https://sahel.example.org/{number}</link>"
                f"<description>{text}</description></item>")

    items = item(1, "Before") + item(2, inside) + item(3, "After")
    found = read(f'<rss version="2.0"><channel><title>Exemple Sahel</title>{items}</channel></rss>'.encode())
    assert [one.url for one in found.items] == [f"https://sahel.example.org/{number}" for number in (1, 2, 3)]
    assert [one.title for one in found.items] == [f"Niger: report {number}" for number in (1, 2, 3)]
    assert "The summary" in (found.items[1].text or "")
    assert "After" in (found.items[2].text or "")


def test_a_page_a_sitemap_and_an_outline_are_read_however_deep_they_are() -> None:
    text = "<p>" + "The junta closed the airspace over Niamey on Sunday evening. " * 10 + "</p>"
    wrapped = "<div>" * DEEP + text + "</div>" * DEEP
    [page] = read(f"<html><body>{text}{wrapped}</body></html>".encode(), "page").items
    assert "airspace over Niamey" in (page.text or "")
    url = "<url><loc>https://sahel.example.org/1</loc></url>"
    [entry] = read(f"<urlset>{url}{'<x>' * DEEP}{'</x>' * DEEP}</urlset>".encode(), "sitemap").items
    assert entry.url == "https://sahel.example.org/1"
    outline = f'<outline xmlUrl="{HERE}">'
    found = opml.read(
        f"<opml><body>{outline}{'<outline>' * DEEP}{'</outline>' * DEEP}</outline></body></opml>".encode()
    )
    assert [one.address for one in found] == [HERE]
