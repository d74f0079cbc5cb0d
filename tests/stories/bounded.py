"""`python -m tests.stories.bounded [--articles N] [--seed N]`: what a crisis costs in memory as articles go on coming.

Made-up decisions are taken in, as a worker takes in its own and those that it is restored from. One in eight begins
another story, and everything has names, numbers and sources of its own now and then: the state gets as full as it can.
"""

from __future__ import annotations

import argparse
import base64
import random
import resource
import time
from collections import Counter, deque
from collections.abc import Iterator
from datetime import timedelta
from hashlib import blake2b

import numpy as np

from schemas.decision import Decision, Facts
from schemas.story import StoryEntity
from services.stories.state import CrisisState
from services.stories.words import SKETCH
from tests.stories.stream import START

NEW_ONE_IN, COPIES, ALIVE = 8, 0.5, 40
WORDS, NAMES, SOURCES = 500_000, 2_000, 100_000


def decisions(count: int, seed: int, every: timedelta) -> Iterator[Decision]:
    """One every `every`."""
    chance = random.Random(seed)
    sketches = np.random.default_rng(seed)
    alive: deque[str] = deque(maxlen=ALIVE)
    for number in range(count):
        key = blake2b(f"{seed} {number}".encode(), digest_size=16).hexdigest()
        if not alive or chance.randrange(NEW_ONE_IN) == 0:
            alive.append(key)
        # some go on for ever
        story = alive[0] if chance.random() < 0.1 else chance.choice(alive)
        is_copy = chance.random() < COPIES and story != key
        facts = None if is_copy else _facts(chance, sketches)
        yield Decision.model_construct(
            crisis="made-up", offset=number, article_id=key, content_hash=key, trace_id=key, origin=f"s-0-{number}-0",
            received=START + number * every, published=None, salience="main", worth=True, language="en",
            source=f"source {chance.randrange(SOURCES)}", headline="made up", story=story,
            copy_of=story if is_copy else None, known=False, statuses=(), facts=facts, fired=(), quiet=False,
            told=("new-story:",), hits=("counted",),
            entities=tuple(_entity(one) for one in facts.head) if facts else (),
        )


def _facts(chance: random.Random, sketches: np.random.Generator) -> Facts:
    hashes = np.unique(sketches.integers(0, 2**32, 60, dtype=np.uint32))[:SKETCH]
    return Facts.model_construct(
        length=len(hashes), sketch=base64.b64encode(hashes.astype("<u4").tobytes()).decode(),
        title=tuple(f"word{chance.randrange(WORDS)}" for _ in range(10)),
        lead=tuple(f"word{chance.randrange(WORDS)}" for _ in range(40)),
        numbers=tuple(str(chance.randrange(100_000)) for _ in range(3)),
        topics=(f"topic-{chance.randrange(60)}",),
        head=tuple(f"name-{chance.randrange(NAMES)}" for _ in range(4)),
    )


def _entity(name: str) -> StoryEntity:
    return StoryEntity.model_construct(id=name, name=name, kind="person")


def held(state: CrisisState) -> Counter[str]:
    """How much there is of each kind, and in the largest story."""
    found = Counter({
        "stories": len(state.open), "texts": len(state.copies), "words": len(state.rarity.seen),
        "sources": len(state.sources), "hits": max((len(one) for one in state.hits.values()), default=0),
    })
    for story in state.open.values():
        for name, value in (
            ("texts of a story", len(story.texts)), ("arrivals of a story", len(story.arrivals)),
            ("sources of a story", len(story.sources)), ("numbers of a story", len(story.numbers)),
            ("words of a story", max((len(one) for one in story.words.values()), default=0)),
        ):
            found[name] = max(found[name], value)
    return found


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(prog="python -m tests.stories.bounded", description=__doc__)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=30.0, help="between two articles")
    options = parser.parse_args()
    state, begun = CrisisState(), time.perf_counter()
    for number, one in enumerate(decisions(options.articles, options.seed, timedelta(seconds=options.seconds)), 1):
        state.apply(one)
        if number % max(1, options.articles // 10) == 0:
            megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            print(f"{number:>9,} articles, {time.perf_counter() - begun:.0f} s, {megabytes:.0f} MB at most, "
                  f"{len(state.members):,} articles known; {dict(held(state))}", flush=True)


if __name__ == "__main__":
    main()
