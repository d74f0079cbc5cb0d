"""Near copies measured on the pairs of tests/quality/copies."""

from __future__ import annotations

import datetime as dt
from functools import cache

from schemas.enriched import EnrichedArticle
from services.enrich.enrich import Compiled, load
from services.runtime.settings import SEEDS
from services.stories.copies import Copies
from services.stories.facts import read
from tests.quality.copies.pairs import Pair, Text, pairs
from tests.quality.measure import Count
from tests.stories.stream import enriched

WHEN = dt.datetime(2023, 8, 7, tzinfo=dt.UTC)


@cache
def crises() -> Compiled:
    """As they ship."""
    return load(SEEDS)


def found(pair: Pair) -> bool:
    """Is the second found to be a copy of the first, through the bands and the comparison?"""
    copies = Copies()
    copies.add("one", read(article(pair.one)))
    return copies.find(read(article(pair.two))) is not None


def article(text: Text) -> EnrichedArticle:
    """A text of a pair as enrich tags it."""
    return enriched(crises(), text.title, text.text, language=text.language, at=WHEN)


def measure(part: str) -> tuple[Count, list[str]]:
    """Counts over all pairs of a part, and every pair that was told wrongly."""
    count, misses = Count(), []
    for pair in pairs(part):
        given = found(pair)
        count.add({"copy"} if pair.copy else set(), {"copy"} if given else set())
        if given != pair.copy:
            misses.append(f"{pair.id}: {'missed' if pair.copy else 'no copy'}")
    return count, misses
