"""Where an article came from: the record of `articles.raw` that brought it."""

from __future__ import annotations

from typing import NamedTuple


class Origin(NamedTuple):
    """Names one article of one record for ever, also through replays and restarts.

    `stream` tells a topic from one of the same name that was made anew (its Kafka topic id); `item` counts the
    articles of a record that holds a list, from 0. Every article of `articles.raw` is accounted for by its
    origin, which is why a repeat after a crash is never counted as a second article.
    """

    stream: str
    partition: int
    offset: int
    item: int = 0

    def __str__(self) -> str:
        return f"{self.stream}-{self.partition}-{self.offset}-{self.item}"

    @classmethod
    def parse(cls, text: str) -> Origin:
        """The inverse of `str`; raises ValueError on anything else."""
        stream, partition, offset, item = text.rsplit("-", 3)
        return cls(stream, int(partition), int(offset), int(item))
