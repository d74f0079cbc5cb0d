"""`python -m tests.bench.collect [--feeds N] [--seconds S]`: how many feeds one worker polls, at what cost.

A thousand feeds of fifty items on as many addresses of loopback, through the real client, reader and core, without a
broker: first all of them new, then unchanged (304), then the same bodies without an ETag.
"""

from __future__ import annotations

import argparse
import asyncio
import multiprocessing
import resource
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection as Pipe

from schemas.source import Source
from schemas.source_state import SourceState
from services.collect.app import PROCESSES
from services.collect.outside import outside
from services.collect.poll import Article, current
from services.collect.poller import Outside, poll_source
from services.collect.reader import Reader
from services.runtime.settings import CollectSettings
from tests.collect.feeds import item, rss
from tests.collect.server import Connection, Request, running

ITEMS, AT_ONCE = 50, 32


def serve(pipe: Pipe, feeds: int) -> None:
    """The feeds, in a process of their own, so that their cost is not counted."""
    with running() as server:
        for number in range(feeds):
            body = rss(*(
                item(at, text="The airspace over Niamey stays closed, says the junta. " * 20,
                     link=f"https://sahel.example.org/{number}/{at}", guid=f"{number}-{at}") for at in range(ITEMS)
            ))

            def respond(connection: Connection, request: Request, body: bytes = body) -> None:
                if request.headers.get("if-none-match"):
                    connection.reply(304)
                else:
                    connection.reply(200, body, ETag='"one"')

            server.paths[f"/{number}"] = respond
        pipe.send(server.port)
        pipe.recv()


async def poll_all(
    sources: Sequence[Source], states: dict[str, SourceState], world: Outside, seconds: float
) -> tuple[int, int, float, float]:
    """Polls, articles, seconds, CPU seconds of all that could be polled in time."""
    fed = polls = 0
    slots = asyncio.Semaphore(AT_ONCE)
    begun, cpu = time.perf_counter(), time.process_time()

    async def feed(articles: Sequence[Article]) -> None:
        nonlocal fed
        fed += len(articles)

    async def one(source: Source) -> None:
        nonlocal polls
        async with slots:
            if time.perf_counter() - begun < seconds:
                states[source.id] = await poll_source(source, states[source.id], world, feed)
                polls += 1

    await asyncio.gather(*map(one, sources))
    return polls, fed, time.perf_counter() - begun, time.process_time() - cpu


async def measure(port: int, feeds: int, seconds: float) -> None:
    """Prints a line for each round."""
    settings = CollectSettings.model_validate({
        "HARMATTAN_COLLECT_ALLOW": "127.0.0.0/8", "HARMATTAN_COLLECT_HOST_PAUSE": 0,
    })
    reader = Reader(PROCESSES)
    world = outside(settings, reader, lambda: int(time.time() * 1000))
    sources = [
        Source(id=f"s{n}", name="Exemple", address=f"http://127.1.{n // 250}.{n % 250 + 1}:{port}/{n}", full_text=False)
        for n in range(feeds)
    ]
    states = {source.id: current(source, None, world.pace) for source in sources}
    try:
        for name in ("new", "unchanged, 304", "unchanged, no ETag"):
            if name.endswith("no ETag"):
                states = {key: state.model_copy(update={"etag": None, "body": None}) for key, state in states.items()}
            polls, fed, took, cpu = await poll_all(sources, states, world, seconds)
            sources = [source for source in sources if states[source.id].polls]
            print(f"{name}: {polls} feeds, {fed} articles, {polls / took:.0f} feeds/s, {1000 * cpu / polls:.2f} ms CPU "
                  f"a feed without the parsers' processes, {sum(states[one.id].fails > 0 for one in sources)} failed")
    finally:
        await world.client.close()
        reader.close()
    size = sum(len(states[source.id].model_dump_json()) for source in sources) // len(sources)
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(f"memory: {own.ru_maxrss // 1024} MB, each of {PROCESSES} parsers {children.ru_maxrss // 1024} MB at most; "
          f"together they took {children.ru_utime + children.ru_stime:.1f} s CPU; state of a feed {size:,} bytes")


def main() -> None:
    """Serves, measures, ends."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--feeds", type=int, default=1000)
    parser.add_argument("--seconds", type=float, default=300.0, help="of each round, at most")
    given = parser.parse_args()
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe()
    server = context.Process(target=serve, args=(there, given.feeds), daemon=True)
    server.start()
    try:
        asyncio.run(measure(here.recv(), given.feeds, given.seconds))
    finally:
        here.send(None)
        server.join(5)


if __name__ == "__main__":
    main()
