"""Writes articles and dead letters into their indexes, whatever state Elasticsearch is in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import orjson

from schemas.record import Record, Rejected
from services import pipeline
from services.elastic.bulk import (
    Conflict,
    OnWait,
    Operation,
    Patience,
    Refused,
    Result,
    Sleep,
    bulk,
    create,
    newest,
    say_nothing,
)
from services.elastic.server import Server
from services.index.conflicts import Conflicts
from services.index.documents import dead_document, stamp, story_document
from services.index.reading import UnreadableError, read_article, read_letter, read_story


class Sink:
    """Safe to call several times at once, to cancel at any moment and to call again with the same records:
    every write is by id and either makes a document or changes the one that was read."""

    def __init__(
        self,
        server: Server,
        *,
        prefix: str = "",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        sleep: Sleep = asyncio.sleep,
        on_wait: OnWait = say_nothing,
    ) -> None:
        self._server = server
        self._articles = prefix + pipeline.ARTICLES_INDEX.name
        self._dead = prefix + pipeline.DEAD_INDEX.name
        self._stories = prefix + pipeline.STORIES_INDEX.name
        self._now, self._sleep, self._on_wait = now, sleep, on_wait
        self._conflicts = Conflicts(server, self._articles, prefix + pipeline.ARRIVALS_INDEX.name)

    async def write(
        self, articles: Sequence[Record] = (), dead: Sequence[Record] = (), stories: Sequence[Record] = ()
    ) -> list[Rejected]:
        """Returns when every record is in Elasticsearch or among the rejected.

        `articles` are records of articles.enriched, `dead` of articles.dead, `stories` of stories. Does not raise for
        anything that Elasticsearch or a record may do; waits as long as it is away, busy or full.
        """
        rejected: list[Rejected] = []
        if articles:
            await self._write_articles(articles, rejected)
        if dead:
            await self._write_dead(dead, rejected)
        if stories:
            await self._write_stories(stories, rejected)
        return rejected

    async def _write_articles(self, records: Sequence[Record], rejected: list[Rejected]) -> None:
        indexed = stamp(self._now())
        kept, operations = _operations(records, rejected, lambda value: _first_arrival(value, indexed))
        results = await bulk(self._server, self._articles, operations, self._patience())
        _refuse(kept, results, rejected)
        known = [record for record, result in zip(kept, results, strict=True) if isinstance(result, Conflict)]
        if known:
            # read again: holding every article of every batch until its answer comes costs more, in the
            # garbage collector's passes over them, than the few repeats that there are
            articles = [read_article(record.value, indexed)[0] for record in known]
            _refuse(known, await self._conflicts.resolve(articles, indexed, self._patience()), rejected)

    async def _write_dead(self, records: Sequence[Record], rejected: list[Rejected]) -> None:
        kept, operations = _operations(records, rejected, _dead_letter)
        _refuse(kept, await bulk(self._server, self._dead, operations, self._patience()), rejected)

    async def _write_stories(self, records: Sequence[Record], rejected: list[Rejected]) -> None:
        """Of each story its newest state; an older one that comes late is passed over."""
        indexed = stamp(self._now())
        last = list({record.key: record for record in records}.values())
        kept, operations = _operations(last, rejected, lambda value: _story(value, indexed))
        _refuse(kept, await bulk(self._server, self._stories, operations, self._patience()), rejected)

    def _patience(self) -> Patience:
        return Patience(self._sleep, self._on_wait)


def _first_arrival(value: bytes | None, indexed: str) -> Operation:
    source = read_article(value, indexed)[1]
    return create(source["id"], orjson.dumps(source))


def _story(value: bytes | None, indexed: str) -> Operation:
    story = read_story(value)
    return newest(story.id, story.version, orjson.dumps(story_document(story, indexed)))


def _dead_letter(value: bytes | None) -> Operation:
    document_id, source = dead_document(read_letter(value))
    return create(document_id, orjson.dumps(source))


def _operations(
    records: Sequence[Record], rejected: list[Rejected], operation: Callable[[bytes | None], Operation]
) -> tuple[list[Record], list[Operation]]:
    """The records that can be read, and what is to be done for each."""
    kept: list[Record] = []
    operations: list[Operation] = []
    for record in records:
        try:
            operations.append(operation(record.value))
            kept.append(record)
        except UnreadableError as error:
            rejected.append(Rejected(record, error.error, str(error)))
    return kept, operations


def _refuse(records: Sequence[Record], results: Sequence[Result | None], rejected: list[Rejected]) -> None:
    for record, result in zip(records, results, strict=True):
        if isinstance(result, Refused):
            rejected.append(Rejected(record, result.error, result.reason))
