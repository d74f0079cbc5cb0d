"""An alerts index in memory: `create` and `update` in bulks, with compare-and-set; the search for what is pending."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime
from typing import Any

import orjson

from services.elastic.server import Answer, AwayError
from services.pipeline import ALERTS_INDEX


class MemoryAlerts:
    """`before` are raised or answered instead of a request, `refuses` the ids that are never taken."""

    def __init__(self) -> None:
        self.documents: dict[str, dict[str, Any]] = {}
        self.versions: dict[str, int] = {}
        self.before: deque[Answer | AwayError] = deque()
        self.refuses: set[str] = set()

    async def send(self, method: str, path: str, body: bytes | None = None) -> Answer:
        """As services.elastic.server.Server has it."""
        if self.before:
            fault = self.before.popleft()
            if isinstance(fault, AwayError):
                raise fault
            return fault
        path = path.partition("?")[0]
        assert method == "POST"
        assert body
        if path == f"/{ALERTS_INDEX.name}/_bulk":
            return self._bulk(body.split(b"\n")[:-1])
        assert path == f"/{ALERTS_INDEX.name}/_search"
        return Answer(200, {"hits": {"hits": self._pending()}})

    def _bulk(self, lines: list[bytes]) -> Answer:
        items = []
        for action, source in zip(lines[::2], lines[1::2], strict=True):
            ((kind, meta),) = orjson.loads(action).items()
            items.append({kind: self._item(kind, meta, orjson.loads(source))})
        return Answer(200, {"errors": any("error" in one for item in items for one in item.values()), "items": items})

    def _item(self, kind: str, meta: dict[str, Any], source: dict[str, Any]) -> dict[str, Any]:
        key = meta["_id"]
        if kind == "update" and key not in self.documents:
            return _error(404, "document_missing_exception")
        if key in self.refuses:
            return _error(400, "document_parsing_exception")
        stale = "if_seq_no" in meta and meta["if_seq_no"] != self.versions[key]
        if stale or (kind == "create" and key in self.documents):
            return _error(409, "version_conflict_engine_exception")
        self.documents[key] = source if kind == "create" else {**self.documents[key], **source["doc"]}
        self.versions[key] = self.versions.get(key, 0) + 1
        return {"status": 201}

    def _pending(self) -> list[dict[str, Any]]:
        now = datetime.now(UTC)
        return [
            {"_id": key, "_source": source, "_seq_no": self.versions[key], "_primary_term": 1}
            for key, source in self.documents.items()
            if source["pending"] and datetime.fromisoformat(source["lease_until"]) < now
        ]


def _error(status: int, kind: str) -> dict[str, Any]:
    return {"status": status, "error": {"type": kind, "reason": kind}}
