"""When which worker dies; the same for the same seed. Pure."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

# service and number of the worker
VICTIMS = (("enrich", 0), ("stories", 0), ("alert", 0), ("alert", 1))
# As work comes in; while it is under way, or another worker is still starting; when all is calm again.
MOMENTS = ((0.0, 0.5), (0.3, 3.0), (3.0, 9.0))


@dataclass(frozen=True, slots=True)
class Point:
    """So many articles are fed; `delay` seconds after they are acknowledged the worker is killed and started anew."""

    articles: int
    service: str
    number: int
    delay: float


def plan(points: int, seed: int) -> Iterator[Point]:
    """`points` kills."""
    chance = random.Random(seed)
    for _ in range(points):
        service, number = chance.choice(VICTIMS)
        yield Point(chance.randint(1, 8), service, number, round(chance.uniform(*chance.choice(MOMENTS)), 2))
