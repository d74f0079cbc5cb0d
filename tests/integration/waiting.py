"""Wait for a condition, and fail with what was seen last."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from kafka.errors import RetriableError

T = TypeVar("T")


def until(look: Callable[[], T], holds: Callable[[T], bool] = bool, seconds: float = 60.0, what: str = "") -> T:
    """The first value of `look()` that holds. Raises AssertionError with the last one when it takes too long.

    A broker that has just come back and says "ask again" has not answered yet.
    """
    end = time.monotonic() + seconds
    seen: T | RetriableError
    while True:
        try:
            seen = look()
            if holds(seen):
                return seen
        except RetriableError as error:
            seen = error
        if time.monotonic() > end:
            raise AssertionError(f"{what or 'the condition'} did not hold within {seconds:.0f} s; last: {seen!r}")
        time.sleep(0.05)
