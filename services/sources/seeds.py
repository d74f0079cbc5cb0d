"""The sources of the seeds: `sources.yaml` of each crisis."""

from __future__ import annotations

from pathlib import Path

import yaml
from pydantic import ValidationError

from schemas.source import Source


class SeedError(Exception):
    """One line that names the file and the source."""


def load(folder: Path) -> dict[str, Source]:
    """By id, those of all crises. Raises SeedError for the first wrong one."""
    sources: dict[str, Source] = {}
    for path in sorted(folder.glob("*/sources.yaml")):
        for source in read(path):
            if source.id in sources:
                raise SeedError(f"{path}: source {source.id} stands there twice, or in another crisis too")
            sources[source.id] = source
    return sources


def read(path: Path) -> list[Source]:
    """The sources of one file: a list under `sources`."""
    try:
        found = yaml.load(path.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as error:
        raise SeedError(f"{path} cannot be read: {' '.join(str(error).split())[:200]}") from None
    entries = found.get("sources") if isinstance(found, dict) else None
    if not isinstance(entries, list):
        raise SeedError(f"{path}: a list under `sources` is missing")
    sources = []
    for number, entry in enumerate(entries, 1):
        try:
            sources.append(Source.model_validate(entry))
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = entry.get("id", number) if isinstance(entry, dict) else number
            raise SeedError(f"{path}: source {where}: {'.'.join(map(str, first['loc']))}: {first['msg']}") from None
    return sources
