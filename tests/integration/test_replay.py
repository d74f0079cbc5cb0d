"""Read once more from the first record, or by a worker that was begun again: what was decided stands."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from kafka import TopicPartition

from schemas.dead_letter import DeadLetter
from services.pipeline import (
    ALERTS,
    ALERTS_INDEX,
    CRISIS,
    DEAD,
    DEAD_INDEX,
    DECISIONS,
    DELIVERIES_INDEX,
    INDEXES,
    RAW,
    STAGES,
    STORIES_INDEX,
)
from services.stories.restore import restored
from tests.integration.articles import coup, harmless
from tests.integration.desk import Desk, own_word
from tests.integration.waiting import until

pytestmark = pytest.mark.integration


Picture = dict[str, dict[str, dict[str, Any]]]


def _differences(before: Picture, after: Picture) -> list[tuple[str, str, dict[str, tuple[Any, Any]]]]:
    """Index, document and the fields that differ, as they were and as they are; the whole is too long to read."""
    found = []
    for index in before | after:
        olds, news = before.get(index, {}), after.get(index, {})
        for document in olds | news:
            was, now = olds.get(document, {}), news.get(document, {})
            changed = {name: (was.get(name), now.get(name)) for name in was | now if was.get(name) != now.get(name)}
            if changed:
                found.append((index, document, changed))
    return found


def test_a_replay_of_the_whole_topic_changes_no_document_and_alerts_nobody(desk: Desk) -> None:
    word = own_word()
    older, newer = coup(word, 2), coup(word, 2, updated="2023-07-28T00:00:00Z", title="Soldiers in Niger: what we know")
    desk.feed([coup(word, 1), newer, older, *(harmless(word, n) for n in range(20)), b"\xff\xfe no text", None])
    desk.settle()

    def picture() -> Picture:
        return {
            index.name: {
                hit["_id"]: {
                    name: value
                    for name, value in hit["_source"].items()
                    if name not in ("indexed", "failed", "lease_until")
                    # how often it was written, so that an older one never replaces a newer
                    and (index is not STORIES_INDEX or name != "version")
                }
                for hit in desk.hits(index.name)
            }
            # some are made when the first person keeps something
            for index in INDEXES if desk.elasticsearch.indices.exists(index=index.name)
        }

    # channels have lanes of their own, which are not lag
    pending = {"term": {"state": "pending"}}
    until(lambda: desk.documents(pending, DELIVERIES_INDEX.name), lambda left: not left, 60, "every delivery")
    before, alerts, status = picture(), len(desk.broker.read(ALERTS.name)), desk.status()
    # other tests keep alerts of crises of their own in the index, which never were on the topic
    assert 0 < alerts <= len(before[ALERTS_INDEX.name])
    # a letter of an inner topic goes when a person replays it, and its record dies again when it is read again
    letters = [DeadLetter.model_validate_json(record.value) for record in desk.broker.read(DEAD.name)]
    replayed = {one.id for one in letters if one.topic != RAW.name} - before[DEAD_INDEX.name].keys()
    desk.stop()
    for stage in STAGES:
        for topic in stage.reads:
            desk.broker.reset(stage.group, dict.fromkeys(desk.broker.ends(topic.name), 0))
    desk.start()
    after = desk.settle(240)
    now = picture()
    assert now[DEAD_INDEX.name].keys() - before[DEAD_INDEX.name].keys() == replayed
    assert [one for one in _differences(before, now) if one[1] not in replayed] == []
    assert len(desk.broker.read(ALERTS.name)) == alerts
    assert (after.fed, after.outcomes) == (status.fed, status.outcomes)


async def test_whoever_follows_stories_has_read_every_decision_before_the_first_article(desk: Desk) -> None:
    """Begun at the end instead, a worker knows none of the stories and alerts for all of them again."""
    desk.feed([coup(own_word())])
    desk.settle()
    [place] = [place for place, end in desk.broker.ends(DECISIONS.name).items() if end]
    found = await asyncio.gather(*(restored(desk.stack.connections, place.partition) for _ in range(40)))
    [known] = {one.next_offset for one in found}
    assert known == desk.broker.ends(CRISIS.name)[TopicPartition(CRISIS.name, place.partition)]
