"""Topics as the map has them, on a fake admin client; a broker that is away is waited for no longer than asked."""

from __future__ import annotations

import time
from typing import Any, cast

import pytest
from kafka.admin import KafkaAdminClient
from kafka.errors import GroupAuthorizationFailedError, TopicAlreadyExistsError, TopicAuthorizationFailedError

from services.pipeline import ALERTS, DEAD, INGEST, NORMALIZED, RAW, TOPICS
from services.runtime.errors import RefusedError
from services.runtime.settings import Connections, read
from services.runtime.topics import BrokerAwayError, admin, check_rights, ensure, topic_id


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
    assert time.monotonic() - begun < 25, "kafka-python's own patience is 30 s"


class Guarded(FakeAdmin):
    """A broker with ACLs: what we may do with topics and groups; None where it does not say."""

    def __init__(self, rights: dict[str, list[str] | None], group: list[str] | None) -> None:
        super().__init__()
        self.rights, self.group = rights, group

    def list_topics(self) -> list[str]:
        return [name for name, rights in self.rights.items() if rights != []]

    def create_topics(self, *_: object, **__: object) -> None:
        raise TopicAuthorizationFailedError

    def describe_topics(self, names: list[str]) -> list[dict[str, Any]]:
        return [{"name": name, "error_code": 0, "authorized_operations": self.rights.get(name)} for name in names]

    def describe_groups(self, names: list[str]) -> dict[str, Any]:
        if self.group == []:
            raise GroupAuthorizationFailedError
        return {name: {"authorized_operations": self.group} for name in names}


ALL: dict[str, list[str] | None] = {
    RAW.name: ["READ", "DESCRIBE"], NORMALIZED.name: ["WRITE", "DESCRIBE"], DEAD.name: ["WRITE", "DESCRIBE"],
}


@pytest.mark.parametrize(
    ("rights", "group", "says"),
    [
        ({**ALL, RAW.name: ["DESCRIBE"]}, ["READ"], "READ topic articles.raw"),
        ({**ALL, DEAD.name: ["DESCRIBE"]}, ["READ"], "WRITE topic articles.dead"),
        (ALL, ["DESCRIBE"], "READ group harmattan-ingest"),
        (ALL, [], "READ group harmattan-ingest"),
    ],
)
def test_the_first_right_that_a_service_lacks_is_named(
    rights: dict[str, list[str] | None], group: list[str], says: str
) -> None:
    with pytest.raises(RefusedError, match=says):
        check_rights(Guarded(rights, group).as_client(), INGEST)


@pytest.mark.parametrize("group", [["READ", "DESCRIBE"], None])
def test_a_service_with_its_rights_or_a_broker_that_does_not_say_passes(group: list[str] | None) -> None:
    rights: dict[str, list[str] | None] = ALL if group else dict.fromkeys(ALL)
    check_rights(Guarded(rights, group).as_client(), INGEST)


def test_a_topic_that_is_missing_and_may_not_be_made_is_one_line() -> None:
    with pytest.raises(RefusedError, match=r"topic articles.raw is missing.*harmattan setup"):
        ensure(Guarded({}, None).as_client())
