"""No packet leaves for an address that is not public, whichever way it is reached."""

from __future__ import annotations

import pytest

from tests.fetch.fakes import FakeNetwork, client_on, response

GOOD, INNER = "93.184.215.14", "127.0.0.1"


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/",
        "http://[::1]/", "http://[::ffff:127.0.0.1]/", "http://[64:ff9b::7f00:1]/", "http://0/", "http://0.0.0.0/",
        "http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "http://10.0.0.1/", "http://100.100.100.200/",
        "http://127。0。0。1/", "http://①②⑦.⓪.⓪.①/", "http://user:pw@127.0.0.1/", "http://127.0.0.1:9200/",
        "https://127.0.0.1/", "http://example.org@127.0.0.1/",
    ],
)
async def test_no_packet_leaves_for_a_number(address: str) -> None:
    network = FakeNetwork({}, {INNER: response(200, b"secret")})
    answer = await client_on(network).get(address)
    assert network.connected == []
    assert answer.status == 0
    assert answer.problem


@pytest.mark.parametrize("found", [["127.0.0.1"], ["10.0.0.8"], ["fd00:ec2::254"], [GOOD, "127.0.0.1"], ["::1", GOOD]])
async def test_no_packet_leaves_for_a_name_that_is_such_an_address(found: list[str]) -> None:
    network = FakeNetwork({"inner.example": [found]}, {})
    answer = await client_on(network).get("http://inner.example/")
    assert network.connected == []
    assert "not a public address" in (answer.problem or "")


async def test_the_address_that_was_checked_is_the_one_connected_to() -> None:
    """A name that is asked twice may answer differently the second time; it is not asked twice."""
    network = FakeNetwork({"rebound.example": [[GOOD], [INNER]]}, {GOOD: response(200, b"news")})
    answer = await client_on(network).get("http://rebound.example/")
    assert (answer.body, network.connected, network.resolved) == (b"news", [GOOD], ["rebound.example"])


async def test_a_name_that_is_rebound_between_two_requests_is_refused_the_second_time() -> None:
    network = FakeNetwork({"rebound.example": [[GOOD], [INNER]]}, {GOOD: response(200, b"news")})
    client = client_on(network)
    await client.get("http://rebound.example/")
    answer = await client.get("http://rebound.example/")
    assert network.connected == [GOOD]
    assert "not a public address" in (answer.problem or "")


@pytest.mark.parametrize(
    "location",
    ["http://127.0.0.1/", "//localhost/", "http://2130706433/", "http://inner.example/", "https://[::1]/", "http://0/"],
)
async def test_no_packet_leaves_for_where_a_redirect_leads(location: str) -> None:
    names = {"good.example": [[GOOD]], "localhost": [[INNER]], "inner.example": [["192.168.0.1"]]}
    network = FakeNetwork(names, {GOOD: response(302, Location=location)})
    answer = await client_on(network).get("http://good.example/")
    assert network.connected == [GOOD]
    assert "not a public address" in (answer.problem or "")


@pytest.mark.parametrize(
    "location", ["file:///etc/passwd", "ftp://good.example/", "gopher://good.example/", "data:text/plain,x",
                 "javascript:alert(1)", "unix:///var/run/docker.sock"],
)
async def test_only_web_addresses_are_followed_and_asked(location: str) -> None:
    network = FakeNetwork({"good.example": [[GOOD]]}, {GOOD: response(302, Location=location)})
    answer = await client_on(network).get("http://good.example/")
    assert network.connected == [GOOD]
    assert "only http and https" in (answer.problem or "")
    network.connected.clear()
    assert (await client_on(network).get(location)).status == 0
    assert network.connected == []


async def test_a_password_and_a_cookie_stay_with_their_host() -> None:
    other = "8.8.8.8"
    network = FakeNetwork(
        {"good.example": [[GOOD]], "other.example": [[other]]},
        {
            GOOD: response(302, Location="http://eve:pw@other.example/next", Set_Cookie="id=1; Domain=example"),
            other: response(200, b"news"),
        },
    )
    answer = await client_on(network).get("http://user:secret@good.example/")
    assert (answer.status, network.connected) == (200, [GOOD, other])
    first, second = (b"".join(network.sent).split(b"GET /")[1:])
    assert b"authorization: basic" in first.lower()
    assert b"authorization" not in second.lower()
    assert b"cookie" not in first.lower() + second.lower()


async def test_a_cookie_does_not_even_come_back_to_its_own_host() -> None:
    network = FakeNetwork({"good.example": [[GOOD]]}, {GOOD: response(200, b"news", Set_Cookie="id=1")})
    client = client_on(network)
    await client.get("http://good.example/")
    await client.get("http://good.example/")
    assert b"cookie" not in b"".join(network.sent).lower()


async def test_who_needs_it_may_name_exceptions() -> None:
    network = FakeNetwork({"feeds.intern.example": [["10.0.0.8"]]}, {"10.0.0.8": response(200, b"news")})
    answer = await client_on(network, allow="feeds.intern.example").get("http://feeds.intern.example/")
    assert answer.body == b"news"


async def test_a_proxy_of_the_environment_is_no_way_round(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "HTTPS_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:3128")
    network = FakeNetwork({"good.example": [[GOOD]]}, {GOOD: response(200, b"news")})
    await client_on(network).get("http://good.example/")
    assert network.connected == [GOOD]


async def test_redirects_end() -> None:
    network = FakeNetwork({"good.example": [[GOOD]]}, {GOOD: response(302, Location="/again")})
    answer = await client_on(network).get("http://good.example/")
    assert len(network.connected) == 6
    assert answer.problem == "more than 5 redirects, in a circle: it may want a cookie"


@pytest.mark.parametrize(("first", "moved"), [(301, "http://new.example/"), (308, "http://new.example/"), (302, None)])
async def test_only_a_permanent_redirect_is_remembered(first: int, moved: str | None) -> None:
    network = FakeNetwork(
        {"good.example": [[GOOD]], "new.example": [["8.8.8.8"]]},
        {GOOD: response(first, Location="http://new.example/"), "8.8.8.8": response(200, b"news")},
    )
    assert (await client_on(network).get("http://good.example/")).moved == moved


async def test_a_head_is_mended_behind_tls_too() -> None:
    odd = b"HTTP/1.1 200 OK\r\nX Y: 1\r\nContent-Length : 5\r\n\r\nhello"
    answer = await client_on(FakeNetwork({"good.example": [[GOOD]]}, {GOOD: odd})).get("https://good.example/")
    assert answer.body == b"hello"
