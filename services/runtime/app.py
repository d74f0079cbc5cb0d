"""A service as a Faust app: read a chunk, let the service handle it, and commit only then.

The one place that decides what a failure means:

- a record that can never succeed is the core's to name (`Rejected`); it becomes a dead letter and the rest goes on;
- an outside that is down is waited for, inside the writer and the sink, so the chunk is simply not done yet;
- anything else is our bug: it is logged with its traceback and the process ends without committing.
"""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, cast

import faust
import structlog
from faust.web import Request, Response, View

from schemas.record import Record
from services.pipeline import RAW
from services.runtime import links
from services.runtime.errors import leave
from services.runtime.fetches import ChunkConsumer, ChunkThread, ChunkTransport
from services.runtime.lanes import Lanes
from services.runtime.port import HeldWeb
from services.runtime.service import Answering, Service
from services.runtime.settings import RefusedError, SettingsError
from services.runtime.worker import stop_for_bug
from services.runtime.writer import Writer

logger = structlog.get_logger("harmattan")

BATCH_BYTES = 512 * 1024
# A broker that has just come back may name no topics yet. Who asks it then, as the leader of a group, gives everybody
# nothing, and Faust looks again after five minutes: seen as a worker that was there and read nothing.
METADATA_MAX_AGE_MS = 5_000
# A broker that restarts is back in some ten seconds; what takes longer is told.
LONG_COMMIT_S = 30.0


class HarmattanApp(faust.App):
    """A Faust app whose streams carry chunks, and which opens and closes its service."""

    runs: Service
    held: socket.socket | None = None

    def _new_web(self) -> HeldWeb:
        return HeldWeb(self)

    def _new_transport(self) -> ChunkTransport:
        return ChunkTransport(self.conf.broker_consumer, self, loop=self.loop)

    def _create_directories(self) -> None:
        """Faust's folders are for tables, of which there are none."""

    async def on_first_start(self) -> None:
        try:
            await self.runs.start()
        except SettingsError as error:
            leave(error)
        await super().on_first_start()

    async def on_stop(self) -> None:
        await super().on_stop()
        await self.runs.stop()


def build(service: Service, port: int) -> HarmattanApp:
    """The Faust app of a service, with its agents and pages."""
    settings, stage = service.settings, service.stage
    ChunkConsumer.chunk_records = settings.chunk_records
    ChunkConsumer.chunk_bytes = settings.chunk_bytes
    ChunkConsumer.counted = frozenset({RAW.name})
    ChunkThread.gathers = stage.gathers
    app = HarmattanApp(
        stage.group,
        **links.faust(settings),
        value_serializer="raw",
        key_serializer="raw",
        topic_allow_declare=False,
        topic_disable_leader=True,
        broker_session_timeout=settings.session_timeout_s,
        broker_heartbeat_interval=settings.session_timeout_s / 3,
        broker_commit_interval=1.0,
        consumer_auto_offset_reset="earliest",
        consumer_metadata_max_age_ms=METADATA_MAX_AGE_MS,
        stream_buffer_maxsize=16,  # chunks: bounds memory
        # a chunk waits as long as the outside is away, which is no livelock
        stream_processing_timeout=24 * 3600.0,
        broker_commit_livelock_soft_timeout=24 * 3600.0,
        producer_max_batch_size=BATCH_BYTES,
        producer_max_request_size=max(topic.max_message_bytes for topic in (RAW, *stage.writes, *stage.keeps)),
        producer_linger=0,
        producer_acks=-1,
        web_enabled=True,
        web_bind=settings.web_host,
        web_host=settings.web_host,
        web_port=port,
        web_in_thread=False,
    )
    app.runs = service
    service.writer = Writer(lambda: _producer(app), service.metrics.retries.inc)
    for topic in stage.reads:
        channel = app.topic(topic.name, value_serializer="raw", key_serializer="raw", value_type=bytes)
        app.agent(channel, name=f"{stage.name}-{topic.name}")(_agent(service, topic.name))
    _pages(app, service)
    _shares(app, service)
    return app


