"""Seeds from disk to checked models. A wrong line is one line of complaint that names file and line."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from schemas.crisis import Crisis, Event, Events
from schemas.cues import Cues
from schemas.gazetteer import Entity, Gazetteer
from schemas.manner import Manner
from schemas.topics import Topic, Topics
from services import seedfiles

Model = TypeVar("Model", bound=BaseModel)


class SeedError(Exception):
    """Seed data that cannot be used: `path:line: what is wrong`, one line."""


@dataclass(slots=True)
class Seeds:
    """Everything that the folders of seeds say, in the order of their names."""

    crises: list[Crisis] = field(default_factory=list)
    entities: dict[str, Entity] = field(default_factory=dict)
    events: dict[str, Event] = field(default_factory=dict)
    cues: list[Cues] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    manner: Manner | None = None


def read(root: Path) -> Seeds:
    """Read every folder of `root`: a new crisis is a folder of data. Raises SeedError on the first wrong line.

    An entity or event that several folders have is one: a folder may be copied whole to start the next crisis.
    """
    if not root.is_dir():
        raise SeedError(f"{root}: no such folder of seeds")
    seeds = Seeds()
    for folder in sorted(p for p in root.iterdir() if p.is_dir()):
        _read_folder(folder, seeds)
    if not seeds.crises:
        raise SeedError(f"{root}: no folder with a crisis.yaml")
    _check_links(root, seeds)
    return seeds


def _read_folder(folder: Path, seeds: Seeds) -> None:
    if (path := folder / "crisis.yaml").exists():
        crisis = parse(path, Crisis)
        if any(c.id == crisis.id for c in seeds.crises):
            raise SeedError(f"{path}:1: crisis {crisis.id} is already that of another folder")
        seeds.crises.append(crisis)
    for path in sorted((folder / "gazetteer").glob("*.yaml")):
        for entity in parse(path, Gazetteer).entities:
            known = seeds.entities.get(entity.id)
            seeds.entities[entity.id] = merge(known, entity) if known else entity
    if (path := folder / "events.yaml").exists():
        for event in parse(path, Events).events:
            seeds.events.setdefault(event.id, event)
    if (path := folder / "topics.yaml").exists():
        seeds.topics.extend(parse(path, Topics).topics)
    if (path := folder / "manner.yaml").exists():
        if seeds.manner is not None:
            raise SeedError(f"{path}:1: another folder has one already")
        seeds.manner = parse(path, Manner)
    seeds.cues.extend(parse(path, Cues) for path in sorted((folder / "cues").glob("*.yaml")))


def merge(first: Entity, second: Entity) -> Entity:
    """One entity that two folders describe: the first wins, names of both count."""
    lists = ("names", "short", "acronyms", "local", "demonyms", "signs")
    update: dict[str, object] = {n: tuple(dict.fromkeys((*getattr(first, n), *getattr(second, n)))) for n in lists}
    update["core"] = first.core or second.core
    update["matter"] = first.matter or second.matter
    update["tag"] = first.tag or second.tag
    update["country"] = first.country or second.country
    update["junta"] = first.junta or second.junta
    return first.model_copy(update=update)


def parse(path: Path, model: type[Model]) -> Model:
    """One YAML file as `model`; raises SeedError with file and line."""
    try:
        return seedfiles.parse(path, model)
    except seedfiles.SeedFileError as error:
        raise SeedError(str(error)) from error


def _check_links(root: Path, seeds: Seeds) -> None:
    countries = {e.id for e in seeds.entities.values() if e.kind == "place"}
    named: dict[tuple[str, str], str] = {}
    for entity in seeds.entities.values():
        if entity.country is not None and entity.country not in countries:
            raise SeedError(f"{root}: entity {entity.id}: no place {entity.country} for its country")
        if entity.junta is not None and entity.junta not in seeds.events:
            raise SeedError(f"{root}: entity {entity.id}: no event {entity.junta}")
        if not (entity.names or entity.short or entity.acronyms or entity.local):
            raise SeedError(f"{root}: entity {entity.id}: no name to find it by")
        if (other := named.setdefault((entity.kind, entity.name.casefold()), entity.id)) != entity.id:
            raise SeedError(f"{root}: entity {entity.id}: {other} has the same name; give one of them its id")
    for event in seeds.events.values():
        if event.country not in countries:
            raise SeedError(f"{root}: event {event.id}: no place {event.country}")
        if event.again is not None and event.again not in seeds.events:
            raise SeedError(f"{root}: event {event.id}: no event {event.again}")
    for crisis in seeds.crises:
        if crisis.event not in seeds.events:
            raise SeedError(f"{root}: crisis {crisis.id}: no event {crisis.event}")
        if crisis.alliance:
            if crisis.alliance.body not in seeds.entities:
                raise SeedError(f"{root}: crisis {crisis.id}: no entity {crisis.alliance.body} for its alliance")
            if strange := sorted(set(crisis.alliance.countries) - countries):
                raise SeedError(f"{root}: crisis {crisis.id}: no place {strange[0]} for its alliance")
