"""A real server on loopback that misbehaves in every way seen of servers; the collector neither falls nor hangs."""

from __future__ import annotations

import asyncio
import gzip
import threading
import time
import zlib
from collections.abc import AsyncIterator, Callable, Iterator, Sequence

import orjson
import pytest

from schemas.source import Source
from schemas.source_state import SourceState
from services.collect.outside import outside
from services.collect.poll import Article, current
from services.collect.poller import Outside, poll_source
from services.collect.reader import Reader
from services.runtime.settings import CollectSettings
from tests.collect.feeds import item, rss
from tests.collect.server import Connection, Request, Respond, Server, running

XML = {"Content_Type": "application/rss+xml"}
FEED = rss(item(1, "x" * 1000), item(2, "y" * 1000))
SECONDS, BODY = 2.0, 200_000
ARABIC = rss(item(1, "أعلن الجيش في النيجر عزل الرئيس محمد بازوم وإغلاق الحدود. " * 30, title="انقلاب في النيجر"))


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


@pytest.fixture
async def world(reader: Reader) -> AsyncIterator[Outside]:
    settings = CollectSettings.model_validate({
        "HARMATTAN_COLLECT_ALLOW": "127.0.0.0/8", "HARMATTAN_COLLECT_HOST_PAUSE": 0,
        "HARMATTAN_COLLECT_TIMEOUT": SECONDS, "HARMATTAN_COLLECT_MAX_BODY": BODY,
    })
    made = outside(settings, reader, lambda: int(time.time() * 1000))
    yield made
    await made.client.close()


class Fed:
    """Polls a source of the server again and again."""

    def __init__(self, world: Outside, server: Server, path: str, **fields: object) -> None:
        self.world = world
        self.source = Source.model_validate({"id": "a", "name": "Exemple", "address": server.url(path), **fields})
        self.state: SourceState = current(self.source, None, world.pace)
        self.articles: list[dict[str, str]] = []

    async def poll(self) -> list[dict[str, str]]:
        """What was fed this time."""
        fed: list[dict[str, str]] = []

        async def feed(articles: Sequence[Article]) -> None:
            fed.extend(orjson.loads(one.value) for one in articles)

        self.state = await poll_source(self.source, self.state, self.world, feed)
        self.articles += fed
        return fed


def slowly(connection: Connection, _: Request) -> None:
    connection.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    for _more in range(100):
        connection.raw(b"<")
        time.sleep(0.1)


def endless(connection: Connection, _: Request) -> None:
    connection.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss><channel>")
    for _more in range(2000):
        connection.raw(b"<item><title>again</title></item>" * 1000)


def never(_: Connection, __: Request) -> None:
    time.sleep(SECONDS + 1)


def endless_headers(connection: Connection, _: Request) -> None:
    connection.raw(b"HTTP/1.1 200 OK\r\n")
    for _more in range(20_000):
        connection.raw(b"X-More: " + b"x" * 1000 + b"\r\n")


def continues(connection: Connection, _: Request) -> None:
    for _more in range(20_000):
        connection.raw(b"HTTP/1.1 102 Processing\r\n\r\n")
        time.sleep(0.001)


def raw(data: bytes) -> Respond:
    def respond(connection: Connection, _: Request) -> None:
        connection.raw(data)
        connection.close()

    return respond


def reply(status: int = 200, body: bytes = b"", length: int | None = None, **headers: str) -> Respond:
    def respond(connection: Connection, _: Request) -> None:
        connection.reply(status, body, length, **headers)
        if length is not None:
            connection.close()

    return respond


BOMB = gzip.compress(b"<rss>" + b"a" * 60_000_000)
LOLS = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "lol">' + b"".join(
    b'<!ENTITY a%d "%s">' % (n, b"&a%s;" % (b"" if n == 1 else b"%d" % (n - 1)) * 10) for n in range(1, 12)
) + b"]><rss><channel><item><title>&a11;</title></item></channel></rss>"
FILE = (b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item>'
        b"<title>It says &x;</title></item></channel></rss>")

# name -> (what the server does, what the problem says)
FAILS: dict[str, tuple[Respond, str]] = {
    "answers nothing at all": (never, "no whole answer within"),
    "sends a byte now and then": (slowly, "no whole answer within"),
    "never ends its body": (endless, "larger than"),
    "never ends its headers": (endless_headers, ""),
    "goes on processing for ever": (continues, ""),
    "hangs up at once": (lambda connection, _: connection.reset(), ""),
    "speaks another protocol": (raw(b"220 mail.example ESMTP\r\n"), ""),
    "sends half a status line": (raw(b"HTTP/1.1 2"), ""),
    "promises a body and hangs up": (reply(body=b"", length=5000), "before the body came"),
    "sends a gzip bomb": (reply(body=BOMB, Content_Encoding="gzip"), "larger than"),
    "sends a body larger than allowed": (reply(body=b"<rss>" + b"a" * BODY), "larger than"),
    "says gzip and sends rubbish in its form": (
        reply(body=b"\x1f\x8b\x08\x00" + b"\xff" * 50, Content_Encoding="gzip"), "Content-Encoding"),
    "packs as nobody asked": (reply(body=b"x", Content_Encoding="br"), "not asked for"),
    "sends a web page": (reply(body=b"<!DOCTYPE html><html><body>Welcome</body></html>"), "a web page where a feed"),
    "sends nothing": (reply(body=b""), "empty"),
    "sends a picture": (reply(body=b"\x89PNG\r\n\x1a\n" + b"\x00" * 500), "no feed"),
    "sends other JSON": (reply(body=b'{"error": "no"}'), "no JSON Feed"),
    "sends broken JSON": (reply(body=b'{"items": ['), "begins like JSON"),
    "says that it is gone for a while": (reply(503, b"later", Retry_After="3600"), "503"),
    "has had too much of us": (reply(429), "429"),
    "forbids it": (reply(403), "403"),
    "redirects in a circle": (reply(302, Location="/redirects-in-a-circle"), "more than 5 redirects"),
    "redirects to a file": (reply(302, Location="file:///etc/passwd"), "only http and https"),
    "redirects to another machine's inside": (reply(302, Location="http://10.0.0.1/"), "not a public address"),
    "redirects to metadata": (reply(302, Location="http://169.254.169.254/latest/"), "not a public address"),
    "redirects to no address": (reply(302, Location="http://[broken/"), ""),
}

