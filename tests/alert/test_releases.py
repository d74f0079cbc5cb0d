"""What waited comes as one message when its time has come, once, also through restarts and kills."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.alert import Alert
from schemas.delivery import DeliveryPolicy
from schemas.notice import Notice
from services.alert.bundle import LISTED, mention
from services.pipeline import ALERTS_INDEX, ARTICLES_INDEX
from tests.alert.articles import an_alert
from tests.alert.desk import Desk, Worker

CRISIS = "niger-2023"
STORY = "5" * 32
NOON_REST = {"quiet_hours": [{"from": "11:00", "to": "13:00"}]}
DAILY = {"digest": {"every": "day", "at": "18:00"}}


@pytest.fixture
def desk() -> Desk:
    """It is noon, and quiet until one."""
    desk = Desk()
    policy(desk, **NOON_REST)
    return desk


def policy(desk: Desk, **fields: Any) -> None:
    desk.policies[CRISIS] = DeliveryPolicy.model_validate(fields)


def alerts(number: int, **fields: Any) -> list[Alert]:
    return [an_alert(id=f"{at:032x}", article_id=f"{at:032x}", **fields) for at in range(number)]


async def passes(desk: Desk, worker: Worker) -> list[Notice]:
    """One look of the worker at what is due; what the channel has got by then."""
    await worker.releases.step()
    await worker.deliveries.step()
    return desk.channel.taken


async def test_what_was_held_comes_as_one_message_when_the_quiet_hours_end(desk: Desk) -> None:
    await desk.worker.outbox.send(alerts(3))
    await desk.worker.outbox.send([an_alert(id="f" * 32, severity="high")])
    assert [notice.id for notice in await passes(desk, desk.worker)] == ["f" * 32]
    desk.passes(minutes=59)
    assert len(await passes(desk, desk.worker)) == 1
    desk.passes(minutes=2)
    _, held = await passes(desk, desk.worker)
    assert (held.kind, held.alerts, held.more) == ("held", tuple(alerts(3)), 0)
    for alert in alerts(3):
        source = desk.server.documents[alert.id]
        assert (source["notice"], source["delivered"]) == (held.id, ["topic", "mail"])


async def test_a_restart_and_a_second_worker_release_it_once(desk: Desk) -> None:
    await desk.worker.outbox.send(alerts(3))
    desk.passes(hours=2)
    workers = [desk.another() for _ in range(3)]
    made = await asyncio.gather(*(worker.releases.step() for worker in workers))
    assert sum(made) == 1
    for worker in [*workers, desk.another()]:
        await worker.releases.step()
        await worker.deliveries.step()
    assert len(desk.channel.taken) == 1


@pytest.mark.parametrize("requests", range(1, 7))
async def test_a_worker_that_is_killed_while_it_releases_leaves_one_message(desk: Desk, requests: int) -> None:
    await desk.worker.outbox.send(alerts(3))
    desk.passes(hours=2)
    left = requests

    def count(_method: str, _path: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise asyncio.CancelledError

    desk.server.on_request = count
    with suppress(asyncio.CancelledError):
        await desk.worker.releases.step()
    desk.server.on_request = lambda *_: None
    worker = desk.another()
    for _ in range(3):
        [notice] = await passes(desk, worker)
        assert len(notice.alerts) == 3
        desk.passes(minutes=1)


async def test_an_alert_that_is_seen_too_late_for_the_message_gets_one_of_its_own(desk: Desk) -> None:
    one, two = alerts(2)
    await desk.worker.outbox.send([one])
    await desk.worker.outbox.send([two])
    hidden = desk.server.documents.pop(two.id)
    desk.passes(hours=2)
    await passes(desk, desk.worker)
    desk.server.add(ALERTS_INDEX.name, two.id, hidden)
    first, second = await passes(desk, desk.worker)
    assert (first.alerts, second.alerts) == ((one,), (two,))
    assert len(await passes(desk, desk.another())) == 2


async def test_what_somebody_has_in_hand_needs_no_message(desk: Desk) -> None:
    one, two, three = alerts(3)
    await desk.worker.outbox.send([one, two, three])
    desk.server.documents[one.id]["triage"] = "acknowledged"
    desk.server.documents[two.id]["triage"] = "resolved"
    desk.passes(hours=2)
    [held] = await passes(desk, desk.worker)
    assert held.alerts == (three,)


async def test_what_was_snoozed_meanwhile_waits_for_the_end_of_the_snooze(desk: Desk) -> None:
    await desk.worker.outbox.send(alerts(2, story=STORY))
    desk.server.documents[f"{0:032x}"]["story_snoozed_until"] = "2023-07-26T16:00:00+00:00"
    desk.passes(hours=2)
    assert await passes(desk, desk.worker) == []
    desk.passes(hours=2, minutes=1)
    [held] = await passes(desk, desk.worker)
    assert len(held.alerts) == 2


async def test_the_most_urgent_come_first_and_what_is_not_listed_is_counted(desk: Desk) -> None:
    policy(desk, **NOON_REST, breaks_through=[])
    await desk.worker.outbox.send([*alerts(LISTED + 5), an_alert(id="f" * 32, severity="high")])
    desk.passes(hours=2)
    [held] = await passes(desk, desk.worker)
    assert held.alerts[0].id == "f" * 32
    assert (len(held.alerts), held.more) == (LISTED, 6)
    assert all(source["notice"] == held.id for source in desk.server.documents.values())


def article(desk: Desk, key: str, indexed: str, **fields: Any) -> None:
    desk.server.add(ARTICLES_INDEX.name, key, {
        "id": key, "title": f"Looking back {key[0]}", "text": {"en": "…"}, "language": "en", "alert": False,
        "crisis_background": [CRISIS], "indexed": indexed, "url": "https://example.org/1", **fields,
    })


async def test_a_digest_tells_what_can_wait_and_the_background_mentions_of_its_day_once(desk: Desk) -> None:
    policy(desk, **DAILY)
    article(desk, "a" * 32, "2023-07-25T17:59:00+00:00")  # of the day before
    article(desk, "b" * 32, "2023-07-25T18:01:00+00:00")
    article(desk, "c" * 32, "2023-07-26T17:00:00+00:00", crisis_background=[], crisis_main=[CRISIS])
    article(desk, "d" * 32, "2023-07-26T17:00:00+00:00", crisis_background=[], crisis_main=[CRISIS], alert=True)
    article(desk, "e" * 32, "2023-07-26T17:00:00+00:00", crisis_background=["mali-2020"])
    article(desk, "f" * 32, "2023-07-26T17:00:00+00:00", superseded=True)
    article(desk, f"{0:032x}", "2023-07-26T17:00:00+00:00")  # the digest has its alert
    await desk.worker.outbox.send(alerts(1, deliver="digest"))
    await desk.worker.releases.step()  # of yesterday, before there was a digest
    desk.passes(hours=6, minutes=1)
    *_, digest = await passes(desk, desk.worker)
    assert (digest.kind, digest.alerts) == ("digest", tuple(alerts(1, deliver="digest")))
    assert [one.article_id[0] for one in digest.mentions] == ["c", "b"]
    for worker in (desk.worker, desk.another(), desk.another()):
        await passes(desk, worker)
        desk.passes(hours=1)
    assert [notice.kind for notice in desk.channel.taken].count("digest") == 2
    # a corrected text is indexed anew, and was told of
    article(desk, "b" * 32, "2023-07-27T12:00:00+00:00")
    article(desk, "9" * 32, "2023-07-27T12:00:00+00:00")
    desk.passes(hours=24)
    *_, following = await passes(desk, desk.another())
    assert [one.article_id[0] for one in following.mentions] == ["9"]


async def test_a_digest_that_fell_into_a_downtime_is_made_up_for_in_one(desk: Desk) -> None:
    policy(desk, **DAILY)
    await desk.worker.releases.step()
    article(desk, "b" * 32, "2023-07-26T20:00:00+00:00")
    article(desk, "c" * 32, "2023-07-27T20:00:00+00:00")
    desk.passes(days=3)
    [digest] = await passes(desk, desk.another())
    assert [one.article_id[0] for one in digest.mentions] == ["c", "b"]


async def test_an_empty_digest_is_not_sent(desk: Desk) -> None:
    policy(desk, **DAILY)
    for _ in range(4):
        assert await passes(desk, desk.another()) == []
        desk.passes(hours=12)


async def test_a_digest_that_is_due_in_quiet_hours_comes_after_them(desk: Desk) -> None:
    policy(desk, **NOON_REST, digest={"every": "hour"})
    article(desk, "b" * 32, "2023-07-26T11:30:00+00:00")
    await desk.worker.outbox.send(alerts(1, deliver="digest"))
    assert await passes(desk, desk.worker) == []
    desk.passes(minutes=30)
    assert await passes(desk, desk.worker) == []
    desk.passes(minutes=31)
    [digest] = await passes(desk, desk.worker)
    assert (len(digest.alerts), [one.article_id[0] for one in digest.mentions]) == (1, [])
    assert datetime(2023, 7, 26, 13, 1, tzinfo=UTC) == digest.created


async def test_what_waited_for_a_digest_that_is_no_longer_wanted_comes_all_the_same(desk: Desk) -> None:
    policy(desk, **DAILY)
    await desk.worker.outbox.send(alerts(2, deliver="digest"))
    policy(desk)
    desk.passes(hours=7)
    [held] = await passes(desk, desk.worker)
    assert len(held.alerts) == 2


async def test_a_digest_tells_how_many_alerts_the_throttles_kept(desk: Desk) -> None:
    policy(desk, **DAILY, throttle=[{"by": "rule", "most": 1, "within": "1d"}])
    await desk.worker.releases.step()
    await desk.worker.outbox.send(alerts(4))
    article(desk, "b" * 32, "2023-07-26T17:00:00+00:00")
    desk.passes(hours=7)
    _, digest = await passes(desk, desk.worker)
    assert digest.throttled == 3


def test_a_mention_has_a_headline_and_no_address_but_http() -> None:
    told = mention({"id": "a", "text": {"en": "\n\n  First   line. \nSecond."}, "url": "javascript:alert(1)"})
    assert (told.headline, told.url, told.language) == ("First line.", None, "und")
    assert mention({"id": "a"}).headline == "without a title"
