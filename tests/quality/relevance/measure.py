"""`python -m tests.quality.relevance.measure [--questions]`: nDCG@10 of our search beside plain BM25.

Plain BM25 is `multi_match` (`best_fields`) on title and text with Elasticsearch's defaults: its standard analyzer, no
names, no folding, no languages. Both are asked on the same real Elasticsearch: ELASTICSEARCH_URL if one answers there,
else one that is started for it. Indexes have names of their own and are gone afterwards.
"""

from __future__ import annotations

import argparse
import asyncio
import math
import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import yaml
from elasticsearch import AsyncElasticsearch, Elasticsearch
from elasticsearch.helpers import bulk

from deploy.local.elasticsearch import health
from schemas.search import Search
from services.elastic.bulk import Patience
from services.elastic.mapping import IndexSettings
from services.elastic.server import ElasticsearchServer
from services.elastic.setup import prepare
from services.pipeline import ARTICLES_INDEX
from services.search.archive import Archive
from services.search.gazetteer import load
from tests.integration.index_server import elasticsearch
from tests.quality.measure import SEEDS
from tests.quality.relevance.collection import Item, documents, items

QUESTIONS = Path(__file__).with_name("questions.yaml")
AT = 10


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and the grade of each article that is of use."""

    asks: str
    grades: dict[str, int]


@dataclass(frozen=True, slots=True)
class Measured:
    """One question: both figures, and what our search found first."""

    question: Question
    ours: float
    plain: float
    found: list[str]


def questions(found: list[Item]) -> list[Question]:
    """All of them. Raises ValueError for an answer that is no article."""
    known = [item.id for item in found]
    out = []
    for line in yaml.safe_load(QUESTIONS.read_text("utf-8")):
        grades: dict[str, int] = {}
        for grade in (3, 2, 1):
            for answer in line.get(grade, ()):
                meant = [one for one in known if one == answer or one.startswith(f"{answer}.")]
                if not meant:
                    raise ValueError(f"{line['asks']}: there is no article {answer}")
                for one in meant:
                    grades.setdefault(one, grade)
        out.append(Question(line["asks"], grades))
    return out


def ndcg(found: list[str], grades: dict[str, int]) -> float:
    """nDCG@10 with a gain of 2^grade - 1."""
    ideal = sorted(grades.values(), reverse=True)
    return _dcg([grades.get(one, 0) for one in found]) / _dcg(ideal)


def _dcg(grades: list[int]) -> float:
    return sum((2.0**grade - 1) / math.log2(place + 2) for place, grade in enumerate(grades[:AT]))


def mean(measured: list[Measured]) -> tuple[float, float]:
    """Ours, and plain BM25."""
    return sum(one.ours for one in measured) / len(measured), sum(one.plain for one in measured) / len(measured)


def measure(address: str) -> list[Measured]:
    """Every question, on the Elasticsearch at this address."""
    collection = items()
    asked = questions(collection)
    sources = documents(collection)
    prefix = f"relevance-{uuid.uuid4().hex[:8]}-"
    plain = f"{prefix}plain"
    with Elasticsearch(address, request_timeout=60) as client:
        try:
            asyncio.run(_prepare(address, prefix))
            ours = f"{prefix}{ARTICLES_INDEX.name}"
            bulk(client, ({"_index": ours, "_id": one["id"], "_source": one} for one in sources.values()))
            client.indices.create(index=plain, mappings={"properties": {
                "title": {"type": "text"}, "text": {"type": "text"},
            }})
            bulk(client, (
                {"_index": plain, "_id": one.id, "title": one.title, "text": one.text} for one in collection
            ))
            client.indices.refresh(index=f"{prefix}*")
            names = {source["id"]: name for name, source in sources.items()}
            answers = asyncio.run(_ours(address, prefix, asked, names))
            return [
                Measured(one, ndcg(found, one.grades), ndcg(_plainly(client, plain, one.asks), one.grades), found)
                for one, found in zip(asked, answers, strict=True)
            ]
        finally:
            for name in client.indices.get(index=f"{prefix}*"):
                client.indices.delete(index=name)


async def _prepare(address: str, prefix: str) -> None:
    async with AsyncElasticsearch(address) as client:
        await prepare(ElasticsearchServer(client), IndexSettings(), Patience(), [ARTICLES_INDEX.name], prefix)


async def _ours(address: str, prefix: str, asked: list[Question], names: dict[str, str]) -> list[list[str]]:
    gazetteer = load(SEEDS)
    async with AsyncElasticsearch(address) as client:
        archive = Archive(ElasticsearchServer(client), gazetteer, prefix=prefix)
        found = [await archive.search(Search(q=one.asks, size=AT), counts=False) for one in asked]
        return [[names[hit.id] for hit in (*one.hits, *one.near)] for one in found]


def _plainly(client: Elasticsearch, index: str, text: str) -> list[str]:
    asked = {"multi_match": {"query": text, "fields": ["title", "text"], "type": "best_fields"}}
    return [hit["_id"] for hit in client.search(index=index, query=asked, size=AT)["hits"]["hits"]]


@contextmanager
def server() -> Iterator[str]:
    """The address of one that answers, or of one that is started."""
    given = os.environ.get("ELASTICSEARCH_URL")
    if given and health(given) in ("yellow", "green"):
        yield given
        return
    with elasticsearch() as address:
        yield address


def main() -> None:
    """Print the figures, and with --questions those of each question."""
    parser = argparse.ArgumentParser(description="Measure how the search ranks, beside plain BM25.")
    parser.add_argument("--questions", action="store_true", help="each question, and what was found first")
    each = parser.parse_args().questions
    with server() as address:
        measured = measure(address)
    for one in sorted(measured, key=lambda one: one.ours - one.plain) if each else ():
        graded = " ".join(f"{name}={one.question.grades.get(name, 0)}" for name in one.found)
        print(f"  {one.ours:.2f} {one.plain:.2f}  {one.question.asks}: {graded or 'nothing'}")
    ours, plain = mean(measured)
    print(f"== relevance: {len(measured)} questions, nDCG@{AT} {ours:.3f}, plain BM25 on title and text {plain:.3f}")


if __name__ == "__main__":
    main()
