"""Which fields of which index the objects use, and what for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from deploy.kibana.checks.finding import (
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

Need = Literal["there", "aggregatable", "date", "geo_point"]


@dataclass(frozen=True, slots=True)
class Use:
    """That `where` uses a field of the index behind `alias`, which must be able to what it `need`s."""

    where: str
    alias: str
    field: str
    need: Need


def views(objects: list[Parsed]) -> dict[str, Parsed]:
    """The attributes of each data view by id."""
    return {one["id"]: one["attributes"] for one in of_type(objects, "index-pattern")}


def view_of(one: Parsed, name: str, objects: list[Parsed]) -> Parsed:
    """The data view behind a reference of that name; `check` has made sure that there is one."""
    target = next(reference["id"] for reference in one["references"] if reference["name"] == name)
    return views(objects)[target]


def uses(objects: list[Parsed]) -> list[Use]:
    """Every use of a field in the file; the file is one that `check` has nothing against."""
    found = [Use(f"index-pattern {name}", view["title"], view["timeFieldName"], "date")
             for name, view in views(objects).items()]
    for name, view in views(objects).items():
        found += [Use(f"index-pattern {name}", view["title"], field, "there")
                  for field in unpacked(view["fieldFormatMap"])]
    for search in of_type(objects, "search"):
        found += _of_search(search, view_of(search, unpacked(
            search["attributes"]["kibanaSavedObjectMeta"]["searchSourceJSON"])["indexRefName"], objects))
    for dashboard in of_type(objects, "dashboard"):
        found += _of_dashboard(dashboard, objects)
    return found


def _of_search(search: Parsed, view: Parsed) -> Iterator[Use]:
    attributes = search["attributes"]
    for column in attributes["columns"]:
        yield Use(named(search), view["title"], column, "there")
    for field, _ in attributes["sort"]:
        yield Use(named(search), view["title"], field, "aggregatable")
    if "breakdownField" in attributes:
        yield Use(named(search), view["title"], attributes["breakdownField"], "aggregatable")


def _of_dashboard(dashboard: Parsed, objects: list[Parsed]) -> Iterator[Use]:
    for panel in panels(dashboard):
        where = f"{named(dashboard)}, panel {panel['panelIndex']}"
        attributes = panel_attributes(panel)
        if panel["type"] == "lens":
            for layer, state in lens_layers(attributes).items():
                name = f"{panel['panelIndex']}:indexpattern-datasource-layer-{layer}"
                yield from _of_layer(where, state, view_of(dashboard, name, objects)["title"])
        for drawn in map_layers(attributes):
            source = drawn["sourceDescriptor"]
            name = f"{panel['panelIndex']}:{source['indexPatternRefName']}"
            yield Use(where, view_of(dashboard, name, objects)["title"], source["geoField"], "geo_point")
    for control, state in controls(dashboard).items():
        view = view_of(dashboard, f"controlGroup_{control}:optionsListDataView", objects)
        yield Use(f"{named(dashboard)}, control {control}", view["title"],
                  state["explicitInput"]["fieldName"], "aggregatable")


def _of_layer(where: str, layer: Parsed, alias: str) -> Iterator[Use]:
    for column in layer["columns"].values():
        if column["operationType"] == "date_histogram":
            yield Use(where, alias, column["sourceField"], "date")
        elif column["sourceField"] != "___records___":
            yield Use(where, alias, column["sourceField"], "aggregatable")
