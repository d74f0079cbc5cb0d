"""An Elasticsearch that answers every search of an index with the documents that a test put there."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import orjson

from services.elastic.server import Answer, AwayError
from tests.search import answers


class FakeServer:
    """By index: documents. `asked` has every request; `fault` is answered, or raised, instead."""

    def __init__(self, **documents: list[dict[str, Any]]) -> None:
        self.documents = documents
        self.asked: list[tuple[str, str, Any]] = []
        self.fault: Answer | AwayError | Callable[[], Answer] | None = None

    async def send(self, method: str, path: str, body: bytes | None = None) -> Answer:
        asked = orjson.loads(body) if body else None
        self.asked.append((method, path, asked))
        if isinstance(self.fault, AwayError):
            raise self.fault
        if isinstance(self.fault, Answer):
            return self.fault
        if path == "/":
            return Answer(200, {})
        if one := re.fullmatch(r"/harmattan-(\w+)/_doc/(\w+)", path):
            kept = [source for source in self.documents.get(one[1], []) if source.get("name") == one[2]]
            return Answer(200, {"_source": kept[0]}) if kept else Answer(404, {"found": False})
        found = re.fullmatch(r"/harmattan-(\w+)/_search(\?.*)?", path)
        assert found, f"the fake does not know {method} {path}"
        documents = self.documents.get(found[1], [])
        ids = asked.get("query", {}).get("ids", {}).get("values") if asked else None
        return answers.answer([one for one in documents if ids is None or one.get("id") in ids])
