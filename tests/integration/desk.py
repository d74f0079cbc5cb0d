"""A whole Harmattan for the tests: servers, services and the command line, and what they hold."""

from __future__ import annotations

import atexit
import json
import os
import shutil
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from elasticsearch import Elasticsearch
from elasticsearch.helpers import scan

from deploy.local import workers
from deploy.local.desk import OFFLINE
from deploy.local.workers import Worker
from services.accounting import Status
from services.cli.status import look
from services.elastic.analysis import ANALYZERS
from services.pipeline import ALERTS_INDEX, ARTICLES_INDEX, RAW, STAGES
from services.runtime.settings import SEEDS
from tests.integration.broker import Broker
from tests.integration.places import place
from tests.integration.servers import Servers, servers
from tests.integration.waiting import until

SERVICES = tuple(stage.name for stage in STAGES)


class Desk:
    """One running stack. Tests that share it tell their articles apart by a word of their own."""

    def __init__(self, servers: Servers) -> None:
        self.servers, self.stack = servers, servers.stack
        stack = servers.stack
        self.broker = Broker(stack.kafka_address)
        self.elasticsearch = Elasticsearch(stack.elasticsearch_address, request_timeout=60)
        self.environ = {
            **{name: value for name, value in os.environ.items() if not name.startswith("HARMATTAN_")},
            **stack.client_environ,
            "COLUMNS": "200",
        }

    def harmattan(
        self, *arguments: str, stdin: bytes = b"", **environ: str
    ) -> subprocess.CompletedProcess[bytes]:
        """One command of the command line, as a person types it."""
        command = [str(Path(sys.executable).parent / "harmattan"), *arguments]
        return subprocess.run(
            command, env={**self.environ, **environ}, input=stdin, capture_output=True, timeout=120
        )

    def start(self) -> None:
        """All services, ready for articles."""
        workers.start_all(self.stack, lambda _: None, OFFLINE)
        workers.wait_until_working(self.stack, 120)

    def stop(self) -> None:
        workers.stop_all(self.stack, lambda _: None)

    def pids(self) -> dict[str, int | None]:
        return {name: Worker(self.stack, name).pid for name in SERVICES}

    def feed(self, values: Iterable[Any], **options: Any) -> list[tuple[int, int]]:
        """Bytes as they are, None as a tombstone, anything else as JSON; onto articles.raw."""
        values = [v if v is None or isinstance(v, bytes) else json.dumps(v).encode() for v in values]
        if None in values:  # a producer insists on a key for them
            options.setdefault("keys", [b"gone" if value is None else None for value in values])
        return self.broker.produce(RAW.name, values, **options)

    def status(self) -> Status:
        return look(self.stack.connections)

    def settle(self, seconds: float = 120) -> Status:
        """Waits until every record has ended and nobody has anything left to read."""
        status = until(
            self.status, lambda now: now.in_flight == 0 and now.lag == 0, seconds, "nothing in flight and no lag"
        )
        assert status.problems() == []
        return status

    def documents(self, query: dict[str, Any] | None = None, index: str = ARTICLES_INDEX.name) -> list[dict[str, Any]]:
        """Sources of all documents that match."""
        return [hit["_source"] for hit in self.hits(index, query)]

    def hits(self, index: str, query: dict[str, Any] | None = None) -> list[dict[str, Any]]:
        """All documents that match, with their ids."""
        self.elasticsearch.indices.refresh(index=index)
        return list(scan(self.elasticsearch, index=index, query={"query": query or {"match_all": {}}}, size=2000))

    def holding(self, word: str) -> list[dict[str, Any]]:
        """The documents whose text has the word."""
        fields = [f"text.{language}" for language in ANALYZERS]
        return self.documents({"multi_match": {"query": word, "fields": fields}})

    def wait_for(self, word: str, count: int, seconds: float = 90) -> list[dict[str, Any]]:
        """The documents that have the word, when there are as many."""
        what = f"{count} documents of {word}"
        return until(lambda: self.holding(word), lambda seen: len(seen) == count, seconds, what)

    def of(self, url: str) -> list[dict[str, Any]]:
        """The documents of that (canonical) address."""
        return self.documents({"term": {"url": url}})

    def alerts(self, *article_ids: str) -> list[dict[str, Any]]:
        """The alerts of these articles."""
        return self.documents({"terms": {"article_id": list(article_ids)}}, ALERTS_INDEX.name)


def own_word() -> str:
    """A word that no other test uses."""
    return f"w{uuid.uuid4().hex[:10]}"


EVERY_ARTICLE = "every-article"
_RULES = f"rules: [{{id: {EVERY_ARTICLE}, says: all that is worth it, kind: any, copies: true}}]\n"


@cache
def seeds_that_alert_for_every_article() -> Path:
    """The seeds with one rule instead of theirs, so that a test sees the alert of its own article; kept to the end."""
    folder = Path(tempfile.mkdtemp(prefix="harmattan-seeds-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    shutil.copytree(SEEDS, folder, dirs_exist_ok=True)
    for path in folder.glob("*/alerts.yaml"):
        path.write_text(_RULES)
    return folder


@contextmanager
def own_desk(services: bool = True, seeds: Path | None = None) -> Iterator[Desk]:
    """A desk of one's own; nothing of it is left afterwards. Its workers read `seeds`."""
    chosen = str(seeds or seeds_that_alert_for_every_article())
    with place() as home, pytest.MonkeyPatch.context() as patch:
        patch.setenv("HARMATTAN_SEEDS", chosen)
        with servers(home) as running:
            desk = Desk(running)
            try:
                if services:
                    desk.start()
                yield desk
            finally:
                desk.stop()
                desk.elasticsearch.close()
