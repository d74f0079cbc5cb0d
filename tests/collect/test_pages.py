"""A page that cannot be had for the moment is asked for again, so often and no more, and comes as a new version."""

from __future__ import annotations

from dataclasses import dataclass, replace

import pytest

from services.collect.item import Item, Unreadable
from services.collect.kinds.page import extract
from services.collect.pace import PAGE_TRIES
from services.collect.poller import Outside
from services.collect.robots import KEPT_FAILED_S, Robots
from tests.collect.feeds import item, rss
from tests.collect.polled import XML, Fed
from tests.collect.server import Connection, Request, Respond, Server, reply

SAID = "".join(f"<p>The junta closed the airspace over Niger, its speaker {name} said.</p>" for name in "ABCDEFGHIJKL")
PAGE = f"<html><head><title>Niger</title></head><body><article><h1>Niger</h1>{SAID}</article></body></html>".encode()
HTML = {"Content_Type": "text/html"}
MINUTE = 60


@dataclass
class Clock:
    """Milliseconds since the epoch, and robots.txt's seconds."""

    at: float = 1_690_500_000.0

    def __call__(self) -> int:
        return int(self.at * 1000)

    def seconds(self) -> float:
        return self.at


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def timed(world: Outside, clock: Clock) -> Outside:
    return replace(world, now=clock, robots=Robots(world.client, clock.seconds))


def announces(server: Server, path: str, page: str) -> None:
    """A feed of one teaser, which is sent again only where no condition says that it is known."""
    feed = rss(item(1, "A teaser.", link=server.url(page)))

    def respond(connection: Connection, request: Request) -> None:
        if "if-none-match" in request.headers:
            connection.reply(304)
        else:
            connection.reply(200, feed, None, ETag='"1"', **XML)

    server.paths[path] = respond


@pytest.mark.parametrize(
    "fails",
    [reply(503), reply(500), reply(429), reply(body=b"", length=5000), lambda connection, _: connection.reset()],
    ids=["503", "500", "429", "half a page", "hangs up"],
)
async def test_a_page_that_failed_for_the_moment_comes_later_as_a_new_version_of_its_article(
    fails: Respond, server: Server, timed: Outside, clock: Clock
) -> None:
    announces(server, "/once", "/once/1")
    server.paths["/once/1"] = fails
    fed = Fed(timed, server, "/once")
    [first] = await fed.poll()
    assert (first["text"], first["note"].startswith("collect: summary only")) == ("A teaser.", True)
    assert fed.state.next == clock() + 5 * MINUTE * 1000
    server.serve("/once/1", PAGE, **HTML)
    clock.at += 4 * MINUTE
    assert await fed.poll() == []
    clock.at += MINUTE
    [second] = await fed.poll()
    assert (second["url"], second["title"], second.get("note")) == (first["url"], first["title"], None)
    assert "its speaker" in second["text"]
    assert second["updated"] == second["fetched"] > first["fetched"]
    asked = len(server.asked("/once/1"))
    clock.at += 24 * 60 * MINUTE
    assert await fed.poll() == []
    assert len(server.asked("/once/1")) == asked
    assert "if-none-match" in server.asked("/once")[-1].headers


async def test_a_page_that_always_fails_is_asked_for_a_few_times_and_then_left_alone(
    server: Server, timed: Outside, clock: Clock
) -> None:
    announces(server, "/always", "/always/1")
    server.paths["/always/1"] = reply(503)
    fed = Fed(timed, server, "/always")
    for _hour in range(60):
        await fed.poll()
        clock.at += 60 * MINUTE
    assert len(fed.articles) == 1
    assert len(server.asked("/always/1")) == PAGE_TRIES
    assert ["if-none-match" in one.headers for one in server.asked("/always")].count(False) == PAGE_TRIES


async def test_a_page_is_asked_for_no_sooner_than_its_site_wants(server: Server, timed: Outside, clock: Clock) -> None:
    announces(server, "/patient", "/patient/1")
    server.paths["/patient/1"] = reply(503, Retry_After="3600")
    fed = Fed(timed, server, "/patient")
    await fed.poll()
    clock.at += 59 * MINUTE
    await fed.poll()
    assert len(server.asked("/patient/1")) == 1
    clock.at += MINUTE
    await fed.poll()
    assert len(server.asked("/patient/1")) == 2


