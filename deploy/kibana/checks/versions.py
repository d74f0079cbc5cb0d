"""Group 2: versions that Kibana 8.19 takes, and no attribute that it refuses."""

from __future__ import annotations

from deploy.kibana.checks.finding import Finding, Parsed, named
from deploy.kibana.saved_object import CORE_VERSION, TYPE_VERSIONS

# Kibana refuses an object of these types with an attribute beyond its list.
ATTRIBUTES = {
    "search": {
        "title", "description", "columns", "sort", "grid", "rowHeight", "rowsPerPage", "headerRowHeight", "sampleSize",
        "density", "hideChart", "breakdownField", "visContext", "kibanaSavedObjectMeta", "isTextBasedQuery",
        "usesAdHocDataView", "timeRestore", "timeRange", "refreshInterval", "viewMode", "hideAggregatedPreview",
        "hits", "version",
    },
    "lens": {"title", "description", "visualizationType", "state", "uiStateJSON", "version"},
    "map": {"title", "description", "layerListJSON", "mapStateJSON", "uiStateJSON", "bounds"},
}


def check(objects: list[Parsed]) -> list[Finding]:
    """Versions too high or missing, attributes outside the list."""
    return [finding for one in objects for finding in (*_versions(one), *_attributes(one))]


def _versions(one: Parsed) -> list[Finding]:
    highest = TYPE_VERSIONS.get(one["type"])
    if highest is None:
        return [Finding(named(one), "type unknown here: say its version in saved_object.py")]
    found = []
    for name, limit in (("coreMigrationVersion", CORE_VERSION), ("typeMigrationVersion", highest)):
        version = _numbers(one[name])
        if version is None:
            found.append(Finding(named(one), f"{name} {one[name]!r} is no version: every old migration would run"))
        elif version > (_numbers(limit) or ()):
            found.append(Finding(named(one), f"{name} {one[name]} is above {limit}: the whole import is refused"))
    return found


def _numbers(version: object) -> tuple[int, ...] | None:
    parts = str(version).split(".")
    return tuple(int(part) for part in parts) if len(parts) == 3 and all(part.isdigit() for part in parts) else None


def _attributes(one: Parsed) -> list[Finding]:
    unknown = set(one["attributes"]) - ATTRIBUTES.get(one["type"], set(one["attributes"]))
    return [Finding(named(one), f"attribute {name} is refused") for name in sorted(unknown)]
