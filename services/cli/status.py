"""`harmattan status`: what was fed, what became of it, what still waits, which services run."""

from __future__ import annotations

import json as jsonlib
from typing import TYPE_CHECKING, Annotated, Any

import typer

from services.accounting import Expired, Outcomes, ServiceState, Status
from services.cli.problem import Problem

if TYPE_CHECKING:
    from services.runtime.settings import Connections


def command(json: Annotated[bool, typer.Option("--json", help="one JSON object")] = False) -> None:
    """Show whether everything adds up; exit code 1 if it does not, or if a service is down."""
    from services.cli.connections import connections

    status = look(connections())
    problems = status.problems()
    if json:
        print(jsonlib.dumps(as_json(status, problems)))
    else:
        _table(status, problems)
    if problems:
        raise typer.Exit(1)


def look(settings: Connections) -> Status:
    """The status now. Offsets are read before outcomes: what ends in between can only make it look better."""
    fed, stream, services = _kafka(settings)
    return Status(fed, _outcomes(settings, stream), services)


def as_json(status: Status, problems: list[str]) -> dict[str, Any]:
    """The status as one JSON object."""
    outcomes = status.outcomes
    return {
        "fed": status.fed,
        **{name: getattr(outcomes, name) for name in ("indexed", "duplicate", "revised", "stale", "dead", "empty")},
        "in_flight": status.in_flight,
        "lag": status.lag,
        "services": {
            name: {"up": state.workers > 0, "workers": state.workers, "lag": dict(state.lag)}
            for name, state in status.services.items()
        },
        "adds_up": not problems,
        "problems": problems,
    }


def _kafka(settings: Connections) -> tuple[int, str, dict[str, ServiceState]]:
    from kafka import TopicPartition
    from kafka.admin import OffsetSpec
    from kafka.errors import KafkaError

    from services.pipeline import RAW, STAGES, TOPICS
    from services.runtime import topics

    try:
        client = topics.admin(settings, timeout_s=5.0)
    except topics.BrokerAwayError as away:
        raise Problem(str(away)) from None
    try:
        stream = topics.topic_id(client, RAW.name)
        if stream is None:
            where = settings.kafka_bootstrap
            raise Problem(f"there is no topic {RAW.name} at {where} yet; start the services with `make up`")
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
        raise Problem(f"Kafka at {settings.kafka_bootstrap} does not say: {error}") from None
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
    from services.cli.elastic import elasticsearch
    from services.pipeline import ARRIVALS_INDEX, ARTICLES_INDEX, DEAD_INDEX, EXPIRED_INDEX
    from services.runtime.dead_letters import EMPTY

    with elasticsearch(settings) as client:
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


def _table(status: Status, problems: list[str]) -> None:
    from rich.console import Console
    from rich.table import Table

    console = Console()
    outcomes = status.outcomes
    sums = Table(title="articles.raw", show_header=False)
    for name, value in (
        ("fed", status.fed), ("indexed", outcomes.indexed), ("duplicate", outcomes.duplicate),
        ("revised (newer text)", outcomes.revised), ("stale (older text, in history)", outcomes.stale),
        ("dead", outcomes.dead), ("empty (tombstones, blanks)", outcomes.empty), ("in flight", status.in_flight),
    ):
        sums.add_row(name, f"{value:,}")
    console.print(sums)
    services = Table("service", "workers", "lag", title="services")
    for name, state in status.services.items():
        lag = ", ".join(f"{topic} {value:,}" for topic, value in state.lag.items())
        services.add_row(name, str(state.workers) if state.workers else "[red]down[/red]", lag)
    console.print(services)
    for problem in problems:
        console.print(f"[red]✗[/red] {problem}")
    if not problems:
        console.print("[green]✓[/green] everything adds up")
