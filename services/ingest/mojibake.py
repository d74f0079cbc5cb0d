"""Text that was read with the wrong code page before it reached us, in valid UTF-8 by now."""

from __future__ import annotations


def repair(text: str) -> tuple[str, tuple[str, ...]]:
    """The letters that were meant where that is certain, with a note; else the text as it is."""
    return text, ()