async def test_a_bare_address_is_fed_when_its_page_comes(server: Server, timed: Outside, clock: Clock) -> None:
    server.serve("/bare", f"<urlset><url><loc>{server.url('/bare/1')}</loc></url></urlset>".encode())
    server.paths["/bare/1"] = reply(503)
    fed = Fed(timed, server, "/bare", kind="sitemap")
    assert await fed.poll() == []
    server.serve("/bare/1", PAGE, **HTML)
    clock.at += 5 * MINUTE
    [article] = await fed.poll()
    assert (article["title"], article["url"]) == ("Niger", server.url("/bare/1"))


async def test_an_item_that_left_its_feed_is_not_waited_for(server: Server, timed: Outside, clock: Clock) -> None:
    announces(server, "/left", "/left/1")
    server.paths["/left/1"] = reply(503)
    fed = Fed(timed, server, "/left")
    await fed.poll()
    server.serve("/left", rss(item(2, "x" * 1000)), ETag='"2"', **XML)
    for _poll in range(3):
        clock.at += 5 * MINUTE
        await fed.poll()
    assert ["if-none-match" in one.headers for one in server.asked("/left")] == [False, False, True, True]


async def test_a_page_behind_a_robots_txt_that_failed_comes_later_too(
    server: Server, timed: Outside, clock: Clock
) -> None:
    announces(server, "/shy", "/shy/1")
    server.serve("/shy/1", PAGE, **HTML)
    server.paths["/robots.txt"] = reply(503)
    fed = Fed(timed, server, "/shy")
    try:
        [first] = await fed.poll()
    finally:
        del server.paths["/robots.txt"]
    assert "robots.txt could not be read" in first["note"]
    clock.at += KEPT_FAILED_S + 10 * MINUTE
    [second] = await fed.poll()
    assert "its speaker" in second["text"]


async def test_the_page_of_a_mended_item_is_the_one_that_its_link_has_now(server: Server, world: Outside) -> None:
    guid = "https://sahel.example.org/?p=71"
    server.serve("/71", rss(item(1, "A teaser of it.", guid=guid, link=server.url("/putch"))), **XML)
    server.serve("/putch", PAGE, **HTML)
    fed = Fed(world, server, "/71")
    await fed.poll()
    server.serve("/71", rss(item(1, "A teaser of it.", guid=guid, link=server.url("/putsch"), title="Niger")), **XML)
    server.serve("/putsch", PAGE.replace(b"speaker L said", b"speaker M said"), **HTML)
    del server.paths["/putch"]
    [again] = await fed.poll()
    assert (again["url"], "speaker M said" in again["text"], again.get("note")) == (server.url("/putch"), True, None)


@pytest.mark.parametrize("tag", [
    '<meta http-equiv="refresh" content="0; url={there}">',
    "<META content='1;URL=&quot;{there}&quot;' http-equiv=Refresh>",
    "<meta http-equiv=refresh content=\"0;url='{path}'\">",
])
async def test_a_page_that_only_leads_on_is_followed_once(tag: str, server: Server, world: Outside) -> None:
    server.serve("/led-to", PAGE, **HTML)
    for path, there in (("/leads", "/led-to"), ("/circle", "/circle-2"), ("/circle-2", "/circle")):
        body = f"<html><head>{tag.format(there=server.url(there), path=there)}</head><body>Moved</body></html>"
        server.serve(path, body.encode(), **HTML)
    server.serve("/72", rss(item(1, "A.", link=server.url("/leads")), item(2, "B.", link=server.url("/circle"))), **XML)
    asked = len(server.seen)
    led, round_ = await Fed(world, server, "/72").poll()
    assert ("The junta closed" in led["text"], led["url"]) == (True, server.url("/led-to"))
    assert round_["note"] == "collect: summary only: no text was found on the page"
    assert len([one for one in server.seen[asked:] if one.path.startswith("/circle")]) == 2


def test_a_page_that_is_plain_text_is_that_text_and_one_that_is_only_called_so_is_a_page() -> None:
    text = "The council closes the borders of Niger until further notice, its secretary general says. " * 3
    found = extract(text.encode(), "text/plain; charset=utf-8", "https://sahel.example.org/7.txt")
    assert isinstance(found, Item)
    assert (found.text, found.title) == (text.strip(), None)
    called = extract(PAGE, "text/plain", "https://sahel.example.org/7")
    assert isinstance(called, Item)
    assert called.title == "Niger"
    assert isinstance(extract(b"Moved.", "text/plain", "https://sahel.example.org/8"), Unreadable)
