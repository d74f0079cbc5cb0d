"""Articles whose address has a document already: reads it, lets `settle` decide, writes what it says."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import Any

import orjson

from services.elastic.bulk import Conflict, Operation, Patience, Refused, Result, ask, bulk, create, replace
from services.elastic.server import Server
from services.index.documents import Article, Source, arrival_document, content, derived_id, stories_lacking
from services.index.revisions import Duplicate, Repeat, known, same_story
from services.index.settle import Arrival, Settlement, Stored, settle

# What tells a repeat or a duplicate; the texts are read only for what is neither.
_LIGHT = "id,origin,text_origin,text_outcome,content_hash,history.origin,history.content_hash,history.outcome,story"
# Among the stories of one address, the likeliest few are compared.
_NEIGHBOURS = 5
_QUERY_WORDS = 60
# A document with its history may have 10 MB.
_AT_ONCE = 20

Group = list[int]
"""Articles of one address, by their place in the list."""


class Conflicts:
    """One at a time within a process: a neighbour made a moment ago must be seen by the next."""

    def __init__(self, server: Server, articles: str, arrivals: str) -> None:
        self._server, self._articles, self._arrivals = server, articles, arrivals
        self._lock = asyncio.Lock()

    async def resolve(
        self, articles: Sequence[Article], indexed: str, patience: Patience
    ) -> list[Refused | None]:
        """Brings every article to its place; for each, why Elasticsearch refused it, or None."""
        async with self._lock:
            refused: dict[int, Refused] = {}
            open_ = await self._without_the_known(articles, patience)
            groups = _by_address(articles, open_)
            while groups:
                groups = await self._round(articles, groups, indexed, patience, refused)
            return [refused.get(at) for at in range(len(articles))]

    async def _without_the_known(self, articles: Sequence[Article], patience: Patience) -> Group:
        """The quick way for replays and duplicates, which come by thousands; the rest is returned."""
        wanted = []
        for article in articles:
            wanted.append({"_index": self._arrivals, "_id": article["origin"], "_source": False})
            for document_id in (article["id"], derived_id(article["id"], article["content_hash"])):
                wanted.append({"_index": self._articles, "_id": document_id, "_source": _LIGHT.split(",")})
        found = await self._mget(wanted, patience)
        left: Group = []
        duplicates: list[Arrival] = []
        for at, article in enumerate(articles):
            arrival, *documents = found[3 * at : 3 * at + 3]
            has_it = [doc["_source"] for doc in documents if doc["found"] and known(doc["_source"], article)]
            if any(stories_lacking(source, article) for source in has_it):
                left.append(at)
                continue
            if arrival["found"]:
                continue
            verdicts = [(known(doc["_source"], article), doc["_id"]) for doc in documents if doc["found"]]
            if Repeat(None) in (verdict for verdict, _ in verdicts):
                continue
            same = [document_id for verdict, document_id in verdicts if isinstance(verdict, Duplicate)]
            if same and len(same) == sum(1 for verdict, _ in verdicts if verdict):
                duplicates.append(Arrival(article, same[0], "duplicate"))
            else:
                left.append(at)
        await self._note(duplicates, patience)
        return left

    async def _round(
        self, articles: Sequence[Article], groups: list[Group], indexed: str, patience: Patience,
        refused: dict[int, Refused],
    ) -> list[Group]:
        """One attempt at each group; returns those that somebody else was quicker at, to be read again."""
        again: list[Group] = []
        stored = await self._read([articles[group[0]]["id"] for group in groups], patience)
        for group, main in zip(groups, stored, strict=True):
            mine = [articles[at] for at in group]
            documents = await self._documents(main, mine, patience)
            settlement = settle(documents, mine, indexed)
            results = await self._write(settlement, patience)
            refusals = [result for result in results if isinstance(result, Refused)]
            if refusals and len(group) > 1:
                again.extend([at] for at in group)  # one of them spoils it for the others: each by itself
            elif refusals:
                refused[group[0]] = refusals[0]
            elif any(isinstance(result, Conflict) for result in results):
                again.append(group)
            else:
                await self._note(settlement.arrivals, patience)
        return again

    async def _documents(self, main: Stored | None, articles: list[Article], patience: Patience) -> list[Stored]:
        """All documents that may have one of these articles, the address's own first."""
        ids = [derived_id(article["id"], article["content_hash"]) for article in articles]
        strangers = [article for article in articles if not main or not same_story(main.source, article)]
        if strangers:
            ids += await self._neighbours(strangers, patience)
        others = await self._read(list(dict.fromkeys(ids)), patience)
        return [document for document in (main, *others) if document]

    async def _neighbours(self, articles: list[Article], patience: Patience) -> list[str]:
        """Ids of the documents of other stories at this address that are most like these."""
        await ask(self._server, "POST", f"/{self._articles}/_refresh", None, patience)
        found: list[str] = []
        for article in articles:
            body = orjson.dumps(_neighbour_query(article))
            path = f"/{self._articles}/_search?filter_path=hits.hits._id"
            answer = await ask(self._server, "POST", path, body, patience, also=(400,))
            found += [hit["_id"] for hit in answer.body.get("hits", {}).get("hits", ())]
        return found

    async def _read(self, ids: list[str], patience: Patience) -> list[Stored | None]:
        docs: list[dict[str, Any]] = []
        for first in range(0, len(ids), _AT_ONCE):
            wanted = [{"_index": self._articles, "_id": document_id} for document_id in ids[first : first + _AT_ONCE]]
            docs += await self._mget(wanted, patience)
        return [
            Stored(doc["_source"], doc["_seq_no"], doc["_primary_term"], doc["_index"]) if doc["found"] else None
            for doc in docs
        ]

    async def _mget(self, wanted: list[dict[str, Any]], patience: Patience) -> list[dict[str, Any]]:
        """One entry for each wanted document, with `found`; an index that cannot answer now is waited for."""
        while True:
            answer = await ask(self._server, "POST", "/_mget", orjson.dumps({"docs": wanted}), patience)
            docs: list[dict[str, Any]] = answer.body["docs"]
            failed = [doc for doc in docs if "error" in doc]
            if not failed:
                return docs
            await patience.wait(f"Elasticsearch cannot read: {failed[0]['error'].get('reason')}")

    async def _write(self, settlement: Settlement, patience: Patience) -> list[Result]:
        # first, so that no text is nowhere for a moment; a document that is there already is as good
        writes = [create(document_id, orjson.dumps(source)) for document_id, source in settlement.displaced.items()]
        results = await bulk(self._server, self._articles, writes, patience)
        if refused := [result for result in results if isinstance(result, Refused)]:
            return [*refused]
        return await bulk(self._server, self._articles, [_write(one) for one in settlement.changed()], patience)

    async def _note(self, arrivals: Sequence[Arrival], patience: Patience) -> None:
        """Last of all: an arrival that is noted is never looked at again. What was noted first stands."""
        writes = [create(arrival.article["origin"], orjson.dumps(_document(arrival))) for arrival in arrivals]
        await bulk(self._server, self._arrivals, writes, patience)


def _document(arrival: Arrival) -> Source:
    return arrival_document(arrival.article, arrival.document_id, arrival.outcome)


def _by_address(articles: Sequence[Article], which: Group) -> list[Group]:
    groups: dict[str, Group] = {}
    for at in which:
        groups.setdefault(articles[at]["id"], []).append(at)
    return list(groups.values())


def _write(stored: Stored) -> Operation:
    if stored.seq_no is None or stored.primary_term is None:
        return create(stored.source["id"], orjson.dumps(stored.source))
    return replace(stored.source["id"], stored.seq_no, stored.primary_term, orjson.dumps(stored.source), stored.index)


def _neighbour_query(article: Article) -> dict[str, Any]:
    words = content(article.get("title") or "", article.get("text") or "")[:2000].split()[:_QUERY_WORDS]
    return {
        "size": _NEIGHBOURS,
        "_source": False,
        "query": {
            "bool": {
                "filter": [{"term": {"address_id": article["id"]}}],
                "must_not": [{"ids": {"values": [article["id"]]}}, {"term": {"superseded": True}}],
                "should": [{"multi_match": {"query": " ".join(words), "fields": ["title", "text.*"]}}],
            }
        },
    }
