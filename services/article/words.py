"""Tables of words, written the way a person edits them."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a table, separated by any white space."""
    return frozenset(text.split())
