"""Does an article go on with a story? Topics, names, figures, wording and time, across languages. Pure.

Each thing that an article reports is weighed as evidence (naive Bayes): how usual it is in this story against how
usual it is in the crisis' other articles. So what all of them have says nothing, a name that is this story's own says
much in any language, and a story that is not told with its own subject any more is another one.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Protocol

from services.stories.facts import Reading

# Numbers below were developed on tests/quality/stories (every other set) and on the fortnight of odd seeds; they are
# natural logarithms of odds where nothing else is said.
JOINS = 0.2
# Topics come in the order of their first word; what comes after so many is detail, and each tells less than the one
# before it.
TOPICS, EACH_TELLS = 4, 0.8
# What is usual is guessed before there is much to count: as if so many articles had been seen of the crisis, of which
# this share had it, and so many of the story that were like the crisis.
CRISIS_GUESS, STORY_GUESS = 12.0, 5.0
# A name is more often everybody's: the first articles of a crisis share its president, its junta and its capital, which
# says nothing.
USUAL, USUAL_NAME, USUAL_FIGURE = 0.06, 0.3, 0.03
# One thing tells so much at most, for and against; names less, since they come together; all figures still less.
FOR, AGAINST, MISSING = 2.2, -1.3, -0.8
NAMES_TELL, NAMES_FOR, NAMES_AGAINST = 0.6, 2.5, -0.9
FIGURES_TELL, FIGURES_FOR, FIGURES_AGAINST = 0.5, 2.0, -0.3
# Of what a story always has, an article in whichever language is found to have this share.
FOUND = 0.8
# Wording counts within a language, from the share of rare words up that any two articles of a crisis have.
WORDING, WORDING_USUAL, WORDING_FOR, WORDING_AGAINST = 7.0, 0.16, 3.5, -1.0
# Something else happens: less than a quarter of the story has the article's first topic; and to somebody else: nor has
# it the first telling name.
ANOTHER, ANOTHERS, ANOTHER_BELOW, TELLING = -1.0, -1.5, 0.25, 0.3
# A story fades: the odds halve with so many hours of silence, and with so many of its age: on the third day what
# happens is rather something new.
SILENCE_H, AGE_H = 40.0, 60.0
# A crisis' vocabulary; when there is more, all counts are halved, and what is left of one is nothing.
MOST_WORDS = 150_000


class Told(Protocol):
    """What a story has said so far: how many of its articles (copies apart) have each topic, name, figure and word."""

    size: int
    topics: Counter[str]
    head: Counter[str]
    numbers: Counter[str]
    words: dict[str, Counter[str]]
    last_seen: datetime

    @property
    def first_seen(self) -> datetime: ...


class Rarity:
    """How much it says that two articles of a crisis share something: what all of them have says nothing."""

    def __init__(self) -> None:
        self.total = 0
        self.seen: Counter[str] = Counter()

    def add(self, things: Collection[str]) -> None:
        """One more article with these."""
        self.total += 1
        self.seen.update(set(things))
        while len(self.seen) > MOST_WORDS:
            self.total //= 2
            self.seen = Counter({thing: count // 2 for thing, count in self.seen.items() if count > 1})

    def of(self, thing: str) -> float:
        """From 0 (in every article) upwards; 1 for what is in a third of them."""
        return math.log((self.total + 4) / (self.seen[thing] + 1)) / math.log(3)


def odds(reading: Reading, told: Told, rarity: Rarity, when: datetime) -> float:
    """The logarithm of the odds that the article is on the story; `JOINS` and more is the same story.

    Below `JOINS` it says no more than that: comparing the wording is costly, and left out where it decides nothing.
    """
    facts = reading.facts
    topics, size = facts.topics[:TOPICS], max(1, told.size)
    found = -math.log(2) * (_hours(when, told.last_seen) / SILENCE_H + _hours(when, told.first_seen) / AGE_H)
    found += _there(topics, told.topics, size, rarity, "t:", EACH_TELLS)
    found += min(NAMES_FOR, NAMES_TELL * _names(facts.head, told.head, size, rarity))
    if found + WORDING_FOR + FIGURES_TELL * FIGURES_FOR < JOINS:
        return found
    found += _missing(topics, told.topics, size, rarity, "t:")
    found += NAMES_TELL * _missing(facts.head, told.head, size, rarity, "e:", USUAL_NAME)
    if told.numbers:
        figures = _there(facts.numbers, told.numbers, size, rarity, "n:", usual=USUAL_FIGURE, against=-0.2)
        found += FIGURES_TELL * _within(figures, FIGURES_AGAINST, FIGURES_FOR)
    if size > 2:
        found += _another(topics, facts.head, told, rarity)
    known = told.words.get(reading.language)
    if known and found + WORDING_FOR >= JOINS:
        shared = _cosine(reading.title | reading.lead, known, rarity, f"{reading.language}:")
        found += _within(WORDING * (shared - WORDING_USUAL), WORDING_AGAINST, WORDING_FOR)
    return found


def _names(mine: Sequence[str], theirs: Counter[str], size: int, rarity: Rarity) -> float:
    return _there(mine, theirs, size, rarity, "e:", usual=USUAL_NAME, against=NAMES_AGAINST)


def _there(
    mine: Sequence[str], theirs: Counter[str], size: int, rarity: Rarity, prefix: str, each: float = 1.0, *,
    usual: float = USUAL, against: float = AGAINST,
) -> float:
    """What the things of an article say for the story, or against it."""
    whole, tells = 0.0, 1.0
    for thing in mine:
        elsewhere, here = _shares(thing, theirs[thing], size, rarity, prefix, usual)
        whole += tells * _within(math.log(here / elsewhere), against, FOR)
        tells *= each
    return whole


def _missing(
    mine: Sequence[str], theirs: Counter[str], size: int, rarity: Rarity, prefix: str, usual: float = USUAL
) -> float:
    """What it says against the story that the article has not what most of its articles have."""
    whole = 0.0
    for thing, count in theirs.items():
        if 2 * count >= size and thing not in mine:
            elsewhere, here = _shares(thing, count, size, rarity, prefix, usual)
            whole += _within(math.log((1 - FOUND * here) / (1 - FOUND * elsewhere)), MISSING, 0.0)
    return whole


def _shares(
    thing: str, count: int, size: int, rarity: Rarity, prefix: str, usual: float
) -> tuple[float, float]:
    """How usual it is in the other articles of the crisis, and in this story's."""
    others, have = max(0, rarity.total - size), max(0, rarity.seen[prefix + thing] - count)
    elsewhere = (min(have, others) + CRISIS_GUESS * usual) / (others + CRISIS_GUESS)
    return elsewhere, (count + STORY_GUESS * elsewhere) / (size + STORY_GUESS)


def _another(topics: Sequence[str], names: Sequence[str], told: Told, rarity: Rarity) -> float:
    most = ANOTHER_BELOW * told.size
    if not topics or told.topics[topics[0]] >= most:
        return 0.0
    telling = next((one for one in names if rarity.seen[f"e:{one}"] < TELLING * (rarity.total + 3)), None)
    return ANOTHER if telling is None or told.head[telling] >= most else ANOTHER + ANOTHERS


def _hours(one: datetime, two: datetime) -> float:
    return abs((one - two).total_seconds()) / 3600


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(most, value))


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