# name -> (what the server does, titles that are fed)
WORKS: dict[str, tuple[Respond, int]] = {
    "breaks off in the middle": (reply(body=FEED[:-700], length=len(FEED)), 1),
    "breaks off its gzip": (reply(body=gzip.compress(FEED)[:-20], Content_Encoding="gzip"), 1),
    "sends bare deflate": (reply(body=zlib.compress(FEED)[2:-4], Content_Encoding="deflate"), 2),
    "says gzip and sends plain text": (reply(body=FEED, Content_Encoding="gzip"), 2),
    "says that it is a picture": (reply(body=FEED, Content_Type="image/png"), 2),
    "sends no Content-Type and no length": (raw(b"HTTP/1.0 200 OK\r\n\r\n" + FEED), 2),
    "says Latin-1 and sends UTF-8": (reply(body=FEED, Content_Type="text/xml; charset=iso-8859-1"), 2),
    "says UTF-8 and sends windows-1256": (
        reply(body=ARABIC.decode().encode("cp1256", "replace"), Content_Type="text/xml; charset=utf-8"), 1),
    "says UTF-8 and sends windows-1252": (
        reply(body=rss(item(1, "L’armée a fermé l’espace aérien. " * 40)).decode().encode("cp1252")), 1),
    "sends UTF-16 without a mark": (reply(body=FEED.decode().encode("utf-16-le")), 2),
    "sends UTF-16 with a mark": (reply(body=FEED.decode().encode("utf-16")), 2),
    "begins with blank lines and a mark": (reply(body=b"\xef\xbb\xbf\n\n" + FEED), 2),
    "has characters that XML forbids": (reply(body=FEED.replace(b"report 1", b"report \x0b\x001")), 2),
    "does not close its elements": (reply(body=FEED.replace(b"</item>", b"", 1).replace(b"</channel></rss>", b"")), 2),
    "has bare ampersands": (reply(body=FEED.replace(b"report 1", b"arms & men &nbsp; 1")), 2),
    "nests entities": (reply(body=LOLS), 1),
    "names a file of this machine": (reply(body=FILE), 1),
    "has twenty thousand empty items": (reply(body=b"<rss><channel>" + b"<item/>" * 20_000), 0),
}


def path_of(name: str) -> str:
    return "/" + name.replace(" ", "-").replace("'", "")


def test_there_are_more_than_thirty_ways() -> None:
    assert len({*FAILS, *WORKS}) >= 30


@pytest.mark.parametrize("name", list(FAILS))
async def test_a_server_that_fails_us(name: str, server: Server, world: Outside) -> None:
    respond, said = FAILS[name]
    server.paths[path_of(name)] = respond
    fed = Fed(world, server, path_of(name), full_text=False)
    assert await fed.poll() == []
    assert fed.state.fails == 1
    assert said in (fed.state.problem or "")
    assert fed.state.problem
    assert (fed.state.next or 0) > (fed.state.polled or 0)


@pytest.mark.parametrize("name", list(WORKS))
async def test_a_server_that_is_odd(name: str, server: Server, world: Outside) -> None:
    respond, articles = WORKS[name]
    server.paths[path_of(name)] = respond
    fed = Fed(world, server, path_of(name), full_text=False)
    found = await fed.poll()
    assert fed.state.fails == 0, fed.state.problem
    assert len(found) == articles
    whole = "".join(one.get("title", "") + one.get("text", "") for one in found)
    assert "\ufffd" not in whole
    assert "root:" not in whole
    assert len(whole) < BODY
    assert await fed.poll() == [] or fed.state.problem == "the answer broke off"


async def test_the_letters_of_an_arabic_feed_in_an_old_code_page_are_right(server: Server, world: Outside) -> None:
    server.paths["/ar"] = WORKS["says UTF-8 and sends windows-1256"][0]
    [article] = await Fed(world, server, "/ar", full_text=False).poll()
    assert article["title"] == "انقلاب في النيجر"


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
        (never, "no whole answer"),
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


@pytest.fixture
def robots(server: Server) -> Iterator[Callable[[bytes, int], None]]:
    def answer(body: bytes, status: int) -> None:
        server.serve("/robots.txt", body, status)

    yield answer
    server.paths.pop("/robots.txt", None)


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
    assert await fed.poll() == []


async def test_one_request_at_a_time_goes_to_a_host(server: Server, world: Outside) -> None:
    lock, now, most = threading.Lock(), 0, 0

    def respond(connection: Connection, _: Request) -> None:
        nonlocal now, most
        with lock:
            now += 1
            most = max(most, now)
        time.sleep(0.05)
        with lock:
            now -= 1  # before the answer, after which the next request may come
        connection.reply(200, FEED)

    server.paths["/host"] = respond
    await asyncio.gather(*(world.client.get(server.url("/host")) for _ in range(10)))
    assert most == 1
    await asyncio.gather(*(world.client.get(server.url("/host", f"127.0.2.{n}")) for n in range(1, 11)))
    assert most > 1
