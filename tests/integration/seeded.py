"""Fills an Elasticsearch with what tests/desk/archive.py makes."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import Any

from elasticsearch import AsyncElasticsearch, Elasticsearch
from elasticsearch.helpers import bulk

from services.elastic.bulk import Patience
from services.elastic.mapping import IndexSettings
from services.elastic.server import ElasticsearchServer
from services.elastic.setup import prepare
from services.pipeline import ALERTS_INDEX, ARTICLES_INDEX, DEAD_INDEX, STORIES_INDEX
from tests.desk import archive
from tests.index.articles import digest


async def fill(address: str, count: int) -> list[str]:
    """Makes the indexes and `count` articles, with hostile ones, alerts, a story and dead letters; ids of the hostile.

    The newest articles come first in every list, so the hostile ones are what a page shows.
    """
    async with AsyncElasticsearch(address) as client:
        await prepare(ElasticsearchServer(client), IndexSettings(), Patience())
    hostile = archive.hostile()
    with Elasticsearch(address, request_timeout=60) as client:
        bulk(client, _actions(count, hostile), chunk_size=500, refresh=True)
    return [one["id"] for one in hostile]


def _actions(count: int, hostile: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    told: list[dict[str, Any]] = []
    for source in archive.articles(count):
        if source.get("coups") and len(told) < 12:
            told.append(source)
            source = source | {"story": [digest("story")]}
        yield _action(ARTICLES_INDEX.name, source)
    yield from (_action(ARTICLES_INDEX.name, source) for source in hostile)
    alerts = [archive.alert(source, number) for number, source in enumerate([*told, *hostile[:3]])]
    yield from itertools.chain(
        _all(ALERTS_INDEX.name, alerts), _all(STORIES_INDEX.name, [archive.story(told[0])]),
        _all(DEAD_INDEX.name, archive.letters()),
    )


def _all(index: str, sources: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    return (_action(index, source) for source in sources)


def _action(index: str, source: dict[str, Any]) -> dict[str, Any]:
    return {"_op_type": "index", "_index": index, "_id": source["id"], "_source": source}
