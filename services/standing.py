"""Where everything stands: what was fed, what became of it, what each service has still before it. The shell of
services.accounting; the command line and the desk show it."""

from __future__ import annotations

from typing import Any

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError
from kafka import TopicPartition
from kafka.admin import OffsetSpec
from kafka.errors import KafkaError

from services.accounting import Expired, Outcomes, ServiceState, Status
from services.elastic.client import client as build
from services.elastic.client import refused
from services.pipeline import ARRIVALS_INDEX, ARTICLES_INDEX, DEAD_INDEX, EXPIRED_INDEX, RAW, STAGES, TOPICS
from services.runtime import topics
from services.runtime.dead_letters import EMPTY
from services.runtime.settings import Connections


class UnknownError(Exception):
    """A server does not say; one line tells which and why."""


def look(settings: Connections) -> Status:
    """The status now. Offsets are read before outcomes: what ends in between can only make it look better.

    Blocks for some hundred milliseconds, five seconds where the broker is away. Raises UnknownError.
    """
    fed, stream, services = _kafka(settings)
    return Status(fed, _outcomes(settings, stream), services)


def _kafka(settings: Connections) -> tuple[int, str, dict[str, ServiceState]]:
    try:
        client = topics.admin(settings, timeout_s=5.0)
    except topics.BrokerAwayError as away:
        raise UnknownError(str(away)) from None
    try:
        stream = topics.topic_id(client, RAW.name)
        if stream is None:
            where = settings.kafka_bootstrap
            raise UnknownError(f"there is no topic {RAW.name} at {where} yet; start the services with `make up`")
        partitions = [
            TopicPartition(found["name"], part["partition_index"])
            for found in client.describe_topics([topic.name for topic in TOPICS]) for part in found["partitions"]
        ]
        ends = {
            place: found.offset
            for place, found in client.list_partition_offsets(dict.fromkeys(partitions, OffsetSpec.LATEST)).items()
        }
        groups = client.describe_groups([stage.group for stage in STAGES])
        committed = client.list_group_offsets([stage.group for stage in STAGES])
    except KafkaError as error:
        raise UnknownError(f"Kafka at {settings.kafka_bootstrap} does not say: {error}") from None
    finally:
        client.close()
    services = {}
    for stage in STAGES:
        offsets = {place: found.offset for place, found in committed.get(stage.group, {}).items()}
        lag = {
            topic.name: sum(
                end - max(0, offsets.get(place, 0)) for place, end in ends.items() if place.topic == topic.name
            )
            for topic in stage.reads
        }
        services[stage.name] = ServiceState(len(groups[stage.group]["members"]), lag)
    fed = sum(end for place, end in ends.items() if place.topic == RAW.name)
    return fed, stream, services


def _outcomes(settings: Connections, stream: str) -> Outcomes:
    url = settings.elasticsearch_url
    try:
        with build(settings, request_timeout=30, max_retries=1) as client:
            return _counted(client, stream)
    except NotFoundError as error:
        line = f"{url} has no such index yet ({error.message}); start the services with `make up`"
        raise UnknownError(line) from None
    except (ApiError, TransportError) as error:
        if reason := refused(error):
            raise UnknownError(f"Elasticsearch at {url} refuses us: {reason}") from None
        if isinstance(error, ApiError):
            raise UnknownError(f"Elasticsearch at {url} refuses: {error.message}") from None
        raise UnknownError(
            f"no Elasticsearch answers at {url} ({type(error).__name__}); "
            "start it with `make up` or set ELASTICSEARCH_URL"
        ) from None


def _counted(client: Elasticsearch, stream: str) -> Outcomes:
    client.indices.refresh(index=f"{ARTICLES_INDEX.name},{ARRIVALS_INDEX.name},{DEAD_INDEX.name}")

    def count(index: str, field: str | None = None, value: str = "") -> int:
        # item 0 stands for its record: the other articles of a list are not counted as fed either
        filters: list[dict[str, Any]] = [{"term": {"stream": stream}}, {"term": {"item": 0}}]
        if field:
            filters.append({"term": {field: value}})
        found = int(client.count(index=index, query={"bool": {"filter": filters}})["count"])
        return found + gone.of(index, stream, field, value)

    kept = client.search(
        index=EXPIRED_INDEX.name, size=10_000, query={"match_all": {}}, ignore_unavailable=True
    )["hits"]["hits"]
    gone = Expired([hit["_source"] for hit in kept])
    empty = count(DEAD_INDEX.name, "error", EMPTY)
    return Outcomes(
        indexed=count(ARTICLES_INDEX.name),
        duplicate=count(ARRIVALS_INDEX.name, "outcome", "duplicate"),
        revised=count(ARRIVALS_INDEX.name, "outcome", "revised"),
        stale=count(ARRIVALS_INDEX.name, "outcome", "stale"),
        dead=count(DEAD_INDEX.name) - empty,
        empty=empty,
    )
