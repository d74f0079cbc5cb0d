"""Group 5: a Lens state in which everything points at something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deploy.kibana.checks.finding import Finding, Parsed, lens_layers, named, of_type, panel_attributes, panels

_STATE = {"visualization", "query", "filters", "datasourceStates", "internalReferences", "adHocDataViews"}
_COLUMN = ("operationType", "dataType", "label", "isBucketed")
_SERIES = {
    "bar", "bar_stacked", "bar_percentage_stacked", "bar_horizontal", "bar_horizontal_stacked",
    "bar_horizontal_percentage_stacked", "line", "area", "area_stacked", "area_percentage_stacked",
}
_KINDS = {"lnsXY", "lnsPie", "lnsDatatable", "lnsMetric"}
# names in a visualization whose value, or each of whose values, is the id of a column
_POINTERS = {"columnId", "xAccessor", "splitAccessor", "accessors", "primaryGroups", "secondaryGroups", "metrics",
             "metricAccessor", "breakdownByAccessor"}


def states(objects: list[Parsed]) -> Iterator[tuple[str, Parsed]]:
    """Every Lens there is, as an object or in a panel, and how to speak of it."""
    for one in of_type(objects, "lens"):
        yield named(one), one["attributes"]
    for dashboard in of_type(objects, "dashboard"):
        for panel in panels(dashboard):
            if panel["type"] == "lens" and "panelRefName" not in panel:
                yield f"{named(dashboard)}, panel {panel.get('panelIndex')}", panel_attributes(panel)


def check(objects: list[Parsed]) -> list[Finding]:
    """Missing parts and pointers into nowhere."""
    return [Finding(where, what) for where, attributes in states(objects) for what in _wrong(attributes)]


def _wrong(attributes: Parsed) -> Iterator[str]:
    missing = _STATE - set(attributes["state"])
    yield from (f"state has no {name}" for name in sorted(missing))
    if attributes["visualizationType"] not in _KINDS:
        yield f"visualizationType {attributes['visualizationType']} is not known here"
    layers = lens_layers(attributes)
    columns: set[str] = set()
    for name, layer in layers.items():
        columns |= set(layer["columns"])
        if sorted(layer["columnOrder"]) != sorted(layer["columns"]):
            yield f"layer {name}: columnOrder and columns differ"
        for column, state in layer["columns"].items():
            yield from _column(f"column {column}", state, layer["columns"])
    yield from _pointers(attributes["state"].get("visualization", {}), set(layers), columns)


def _column(where: str, column: Parsed, columns: Parsed) -> Iterator[str]:
    yield from (f"{where} has no {name}" for name in _COLUMN if name not in column)
    order = column.get("params", {}).get("orderBy", {})
    if order.get("type") == "column" and order.get("columnId") not in columns:
        yield f"{where} is ordered by column {order.get('columnId')}, which is not there"
    if column.get("operationType") != "count" and "sourceField" not in column:
        yield f"{where} has no sourceField"


def _pointers(value: Any, layers: set[str], columns: set[str]) -> Iterator[str]:
    if isinstance(value, list):
        for inner in value:
            yield from _pointers(inner, layers, columns)
    if not isinstance(value, dict):
        return
    for name, inner in value.items():
        if name == "layerId" and inner not in layers:
            yield f"layerId {inner} points at no layer"
        elif name == "seriesType" and inner not in _SERIES:
            yield f"seriesType {inner} is not known"
        elif name in _POINTERS:
            targets = inner if isinstance(inner, list) else [inner]
            yield from (f"{name} {target} points at no column" for target in targets if target not in columns)
        else:
            yield from _pointers(inner, layers, columns)
