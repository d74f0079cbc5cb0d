"""Texts of stories that are closed, in few bytes each: what is published once more months later is no news. Pure.

Of a text the smallest hashes of its sketch are kept; two texts that share most of their sequences share most of these.
"""

from __future__ import annotations

from itertools import islice, pairwise
from typing import NamedTuple

from services.stories.facts import Reading

# Some 2 KB each; a crisis has as many texts that are no copies in years.
KEPT = 10_000
HASHES = 16
# A text is looked for by neighbours among its smallest hashes: of two that differ in 3 of 16 at most, one pair of the
# first seven is the same. A single hash would do too, and finds every text that has one sentence in common: a story's
# background stands in thousands.
KEYS = 7
# Of those with a pair in common so many are compared, the newest: bulletins of one wording are thousands as well.
COMPARED = 8
# Below so many sequences the same words may well be news again.
SHORTEST = 40
# Of 16 hashes 13: a line more, a site's name, a mended word.
ALIKE = 0.8


class Echo(NamedTuple):
    """The article whose text it was, and its story."""

    article: str
    story: str


Hashes = tuple[int, ...]
Pair = tuple[int, int]


class _Text(NamedTuple):
    echo: Echo
    hashes: Hashes
    figures: frozenset[str]


class Echoes:
    """The newest KEPT texts of closed stories."""

    def __init__(self) -> None:
        self._texts: dict[str, _Text] = {}
        # in the order they came; the values say nothing
        self._by_key: dict[Pair, dict[str, None]] = {}

    def __len__(self) -> int:
        return len(self._texts)

    def add(self, article_id: str, story: str, reading: Reading) -> None:
        """Remember a text; a short one is not worth it, and one behind a wall is everybody's."""
        if reading.facts.length < SHORTEST or reading.walled or article_id in self._texts:
            return
        text = _Text(Echo(article_id, story), _hashes(reading), _figures(reading))
        self._texts[article_id] = text
        for key in _keys(text.hashes):
            self._by_key.setdefault(key, {})[article_id] = None
        if len(self._texts) > KEPT:
            self._drop(next(iter(self._texts)))

    def find(self, reading: Reading) -> Echo | None:
        """Whose text this is once more, figures and all; the most similar one."""
        if reading.facts.length < SHORTEST or reading.walled:
            return None
        mine, figures = _hashes(reading), _figures(reading)
        found = {one for key in _keys(mine) for one in islice(reversed(self._by_key.get(key, {})), COMPARED)}
        alike = [
            (share, text.echo)
            for text in (self._texts[one] for one in sorted(found))
            if not _other(figures, text.figures) and (share := _share(mine, text.hashes)) >= ALIKE
        ]
        return max(alike)[1] if alike else None

    def _drop(self, article_id: str) -> None:
        for key in _keys(self._texts.pop(article_id).hashes):
            found = self._by_key[key]
            del found[article_id]
            if not found:
                del self._by_key[key]


def _hashes(reading: Reading) -> Hashes:
    return tuple(reading.sketch[:HASHES].tolist())


def _keys(hashes: Hashes) -> list[Pair]:
    return list(islice(pairwise(hashes), KEYS))


def _share(one: Hashes, two: Hashes) -> float:
    """Of the smallest hashes of both together, the part that both have: an estimate of what the texts share."""
    both = sorted({*one, *two})[:HASHES]
    return len({*one}.intersection(two).intersection(both)) / len(both)


def _figures(reading: Reading) -> frozenset[str]:
    return frozenset(reading.facts.numbers)


def _other(one: frozenset[str], two: frozenset[str]) -> bool:
    """Figures of headline and lead: yesterday's bulletin and today's differ in nothing else."""
    return len(one - two) >= 2 and len(two - one) >= 2
