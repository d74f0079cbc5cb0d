"""A source polled again and again from a real server on loopback: what is asked, kept, read and not fed twice."""

from __future__ import annotations

import asyncio
import gzip
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from schemas.raw import SUMMARY_ONLY
from schemas.source import Source
from schemas.source_state import SourceState
from services.collect.poller import Outside
from services.collect.watch import Watch
from tests.collect.feeds import item, rss
from tests.collect.polled import FEED, XML, Fed
from tests.collect.server import Connection, Request, Respond, Server, never, reply


@pytest.fixture
def robots(server: Server) -> Iterator[Callable[[bytes, int], None]]:
    def answer(body: bytes, status: int) -> None:
        server.serve("/robots.txt", body, status)

    yield answer
    server.paths.pop("/robots.txt", None)


async def test_a_source_that_was_retired_is_asked_again_when_it_is_added_again(server: Server, world: Outside) -> None:
    server.serve("/gone-by-mistake", b"", 410)
    fed = Fed(world, server, "/gone-by-mistake", full_text=False)
    polls = asyncio.Queue[SourceState]()

    async def poll(source: Source, state: SourceState) -> SourceState:
        fed.source, fed.state = source, state
        await fed.poll()
        polls.put_nowait(fed.state)
        return fed.state

    watch = Watch(poll, world.now, world.pace, at_once=1)
    watch.add(fed.source, None)
    assert (await polls.get()).retired
    server.serve("/gone-by-mistake", FEED)
    await asyncio.sleep(0)
    watch.watched[fed.source.id].state = fed.state.model_copy(update={"polled": 0})  # no more than a moment ago
    watch.add(fed.source, None)
    after = await polls.get()
    await watch.stop()
    assert (after.retired, after.problem, after.fed) == (False, None, 2)


async def test_gone_retires_a_source(server: Server, world: Outside) -> None:
    server.serve("/gone", b"", 410)
    fed = Fed(world, server, "/gone")
    await fed.poll()
    assert fed.state.retired


async def test_retry_after_is_kept(server: Server, world: Outside) -> None:
    server.paths["/busy"] = reply(503, Retry_After="40000")
    fed = Fed(world, server, "/busy")
    await fed.poll()
    assert fed.state.next == (fed.state.polled or 0) + 40_000_000


async def test_what_did_not_change_is_not_sent_again(server: Server, world: Outside) -> None:
    def respond(connection: Connection, request: Request) -> None:
        same = request.headers.get("if-none-match") == 'W/"7"' and "if-modified-since" in request.headers
        if same:
            connection.reply(304)
        else:
            connection.reply(200, FEED, ETag='W/"7"', Last_Modified="Thu, 27 Jul 2023 08:00:00 GMT", **XML)

    server.paths["/etag"] = respond
    fed = Fed(world, server, "/etag", full_text=False)
    assert len(await fed.poll()) == 2
    assert await fed.poll() == []
    assert await fed.poll() == []
    assert ["if-none-match" in one.headers for one in server.asked("/etag")] == [False, True, True]


async def test_compressed_transfer_is_asked_for_and_our_name_and_contact_said(server: Server, world: Outside) -> None:
    server.paths["/named"] = reply(body=gzip.compress(FEED), Content_Encoding="gzip")
    await Fed(world, server, "/named", full_text=False).poll()
    [request] = server.asked("/named")
    assert request.headers["accept-encoding"] == "gzip, deflate"
    assert request.headers["user-agent"].startswith("Harmattan/1 (news watch; ")


async def test_a_permanent_redirect_is_remembered_and_a_temporary_one_is_not(server: Server, world: Outside) -> None:
    server.serve("/new", FEED, **XML)
    server.paths["/old"] = reply(301, Location="/new")
    server.paths["/today"] = reply(307, Location="/new")
    moved, elsewhere = Fed(world, server, "/old", full_text=False), Fed(world, server, "/today", full_text=False)
    for one in (moved, elsewhere):
        await one.poll()
        assert await one.poll() == []
    assert (len(server.asked("/old")), len(server.asked("/today"))) == (1, 2)


