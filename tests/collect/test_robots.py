"""robots.txt as RFC 9309 has it, from a server whose file is endless, goes in circles, or fails."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from services.collect.outside import NAME
from services.collect.poller import Outside
from services.collect.robots import KEPT_FAILED_S, KEPT_S, LIMITS, Robots, Rules, rules_of
from services.fetch.answer import Answer
from tests.collect.server import Connection, Request, Respond, Server, raw, reply

AGENT = NAME
COMMENTS = b"# a comment of this site\n" * (LIMITS.body // 25 + 1)
PRIVATE = b"User-agent: *\nDisallow: /private\n"


@pytest.fixture(autouse=True)
def no_robots(server: Server) -> Iterator[None]:
    yield
    server.paths.pop("/robots.txt", None)


async def rules(server: Server, world: Outside, respond: Respond) -> Rules:
    server.paths["/robots.txt"] = respond
    return await Robots(world.client).rules(server.url("/private"))


def endless(connection: Connection, _: Request) -> None:
    connection.raw(b"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n" + PRIVATE)
    for _more in range(100_000):
        connection.raw(COMMENTS)


@pytest.mark.parametrize(
    "respond", [reply(302, Location="/robots.txt"), reply(301, Location="http://[broken/"), reply(304), reply(404)],
    ids=["a circle", "to no address", "not modified", "absent"],
)
async def test_a_file_that_only_leads_elsewhere_or_is_absent_forbids_nothing(
    respond: Respond, server: Server, world: Outside
) -> None:
    assert (await rules(server, world, respond)).forbid(server.url("/private"), AGENT) is None


@pytest.mark.parametrize("respond", [reply(body=PRIVATE + COMMENTS), endless], ids=["too long", "endless"])
async def test_of_a_file_that_is_too_long_the_begin_holds(respond: Respond, server: Server, world: Outside) -> None:
    found = await rules(server, world, respond)
    assert found.forbid(server.url("/private"), AGENT) == "robots.txt asks not to"
    assert found.forbid(server.url("/public"), AGENT) is None


async def test_what_stands_behind_the_begin_is_not_read_and_half_a_line_is_none(
    server: Server, world: Outside
) -> None:
    behind = await rules(server, world, reply(body=COMMENTS + PRIVATE))
    assert behind.forbid(server.url("/private"), AGENT) is None
    until = COMMENTS[: LIMITS.body - len("User-agent: *\nDisallow: /")]
    half = await rules(server, world, reply(body=until[:-1] + b"\n" + PRIVATE))
    assert half.forbid(server.url("/public"), AGENT) is None
    short = await rules(server, world, raw(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nUser-agent: *\nDisallow: /"))
    assert short.forbid(server.url("/public"), AGENT) is None


async def test_a_server_that_fails_is_left_alone_for_a_while_and_asked_again(server: Server, world: Outside) -> None:
    now = [0.0]
    robots = Robots(world.client, lambda: now[0])
    asked = len(server.asked("/robots.txt"))
    for now[0], status, forbidden in (
        (0.0, 503, True), (KEPT_FAILED_S - 1, 200, True), (KEPT_FAILED_S, 200, False), (KEPT_S, 503, False),
    ):
        server.paths["/robots.txt"] = reply(status, b"User-agent: *\nDisallow:\n")
        found = await robots.rules(server.url("/private"))
        assert (found.forbid(server.url("/private"), AGENT) is not None) == forbidden
    assert len(server.asked("/robots.txt")) == asked + 2


@pytest.mark.parametrize("answer", [Answer("", 500), Answer("", 429), Answer("", 0, problem="hung up")])
def test_a_server_that_fails_allows_nothing(answer: Answer) -> None:
    assert (rules_of(answer).forbid("https://sahel.example.org/", AGENT) or "").startswith("its robots.txt could not")


@pytest.mark.parametrize("named", ["Harmattan", "harmattan", "Harmattan/1", "HARMATTAN/1 (news watch)"[:11]])
def test_we_are_named_with_our_number_or_without(named: str) -> None:
    rules = rules_of(Answer("https://a.example/robots.txt", 200, body=f"User-agent: {named}\nDisallow: /".encode()))
    assert rules.forbid("https://a.example/1", NAME) == "robots.txt asks not to"


def test_the_sitemaps_that_a_file_names_are_known() -> None:
    body = b"Sitemap: https://a.example/news.xml\nUser-agent: *\nDisallow:\nsitemap: /other.xml\n"
    assert rules_of(Answer("https://a.example/robots.txt", 200, body=body)).sitemaps() == (
        "https://a.example/news.xml", "/other.xml",
    )
    assert rules_of(Answer("https://a.example/robots.txt", 404)).sitemaps() == ()
