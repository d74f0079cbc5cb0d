"""Channels through kills: a webhook on loopback, the real Elasticsearch, and workers that die at random moments."""

from __future__ import annotations

import asyncio
import os
import random
import signal
import subprocess
import sys
import uuid
from collections import Counter
from collections.abc import Iterator

import orjson
import pytest
from elasticsearch import AsyncElasticsearch

from deploy.local.settings import repository_root
from services.elastic.bulk import Patience
from services.elastic.mapping import IndexSettings
from services.elastic.server import ElasticsearchServer
from services.elastic.setup import prepare
from services.pipeline import DELIVERIES_INDEX
from tests.alert.receiver import Answer, Receiver, receiver
from tests.integration import servers
from tests.integration.places import place
from tests.integration.waiting import PATIENCE

pytestmark = pytest.mark.integration


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Of an Elasticsearch where no alert service runs, which would take these deliveries for its own."""
    with place() as home, servers.elasticsearch(home) as url:
        yield url


ALERTS, KILLS, LOST = 60, 8, 5


async def test_a_webhook_gets_each_alert_through_kills_and_lost_answers(address: str) -> None:
    """Doubled, under the same key and delivery id, only what was on its way at a kill or whose answer was lost."""
    seed = int(os.environ.get("HARMATTAN_SEED", random.SystemRandom().randrange(10_000)))
    print(f"HARMATTAN_SEED={seed}")
    chance = random.Random(seed)
    crisis = f"kill-{uuid.uuid4().hex[:8]}"
    async with AsyncElasticsearch(address) as client, receiver("correct horse battery staple") as hook:
        server = ElasticsearchServer(client)
        await prepare(server, IndexSettings(), Patience())
        answers: list[Answer] = ["ok"] * 40
        answers += ["lost"] * LOST
        hook.answers = answers
        chance.shuffle(hook.answers)
        for _ in range(KILLS):
            process = worker(address, hook, crisis)
            before = len(hook.requests)
            # it has to come as far as the first request, for a kill to hit anything
            async with asyncio.timeout(PATIENCE * 20):
                while len(hook.requests) == before and len(set(hook.keys())) < ALERTS:
                    await asyncio.sleep(0.02)
            await asyncio.sleep(chance.uniform(0, 0.4))
            process.send_signal(signal.SIGKILL)
            process.wait()
        process = worker(address, hook, crisis)
        try:
            async with asyncio.timeout(PATIENCE * 60):
                while await pending(server, crisis) or len(set(hook.keys())) < ALERTS:
                    await asyncio.sleep(0.3)
        finally:
            process.kill()
            process.wait()
        counted = Counter(hook.keys())
        assert len(counted) == ALERTS, "each once at least"
        repeats = sum(counted.values()) - ALERTS
        print(f"{repeats} repeats")
        assert repeats <= LOST + KILLS * 4, "four are on their way at a time"
        assert all(hook.genuine(request) for request in hook.requests)
        for key in counted:
            same = [one for one in hook.requests if one.headers["idempotency-key"] == key]
            assert len({one.headers["x-harmattan-delivery"] for one in same}) == 1


def worker(address: str, hook: Receiver, crisis: str) -> subprocess.Popen[bytes]:
    """A process that sends all alerts, as one that reads them again would, and delivers."""
    command = [sys.executable, "-m", "tests.integration.delivering", address, hook.url, crisis, str(ALERTS)]
    return subprocess.Popen(command, cwd=repository_root(), stdout=subprocess.DEVNULL)


async def pending(server: ElasticsearchServer, crisis: str) -> int:
    await server.send("POST", f"/{DELIVERIES_INDEX.name}/_refresh")
    query = {"query": {"bool": {"filter": [{"term": {"crisis": crisis}}, {"term": {"state": "pending"}}]}}}
    answer = await server.send("POST", f"/{DELIVERIES_INDEX.name}/_count", orjson.dumps(query))
    return int(answer.body["count"])
