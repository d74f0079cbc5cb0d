"""POST /articles over HTTP, before a broker that is slow, away, or acknowledges."""

from __future__ import annotations

import asyncio
import gzip
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import orjson
import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from schemas.record import Send
from services.collect import intake, posting, websub
from services.collect.callbacks import Callbacks
from services.collect.posting import Posting

NOW = 1_690_500_000_000
ARTICLE = orjson.dumps({"title": "Niger: airspace closed", "url": "https://sahel.example.org/1", "text": "Closed."})


@dataclass
class Broker:
    """Acknowledges when `answers` is set."""

    answers: asyncio.Event = field(default_factory=asyncio.Event)
    asked: asyncio.Event = field(default_factory=asyncio.Event)
    written: list[Send] = field(default_factory=list)
    counted: int = 0

    async def write(self, sends: Sequence[Send]) -> None:
        self.asked.set()
        await self.answers.wait()
        self.written.extend(sends)

    def count(self, number: int) -> None:
        self.counted += number


@asynccontextmanager
async def served(
    broker: Broker, hubs: Callbacks | None = None
) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    app = web.Application()
    if hubs:
        app.router.add_post(websub.PATH, hubs.told)
    app.router.add_post("/articles", Posting(broker.write, "a token", lambda: NOW, broker.count).__call__)
    headers = {"Authorization": "Bearer a token"}
    async with TestClient(TestServer(app), headers=headers) as client:
        yield client


async def test_an_answer_comes_once_the_broker_has_acknowledged() -> None:
    broker = Broker()
    async with served(broker) as client:
        waiting = asyncio.create_task(client.post("/articles", data=ARTICLE))
        await broker.asked.wait()
        assert not waiting.done()
        broker.answers.set()
        answer = await waiting
        found = await answer.json()
    assert (answer.status, found["accepted"], broker.counted) == (200, 1, 1)
    assert [send.key.decode() for send in broker.written if send.key] == [found["articles"][0]["id"]]


async def test_a_broker_that_does_not_answer_is_503_with_a_time_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "ACKNOWLEDGED_WITHIN_S", 0.05)
    broker = Broker()
    async with served(broker) as client:
        answer = await client.post("/articles", data=ARTICLE)
        assert (answer.status, int(answer.headers["Retry-After"]) > 0) == (503, True)
        assert "post again" in (await answer.json())["reason"]
        assert broker.counted == 0
        # back again: the same request is taken, and counted once
        broker.answers.set()
        assert (await client.post("/articles", data=ARTICLE)).status == 200
    assert (len(broker.written), broker.counted) == (1, 1)


async def test_too_much_that_waits_is_429_with_a_time_to_come_again_until_the_broker_answers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intake, "WAITING_MAX", 2 * len(ARTICLE))
    broker = Broker()
    async with served(broker) as client:
        waiting = [asyncio.create_task(client.post("/articles", data=ARTICLE)) for _ in range(8)]
        refused, pending = set[asyncio.Task[object]](), set(waiting)
        while len(refused) < 6:
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            refused |= done
        answers = [one.result() for one in waiting if one in refused]
        assert [answer.status for answer in answers] == [429] * 6
        assert all(int(answer.headers["Retry-After"]) > 0 for answer in answers)
        broker.answers.set()
        assert [(await one).status for one in pending] == [200, 200]
        # what was refused has taken no room for good
        assert (await client.post("/articles", data=ARTICLE)).status == 200
    assert broker.counted == 3


async def test_a_body_of_unknown_length_counts_as_the_longest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "WAITING_MAX", intake.REQUEST_MAX - 1)
    broker = Broker()
    broker.answers.set()

    async def pieces() -> AsyncIterator[bytes]:
        yield ARTICLE

    async with served(broker) as client:
        assert (await client.post("/articles", data=pieces())).status == 429
        assert (await client.post("/articles", data=ARTICLE)).status == 200


async def test_a_body_that_is_not_packed_as_it_says_is_400_and_a_hub_is_answered_so_too(
    caplog: pytest.LogCaptureFixture,
) -> None:
    broker, poked = Broker(), list[str]()
    broker.answers.set()

    async def poke(source: str, _: str) -> None:
        poked.append(source)

    async with served(broker, Callbacks("a token", poke)) as client:
        for path in ("/articles", "/websub/sahel.example.org/exemple/key"):
            answer = await client.post(path, data=ARTICLE, headers={"Content-Encoding": "gzip"})
            assert answer.status == 400, path
        assert (await client.post("/articles", data=gzip.compress(ARTICLE), headers={"Content-Encoding": "gzip"})).ok
    assert (broker.counted, poked, caplog.records) == (1, [], [])


async def test_a_body_that_never_ends_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(posting, "BODY_WITHIN_S", 0.05)
    broker, never = Broker(), asyncio.Event()

    async def pieces() -> AsyncIterator[bytes]:
        yield ARTICLE
        await never.wait()

    async with served(broker) as client:
        sending = asyncio.create_task(client.post("/articles", data=pieces()))
        answer = await sending
        assert answer.status == 408
        never.set()
    assert broker.written == []
