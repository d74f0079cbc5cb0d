"""What a stage's core reads and returns: plain data, the same on the real broker and on a fake one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

Headers = tuple[tuple[str, bytes], ...]

# Carried by every record of the inner topics, so that logs, metrics and the accounting of articles
# need not open the message.
TRACE_HEADER = "trace"
ORIGIN_HEADER = "origin"
# Set to b"1" on an article that is fed for the record and may wake nobody; carried on by every stage.
NO_ALERT_HEADER = "no-alert"
# On a tombstone that stands for an offset without a record; never written to a topic.
HOLE_HEADER = "harmattan-hole"


@dataclass(frozen=True, slots=True)
class Record:
    """One record of a topic. `value` is None for a tombstone; `timestamp` is in ms since the epoch."""

    topic: str
    partition: int
    offset: int
    timestamp: int
    key: bytes | None
    value: bytes | None
    headers: Headers = ()

    def header(self, name: str) -> bytes | None:
        """The first header of that name."""
        for key, value in self.headers:
            if key == name:
                return value
        return None


@dataclass(frozen=True, slots=True)
class Send:
    """A message to be written. `route` chooses the partition, where the key does not."""

    topic: str
    key: bytes
    value: bytes
    headers: Headers = ()
    route: bytes | None = None


@dataclass(frozen=True, slots=True)
class Rejected:
    """A record that can never succeed: `error` is a short stable name, `reason` one line for a person.

    `item` counts the articles of a list that came as one record, from 0.
    """

    record: Record
    error: str
    reason: str
    item: int = 0


@dataclass(slots=True)
class Handled:
    """What became of a batch of records. `empty` holds tombstones and blank values, passed over by design."""

    sends: list[Send] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    empty: list[Record] = field(default_factory=list)


Batch = Sequence[Record]
