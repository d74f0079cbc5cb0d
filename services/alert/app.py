"""The alert service: articles.enriched to the desk."""

from __future__ import annotations

import asyncio
import time
from functools import partial
from pathlib import Path

import structlog
import yaml
from pydantic import ValidationError

from schemas.alert import Alert
from schemas.enriched import EnrichedArticle
from schemas.record import ALERT_HEADER, Batch, Handled, Rejected
from schemas.rules import AlertRules
from services.alert.channels import configured
from services.alert.outbox import RESUME_EVERY, Outbox
from services.alert.rules import Rules, alerts
from services.alert.written import written
from services.elastic.bulk import Patience
from services.elastic.client import async_client
from services.elastic.mapping import IndexSettings
from services.elastic.server import ElasticsearchServer
from services.elastic.setup import prepare
from services.pipeline import ALERT
from services.runtime.app import Service, leave
from services.runtime.settings import AlertSettings, RefusedError, SettingsError

log = structlog.get_logger("harmattan")


class AlertService(Service):
    """What is new reaches the topic, the index and every channel, once."""

    stage = ALERT

    def __init__(self, settings: AlertSettings) -> None:
        super().__init__(settings)
        self.rules = load_rules(settings.seeds)
        self.channels = configured(settings)

    async def start(self) -> None:
        self._client = async_client(self.settings)
        server = ElasticsearchServer(self._client)
        settings = IndexSettings(self.settings.shards, self.settings.replicas, self.settings.refresh)
        await prepare(server, settings, Patience())
        self.outbox = Outbox(server, self.writer, self.channels, partial(written, self.settings))
        self._resuming = asyncio.create_task(self._resume())

    async def stop(self) -> None:
        self._resuming.cancel()
        await self._client.close()

    async def handle(self, topic: str, chunk: Batch) -> None:  # noqa: ARG002  # it reads one topic
        started = time.perf_counter()
        found: list[Alert] = []
        handled = Handled()
        for record in chunk:
            if record.header(ALERT_HEADER) != b"1":
                continue
            try:
                article = EnrichedArticle.model_validate_json(record.value or b"")
            except ValidationError as error:
                handled.rejected.append(Rejected(record, "schema", str(error.errors()[0]["msg"])))
                continue
            found.extend(alerts(article, self.rules))
        self.metrics.work.inc(time.perf_counter() - started)
        if found:
            sent = await self.outbox.send(found)
            self.metrics.count("alerted", sent)
            for alert in found:
                self.metrics.latency.observe(max(0.0, time.time() - alert.received.timestamp()))
        await self.write(handled)
        self.metrics.count("done", len(chunk) - len(handled.rejected))

    async def _resume(self) -> None:
        while True:
            await asyncio.sleep(RESUME_EVERY.total_seconds())
            try:
                taken = await self.outbox.resume()
            except RefusedError as error:
                leave(error)
            except Exception:
                # our bug, but not one that may keep new alerts from going out
                log.exception("pending alerts could not be resumed")
                continue
            if taken:
                log.info("pending alerts delivered", alerts=taken)


def load_rules(seeds: Path) -> Rules:
    """The rules of every crisis folder. Raises SettingsError that names the file."""
    rules = {}
    for path in sorted(seeds.glob("*/alerts.yaml")):
        try:
            rules[path.parent.name] = AlertRules.model_validate(yaml.safe_load(path.read_text("utf-8")))
        except (ValidationError, yaml.YAMLError) as error:
            raise SettingsError(f"{path}: {' '.join(str(error).split())[:300]}") from None
    return rules
