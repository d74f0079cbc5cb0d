"""An Elasticsearch in memory with the semantics that the sink relies on, and with faults to order."""

from __future__ import annotations

import copy
from collections import deque
from collections.abc import Callable
from typing import Any

import orjson

from services.elastic.server import Answer, AwayError

Fault = Answer | AwayError | Callable[[], None]


class MemoryElasticsearch:
    """Aliases, `create`, `index` with if_seq_no, `_mget`, and a search for the neighbours of an address.

    `before` are answered instead of carrying a request out, `after` in place of the answer once it was carried
    out; `refuses` says why a source is refused, `busy` how often an id is answered 429 first, `closed` which indexes
    take no writes.
    """

    def __init__(self) -> None:
        self.indexes: dict[str, dict[str, dict[str, Any]]] = {}
        self.aliases: dict[str, str] = {}
        self.before: deque[Fault] = deque()
        self.after: deque[Fault] = deque()
        self.refuses: Callable[[dict[str, Any]], str | None] = lambda _: None
        self.busy: dict[str, int] = {}
        self.closed: set[str] = set()
        self.largest = 10**9
        self.requests: list[str] = []
        self._seq_no = 0

    async def send(self, method: str, path: str, body: bytes | None = None) -> Answer:
        path, _, query = path.partition("?")
        self.requests.append(f"{method} {path}")
        if self.before and (answer := _fault(self.before.popleft())):
            return answer
        answer = self._carry_out(method, path, query, body or b"")
        if self.after and (instead := _fault(self.after.popleft())):
            return instead
        return answer

    def documents(self, alias: str) -> dict[str, dict[str, Any]]:
        """Sources by id."""
        return {key: stored["source"] for key, stored in self.indexes[self.aliases[alias]].items()}

    def _carry_out(self, method: str, path: str, query: str, body: bytes) -> Answer:
        match method, path.strip("/").split("/"):
            case "GET", [""]:
                return Answer(200, {})
            case "HEAD", ["_alias", alias]:
                return Answer(200 if alias in self.aliases else 404, None)
            case "PUT", [index]:
                return self._make(index, orjson.loads(body))
            case "POST", [alias, "_bulk"]:
                assert "require_alias=true" in query
                return self._bulk(alias, body)
            case "POST", ["_mget"]:
                return Answer(200, {"docs": [self._get(doc) for doc in orjson.loads(body)["docs"]]})
            case "POST", [_, "_refresh"]:
                return Answer(200, {})
            case "POST", [alias, "_search"]:
                return Answer(200, {"hits": {"hits": self._neighbours(alias, orjson.loads(body))}})
        raise AssertionError(f"the fake does not know {method} {path}")

    def _make(self, index: str, body: dict[str, Any]) -> Answer:
        if index in self.indexes:
            error = {"type": "resource_already_exists_exception", "reason": f"index [{index}] already exists"}
            return Answer(400, {"error": error})
        self.indexes[index] = {}
        self.aliases |= dict.fromkeys(body["aliases"], index)
        return Answer(200, {"acknowledged": True})

    def _bulk(self, alias: str, body: bytes) -> Answer:
        if len(body) > self.largest:
            return Answer(413, {"error": {"type": "too_long", "reason": "request entity too large"}})
        lines = body.split(b"\n")[:-1]
        items = []
        for action, source in zip(lines[::2], lines[1::2], strict=True):
            ((kind, meta),) = orjson.loads(action).items()
            items.append({kind: self._item(alias, kind, meta, orjson.loads(source))})
        return Answer(200, {"errors": any("error" in item for one in items for item in one.values()), "items": items})

    def _item(self, alias: str, kind: str, meta: dict[str, Any], source: dict[str, Any]) -> dict[str, Any]:
        if alias not in self.aliases:
            return _error(404, "index_not_found_exception", f"no such index [{alias}]")
        if self.busy.get(meta["_id"], 0) > 0:
            self.busy[meta["_id"]] -= 1
            return _error(429, "es_rejected_execution_exception", "queue is full")
        if why := self.refuses(source):
            return _error(400, "document_parsing_exception", why)
        name = meta.get("_index", self.aliases[alias])
        if name in self.closed:
            return _error(403, "cluster_block_exception", f"index [{name}] blocked by: [FORBIDDEN/8/index write (api)]")
        index = self.indexes[name]
        stored = index.get(meta["_id"])
        if "version" in meta:
            assert meta["version_type"] == "external_gte"
            stale = stored is not None and stored["version"] > meta["version"]
        else:
            stale = kind == "index" and (stored is None or stored["seq_no"] != meta["if_seq_no"])
        if stale or (kind == "create" and stored):
            return _error(409, "version_conflict_engine_exception", "version conflict")
        self._seq_no += 1
        index[meta["_id"]] = {"source": source, "seq_no": self._seq_no, "version": meta.get("version")}
        return {"status": 201}

    def _get(self, doc: dict[str, Any]) -> dict[str, Any]:
        stored = self.indexes[self.aliases[doc["_index"]]].get(doc["_id"])
        if stored is None:
            return {"_id": doc["_id"], "found": False}
        index = self.aliases[doc["_index"]]
        found = {"_index": index, "_id": doc["_id"], "found": True, "_seq_no": stored["seq_no"], "_primary_term": 1}
        wanted = doc.get("_source")
        if wanted is not False:
            source = copy.deepcopy(stored["source"])
            found["_source"] = _only(source, wanted) if wanted else source
        return found

    def _neighbours(self, alias: str, body: dict[str, Any]) -> list[dict[str, Any]]:
        bools = body["query"]["bool"]
        address = bools["filter"][0]["term"]["address_id"]
        words = set(bools["should"][0]["multi_match"]["query"].split())
        found = [
            (len(words & set(str(source["text"]).split())), key)
            for key, source in self.documents(alias).items()
            if source.get("address_id") == address and not source.get("superseded")
        ]
        return [{"_id": key} for _, key in sorted(found, reverse=True)[: body["size"]]]


def _fault(fault: Fault) -> Answer | None:
    if isinstance(fault, AwayError):
        raise fault
    if isinstance(fault, Answer):
        return fault
    fault()
    return None


def _error(status: int, kind: str, reason: str) -> dict[str, Any]:
    return {"status": status, "error": {"type": kind, "reason": reason}}


def _only(source: dict[str, Any], wanted: list[str]) -> dict[str, Any]:
    kept = {name: source[name] for name in wanted if name in source}
    below = [name.split(".")[1] for name in wanted if name.startswith("history.")]
    if "history" in source and below:
        kept["history"] = [{name: entry[name] for name in below} for entry in source["history"]]
    return kept
