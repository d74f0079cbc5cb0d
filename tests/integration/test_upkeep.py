"""Restarted one after the other, put aside, brought back, built anew: nothing is lost, doubled or alerted again."""

from __future__ import annotations

import json
import threading
from collections import Counter
from typing import Any

import pytest

from deploy.local.desk import OFFLINE
from deploy.local.workers import Worker
from services.pipeline import ALERTS, ALERTS_INDEX, ARRIVALS_INDEX, ARTICLES_INDEX, INDEX, RAW
from tests.integration.articles import coup, harmless
from tests.integration.desk import SERVICES, Desk, own_word
from tests.integration.waiting import until

pytestmark = pytest.mark.integration

BATCH, EVERY_S = 10, 0.5


class Feeder:
    """Feeds a batch every half second until it is told to stop."""

    def __init__(self, desk: Desk, word: str) -> None:
        self.fed = 0
        self._desk, self._word, self._over = desk, word, threading.Event()
        self._thread = threading.Thread(target=self._feed, daemon=True)

    def __enter__(self) -> Feeder:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    def _feed(self) -> None:
        with self._desk.broker.producer() as producer:
            while not self._over.wait(EVERY_S):
                articles = [harmless(self._word, self.fed + number) for number in range(BATCH)]
                articles[0] = coup(self._word, self.fed)
                for future in [producer.send(RAW.name, as_bytes(one)) for one in articles]:
                    future.get(timeout=60)
                self.fed += BATCH


def as_bytes(article: dict[str, Any]) -> bytes:
    return json.dumps(article).encode()


def stopped(desk: Desk, *services: str) -> None:
    for service in services:
        Worker(desk.stack, service).stop()
    groups = [f"harmattan-{service}" for service in services]
    until(lambda: [group for group in groups if desk.broker.members(group)], lambda left: not left, 30, "no members")


def started(desk: Desk, *services: str) -> None:
    for service in services:
        Worker(desk.stack, service).start(OFFLINE)
    groups = [f"harmattan-{service}" for service in services]
    until(lambda: [group for group in groups if not desk.broker.members(group)], lambda idle: not idle, 90, "members")


def content(desk: Desk, word: str) -> dict[str, dict[str, Any]]:
    """Every article of the word, without the moment at which it was written."""
    return {one["id"]: {k: v for k, v in one.items() if k != "indexed"} for one in desk.holding(word)}


def test_a_rolling_restart_of_every_service_under_load_loses_and_doubles_nothing(desk: Desk) -> None:
    word = own_word()
    before = desk.settle().outcomes
    with Feeder(desk, word) as feeder:
        for service in SERVICES:
            stopped(desk, service)
            started(desk, service)
    after = desk.settle(180).outcomes
    assert feeder.fed > 0
    assert after.indexed - before.indexed == feeder.fed
    assert (after.duplicate, after.revised, after.stale, after.dead) == (
        before.duplicate, before.revised, before.stale, before.dead
    )
    assert len(desk.holding(word)) == feeder.fed
    sent = Counter(record.key for record in desk.broker.read(ALERTS.name) if word.encode() in record.value)
    assert sent, "nothing alerted"
    assert set(sent.values()) == {1}


def test_a_story_goes_on_after_its_worker_was_begun_again(desk: Desk) -> None:
    before, after = own_word(), own_word()
    desk.feed([coup(before)])
    desk.settle()
    stopped(desk, "stories")
    started(desk, "stories")
    desk.feed([coup(after)])
    desk.settle()
    [first], [second] = desk.wait_for(before, 1), desk.wait_for(after, 1)
    assert second["story"] == first["story"]
    assert second["copy_of"], "the same report from another source"


def test_a_snapshot_is_restored_and_what_came_since_is_read_again(desk: Desk) -> None:
    kept, since = own_word(), own_word()
    desk.feed([harmless(kept), coup(kept)])
    desk.settle()
    name = f"test-{own_word()}"
    taken = desk.harmattan("upkeep", "snapshot", name)
    assert taken.returncode == 0, taken.stderr
    assert name in desk.harmattan("upkeep", "snapshots").stdout.decode()
    desk.feed([harmless(since)])
    before = desk.settle()
    was, alerts = content(desk, kept) | content(desk, since), desk.broker.ends(ALERTS.name)

    running = desk.harmattan("upkeep", "restore", name)
    assert (running.returncode, running.stderr.count(b"\n")) == (2, 1), running.stderr
    assert b"stop them first" in running.stderr

    stopped(desk, "index", "alert")
    # as a disk that is lost
    for index in (ARTICLES_INDEX, ARRIVALS_INDEX, ALERTS_INDEX):
        desk.elasticsearch.indices.delete(index=f"{index.name}-000001")
    done = desk.harmattan("upkeep", "restore", name)
    assert done.returncode == 0, done.stderr
    assert len(desk.holding(kept)) == 2, "the snapshot itself"
    started(desk, "index", "alert")
    assert desk.settle().outcomes == before.outcomes
    assert content(desk, kept) | content(desk, since) == was
    assert desk.broker.ends(ALERTS.name) == alerts, "somebody was alerted again"


@pytest.mark.parametrize("flags", [(), ("--empty",)])
def test_the_index_is_rebuilt_from_the_topic_and_the_counters_add_up(desk: Desk, flags: tuple[str, ...]) -> None:
    word = own_word()
    first = harmless(word)
    # one article, the same again, a correction of it, and one that can never be an article
    desk.feed([first, first, {**first, "text": f"{first['text']} Corrected.", "published": "2023-08-11T09:00:00Z"}])
    desk.feed([coup(word), b'{"broken'])
    before = desk.settle()
    was, alerts = content(desk, word), desk.broker.ends(ALERTS.name)
    running = desk.harmattan("upkeep", "rebuild", *flags)
    assert (running.returncode, running.stderr.count(b"\n")) == (2, 1), running.stderr

    stopped(desk, "index")
    done = desk.harmattan("upkeep", "rebuild", *flags)
    assert done.returncode == 0, done.stderr
    assert len(desk.holding(word)) == (0 if flags else 2)
    assert desk.broker.lag(INDEX.group, "articles.enriched") > 0
    started(desk, "index")
    after = desk.settle(180)
    assert after.outcomes == before.outcomes
    assert content(desk, word) == was
    assert desk.broker.ends(ALERTS.name) == alerts
    assert desk.harmattan("status").returncode == 0


def test_a_snapshot_that_is_not_there_is_one_line(desk: Desk) -> None:
    stopped(desk, "index", "alert")
    done = desk.harmattan("upkeep", "restore", "no-such")
    started(desk, "index", "alert")
    assert (done.returncode, done.stderr) == (
        2, b"harmattan: there is no snapshot no-such; see: harmattan upkeep snapshots\n"
    )
