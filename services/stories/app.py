"""The stories service: crisis.articles to articles.enriched, with what is new of each story to alerts.due."""

from __future__ import annotations

import asyncio
import time
from itertools import groupby

import structlog
from aiokafka.errors import KafkaError

from schemas.record import Batch
from services.pipeline import FOLLOW
from services.runtime.patience import PAUSE_S
from services.runtime.service import Service
from services.runtime.settings import ServiceSettings, SettingsError
from services.stories.core import Partition, handle
from services.stories.files import RuleFiles, RulesError
from services.stories.restore import restored

log = structlog.get_logger("harmattan")

LOOK_AT_RULES_EVERY_S = 2.0


class StoriesService(Service):
    """One worker at a time for each crisis, since all of it lies in one partition.

    The state is in memory and on the topic of decisions, which are written after everything that they make known and
    before the commit. A worker reads it back when a partition begins elsewhere than where it had ended here: at the
    start, and when another worker had it meanwhile.
    """

    stage = FOLLOW

    def __init__(self, settings: ServiceSettings) -> None:
        super().__init__(settings)
        try:
            self.rules = RuleFiles(settings.seeds)
        except RulesError as error:
            raise SettingsError(str(error)) from None
        self._partitions: dict[int, Partition] = {}
        # batches go in the order of their offsets, one by one: each is decided on what the one before has left
        self._turn = asyncio.Lock()

    async def start(self) -> None:
        self._watching = asyncio.create_task(self._watch_rules())

    async def stop(self) -> None:
        self._watching.cancel()

    async def handle(self, topic: str, chunk: Batch) -> None:  # noqa: ARG002  # it reads one topic
        async with self._turn:
            for number, records in groupby(chunk, key=lambda record: record.partition):
                await self._follow(number, list(records))

    async def _follow(self, number: int, records: Batch) -> None:
        partition = await self._partition(number, records[0].offset)
        started = time.perf_counter()
        try:
            told = handle(records, partition, self.rules.rules)
        except BaseException:
            del self._partitions[number]  # half of it is decided and nothing written
            raise
        self.metrics.work.inc(time.perf_counter() - started)
        try:
            await self.write(told.handled)
            await self.writer.write(told.decisions)
        except BaseException:
            del self._partitions[number]
            raise
        self.metrics.count("alerts", told.alerts)
        self.metrics.latency.observe(max(0.0, time.time() - records[-1].timestamp / 1000))

    async def _partition(self, number: int, offset: int) -> Partition:
        known = self._partitions.get(number)
        if known is None or known.next_offset is None or offset > known.next_offset:
            known = self._partitions[number] = await self._restore(number)
        return known

    async def _restore(self, number: int) -> Partition:
        while True:
            try:
                return await restored(self.settings, number)
            except KafkaError as error:
                log.warning("waiting for Kafka", reason=repr(error))
                await asyncio.sleep(PAUSE_S)

    async def _watch_rules(self) -> None:
        while True:
            await asyncio.sleep(LOOK_AT_RULES_EVERY_S)
            try:
                self.rules.refresh()
            except Exception:
                # our bug, but not one that may stop the stories
                log.exception("rules could not be looked at")
