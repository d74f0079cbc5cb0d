"""What a person types is found, however they type it."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest

from schemas.source import Kind
from services.collect.discover import MAX_ASKED, Candidate, NothingThereError, as_meant, discover
from services.collect.kinds.links import feeds_of
from services.collect.poller import Outside
from services.collect.robots import Robots
from tests.collect.feeds import item, rss
from tests.collect.server import Respond, Server, reply, running

FRONT = (
    b'<html><head><title>Sahel</title><link rel="alternate" type="application/rss+xml" title="All" href="/all.xml">'
    b'<link rel="alternate" type="application/rss+xml" title="Niger" href="/niger.xml"></head><body>Hello</body></html>'
)


@pytest.mark.parametrize("typed", ["{host}/front", "http://{host}/front"])
async def test_the_feeds_of_a_site_without_https_are_found(typed: str, server: Server, world: Outside) -> None:
    server.serve("/front", FRONT, Content_Type="text/html")
    for path in ("/all.xml", "/niger.xml"):
        server.serve(path, rss(item(1), item(2)), Content_Type="application/rss+xml")
    found = await discover(typed.format(host=f"127.0.0.1:{server.port}"), world)
    assert [(one.kind, one.address, one.items) for one in found] == [
        ("feed", server.url("/all.xml"), 2), ("feed", server.url("/niger.xml"), 2),
    ]


@pytest.mark.parametrize(("typed", "said"), [
    ("127.0.0.1:1", "https://127.0.0.1:1: ConnectError"), ("10.0.0.1", "https://10.0.0.1: 10.0.0.1 is not a public"),
    ("{host}/nowhere", "http://{host}/nowhere: HTTP status 404"), ("file:///etc/passwd", "only http and https"),
    ("", "no host"),
])
async def test_where_nothing_can_be_watched_one_line_says_why(
    typed: str, said: str, server: Server, world: Outside
) -> None:
    host = f"127.0.0.1:{server.port}"
    with pytest.raises(NothingThereError) as raised:
        await discover(typed.format(host=host), world)
    assert said.format(host=host) in str(raised.value)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize(("typed", "meant"), [
    (" https://sahel.example.org/feed\n", "https://sahel.example.org/feed"),
    ("<https://sahel.example.org/feed>", "https://sahel.example.org/feed"),
    ("“https://sahel.example.org/feed”", "https://sahel.example.org/feed"),
    ("feed://sahel.example.org/feed", "sahel.example.org/feed"),
    ("feed:https://sahel.example.org/feed", "https://sahel.example.org/feed"),
    ("FEED:HTTP://Sahel.example.org/Feed?A=B#top", "http://sahel.example.org/Feed?A=B"),
    ("HTTPS://Sahel.Example.org", "https://sahel.example.org"),
    ("https://Ann:Pass@sahel.example.org/feed", "https://Ann:Pass@sahel.example.org/feed"),
    ("feedburner.example.org/x", "feedburner.example.org/x"), ("feed.example.org", "feed.example.org"),
    ("http://[broken/", "http://[broken/"), ("#", ""), ("", ""),
])
def test_an_address_is_read_as_it_was_meant_however_it_was_copied(typed: str, meant: str) -> None:
    assert as_meant(typed) == meant


async def test_a_choice_is_shown_without_markup(server: Server, world: Outside) -> None:
    server.serve("/marked", rss(item(1, title="<b>One</b> &amp; two")))
    [found] = await discover(server.url("/marked"), world)
    assert found.titles == ("One & two",)


async def test_a_feed_that_is_typed_with_the_scheme_of_feeds_is_one_source(server: Server, world: Outside) -> None:
    server.serve("/by-scheme", rss(item(1)))
    for typed in ("feed://127.0.0.1:{port}/by-scheme", "feed:HTTP://127.0.0.1:{port}/by-scheme#news"):
        found = await discover(typed.format(port=server.port), world)
        assert [one.address for one in found] == [server.url("/by-scheme")]


FEED = rss(item(1), item(2))
LANGUAGE = b'<html><meta http-equiv=refresh content="0; url=/fr/">'
LISTS = b'<html><a href="/fr/flux-rss">Nos flux RSS</a>'
LISTED = b'<html><ul><li><a href="/rss/dosso.xml">Dosso</a></li><li><a href="/rss/diffa.xml">Diffa</a></li></ul>'
SITEMAP = (
    b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://sahel.example.org/1</loc></url>'
    b"<url><loc>https://sahel.example.org/2</loc></url></urlset>"
)


@pytest.fixture
def site() -> Iterator[Server]:
    """One of its own, with a front page."""
    with running() as server:
        yield server


@pytest.mark.parametrize(("front", "more", "found"), [
    (reply(200, b"<p>Hello", Link='</feed.rss>; rel="alternate"; type="application/rss+xml"'), {"/feed.rss": FEED},
     [("feed", "/feed.rss")]),
    (reply(200, b'<html><link rel="feed" href="/one.xml">'), {"/one.xml": FEED}, [("feed", "/one.xml")]),
    (reply(200, LISTS), {"/fr/flux-rss": LISTED, "/rss/dosso.xml": FEED, "/rss/diffa.xml": FEED},
     [("feed", "/rss/dosso.xml"), ("feed", "/rss/diffa.xml")]),
    (reply(200, LANGUAGE), {"/fr/": b'<html><link rel=feed href="/fr/rss.php">', "/fr/rss.php": FEED},
     [("feed", "/fr/rss.php")]),
    (reply(403), {"/feed/": FEED, "/rss": FEED}, [("feed", "/feed/")]),
    (reply(200, b"<p>Hello"), {"/robots.txt": b"Sitemap: /news/map.xml\n", "/news/map.xml": SITEMAP},
     [("sitemap", "/news/map.xml")]),
    (reply(200, b"<p>Hello"), {"/sitemap.xml": SITEMAP, "/sitemap_index.xml": SITEMAP}, [("sitemap", "/sitemap.xml")]),
    (reply(200, b"<p>Hello"), {"/feed/": FEED, "/sitemap.xml": SITEMAP}, [("feed", "/feed/")]),
])
async def test_what_can_be_watched_of_a_site_is_found_wherever_it_says_so(
    front: Respond, more: dict[str, bytes], found: list[tuple[str, str]], site: Server, world: Outside
) -> None:
    site.paths["/"] = front
    for path, body in more.items():
        site.serve(path, body)
    outside = replace(world, robots=Robots(world.client))
    candidates = await discover(site.url("/"), outside)
    assert [(one.kind, one.address.removeprefix(site.url(""))) for one in candidates] == found


async def test_a_feed_that_several_pages_list_is_found_and_asked_once(site: Server, world: Outside) -> None:
    site.serve("/", b'<html><a href="/flux">Flux</a><a href="/rss">RSS</a><a href="/rss/gaya.xml">Gaya</a>')
    for path in ("/flux", "/rss"):
        site.serve(path, LISTED + b'<a href="/rss">RSS</a><a href="/rss/gaya.xml">Gaya</a>')
    site.serve("/rss/dosso.xml", FEED)
    site.paths["/rss/diffa.xml"] = reply(301, Location="/rss/dosso.xml")
    candidates = await discover(site.url("/"), replace(world, robots=Robots(world.client)))
    assert [one.address for one in candidates if one.kind == "feed"] == [site.url("/rss/dosso.xml")]
    asked = [one.path for one in site.seen]
    assert (asked.count("/rss"), asked.count("/rss/gaya.xml"), asked.count("/rss/diffa.xml")) == (1, 1, 1)


async def test_a_site_of_pages_that_list_pages_is_not_asked_for_ever(site: Server, world: Outside) -> None:
    site.serve("/", b"<html>" + b"".join(b'<a href="/%d/rss">x</a>' % one for one in range(9)))
    for one in range(9):
        site.serve(f"/{one}/rss", b"<html>" + b"".join(b'<a href="/%d/%d/rss">x</a>' % (one, two) for two in range(9)))
    with pytest.raises(NothingThereError):
        await discover(site.url("/"), replace(world, robots=Robots(world.client)))
    assert sum(one.path[1:2].isdigit() for one in site.seen) <= MAX_ASKED


async def test_a_list_of_feeds_is_said_to_be_one_and_nobody_else_is_asked(site: Server, world: Outside) -> None:
    site.serve("/", b'<?xml version="1.0"?><opml version="2.0"><body><outline xmlUrl="https://a.example/f"/></body></opml>')
    with pytest.raises(NothingThereError, match="sources import"):
        await discover(site.url("/"), world)
    assert [one.path for one in site.seen] == ["/"]


async def test_of_an_article_the_sitemaps_of_its_site_are_not_looked_for(site: Server, world: Outside) -> None:
    said = b"The clerk of Birni counts the sacks of millet. " * 20
    site.serve("/mil/71", b"<html><body><p>" + said + b"</p></body></html>")
    [page] = await discover(site.url("/mil/71"), replace(world, robots=Robots(world.client)))
    assert page.kind == "page"
    assert all("sitemap" not in one.path and "robots" not in one.path for one in site.seen)


def test_a_feed_that_is_named_below_a_megabyte_of_scripts_is_found() -> None:
    page = f"<html><head><script>{'let a = 1; ' * 100_000}</script><link rel='alternate' type='application/rss+xml' "
    assert feeds_of(f"{page}href='/videos.xml?id=7'></head></html>", "https://a.example/") == (
        "https://a.example/videos.xml?id=7",
    )


def test_a_page_of_links_without_end_is_looked_through_soon() -> None:
    begun = time.process_time()
    assert feeds_of("<html>" + "x" * 300_000 + "<link rel=a href='/b'>" * 200_000, "https://a.example/") == ()
    assert time.process_time() - begun < 5


@pytest.mark.parametrize(("kind", "title", "name"), [
    ("feed", "Birni Soir", "Birni Soir"), ("feed", None, "birni.example"), ("page", "Le mil arrive", "birni.example"),
    ("sitemap", None, "birni.example"),
])
def test_a_source_is_called_by_the_title_of_its_feed_or_its_host_and_not_by_an_articles(
    kind: Kind, title: str | None, name: str
) -> None:
    assert Candidate(kind, "https://www.birni.example/x", title, None, 1, ()).name == name
    assert Candidate("folder", "/srv/articles", "articles", None, 0, ()).name == "articles"
