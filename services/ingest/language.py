"""Which language an article is in."""

from __future__ import annotations

from typing import NamedTuple


class Languages(NamedTuple):
    """`text` is ISO 639-1 or und, `declared` as the article declared it, normalised."""

    text: str
    declared: str | None
    notes: tuple[str, ...] = ()


def read_languages(declared: str | None, title: str, text: str) -> Languages:
    code = declared[:2].lower() if declared else None
    return Languages(code or "und", code)
