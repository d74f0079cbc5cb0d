"""`python -m tests.bench [--articles N] [--paced SECONDS]`: one table, also in build/bench.json.

A stack of its own on free ports: real broker, real Elasticsearch, one worker of each service, everything durable.
Rates depend on the machine and the hour; the ratio to Elasticsearch's own bulk rate, taken in the same run, and the
CPU per article are what to compare.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import orjson
from elasticsearch import Elasticsearch

from deploy.local.desk import OFFLINE
from deploy.local.servers import pid_of, server
from deploy.local.settings import LocalStack
from deploy.local.stack import temporary_stack
from deploy.local.workers import NAMES, Worker, start_all, stop_all, wait_until_working
from services.cli.status import look
from services.pipeline import ALERTS_INDEX, ARTICLES_INDEX
from tests.bench import core, paced
from tests.bench.articles import articles
from tests.bench.bulk import PLAIN, prepare, rate
from tests.bench.processes import cpu_seconds, loop_seconds, peak_megabytes

OUT = Path("build/bench.json")
# documents that are written once more after the run, and how often plain ones are before it counts
AFTER, ROUNDS = 20_000, 3
PATIENCE_S = 1800.0


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--paced", type=float, default=60.0, help="seconds at 200 articles/s after the lead-in; 0: not")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="harmattan-bench-") as folder:
        home = Path(folder)
        home.chmod(0o755)  # Elasticsearch runs as another user where we are root
        figures = measure(home, options.articles, options.paced)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(orjson.dumps(figures, option=orjson.OPT_INDENT_2))
    show(figures)


def measure(home: Path, count: int, paced_seconds: float) -> dict[str, Any]:
    """All figures of one run."""
    say("preparing articles")
    flood_file, paced_file = home / "flood.jsonl", home / "paced.jsonl"
    lines = list(articles(count))
    flood_file.write_bytes(b"\n".join(lines))
    documents, plain = home / "documents.ndjson", home / "plain.ndjson"
    prepare(lines, documents, plain)
    figures: dict[str, Any] = {"articles": count, "machine_loop_s": loop_seconds()}
    figures["enrich_core_us"] = core.enrich_us(lines[:2_000])
    del lines
    with temporary_stack(home / "stack", kafka_heap="512m", es_heap="1g", say=say) as stack:
        # all of them, after which Elasticsearch has compiled most of itself
        before = alone(stack, documents, count)
        start_all(stack, say, OFFLINE | {"HARMATTAN_SEEDS": str(paced.seeds(home / "seeds"))})
        wait_until_working(stack)
        figures |= flood(stack, flood_file, count)
        if paced_seconds:
            paced_file.write_bytes(b"\n".join(paced.lines(paced_seconds)))
            figures |= paced.run(stack, paced_file)
        figures["peak_mb"] = {name: peak_megabytes(pid) for name, pid in pids(stack).items()}
        stop_all(stack, say)
        after = alone(stack, documents, min(count, AFTER))
        by_plain = [alone(stack, plain, min(count, AFTER), {"mappings": PLAIN}) for _ in range(ROUNDS)][-1]
    figures["bulk_per_s"] = round((before[0] + after[0]) / 2)
    figures["bulk_per_s_before_after"] = [before[0], after[0]]
    # what Elasticsearch takes by itself, before of a node that compiles itself on the way and after of a warm one
    figures["bulk_cpu_us_per_article_before_after"] = [before[1], after[1]]
    # a plain index of the same texts on the same node, once that is warm for it: hours and machines differ as it does
    figures["plain_bulk_per_s"], figures["plain_bulk_cpu_us_per_article"] = by_plain
    figures["cpu_to_plain_bulk"] = round(figures["cpu_us_per_article"]["all"] / by_plain[1], 2)
    figures["ratio_to_bulk"] = round(figures["articles_per_s"] / figures["bulk_per_s"], 3)
    return figures


def alone(stack: LocalStack, file: Path, count: int, body: dict[str, Any] | None = None) -> tuple[int, int]:
    """Documents a second, and µs of Elasticsearch's CPU for each, with nothing else to do."""
    pid = pids(stack, ())["elasticsearch"]
    begun = cpu_seconds(pid)
    per_s = rate(stack.elasticsearch_address, file, count, body)
    return round(per_s), round((cpu_seconds(pid) - begun) / count * 1e6)


def flood(stack: LocalStack, file: Path, count: int) -> dict[str, Any]:
    """Everything at once: rate and CPU from the first send until all is indexed and alerted."""
    say(f"feeding {count:,} articles at once")
    before = {name: cpu_seconds(pid) for name, pid in pids(stack).items()}
    begun = time.monotonic()
    load = subprocess.Popen([sys.executable, "-m", "tests.bench.load", stack.kafka_address, str(file)])
    with Elasticsearch(stack.elasticsearch_address) as client:
        while client.count(index=ARTICLES_INDEX.name)["count"] < count:
            if time.monotonic() - begun > PATIENCE_S:
                raise SystemExit(f"not indexed after {PATIENCE_S:.0f} s; logs in {stack.log}")
            time.sleep(0.5)
        while look(stack.connections).lag:
            time.sleep(0.2)
        seconds = time.monotonic() - begun
        alerts = client.count(index=ALERTS_INDEX.name)["count"]
    load.wait()
    after = {name: cpu_seconds(pid) for name, pid in pids(stack).items()}
    cost = {name: round((after[name] - before[name]) / count * 1e6) for name in after}
    return {
        "articles_per_s": round(count / seconds),
        "seconds": round(seconds, 1),
        "alerts": alerts,
        "cpu_us_per_article": {"all": sum(cost.values()), **cost},
    }


def pids(stack: LocalStack, services: Sequence[str] = NAMES) -> dict[str, int]:
    """Every process that an article passes."""
    found = {name: Worker(stack, name).pid for name in services}
    found |= {name: pid_of(server(stack, name)) for name in ("kafka", "elasticsearch")}
    missing = [name for name, pid in found.items() if pid is None]
    if missing:
        raise SystemExit(f"not running: {', '.join(missing)}; logs in {stack.log}")
    return {name: pid for name, pid in found.items() if pid is not None}


def show(figures: dict[str, Any]) -> None:
    """The table."""
    from rich.console import Console
    from rich.table import Table

    table = Table("figure", "value", title=f"make bench: {figures['articles']:,} articles")
    for name, value in figures.items():
        if isinstance(value, dict):
            for part, number in value.items():
                table.add_row(f"{name} {part}", f"{number:,}")
        else:
            table.add_row(name, str(value))
    Console().print(table)
    print(f"also in {OUT}")


def say(line: str) -> None:
    """Progress, for a person who waits."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
