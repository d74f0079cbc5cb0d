"""Latency at a pace a bad day has: from feeding an article to finding it, and to its alert."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import orjson
from elasticsearch import Elasticsearch
from kafka import KafkaConsumer

from deploy.local.settings import LocalStack
from schemas.alert import Alert
from services.pipeline import ALERTS, ARTICLES_INDEX

RATE = 200.0
POLL_S = 0.05


def run(stack: LocalStack, file: Path) -> dict[str, Any]:
    """Medians and 99th percentiles in seconds."""
    alerted: dict[str, float] = {}
    stop = threading.Event()
    listener = threading.Thread(target=_listen, args=(stack.kafka_address, alerted, stop), daemon=True)
    listener.start()
    count = len(file.read_bytes().splitlines())
    print(f"feeding {count:,} articles at {RATE:.0f}/s", file=sys.stderr)
    load = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.load", stack.kafka_address, str(file), str(RATE)], stdout=subprocess.PIPE
    )
    found = _watch(stack.elasticsearch_address, count)
    time.sleep(2)
    stop.set()
    assert load.stdout is not None
    sent: dict[str, float] = {
        url.partition("?")[0]: at for url, at in map(orjson.loads, load.stdout.read().splitlines())
    }
    searchable = sorted(found[url] - at for url, at in sent.items() if url in found)
    alerts = sorted(alerted[url] - at for url, at in sent.items() if url in alerted)
    return {
        "paced_per_s": RATE,
        "paced_found": len(searchable),
        "paced_alerts": len(alerts),
        **_percentiles("searchable", searchable),
        **_percentiles("alert", alerts),
    }


def _percentiles(name: str, values: list[float]) -> dict[str, float]:
    return {
        f"{name}_p50_s": round(values[len(values) // 2], 3),
        f"{name}_p99_s": round(values[min(len(values) - 1, int(len(values) * 0.99))], 3),
    }


def _watch(url: str, count: int) -> dict[str, float]:
    """When each paced article was first found by a search."""
    found: dict[str, float] = {}
    end = time.monotonic() + count / RATE + 120
    with Elasticsearch(url) as client:
        last = datetime.now(UTC).isoformat()
        while len(found) < count and time.monotonic() < end:
            answer = client.search(
                index=ARTICLES_INDEX.name, size=1000, source_includes=["url", "indexed"], sort=[{"indexed": "asc"}],
                query={"range": {"indexed": {"gte": last}}},
            )
            now = time.time()
            for hit in answer["hits"]["hits"]:
                found.setdefault(hit["_source"]["url"], now)
                last = max(last, hit["_source"]["indexed"])
            time.sleep(POLL_S)
    return found


def _listen(bootstrap: str, alerted: dict[str, float], stop: threading.Event) -> None:
    consumer = KafkaConsumer(ALERTS.name, bootstrap_servers=bootstrap, auto_offset_reset="latest", group_id=None)
    while not stop.is_set():
        for records in consumer.poll(timeout_ms=100).values():
            for record in records:
                url = Alert.model_validate_json(record.value).url
                if url:
                    alerted.setdefault(url, time.time())
    consumer.close()
