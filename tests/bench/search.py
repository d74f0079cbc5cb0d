"""`python -m tests.bench.search [--documents N] [--seconds S]`: how long the desk and a dashboard wait, under load.

A stack of its own: N documents loaded in bulk, then 200 new articles a second through all services while four kinds
of question are asked, one after the other. The documents are what the pipeline's own steps make of the bench's
articles. Those take 3 ms each to invent and tag, so there are at most TEXTS different ones: every further document has
the text of an earlier one under an id, address and time of its own, which changes nothing of how many a word finds.

- the searches of each panel, control and saved search of Kibana's dashboard, as `deploy/kibana` ships it;
- searches through the desk's HTTP, by analysts' questions of every kind;
- the same of the API: articles, facets, counts over time, alerts, stories, feeds;
- every other page of the desk.

Printed in milliseconds and kept in build/bench-search.json: p50, p95 and the worst, and the slowest of each kind by
name. Wanted at 100,000 documents: p95 of 100 ms for dashboard, searches and API, 150 ms for pages.

Tried on 100,000 documents while nothing arrived but the machine was busy otherwise, warm, in milliseconds of
Elasticsearch's own time: of a search for one name, 9,000 hits, finding and sorting take 10 to 20, marking the passages
of 20 articles 8 to 40, facets and time line 10 to 30; of a search for everything the counts take 45 to 100, a third
of it the time line; a request that finds nothing takes 5, with 24 segments.

What helped most: no norms, and segments merged up to 16 MB at once (services/elastic/mapping.py says why). On one
afternoon, quiet, p95 of dashboard, searches, API and pages: 74, 190, 108, 78 ms before; 50, 133, 57, 64 without norms;
57, 112, 57, 56 with the larger segments and the newest found without being counted; 48, 111, 61, 62 once more. Without
the larger segments 76, 151, 64, 63. Another day, without nested documents: 51, 113, 50, 53 while the machine was slower
by half; 35, 104, 57, 54 when it was not; 34, 92, 45, 50 after five minutes of lead-in in place of two.

What helped: no score asked for where it is what was sorted by; facets without the time line, and the other way round,
where only one is shown; on the desk, the chart and 200 addresses of a page without a template. The old and the new
desk asked in turn, 50 requests of searches, API and pages, nothing arriving: Elasticsearch's CPU 42 to 33 ms a request,
the desk's 9.0 to 6.4.

What helped searches and cost alerts, so that it is not done: services and broker that give way to Elasticsearch and the
desk (`nice`, and Linux's autogroup). While 200 articles a second arrived on two cores, p95 of dashboard, searches, API
and pages fell from 243, 670, 336, 311 ms to 58, 147, 64, 55 (with warm servers and the offsets below); but with nobody
searching p99 until the alert rose from 0.47 to 1.74 s, and until searchable from 1.9 to 2.6 s.

What did not: leaving out the source or parts of it, no exact total, no share of the weaker matches in a score, one
passage in place of three or only the first 2,000 characters read for it, no older texts marked, the plain highlighter
(slower), ordinals without a map of the whole index (slower), a histogram of fixed width in place of the automatic one,
page and counts in one request in place of two at once (36 ms of CPU instead of 33, no sooner), one thread a search. Not
tried: an index that is sorted by publication.

Offsets in the postings of the texts, so that no text is read again to mark its words: 50,000 documents, warm, nothing
arriving, Elasticsearch's CPU 14 to 15 ms a request without and 9 to 12 with, p95 of searches 42 to 43 and 36 to 41 ms;
no more CPU to write a document.
"""

from __future__ import annotations

import argparse
import itertools
import json
import os
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import orjson

from deploy.kibana.build import crises, ndjson
from deploy.kibana.checks import questions
from deploy.local.desk import OFFLINE
from deploy.local.settings import LocalStack, repository_root
from deploy.local.stack import temporary_stack
from deploy.local.workers import start_all, stop_all, wait_until_working
from services.pipeline import ARTICLES_INDEX
from tests.bench.articles import FIRST, articles
from tests.bench.bulk import CHUNK, documents
from tests.bench.processes import loop_seconds

OUT = Path("build/bench-search.json")
TEXTS = 10_000
# a month of 3,300 articles a day
EVERY_S = 26
RATE = 200.0
# A node that has just started compiles for minutes what it is asked: a page of results took 48 ms of its time when
# first asked and 8 after a few hundred. One that a desk uses has been up for days.
LEAD_IN_S = 300.0
# what a person leaves between two questions, so that the asking is not the load
PAUSE_S = 0.02
TARGETS = {"dashboard": 100.0, "searches": 100.0, "api": 100.0, "pages": 150.0}

