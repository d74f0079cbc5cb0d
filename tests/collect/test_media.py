"""Sound, film and documents that items lead to: nothing of them is fetched for nothing, or fed for a text."""

from __future__ import annotations

import pytest

from services.collect.item import Document, Item, Unreadable
from services.collect.kinds import READERS
from services.collect.kinds.page import extract
from services.collect.poller import Outside
from services.fetch.media import is_media, is_media_name, is_media_type
from tests.collect.feeds import item, rss
from tests.collect.polled import XML, Fed
from tests.collect.server import Server

SAID = "What the guests say about the market of Birni."
MP3 = b"ID3\x04\x00" + b"\x00\xff" * 50_000


@pytest.mark.parametrize("name", [
    "/a.mp3", "/b.M4A?dest-id=71", "/c.mp4#t=30", "/d.pdf", "/e.jpeg", "/f.docx", "/g.ogg", "/dl/h.zip",
])
async def test_an_item_that_leads_to_a_file_is_fed_as_it_is_and_the_file_not_asked_for(
    name: str, server: Server, world: Outside
) -> None:
    server.serve("/pod", rss(item(1, SAID, link=server.url(name)), item(2, "x" * 1000)), **XML)
    asked = len(server.seen)
    first, _ = await Fed(world, server, "/pod").poll()
    assert (first["text"], first["url"]) == (SAID, server.url(name))
    assert first["note"] == "collect: summary only: it has no page of its own"
    assert [one.path for one in server.seen[asked:]] == ["/pod"]


@pytest.mark.parametrize(("body", "headers", "said"), [
    (b"<p>" * 900_000, {"Content_Type": "audio/mpeg"}, "not a web page but audio/mpeg"),
    (b"\x00" * 900_000, {"Content_Type": "video/mp4; codecs=x"}, "not a web page but video/mp4"),
    (MP3 * 9, {"Content_Type": "application/octet-stream"}, "not a web page but a file of another kind"),
    (b"%PDF-1.7\n" + b"The council met. " * 90_000, {"Content_Type": "text/html"}, "a file of another kind"),
    (b"PK\x03\x04" + b"\x00" * 900_000, {}, "a file of another kind"),
])
async def test_a_file_behind_an_address_that_does_not_tell_is_not_read_to_its_end(
    body: bytes, headers: dict[str, str], said: str, server: Server, world: Outside
) -> None:
    server.serve("/play", body, **headers)  # longer than any body may be
    server.serve("/pod-2", rss(item(1, SAID, link=server.url("/play"))), **XML)
    [article] = await Fed(world, server, "/pod-2").poll()
    assert article["text"] == SAID
    assert said in article["note"]
    watched = Fed(world, server, "/play", kind="page")
    assert await watched.poll() == []
    assert said in (watched.state.problem or "")


async def test_an_enclosure_is_no_address_of_an_item_that_has_a_page(server: Server, world: Outside) -> None:
    own = f"<title>The week</title><link>{server.url('/week')}</link><description>{SAID}</description>"
    sound = f"<enclosure url='{server.url('/week.mp3')}' type='audio/mpeg' length='9'/>"
    feed = f"<rss><channel><item>{sound}{own}</item><item>{sound}</item></channel></rss>"
    server.serve("/pod-3", feed.encode(), **XML)
    guests = "".join(f"<p>{SAID} It is guest {name} who speaks of the price of millet.</p>" for name in "ABCDEFGH")
    server.serve("/week", f"<html><body><h1>The week</h1>{guests}</body></html>".encode(), Content_Type="text/html")
    asked = len(server.seen)
    [article] = await Fed(world, server, "/pod-3").poll()
    assert (article["url"], "guest H" in article["text"]) == (server.url("/week"), True)
    assert all(".mp3" not in one.path for one in server.seen[asked:])


@pytest.mark.parametrize("address", [
    "https://example.mp3", "https://a.example.org/mp3", "https://a.example.org/x.pdf.html", "https://a.example.org/?f=a.mp3",
    "https://a.example.org/v1.mp3/notes", "https://a.example.org/le-docx-et-nous", "",
])
def test_an_address_that_only_has_such_letters_in_it_is_one_of_a_page(address: str) -> None:
    assert not is_media_name(address)


def test_a_text_that_begins_with_such_letters_is_a_text() -> None:
    for begin in ("RIFFAT ALI spoke in Zinder.", "ID3 is a name of a format.", "GIF8 was a club.", "OggS, he says."):
        assert not is_media(begin.encode())
        text = f"{begin} The mayor of Birni says that the market opens again on Friday, come what may. " * 3
        assert isinstance(extract(text.encode(), "text/plain", "https://a.example.org/1"), Item)
    for name in ("text/html; charset=utf-8", "application/xhtml+xml", "application/octet-stream", "", "image/svg+xml"):
        assert not is_media_type(name)
    assert isinstance(extract(b"\x89PNG\r\n\x1a\n" + b"\x00" * 300, "", "https://a.example.org/1"), Unreadable)


def test_the_subtitle_of_an_episode_is_its_text_where_it_has_no_other() -> None:
    names = "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'"
    for given, text in ((f"<itunes:subtitle>{SAID}</itunes:subtitle>", SAID),
                        (f"<itunes:subtitle>In short.</itunes:subtitle><description>{SAID}</description>", SAID)):
        feed = f"<rss {names}><channel><item><title>The week</title>{given}</item></channel></rss>"
        found = READERS["feed"](feed.encode(), "", "https://a.example.org/pod")
        assert isinstance(found, Document)
        assert found.items[0].text == text
