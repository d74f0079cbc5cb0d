"""Bulk requests that come back only when every item has its final answer.

What is over by itself (busy, away, restarting, disk full, alias not made yet) is waited for, without end and
without raising. What never will succeed is told from its neighbours and returned.
"""

from __future__ import annotations

import asyncio
import random
from collections import deque
from collections.abc import Awaitable, Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

import orjson

from services.elastic.server import Answer, AwayError, Server

# One bulk holds this much at most: bigger ones gain nothing and press on a small heap.
BULK_BYTES = 8 * 1024 * 1024
FIRST_WAIT, LONGEST_WAIT = 0.2, 10.0

_FILTER = (
    "errors,items.*.status,items.*.error.type,items.*.error.reason,"
    "items.*.error.caused_by.type,items.*.error.caused_by.reason"
)

Sleep = Callable[[float], Awaitable[None]]
OnWait = Callable[[str, float], None]
"""Called with the reason before each wait, and with the seconds waited so far in a row."""


def say_nothing(_reason: str, _waited: float) -> None:
    """The OnWait of those who do not want to know."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One line pair of a bulk request. `bound`: it names the index that was read, behind the alias."""

    action: bytes
    body: bytes
    bound: bool = False

    def __len__(self) -> int:
        return len(self.action) + len(self.body) + 2


@dataclass(frozen=True, slots=True)
class Done:
    """Written."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """There is a document of that id already, or it has changed meanwhile."""


@dataclass(frozen=True, slots=True)
class Refused:
    """Elasticsearch will never take it."""

    error: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Later:
    reason: str
    # the index that was read takes no more writes, or is gone: the alias may be another's by now
    closed: bool = False


Result = Done | Conflict | Refused
DONE, CONFLICT = Done(), Conflict()


def create(document_id: str, body: bytes) -> Operation:
    """Written only where no document has the id."""
    return Operation(orjson.dumps({"create": {"_id": document_id}}), body)


def replace(document_id: str, seq_no: int, primary_term: int, body: bytes, index: str | None = None) -> Operation:
    """Written only where the document is still the one that was read, in `index`."""
    return _bound("index", document_id, seq_no, primary_term, body, index)


def update(document_id: str, seq_no: int, primary_term: int, body: bytes, index: str | None = None) -> Operation:
    """`replace` for the fields in the body's `doc`."""
    return _bound("update", document_id, seq_no, primary_term, body, index)


def _bound(
    kind: str, document_id: str, seq_no: int, primary_term: int, body: bytes, index: str | None
) -> Operation:
    """Numbers of one index may by chance be those of another document's state in the index that a migration puts
    behind the alias (services.elastic.migrate). So the write goes to the index that was read, and is a conflict where
    that one is closed to writes: whoever reads again through the alias reads what stands now."""
    action: dict[str, Any] = {"_id": document_id, "if_seq_no": seq_no, "if_primary_term": primary_term}
    if index:
        action |= {"_index": index, "require_alias": False}
    return Operation(orjson.dumps({kind: action}), body, bound=index is not None)


def newest(document_id: str, version: int, body: bytes) -> Operation:
    """Written unless the document that is there has a higher version; the same version may be written again."""
    action = {"_id": document_id, "version": version, "version_type": "external_gte"}
    return Operation(orjson.dumps({"index": action}), body)


@dataclass(slots=True)
class Patience:
    """Waits between attempts: doubling, with jitter, so that many workers do not come back as one."""

    sleep: Sleep = asyncio.sleep
    on_wait: OnWait = say_nothing
    waited: float = field(default=0.0, init=False)
    attempts: int = field(default=0, init=False)

    async def wait(self, reason: str) -> None:
        self.on_wait(reason, self.waited)
        longest = min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(self.attempts, 10))
        seconds = longest * (0.5 + random.random() / 2)
        self.attempts += 1
        self.waited += seconds
        await self.sleep(seconds)


async def ask(
    server: Server, method: str, path: str, body: bytes | None, patience: Patience, also: Collection[int] = (),
) -> Answer:
    """The answer, however long it takes: 2xx or one of the statuses in `also`; every other one is waited out."""
    while True:
        try:
            answer = await server.send(method, path, body)
        except AwayError as away:
            await patience.wait(f"Elasticsearch is away: {away}")
            continue
        if 200 <= answer.status < 300 or answer.status in also:
            return answer
        await patience.wait(f"Elasticsearch answers {answer.status}: {_reason(answer.body)}")


