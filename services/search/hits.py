"""What a search found, as every front page shows it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from services.search.query import CLOSE, HISTORY_FIELDS, OPEN, TEXT_FIELDS


@dataclass(frozen=True, slots=True)
class Coup:
    """A coup mention: which, how real, and the words that say so."""

    event: str
    type: str
    status: str
    evidence: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One article found. Passages have OPEN and CLOSE around every match; `older` are of its earlier texts."""

    id: str
    url: str | None
    title: str
    published: str | None
    received: str | None
    language: str
    source: str | None
    entities: tuple[str, ...]
    coups: tuple[Coup, ...]
    alert: bool
    superseded: bool
    score: float | None
    passages: tuple[str, ...]
    older: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """One page of hits, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int


def found(answer: Mapping[str, Any]) -> Found:
    """The page in Elasticsearch's answer to `services.search.query.body`."""
    hits = answer["hits"]
    return Found(tuple(_hit(hit) for hit in hits["hits"]), hits["total"]["value"])


def marked(passage: str, before: str, after: str) -> str:
    """The passage with other marks around every match."""
    return passage.replace(OPEN, before).replace(CLOSE, after)


def _hit(hit: Mapping[str, Any]) -> Hit:
    source, highlight = hit["_source"], hit.get("highlight", {})
    return Hit(
        id=source["id"],
        url=source.get("url"),
        title=source.get("title", ""),
        published=source.get("published"),
        received=source.get("received"),
        language=source.get("language", "und"),
        source=source.get("source"),
        entities=tuple(source.get("entity_names", ())),
        coups=tuple(_coup(coup) for coup in source.get("coups", ())),
        alert=source.get("alert", False),
        superseded=source.get("superseded", False),
        score=hit.get("_score"),
        passages=_passages(highlight, TEXT_FIELDS),
        older=_passages(highlight, HISTORY_FIELDS),
    )


def _coup(coup: Mapping[str, Any]) -> Coup:
    return Coup(coup["event"], coup["type"], coup["status"], coup["evidence"]["surface"])


def _passages(highlight: Mapping[str, list[str]], fields: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(passage for field in fields for passage in highlight.get(field, ()))
