"""Tags while they are made: the fields of schemas.tags, light enough for thousands of articles a second.

`orjson` writes them as they are; tests/enrich/test_enrich.py holds them to the schema.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Mention:
    """schemas.tags.Span"""

    start: int
    end: int
    surface: str


@dataclass(slots=True)
class Found:
    """schemas.tags.EntityTag"""

    id: str
    name: str
    kind: str
    mentions: list[Mention]
    lat: float | None
    lon: float | None


@dataclass(slots=True)
class Coup:
    """schemas.tags.CoupTag"""

    event: str
    type: str
    status: str
    evidence: Mention
    rule: str | None


@dataclass(slots=True)
class CrisisDraft:
    """schemas.tags.CrisisTag"""

    id: str
    salience: str


@dataclass(slots=True)
class Draft:
    """schemas.tags.Tags"""

    entities: list[Found] = field(default_factory=list)
    coups: list[Coup] = field(default_factory=list)
    crises: list[CrisisDraft] = field(default_factory=list)
    topics: list[str] = field(default_factory=list)
    alert: bool = False
