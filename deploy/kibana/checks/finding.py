"""What is wrong, where; and the objects that the checks look at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

Parsed = dict[str, Any]
"""A line of the file, decoded."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that Kibana would refuse, or show as an error or an empty panel."""

    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.where}: {self.what}"


def unpacked(value: Any) -> Any:
    """The JSON in a string; None where there is none. That it cannot be read is `embedded`'s to say."""
    try:
        return json.loads(value)
    except (TypeError, ValueError):
        return None


def named(one: Parsed) -> str:
    """How a finding speaks of an object."""
    return f"{one.get('type')} {one.get('id')}"


def of_type(objects: list[Parsed], kind: str) -> Iterator[Parsed]:
    """The objects of that type."""
    return (one for one in objects if one.get("type") == kind)


def panels(dashboard: Parsed) -> list[Parsed]:
    """The panels of a dashboard."""
    return unpacked(dashboard["attributes"].get("panelsJSON")) or []


def controls(dashboard: Parsed) -> dict[str, Parsed]:
    """Its controls by id."""
    return unpacked((dashboard["attributes"].get("controlGroupInput") or {}).get("panelsJSON")) or {}


def panel_attributes(panel: Parsed) -> Parsed:
    """The attributes of a panel by value; empty for one by reference."""
    attributes: Parsed = panel.get("embeddableConfig", {}).get("attributes", {})
    return attributes


def lens_layers(attributes: Parsed) -> dict[str, Parsed]:
    """The layers of a Lens state by id."""
    states = attributes.get("state", {}).get("datasourceStates", {})
    layers: dict[str, Parsed] = states.get("formBased", {}).get("layers", {})
    return layers


def map_layers(attributes: Parsed) -> list[Parsed]:
    """The layers of a map that show documents."""
    layers = unpacked(attributes.get("layerListJSON")) or []
    return [layer for layer in layers if "indexPatternRefName" in layer["sourceDescriptor"]]
