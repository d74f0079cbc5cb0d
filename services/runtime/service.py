"""What a service is: batches in, and every effect of theirs durable before they are committed."""

from __future__ import annotations

import logging
import time
from abc import ABC, abstractmethod
from collections.abc import Awaitable, Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

import structlog

from schemas.record import TRACE_HEADER, Batch, Handled, Headers, Record, Send
from services.pipeline import Stage
from services.runtime import dead_letters
from services.runtime.metrics import Metrics
from services.runtime.settings import ServiceSettings
from services.runtime.writer import Writer

logger = structlog.get_logger("harmattan")

LOGGED_LETTERS = 5  # of a chunk; the rest is in the topic

# aiohttp's request and response, which Faust's web server hands through
Answering = Callable[[Any], Awaitable[Any]]


class Service(ABC):
    """One service: `handle` is called with batches of one topic, up to `in_flight` of them at once.

    A batch holds whole chunks, each of one partition in the order of its offsets.
    """

    stage: Stage

    def __init__(self, settings: ServiceSettings) -> None:
        self.settings = settings
        self.metrics = Metrics(self.stage.name)
        self.stream = ""  # the id of articles.raw
        self.writer: Writer

    async def start(self) -> None:  # noqa: B027  # most need nothing
        """Opens what the service needs besides Kafka; may wait until it is there."""

    async def stop(self) -> None:  # noqa: B027  # nor this
        """Closes it again."""

    def measure(self) -> None:  # noqa: B027  # nor this
        """Sets the gauges of its own, before they are shown."""

    async def assigned(self, partitions: Mapping[str, frozenset[int]]) -> None:  # noqa: B027  # nor this
        """Told by topic which partitions this worker has now; all others are somebody else's."""

    async def revoked(self) -> None:  # noqa: B027  # nor this
        """Returns when nothing more is done for any partition: until then nobody else gets them."""

    def routes(self) -> Mapping[str, Mapping[str, Answering]]:
        """Pages of the service's own: by path and method (post, get) what answers."""
        return {}

    async def ready(self) -> str | None:
        """None when the service can work, else one line that says what it waits for."""
        return None

    @abstractmethod
    async def handle(self, topic: str, chunk: Batch) -> None:
        """Returns when every effect of the chunk is durable. Raises only on a bug."""

    async def write(self, handled: Handled) -> None:
        """Writes what a core returned: its messages, and its rejected and empty records as dead letters."""
        now = datetime.now(UTC)
        dead = dead_letters.sends(handled.rejected, handled.empty, self.stage.name, self.stream, now)
        for one in handled.rejected[:LOGGED_LETTERS]:
            logger.warning(
                "dead letter", error=one.error, reason=one.reason[:200], topic=one.record.topic,
                partition=one.record.partition, offset=one.record.offset, trace=trace_of(one.record.headers),
            )
        if len(handled.rejected) > LOGGED_LETTERS:
            logger.warning("more dead letters in the same chunk", letters=len(handled.rejected) - LOGGED_LETTERS)
        await self.writer.write([*handled.sends, *dead])
        self.follow(handled.sends)
        self.metrics.count("done", len(handled.sends))
        self.metrics.count("dead", len(handled.rejected))
        self.metrics.count("empty", len(handled.empty))

    def follow(self, written: Iterable[Record | Send]) -> None:
        """At level debug, a line for each article of the chunk, so that one can be followed by its trace id.

        Not at info: four lines an article cost more than the article.
        """
        if logger.isEnabledFor(logging.DEBUG):
            for one in written:
                logger.debug("article", trace=trace_of(one.headers), topic=one.topic)


def trace_of(headers: Headers) -> str | None:
    """The trace id that a record carries."""
    return next((value.decode("ascii", "replace") for name, value in headers if name == TRACE_HEADER), None)


class CoreService(Service):
    """A service that is nothing but a pure core between two topics."""

    @abstractmethod
    def core(self, chunk: Batch) -> Handled:
        """The core's one function."""

    async def handle(self, topic: str, chunk: Batch) -> None:  # noqa: ARG002  # a core has one topic
        started = time.perf_counter()
        handled = self.core(chunk)
        self.metrics.work.inc(time.perf_counter() - started)
        await self.write(handled)
        self.metrics.latency.observe(max(0.0, time.time() - chunk[-1].timestamp / 1000))
