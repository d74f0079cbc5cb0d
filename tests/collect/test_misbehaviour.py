"""A real server on loopback that misbehaves in every way seen of servers; the collector neither falls nor hangs."""

from __future__ import annotations

import gzip
import time
import zlib

import brotli
import pytest
import zstandard

from services.collect.poller import Outside
from services.fetch.client import TIMEOUTS
from tests.collect.feeds import item, rss
from tests.collect.polled import BODY, FEED, Fed
from tests.collect.server import Connection, Request, Respond, Server, never, raw, reply

ARABIC = rss(item(1, "أعلن الجيش في النيجر عزل الرئيس محمد بازوم وإغلاق الحدود. " * 30, title="انقلاب في النيجر"))


def slowly(connection: Connection, _: Request) -> None:
    connection.raw(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")
    for _more in range(100):
        connection.raw(b"<")
        time.sleep(0.1)


def endless(connection: Connection, _: Request) -> None:
    connection.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\n\r\n<rss><channel>")
    for _more in range(2000):
        connection.raw(b"<item><title>again</title></item>" * 1000)


def endless_headers(connection: Connection, _: Request) -> None:
    connection.raw(b"HTTP/1.1 200 OK\r\n")
    for _more in range(20_000):
        connection.raw(b"X-More: " + b"x" * 1000 + b"\r\n")


def continues(connection: Connection, _: Request) -> None:
    for _more in range(20_000):
        connection.raw(b"HTTP/1.1 102 Processing\r\n\r\n")
        time.sleep(0.001)


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
    "hangs up without a word": (raw(b""), "hung up without an answer"),
    "hangs up at once": (lambda connection, _: connection.reset(), ""),
    "speaks another protocol": (raw(b"220 mail.example ESMTP\r\n"), ""),
    "sends half a status line": (raw(b"HTTP/1.1 2"), ""),
    "sends a status that is none": (raw(b"HTTP/1.1 2000 OK\r\n\r\n"), "illegal status line: 'HTTP/1.1 2000 OK'"),
    "says two lengths": (raw(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Length: 8\r\n\r\n"), "no proper HTTP"),
    "says that its body is in chunks": (
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n<rss>\r\n</rss>"), "not in chunks"),
    "promises a body and hangs up": (reply(body=b"", length=5000), "before the body came"),
    "sends a gzip bomb": (reply(body=BOMB, Content_Encoding="gzip"), "larger than"),
    "sends a body larger than allowed": (reply(body=b"<rss>" + b"a" * BODY), "larger than"),
    "says gzip and sends rubbish in its form": (
        reply(body=b"\x1f\x8b\x08\x00" + b"\xff" * 50, Content_Encoding="gzip"), "Content-Encoding"),
    "packs as nobody can read": (reply(body=b"x", Content_Encoding="compress"), "not asked for"),
    "sends a brotli bomb": (
        reply(body=brotli.compress(b"<rss>" + b"a" * 60_000_000), Content_Encoding="br"), "larger than"),
    "sends a Zstandard bomb": (
        reply(body=zstandard.compress(b"<rss>" + b"a" * 60_000_000), Content_Encoding="zstd"), "larger than"),
    "says brotli and sends rubbish": (reply(body=b"\xff" * 50, Content_Encoding="br"), "Content-Encoding"),
    "sends a web page": (reply(body=b"<!DOCTYPE html><html><body>Welcome</body></html>"), "a web page where a feed"),
    "sends nothing": (reply(body=b""), "empty"),
    "sends a picture": (reply(body=b"\x89PNG\r\n\x1a\n" + b"\x00" * 500), "no feed"),
    "sends other JSON": (reply(body=b'{"error": "no"}'), "no JSON Feed"),
    "sends broken JSON": (reply(body=b'{"items": ['), "begins like JSON"),
    "says that it is gone for a while": (reply(503, b"later", Retry_After="3600"), "503"),
    "has had too much of us": (reply(429), "429"),
    "forbids it": (reply(403), "403"),
    "redirects in a circle": (reply(302, Location="/redirects-in-a-circle"), "more than 5 redirects, in a circle"),
    "redirects to a file": (reply(302, Location="file:///etc/passwd"), "only http and https"),
    "redirects to another machine's inside": (reply(302, Location="http://10.0.0.1/"), "not a public address"),
    "redirects to metadata": (reply(302, Location="http://169.254.169.254/latest/"), "not a public address"),
    "redirects to a port that there is not": (reply(302, Location="http://127.0.0.1:99999/"), "no port 99999"),
    "redirects to no address": (reply(302, Location="http://[broken/"), ""),
}

# of these no answer comes, however long one waits
ENDLESS = ("answers nothing at all", "sends a byte now and then", "goes on processing for ever")

# name -> (what the server does, titles that are fed)
WORKS: dict[str, tuple[Respond, int]] = {
    "breaks off in the middle": (reply(body=FEED[:-700], length=len(FEED)), 1),
    "breaks off its gzip": (reply(body=gzip.compress(FEED)[:-20], Content_Encoding="gzip"), 1),
    "never ends its chunks": (
        raw(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n%x\r\n%b\r\n" % (len(FEED), FEED)), 2),
    "says that its encoding is a character set": (reply(body=FEED, Content_Encoding="UTF-8"), 2),
    "sends an ETag that no request can carry": (reply(body=FEED, ETag='"\xe9t\xe9"'), 2),
    "sends brotli unasked": (reply(body=brotli.compress(FEED), Content_Encoding="br"), 2),
    "sends Zstandard unasked": (reply(body=zstandard.compress(FEED), Content_Encoding="zstd"), 2),
    "sends bare deflate": (reply(body=zlib.compress(FEED)[2:-4], Content_Encoding="deflate"), 2),
    "says gzip and sends plain text": (reply(body=FEED, Content_Encoding="gzip"), 2),
    "says that it is a picture": (reply(body=FEED, Content_Type="image/png"), 2),
    "sends no Content-Type and no length": (raw(b"HTTP/1.0 200 OK\r\n\r\n" + FEED), 2),
    "writes its headers as it likes": (
        raw(b"\r\nHTTP/1.1  200 OK\r\n\tfolded\r\nContent-Type : text/xml\r\nX Powered By: a\r\nno colon\r\n: x\r\n"
            b"Set-Cookie: a=\x0b\x00b\rX-C: d\r\nContent-Length: unknown\r\nTransfer-Encoding: identity\r\n\r\n"
            + FEED), 2),
    "says where to go twice": (
        raw(b"HTTP/1.1 302 Found\r\nLocation: /sends-bare-deflate\r\nLocation: /nowhere\r\n"
            b"Content-Length: 0\r\n\r\n"), 2),
    "says that it is a radio": (raw(b"ICY 200 OK\r\n\r\n" + FEED), 2),
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
async def test_a_server_that_fails_us(name: str, server: Server, world: Outside, hasty: Outside) -> None:
    respond, said = FAILS[name]
    server.paths[path_of(name)] = respond
    fed = Fed(hasty if name in ENDLESS else world, server, path_of(name), full_text=False)
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


async def test_a_header_that_is_said_twice_is_believed_the_first_time(server: Server, world: Outside) -> None:
    twice = b'HTTP/1.1 200 OK\r\nETag: "7"\r\nContent-Type: text/xml\r\nETag: "8"\r\nContent-Type: text/html\r\n\r\n'
    server.paths["/said-twice"] = raw(twice + FEED)
    answer = await world.client.get(server.url("/said-twice"))
    assert (answer.header("etag"), answer.header("content-type")) == ('"7"', "text/xml")
    links = b"HTTP/1.1 200 OK\r\nLink: </a>; rel=hub\r\nLink: </b>; rel=self\r\n\r\n"
    server.paths["/links"] = raw(links)
    assert (await world.client.get(server.url("/links"))).header("link") == "</a>; rel=hub, </b>; rel=self"


@pytest.mark.parametrize(("body", "fed"), [(FEED, 2), (FEED[:-700], 0)])
async def test_a_server_that_neither_says_how_long_its_body_is_nor_hangs_up_is_not_waited_for_in_vain(
    body: bytes, fed: int, server: Server, world: Outside, monkeypatch: pytest.MonkeyPatch
) -> None:
    def respond(connection: Connection, request: Request) -> None:
        connection.raw(b"HTTP/1.1 200 OK\r\nContent-Length: unknown\r\n\r\n" + body)
        never(connection, request)

    server.paths["/holds"] = respond
    monkeypatch.setitem(TIMEOUTS, "read", 1.0)
    source = Fed(world, server, "/holds", full_text=False)
    assert len(await source.poll()) == fed
    assert source.state.problem == (None if fed else "the server fell silent for 1 s")


async def test_the_letters_of_an_arabic_feed_in_an_old_code_page_are_right(server: Server, world: Outside) -> None:
    server.paths["/ar"] = WORKS["says UTF-8 and sends windows-1256"][0]
    [article] = await Fed(world, server, "/ar", full_text=False).poll()
    assert article["title"] == "انقلاب في النيجر"
