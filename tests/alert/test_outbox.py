"""Every alert once: over repeats, restarts, second workers and servers that are away."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any, Literal

import pytest

from schemas.alert import Alert
from schemas.delivery import DeliveryPolicy
from services.elastic.server import Answer, AwayError
from services.pipeline import ALERTS, ALERTS_INDEX
from tests.alert.articles import an_alert
from tests.alert.desk import Desk


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture(autouse=True)
def _no_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    async def wait(_: Any, reason: str) -> None:
        assert reason

    monkeypatch.setattr("services.elastic.bulk.Patience.wait", wait)


ALERT = an_alert()
ID = ALERT.id
STORY = "5" * 32


def alerts(number: int, **fields: Any) -> list[Alert]:
    return [an_alert(id=f"{at:032x}", **fields) for at in range(number)]


async def test_an_alert_goes_to_the_topic_the_index_and_every_channel(desk: Desk) -> None:
    assert await desk.worker.outbox.send([ALERT]) == 1
    await desk.worker.deliveries.step()
    [send] = desk.writer.sends
    assert (send.topic, send.key) == (ALERTS.name, ID.encode())
    assert Alert.model_validate_json(send.value) == ALERT
    assert dict(send.headers) == {"trace": ALERT.trace_id.encode(), "origin": ALERT.origin.encode()}
    [notice] = desk.channel.taken
    assert (notice.id, notice.kind, notice.alerts) == (ID, "alert", (ALERT,))
    source = desk.server.documents[ID]
    assert (source["pending"], source["delivered"], source["decision"]) == ([], ["topic", "mail"], "now")


async def test_a_repeat_a_restart_and_a_second_worker_send_nothing_again(desk: Desk) -> None:
    await desk.worker.outbox.send([ALERT])
    assert await desk.worker.outbox.send([ALERT, ALERT]) == 0
    assert await desk.another().outbox.send([ALERT]) == 0
    await desk.worker.deliveries.step()
    await desk.another().deliveries.step()
    assert (desk.on_topic(), desk.channel.keys) == (Counter({ID: 1}), [ID])


async def test_the_same_alert_twice_in_one_chunk_is_sent_once(desk: Desk) -> None:
    assert await desk.worker.outbox.send([ALERT, ALERT]) == 1
    assert desk.on_topic() == Counter({ID: 1})


async def test_two_workers_at_once_send_it_once(desk: Desk) -> None:
    sent = await asyncio.gather(desk.worker.outbox.send([ALERT]), desk.another().outbox.send([ALERT]))
    assert sorted(sent) == [0, 1]
    assert desk.on_topic() == Counter({ID: 1})


async def test_elasticsearch_that_is_away_is_waited_for(desk: Desk) -> None:
    desk.server.before.extend([AwayError("refused"), Answer(503, {}), Answer(429, {})])
    assert await desk.worker.outbox.send([ALERT]) == 1
    await desk.worker.deliveries.step()
    assert desk.channel.keys == [ID]


@pytest.mark.parametrize("when", ["before", "after"])
async def test_what_a_killed_worker_left_is_delivered_when_its_lease_has_run_out_and_not_written_twice(
    desk: Desk, when: Literal["before", "after"]
) -> None:
    """Killed after the claim: before the alert was on the topic, or after it and before the mark."""
    desk.writer.dies = when
    with pytest.raises(asyncio.CancelledError):
        await desk.worker.outbox.send([ALERT])
    desk.writer.dies = None
    assert await desk.another().outbox.send([ALERT]) == 0
    assert await desk.another().outbox.resume() == 0, "the lease still runs"
    desk.passes(seconds=31)
    worker = desk.another()
    assert await worker.outbox.resume() == 1
    await worker.deliveries.step()
    assert (desk.on_topic(), desk.channel.keys) == (Counter({ID: 1}), [ID])
    assert desk.server.documents[ID]["delivered"] == ["topic", "mail"]


@pytest.mark.parametrize("requests", range(1, 6))
async def test_a_worker_that_is_killed_at_any_request_leaves_one_alert_and_one_notice(
    desk: Desk, requests: int
) -> None:
    left = requests

    def count(_method: str, _path: str) -> None:
        nonlocal left
        left -= 1
        if left == 0:
            raise asyncio.CancelledError

    desk.server.on_request = count
    with pytest.raises(asyncio.CancelledError):
        await desk.worker.outbox.send([ALERT])
    desk.server.on_request = lambda *_: None
    desk.passes(seconds=31)
    worker = desk.another()
    await worker.outbox.send([ALERT])  # the record was not committed, so it is read again
    await worker.outbox.resume()
    await worker.deliveries.step()
    desk.passes(seconds=31)
    await worker.outbox.resume()
    await worker.deliveries.step()
    assert (desk.on_topic(), desk.channel.keys) == (Counter({ID: 1}), [ID])
    assert desk.server.documents[ID]["pending"] == []


async def test_what_was_decided_stands_for_whoever_takes_over(desk: Desk) -> None:
    """Killed between the decision and the channels, just before the night."""
    desk.policies["niger-2023"] = DeliveryPolicy.model_validate({"quiet_hours": [{"from": "12:00", "to": "13:00"}]})
    desk.passes(seconds=-1)

    def dies(_method: str, path: str) -> None:
        if path.startswith("/harmattan-deliveries/_bulk"):
            raise asyncio.CancelledError

    desk.server.on_request = dies
    with pytest.raises(asyncio.CancelledError):
        await desk.worker.outbox.send([ALERT])
    desk.server.on_request = lambda *_: None
    desk.passes(seconds=31)
    worker = desk.another()
    await worker.outbox.resume()
    await worker.deliveries.step()
    assert desk.channel.keys == [ID]


async def test_a_broker_that_is_away_for_longer_than_a_lease_doubles_nothing(desk: Desk) -> None:
    desk.writer.there.clear()
    sending = asyncio.create_task(desk.worker.outbox.send([ALERT]))
    while ID not in desk.server.documents:
        await asyncio.sleep(0)
    desk.passes(seconds=31)
    assert await desk.worker.outbox.resume() == 0, "it is in hand"
    assert await desk.another().outbox.resume() == 0, "its lease was renewed"
    desk.writer.there.set()
    assert await sending == 1
    desk.passes(seconds=31)
    assert await desk.another().outbox.resume() == 0
    await desk.worker.deliveries.step()
    assert (desk.on_topic(), desk.channel.keys) == (Counter({ID: 1}), [ID])


async def test_a_channel_that_hangs_holds_up_no_alert(desk: Desk) -> None:
    desk.channel.answers.clear()
    run = asyncio.create_task(desk.worker.deliveries.run())
    assert await desk.worker.outbox.send([ALERT]) == 1
    while not desk.channel.tried:
        await asyncio.sleep(0)
    assert await desk.worker.outbox.send(alerts(100)) == 100
    assert sum(desk.on_topic().values()) == 101
    run.cancel()


async def test_an_alert_that_cannot_be_remembered_goes_out_all_the_same(desk: Desk) -> None:
    desk.policies["niger-2023"] = DeliveryPolicy.model_validate({"quiet_hours": [{"from": "11:00", "to": "13:00"}]})
    desk.server.refuses = {ID}
    assert await desk.worker.outbox.send([ALERT]) == 1
    await desk.worker.deliveries.step()
    assert desk.channel.keys == [ID]


async def test_what_the_policy_holds_is_on_the_topic_and_with_no_channel(desk: Desk) -> None:
    desk.policies["niger-2023"] = DeliveryPolicy.model_validate({"quiet_hours": [{"from": "11:00", "to": "13:00"}]})
    assert await desk.worker.outbox.send([ALERT]) == 1
    await desk.worker.deliveries.step()
    assert (desk.on_topic(), desk.channel.tried) == (Counter({ID: 1}), [])
    source = desk.server.documents[ID]
    assert (source["decision"], source["decision_why"], source["pending"]) == ("held", "quiet hours", [])
    assert source["release_at"] == "2023-07-26T13:00:00+00:00"


@pytest.mark.parametrize("again", [False, True])
async def test_a_throttle_counts_over_batches_and_restarts_and_the_next_alert_tells(desk: Desk, again: bool) -> None:
    desk.policies["niger-2023"] = DeliveryPolicy.model_validate(
        {"throttle": [{"by": "story", "most": 2, "within": "1h"}]}
    )
    worker = desk.worker
    for alert in alerts(5, story=STORY):
        await worker.outbox.send([alert])
        worker = desk.another() if again else worker
        desk.passes(seconds=1)
    await worker.outbox.send([an_alert(id="e" * 32, story="6" * 32)])
    desk.passes(hours=1)
    await worker.outbox.send([an_alert(id="f" * 32, story=STORY)])
    await worker.deliveries.step()
    assert sorted(desk.channel.keys) == [f"{0:032x}", f"{1:032x}", "e" * 32, "f" * 32]
    assert {notice.id: notice.throttled for notice in desk.channel.taken}["f" * 32] == 3
    assert sum(desk.on_topic().values()) == 7
    assert desk.server.documents[f"{4:032x}"]["decision"] == "throttled"


async def test_a_throttle_counts_within_one_batch(desk: Desk) -> None:
    desk.policies["niger-2023"] = DeliveryPolicy.model_validate(
        {"throttle": [{"by": "rule", "most": 3, "within": "1h"}]}
    )
    await desk.worker.outbox.send(alerts(10))
    await desk.worker.deliveries.step()
    assert len(desk.channel.taken) == 3


async def test_a_snoozed_story_is_held(desk: Desk) -> None:
    desk.server.add(ALERTS_INDEX.name, "0" * 32, {
        "crisis": "niger-2023", "rule": "other", "story": STORY, "story_snoozed_until": "2023-07-26T15:00:00+00:00",
    })
    await desk.worker.outbox.send([an_alert(story=STORY), an_alert(id="2" * 32)])
    await desk.worker.deliveries.step()
    assert desk.channel.keys == ["2" * 32]
    assert desk.server.documents[ID]["release_at"] == "2023-07-26T15:00:00+00:00"
