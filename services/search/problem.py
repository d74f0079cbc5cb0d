"""What can be wrong with a search, and what can keep one from being answered."""

from __future__ import annotations


class SearchProblemError(ValueError):
    """One line for the person who asked: what is wrong and what to write instead."""


class SyntaxProblem(SearchProblemError):  # noqa: N818  # the field's word; it is a mistake of the person, not ours
    """A text that cannot be read as a search. `position` counts code points into it."""

    def __init__(self, message: str, position: int = 0) -> None:
        super().__init__(message)
        self.position = position


class NotAnsweredError(Exception):
    """Elasticsearch is away, has no such index yet, or refuses: one line that says so."""
