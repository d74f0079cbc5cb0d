"""The collect service on a real broker, reading from a real HTTP server on loopback."""

from __future__ import annotations

import hmac
import json
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
import yaml

from deploy.local.settings import LocalStack
from deploy.local.workers import Worker
from services.pipeline import RAW, SOURCE_STATES
from tests.collect.feeds import item, rss
from tests.collect.server import Connection, Request, Server, running
from tests.integration.desk import Desk, own_desk
from tests.integration.waiting import until

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def own() -> Iterator[Desk]:
    """Servers of its own: the sources of the other tests must not be polled here, nor these there."""
    with own_desk(services=False) as desk:
        yield desk


@pytest.fixture
def server() -> Iterator[Server]:
    with running() as server:
        yield server


class Collectors:
    """Workers of the collect service with seeds of a test."""

    def __init__(self, stack: LocalStack, desk: Desk, seeds: Path) -> None:
        self.desk, self.stack, self.seeds = desk, stack, seeds
        self.environ = {
            "HARMATTAN_SEEDS": str(seeds), "HARMATTAN_COLLECT_ALLOW": "127.0.0.0/8", "HARMATTAN_WEB_PORT": "0",
            "HARMATTAN_COLLECT_HOST_PAUSE": "0", "HARMATTAN_COLLECT_SHORTEST": "1", "HARMATTAN_COLLECT_LONGEST": "2",
            "HARMATTAN_COLLECT_CONTACT": "desk@example.org", "HARMATTAN_LOG_LEVEL": "info",
        }

    def define(self, *sources: dict[str, Any]) -> None:
        (self.seeds / "crisis").mkdir(exist_ok=True)
        (self.seeds / "crisis" / "sources.yaml").write_text(yaml.safe_dump({"sources": list(sources)}))

    def start(self, number: int = 0, **environ: str) -> None:
        Worker(self.stack, "collect", number).start({**self.environ, **environ})

    def kill(self, number: int = 0) -> None:
        Worker(self.stack, "collect", number).kill()

    def stop(self, number: int = 0) -> None:
        Worker(self.stack, "collect", number).stop()

    def command(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """One command of a person who has the same settings."""
        return self.desk.harmattan(*arguments, stdin=b"", **self.environ)

    def log(self, number: int = 0) -> str:
        return Worker(self.stack, "collect", number).log.read_text()

    def fed(self) -> list[dict[str, Any]]:
        return [json.loads(record.value) for record in self.desk.broker.read(RAW.name)]

    def states(self) -> dict[str, dict[str, Any]]:
        return {record.key.decode(): json.loads(record.value) for record in self.desk.broker.read(SOURCE_STATES.name)}


@pytest.fixture
def collectors(own: Desk, tmp_path: Path) -> Iterator[Collectors]:
    collectors = Collectors(own.stack, own, tmp_path)
    yield collectors
    for number in range(4):
        collectors.stop(number)


def conditional(server: Server, path: str, items: int) -> None:
    """A feed that knows its ETag."""
    body = rss(*(item(number, text="x" * 1000 + path, link=f"https://sahel.example.org{path}/{number}",
                      guid=f"{path}{number}") for number in range(items)))

    def respond(connection: Connection, request: Request) -> None:
        if request.headers.get("if-none-match") == '"one"':
            connection.reply(304, ETag='"one"')
        else:
            connection.reply(200, body, ETag='"one"', Content_Type="application/rss+xml")

    server.paths[path] = respond


def test_a_feed_of_the_seeds_is_fed_once_whatever_happens_to_the_workers(
    collectors: Collectors, server: Server
) -> None:
    paths = [f"/feed-{number}" for number in range(20)]
    for path in paths:
        conditional(server, path, 3)
    hosts = [f"127.0.1.{number + 1}" for number in range(20)]
    collectors.define(*(
        {"id": f"source{path.replace('/', '-')}", "name": "Exemple", "address": server.url(path, host)}
        for path, host in zip(paths, hosts, strict=True)
    ))
    collectors.start()
    until(lambda: bool(server.seen), bool, 60, "the first request")
    until(lambda: len(collectors.fed()), lambda count: count >= 60, 90, "60 articles fed")
    until(lambda: min((state["polls"] for state in collectors.states().values()), default=0), lambda n: n >= 2, 60)
    collectors.kill()
    asked = len(server.seen)
    collectors.start()
    collectors.start(1)
    until(lambda: len(server.seen), lambda count: count > asked + 60, 90, "polled on")
    collectors.kill(1)
    asked = len(server.seen)
    until(lambda: len(server.seen), lambda count: count > asked + 60, 90, "polled on by the one that is left")
    collectors.stop()
    times = Counter(article["url"] for article in collectors.fed())
    print(f"{len(server.seen)} requests, {sum(times.values())} articles fed, {max(times.values())} times at most")
    assert len(times) == 60
    assert set(times.values()) == {1}
    agents = {request.headers["user-agent"] for request in server.seen}
    assert agents == {"Harmattan/1 (news watch; +desk@example.org)"}
    # the state came back after the kill: nobody was asked for the whole again
    assert all(
        sum("if-none-match" not in request.headers for request in server.asked(path)) == 1 for path in paths
    )


def agents_of(server: Server, since: int) -> dict[str, set[str]]:
    """Who has asked for each path since that request; a worker is known by its contact."""
    found: dict[str, set[str]] = {}
    for request in server.seen[since:]:
        found.setdefault(request.path, set()).add(request.headers["user-agent"])
    return found


def test_two_workers_share_the_sources_and_what_a_killed_one_had_is_taken_over(
    collectors: Collectors, server: Server
) -> None:
    paths = [f"/shared-{number}" for number in range(16)]
    for path in paths:
        conditional(server, path, 1)
    collectors.define(*(
        {"id": path[1:], "name": "Exemple", "address": server.url(path, f"127.0.2.{number + 1}")}
        for number, path in enumerate(paths)
    ))
    collectors.start(0, HARMATTAN_COLLECT_CONTACT="first@example.org")
    collectors.start(1, HARMATTAN_COLLECT_CONTACT="second@example.org")
    first, second = (f"Harmattan/1 (news watch; +{name}@example.org)" for name in ("first", "second"))

    def shared() -> dict[str, set[str]]:
        """Who owns what, in a while in which every source was asked three times, none by both; else nothing.

        A group that is shared out anew in that while, as on a machine that stands still, is looked at again.
        """
        begun = len(server.seen)
        until(
            lambda: Counter(request.path for request in server.seen[begun:]),
            lambda asked: all(asked[path] >= 3 for path in paths), 90, "every source is asked",
        )
        owners = agents_of(server, begun)
        split = all(len(who) == 1 for who in owners.values()) and set.union(*owners.values()) == {first, second}
        return owners if split else {}

    owners = until(shared, bool, 180, "two workers share the sources")
    lost = [path for path, who in owners.items() if who == {first}]
    assert 0 < len(lost) < len(paths)
    print(f"{len(lost)} and {len(paths) - len(lost)} sources, each asked three times, none by both")
    collectors.kill(0)
    killed = time.monotonic()
    begun = len(server.seen)
    for path in lost:
        new = item(1, text="y" * 1000, link=f"https://sahel.example.org{path}/new", guid=f"{path}new")
        server.serve(path, rss(new), Content_Type="application/rss+xml")
    until(
        lambda: {path for path, who in agents_of(server, begun).items() if who == {second}},
        lambda seen: seen == set(paths), 60, "the other has taken over",
    )
    print(f"taken over after {time.monotonic() - killed:.0f} s")
    wanted = {f"https://sahel.example.org{path}/new" for path in lost}
    fed = until(
        lambda: Counter(one["url"] for one in collectors.fed() if "/shared-" in one["url"]),
        lambda urls: wanted <= set(urls), 60, "the news of the sources that were taken over",
    )
    assert {url: fed[url] for url in wanted} == dict.fromkeys(wanted, 1)


def port_of(collectors: Collectors) -> int:
    """Where the pages of the first worker are."""
    def lines() -> list[str]:
        return [line for line in collectors.log().splitlines() if '"metrics"' in line]

    started = until(lines, bool, 60, "started")
    return int(json.loads(started[-1])["metrics"].rpartition(":")[2].partition("/")[0])


def test_what_is_posted_added_and_told_by_a_hub_is_fed(collectors: Collectors, server: Server, tmp_path: Path) -> None:
    collectors.define()
    hub: list[dict[str, list[str]]] = []

    def subscribe(connection: Connection, request: Request) -> None:
        hub.append(parse_qs(request.body.decode()))
        connection.reply(202)

    server.paths["/hub"] = subscribe
    head = f'<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="hub" href="{server.url("/hub")}"/>'
    server.serve("/told", rss(item(901, "x" * 1000), head=head), Content_Type="application/rss+xml")
    token = {"HARMATTAN_COLLECT_TOKEN": "a token", "HARMATTAN_COLLECT_CALLBACK": "http://callback.example.org"}
    slow = {"HARMATTAN_COLLECT_SHORTEST": "3600", "HARMATTAN_COLLECT_LONGEST": "3600"}
    collectors.start(0, **token, **slow)
    base = f"http://127.0.0.1:{port_of(collectors)}"
    # posted
    with httpx.Client(headers={"Authorization": "Bearer a token"}, timeout=30) as client:
        articles = [{"title": "Niger: posted", "url": "https://sahel.example.org/posted"}, {"url": "nothing"}]
        answer = until(lambda: client.post(f"{base}/articles", json=articles), lambda got: got.status_code == 200, 60)
        assert (answer.json()["accepted"], answer.json()["rejected"]) == (1, 1)
        posted = [record for record in collectors.desk.broker.read(RAW.name) if record.key]
        assert answer.json()["articles"][0]["id"].encode() in [record.key for record in posted]
        assert httpx.post(f"{base}/articles", json=articles).status_code == 401
        # added by a person, with the worker running
        added = collectors.command("sources", "add", server.url("/told"), "--id", "told")
        assert added.returncode == 0, added.stderr
        until(lambda: collectors.states().get("told", {}).get("subscribed"), bool, 60, "the hub was asked")
        [form] = hub
        # the hub asks back, and then tells of news
        path = urlsplit(form["hub.callback"][0]).path
        query = {"hub.mode": "subscribe", "hub.topic": form["hub.topic"][0], "hub.challenge": "42"}
        assert client.get(f"{base}{path}", params=query).text == "42"
        server.serve("/told", rss(item(902, "y" * 1000), item(901, "x" * 1000), head=head))
        signature = hmac.new(form["hub.secret"][0].encode(), b"news", "sha256").hexdigest()
        assert client.post(f"{base}{path}", content=b"news").status_code == 202
        client.post(f"{base}{path}", content=b"news", headers={"X-Hub-Signature": f"sha256={signature}"})
    until(
        lambda: {article.get("title") for article in collectors.fed()}, lambda titles: "Niger: report 902" in titles,
        60, "fed after the hub told",
    )
    listed = collectors.command("sources", "list", "--json")
    [line] = [json.loads(one) for one in listed.stdout.splitlines()]
    assert (line["id"], line["health"], line["fed"]) == ("told", "healthy", 2)
    export = collectors.command("sources", "export", str(tmp_path / "out.opml"))
    assert export.returncode == 0
    assert server.url("/told") in (tmp_path / "out.opml").read_text()
    busy = collectors.command("sources", "run", "--once")
    assert (busy.returncode, b"the collect service runs" in busy.stderr) == (2, True)
    removed = collectors.command("sources", "remove", "told")
    assert removed.returncode == 0, removed.stderr
    assert collectors.command("sources", "list", "--json").stdout == b""


def test_sources_are_polled_from_the_command_line_where_no_service_runs(
    collectors: Collectors, server: Server
) -> None:
    server.serve("/once", rss(item(911, "x" * 1000), item(912, "y" * 1000)), Content_Type="application/rss+xml")
    collectors.define({"id": "once", "name": "Exemple", "address": server.url("/once")})
    first = collectors.command("sources", "run", "--once", "once")
    assert first.stdout.decode().strip() == "1 of 1 sources polled, 2 articles fed, 0 failed", first.stderr
    second = collectors.command("sources", "run", "--once", "once")
    assert second.stdout.decode().strip() == "1 of 1 sources polled, 0 articles fed, 0 failed", second.stderr
