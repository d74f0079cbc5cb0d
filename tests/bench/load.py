"""Feeds prepared articles as fast as the broker takes them, or at a steady pace. A process of its own.

`python -m tests.bench.load BOOTSTRAP FILE [RATE]`; FILE holds one article per line. With a rate it prints, per
article, the time of its send as one line of JSON: [url, seconds since the epoch].
"""

from __future__ import annotations

import asyncio
import sys
import time
from pathlib import Path

import orjson
from aiokafka import AIOKafkaProducer

from services.pipeline import RAW

BATCH = 100


async def flood(bootstrap: str, lines: list[bytes]) -> None:
    """As fast as it goes, partitions in turn."""
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, max_batch_size=512 * 1024, acks="all")
    await producer.start()
    pending: list[asyncio.Future[object]] = []
    for number, start in enumerate(range(0, len(lines), BATCH)):
        batch = producer.create_batch()
        for line in lines[start : start + BATCH]:
            batch.append(key=None, value=line, timestamp=None)
        pending.append(await producer.send_batch(batch, RAW.name, partition=number % RAW.partitions))
        if len(pending) >= RAW.partitions:
            await pending.pop(0)
    await asyncio.gather(*pending)
    await producer.stop()


async def pace(bootstrap: str, lines: list[bytes], rate: float) -> None:
    """One article every 1/rate seconds, whatever became of the one before."""
    producer = AIOKafkaProducer(bootstrap_servers=bootstrap, acks="all", linger_ms=0)
    await producer.start()
    begun = time.time()
    sent = []
    for number, line in enumerate(lines):
        wait = begun + number / rate - time.time()
        if wait > 0:
            await asyncio.sleep(wait)
        sent.append((orjson.loads(line)["url"], time.time()))
        await producer.send(RAW.name, line)
    await producer.flush()
    await producer.stop()
    for item in sent:
        sys.stdout.buffer.write(orjson.dumps(item) + b"\n")


def main(arguments: list[str]) -> None:
    """See the module."""
    lines = Path(arguments[1]).read_bytes().splitlines()
    if len(arguments) > 2:
        asyncio.run(pace(arguments[0], lines, float(arguments[2])))
    else:
        asyncio.run(flood(arguments[0], lines))


if __name__ == "__main__":
    main(sys.argv[1:])
