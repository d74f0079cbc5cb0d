"""`harmattan setup`: topics, indexes and the desk's token, made where they are missing, before anything else starts."""

from __future__ import annotations

import asyncio
import os
import secrets
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from services.cli.problem import Problem

if TYPE_CHECKING:
    from services.runtime.settings import Connections

TOKEN_BYTES = 24
_PAUSE_S = 1.0


def command(
    wait: Annotated[float, typer.Option(help="seconds to wait for the servers at most", min=0)] = 180.0,
    token_file: Annotated[
        Path | None, typer.Option(help="keep the desk's token there: HARMATTAN_DESK_TOKEN, else a new one")
    ] = None,
) -> None:
    """Make the topics and indexes that are missing; harmless when done again."""
    from services.cli.connections import connections

    settings = connections()
    deadline = time.monotonic() + wait
    made = [*_topics(settings, deadline), *asyncio.run(_indexes(settings, deadline))]
    print(f"made: {', '.join(made) if made else 'nothing, all is there'}", flush=True)
    if token_file:
        _keep_token(token_file, os.environ.get("HARMATTAN_DESK_TOKEN", "").strip())


def _topics(settings: Connections, deadline: float) -> list[str]:
    from kafka.errors import RetriableError

    from services.runtime import topics

    while True:
        try:
            client = topics.admin(settings, timeout_s=max(1.0, deadline - time.monotonic()))
            try:
                return topics.ensure(client, settings.replication)
            finally:
                client.close()
        except topics.BrokerAwayError as away:
            raise Problem(str(away)) from None
        except RetriableError as error:  # a broker that just starts
            if time.monotonic() > deadline:
                raise Problem(f"Kafka at {settings.kafka_bootstrap} makes no topics: {error}") from None
            time.sleep(_PAUSE_S)


async def _indexes(settings: Connections, deadline: float) -> list[str]:
    from services.elastic.bulk import Patience
    from services.elastic.client import async_client
    from services.elastic.mapping import IndexSettings
    from services.elastic.server import ElasticsearchServer
    from services.elastic.setup import SetupError, prepare

    def no_longer(reason: str, _waited: float) -> None:
        if time.monotonic() > deadline:
            raise Problem(f"Elasticsearch at {settings.elasticsearch_url} makes no indexes: {reason}")

    async with async_client(settings) as client:
        wanted = IndexSettings(settings.shards, settings.replicas, settings.refresh)
        try:
            return await prepare(ElasticsearchServer(client), wanted, Patience(on_wait=no_longer))
        except SetupError as error:
            raise Problem(str(error)) from None


def _keep_token(path: Path, given: str) -> None:
    """Has the token in the file, readable by its owner only; one that is there stays, unless another is given."""
    try:
        if not given and path.is_file() and path.read_text("utf-8").strip():
            return
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(f"{given or secrets.token_urlsafe(TOKEN_BYTES)}\n")
    except OSError as error:
        raise Problem(f"{path} cannot be written: {error.strerror}") from None
    print(f"the desk's token is in {path}", flush=True)
