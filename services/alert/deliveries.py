"""Notices for the channels: remembered first, then handed to each channel's own lane."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping, Sequence

import orjson
import structlog

from schemas.notice import Notice
from services.alert.channels.channel import Channel, Delivery
from services.alert.delivery import GIVE_UP_AFTER, delivery_id, document
from services.alert.lane import INDEX, Clock, Lane, Report, now_utc
from services.elastic.bulk import Operation, Patience, Refused, ask, bulk, create
from services.elastic.server import Server

log = structlog.get_logger("harmattan")


class Deliveries:
    """One lane per channel."""

    def __init__(
        self, server: Server, channels: Mapping[str, Channel], report: Report, clock: Clock = now_utc
    ) -> None:
        self._server, self._clock = server, clock
        self.lanes = {name: Lane(server, channel, report, clock) for name, channel in channels.items()}

    async def add(self, notices: Sequence[Notice]) -> None:
        """Returns when the index has them; a repeat finds them there. The lanes do the rest in their own time."""
        pairs = [(notice, name) for notice in notices for name in self.lanes]
        if not pairs:
            return
        now = self._clock()
        operations = [
            create(delivery_id(notice.id, name), orjson.dumps(document(notice, name, now))) for notice, name in pairs
        ]
        ids: dict[str, list[str]] = defaultdict(list)
        lost: dict[str, list[Delivery]] = defaultdict(list)
        for (notice, name), result in zip(pairs, await bulk(self._server, INDEX, operations, Patience()), strict=True):
            key = delivery_id(notice.id, name)
            if isinstance(result, Refused):
                # it still goes out: a notice that cannot be remembered is better doubled than lost
                log.error("delivery not remembered", notice=notice.id, error=result.error, reason=result.reason)
                lost[name].append(Delivery(key, notice))
            else:
                ids[name].append(key)
        for name, lane in self.lanes.items():
            lane.wake(ids[name], lost[name])

    async def run(self) -> None:
        """Until it is stopped; raises what the first lane raises."""
        tasks = [asyncio.ensure_future(lane.run()) for lane in self.lanes.values()]
        try:
            await asyncio.gather(*tasks)
        finally:
            for task in tasks:
                task.cancel()

    def stop(self) -> None:
        """Ends `run` when the attempts under way have had their answers."""
        for lane in self.lanes.values():
            lane.stop()

    async def step(self) -> int:
        """Whatever is due now, in every lane; returns how many notices were taken."""
        return sum(await asyncio.gather(*(lane.step() for lane in self.lanes.values())))

    async def tidy(self) -> int:
        """Gives up what failed for a day, or whose channel is no longer set; returns how many."""
        day_ago = (self._clock() - GIVE_UP_AFTER).isoformat()
        tried_in_vain = [{"range": {"attempts": {"gte": 1}}}]
        nobody_to_deliver_to = [{"bool": {"must_not": [{"terms": {"channel": list(self.lanes)}}]}}]
        query = {"size": 500, "_source": ["channel"], "query": {"bool": {
            "filter": [
                {"term": {"state": "pending"}}, {"range": {"created": {"lt": day_ago}}},
                {"range": {"due": {"lt": self._clock().isoformat()}}},
            ],
            "should": [*tried_in_vain, *nobody_to_deliver_to], "minimum_should_match": 1,
        }}}
        answer = await ask(self._server, "POST", f"/{INDEX}/_search", orjson.dumps(query), Patience())
        hits = answer.body["hits"]["hits"]
        given_up = orjson.dumps({"doc": {"state": "failed"}})
        await bulk(
            self._server, INDEX,
            [Operation(orjson.dumps({"update": {"_id": hit["_id"]}}), given_up) for hit in hits], Patience(),
        )
        for name in sorted({hit["_source"]["channel"] for hit in hits}):
            log.error("gave up after a day", channel=name, see="harmattan alerts channels")
        return len(hits)
