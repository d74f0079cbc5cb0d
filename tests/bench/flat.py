"""`make bench-flat`: whether the last articles of a million cost what the first do.

`python -m tests.bench.flat [--articles N] [--window N]`: a stack of its own, fed a window at a time; the next one comes
when nothing of the last is in flight, so that each process's CPU belongs to the window's articles. Printed as it goes,
and kept in build/bench-flat.json: per window CPU in microseconds an article and the memory of each process. The first
windows also pay for what a JVM compiles, so the last are to be compared with those that come after.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import orjson
from elasticsearch import Elasticsearch

from deploy.local.desk import OFFLINE
from deploy.local.settings import LocalStack
from deploy.local.stack import temporary_stack
from deploy.local.workers import start_all, stop_all, wait_until_working
from services.cli.status import look
from services.pipeline import ARTICLES_INDEX
from tests.bench import load
from tests.bench.__main__ import PATIENCE_S, pids, say
from tests.bench.articles import articles
from tests.bench.processes import cpu_seconds, loop_seconds, peak_megabytes

OUT = Path("build/bench-flat.json")


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(prog="make bench-flat", description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--window", type=int, default=10_000)
    options = parser.parse_args()
    OUT.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="harmattan-flat-") as folder:
        home = Path(folder)
        home.chmod(0o755)  # Elasticsearch runs as another user where we are root
        with temporary_stack(home / "stack", kafka_heap="512m", es_heap="1g", say=say) as stack:
            start_all(stack, say, OFFLINE)
            wait_until_working(stack)
            rows: list[dict[str, Any]] = []
            for row in windows(stack, options.articles, options.window):
                rows.append(row)
                say(orjson.dumps(row).decode())
                OUT.write_bytes(orjson.dumps({"machine_loop_s": loop_seconds(), "windows": rows}))
            stop_all(stack, say)
    print(f"also in {OUT}")


def windows(stack: LocalStack, count: int, size: int) -> Iterator[dict[str, Any]]:
    """One row for each `size` articles, when all of them can be found and no lag is left."""
    source = articles(count)
    fed = 0
    with Elasticsearch(stack.elasticsearch_address) as client:
        while lines := list(itertools.islice(source, size)):
            fed += len(lines)
            processes = pids(stack)
            before = {name: cpu_seconds(pid) for name, pid in processes.items()}
            begun = time.monotonic()
            asyncio.run(load.flood(stack.kafka_address, lines))
            while client.count(index=ARTICLES_INDEX.name)["count"] < fed or look(stack.connections).lag:
                if time.monotonic() - begun > PATIENCE_S:
                    raise SystemExit(f"not indexed after {PATIENCE_S:.0f} s; logs in {stack.log}")
                time.sleep(0.5)
            seconds = time.monotonic() - begun
            cost = {
                name: round((cpu_seconds(pid) - before[name]) / len(lines) * 1e6) for name, pid in processes.items()
            }
            yield {
                "articles": fed,
                "articles_per_s": round(len(lines) / seconds),
                "cpu_us_per_article": {"all": sum(cost.values()), **cost},
                "peak_mb": {name: peak_megabytes(pid) for name, pid in processes.items()},
            }


if __name__ == "__main__":
    main()
