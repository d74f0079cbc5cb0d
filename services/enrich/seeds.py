"""Seeds from disk to checked models. A wrong line is one line of complaint that names file and line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from schemas.cues import Crisis, Cues, Event, Events
from schemas.gazetteer import Entity, Gazetteer
from schemas.topics import Topic, Topics

Model = TypeVar("Model", bound=BaseModel)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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
    seeds.cues.extend(parse(path, Cues) for path in sorted((folder / "cues").glob("*.yaml")))


def merge(first: Entity, second: Entity) -> Entity:
    """One entity that two folders describe: the first wins, names of both count."""
    lists = ("names", "short", "acronyms", "local", "demonyms", "signs")
    update: dict[str, object] = {n: tuple(dict.fromkeys((*getattr(first, n), *getattr(second, n)))) for n in lists}
    update["core"] = first.core or second.core
    update["tag"] = first.tag or second.tag
    update["country"] = first.country or second.country
    update["junta"] = first.junta or second.junta
    return first.model_copy(update=update)


def parse(path: Path, model: type[Model]) -> Model:
    """One YAML file as `model`; raises SeedError with file and line."""
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=_Loader)
        data = yaml.load(text, Loader=_Loader)
    except UnicodeDecodeError as error:
        raise SeedError(f"{path}:1: not UTF-8 ({error.reason})") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        problem = getattr(error, "problem", None) or "not YAML"
        raise SeedError(f"{path}:{mark.line + 1 if mark else 1}: {problem}") from error
    if (doubled := _doubled_key(node)) is not None:
        raise SeedError(f"{path}:{doubled[1]}: {doubled[0]} stands twice")
    try:
        return model.model_validate(data)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        message = re.sub(r"\s+", " ", first["msg"])
        raise SeedError(f"{path}:{_line(node, first['loc'])}: {where}: {message}") from error


def _line(node: yaml.Node | None, loc: tuple[int | str, ...]) -> int:
    line = 1
    for part in loc:
        if node is None:
            break
        line = node.start_mark.line + 1
        if isinstance(node, yaml.MappingNode):
            found = next(((k, v) for k, v in node.value if k.value == part), None)
            if found is None:
                return line
            line, node = found[0].start_mark.line + 1, found[1]
        elif isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        else:
            break
    return line


def _doubled_key(node: yaml.Node | None) -> tuple[str, int] | None:
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                return key.value, key.start_mark.line + 1
            seen.add(key.value)
            if (found := _doubled_key(value)) is not None:
                return found
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            if (found := _doubled_key(item)) is not None:
                return found
    return None


def _check_links(root: Path, seeds: Seeds) -> None:
    countries = {e.id for e in seeds.entities.values() if e.kind == "place"}
    for entity in seeds.entities.values():
        if entity.country is not None and entity.country not in countries:
            raise SeedError(f"{root}: entity {entity.id}: no place {entity.country} for its country")
        if entity.junta is not None and entity.junta not in seeds.events:
            raise SeedError(f"{root}: entity {entity.id}: no event {entity.junta}")
        if not (entity.names or entity.short or entity.acronyms or entity.local):
            raise SeedError(f"{root}: entity {entity.id}: no name to find it by")
    for event in seeds.events.values():
        if event.country not in countries:
            raise SeedError(f"{root}: event {event.id}: no place {event.country}")
    for crisis in seeds.crises:
        if crisis.event not in seeds.events:
            raise SeedError(f"{root}: crisis {crisis.id}: no event {crisis.event}")
