"""Texts of stories that are closed, in few bytes each: what is published once more months later is no news. Pure.

Of a text the smallest hashes of its sketch are kept; two texts that share most of their sequences share most of these.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from services.stories.facts import Reading
from services.stories.words import Sketch

# Some 800 bytes each; a crisis has as many texts that are no copies in years.
KEPT = 10_000
HASHES, KEYS = 16, 4
# Below so many sequences the same words may well be news again.
SHORTEST = 40
# Of 16 hashes 13: a line more, a site's name, a mended word.
ALIKE = 0.8


class Echo(NamedTuple):
    """The article whose text it was, and its story."""

    article: str
    story: str


class _Text(NamedTuple):
    echo: Echo
    hashes: Sketch
    figures: frozenset[str]


class Echoes:
    """The newest KEPT texts of closed stories."""

    def __init__(self) -> None:
        self._texts: dict[str, _Text] = {}
        self._by_key: dict[int, list[str]] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, article_id: str, story: str, reading: Reading) -> None:
        """Remember a text; a short one is not worth it, and one behind a wall is everybody's."""
        if reading.facts.length < SHORTEST or reading.walled or article_id in self._texts:
            return
        text = _Text(Echo(article_id, story), reading.sketch[:HASHES].copy(), _figures(reading))
        self._texts[article_id] = text
        for key in text.hashes[:KEYS]:
            self._by_key.setdefault(int(key), []).append(article_id)
        if len(self._texts) > KEPT:
            self._drop(next(iter(self._texts)))

    def find(self, reading: Reading) -> Echo | None:
        """Whose text this is once more, figures and all; the most similar one."""
        if reading.facts.length < SHORTEST or reading.walled:
            return None
        mine, figures = reading.sketch[:HASHES], _figures(reading)
        found = {one for key in mine[:KEYS] for one in self._by_key.get(int(key), ())}
        alike = [
            (share, text.echo)
            for text in (self._texts[one] for one in sorted(found))
            if not _other(figures, text.figures) and (share := _share(mine, text.hashes)) >= ALIKE
        ]
        return max(alike)[1] if alike else None

    def _drop(self, article_id: str) -> None:
        for key in self._texts.pop(article_id).hashes[:KEYS]:
            left = [one for one in self._by_key[int(key)] if one != article_id]
            if left:
                self._by_key[int(key)] = left
            else:
                del self._by_key[int(key)]


def _share(one: Sketch, two: Sketch) -> float:
    """Of the smallest hashes of both together, the part that both have: an estimate of what the texts share."""
    both = np.union1d(one, two)[:HASHES]
    return float(np.isin(both, np.intersect1d(one, two, assume_unique=True)).sum() / len(both))


def _figures(reading: Reading) -> frozenset[str]:
    return frozenset(reading.facts.numbers)


def _other(one: frozenset[str], two: frozenset[str]) -> bool:
    """Figures of headline and lead: yesterday's bulletin and today's differ in nothing else."""
    return len(one - two) >= 2 and len(two - one) >= 2
