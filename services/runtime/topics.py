"""Topics as services/pipeline.py has them: created where they are missing, asked for their id and offsets."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import Any

from kafka.admin import KafkaAdminClient
from kafka.errors import AuthorizationError, KafkaError, TopicAlreadyExistsError

from services.pipeline import RAW, TOPICS, Stage, Topic
from services.runtime import links
from services.runtime.settings import Connections, RefusedError


class BrokerAwayError(Exception):
    """The broker did not answer in time; one line."""


def admin(settings: Connections, timeout_s: float = 10.0) -> KafkaAdminClient:
    """A connected admin client.

    Raises BrokerAwayError when nothing answers within timeout_s, RefusedError where the broker will not have us.
    """
    deadline = time.monotonic() + timeout_s
    while True:
        if settings.kafka_security != "PLAINTEXT":
            links.check(settings)
        try:
            return KafkaAdminClient(
                **links.kafka_python(settings), client_id="harmattan-admin", request_timeout_ms=15_000,
                # its own default is 30 s, whatever we have been asked for
                bootstrap_timeout_ms=max(500, int((deadline - time.monotonic()) * 1000)),
            )
        except (KafkaError, OSError, ValueError) as error:
            if time.monotonic() > deadline:
                links.check(settings)
                raise BrokerAwayError(
                    f"no Kafka answers at {settings.kafka_bootstrap} ({type(error).__name__}); "
                    "start it with `make up` or set KAFKA_BOOTSTRAP"
                ) from error
            time.sleep(0.3)


def settings(topic: Topic) -> dict[str, str]:
    """The broker's configuration of a topic."""
    return {
        "retention.ms": str(topic.retention_ms),
        "cleanup.policy": "compact" if topic.compact else "delete",
        "max.message.bytes": str(topic.max_message_bytes),
        # Arrival is when the broker got it, not what a producer says: dates are judged by it.
        "message.timestamp.type": "LogAppendTime" if topic is RAW else "CreateTime",
    }


def ensure(client: KafkaAdminClient, replication: int = 1, topics: Iterable[Topic] = TOPICS) -> list[str]:
    """Creates what is missing and returns the names created. Safe when several services do it at once.

    Raises RefusedError where a topic is missing, or hidden from us, and we may not make it.
    """
    existing = set(client.list_topics())
    missing = [topic for topic in topics if topic.name not in existing]
    created = []
    for topic in missing:
        wanted = {"num_partitions": topic.partitions, "replication_factor": replication, "configs": settings(topic)}
        try:
            client.create_topics({topic.name: wanted}, wait_for_metadata=True)
        except TopicAlreadyExistsError:
            continue
        except AuthorizationError:
            raise RefusedError(
                f"topic {topic.name} is missing, or we may not see it, and we may not make it; "
                "see: harmattan setup"
            ) from None
        created.append(topic.name)
    return created


def topic_id(client: KafkaAdminClient, name: str) -> str | None:
    """The id that Kafka gave the topic when it was made, 32 hex digits; None where there is no such topic.

    A topic that is deleted and made anew has another one, which tells its offsets from the old ones.
    """
    found: list[dict[str, Any]] = client.describe_topics([name])
    if not found or found[0].get("error_code"):
        return None
    return str(found[0]["topic_id"]).replace("-", "")


def check_rights(client: KafkaAdminClient, stage: Stage) -> None:
    """Raises RefusedError that names the first right the service lacks; finding out while it works would be late."""
    check_topics(client, "READ", (*stage.reads, *stage.rereads, *stage.keeps))
    check_topics(client, "WRITE", (*stage.writes, *stage.keeps))
    try:
        group = client.describe_groups([stage.group])[stage.group]
    except AuthorizationError:
        raise RefusedError(f"no right to READ group {stage.group}; see: harmattan access") from None
    if not _may(group, "READ"):
        raise RefusedError(f"no right to READ group {stage.group}; see: harmattan access")


def check_topics(client: KafkaAdminClient, operation: str, topics: Iterable[Topic]) -> None:
    """Raises RefusedError that names the first topic on which we may not do this."""
    for found in client.describe_topics([topic.name for topic in topics]):
        if not _may(found, operation):
            raise RefusedError(f"no right to {operation} topic {found['name']}; see: harmattan access")


def _may(found: dict[str, Any], operation: str) -> bool:
    # older brokers do not say, and find out when it is done
    return not found.get("authorized_operations") or operation in found["authorized_operations"]
