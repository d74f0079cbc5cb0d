"""Does an article go on with a story? Topics, names, figures, wording and time, across languages. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import Protocol

from services.stories.facts import Reading

# How much each kind of agreement counts; developed on tests/quality/stories/*.dev.yaml.
TOPIC, ENTITY, WORDING, FIGURE = 1.0, 0.9, 1.2, 0.3
# A story fades: half of its pull is gone after so many hours of silence.
HALF_LIFE_H = 40.0
JOINS = 0.32
# What is left of a likeness where both report something and nothing of it is the same: names and words alone are those
# of the crisis.
APART = 0.6
# Of a crisis' vocabulary, what was seen once is forgotten when there is more than this.
MOST_WORDS = 150_000


class Told(Protocol):
    """What a story has said so far: how many of its articles (copies apart) have each topic, name, figure and word."""

    size: int
    topics: Counter[str]
    head: Counter[str]
    numbers: Counter[str]
    words: dict[str, Counter[str]]
    last_seen: datetime


class Rarity:
    """How much it says that two articles of a crisis share something: what all of them have says nothing."""

    def __init__(self) -> None:
        self.total = 0
        self.seen: Counter[str] = Counter()

    def add(self, things: Collection[str]) -> None:
        """One more article with these."""
        self.total += 1
        self.seen.update(set(things))
        if len(self.seen) > MOST_WORDS:
            self.seen = Counter({thing: count for thing, count in self.seen.items() if count > 1})

    def of(self, thing: str) -> float:
        """From 0 (in every article) upwards; 1 for what is in a third of them."""
        return math.log((self.total + 4) / (self.seen[thing] + 1)) / math.log(3)


def likeness(reading: Reading, told: Told, rarity: Rarity, when: datetime) -> float:
    """0 for nothing in common up to about 1 for the same report; `JOINS` and more is the same story."""
    topics = _cosine(reading.facts.topics, told.topics, rarity, "t:")
    names = _cosine(reading.facts.head, told.head, rarity, "e:")
    figures = _cosine(reading.facts.numbers, told.numbers, rarity, "n:")
    known = told.words.get(reading.language)
    wording = _cosine(reading.title | reading.lead, known, rarity, f"{reading.language}:") if known else None
    parts = [(TOPIC, topics), (ENTITY, names)]
    if reading.facts.numbers and told.numbers:
        parts.append((FIGURE, figures))
    if wording is not None:
        parts.append((WORDING, min(1.0, wording * 1.6)))
    whole = sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts)
    if not topics and reading.facts.topics and told.topics:
        whole *= APART
    hours = abs((when - told.last_seen).total_seconds()) / 3600
    return float(whole * 0.5 ** (hours / HALF_LIFE_H))


def _cosine(mine: Collection[str], theirs: Counter[str], rarity: Rarity, prefix: str) -> float:
    if not mine or not theirs:
        return 0.0
    weights = {thing: max(0.05, rarity.of(prefix + thing)) for thing in mine}
    most = max(theirs.values())
    dot = sum(weight * weight * (theirs[thing] / most) ** 0.5 for thing, weight in weights.items() if thing in theirs)
    own = math.sqrt(sum(weight * weight for weight in weights.values()))
    other = math.sqrt(
        sum(max(0.05, rarity.of(prefix + thing)) ** 2 * count / most for thing, count in theirs.items())
    )
    return float(dot / (own * other))