ASKED = (
    "", "Niger", "Tchiani", "تشياني", "coup Niger", "\"state television\"", "palace OR palais OR fada",
    "Bazoum -Gabon", "CEDEAO sanctions", "juyin mulki", "انقلاب", "ambassador expelled from Niamey",
    "status:asserted", "since:2023-08-01 is:coup", "place:Niamey language:(fr OR ha)", "source:\"Source 7\" army",
    "(junta OR CNSP) ECOWAS", "is:alert", "the president of the republic", "Mohamed Bazoum",
)


@dataclass(frozen=True, slots=True)
class Question:
    """One request that somebody waits for."""

    kind: str
    name: str
    ask: Callable[[], httpx.Response]


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("--documents", type=int, default=100_000)
    parser.add_argument("--seconds", type=float, default=60.0, help="of asking, after the lead-in")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="harmattan-bench-") as folder:
        home = Path(folder)
        home.chmod(0o755)  # Elasticsearch runs as another user where we are root
        figures = measure(home, options.documents, options.seconds)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_bytes(orjson.dumps(figures, option=orjson.OPT_INDENT_2))
    show(figures)


def measure(home: Path, count: int, seconds: float) -> dict[str, Any]:
    """All figures of one run."""
    load_before = round(os.getloadavg()[0], 1)
    with temporary_stack(home / "stack", kafka_heap="512m", es_heap="1g", say=say) as stack:
        start_all(stack, say, OFFLINE)
        wait_until_working(stack, 120)
        with httpx.Client(timeout=60) as client:
            fill(client, stack.elasticsearch_address, count)
            fresh = home / "fresh.jsonl"
            lines = articles(int((LEAD_IN_S + seconds) * RATE * 1.2), seed=2)
            fresh.write_bytes(b"\n".join(lines).replace(b"/story-", b"/paced-"))
            asked = list(everything(client, stack))
            say(f"{count:,} documents; {RATE:.0f} articles a second arrive")
            load = subprocess.Popen(
                [sys.executable, "-m", "tests.bench.load", stack.kafka_address, str(fresh), str(RATE)],
                stdout=subprocess.DEVNULL,
            )
            try:
                rounds(asked, LEAD_IN_S)
                before, begun = held(client, stack), time.monotonic()
                waits = rounds(asked, seconds)
                arrived = (held(client, stack) - before) / (time.monotonic() - begun)
            finally:
                load.terminate()
                load.wait()
        stop_all(stack, say)
    return {
        "documents": count, "load_before": load_before, "machine_loop_s": loop_seconds(),
        "indexed_per_s": round(arrived),
        **{kind: summary(found) for kind, found in waits.items()},
    }


def fill(client: httpx.Client, address: str, count: int) -> None:
    """`count` documents behind the alias, merged as those that came over days are."""
    made: list[dict[str, Any]] = []
    source = articles(min(count, TEXTS))
    while lines := list(itertools.islice(source, CHUNK)):
        made += [orjson.loads(document.split(b"\n", 1)[1]) for document in documents(lines)]
    say(f"{len(made):,} texts made")
    for at in range(0, count, CHUNK):
        lines = [_another(made[number % len(made)], number) for number in range(at, min(at + CHUNK, count))]
        answer = client.post(
            f"{address}/{ARTICLES_INDEX.name}/_bulk?filter_path=errors", content=b"".join(lines),
            headers={"content-type": "application/x-ndjson"},
        )
        assert answer.json() == {"errors": False}, answer.text[:300]
    client.post(f"{address}/{ARTICLES_INDEX.name}/_refresh").raise_for_status()


def _another(document: dict[str, Any], number: int) -> bytes:
    """The document once more, as bulk lines."""
    id_ = f"{number:032x}"
    published = (FIRST + timedelta(seconds=number * EVERY_S)).isoformat()
    own = {"id": id_, "url": f"https://www.example.org/held/{number}", "published": published, "received": published}
    return orjson.dumps({"index": {"_id": id_}}) + b"\n" + orjson.dumps(document | own) + b"\n"


