"""Kills workers by a plan while articles come in, waits until all is calm, and counts the alerts in three places."""

from __future__ import annotations

import shutil
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orjson

from deploy.local.workers import Worker
from services.pipeline import ALERTS, ALERTS_INDEX, DELIVERIES_INDEX
from services.stories.decide import alert_id
from tests.alert.receiver import Receiver
from tests.crash.hook import SECRET
from tests.crash.plan import VICTIMS, Point
from tests.integration.articles import coup
from tests.integration.desk import EVERY_ARTICLE, Desk, own_word, seeds_that_alert_for_every_article
from tests.integration.waiting import until

CRISIS = "niger-2023"
AT_ONCE = 4  # notices on their way to one channel, services.alert.lane


@dataclass(slots=True)
class Counted:
    """What was there at the end: how often each alert is on the topic, in the index, and was taken by the webhook."""

    articles: int
    expected: set[str]
    topic: Counter[str]
    index: Counter[str]
    delivered: Counter[str]
    # of each alert; a repeat has the id of the first
    delivery_ids: dict[str, set[str]]
    genuine: bool
    kills: Counter[str] = field(default_factory=Counter)

    def problems(self) -> list[str]:
        """None where each alert is there once."""
        found = []
        for name, counted in (("topic", self.topic), ("index", self.index), ("channel", self.delivered)):
            if lost := self.expected - set(counted):
                found.append(f"{len(lost)} alerts lost on their way to the {name}: {sorted(lost)[:3]}")
            if extra := set(counted) - self.expected:
                found.append(f"{len(extra)} alerts in the {name} that nobody expects: {sorted(extra)[:3]}")
        for name, counted in (("topic", self.topic), ("index", self.index)):
            if doubled := [key for key, count in counted.items() if count > 1]:
                found.append(f"{len(doubled)} alerts doubled in the {name}: {doubled[:3]}")
        if self.repeats > AT_ONCE * self.kills["alert"]:
            found.append(f"{self.repeats} repeats at the channel, more than could be on their way at a kill")
        if several := [key for key, ids in self.delivery_ids.items() if len(ids) != 1]:
            found.append(f"{len(several)} alerts came under several delivery ids")
        if not self.genuine:
            found.append("a request had a wrong signature")
        return found

    @property
    def repeats(self) -> int:
        """Requests whose key had been taken: their answer died with the worker that waited for it."""
        return self.delivered.total() - len(self.delivered)

    def __str__(self) -> str:
        kills = ", ".join(f"{name} {count}" for name, count in sorted(self.kills.items()))
        return (
            f"{self.kills.total()} kills ({kills}); {self.articles} articles, {len(self.expected)} alerts expected\n"
            f"topic: {len(self.topic)} keys, {self.topic.total()} records\n"
            f"index: {len(self.index)} documents\n"
            f"channel: {len(self.delivered)} keys, {self.repeats} repeats, each under its first delivery id"
        )


def environ(hook: Receiver, home: Path) -> dict[str, str]:
    """For workers to be killed: an alert for every article, no throttle that keeps some of them from the webhook."""
    return {
        "HARMATTAN_SEEDS": str(_seeds(home)), "HARMATTAN_WEBHOOK_URLS": hook.url, "HARMATTAN_WEBHOOK_SECRET": SECRET,
    }


def crash(
    desk: Desk, hook: Receiver, plan: list[Point], given: Mapping[str, str], say: Callable[[str], None]
) -> Counted:
    """Goes through the plan on a desk that runs, with a second alert worker beside its own.

    The workers that die are begun with the `given` environment; they go on afterwards.
    """
    workers = {victim: Worker(desk.stack, *victim) for victim in VICTIMS}
    for worker in workers.values():
        if not _has(worker, given):
            worker.stop()
            worker.start(given)
    until(lambda: _alive(desk, workers.values()), lambda count: count == 2, 240, "two alert workers")
    until(desk.status, lambda now: not now.problems(), 240, "every service is up")
    word, fed, kills = own_word(), 0, Counter[str]()
    for number, point in enumerate(plan, 1):
        desk.feed([coup(word, fed + one) for one in range(point.articles)])
        fed += point.articles
        time.sleep(point.delay)
        worker = workers[point.service, point.number]
        alive, log = worker.pid is not None, worker.log.read_text(errors="replace")
        worker.kill()
        worker.start(given)
        kills[point.service] += alive
        say(f"point {number}: {point.articles} articles, {worker.label} killed {point.delay:.2f} s later")
        if not alive:  # counted as what it is; whoever supervises services starts it again
            kills[f"{worker.label} ended by itself"] += 1
            say(f"{worker.label} had ended by itself: {log[-600:]}")
    # the last that died is a member of its group until the broker misses it, and then there is none for a moment
    until(desk.status, lambda now: now.in_flight == 0 == now.lag and not now.problems(), 240, "everything adds up")
    return _counted(desk, hook, word, fed, kills)


def _has(worker: Worker, given: Mapping[str, str]) -> bool:
    """Whether it runs and was begun with these settings."""
    if not worker.pid:
        return False
    lines = Path(f"/proc/{worker.pid}/environ").read_text().split("\0")
    return {f"{name}={value}" for name, value in given.items()} <= set(lines)


def _alive(desk: Desk, workers: Iterable[Worker]) -> int:
    for worker in workers:
        assert worker.pid, f"{worker.label} has ended: {worker.log.read_text(errors='replace')[-2000:]}"
    return len(desk.broker.members("harmattan-alert"))


def _counted(desk: Desk, hook: Receiver, word: str, fed: int, kills: Counter[str]) -> Counted:
    articles = {one["id"] for one in desk.wait_for(word, fed)}
    expected = {alert_id(CRISIS, EVERY_ARTICLE, "any", one) for one in articles}
    # what a killed worker had claimed waits for the end of its lease
    until(lambda: _pending(desk), lambda left: left == 0, 150, "nothing pending")
    topic: Counter[str] = Counter(
        record.key.decode() for record in desk.broker.read(ALERTS.name)
        if record.value and orjson.loads(record.value)["article_id"] in articles
    )
    ids = defaultdict(set)
    for request in hook.requests:
        ids[request.headers["idempotency-key"]].add(request.headers["x-harmattan-delivery"])
    return Counted(
        fed, expected, topic, Counter(one["id"] for one in _alerts(desk, articles)), Counter(hook.keys()), dict(ids),
        all(hook.genuine(request) for request in hook.requests), kills,
    )


def _alerts(desk: Desk, articles: set[str]) -> list[dict[str, Any]]:
    return desk.documents({"terms": {"article_id": sorted(articles)}}, ALERTS_INDEX.name)


def _pending(desk: Desk) -> int:
    alerts = desk.documents({"exists": {"field": "pending"}}, ALERTS_INDEX.name)
    return len(alerts) + len(desk.documents({"term": {"state": "pending"}}, DELIVERIES_INDEX.name))


def _seeds(home: Path) -> Path:
    """An alert for every article, and no throttle that keeps some of them from the channel."""
    folder = home / "seeds"
    shutil.copytree(seeds_that_alert_for_every_article(), folder)
    for path in folder.glob("*/delivery.yaml"):
        path.unlink()
    return folder