async def bulk(
    server: Server, index: str, operations: Sequence[Operation], patience: Patience, *, alias: bool = True
) -> list[Result]:
    """The final result of each operation, in order. `alias`: that `index` must be one."""
    results: dict[int, Result] = {}
    # require_alias: where the alias is gone, a bulk would otherwise make an index of guessed fields
    path = f"/{index}/_bulk?require_alias={'true' if alias else 'false'}&filter_path={_FILTER}"
    limit = BULK_BYTES
    parts = deque(_split(operations, range(len(operations)), limit))
    while parts:
        part = parts.popleft()
        body = b"\n".join(line for at in part for line in (operations[at].action, operations[at].body)) + b"\n"
        again, why = await _attempt(server, path, body, part, results)
        if isinstance(why, _Later) and why.closed:
            moved = [at for at in again if operations[at].bound]
            results.update(dict.fromkeys(moved, CONFLICT))
            again = [at for at in again if not operations[at].bound]
            if moved and not again:
                await patience.wait(why.reason)  # else the conflict is read and written again without a pause
        if not again:
            continue
        if again is part and isinstance(why, Refused):
            parts.extendleft(reversed(_halves(part)))  # something in it is too much, or upsets the whole request
            continue
        limit = max(limit // 2, 64 * 1024)
        parts.extend(_split(operations, again, limit))
        await patience.wait(why.reason)
    return [results[at] for at in range(len(operations))]


async def _attempt(
    server: Server, path: str, body: bytes, part: Sequence[int], results: dict[int, Result]
) -> tuple[Sequence[int], _Later | Refused]:
    """Sends one request and notes what is final; returns what is not, and why."""
    try:
        answer = await server.send("POST", path, body)
    except AwayError as away:
        return part, _Later(f"Elasticsearch is away: {away}")
    if answer.status in (400, 413):
        refused = Refused("too_large" if answer.status == 413 else "refused", _reason(answer.body))
        if len(part) == 1:
            results[part[0]] = refused
            return (), refused
        return part, refused
    if not 200 <= answer.status < 300:
        return part, _Later(f"Elasticsearch answers {answer.status}: {_reason(answer.body)}")
    if answer.body.get("errors") is False:
        results.update(dict.fromkeys(part, DONE))
        return (), _Later("")
    return _sort_out(answer.body["items"], part, results)


def _sort_out(
    items: list[dict[str, Any]], part: Sequence[int], results: dict[int, Result]
) -> tuple[Sequence[int], _Later]:
    again, why = [], _Later("")
    for at, item in zip(part, items, strict=True):
        result = _result(next(iter(item.values())))
        if isinstance(result, _Later):
            again.append(at)
            why = _Later(result.reason, result.closed or why.closed)
        else:
            results[at] = result
    return again, why


def _result(item: dict[str, Any]) -> Result | _Later:
    status, error = item["status"], item.get("error")
    if error is None:
        return DONE
    if status == 409:
        return CONFLICT
    kind = error.get("type", "refused")
    if kind == "document_missing_exception":  # what an update was for; waiting does not make it
        return Refused(kind, _sentence(error))
    # 404: the alias is not there (yet); 403 with a block: the disk is full or an operator stopped writes
    if status in (404, 429) or status >= 500 or kind == "cluster_block_exception":
        closed = status == 404 or kind == "cluster_block_exception"
        return _Later(f"Elasticsearch answers {status}: {_sentence(error)}", closed)
    return Refused(kind, _sentence(error))


def _reason(body: Any) -> str:
    error = body.get("error") if isinstance(body, dict) else body
    return _sentence(error) if isinstance(error, dict) else str(error)[:300]


def _sentence(error: dict[str, Any]) -> str:
    """The reason and its cause, without the document that some of them quote."""
    cause = error.get("caused_by") or {}
    parts = [error.get("type"), error.get("reason"), cause.get("reason")]
    return ": ".join(part[:200] for part in parts if part)


def _split(operations: Sequence[Operation], which: Sequence[int], limit: int) -> list[list[int]]:
    parts: list[list[int]] = []
    room = 0
    for at in which:
        if not parts or len(operations[at]) > room:
            parts.append([])
            room = limit
        parts[-1].append(at)
        room -= len(operations[at])
    return parts


def _halves(part: Sequence[int]) -> list[list[int]]:
    middle = len(part) // 2
    return [list(part[:middle]), list(part[middle:])]
