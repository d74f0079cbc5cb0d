"""A saved object as a line of an import file has it, and the versions that Kibana 8.19 understands."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

CORE_VERSION = "8.8.0"
# Too new and the whole import is refused; missing and every migration since 7.x runs over new shapes.
TYPE_VERSIONS = {
    "index-pattern": "8.0.0", "search": "10.5.0", "dashboard": "10.2.0", "lens": "8.9.0", "map": "8.4.0",
}


@dataclass(frozen=True, slots=True)
class Reference:
    """That an object needs another; `name` is how its attributes speak of it."""

    type: str
    id: str
    name: str

    def within(self, panel: str) -> Reference:
        """The same as the dashboard around `panel` has it."""
        return Reference(self.type, self.id, f"{panel}:{self.name}")

    def as_json(self) -> dict[str, str]:
        return {"type": self.type, "id": self.id, "name": self.name}


@dataclass(frozen=True, slots=True)
class SavedObject:
    """One object. Its id is fixed and readable, so that an import over an older one replaces it."""

    type: str
    id: str
    attributes: dict[str, Any]
    references: tuple[Reference, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Without `version`, dates and users: those are Kibana's to give."""
        return {
            "type": self.type,
            "id": self.id,
            "attributes": self.attributes,
            "references": [reference.as_json() for reference in self.references],
            "managed": False,
            "coreMigrationVersion": CORE_VERSION,
            "typeMigrationVersion": TYPE_VERSIONS[self.type],
        }


def packed(value: Any) -> str:
    """JSON within a string, as many attributes want it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
