"""What a person types is found, however they type it."""

from __future__ import annotations

import pytest

from services.collect.discover import NothingThereError, discover
from services.collect.poller import Outside
from tests.collect.feeds import item, rss
from tests.collect.server import Server

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
