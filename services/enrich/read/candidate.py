"""A place in an article that may tell of a coup."""

from __future__ import annotations

from typing import NamedTuple

# How well a rule's evidence shows a person that there was a coup; the best of a group is shown.
STRENGTH = {
    "coup": 9,
    "overthrow": 8,
    "seize": 7,
    "maybe": 6,
    "plot": 6,
    "soft": 5,
    "junta-name": 4,
    "junta": 3,
    "hold": 2,
    "ousted": 1,
}
# These tell what happened; the others only who came out of it, so that "could" or "no" beside them says nothing.
TELLING = frozenset({"coup", "maybe", "overthrow", "seize", "hold", "soft", "plot"})
# Who holds the president, or moves against him: what a first day tells.
FIRST_DAYS = frozenset({"hold", "soft"})


class Candidate(NamedTuple):
    """[start, end) of the folded text, the rule that found it, and the event if the words name it."""

    start: int
    end: int
    rule: str
    event: str | None = None


# Each mention, the event that it is of, and what the words say became of it.
Resolved = list[tuple[Candidate, str, str | None]]