PAGE = (
    '<html lang="fr"><head><title>Niger</title><link rel="canonical" href="{canonical}"></head><body><nav>Menu</nav>'
    "<article><h1>Niger</h1>"
    + "".join(f"<p>La junte a fermé l’espace aérien dimanche, dit son porte-parole {name}.</p>" for name in "ABCDEFGH")
    + "</article></body></html>"
)


async def test_where_a_feed_gives_a_summary_the_page_is_read(server: Server, world: Outside) -> None:
    link = server.url("/page-1")
    server.serve("/page-1", PAGE.format(canonical=server.url("/canonical-1")).encode(), Content_Type="text/html")
    server.serve("/short", rss(item(1, "A teaser.", link=link)), **XML)
    [article] = await Fed(world, server, "/short").poll()
    assert "porte-parole" in article["text"]
    assert article["url"] == server.url("/canonical-1")
    assert "note" not in article


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (reply(404), "its page answers 404"), (reply(body=b"<html><body>Cookies?</body></html>"), "no text was found"),
        (reply(body=b"%PDF-1.7", Content_Type="application/pdf"), "not a web page but application/pdf"),
    ],
)
async def test_a_page_that_yields_no_text_keeps_the_summary_and_says_so(
    page: Respond, said: str, server: Server, world: Outside
) -> None:
    server.paths["/page-2"] = page
    server.serve("/short-2", rss(item(1, "A teaser.", link=server.url("/page-2"))), **XML)
    [article] = await Fed(world, server, "/short-2").poll()
    assert article["text"] == "A teaser."
    assert said in article["note"]
    assert article["note"].startswith("collect: summary only")


async def test_a_mended_title_whose_page_is_refused_now_comes_with_the_summary_which_says_that_it_is_one(
    server: Server, world: Outside
) -> None:
    link = server.url("/page-8")
    server.serve("/page-8", PAGE.format(canonical="").encode(), Content_Type="text/html")
    server.serve("/short-8", rss(item(1, "A teaser.", link=link)), **XML)
    fed = Fed(world, server, "/short-8")
    [first] = await fed.poll()
    server.serve("/page-8", b"", 403)
    server.serve("/short-8", rss(item(1, "A teaser.", link=link, title="Niger: mended")), **XML)
    [second] = await fed.poll()
    assert (second["title"], second["text"], second["url"]) == ("Niger: mended", "A teaser.", first["url"])
    # by which the index knows that the full text is to stay
    assert second["note"] == f"{SUMMARY_ONLY}: its page answers 403"


async def test_a_page_that_never_comes_keeps_the_summary_too(
    server: Server, hasty: Outside, robots: Callable[[bytes, int], None]
) -> None:
    robots(b"", 404)
    server.paths["/page-3"] = never
    server.serve("/short-4", rss(item(1, "A teaser.", link=server.url("/page-3"))), **XML)
    fed = Fed(hasty, server, "/short-4")
    while not (found := await fed.poll()):
        # the machine stood still while the feed itself was fetched
        assert "no whole answer" in (fed.state.problem or "")
    [article] = found
    assert article["note"].startswith("collect: summary only")


@pytest.mark.parametrize(
    ("body", "status", "said"),
    [
        (b"User-agent: *\nDisallow: /private", 200, "robots.txt asks not to"),
        (b"User-agent: harmattan\nDisallow: /", 200, "robots.txt asks not to"),
        (b"", 500, "its robots.txt could not be read"),
    ],
)
async def test_pages_that_robots_may_not_read_are_not_read(
    body: bytes, status: int, said: str, server: Server, world: Outside, robots: Callable[[bytes, int], None]
) -> None:
    robots(body, status)
    server.serve("/private/1", PAGE.encode())
    server.serve("/short-3", rss(item(1, "A teaser.", link=server.url("/private/1"))), **XML)
    [article] = await Fed(world, server, "/short-3").poll()
    assert said in article["note"]
    assert server.asked("/private/1") == []


