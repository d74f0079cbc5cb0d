"""Wait for a condition, and fail with what was seen last."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Self, TypeVar

from kafka.errors import RetriableError

T = TypeVar("T")

# `seconds` are what a condition takes at most on a machine of ours; one that is shared, or stands still for a while,
# is no fault of the code's, and patience costs nothing where the condition holds
PATIENCE = 3.0
# between two looks: this, and three times what the last one took, since what is waited for wants the cores too
_PAUSE_S, _REST = 0.05, 3.0
_TICK_S = 0.05
_STILL_S = 0.5


def until(look: Callable[[], T], holds: Callable[[T], bool] = bool, seconds: float = 60.0, what: str = "") -> T:
    """The first value of `look()` that holds. Raises AssertionError with the last one after PATIENCE times `seconds`.

    A broker that has just come back and says "ask again" has not answered yet.
    """
    patience = PATIENCE * seconds
    end = time.monotonic() + patience
    seen: T | RetriableError
    while True:
        begun = time.monotonic()
        try:
            seen = look()
            if holds(seen):
                return seen
        except RetriableError as error:
            seen = error
        if time.monotonic() > end:
            raise AssertionError(f"{what or 'the condition'} did not hold within {patience:.0f} s; last: {seen!r}")
        time.sleep(max(_PAUSE_S, min(1.0, _REST * (time.monotonic() - begun))))


class Awake:
    """Seconds since it was entered, without those in which the whole machine stood still: what an outcome that names
    a number of seconds is measured with. A thread ticks; a gap between two ticks counts as half a second at most."""

    def __enter__(self) -> Self:
        self._seconds, self._over = 0.0, threading.Event()
        self._thread = threading.Thread(target=self._tick, daemon=True)
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._thread.join()

    @property
    def seconds(self) -> float:
        return self._seconds

    def _tick(self) -> None:
        last = time.monotonic()
        while not self._over.wait(_TICK_S):
            now = time.monotonic()
            self._seconds += min(now - last, _STILL_S)
            last = now