def held(client: httpx.Client, stack: LocalStack) -> int:
    """Articles that can be found now."""
    return int(client.get(f"{stack.elasticsearch_address}/{ARTICLES_INDEX.name}/_count").json()["count"])


def everything(client: httpx.Client, stack: LocalStack) -> Iterator[Question]:
    """Every question of a round."""
    yield from dashboard(client, stack.elasticsearch_address)
    desk = stack.desk_address
    for text in ASKED:
        yield _get(client, "searches", f"/search?q={quote(text)}", desk)
    for text in ASKED[1::4]:
        for path in ("/api/search", "/api/facets", "/api/timeline", "/feeds/search.atom"):
            yield _get(client, "api", f"{path}?q={quote(text)}", desk)
    for path in ("/api/alerts", "/api/stories", "/feeds/alerts.atom"):
        yield _get(client, "api", path, desk)
    first = client.get(f"{desk}/api/search?q=is:coup&size=1").json()["hits"][0]["id"]
    for path in ("/", "/alerts", "/stories", "/map", "/dead", "/health", f"/article/{first}"):
        yield _get(client, "pages", path, desk)


def dashboard(client: httpx.Client, address: str) -> Iterator[Question]:
    """What Kibana asks for each panel, control and table of the dashboard; tables as far as they are first shown."""
    objects = [json.loads(line) for line in ndjson(crises(repository_root() / "seeds")).splitlines()]
    times = {
        one["attributes"]["title"]: one["attributes"]["timeFieldName"]
        for one in objects if one["type"] == "index-pattern"
    }
    for one in questions.asked(objects):
        body = one.body()
        if not one.buckets:
            body |= {"size": 100, "sort": [{times[one.alias]: "desc"}]}
        yield Question("dashboard", one.where, _poster(client, f"{address}/{one.alias}/_search", body))


def _poster(client: httpx.Client, url: str, body: dict[str, Any]) -> Callable[[], httpx.Response]:
    content = orjson.dumps(body)
    return lambda: client.post(url, content=content, headers={"content-type": "application/json"})


def _get(client: httpx.Client, kind: str, path: str, desk: str) -> Question:
    return Question(kind, path, lambda: client.get(f"{desk}{path}"))


def rounds(asked: list[Question], seconds: float) -> dict[str, dict[str, list[float]]]:
    """Everything in turn until the time is over, at least once; milliseconds by kind and name."""
    waits: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    end = time.monotonic() + seconds
    while not waits or time.monotonic() < end:
        for one in asked:
            begun = time.perf_counter()
            answer = one.ask()
            waits[one.kind][one.name].append((time.perf_counter() - begun) * 1000)
            if answer.status_code != 200:
                # it was waited for all the same
                say(f"{one.name}: {answer.status_code}")
            time.sleep(PAUSE_S)
    return waits


def summary(found: dict[str, list[float]]) -> dict[str, Any]:
    """p50, p95, worst, number of requests, and the five slowest by their median."""
    every = sorted(itertools.chain.from_iterable(found.values()))
    slowest = sorted(((_at(sorted(some), 0.5), name) for name, some in found.items()), reverse=True)[:5]
    return {
        "asked": len(every), "p50_ms": _at(every, 0.5), "p95_ms": _at(every, 0.95), "worst_ms": round(every[-1], 1),
        "slowest_p50_ms": {name: wait for wait, name in slowest},
    }


def _at(ordered: list[float], share: float) -> float:
    return round(ordered[min(len(ordered) - 1, int(len(ordered) * share))], 1)


def show(figures: dict[str, Any]) -> None:
    """The table."""
    from rich.console import Console
    from rich.table import Table

    title = f"{figures['documents']:,} documents, {figures['indexed_per_s']} articles/s arriving"
    table = Table("what", "asked", "p50 ms", "p95 ms", "wanted", "worst ms", title=title)
    for kind, wanted in TARGETS.items():
        one = figures[kind]
        cells = (one["asked"], one["p50_ms"], one["p95_ms"], round(wanted), one["worst_ms"])
        table.add_row(kind, *map(str, cells))
    Console().print(table)
    for kind in TARGETS:
        for name, wait in figures[kind]["slowest_p50_ms"].items():
            print(f"  {kind} {wait} ms {name}")
    print(
        f"20 million turns of a loop take {figures['machine_loop_s']} s here, the load before was "
        f"{figures['load_before']}; also in {OUT}"
    )


def say(line: str) -> None:
    """Progress, for a person who waits."""
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
