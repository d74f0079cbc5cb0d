"""The small parts of a page that stand on it fifty times: moments and passages. Pure.

As macros of a template each of them takes five times as long.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from markupsafe import Markup, escape

from schemas.search import Piece
from services.desk import wording

NO_DATE = Markup('<span class="quiet">no date</span>')


def time(when: datetime | None, now: datetime) -> Markup:
    """The moment in short, and all of it for machines and for a pointer that rests on it."""
    if when is None:
        return NO_DATE
    whole = when.isoformat()
    title = f"{whole[:10]} {whole[11:19]} UTC"
    return Markup(f'<time datetime="{whole}" title="{title}">{wording.written(when, now)}</time>')


def passage(pieces: Iterable[Piece]) -> Markup:
    """Its words, the matches marked."""
    return Markup("".join(
        f"<mark>{escape(piece.text)}</mark>" if piece.match else escape(piece.text) for piece in pieces
    ))
