"""Writes articles and dead letters into their indexes, whatever state Elasticsearch is in."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import orjson

from schemas.record import Record, Rejected
from services import pipeline
from services.index.bulk import Conflict, OnWait, Operation, Patience, Refused, Sleep, bulk, create, say_nothing
from services.index.conflicts import Conflicts
from services.index.documents import Article, Source, dead_document, stamp
from services.index.reading import UnreadableError, read_article, read_letter
from services.index.server import Server


@dataclass(frozen=True, slots=True)
class Arrived:
    """An article with its record and the document it would make as the first of its address."""

    record: Record
    article: Article
    source: Source


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
        self._now, self._sleep, self._on_wait = now, sleep, on_wait
        self._conflicts = Conflicts(server, self._articles, prefix + pipeline.ARRIVALS_INDEX.name)

    async def write(self, articles: Sequence[Record] = (), dead: Sequence[Record] = ()) -> list[Rejected]:
        """Returns when every record is in Elasticsearch or among the rejected.

        `articles` are records of articles.enriched, `dead` of articles.dead. Does not raise for anything that
        Elasticsearch or a record may do; waits as long as it is away, busy or full.
        """
        rejected: list[Rejected] = []
        if articles:
            await self._write_articles(articles, rejected)
        if dead:
            await self._write_dead(dead, rejected)
        return rejected

    async def _write_articles(self, records: Sequence[Record], rejected: list[Rejected]) -> None:
        indexed = stamp(self._now())
        arrived: list[Arrived] = []
        operations: list[Operation] = []
        for record in records:
            try:
                article, source = read_article(record.value, indexed)
            except UnreadableError as error:
                rejected.append(Rejected(record, error.error, str(error)))
                continue
            arrived.append(Arrived(record, article, source))
            operations.append(create(source["id"], orjson.dumps(source)))
        results = await bulk(self._server, self._articles, operations, self._patience())
        repeated: list[Arrived] = []
        for one, result in zip(arrived, results, strict=True):
            if isinstance(result, Conflict):
                repeated.append(one)
            elif isinstance(result, Refused):
                rejected.append(Rejected(one.record, result.error, result.reason))
        if repeated:
            refused = await self._conflicts.resolve([one.article for one in repeated], indexed, self._patience())
            rejected.extend(
                Rejected(one.record, why.error, why.reason)
                for one, why in zip(repeated, refused, strict=True)
                if why is not None
            )

    async def _write_dead(self, records: Sequence[Record], rejected: list[Rejected]) -> None:
        kept: list[Record] = []
        operations: list[Operation] = []
        for record in records:
            try:
                document_id, source = dead_document(read_letter(record.value))
            except UnreadableError as error:
                rejected.append(Rejected(record, error.error, str(error)))
                continue
            kept.append(record)
            operations.append(create(document_id, orjson.dumps(source)))
        results = await bulk(self._server, self._dead, operations, self._patience())
        rejected.extend(
            Rejected(record, result.error, result.reason)
            for record, result in zip(kept, results, strict=True)
            if isinstance(result, Refused)
        )

    def _patience(self) -> Patience:
        return Patience(self._sleep, self._on_wait)
