"""Which alerts are on the topic already. Asked only for those that a killed worker left behind: it may have written
them and died before it could say so."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta

from aiokafka import AIOKafkaConsumer

from services.pipeline import ALERTS
from services.runtime import links
from services.runtime.settings import Connections

# clocks of two machines differ; reading a few alerts too many costs nothing
SKEW = timedelta(minutes=5)


async def written(settings: Connections, ids: Collection[str], since: datetime) -> set[str]:
    """Those of `ids` that the topic got since then. Raises KafkaError while the broker is away."""
    # without a group it has all partitions at once, and leaves no trace on the broker
    consumer = AIOKafkaConsumer(ALERTS.name, **links.aiokafka(settings), group_id=None, enable_auto_commit=False)
    await consumer.start()
    try:
        places = consumer.assignment()
        ends = await consumer.end_offsets(places)
        moment = int((since - SKEW).timestamp() * 1000)
        found = await consumer.offsets_for_times(dict.fromkeys(places, moment))
        keys: set[str] = set()
        for place, start in found.items():
            if start is None:
                continue  # nothing since then
            consumer.seek(place, start.offset)
            while await consumer.position(place) < ends[place]:
                for record in (await consumer.getmany(place, timeout_ms=1000)).get(place, ()):
                    keys.add((record.key or b"").decode("utf-8", "replace"))
        return keys & set(ids)
    finally:
        await consumer.stop()
