"""Latency at a pace a bad day has: from feeding an article to finding it, and to its alert.

A flood and a trickle run different code in the broker and in Elasticsearch, and on two cores their compilers take a
third of the machine for the first minute of either. So the pace is held for LEAD_IN_S first, whose figures are shown
apart: they are what a restart costs, the others what a desk sees all day.

All of the bench's articles on the crisis are one story, which would alert once. So a rule of the bench's own asks for
every article of some of the sources, two or three a second: each passes stories, alert and the claim in the index.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import orjson
import yaml
from elasticsearch import Elasticsearch
from kafka import KafkaConsumer

from deploy.local.settings import LocalStack
from schemas.alert import Alert
from schemas.record import Record
from services.article.normalize import handle
from services.pipeline import ALERTS, ARTICLES_INDEX
from services.runtime.settings import SEEDS
from tests.bench.articles import articles

RATE = 200.0
LEAD_IN_S = 60.0
POLL_S = 0.2
ASKED = 1000
SOURCE = "Paced"
WATCHED = 10
RULE = {"id": "paced", "says": "articles to measure with", "kind": "any", "copies": True}


def seeds(folder: Path) -> Path:
    """The seeds with the rule before the others, since the first that holds alerts."""
    shutil.copytree(SEEDS, folder)
    for path in folder.glob("*/alerts.yaml"):
        rules = yaml.safe_load(path.read_text("utf-8"))
        rules["rules"].insert(0, RULE | {"sources": [f"{SOURCE} {number}" for number in range(WATCHED)]})
        path.write_text(yaml.safe_dump(rules, allow_unicode=True), "utf-8")
    return folder


def lines(seconds: float) -> list[bytes]:
    """Articles for the lead-in and as many seconds after it; none has the address of a flooded one."""
    count = int((LEAD_IN_S + seconds) * RATE)
    return [line.replace(b"/story-", b"/paced-") for line in articles(count, seed=2, sources=SOURCE)]


def run(stack: LocalStack, file: Path) -> dict[str, Any]:
    """Medians and 99th percentiles in seconds."""
    alerted: dict[str, float] = {}
    stop = threading.Event()
    listener = threading.Thread(target=_listen, args=(stack.kafka_address, alerted, stop), daemon=True)
    listener.start()
    ids = [_article_id(orjson.loads(line)["url"]) for line in file.read_bytes().splitlines()]
    print(f"feeding {len(ids):,} articles at {RATE:.0f}/s", file=sys.stderr)
    load = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.load", stack.kafka_address, str(file), str(RATE)], stdout=subprocess.PIPE
    )
    found = _watch(stack.elasticsearch_address, ids)
    time.sleep(2)
    stop.set()
    assert load.stdout is not None
    sent = {_article_id(url): at for url, at in map(orjson.loads, load.stdout.read().splitlines())}
    begun = min(sent.values())
    cold = {one: at for one, at in sent.items() if at < begun + LEAD_IN_S}
    warm = {one: at for one, at in sent.items() if one not in cold}
    return {
        "paced_per_s": RATE,
        "paced_found": len(found),
        "paced_alerts": len(alerted),
        **_percentiles("searchable", _waits(warm, found)),
        **_percentiles("alert", _waits(warm, alerted)),
        **_percentiles("first_minute_searchable", _waits(cold, found)),
        **_percentiles("first_minute_alert", _waits(cold, alerted)),
    }


def _waits(sent: dict[str, float], seen: dict[str, float]) -> list[float]:
    return sorted(seen[one] - at for one, at in sent.items() if one in seen)


def _article_id(url: str) -> str:
    [send] = handle([Record("articles.raw", 0, 0, 0, None, orjson.dumps({"url": url, "text": "any"}))], "bench").sends
    return send.key.decode()


def _percentiles(name: str, values: list[float]) -> dict[str, float]:
    """Empty where nothing was seen, which the counts beside it show."""
    if not values:
        return {}
    return {
        f"{name}_p50_s": round(values[len(values) // 2], 3),
        f"{name}_p99_s": round(values[min(len(values) - 1, int(len(values) * 0.99))], 3),
    }


def _watch(url: str, ids: list[str]) -> dict[str, float]:
    """When each of these documents was first found by a search. Only what can have been fed by now is asked for, and
    by id: asking for more, or reading sources, ten times a second would be most of the load."""
    found: dict[str, float] = {}
    begun = time.monotonic()
    end = begun + len(ids) / RATE + 60
    missing = ids
    with Elasticsearch(url) as client:
        while missing and time.monotonic() < end:
            due = int((time.monotonic() - begun) * RATE) + 1 - len(found)
            asked = missing[: max(1, min(due, ASKED))]
            answer = client.search(
                index=ARTICLES_INDEX.name, size=ASKED, source=False, track_total_hits=False,
                query={"ids": {"values": asked}},
            )
            now = time.time()
            found.update((hit["_id"], now) for hit in answer["hits"]["hits"])
            missing = [one for one in missing if one not in found]
            time.sleep(POLL_S)
    return found


def _listen(bootstrap: str, alerted: dict[str, float], stop: threading.Event) -> None:
    consumer = KafkaConsumer(ALERTS.name, bootstrap_servers=bootstrap, auto_offset_reset="latest", group_id=None)
    while not stop.is_set():
        for records in consumer.poll(timeout_ms=100).values():
            for record in records:
                alerted.setdefault(Alert.model_validate_json(record.value).article_id, time.time())
    consumer.close()