@pytest.mark.parametrize("body", [b"User-agent: *\nDisallow: /private", b""])
async def test_a_redirect_leads_past_no_robots_txt(
    body: bytes, server: Server, world: Outside, robots: Callable[[bytes, int], None]
) -> None:
    robots(body, 200)
    server.paths["/out"] = reply(302, Location=server.url("/private/2", "127.0.0.2"))
    server.serve("/private/2", PAGE.encode())
    server.serve("/short-5", rss(item(1, "A teaser.", link=server.url("/out"))), **XML)
    before, site, other = len(server.seen), *(f"127.0.0.{number}:{server.port}" for number in (1, 2))
    [article] = await Fed(world, server, "/short-5").poll()
    asked = [(one.headers["host"], one.path) for one in server.seen[before + 1 :]]
    way = [(site, "/robots.txt"), (site, "/out"), (other, "/robots.txt"), (other, "/private/2")]
    assert asked == (way[:-1] if body else way)
    assert ("robots.txt asks not to" in article.get("note", "")) == bool(body)
    assert bool(await Fed(world, server, "/out", kind="page").poll()) != bool(body)


async def test_a_connection_that_was_kept_and_is_closed_now_costs_no_request(server: Server, world: Outside) -> None:
    def at_the_second_try(connection: Connection, request: Request) -> None:
        if len(server.asked(request.path)) % 2:
            connection.close()
        else:
            connection.reply(200, b"news")

    server.paths["/kept"] = at_the_second_try
    # a connection of its own was never kept: the server means it
    assert (await world.client.get(server.url("/kept"))).problem
    assert len(server.asked("/kept")) == 1
    server.seen.clear()
    server.serve("/before", b"news")
    assert (await world.client.get(server.url("/before"))).body == b"news"
    assert (await world.client.get(server.url("/kept"))).body == b"news"


async def test_a_page_whose_address_is_none_fails_in_one_line(server: Server, world: Outside) -> None:
    fed = Fed(world, server, "/", kind="page")
    fed.source = fed.source.model_copy(update={"address": "http://[broken/"})
    assert await fed.poll() == []
    assert (fed.state.problem or "").startswith("no address")


async def test_a_page_as_a_source_is_one_article_with_versions(server: Server, world: Outside) -> None:
    page = PAGE.format(canonical="")
    server.serve("/watched", page.encode(), Content_Type="text/html")
    fed = Fed(world, server, "/watched", kind="page")
    [first] = await fed.poll()
    assert await fed.poll() == []
    server.serve("/watched", page.replace("dimanche", "lundi").encode(), Content_Type="text/html")
    [second] = await fed.poll()
    assert first["url"] == second["url"] == server.url("/watched")
    assert "lundi" in second["text"]


async def test_a_changed_item_is_a_newer_version_of_the_same_article(server: Server, world: Outside) -> None:
    fed = Fed(world, server, "/corrected", full_text=False)
    server.serve("/corrected", rss(item(1, "Three soldiers."), item(2)), **XML)
    first = await fed.poll()
    server.serve("/corrected", rss(item(1, "Four soldiers."), item(2)), **XML)
    [second] = await fed.poll()
    assert (second["url"], second["text"]) == (first[0]["url"], "Four soldiers.")
    assert second["updated"] == second["fetched"]


async def test_a_news_sitemap_and_an_index_of_packed_ones_are_read(server: Server, world: Outside) -> None:
    server.serve("/page-9", PAGE.format(canonical="").encode(), Content_Type="text/html")
    part = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
        'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">'
        f"<url><image:image><image:title>A picture</image:title></image:image><loc>{server.url('/page-9')}</loc>"
        "<news:news><news:publication><news:name>Exemple</news:name><news:language>fr</news:language>"
        "</news:publication><news:publication_date>2023-07-27T08:00:00Z</news:publication_date>"
        "<news:title>Niger : espace aérien fermé</news:title></news:news></url></urlset>"
    )
    server.serve("/news.xml.gz", gzip.compress(part.encode()), Content_Type="application/gzip")
    server.serve("/index.xml", (
        '<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap>'
        f"<loc>{server.url('/news.xml.gz')}</loc></sitemap><sitemap><loc>{server.url('/lost.xml')}</loc></sitemap>"
        "</sitemapindex>"
    ).encode())
    fed = Fed(world, server, "/index.xml", kind="sitemap")
    [article] = await fed.poll()
    assert article["title"] == "Niger : espace aérien fermé"
    assert (article["language"], article["published"]) == ("fr", "2023-07-27T08:00:00Z")
    assert "porte-parole" in article["text"]
    assert fed.state.problem == "1 of its 2 newest parts cannot be read: HTTP status 404"
    assert await fed.poll() == []


