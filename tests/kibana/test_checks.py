"""Every check is seen to find what it is for: the shipped objects are broken in one way at a time."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from deploy.kibana.checks import check, fields, questions
from deploy.kibana.checks import rule as rules
from deploy.kibana.checks.fields import Caps
from deploy.kibana.checks.finding import Finding
from deploy.kibana.checks.uses import Use, uses
from services.elastic.mapping import MAPPINGS
from tests.kibana.bundle import TEXT, Parsed, a_rule, lines, objects, one

Break = Callable[[list[Parsed]], None]


def test_nothing_is_found_in_what_is_shipped() -> None:
    assert check(TEXT) == []
    assert rules.check(a_rule()) == []


def test_a_line_that_is_no_json_is_named() -> None:
    assert "line 2" in str(check(TEXT.replace('\n{"type"', "\n{type", 1))[0])


def _packed(name: str, change: Callable[[Any], None]) -> Break:
    """Changes what a string of the dashboard's attributes holds."""
    def apply(found: list[Parsed]) -> None:
        attributes = one(found, "dashboard")["attributes"]
        inner = json.loads(attributes[name])
        change(inner)
        attributes[name] = json.dumps(inner)
    return apply


def _panel(kind: str, change: Callable[[Parsed], None]) -> Break:
    def apply(panels: list[Parsed]) -> None:
        change(next(panel for panel in panels if panel["type"] == kind))
    return _packed("panelsJSON", apply)


def _lens(change: Callable[[Parsed], None]) -> Break:
    return _panel("lens", lambda panel: change(panel["embeddableConfig"]["attributes"]))


def _layer(change: Callable[[Parsed], None]) -> Break:
    def apply(attributes: Parsed) -> None:
        [layer] = attributes["state"]["datasourceStates"]["formBased"]["layers"].values()
        change(layer)
    return _lens(apply)


def _shape(change: Callable[[Parsed], None]) -> Break:
    return _lens(lambda attributes: change(attributes["state"]["visualization"]["layers"][0]))


def _map(change: Callable[[list[Parsed]], None]) -> Break:
    def apply(panel: Parsed) -> None:
        attributes = panel["embeddableConfig"]["attributes"]
        layers = json.loads(attributes["layerListJSON"])
        change(layers)
        attributes["layerListJSON"] = json.dumps(layers)
    return _panel("map", apply)


def _controls(change: Callable[[Parsed], None]) -> Break:
    def apply(found: list[Parsed]) -> None:
        group = one(found, "dashboard")["attributes"]["controlGroupInput"]
        inner = json.loads(group["panelsJSON"])
        change(inner)
        group["panelsJSON"] = json.dumps(inner)
    return apply


def _reference(kind: str, part: str, **change: str) -> Break:
    """Changes the reference whose name holds `part`; without a change, drops it."""
    def apply(found: list[Parsed]) -> None:
        references = one(found, kind)["references"]
        target = next(reference for reference in references if part in reference["name"])
        if change:
            target.update(change)
        else:
            references.remove(target)
    return apply


def _set(kind: str, **change: Any) -> Break:
    return lambda found: one(found, kind).update(change)


def _attribute(kind: str, **change: Any) -> Break:
    return lambda found: one(found, kind)["attributes"].update(change)


