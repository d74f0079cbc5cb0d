"""A text and the spans in it become pieces that a page colours one by one. Pure.

Spans count code points, may overlap, nest, repeat and reach past the end; the pieces of all lines joined are the text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Label:
    """One mention: code points [start, end), the kind that colours it, and what a reader is told of it."""

    start: int
    end: int
    kind: str
    says: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under the same mentions. `kinds` are theirs, narrowest first; empty for plain text."""

    text: str
    kinds: tuple[str, ...] = ()
    says: tuple[str, ...] = ()


Line = tuple[Piece, ...]


def pieces(text: str, labels: Iterable[Label], start: int = 0, end: int | None = None) -> tuple[Piece, ...]:
    """The text from `start` to `end`, cut wherever a mention begins or ends."""
    end = len(text) if end is None else min(end, len(text))
    inside = [label for label in labels if label.start < label.end and label.end > start and label.start < end]
    if not inside:
        return (Piece(text[start:end]),) if start < end else ()
    return tuple(_swept(text, inside, start, end))


def _swept(text: str, labels: list[Label], start: int, end: int) -> Iterator[Piece]:
    opening: dict[int, list[Label]] = {}
    closing: dict[int, list[Label]] = {}
    for label in labels:
        opening.setdefault(max(start, label.start), []).append(label)
        closing.setdefault(min(end, label.end), []).append(label)
    cuts = sorted({start, end, *opening, *closing})
    active: list[Label] = []
    for here, there in pairwise(cuts):
        for label in closing.get(here, ()):
            active.remove(label)
        active.extend(opening.get(here, ()))
        narrowest = sorted(active, key=lambda label: (label.end - label.start, label.kind, label.says))
        yield Piece(
            text[here:there],
            tuple(dict.fromkeys(label.kind for label in narrowest)),
            tuple(dict.fromkeys(label.says for label in narrowest)),
        )


def lines(text: str, labels: Iterable[Label], start: int = 0, end: int | None = None) -> tuple[Line, ...]:
    """The same by paragraphs: cut at line breaks, empty ones left out."""
    end = len(text) if end is None else min(end, len(text))
    waiting = sorted(labels, key=lambda label: label.start)
    found: list[Line] = []
    begin, first = start, 0
    while begin < end:
        stop = text.find("\n", begin, end)
        stop = end if stop < 0 else stop
        if text[begin:stop].strip():
            found.append(pieces(text, _near(waiting, first, stop), begin, stop))
        begin = stop + 1
        # what ended before this line concerns no later one
        while first < len(waiting) and waiting[first].end <= begin:
            first += 1
    return tuple(found)


def _near(labels: list[Label], first: int, stop: int) -> Iterator[Label]:
    for number in range(first, len(labels)):
        if labels[number].start >= stop:
            return
        yield labels[number]

