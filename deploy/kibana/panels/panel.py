"""A panel of a dashboard: where it stands, what it shows, what it needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from deploy.kibana.saved_object import Reference

COLUMNS = 48


@dataclass(frozen=True, slots=True)
class Place:
    """In columns (48 of them) and rows from the upper left."""

    x: int
    y: int
    w: int
    h: int


@dataclass(frozen=True, slots=True)
class Panel:
    """One panel. `references` as the panel itself has them; by reference it has one, named `panel_<id>`."""

    id: str
    type: str
    title: str
    place: Place
    config: dict[str, Any]
    references: tuple[Reference, ...]
    by_reference: bool = False

    def as_json(self) -> dict[str, Any]:
        """As panelsJSON has it; panelIndex is what references of the dashboard begin with."""
        where = {"x": self.place.x, "y": self.place.y, "w": self.place.w, "h": self.place.h, "i": self.id}
        panel = {
            "type": self.type, "gridData": where, "panelIndex": self.id, "embeddableConfig": self.config,
            "title": self.title,
        }
        return panel | {"panelRefName": f"panel_{self.id}"} if self.by_reference else panel

    def outer_references(self) -> list[Reference]:
        """As the dashboard has them."""
        return [reference.within(self.id) for reference in self.references]
