"""Group 4: names in attributes and names in references agree, the way Kibana puts them together.

Kibana strips `<panel>:` from a dashboard's references to get a panel's; then names must be equal. A mismatch gives a
dead panel, or with a panel by reference a dashboard that does not open.
"""

from __future__ import annotations

from collections.abc import Iterable

from deploy.kibana.checks.finding import (
    Finding,
    Parsed,
    controls,
    lens_layers,
    map_layers,
    named,
    of_type,
    panel_attributes,
    panels,
    unpacked,
)

Pair = tuple[str, str]
"""Name and type of a reference."""


def check(objects: list[Parsed]) -> list[Finding]:
    """Names that stand on one side only."""
    found = []
    for search in of_type(objects, "search"):
        found += _differ(named(search), _source_names(search), _pairs(search["references"]))
    for one in of_type(objects, "map"):
        found += _differ(named(one), _map_names(one["attributes"]), _pairs(one["references"]))
    for one in of_type(objects, "lens"):
        found += _differ(named(one), _lens_names(one["attributes"]), _pairs(one["references"]))
    for dashboard in of_type(objects, "dashboard"):
        found += _dashboard(dashboard)
    return found


def _dashboard(dashboard: Parsed) -> list[Finding]:
    found, left = [], {(one["name"], one["type"]): one["id"] for one in dashboard["references"]}
    for panel in panels(dashboard):
        where = f"{named(dashboard)}, panel {panel.get('panelIndex')}"
        inner = {
            (name.partition(":")[2], kind): target for (name, kind), target in left.items()
            if name.partition(":")[0] == panel.get("panelIndex")
        }
        found += _panel(where, panel, inner)
        left = {key: target for key, target in left.items() if key[0].partition(":")[0] != panel.get("panelIndex")}
    wanted = {(f"controlGroup_{name}:optionsListDataView", "index-pattern") for name in controls(dashboard)}
    for name, control in controls(dashboard).items():
        if control["explicitInput"]["id"] != name:
            found.append(Finding(named(dashboard), f"control {name} calls itself {control['explicitInput']['id']}"))
    return [*found, *_differ(named(dashboard), wanted | _source_names(dashboard), set(left))]


def _panel(where: str, panel: Parsed, inner: dict[Pair, str]) -> list[Finding]:
    if "panelRefName" in panel:
        wanted = {(f"panel_{panel['panelIndex']}", panel["type"])}
        named_so = {(panel["panelRefName"], panel["type"])}
        return [*_differ(where, wanted, named_so), *_differ(where, wanted, set(inner))]
    attributes = panel_attributes(panel)
    if panel["type"] == "map":
        return _differ(where, _map_names(attributes), set(inner))
    own = {(one["name"], one["type"]): one["id"] for one in attributes.get("references", [])}
    found = [*_differ(where, _lens_names(attributes), set(own)), *_differ(where, _lens_names(attributes), set(inner))]
    moved = [name for (name, kind), target in own.items() if inner.get((name, kind), target) != target]
    return [*found, *(Finding(where, f"{name} is another object in the panel than in the dashboard") for name in moved)]


def _source_names(one: Parsed) -> set[Pair]:
    meta = unpacked(one["attributes"].get("kibanaSavedObjectMeta", {}).get("searchSourceJSON")) or {}
    filters = [each.get("meta", {}) for each in meta.get("filter", [])]
    names = {(each["indexRefName"], "index-pattern") for each in (meta, *filters) if "indexRefName" in each}
    if one["type"] == "search" and "indexRefName" not in meta:
        names.add(("indexRefName", "index-pattern"))  # a search without a data view opens nothing
    return names


def _map_names(attributes: Parsed) -> set[Pair]:
    return {(layer["sourceDescriptor"]["indexPatternRefName"], "index-pattern") for layer in map_layers(attributes)}


def _lens_names(attributes: Parsed) -> set[Pair]:
    return {(f"indexpattern-datasource-layer-{layer}", "index-pattern") for layer in lens_layers(attributes)}


def _pairs(references: Iterable[Parsed]) -> set[Pair]:
    return {(one["name"], one["type"]) for one in references}


def _differ(where: str, wanted: set[Pair], there: set[Pair]) -> list[Finding]:
    missing = [Finding(where, f"no reference {name} to a {kind}") for name, kind in sorted(wanted - there)]
    return missing + [Finding(where, f"reference {name} to a {kind} is used by nothing")
                      for name, kind in sorted(there - wanted)]
