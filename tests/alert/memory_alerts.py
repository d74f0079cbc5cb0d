"""The indexes of alerts and deliveries in memory: bulks with compare-and-set, and the queries that the services ask."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable
from datetime import datetime
from typing import Any

import orjson

from services.alert.lane import NOTE_DELIVERED
from services.elastic.mapping import MAPPINGS
from services.elastic.server import Answer, AwayError
from services.pipeline import ALERTS_INDEX, DELIVERIES_INDEX

Document = dict[str, Any]


class MemoryAlerts:
    """`before` are raised or answered instead of a request, `refuses` the ids that are never taken."""

    def __init__(self) -> None:
        self.indexes: dict[str, dict[str, Document]] = defaultdict(dict)
        self.versions: dict[tuple[str, str], int] = {}
        self.before: deque[Answer | AwayError] = deque()
        self.refuses: set[str] = set()
        # each migration puts another index behind every alias; the ones before take no more writes
        self.generation = 1
        # whether a search sees what was written since
        self.refreshed = True
        # called with every request before it is answered
        self.on_request: Callable[[str, str], None] = lambda _method, _path: None

    @property
    def documents(self) -> dict[str, Document]:
        """Of alerts."""
        return self.indexes[ALERTS_INDEX.name]

    @property
    def deliveries(self) -> dict[str, Document]:
        """And of what goes to the channels."""
        return self.indexes[DELIVERIES_INDEX.name]

    def add(self, index: str, key: str, source: Document) -> None:
        """As if it had been written before."""
        self.indexes[index][key] = source
        self.versions[index, key] = self.versions.get((index, key), 0) + 1

    async def send(self, method: str, path: str, body: bytes | None = None) -> Answer:
        """As services.elastic.server.Server has it."""
        self.on_request(method, path)
        if self.before:
            fault = self.before.popleft()
            if isinstance(fault, AwayError):
                raise fault
            return fault
        _, index, action, *rest = path.partition("?")[0].split("/")
        if action == "_bulk":
            return self._bulk(index, (body or b"").split(b"\n")[:-1])
        if action == "_search":
            found = self._search(index, orjson.loads(body or b"")) if self.refreshed else _NOTHING
            return Answer(200, {"hits": found})
        if action == "_mget":
            return Answer(200, {"docs": [self._get(index, key) for key in orjson.loads(body or b"")["ids"]]})
        if action == "_doc":
            found = self._get(index, rest[0])
            return Answer(200 if found["found"] else 404, found)
        assert action == "_refresh", path
        return Answer(200, {})

    def _get(self, index: str, key: str) -> Document:
        source = self.indexes[index].get(key)
        return {"_id": key, "found": False} if source is None else {**self._hit(index, key), "found": True}

    def _hit(self, index: str, key: str) -> Document:
        source = orjson.loads(orjson.dumps(self.indexes[index][key]))
        numbers = {"_seq_no": self.versions[index, key], "_primary_term": 1}
        return {"_index": self._behind(index), "_id": key, "_source": source, **numbers}

    def _behind(self, index: str) -> str:
        return f"{index}-{self.generation:06d}"

    def _bulk(self, index: str, lines: list[bytes]) -> Answer:
        items = []
        for action, source in zip(lines[::2], lines[1::2], strict=True):
            ((kind, meta),) = orjson.loads(action).items()
            named = meta.get("_index", index)
            alias = next((one for one in MAPPINGS if named.startswith(f"{one}-")), named)
            closed = named not in (alias, self._behind(alias))
            item = _CLOSED if closed else self._item(kind, alias, meta, orjson.loads(source))
            items.append({kind: item})
        return Answer(200, {"errors": any("error" in one for item in items for one in item.values()), "items": items})

    def _item(self, kind: str, index: str, meta: dict[str, Any], body: Document) -> dict[str, Any]:
        key, documents = meta["_id"], self.indexes[index]
        if kind == "update" and key not in documents:
            return _error(404, "document_missing_exception")
        if key in self.refuses:
            return _error(400, "document_parsing_exception")
        stale = "if_seq_no" in meta and meta["if_seq_no"] != self.versions[index, key]
        if stale or (kind == "create" and key in documents):
            return _error(409, "version_conflict_engine_exception")
        if "script" in body:
            assert body["script"]["source"] == NOTE_DELIVERED
            channel, delivered = body["script"]["params"]["channel"], documents[key]["delivered"]
            source = {**documents[key], "delivered": [*dict.fromkeys([*delivered, channel])]}
        else:
            source = body if kind == "create" else {**documents[key], **body["doc"]}
        unknown = set(source) - set(MAPPINGS[index]["properties"])
        assert not unknown, f"{index} has no field for {unknown}"
        self.add(index, key, source)
        return {"status": 201}

    def _search(self, index: str, request: Document) -> Document:
        found = [key for key, source in self.indexes[index].items() if _holds(request["query"], key, source)]
        for sort in reversed(request.get("sort", [])):
            ((field, order),) = sort.items()
            found.sort(key=lambda key: str(self.indexes[index][key].get(field, "")), reverse=order == "desc")
        hits = [self._hit(index, key) for key in found[: request.get("size", 10)]]
        return {"total": {"value": len(found)}, "hits": hits}


def _holds(query: Document, key: str, source: Document) -> bool:
    ((kind, what),) = query.items()
    if kind == "bool":
        should = what.get("should", [])
        return (
            all(_holds(one, key, source) for one in what.get("filter", []))
            and not any(_holds(one, key, source) for one in what.get("must_not", []))
            and (not should or any(_holds(one, key, source) for one in should))
        )
    if kind == "ids":
        return key in what["values"]
    if kind == "exists":
        return source.get(what["field"]) not in (None, [])
    ((field, wanted),) = what.items()
    values = source.get(field)
    values = values if isinstance(values, list) else [] if values is None else [values]
    if kind == "range":
        return any(_within(value, wanted) for value in values)
    if kind == "prefix":
        return any(str(value).startswith(wanted) for value in values)
    assert kind in ("term", "terms"), kind
    return any(value in (wanted if kind == "terms" else [wanted]) for value in values)


def _within(value: Any, bounds: Document) -> bool:
    def number(one: Any) -> float:
        return datetime.fromisoformat(one).timestamp() if isinstance(one, str) else float(one)

    compare: dict[str, Callable[[float, float], bool]] = {
        "gt": lambda a, b: a > b, "gte": lambda a, b: a >= b, "lt": lambda a, b: a < b, "lte": lambda a, b: a <= b,
    }
    return all(compare[name](number(value), number(bound)) for name, bound in bounds.items())


def _error(status: int, kind: str) -> dict[str, Any]:
    return {"status": status, "error": {"type": kind, "reason": kind}}


_NOTHING: Document = {"total": {"value": 0}, "hits": []}
_CLOSED = _error(403, "cluster_block_exception")
