"""Which articles were there already, for weeks and in little memory. Pure.

A dictionary of a million articles takes some 250 MB, so only the newest are in one; the others are in sorted arrays,
40 bytes each, of which the oldest are dropped when they are out of reach.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

RECENT = 20_000
# 1.2 million articles of one crisis, in 48 MB
BLOCKS = 60


class Block(NamedTuple):
    """Articles in the order of their ids."""

    articles: NDArray[np.bytes_]
    stories: NDArray[np.bytes_]
    texts: NDArray[np.bytes_]


class Members:
    """Article id -> (story, first 16 digits of the content hash), all as hex."""

    def __init__(self) -> None:
        self._recent: dict[str, tuple[str, str]] = {}
        self._blocks: list[Block] = []

    def __len__(self) -> int:
        return len(self._recent) + sum(len(block.articles) for block in self._blocks)

    def get(self, article_id: str) -> tuple[str, str] | None:
        """What was said last of this article."""
        found = self._recent.get(article_id)
        if found is not None:
            return found
        key = np.bytes_(bytes.fromhex(article_id))
        for block in reversed(self._blocks):
            at = int(np.searchsorted(block.articles, key))
            if at < len(block.articles) and block.articles[at] == key:
                # numpy leaves zero bytes at the end out
                return bytes(block.stories[at]).ljust(16, b"\0").hex(), bytes(block.texts[at]).ljust(8, b"\0").hex()
        return None

    def put(self, article_id: str, story: str, content_hash: str) -> None:
        """Remember; ids and hashes are 32 hex digits."""
        self._recent[article_id] = (story, content_hash[:16])
        if len(self._recent) >= RECENT:
            self._freeze()

    def _freeze(self) -> None:
        ordered = sorted(self._recent.items())
        block = Block(
            np.array([bytes.fromhex(article) for article, _ in ordered], dtype="S16"),
            np.array([bytes.fromhex(story) for _, (story, _) in ordered], dtype="S16"),
            np.array([bytes.fromhex(text) for _, (_, text) in ordered], dtype="S8"),
        )
        self._blocks = [*self._blocks, block][-BLOCKS:]
        self._recent = {}
