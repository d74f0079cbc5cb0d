"""`harmattan upkeep snapshot|snapshots|restore|rebuild`: the indexes put aside, brought back, built anew."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Any

import typer

from services.cli.problem import Problem

if TYPE_CHECKING:
    from elasticsearch import Elasticsearch
    from kafka.admin import KafkaAdminClient

REPOSITORY = "harmattan"
# a snapshot of a large index takes its time; the server answers when it is done
PATIENCE_S = 3600
# clocks of two machines differ; what is read twice is written once
SKEW = timedelta(minutes=5)

Location = Annotated[str, typer.Option(help="folder of the repository, below Elasticsearch's path.repo")]

app = typer.Typer(help="Snapshots of the indexes, and building them anew from the topics.", no_args_is_help=True)


@app.command()
def snapshot(
    name: Annotated[str | None, typer.Argument(metavar="[NAME]")] = None, location: Location = REPOSITORY
) -> None:
    """Take a snapshot of every index of Harmattan; services may go on."""
    from services.pipeline import INDEXES

    name = name or f"harmattan-{datetime.now(UTC):%Y%m%d-%H%M%S}"
    with _elasticsearch() as client:
        _repository(client, location)
        done = client.snapshot.create(
            repository=REPOSITORY, snapshot=name, indices=[f"{index.name}-*" for index in INDEXES],
            include_global_state=False, wait_for_completion=True,
        )["snapshot"]
    if done["state"] != "SUCCESS":
        raise Problem(f"snapshot {name} is {done['state']}: {done.get('reason') or done.get('failures')}")
    print(f"snapshot {name}: {len(done['indices'])} indexes, {done['shards']['successful']} shards")


@app.command()
def snapshots(location: Location = REPOSITORY) -> None:
    """List the snapshots, oldest first."""
    with _elasticsearch() as client:
        _repository(client, location)
        for one in client.snapshot.get(repository=REPOSITORY, snapshot="_all")["snapshots"]:
            print(f"{one['snapshot']}  {one['start_time']}  {one['state']}  {len(one['indices'])} indexes")


@app.command()
def restore(name: Annotated[str, typer.Argument(metavar="NAME")], location: Location = REPOSITORY) -> None:
    """Put a snapshot in the place of the indexes, and let the index service read again what came since.

    The index and the alert service must be stopped before, and started after.
    """
    from services.pipeline import ALERT, INDEX

    with _kafka() as broker, _elasticsearch() as client:
        _stopped(broker, INDEX, ALERT)
        _repository(client, location)
        found = client.options(ignore_status=404).snapshot.get(repository=REPOSITORY, snapshot=name)
        if not found.get("snapshots"):
            raise Problem(f"there is no snapshot {name}; see: harmattan upkeep snapshots")
        [one] = found["snapshots"]
        for index in one["indices"]:
            if client.indices.exists(index=index):
                client.indices.close(index=index)  # an open one cannot be restored over
        done = client.snapshot.restore(
            repository=REPOSITORY, snapshot=name, indices=one["indices"], include_global_state=False,
            wait_for_completion=True,
        )["snapshot"]
        if done["shards"]["failed"]:
            raise Problem(f"{done['shards']['failed']} shards of snapshot {name} were not restored; restore again")
        begun = datetime.fromtimestamp(one["start_time_in_millis"] / 1000, UTC)
        again = _rewind(broker, begun - SKEW)
    print(f"{len(one['indices'])} indexes restored to {begun:%Y-%m-%d %H:%M} UTC; {again} records will be read again")
    print("start the index service (and the alert service), then see: harmattan status")


@app.command()
def rebuild(
    empty: Annotated[bool, typer.Option("--empty", help="delete what the index service has written before")] = False,
) -> None:
    """Let the index service read all of articles.enriched again. Nothing doubles; the index service must be stopped.

    With --empty the articles, their arrivals and stories are made anew from nothing, as after a change of the
    mapping. Dead letters and alerts stay: they are counted and delivered once.
    """
    from services.pipeline import DEAD_INDEX, ENRICHED, INDEX
    from services.runtime.rewind import lost

    with _kafka() as broker, _elasticsearch() as client:
        _stopped(broker, INDEX)
        if empty:
            if gone := lost(broker, ENRICHED):
                raise Problem(
                    f"{ENRICHED.name} no longer holds its first {gone} records, so the index would lose them: "
                    "restore a snapshot, or rebuild without --empty"
                )
            names = [index.name for index in INDEX.indexes if index is not DEAD_INDEX]
            for name in names:
                for index in client.options(ignore_status=404).indices.get_alias(name=name).body:
                    if index.startswith(f"{name}-"):
                        client.indices.delete(index=index)
            asyncio.run(_make(names))
            print(f"emptied: {', '.join(names)}")
        again = _rewind(broker, None)
    print(f"{again} records will be read again: start the index service, then see: harmattan status")


def _rewind(broker: KafkaAdminClient, since: datetime | None) -> int:
    from services.pipeline import DEAD, INDEX
    from services.runtime.rewind import RewindError, rewind

    # letters of articles that were replayed since would come back, so they are read again only after a restore
    topics = [topic for topic in INDEX.reads if since or topic is not DEAD]
    try:
        return rewind(broker, INDEX, topics, since)
    except RewindError as error:
        raise Problem(str(error)) from None


def _stopped(broker: KafkaAdminClient, *stages: Any) -> None:
    from services.runtime.rewind import workers

    for stage in stages:
        if count := workers(broker, stage):
            raise Problem(f"{count} workers of the service {stage.name} run: stop them first")


def _repository(client: Elasticsearch, location: str) -> None:
    """One that is there already, on whatever storage, is used as it is."""
    from elasticsearch import ApiError

    if client.options(ignore_status=404).snapshot.get_repository(name=REPOSITORY).meta.status == 200:
        return
    try:
        client.snapshot.create_repository(
            name=REPOSITORY, repository={"type": "fs", "settings": {"location": location, "compress": True}}
        )
    except ApiError as error:
        raise Problem(
            f"Elasticsearch takes no snapshots ({error.message}): set path.repo in its elasticsearch.yml, "
            f"or register a repository named {REPOSITORY}"
        ) from None


@contextmanager
def _elasticsearch() -> Iterator[Elasticsearch]:
    from services.cli.connections import connections
    from services.cli.elastic import elasticsearch

    with elasticsearch(connections()) as client:
        yield client.options(request_timeout=PATIENCE_S, max_retries=0)


@contextmanager
def _kafka() -> Iterator[KafkaAdminClient]:
    from kafka.errors import KafkaError

    from services.cli.connections import connections
    from services.runtime import topics

    settings = connections()
    try:
        client = topics.admin(settings, timeout_s=5.0)
    except topics.BrokerAwayError as away:
        raise Problem(str(away)) from None
    try:
        yield client
    except KafkaError as error:
        raise Problem(f"Kafka at {settings.kafka_bootstrap} does not do it: {error}") from None
    finally:
        client.close()


async def _make(names: list[str]) -> None:
    from services.cli.connections import connections
    from services.elastic.bulk import Patience
    from services.elastic.client import async_client
    from services.elastic.mapping import IndexSettings
    from services.elastic.server import ElasticsearchServer
    from services.elastic.setup import SetupError, prepare

    settings = connections()
    made = IndexSettings(settings.shards, settings.replicas, settings.refresh)
    try:
        async with async_client(settings) as client:
            await prepare(ElasticsearchServer(client), made, Patience(), names)
    except SetupError as error:
        raise Problem(str(error)) from None
