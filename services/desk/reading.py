"""What the desk asks Elasticsearch beyond the archive of services.search: single documents, whole."""

from __future__ import annotations

from typing import Any

import orjson

from services.elastic.server import AwayError, Server
from services.pipeline import Index
from services.search.problem import NotAnsweredError

Body = dict[str, Any]


class Reading:
    """Documents as they are stored. Raises NotAnsweredError where Elasticsearch is away or refuses."""

    def __init__(self, server: Server, prefix: str = "") -> None:
        self.server, self._prefix = server, prefix

    async def sources(self, index: Index, body: Body) -> list[Body]:
        """The documents that a search finds; none where there is no such index yet."""
        path = f"/{self._prefix}{index.name}/_search?ignore_unavailable=true"
        try:
            answer = await self.server.send("POST", path, orjson.dumps(body))
        except AwayError as away:
            raise NotAnsweredError(f"no Elasticsearch answers ({away})") from None
        if answer.status != 200:
            raise NotAnsweredError(f"Elasticsearch answers {answer.status} to a search of {index.name}")
        return [hit["_source"] for hit in answer.body.get("hits", {}).get("hits", [])]

    async def document(self, index: Index, id_: str) -> Body | None:
        """One document; None where there is none.

        By search: behind an alias of several indexes, as while one is copied, a document cannot be asked for by id.
        """
        found = await self.sources(index, {"query": {"ids": {"values": [id_]}}, "size": 1})
        return found[0] if found else None

    async def here(self) -> bool:
        """Whether Elasticsearch answers."""
        try:
            return (await self.server.send("GET", "/")).status == 200
        except AwayError:
            return False
