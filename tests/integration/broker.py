"""The broker as a test needs it: topics, offsets of a group, all records of a topic."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from kafka import KafkaConsumer, KafkaProducer, TopicPartition
from kafka.admin import KafkaAdminClient, OffsetSpec

BIG = 16 * 1024 * 1024


class Broker:
    """One admin client and what the tests ask of it."""

    def __init__(self, bootstrap: str) -> None:
        self.bootstrap = bootstrap

    @contextmanager
    def admin(self) -> Iterator[KafkaAdminClient]:
        client = KafkaAdminClient(bootstrap_servers=self.bootstrap, request_timeout_ms=30_000)
        try:
            yield client
        finally:
            client.close()

    def create(self, name: str, partitions: int = 8, **configs: str) -> None:
        with self.admin() as client:
            wanted = {"num_partitions": partitions, "replication_factor": 1, "configs": configs}
            client.create_topics({name: wanted}, wait_for_metadata=True)

    def delete(self, name: str) -> None:
        with self.admin() as client:
            client.delete_topics([name])

    def ends(self, name: str) -> dict[TopicPartition, int]:
        """The end offset of each partition."""
        with self.admin() as client:
            places = [
                TopicPartition(found["name"], part["partition_index"])
                for found in client.describe_topics([name]) for part in found["partitions"]
            ]
            found = client.list_partition_offsets(dict.fromkeys(places, OffsetSpec.LATEST))
            return {place: one.offset for place, one in found.items()}

    def committed(self, group: str) -> dict[TopicPartition, int]:
        with self.admin() as client:
            return {place: one.offset for place, one in client.list_group_offsets([group]).get(group, {}).items()}

    def lag(self, group: str, topic: str) -> int:
        committed = self.committed(group)
        return sum(end - max(0, committed.get(place, 0)) for place, end in self.ends(topic).items())

    def members(self, group: str) -> list[Any]:
        with self.admin() as client:
            return list(client.describe_groups([group])[group]["members"])

    @contextmanager
    def producer(self, **options: Any) -> Iterator[KafkaProducer]:
        options = {"acks": "all", "linger_ms": 20, "max_request_size": BIG, **options}
        producer = KafkaProducer(**{"bootstrap_servers": self.bootstrap, **options})
        try:
            yield producer
        finally:
            producer.close()

    def produce(
        self,
        topic: str,
        values: Iterable[bytes | None],
        keys: Iterable[bytes | None] | None = None,
        headers: list[tuple[str, bytes]] | None = None,
        **options: Any,
    ) -> list[tuple[int, int]]:
        """Returns (partition, offset) of each value when all are acknowledged."""
        values = list(values)
        with self.producer(**options) as producer:
            found = list(keys) if keys is not None else [None] * len(values)
            futures = [
                producer.send(topic, value, key=key, headers=headers or [])
                for key, value in zip(found, values, strict=True)
            ]
            producer.flush()
            acked = [future.get(timeout=60) for future in futures]
        return [(one.partition, one.offset) for one in acked]

    def read(self, topic: str) -> list[Any]:
        """Every record that the topic holds now."""
        ends = {place: end for place, end in self.ends(topic).items() if end}
        if not ends:
            return []
        consumer = KafkaConsumer(
            bootstrap_servers=self.bootstrap, group_id=None, enable_auto_commit=False, max_poll_records=5000,
            isolation_level="read_committed",
        )
        try:
            consumer.assign(list(ends))
            consumer.seek_to_beginning()
            records = []
            while any(consumer.position(place) < end for place, end in ends.items()):
                for found in consumer.poll(timeout_ms=1000).values():
                    records.extend(found)
            return records
        finally:
            consumer.close()

    def reset(self, group: str, offsets: Mapping[TopicPartition, int]) -> None:
        """Sends a group whose members are gone to other offsets."""
        from kafka.structs import OffsetAndMetadata

        consumer = KafkaConsumer(bootstrap_servers=self.bootstrap, group_id=group, enable_auto_commit=False)
        try:
            consumer.assign(list(offsets))
            consumer.commit({place: OffsetAndMetadata(offset, "", -1) for place, offset in offsets.items()})
        finally:
            consumer.close()
