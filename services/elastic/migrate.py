"""A new version of an index takes the place of the old one while writers write and searches search.

Our indexes have one alias each, which is what is read and what is written (`is_write_index`): a writer compares
what it reads with what it writes, so both must always be the same index. The protocol:

1. **Build.** `harmattan-articles-000002` is made with the mapping and settings of this code, without the alias. So
   nobody but the migration writes to it. Making it is the lock: a second migration finds it there and is refused.
2. **Copy.** Of every shard of the old index the local checkpoint is noted first: every write up to it is done. Then
   Elasticsearch copies (`_reindex`) in steps of sequence numbers. What is written meanwhile goes to the old index.
3. **Catch up.** Round by round, what each shard has got above its last checkpoint and up to its present one is read in
   order of sequence numbers and written to the new index. A document that was changed has a number above the
   checkpoint that was noted before it was read, so it is in a later round; never is one passed over because a
   neighbour with a higher number was visible earlier. Copies keep their versions.
4. **Close.** When a round is small, the old index is blocked for writes. Elasticsearch answers when all writes under
   way are done. Our writers take the block for what passes (services.elastic.bulk) and wait; nothing is refused.
5. **The last round**, then documents that were deleted meanwhile are deleted in the new index too (only looked for
   where the numbers of documents differ), then the new index is refreshed.
6. **Switch.** One request takes the alias from the old index and gives it to the new one. Whoever searched the
   old one searches the new one next; whoever waited writes to the new one.

Nothing is lost: a write is either done before the block, and then in the last round, or comes after the switch.
Nothing is doubled: ids stay, and `create` finds in the new index what the old one had. An update that was
read from the old index and is written after the switch cannot hit another state by chance: it names the old
index, which stays blocked, becomes a conflict, and is read again (services.elastic.bulk.replace).

Broken off before the switch, by an error or a signal, the block is lifted, the new index deleted and nothing has
changed. Killed outright, the new index lies there and, in the moments of the block, the writers wait, until `harmattan
index migrate --restart` lifts it and begins anew. After the switch the old index stays as it was, blocked, until it is
dropped.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import orjson

from services.elastic.bulk import Done, Operation, Patience, bulk
from services.elastic.mapping import IndexSettings, index_body
from services.elastic.server import Answer, AwayError, Server
from services.runtime.errors import RefusedError

# One request of the copy takes about a second.
STEP = 5000
# A round this small is over in a moment, so that the writers wait no longer than that.
SMALL_ROUND = 200
MOST_ROUNDS = 50
# Documents may have megabytes; a page of them must fit in memory here and in one bulk there.
PAGE = 100
IDS = 1000

Say = Callable[[str], None]
Checkpoints = dict[int, int]
"""Shard -> the sequence number up to which every write is done; -1 where there was none."""


class MigrateError(Exception):
    """One line that says why, and what to do. The alias is where it was."""


@dataclass(frozen=True, slots=True)
class Migrated:
    """What was done: documents copied at first, caught up with later, deleted, and how long writers waited."""

    old: str
    new: str
    documents: int
    caught_up: int
    deleted: int
    writers_waited_s: float
    dropped: bool


async def migrate(
    server: Server, name: str, settings: IndexSettings, *, prefix: str = "", drop_old: bool = False,
    restart: bool = False, say: Say = lambda _: None,
) -> Migrated:
    """Puts a new version of the index behind alias `name`. Raises MigrateError."""
    alias = prefix + name
    old = await current(server, alias)
    new = f"{alias}-{int(old.rsplit('-', 1)[1]) + 1:06d}"
    if restart:
        await _clear(server, old, new)
    await _build(server, name, old, new, settings)
    migration = _Migration(server, alias, old, new, say)
    try:
        await migration.copy(await _vanished(server, old, name))
        await migration.catch_up()
        await _finish(server, new, settings)
        say(f"{old} is closed to writes for a moment")
        waited = await migration.switch()
    except BaseException:
        if await current(server, alias) == old:
            await drop(server, new)
        raise
    if drop_old:
        await drop(server, old)
    documents = await _count(server, new)
    return Migrated(old, new, documents, migration.caught_up, migration.deleted, waited, drop_old)


async def current(server: Server, alias: str) -> str:
    """The index behind the alias. Raises MigrateError where there is none, or more than one."""
    answer = await _ask(server, "GET", f"/_alias/{alias}", also=(404,))
    if answer.status == 404:
        raise MigrateError(f"there is no index behind {alias} yet; start the services with `make up`")
    names = list(answer.body)
    if len(names) != 1 or not re.fullmatch(rf"{re.escape(alias)}-\d{{6}}", names[0]):
        raise MigrateError(f"{alias} should stand for one index {alias}-NNNNNN, not for {', '.join(names)}")
    return str(names[0])


async def old_versions(server: Server, alias: str) -> list[str]:
    """Indexes that once were, or were to be, behind the alias."""
    answer = await _ask(server, "GET", f"/{alias}-*/_alias?expand_wildcards=open,closed", also=(404,))
    known = re.compile(rf"{re.escape(alias)}-\d{{6}}")
    found = answer.body if answer.status == 200 else {}
    return sorted(index for index, body in found.items() if known.fullmatch(index) and alias not in body["aliases"])


async def drop(server: Server, index: str) -> None:
    """Deletes an index that no alias stands for. Raises MigrateError."""
    answer = await _ask(server, "GET", f"/{index}/_alias")
    if answer.body.get(index, {}).get("aliases"):
        raise MigrateError(f"{index} is in use")
    await _ask(server, "DELETE", f"/{index}")


async def _clear(server: Server, old: str, new: str) -> None:
    """What a migration that was killed may have left."""
    await _ask(server, "DELETE", f"/{new}?ignore_unavailable=true")
    await _unblock(server, old)


async def _build(server: Server, name: str, old: str, new: str, settings: IndexSettings) -> None:
    body = index_body(name, settings)
    # neither copies nor refreshes before there is something to read: twice as fast
    body["settings"] |= {"number_of_replicas": 0, "refresh_interval": "-1"}
    answer = await _ask(server, "PUT", f"/{new}", body, also=(400,))
    if answer.status == 400:
        error = answer.body["error"]
        if error["type"] == "resource_already_exists_exception":
            raise MigrateError(
                f"{new} is there already: {old} is being migrated, or a migration was broken off; "
                "if none is running, use --restart"
            )
        raise MigrateError(f"{new} cannot be made: {error['reason']}")


async def _vanished(server: Server, old: str, name: str) -> list[str]:
    """Top fields that the new mapping does not have any more; they are left out of the copies."""
    answer = await _ask(server, "GET", f"/{old}/_mapping")
    had = answer.body[old]["mappings"].get("properties", {})
    return sorted(set(had) - set(index_body(name, IndexSettings())["mappings"]["properties"]))


async def _finish(server: Server, new: str, settings: IndexSettings) -> None:
    """The settings that were put off, and copies of the shards where there are nodes for them."""
    wanted = {"number_of_replicas": settings.replicas, "refresh_interval": settings.refresh}
    await _ask(server, "PUT", f"/{new}/_settings", {"index": wanted})
    # on a single node copies are never assigned: that is for the operator to see, not a reason to wait for ever
    await _ask(server, "GET", f"/_cluster/health/{new}?wait_for_status=yellow&timeout=30s", also=(408,))


class _Migration:
    def __init__(self, server: Server, alias: str, old: str, new: str, say: Say) -> None:
        self._server, self._alias, self._old, self._new, self._say = server, alias, old, new, say
        self._done: Checkpoints = {}
        self._left_out: list[str] = []
        self.caught_up = 0
        self.deleted = 0

    async def copy(self, left_out: list[str]) -> None:
        """All that the old index has now."""
        self._left_out = left_out
        if left_out:
            self._say(f"fields that the new mapping does not have: {', '.join(left_out)}")
        self._done = await self._checkpoints()
        await _ask(self._server, "POST", f"/{self._old}/_refresh")
        last = max(self._done.values())
        for first in range(-1, last, STEP):
            await self._step(first, min(first + STEP, last))
            self._say(f"copying {self._old} to {self._new}: {min(first + STEP, last) + 1:,} of {last + 1:,} writes")

    async def _step(self, above: int, to: int) -> None:
        source: dict[str, Any] = {
            "index": self._old, "size": PAGE, "query": {"range": {"_seq_no": {"gt": above, "lte": to}}}
        }
        if self._left_out:
            source["_source"] = {"excludes": self._left_out}
        body = {
            # a document that was changed in the midst of it is there already, in a newer version
            "conflicts": "proceed",
            "source": source,
            "dest": {"index": self._new, "version_type": "external"},
        }
        answer = await _ask(self._server, "POST", "/_reindex", body)
        if failures := answer.body.get("failures"):
            cause = failures[0].get("cause") or failures[0].get("reason") or {}
            raise MigrateError(f"{failures[0].get('id')} cannot be copied: {cause.get('reason')}")

    async def catch_up(self) -> None:
        """Rounds until one is small; writers that never pause cannot keep it from ending."""
        for _ in range(MOST_ROUNDS):
            copied = await self._round()
            self._say(f"caught up with {copied:,} writes")
            if copied <= SMALL_ROUND:
                return

    async def switch(self) -> float:
        """Closes the old index, copies what is left, gives the alias to the new one; returns how long that took, s."""
        clock = asyncio.get_running_loop().time
        started = clock()
        try:
            # within: it may be closed although the answer never came
            await _ask(self._server, "PUT", f"/{self._old}/_block/write")
            await self._round()
            await self._delete()
            await _ask(self._server, "POST", f"/{self._new}/_refresh")
            actions = [
                {"remove": {"index": self._old, "alias": self._alias, "must_exist": True}},
                {"add": {"index": self._new, "alias": self._alias, "is_write_index": True}},
            ]
            await _ask(self._server, "POST", "/_aliases", {"actions": actions})
        except BaseException as error:
            # also when it is cancelled: writers must not wait for a migration that nobody goes on with
            if await current(self._server, self._alias) == self._old:
                await _unblock(self._server, self._old)
                raise
            if not isinstance(error, MigrateError):
                raise
            # else the answer was lost after the switch was made, and asking again was refused
        return clock() - started

    async def _round(self) -> int:
        """What the shards have got since the last round; returns how many documents."""
        now = await self._checkpoints()
        await _ask(self._server, "POST", f"/{self._old}/_refresh")
        copied = 0
        for shard, to in now.items():
            copied += await self._shard(shard, self._done.get(shard, -1), to)
        self._done = now
        self.caught_up += copied
        return copied

    async def _shard(self, shard: int, above: int, to: int) -> int:
        copied = 0
        while above < to:
            hits = await self._page(shard, above, to)
            if not hits:
                break
            await self._write(hits)
            copied += len(hits)
            above = hits[-1]["sort"][0]
        return copied

    async def _page(self, shard: int, above: int, to: int) -> list[dict[str, Any]]:
        body: dict[str, Any] = {
            "size": PAGE, "version": True, "track_total_hits": False, "sort": [{"_seq_no": "asc"}],
            "query": {"range": {"_seq_no": {"gt": above, "lte": to}}},
        }
        if self._left_out:
            body["_source"] = {"excludes": self._left_out}
        answer = await _ask(self._server, "POST", f"/{self._old}/_search?preference=_shards:{shard}", body)
        found: list[dict[str, Any]] = answer.body["hits"]["hits"]
        return found

    async def _write(self, hits: list[dict[str, Any]]) -> None:
        operations = [
            Operation(
                orjson.dumps({"index": {
                    "_id": hit["_id"], "version": hit["_version"], "version_type": "external_gte",
                }}),
                orjson.dumps(hit["_source"]),
            )
            for hit in hits
        ]
        results = await bulk(self._server, self._new, operations, Patience(), alias=False)
        for hit, result in zip(hits, results, strict=True):
            if not isinstance(result, Done):
                # made anew after it had been deleted, its version began at 1 again
                await self._put(hit, result)

    async def _put(self, hit: dict[str, Any], why: object) -> None:
        again = Operation(orjson.dumps({"index": {"_id": hit["_id"]}}), orjson.dumps(hit["_source"]))
        [result] = await bulk(self._server, self._new, [again], Patience(), alias=False)
        if not isinstance(result, Done):
            raise MigrateError(f"{hit['_id']} cannot be copied: {result if result else why}")

    async def _delete(self) -> None:
        """What the new index has and the old one has not any more."""
        await _ask(self._server, "POST", f"/{self._new}/_refresh")
        if await _count(self._server, self._new) == await _count(self._server, self._old):
            return
        above = -1
        for shard in await self._checkpoints(self._new):
            above = -1
            while page := await self._ids(shard, above):
                above = page[-1]["sort"][0]
                await self._delete_missing([hit["_id"] for hit in page])
        await _ask(self._server, "POST", f"/{self._new}/_refresh")
        if await _count(self._server, self._new) != await _count(self._server, self._old):
            raise MigrateError(f"{self._new} has not as many documents as {self._old}; nothing was switched")

    async def _ids(self, shard: int, above: int) -> list[dict[str, Any]]:
        body = {
            "size": IDS, "_source": False, "track_total_hits": False, "sort": [{"_seq_no": "asc"}],
            "query": {"range": {"_seq_no": {"gt": above}}},
        }
        answer = await _ask(self._server, "POST", f"/{self._new}/_search?preference=_shards:{shard}", body)
        found: list[dict[str, Any]] = answer.body["hits"]["hits"]
        return found

    async def _delete_missing(self, ids: list[str]) -> None:
        docs = [{"_index": self._old, "_id": one, "_source": False} for one in ids]
        answer = await _ask(self._server, "POST", "/_mget", {"docs": docs})
        missing = [doc["_id"] for doc in answer.body["docs"] if not doc.get("found")]
        if missing:
            query = {"query": {"ids": {"values": missing}}}
            await _ask(self._server, "POST", f"/{self._new}/_delete_by_query?conflicts=proceed&refresh=true", query)
            self.deleted += len(missing)

    async def _checkpoints(self, index: str | None = None) -> Checkpoints:
        index = index or self._old
        answer = await _ask(self._server, "GET", f"/{index}/_stats?level=shards")
        shards = answer.body["indices"][index]["shards"]
        return {
            int(shard): copy["seq_no"]["local_checkpoint"]
            for shard, copies in shards.items()
            for copy in copies
            if copy["routing"]["primary"]
        }


async def _count(server: Server, index: str) -> int:
    return int((await _ask(server, "GET", f"/{index}/_count")).body["count"])


async def _unblock(server: Server, index: str) -> None:
    await _ask(server, "PUT", f"/{index}/_settings", {"index": {"blocks.write": None}})


async def _ask(server: Server, method: str, path: str, body: Any = None, also: tuple[int, ...] = ()) -> Answer:
    """The answer: 2xx or one of the statuses in `also`; asked a few times where none comes. Raises MigrateError."""
    attempts = 5
    for attempt in range(attempts):
        try:
            answer = await server.send(method, path, orjson.dumps(body) if body is not None else None)
        except AwayError as away:
            if attempt + 1 == attempts:
                raise MigrateError(f"no Elasticsearch answers: {away}") from None
            await asyncio.sleep(2**attempt / 4)
            continue
        except RefusedError as refused:
            raise MigrateError(str(refused)) from None
        if 200 <= answer.status < 300 or answer.status in also:
            return answer
        if (answer.status != 429 and answer.status < 500) or attempt + 1 == attempts:
            raise MigrateError(f"Elasticsearch answers {answer.status} to {method} {path}: {_reason(answer.body)}")
        await asyncio.sleep(2**attempt / 4)
    raise AssertionError


def _reason(body: Any) -> str:
    error = body.get("error") if isinstance(body, dict) else body
    return " ".join(str(error.get("reason") if isinstance(error, dict) else error).split())[:300]
