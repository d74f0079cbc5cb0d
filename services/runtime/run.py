"""The process of a service, from its settings to its end."""

from __future__ import annotations

import asyncio
import gc
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import structlog
from kafka.errors import RetriableError

from services.pipeline import RAW
from services.runtime import log, topics, watch
from services.runtime.app import build
from services.runtime.patience import PAUSE_S
from services.runtime.port import hold
from services.runtime.service import Service
from services.runtime.settings import ServiceSettings, SettingsError, read
from services.runtime.worker import BoundedWorker

logger = structlog.get_logger("harmattan")


def _wait_for_topics(service: Service) -> None:
    """Creates missing topics and learns the id of articles.raw; waits for the broker as long as it takes."""
    stage = service.stage
    while True:
        try:
            client = topics.admin(service.settings)
            try:
                topics.ensure(client, service.settings.replication, (*stage.reads, *stage.writes, *stage.keeps))
                topics.check_rights(client, stage)
                if RAW in stage.reads:
                    service.stream = topics.topic_id(client, RAW.name) or ""
            finally:
                client.close()
            return
        except topics.BrokerAwayError as away:
            logger.warning("waiting for Kafka", reason=str(away))
        except RetriableError as error:  # gone between two questions
            logger.warning("waiting for Kafka", reason=repr(error))
            time.sleep(PAUSE_S)


def run(kind: Callable[[Any], Service], settings_kind: type[ServiceSettings] = ServiceSettings) -> None:
    """The whole life of a service process; never returns normally."""
    try:
        settings = read(settings_kind)
        service = kind(settings)
        port = settings.web_port if settings.web_port is not None else service.stage.port
        held = hold(settings.web_host, port)
    except SettingsError as error:
        print(f"harmattan: {error}", file=sys.stderr)
        sys.exit(2)
    # What a chunk leaves behind has no cycles, and what was loaded at the start stays: looking for garbage at the
    # default pace cost 4 to 17 % of the time.
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    log.configure(settings, service.stage.name)
    try:
        _wait_for_topics(service)
        port = held.getsockname()[1]
        app = build(service, port)
        app.held = held
    except SettingsError as error:
        print(f"harmattan: {error}", file=sys.stderr)
        sys.exit(2)

    @app.task  # type: ignore[untyped-decorator]  # faust ships no complete types
    async def _started() -> None:
        log.quiet()
        logger.info(
            "started",
            reads=[topic.name for topic in service.stage.reads],
            writes=[topic.name for topic in (*service.stage.writes, *service.stage.keeps)]
            + [index.name for index in service.stage.indexes],
            kafka=settings.kafka_bootstrap,
            metrics=f"http://{settings.web_host}:{port}/metrics",
            pid=os.getpid(),
        )
        watching = [watch.refusal(app), watch.routines(app)]
        if RAW in service.stage.reads:
            watching.append(watch.stream_id(service))
        await asyncio.gather(*watching)

    worker = BoundedWorker(
        app, loglevel="WARN", redirect_stdouts=False, override_logging=False, blocking_timeout=None,
        quiet=True, stdout=Path(os.devnull).open("w"),  # noqa: SIM115  # for its spinner, as long as the process lives
    )
    worker.stop_timeout_s = settings.stop_timeout_s
    worker.execute_from_commandline()
