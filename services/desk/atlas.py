"""The outlines under seeds/world, read once at the start. The shell of the map."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pydantic import ValidationError

from schemas.outlines import Outlines
from schemas.search import PlaceCount
from services.desk.map import VIEWS, Paths, Picture, paths, picture
from services.runtime.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Atlas:
    """The outlines of each view by its name, and where they are from; a map without them has its bubbles alone."""

    outlines: Mapping[str, Paths] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def picture(self, view: str, counts: Iterable[PlaceCount]) -> Picture:
        """The map of these places in one of the VIEWS."""
        return picture(VIEWS[view], self.outlines.get(view, {}), self.sources.get(view, ""), counts)


def load(seeds: Path) -> Atlas:
    """From seeds/world/outlines/<view>.json. Raises SettingsError that names the file."""
    outlines, sources = {}, {}
    for view in VIEWS.values():
        file = seeds / "world" / "outlines" / f"{view.name}.json"
        if not file.exists():
            continue
        try:
            found = Outlines.model_validate_json(file.read_bytes())
        except (OSError, ValidationError) as error:
            raise SettingsError(f"{file}: {' '.join(str(error).split())[:300]}") from None
        outlines[view.name], sources[view.name] = paths(found, view), found.source
    return Atlas(outlines, sources)
