"""The text of an element of a page, where there is little of it. Pure."""

from __future__ import annotations

from itertools import islice
from typing import Any

# Elements that a line is made of at most.
_PARTS = 60


def short_text(element: Any, most: int) -> str | None:
    """Its text on one line; None where it is longer than that, or of many parts, however large the element is."""
    length, parts = 0, list[str]()
    for number, one in enumerate(islice(element.iter(), _PARTS + 1)):
        own = one.text if isinstance(one.tag, str) else None
        for part in (own, one.tail if number else None):
            if part:
                parts.append(part)
                length += len(part.strip())
        if length > most or number == _PARTS:
            return None
    said = " ".join(" ".join(parts).split())
    return said if len(said) <= most else None


def begin_of(element: Any, most: int) -> str:
    """The first letters of its text, on one line: so many, or fewer where it has many parts before these."""
    said = ""
    for number, one in enumerate(islice(element.iter(), _PARTS)):
        own = one.text if isinstance(one.tag, str) else None
        for part in filter(None, (own, one.tail if number else None)):
            # however far a page indents its lines
            begun = part.lstrip()
            said += f"{' ' if len(begun) < len(part) else ''}{begun[: 4 * most]}"
        if len(said.strip()) >= 4 * most:
            break
    return " ".join(said.split())[:most]
