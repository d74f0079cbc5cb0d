"""Why an article can never be read."""

from __future__ import annotations

from typing import NamedTuple


class Problem(NamedTuple):
    """`error` is a short stable name that a person can filter by, `reason` one line."""

    error: str
    reason: str
