"""The alert service: alerts that are due to the desk."""

from __future__ import annotations

import asyncio
import time
from datetime import timedelta
from functools import partial

import structlog
from pydantic import ValidationError

from schemas.alert import Alert
from schemas.record import Batch, Handled, Rejected
from services.alert.channels import configured
from services.alert.deliveries import Deliveries
from services.alert.outbox import Outbox
from services.alert.releases import Releases
from services.alert.rounds import once, rounds
from services.alert.written import written
from services.elastic.bulk import Patience
from services.elastic.client import async_client
from services.elastic.mapping import IndexSettings
from services.elastic.server import ElasticsearchServer
from services.elastic.setup import prepare
from services.pipeline import ALERT
from services.runtime.service import Service
from services.runtime.settings import AlertSettings, SettingsError
from services.triage.policies import PolicyError, Watched

log = structlog.get_logger("harmattan")

# for attempts under way when the service is told to stop
LAST_ANSWERS_S = 3.0


class AlertService(Service):
    """What is new reaches the topic, the index and every channel, once."""

    stage = ALERT

    def __init__(self, settings: AlertSettings) -> None:
        super().__init__(settings)
        self.channels = configured(settings)
        try:
            self.policies = Watched(settings.seeds)
        except PolicyError as error:
            raise SettingsError(str(error)) from None

    async def start(self) -> None:
        self._client = async_client(self.settings)
        server = ElasticsearchServer(self._client)
        settings = IndexSettings(self.settings.shards, self.settings.replicas, self.settings.refresh)
        await prepare(server, settings, Patience(), [index.name for index in ALERT.indexes])
        self.deliveries = Deliveries(server, self.channels, self.metrics)
        self.outbox = Outbox(
            server, self.writer, self.deliveries, partial(written, self.settings), self.policies.current
        )
        releases = Releases(server, self.deliveries, self.policies.current)
        self._delivering = asyncio.create_task(once("channels", self.deliveries.run))
        self._tasks = [
            asyncio.create_task(rounds("pending alerts", self.outbox.resume)),
            asyncio.create_task(rounds("what waits", releases.step)),
            asyncio.create_task(rounds("delivery policies", self._reload)),
            asyncio.create_task(rounds("failed deliveries", self.deliveries.tidy, timedelta(minutes=5))),
        ]

    async def stop(self) -> None:
        self.deliveries.stop()
        await asyncio.wait([self._delivering], timeout=LAST_ANSWERS_S)
        for task in (self._delivering, *self._tasks):
            task.cancel()
        await self._client.close()

    async def handle(self, topic: str, chunk: Batch) -> None:  # noqa: ARG002  # it reads one topic
        found: list[Alert] = []
        handled = Handled()
        for record in chunk:
            if not record.value:
                handled.empty.append(record)
                continue
            try:
                found.append(Alert.model_validate_json(record.value))
            except ValidationError as error:
                handled.rejected.append(Rejected(record, "schema", str(error.errors()[0]["msg"])))
        if found:
            sent = await self.outbox.send(found)
            self.metrics.count("alerted", sent)
            for alert in found:
                self.metrics.latency.observe(max(0.0, time.time() - alert.received.timestamp()))
        await self.write(handled)
        self.metrics.count("done", len(found))

    async def _reload(self) -> None:
        try:
            if self.policies.refresh():
                log.info("delivery policies read again")
        except PolicyError as error:
            log.error("delivery policies left as they were", reason=str(error))
