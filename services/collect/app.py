"""The collect service: sources in, articles.raw out. The shell of the cores beside it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Mapping, Sequence
from typing import Any

import structlog

from schemas.record import Batch, Handled, Rejected, Send
from schemas.source import Source
from schemas.source_state import SourceState
from services.collect import site_words, websub
from services.collect.callbacks import Callbacks
from services.collect.gauges import Gauges
from services.collect.outside import outside
from services.collect.poll import Article
from services.collect.poller import poll_source
from services.collect.posting import Posting
from services.collect.reader import Reader
from services.collect.routing import route
from services.collect.watch import Watch, of_partitions
from services.pipeline import COLLECT, POKES, RAW, SOURCE_STATES, SOURCES
from services.runtime.service import Answering, Service
from services.runtime.settings import CollectSettings, SettingsError
from services.runtime.writer import partition_of
from services.sources import seeds
from services.sources.ledger import Ledger, restore, take

# so that one that hangs on a hostile feed does not keep the others waiting
PROCESSES = 2

log = structlog.get_logger("harmattan")


def milliseconds() -> int:
    """The time of day."""
    return int(time.time() * 1000)


class CollectService(Service):
    """Watches the sources of the partitions of `sources` that Kafka gave to this worker."""

    stage = COLLECT

    def __init__(self, settings: CollectSettings) -> None:
        super().__init__(settings)
        self.own = settings
        self.gauges = Gauges(self.metrics.registry)
        self._seeds: dict[str, Source] = {}
        self._ends: dict[int, int] = {}
        self._taking: asyncio.Task[None] | None = None

    async def start(self) -> None:
        try:
            self._seeds = seeds.load(self.own.seeds) if self.own.collect_seeds else {}
            site_words.read_from(self.own.seeds)  # and so do the processes that read
        except (seeds.SeedError, site_words.SeedFileError) as error:
            raise SettingsError(str(error)) from None
        self._reader = Reader(PROCESSES, seeds=self.own.seeds)
        self._outside = outside(self.own, self._reader, milliseconds)
        self.watch = Watch(self._poll, milliseconds, self._outside.pace, self.own.at_once)
        if not self.own.contact:
            log.warning("set HARMATTAN_COLLECT_CONTACT, so that the sites that are read can reach you")

    async def stop(self) -> None:
        await self.revoked()
        await self._outside.client.close()
        self._reader.close()

    def routes(self) -> Mapping[str, Mapping[str, Answering]]:
        posting = Posting(
            lambda sends: self.writer.write(sends), self.own.token.get_secret_value(), milliseconds,
            self.gauges.fed.labels("posted").inc,
        )
        hubs = Callbacks(self.own.token.get_secret_value(), self._poke)
        return {"/articles": {"post": posting}, websub.PATH: {"get": hubs.confirm, "post": hubs.told}}

    async def assigned(self, partitions: Mapping[str, frozenset[int]]) -> None:
        await self.revoked()
        ours = partitions.get(SOURCES.name, frozenset())
        self._taking = asyncio.get_running_loop().create_task(self._take(ours))

    async def revoked(self) -> None:
        if self._taking is not None:
            self._taking.cancel()
            await asyncio.gather(self._taking, return_exceptions=True)
            self._taking = None
        self._ends = {}
        await self.watch.stop()

    async def _take(self, ours: frozenset[int]) -> None:
        """Takes over what others knew of these sources. Until it is done, `handle` leaves the topic alone."""
        ledger = await restore(self.own, ours)
        self.watch.watched.clear()
        known = {**self._seeds, **ledger.sources}
        for source in of_partitions(known.values(), _partition, ours):
            self.watch.add(source, ledger.states.get(source.id))
        self._ends = ledger.ends
        log.info("watching", sources=len(self.watch.watched), partitions=sorted(ours))

    async def handle(self, topic: str, chunk: Batch) -> None:
        if self._taking is not None:
            await asyncio.wait([self._taking])
        if topic == POKES.name:
            for record in chunk:
                self.watch.poke((record.key or b"").decode("utf-8", "replace"))
            return
        handled = Handled()
        for record in chunk:
            ledger = Ledger()
            if reason := take(ledger, topic, record.key, record.value):
                handled.rejected.append(Rejected(record, "no_source", reason))
            elif record.offset >= self._ends.get(record.partition, 0):
                self._apply((record.key or b"").decode("utf-8", "replace"), ledger)
        await self.write(handled)

    def _apply(self, key: str, ledger: Ledger) -> None:
        for source in ledger.sources.values():
            self.watch.add(source, None)
        if not ledger.sources:
            self.watch.drop(key)
            if key in self._seeds:
                self.watch.add(self._seeds[key], None)

    async def _poll(self, source: Source, state: SourceState) -> SourceState:
        try:
            after = await poll_source(source, state, self._outside, self._feed)
            after = await self._subscribe(source, after)
            kept = _state(source, after)
        except asyncio.CancelledError:
            raise
        # Our bug, and the one place where it does not end the process: what one source makes us do must not keep
        # all others from being read. It is logged as a bug, and the source fails with it where people look.
        except Exception as error:
            log.exception("bug: a source cannot be polled", source=source.id)
            now = milliseconds()
            after = state.model_copy(update={
                "polled": now, "polls": state.polls + 1, "fails": state.fails + 1, "next": now + 3_600_000,
                "failing_since": state.failing_since or now, "problem": f"bug in Harmattan: {error!r}"[:300],
            })
            kept = _state(source, after)
        await self.writer.write([kept])
        self._tell(source, state, after)
        return after

    async def _subscribe(self, source: Source, state: SourceState) -> SourceState:
        now = milliseconds()
        wanted = websub.due(source, state, self.own.callback, self.own.token.get_secret_value(), now)
        if wanted is None:
            return state
        answer = await self._outside.client.ask("POST", wanted.hub, form=wanted.form)
        log.info("asked a hub", source=source.id, hub=wanted.hub, answer=answer.problem or answer.status)
        return state.model_copy(update={"subscribed": now})

    async def _poke(self, source_id: str, host: str) -> None:
        """Any worker may be told, the owner polls."""
        await self.writer.write([Send(POKES.name, source_id.encode(), b"", route=host.encode())])

    async def _feed(self, articles: Sequence[Article]) -> None:
        await self.writer.write([Send(RAW.name, one.key, one.value) for one in articles])
        self.gauges.fed.labels("source").inc(len(articles))

    def _tell(self, source: Source, before: SourceState, after: SourceState) -> None:
        fed = after.fed - before.fed
        outcome = "failed" if after.fails else "news" if fed else "nothing"
        self.gauges.polls.labels(outcome).inc()
        said = {"source": source.id, "fed": fed, "problem": after.problem}
        if after.fails == 1 or after.retired:
            log.warning("source", **said)
        elif fed:
            log.info("source", **said)

    def measure(self) -> None:
        self.gauges.show([one.state for one in self.watch.watched.values()], milliseconds())

    async def ready(self) -> str | None:
        done = self._taking is not None and self._taking.done()
        return None if done else "the sources are not taken over yet"


def _partition(source: Source) -> int:
    return partition_of(route(source), SOURCES.partitions)


def _state(source: Source, state: SourceState) -> Send:
    value: Any = state.model_dump_json(exclude_none=True).encode()
    return Send(SOURCE_STATES.name, source.id.encode(), value, route=route(source))
