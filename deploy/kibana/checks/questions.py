"""Groups 6 and 7, what to ask Elasticsearch: the searches that the objects will make, and what is wrong with answers.

A panel is asked for as Kibana would: its KQL, the dashboard's time range, its buckets.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

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
from deploy.kibana.checks.uses import view_of

Clause = dict[str, Any]
NOWHERE = "MatchNoDocsQuery"


@dataclass(frozen=True, slots=True)
class Asked:
    """One search: `kql` in an index, and the aggregation `buckets` that must have some; without it, hits."""

    where: str
    alias: str
    kql: str
    time: tuple[str, str, str] | None = None
    buckets: Clause = field(default_factory=dict)

    def query(self) -> Clause:
        """KQL, and the range of (field, from, to)."""
        must: list[Clause] = [{"kql": {"query": self.kql}}] if self.kql else []
        if self.time:
            name, since, until = self.time
            must.append({"range": {name: {"gte": since, "lte": until}}})
        return {"bool": {"filter": must}}

    def body(self) -> Clause:
        """The search request."""
        return {"size": 0, "track_total_hits": True, "query": self.query()} | (
            {"aggs": self.buckets} if self.buckets else {}
        )

    def wrong(self, answer: Parsed) -> list[Finding]:
        """What is wrong with the answer over documents that should give one."""
        if not self.buckets:
            return [] if answer["hits"]["total"]["value"] else [Finding(self.where, f"finds nothing: {self.kql}")]
        found = answer["aggregations"]
        while found:
            name = next(iter(found))
            if not found[name]["buckets"]:
                return [Finding(self.where, f"no bucket for {name}")]
            found = {key: value for key, value in found[name]["buckets"][0].items() if isinstance(value, dict)
                     and "buckets" in value}
        return []


def asked(objects: list[Parsed]) -> list[Asked]:
    """Every search that the objects will make; the file is one that `check` has nothing against."""
    found = [_search(search, objects) for search in of_type(objects, "search")]
    for dashboard in of_type(objects, "dashboard"):
        found += _dashboard(dashboard, objects)
    return found


def not_read(one: Asked, validated: Parsed) -> list[Finding]:
    """What `_validate/query?explain=true` has against the KQL."""
    explained = [each.get("explanation") or each.get("error", "") for each in validated.get("explanations", ())]
    if not validated.get("valid"):
        return [Finding(one.where, f"KQL {one.kql!r} is refused: {' '.join(explained)[:200]}")]
    if any(NOWHERE in each for each in explained):
        return [Finding(one.where, f"KQL {one.kql!r} asks for a field that is not there")]
    return []


def _search(search: Parsed, objects: list[Parsed]) -> Asked:
    source = unpacked(search["attributes"]["kibanaSavedObjectMeta"]["searchSourceJSON"])
    view = view_of(search, source["indexRefName"], objects)
    buckets = _terms({}, search["attributes"]["breakdownField"]) if "breakdownField" in search["attributes"] else {}
    return Asked(named(search), view["title"], source["query"]["query"], buckets=buckets)


def _dashboard(dashboard: Parsed, objects: list[Parsed]) -> Iterator[Asked]:
    since, until = dashboard["attributes"]["timeFrom"], dashboard["attributes"]["timeTo"]

    def ask(where: str, name: str, kql: str, buckets: Clause) -> Asked:
        view = view_of(dashboard, name, objects)
        return Asked(f"{named(dashboard)}, {where}", view["title"], kql, (view["timeFieldName"], since, until), buckets)

    for panel in panels(dashboard):
        number, attributes = panel["panelIndex"], panel_attributes(panel)
        if panel["type"] == "lens":
            for layer, state in lens_layers(attributes).items():
                kql = attributes["state"]["query"]["query"]
                yield ask(f"panel {number}", f"{number}:indexpattern-datasource-layer-{layer}", kql, _buckets(state))
        for drawn in map_layers(attributes):
            source = drawn["sourceDescriptor"]
            grid = {source["geoField"]: {"geotile_grid": {"field": source["geoField"], "precision": 6}}}
            kql = drawn.get("query", {}).get("query", "")
            yield ask(f"panel {number}", f"{number}:{source['indexPatternRefName']}", kql, grid)
    for control, state in controls(dashboard).items():
        yield ask(f"control {control}", f"controlGroup_{control}:optionsListDataView", "",
                  _terms({}, state["explicitInput"]["fieldName"]))


def _buckets(layer: Parsed) -> Clause:
    """The layer's buckets, one in the other in the order of its columns."""
    inner: Clause = {}
    for name in reversed(layer["columnOrder"]):
        column = layer["columns"][name]
        if column["operationType"] == "terms":
            inner = _terms(inner, column["sourceField"])
        elif column["operationType"] == "date_histogram":
            inner = _named(column["sourceField"], inner, "auto_date_histogram", {"buckets": 50})
    return inner


def _terms(inner: Clause, name: str) -> Clause:
    return _named(name, inner, "terms", {"size": 10})


def _named(name: str, inner: Clause, kind: str, parameters: Clause) -> Clause:
    return {name: {kind: {"field": name, **parameters}} | ({"aggs": inner} if inner else {})}
