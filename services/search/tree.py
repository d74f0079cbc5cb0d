"""What a search means: words, filters and spans of time, combined. Plain data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Word:
    """A word, several that are one name, or a phrase; `ids` are entities that are written so."""

    text: str
    phrase: bool = False
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filter:
    """`name:value`; several values are alternatives."""

    name: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Published within, both ends included; a missing end is open."""

    since: datetime | None = None
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Not:
    """All but."""

    of: Node


@dataclass(frozen=True, slots=True)
class All:
    """Every one of them; none of them is everything."""

    of: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """At least one of them."""

    of: tuple[Node, ...]


Node = Word | Filter | Span | Not | All | Either


def words(node: Node) -> tuple[Word, ...]:
    """Every word in it that is not excluded."""
    if isinstance(node, Word):
        return (node,)
    if isinstance(node, All | Either):
        return tuple(word for one in node.of for word in words(one))
    return ()


def text(node: Node) -> str:
    """The tree as a search that is read as the same tree."""
    if isinstance(node, Word):
        return f'"{node.text}"' if node.phrase else node.text
    if isinstance(node, Filter):
        values = " OR ".join(f'"{value}"' for value in node.values)
        return f"{node.name}:({values})" if len(node.values) > 1 else f"{node.name}:{values}"
    if isinstance(node, Span):
        ends = (("since", node.since), ("until", node.until))
        return " ".join(f'{name}:"{end.isoformat()}"' for name, end in ends if end)
    if isinstance(node, Not):
        return f"NOT {_inner(node.of)}"
    joint = " OR " if isinstance(node, Either) else " AND "
    return joint.join(_inner(one) for one in node.of)


def _inner(node: Node) -> str:
    several = isinstance(node, All | Either) or (isinstance(node, Span) and node.since and node.until)
    return f"({text(node)})" if several else text(node)