def _shares(app: HarmattanApp, service: Service) -> None:
    async def assigned(_: Any, /, *given: Any, **__: Any) -> None:
        by_topic: dict[str, set[int]] = {}
        for tp in given[0]:
            by_topic.setdefault(tp.topic, set()).add(tp.partition)
        await service.assigned({topic: frozenset(found) for topic, found in by_topic.items()})

    async def revoked(_: Any, /, *__: Any, **___: Any) -> None:
        await service.revoked()

    app.on_partitions_assigned.connect(assigned)
    app.on_partitions_revoked.connect(revoked)


async def _producer(app: HarmattanApp) -> Any:
    return (await app.maybe_start_producer())._ensure_producer()


class Arrived:
    """A chunk and the event that acks it."""

    def __init__(self, event: Any) -> None:
        self.event = event
        self.records: Sequence[Record] = event.value

    def __len__(self) -> int:
        return len(self.records)


def _agent(service: Service, topic: str) -> Callable[[Any], Any]:
    async def work(batch: Sequence[Arrived]) -> None:
        records = [record for one in batch for record in one.records]
        try:
            await service.handle(topic, records)
        except asyncio.CancelledError:
            raise
        except RefusedError as error:
            leave(error)
        # The one broad catch: whatever comes here was foreseen by nobody. Going on would lose the batch.
        except Exception as error:
            stop_for_bug(error, topic=topic, partition=records[0].partition, first=records[0].offset)
        for one in batch:
            one.event.ack()

    async def consume(stream: Any) -> None:
        lanes = Lanes[Arrived](service.settings.in_flight, service.settings.chunk_records, work)
        async for event in stream.noack().events():
            await lanes.add(Arrived(event))

    return consume


def _pages(app: HarmattanApp, service: Service) -> None:
    def page(path: str, answer: Callable[[View], Awaitable[Response]]) -> None:
        async def get(self: View, _: Request) -> Response:
            return await answer(self)

        app.page(path)(type(f"Page{path.strip('/').title()}", (View,), {"get": get}))

    async def metrics(view: View) -> Response:
        _measure_lag(app, service)
        service.measure()
        return view.bytes(service.metrics.render(), content_type="text/plain; version=0.0.4")

    async def alive(view: View) -> Response:
        return view.json({"service": service.stage.name, "alive": True})

    async def ready(view: View) -> Response:
        assigned = [str(tp) for tp in app.consumer.assignment()]
        waits = None if assigned else "no partition assigned yet"
        waits = waits or _unanswered(cast(ChunkConsumer, app.consumer)) or await service.ready()
        return view.json({"ready": waits is None, "waits_for": waits, "partitions": len(assigned)},
                         status=503 if waits else 200)

    for path, methods in service.routes().items():
        views = {method: _view(answer) for method, answer in methods.items()}
        app.page(path)(type(f"Own{path.split('/')[1].title()}", (View,), views))
    page("/metrics", metrics)
    page("/healthz", alive)
    page("/readyz", ready)


def _unanswered(consumer: ChunkConsumer) -> str | None:
    """What /readyz says of a commit that the brokers leave unanswered: nothing more is committed behind it."""
    seconds = consumer.committing_s()
    return f"Kafka, which has not answered a commit for {seconds:.0f} s" if seconds >= LONG_COMMIT_S else None


def _view(answer: Answering) -> Callable[[View, Any], Awaitable[Any]]:
    async def respond(_: View, request: Any, **__: Any) -> Any:  # the parts of its path are in the request too
        return await answer(request)

    return respond


def _measure_lag(app: HarmattanApp, service: Service) -> None:
    consumer = cast(ChunkConsumer, app.consumer)
    for tp in consumer.assignment():
        end = consumer.highwater(tp)
        read_up_to = consumer._committed_offset.get(tp) or 0
        if end is not None:
            service.metrics.set_lag(tp.topic, tp.partition, max(0, end - read_up_to))