async def test_what_is_new_in_a_part_is_met_though_the_index_stays_as_it_is(server: Server, world: Outside) -> None:
    index = f"<sitemapindex><sitemap><loc>{server.url('/static-part.xml')}</loc></sitemap></sitemapindex>"
    entry = "<url><loc>https://sahel.example.org/a/{0}</loc><lastmod>2023-07-2{0}</lastmod></url>"
    server.serve("/static.xml", index.encode(), ETag='"made once"')
    server.serve("/static-part.xml", f"<urlset>{entry.format(6)}</urlset>".encode())
    fed = Fed(world, server, "/static.xml", kind="sitemap", full_text=False)
    await fed.poll()
    server.serve("/static-part.xml", f"<urlset>{entry.format(7)}{entry.format(6)}</urlset>".encode())
    await fed.poll()
    assert {known.url for known in fed.state.items} == {f"https://sahel.example.org/a/{day}" for day in (6, 7)}
    assert all("if-none-match" not in asked.headers for asked in server.asked("/static.xml"))


@pytest.mark.parametrize(("stamp", "read_again"), [
    ("2023-07-26T08:00:00+01:00", False), ("2023-07-26T08:00:00", True), ("2023-07-26", True), ("", True),
    ("2999-07-26T08:00:00Z", True), ("yesterday", True),
])
async def test_an_index_that_says_when_its_parts_changed_is_believed_once_that_is_some_time_ago(
    stamp: str, read_again: bool, server: Server, world: Outside
) -> None:
    part = server.url("/dated-part.xml")
    index = f"<sitemapindex><sitemap><loc>{part}</loc><lastmod>{stamp}</lastmod></sitemap></sitemapindex>"
    server.serve("/dated.xml", index.encode(), ETag='"1"')
    server.serve("/dated-part.xml", b"<urlset><url><loc>https://sahel.example.org/a/1</loc></url></urlset>")
    fed = Fed(world, server, "/dated.xml", kind="sitemap", full_text=False)
    server.seen.clear()
    await fed.poll()
    await fed.poll()
    assert len(server.asked("/dated-part.xml")) == 1 + read_again


async def test_a_part_of_an_index_that_has_too_much_to_do_is_left_alone(server: Server, world: Outside) -> None:
    index = "".join(f"<sitemap><loc>{server.url(f'/busy-{number}.xml')}</loc></sitemap>" for number in (1, 2))
    server.serve("/busy.xml", f"<sitemapindex>{index}</sitemapindex>".encode())
    server.serve("/busy-1.xml", b"<urlset><url><loc>https://sahel.example.org/a/1</loc></url></urlset>")
    server.serve("/busy-2.xml", b"", 503, Retry_After="20000")
    fed = Fed(world, server, "/busy.xml", kind="sitemap", full_text=False)
    await fed.poll()
    assert (fed.state.fails, len(fed.state.items)) == (0, 1)
    assert (fed.state.next or 0) - (fed.state.polled or 0) >= 20_000_000


async def test_one_request_at_a_time_goes_to_a_host(server: Server, world: Outside) -> None:
    lock, now, most = threading.Lock(), 0, 0

    def respond(connection: Connection, _: Request) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.02)
        with lock:
            now -= 1  # before the answer, after which the next request may come
        connection.reply(200, FEED)

    server.paths["/host"] = respond
    await asyncio.gather(*(world.client.get(server.url("/host")) for _ in range(10)))
    assert most == 1


async def test_other_hosts_are_not_waited_for(server: Server, world: Outside) -> None:
    together = threading.Barrier(10)

    def respond(connection: Connection, _: Request) -> None:
        together.wait(timeout=50)
        connection.reply(200, FEED)

    server.paths["/together"] = respond
    await asyncio.gather(*(world.client.get(server.url("/together", f"127.0.2.{n}")) for n in range(1, 11)))
    assert not together.broken
