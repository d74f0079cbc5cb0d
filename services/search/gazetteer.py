"""What the seeds know of names, for searches. The shell of search: reads the seeds, folds as enrich does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from schemas.gazetteer import Entity
from schemas.spelled import spellings
from schemas.tags import Kind
from services.enrich.read.patterns import arabic_stem
from services.enrich.read.seeds import SeedError as SeedError
from services.enrich.read.seeds import read

# Two or three capitals are words too when they are typed small (un, au, us).
_SHORTEST_SMALL_ACRONYM = 4


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Ids by every known spelling, in every language, and where the places are."""

    by_name: dict[bytes, tuple[str, ...]] = field(default_factory=dict)
    by_acronym: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)
    points: dict[str, tuple[float, float]] = field(default_factory=dict)

    def ids(self, written: str, kind: Kind | None = None) -> tuple[str, ...]:
        """Entities that are written so, whatever the accents, hamzas, hooks and capitals; none where unknown."""
        found = self.by_acronym.get(written, ()) or self.by_name.get(_key(written), ())
        return tuple(one for one in found if kind is None or self.kinds[one] == kind)


def load(seeds: Path) -> Gazetteer:
    """Of all crises. Raises SeedError."""
    return of(read(seeds).entities.values())


def of(entities: Iterable[Entity]) -> Gazetteer:
    """Of these entities; look-alikes that are never reported are left out."""
    names: dict[bytes, dict[str, None]] = {}
    acronyms: dict[str, dict[str, None]] = {}
    reported = [entity for entity in entities if entity.tag]
    for entity in reported:
        for name in _names(entity):
            names.setdefault(_key(name), {})[entity.id] = None
        for acronym in entity.acronyms:
            acronyms.setdefault(acronym, {})[entity.id] = None
    names.pop(b"", None)
    points = {
        entity.name: (entity.lat, entity.lon)
        for entity in reported
        if entity.lat is not None and entity.lon is not None
    }
    return Gazetteer(
        {key: tuple(ids) for key, ids in names.items()},
        {acronym: tuple(ids) for acronym, ids in acronyms.items()},
        {entity.id: entity.kind for entity in reported},
        points,
    )


def _names(entity: Entity) -> Iterator[str]:
    """Descriptions that every country has (the army) are left out: they would find this one's only."""
    yield entity.id.replace("-", " ")
    for text in (entity.name, *entity.names, *entity.short):
        for one in spellings(text):
            if "{" not in one:
                yield one
    yield from (text for text in entity.acronyms if len(text) >= _SHORTEST_SMALL_ACRONYM)


def _key(name: str) -> bytes:
    return arabic_stem(name, "any")[0]
