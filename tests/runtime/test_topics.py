"""Topics as the map has them, on a fake admin client; a broker that is away is waited for no longer than asked."""

from __future__ import annotations

import time
from typing import Any, cast

import pytest
from kafka.admin import KafkaAdminClient
from kafka.errors import TopicAlreadyExistsError

from services.pipeline import ALERTS, RAW, TOPICS
from services.runtime.settings import Connections, read
from services.runtime.topics import BrokerAwayError, admin, ensure, topic_id


class FakeAdmin:
    """Knows some topics; `quicker` are made by another service between our look and our attempt."""

    def __init__(self, topics: tuple[str, ...] = (), quicker: tuple[str, ...] = ()) -> None:
        self.topics = list(topics)
        self.quicker = quicker
        self.made: dict[str, Any] = {}

    def list_topics(self) -> list[str]:
        return self.topics

    def create_topics(self, wanted: dict[str, Any], wait_for_metadata: bool) -> None:
        assert wait_for_metadata
        if set(wanted) & set(self.quicker):
            raise TopicAlreadyExistsError
        self.made |= wanted

    def describe_topics(self, names: list[str]) -> list[dict[str, Any]]:
        if names[0] not in self.topics:
            return [{"error_code": 3, "topic_id": "0"}]
        return [{"error_code": 0, "topic_id": "0123-4567"}]

    def as_client(self) -> KafkaAdminClient:
        return cast(KafkaAdminClient, self)


def test_what_is_missing_is_made_as_the_map_has_it() -> None:
    fake = FakeAdmin((RAW.name,))
    assert ensure(fake.as_client(), replication=3) == [topic.name for topic in TOPICS if topic is not RAW]
    made = fake.made[ALERTS.name]
    assert (made["num_partitions"], made["replication_factor"]) == (ALERTS.partitions, 3)
    assert made["configs"]["cleanup.policy"] == "compact"


def test_what_is_there_is_left_alone() -> None:
    fake = FakeAdmin(tuple(topic.name for topic in TOPICS))
    assert ensure(fake.as_client()) == []
    assert fake.made == {}


def test_a_service_that_is_quicker_does_no_harm() -> None:
    fake = FakeAdmin(quicker=(RAW.name,))
    assert RAW.name not in ensure(fake.as_client())
    assert set(fake.made) == {topic.name for topic in TOPICS} - {RAW.name}


def test_a_topics_id_is_one_word_and_absent_where_there_is_no_topic() -> None:
    assert topic_id(FakeAdmin((RAW.name,)).as_client(), RAW.name) == "01234567"
    assert topic_id(FakeAdmin().as_client(), RAW.name) is None


def test_a_broker_that_is_away_is_waited_for_as_long_as_asked() -> None:
    begun = time.monotonic()
    with pytest.raises(BrokerAwayError, match=r"no Kafka answers at 127\.0\.0\.1:1 .*make up"):
        admin(read(Connections, KAFKA_BOOTSTRAP="127.0.0.1:1"), timeout_s=0.5)
    assert time.monotonic() - begun < 15, "kafka-python's own patience is 30 s"