FAULTS: dict[str, tuple[Break, str]] = {
    # 1: lines
    "an object twice": (lambda found: found.append(dict(found[0])), "stands there 2 times"),
    "a data view left out": (lambda found: found.remove(one(found, "index-pattern")), "not in the file"),
    "a saved search left out": (lambda found: found.remove(one(found, "search", "latest")), "not in the file"),
    "an object with a date": (_set("search", updated_at="2023-07-26"), "updated_at"),
    # 2: versions and attributes
    "a core version too new": (_set("dashboard", coreMigrationVersion="8.9.0"), "the whole import is refused"),
    "a dashboard of 9.x": (_set("dashboard", typeMigrationVersion="10.3.0"), "the whole import is refused"),
    "a search of 9.2": (_set("search", typeMigrationVersion="10.6.0"), "the whole import is refused"),
    "no version": (_set("search", typeMigrationVersion=""), "every old migration would run"),
    "tabs in a search": (_attribute("search", tabs=[]), "attribute tabs is refused"),
    "a type nobody knows": (_set("search", type="wall"), "type unknown"),
    # 3: JSON in strings
    "a string that is no JSON": (_attribute("dashboard", optionsJSON="{useMargins"), "optionsJSON is no JSON"),
    "a data view's empty string": (_attribute("index-pattern", fieldAttrs=""), "fieldAttrs is no JSON"),
    "no JSON in a panel by value": (
        _panel("map", lambda panel: panel["embeddableConfig"]["attributes"].update(mapStateJSON="{")), "mapStateJSON"),
    "no JSON among the controls": (
        lambda found: one(found, "dashboard")["attributes"]["controlGroupInput"].update(panelsJSON="]"), "panelsJSON"),
    # 4: names and places
    "a search without its data view": (_reference("search", "index"), "no reference kibanaSavedObjectMeta"),
    "a search whose reference has another name": (_reference("search", "index", name="index"), "no reference"),
    "a Lens layer under another name": (
        _reference("dashboard", "timeline:", name="timeline:layer"), "no reference indexpattern-datasource-layer"),
    "a Lens without references of its own": (_lens(lambda lens: lens.update(references=[])), "no reference"),
    "a Lens whose two references differ": (
        _reference("dashboard", "timeline:", id="harmattan-alerts"), "another object in the panel"),
    "a panel by reference under another name": (
        _panel("search", lambda panel: panel.update(panelRefName="panel_0")), "no reference panel_alerts"),
    "a panel by reference without reference": (_reference("dashboard", "alerts:"), "no reference panel_alerts"),
    "a panel by reference to another type": (
        _reference("dashboard", "alerts:", type="index-pattern", id="harmattan-alerts"), "no reference panel_alerts"),
    "a map layer without the panel in front": (
        _reference("dashboard", "places:", name="layer_1_source_index_pattern"), "is used by nothing"),
    "a map layer of another number": (
        _map(lambda layers: layers[1]["sourceDescriptor"].update(indexPatternRefName="layer_2_source_index_pattern")),
        "no reference layer_2"),
    "a control of another name": (
        _reference("dashboard", "controlGroup_person", name="controlGroup_people:optionsListDataView"),
        "no reference controlGroup_person"),
    "a control that calls itself otherwise": (
        _controls(lambda inner: inner["person"]["explicitInput"].update(id="people")), "calls itself people"),
    "a reference of a panel that is gone": (_packed("panelsJSON", lambda panels: panels.pop()), "is used by nothing"),
    "a panel with two numbers": (_panel("lens", lambda panel: panel["gridData"].update(i="7")), "in its gridData"),
    "a panel that is too wide": (_panel("lens", lambda panel: panel["gridData"].update(w=49)), "leaves the 48"),
    "two panels in one place": (_panel("map", lambda panel: panel["gridData"].update(y=0)), "overlap"),
    # 5: Lens
    "a column without its order": (_layer(lambda layer: layer["columnOrder"].pop()), "columnOrder and columns"),
    "a column without a label": (_layer(lambda layer: layer["columns"]["count"].pop("label")), "has no label"),
    "a column without its operation": (
        _layer(lambda layer: layer["columns"]["terms"].pop("operationType")), "has no operationType"),
    "an order by nothing": (
        _layer(lambda layer: layer["columns"]["terms"]["params"]["orderBy"].update(columnId="gone")), "is ordered by"),
    "an accessor that points nowhere": (_shape(lambda shape: shape.update(xAccessor="gone")), "points at no column"),
    "a layer that points nowhere": (_shape(lambda shape: shape.update(layerId="gone")), "points at no layer"),
    "a series nobody knows": (_shape(lambda shape: shape.update(seriesType="spiral")), "seriesType spiral"),
    "a chart nobody knows": (_lens(lambda lens: lens.update(visualizationType="lnsX")), "visualizationType lnsX"),
    "a state without filters": (_lens(lambda lens: lens["state"].pop("filters")), "state has no filters"),
    "a state without layers": (_lens(lambda lens: lens["state"].pop("datasourceStates")), "no datasourceStates"),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(fault: str) -> None:
    break_it, expected = FAULTS[fault]
    broken = objects()
    break_it(broken)
    found = [str(finding) for finding in check(lines(broken))]
    assert [text for text in found if expected in text], found


# --- 6: fields, against the abilities that the mapping gives them (the real server's: tests/integration)


def caps_of_the_mapping() -> dict[str, Caps]:
    return {alias: dict(_caps(mapping["properties"])) for alias, mapping in MAPPINGS.items()}


def _caps(properties: Parsed, above: str = "") -> list[tuple[str, Parsed]]:
    found: list[tuple[str, Parsed]] = []
    for name, field in properties.items():
        kind = field.get("type", "object")
        aggregatable = kind not in ("text", "object") and field.get("doc_values", True)
        found.append((f"{above}{name}", {kind: {"aggregatable": aggregatable}}))
        found += _caps(field.get("properties", {}), f"{above}{name}.")
    return found


def _field_findings(broken: list[Parsed]) -> list[Finding]:
    return fields.check(uses(broken), caps_of_the_mapping())


def test_a_nested_field_is_found_although_it_can_be_counted_by() -> None:
    """An index of somebody else's, or of an earlier version of ours."""
    caps: dict[str, Caps] = {"articles": {
        "coups": {"nested": {"aggregatable": False}}, "coups.status": {"keyword": {"aggregatable": True}},
    }}
    [found] = fields.check([Use("a panel", "articles", "coups.status", "aggregatable")], caps)
    assert "is nested" in str(found)


def test_every_field_of_what_is_shipped_can_do_what_it_is_used_for() -> None:
    assert _field_findings(objects()) == []


def _column(field: str) -> Break:
    return _layer(lambda layer: layer["columns"]["terms"].update(sourceField=field))


@pytest.mark.parametrize(("break_it", "expected"), [
    (_column("gone"), "has no field gone"),
    (_column("title"), "can be neither counted nor sorted by"),
    (_column("url"), "can be neither counted nor sorted by"),
    (_column("coups.status"), "has no field coups.status"),
    (_layer(lambda layer: layer["columns"]["time"].update(sourceField="language")), "no date"),
    (_map(lambda layers: layers[1]["sourceDescriptor"].update(geoField="places")), "no geo_point"),
    (_controls(lambda inner: inner["person"]["explicitInput"].update(fieldName="names")), "neither counted"),
    (_attribute("index-pattern", timeFieldName="language"), "no date"),
    (_attribute("index-pattern", fieldFormatMap='{"link":{"id":"url"}}'), "has no field link"),
    (_attribute("search", columns=["headline"]), "has no field headline"),
    (_attribute("search", sort=[["title", "desc"]]), "neither counted nor sorted"),
    (_attribute("search", breakdownField="title"), "neither counted nor sorted"),
])
def test_a_field_that_cannot_is_found(break_it: Break, expected: str) -> None:
    broken = objects()
    break_it(broken)
    found = [str(finding) for finding in _field_findings(broken)]
    assert [text for text in found if expected in text], found


# --- 6 and 7: answers


ASKED = questions.Asked("here", "harmattan-articles", "coup_events : *")
COUNTED = questions.Asked("here", "harmattan-articles", "", buckets=questions._terms({}, "people"))


@pytest.mark.parametrize(("validated", "expected"), [
    ({"valid": True, "explanations": [{"explanation": "ConstantScore(FieldExistsQuery)"}]}, []),
    ({"valid": False, "explanations": [{"error": "line 1:3: mismatched input"}]}, ["is refused: line 1:3"]),
    ({"valid": True, "explanations": [{"explanation": 'MatchNoDocsQuery("unknown field")'}]}, ["is not there"]),
])
def test_kql_that_is_refused_or_asks_for_no_field_is_found(validated: Parsed, expected: list[str]) -> None:
    found = [str(finding) for finding in questions.not_read(ASKED, validated)]
    assert len(found) == len(expected)
    assert all(part in text for part, text in zip(expected, found, strict=True))


def test_a_search_without_a_hit_and_a_panel_without_a_bucket_are_found() -> None:
    nothing = {"hits": {"total": {"value": 0}}, "aggregations": {"people": {"buckets": []}}}
    something = {"hits": {"total": {"value": 1}}, "aggregations": {"people": {"buckets": [{"key": "A"}]}}}
    assert "finds nothing" in str(ASKED.wrong(nothing)[0])
    assert "no bucket for people" in str(COUNTED.wrong(nothing)[0])
    assert ASKED.wrong(something) == COUNTED.wrong(something) == []


def test_a_panel_without_a_bucket_in_the_bucket_is_found() -> None:
    both = questions.Asked("here", "a", "", buckets=questions._terms(questions._terms({}, "inner"), "outer"))
    answer = {"aggregations": {"outer": {"buckets": [{"key": 1, "inner": {"buckets": []}}]}}}
    assert "no bucket for inner" in str(both.wrong(answer)[0])


# --- 8: the rule


@pytest.mark.parametrize(("change", "expected"), [
    ({"esQuery": "{query"}, "no string of JSON"), ({"esQuery": '{"match_all":{}}'}, "has no query"),
    ({"groupBy": "all"}, "not grouped"), ({"termField": ""}, "not grouped"), ({"termSize": 1001}, "termSize"),
    ({"timeField": ""}, "no timeField"), ({"timeWindowSize": 1}, "not longer"), ({"threshold": [1]}, "threshold"),
])
def test_a_broken_rule_is_found(change: Parsed, expected: str) -> None:
    broken = a_rule()
    broken["params"].update(change)
    assert [finding for finding in rules.check(broken) if expected in str(finding)]


def test_a_rule_that_finds_no_alert_or_no_story_is_found() -> None:
    def answer(hits: int, *buckets: str) -> Parsed:
        groups = {"buckets": [{"key": key} for key in buckets]}
        return {"hits": {"total": {"value": hits}}, "aggregations": {"groups": groups}}

    assert "finds none" in str(rules.wrong(answer(0))[0])
    assert "no story" in str(rules.wrong(answer(3))[0])
    assert rules.wrong(answer(3, "s1")) == []
