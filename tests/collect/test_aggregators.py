"""Items that gather others' news: the address is the publisher's where the item says it, and its words are its own."""

from __future__ import annotations

import time
from base64 import urlsafe_b64encode
from html import escape

import pytest

from schemas.source import Source
from services.article.redirects import target
from services.collect.item import Document, Item
from services.collect.kinds import READERS
from services.collect.kinds.aggregators import own_text, page_of
from services.collect.pace import Pace
from services.collect.poll import look, new_state
from services.collect.poller import Outside
from services.fetch.answer import Answer
from tests.collect.feeds import item, rss
from tests.collect.polled import XML, Fed
from tests.collect.server import Server, reply

THERE = "https://zinder.example.org/mil/71"
LINE = "Le mil arrive par la route de Magaria."


def packed(address: str) -> str:
    """An id of Google News as it was until 2024."""
    data = address.encode()
    length = bytes([len(data)]) if len(data) < 128 else bytes([len(data) & 0x7F | 0x80, len(data) >> 7])
    return urlsafe_b64encode(b"\x08\x13\x22" + length + data + b"\xd2\x01\x00").decode().rstrip("=")


def read(link: str, text: str = LINE, title: str = "Le mil arrive", more: str = "") -> Item:
    entry = f"<title>{title}</title><link>{escape(link)}</link><description>{escape(text)}</description>{more}"
    found = READERS["feed"](f"<rss><channel><item>{entry}</item></channel></rss>".encode(), "", "https://agg.example/f")
    assert isinstance(found, Document)
    return found.items[0]


@pytest.mark.parametrize("link", [
    f"https://news.google.com/rss/articles/{packed(THERE)}?oc=5", f"https://www.google.com/url?rct=j&url={THERE}&ct=ga",
    f"http://www.bing.com/news/apiclick.aspx?ref=FexRss&url={THERE.replace('/', '%2f').replace(':', '%3a')}&c=1", THERE,
])
def test_an_item_goes_by_the_address_of_its_publisher_where_the_link_names_it(link: str) -> None:
    assert read(link).url == THERE


def test_a_long_address_in_an_id_is_read_to_its_end() -> None:
    there = f"{THERE}/{'le-prix-du-mil-' * 12}fin"
    assert target(f"https://news.google.com/rss/articles/{packed(there)}") == there


@pytest.mark.parametrize("name", [
    "CBMiVkFVX3lxTE4zaGU2bTY2ZGkzdTRkSkJ0", packed("javascript:alert(1)//xx"), packed(THERE)[:-20], "CBMiA",
    "CBMi" + "_" * 1500,
])
def test_an_id_that_names_nothing_stays_what_it_is(name: str) -> None:
    link = f"https://news.google.com/rss/articles/{name}?oc=5"
    assert read(link).url == link


def test_google_is_not_asked_for_a_page_that_its_scripts_lead_to() -> None:
    source = Source(id="a", name="Sahel", address="https://news.google.com/rss/search?q=mil")
    links = (f"https://news.google.com/rss/articles/{name}?oc=5" for name in ("CBMiVkFVX3lxTE4z", packed(THERE)))
    items = tuple(read(link, LINE, f"Le mil, jour {day}") for day, link in enumerate(links))
    step = look(source, new_state(source, Pace()), Answer(source.address, 200), Document(items=items), 0, Pace())
    assert [one.item.url for one in step.pages] == [THERE]


def test_what_a_forum_points_to_is_the_article_and_a_thread_without_such_is_itself() -> None:
    thread = "https://www.reddit.com/r/sahel/comments/1x/le_mil/"
    said = 'by <a href="https://www.reddit.com/user/a">/u/a</a> <a href="{}">[link]</a> <a href="{}">[comments]</a>'
    assert read(thread, said.format(THERE, thread)).url == THERE
    assert read(thread, said.format(thread, thread)).url == thread
    assert read(thread, said.format("https://i.redd.it/x.png", thread)).url == thread
    assert read(THERE, said.format("https://autre.example.org/1", thread)).url == THERE


def test_the_name_of_the_publisher_and_a_list_of_links_are_no_words_of_the_article() -> None:
    source = '<source url="https://zinder.example.org">Mali Soir</source>'
    link = "https://news.google.com/rss/articles/CBMiVkFVX3lxTE4zaGU2?oc=5"
    one = f'<a href="{link}">Le mil arrive</a>&nbsp;&nbsp;<font color="#6f6f6f">Mali Soir</font>'
    other = '<a href="/2">Le riz attend à Gao</a>&nbsp;&nbsp;<font color="#6f6f6f">Ghana Today</font>'
    for said in (one, f"<ol><li>{one}</li><li>{other}</li></ol>"):
        found = read(link, said, "Le mil arrive - Mali Soir", source)
        assert (found.title, found.text) == ("Le mil arrive", None)
    found = read(link, f"{LINE} {one}", "Mali Soir", source)
    assert (found.title, LINE in (found.text or "")) == ("Mali Soir", True)
    # a line that stands beside a link is the item's own, whatever it is written in
    for told in (f"<font size=2>{LINE * 3}</font>", f'<a href="/1">{LINE * 9}</a>'):
        assert LINE in (read(link, f'{told} <a href="/1">Lire</a>', "Le mil", source).text or "")
    # without a publisher nobody knows whose the links are
    assert read(link, one, "Le mil arrive - Mali Soir").title == "Le mil arrive - Mali Soir"


async def test_an_item_behind_a_redirect_goes_by_where_it_leads(server: Server, world: Outside) -> None:
    said = "".join(f"<p>Le peseur {name} de Magaria dit que le mil arrive par camions.</p>" for name in "ABCDEFGHIJ")
    server.serve("/mil", f"<html><body><h1>Le mil</h1>{said}</body></html>".encode(), Content_Type="text/html")
    server.paths["/out/1"] = reply(302, Location="/mil")
    server.serve("/gathered", rss(item(1, LINE, link=server.url("/out/1"))), **XML)
    fed = Fed(world, server, "/gathered")
    [article] = await fed.poll()
    assert (article["url"], "peseur J" in article["text"]) == (server.url("/mil"), True)
    assert await fed.poll() == []


def test_a_text_of_links_without_end_is_done_with_soon() -> None:
    begun = time.process_time()
    for text in ("<a>" * 150_000, "<font>" * 80_000, "<a href=x>" + "y" * 500_000, "<a " * 150_000):
        own_text(text, "Mali Soir")
    page_of("https://www.reddit.com/r/a/comments/1/x/", "<a href='x' " * 100_000 + "[link]")
    assert time.process_time() - begun < 5
