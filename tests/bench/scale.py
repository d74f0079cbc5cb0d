"""`make bench-scale`: 1, 2 and 4 workers of `enrich` and of `index` on eight partitions.

`python -m tests.bench.scale [--articles N]`: for each service and number of workers one table row, also in
build/bench-scale.json: articles a second, and CPU an article of the workers, the broker and Elasticsearch. The workers
are ready and idle when the articles arrive, all at once, as the service before would have written them. More workers
help as far as there are idle cores: the machine's number of them is in the table.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
import zlib
from collections.abc import Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import orjson
from aiokafka import AIOKafkaProducer

from deploy.local.servers import pid_of, server
from deploy.local.settings import LocalStack
from deploy.local.stack import temporary_stack
from deploy.local.workers import Worker
from schemas.record import Record, Send
from services.article.normalize import handle as ingest
from services.enrich.enrich import handle as enrich
from services.enrich.enrich import load
from services.pipeline import ENRICH, INDEX, NORMALIZED, RAW, Stage
from services.runtime import topics
from services.runtime.rewind import workers as members
from services.runtime.settings import SEEDS
from tests.bench.__main__ import say
from tests.bench.articles import articles
from tests.bench.processes import cpu_seconds

OUT = Path("build/bench-scale.json")
WORKERS = (1, 2, 4)
PATIENCE_S = 600.0


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(prog="make bench-scale", description=__doc__)
    parser.add_argument("--articles", type=int, default=20_000, help="for each row")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="harmattan-scale-") as folder:
        home = Path(folder)
        home.chmod(0o755)  # Elasticsearch runs as another user where we are root
        with temporary_stack(home / "stack", kafka_heap="512m", es_heap="1g", say=say) as stack:
            rows: list[dict[str, Any]] = []
            for stage in (ENRICH, INDEX):
                # not in the table: at first each article costs the broker and Elasticsearch several times as much
                row(stack, stage, 1, options.articles, "warm")
                rows += [row(stack, stage, count, options.articles, f"{stage.name}{count}") for count in WORKERS]
    figures = {"cores": os.cpu_count(), "articles": options.articles, "rows": rows}
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(orjson.dumps(figures, option=orjson.OPT_INDENT_2))
    show(figures)


def row(stack: LocalStack, stage: Stage, count: int, total: int, word: str) -> dict[str, Any]:
    """One service with that many workers, from idle to done; `word` makes the addresses its own."""
    say(f"{stage.name}: {count} workers, {total:,} articles")
    messages = waiting(stage, total, word)
    team = [Worker(stack, stage.name, number) for number in range(count)]
    with ExitStack() as over:
        for worker in team:
            over.callback(worker.stop)
            worker.start()
        client = over.enter_context(topics.admin(stack.connections))
        until(lambda: members(client, stage) == count, f"{count} workers of {stage.name}")
        before, begun = costs(stack, team), time.monotonic()
        asyncio.run(send(stack.kafka_address, messages))
        until(lambda: lag(client, stage) == 0, f"{stage.name} done")
        seconds, after = time.monotonic() - begun, costs(stack, team)
    cost = {name: round((after[name] - before[name]) / total * 1e6) for name in after}
    return {"service": stage.name, "workers": count, "articles_per_s": round(total / seconds), "cpu_us": cost}


def waiting(stage: Stage, total: int, word: str) -> list[Send]:
    """What the service before it would have written of so many new articles."""
    crises = load(SEEDS)
    lines = (line.replace(b"/story-", f"/{word}-".encode()) for line in articles(total))
    raw = [Record(RAW.name, 0, offset, 1_700_000_000_000, None, line) for offset, line in enumerate(lines)]
    sends = ingest(raw, "bench").sends
    if stage is INDEX:
        records = [Record(NORMALIZED.name, 0, 0, 0, one.key, one.value, one.headers) for one in sends]
        sends = [one for record in records for one in enrich([record], crises).sends]
    assert len(sends) == total, f"{total - len(sends)} articles of the bench were rejected"
    return list(sends)


async def send(bootstrap: str, messages: Iterable[Send]) -> None:
    """All of them, each to the partition that our services would take."""
    async with AIOKafkaProducer(bootstrap_servers=bootstrap, acks="all", max_batch_size=512 * 1024) as producer:
        for one in messages:
            place = zlib.crc32(one.key) % NORMALIZED.partitions
            await producer.send(one.topic, one.value, one.key, partition=place, headers=list(one.headers))
        await producer.flush()


def lag(client: Any, stage: Stage) -> int:
    """What the service has not committed yet."""
    from kafka import TopicPartition
    from kafka.admin import OffsetSpec

    places = [
        TopicPartition(found["name"], part["partition_index"])
        for found in client.describe_topics([topic.name for topic in stage.reads]) for part in found["partitions"]
    ]
    ends = client.list_partition_offsets(dict.fromkeys(places, OffsetSpec.LATEST))
    done = client.list_group_offsets([stage.group])[stage.group]
    return sum(ends[place].offset - max(0, done[place].offset if place in done else 0) for place in places)


def costs(stack: LocalStack, team: list[Worker]) -> dict[str, float]:
    """CPU seconds so far."""
    pids = {name: pid_of(server(stack, name)) for name in ("kafka", "elasticsearch")}
    found = {"workers": sum(cpu_seconds(worker.pid) for worker in team if worker.pid)}
    return found | {name: cpu_seconds(pid) for name, pid in pids.items() if pid}


def until(holds: Any, what: str) -> None:
    end = time.monotonic() + PATIENCE_S
    while not holds():
        if time.monotonic() > end:
            raise SystemExit(f"{what}: not after {PATIENCE_S:.0f} s")
        time.sleep(0.2)


def show(figures: dict[str, Any]) -> None:
    """The table."""
    from rich.console import Console
    from rich.table import Table

    title = f"make bench-scale: {figures['articles']:,} articles a row, {figures['cores']} cores"
    table = Table("service", "workers", "articles/s", "CPU µs: workers", "Kafka", "Elasticsearch", title=title)
    for one in figures["rows"]:
        cpu = one["cpu_us"]
        cells = [one["workers"], one["articles_per_s"], cpu["workers"], cpu["kafka"], cpu["elasticsearch"]]
        table.add_row(one["service"], *(f"{cell:,}" for cell in cells))
    Console().print(table)
    print(f"also in {OUT}")


if __name__ == "__main__":
    main()
