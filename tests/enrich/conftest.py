"""The crises as they ship, compiled once, and a short way to tag a text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from schemas.normalized import NormalizedArticle
from schemas.tags import Tags
from services.enrich.enrich import Compiled, load, tag

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
Tagger = Callable[..., Tags]
Told = set[tuple[str, str]]
Entries = set[tuple[str, str, str]]


def article(
    text: str = "", title: str = "", published: str | None = "2023-08-10", language: str = "und"
) -> NormalizedArticle:
    """A normalized article of this text."""
    when = datetime.fromisoformat(published).replace(tzinfo=UTC) if published else None
    return NormalizedArticle(
        id="a" * 32,
        trace_id="t",
        origin="test-0-0-0",
        title=title,
        text=text,
        language=language,
        published=when,
        received=datetime(2026, 1, 1, tzinfo=UTC),
        version=0,
        content_hash="b" * 32,
    )


@pytest.fixture(scope="session")
def crises() -> Compiled:
    return load(SEEDS)


@pytest.fixture(scope="session")
def tagged(crises: Compiled) -> Tagger:
    """Tags of a text: tagged(text, title=…, published=…)."""

    def run(text: str = "", title: str = "", published: str | None = "2023-08-10", language: str = "und") -> Tags:
        return tag(article(text, title, published, language), crises)

    return run


def told_of(tags: Tags) -> Told:
    """Event and status of each coup mention."""
    return {(coup.event, coup.status) for coup in tags.coups}


def entries_of(tags: Tags) -> Entries:
    """Event, type and status of each coup mention."""
    return {(coup.event, coup.type, coup.status) for coup in tags.coups}


def ids(tags: Tags) -> set[str]:
    """The entities of tags."""
    return {e.id for e in tags.entities}


def surfaces(tags: Tags, entity: str) -> list[str]:
    """How an entity is written, in order."""
    return [m.surface for e in tags.entities if e.id == entity for m in e.mentions]
