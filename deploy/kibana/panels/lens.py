"""Charts and top lists: Lens panels by value, over one data view each."""

from __future__ import annotations

from typing import Any

from deploy.kibana.fields import elastic_type, kibana_type
from deploy.kibana.kinds.data_views import DataView
from deploy.kibana.panels.panel import Panel, Place

_COUNT, _TIME, _TERMS = "count", "time", "terms"
Column = dict[str, Any]


def time_line(panel: str, title: str, view: DataView, by: str, query: str, place: Place) -> Panel:
    """Documents over time, stacked by the values of field `by`."""
    layer = f"{panel}-layer"
    shape = {
        "preferredSeriesType": "bar_stacked",
        "legend": {"isVisible": True, "position": "right"},
        "valueLabels": "hide",
        "fittingFunction": "None",
        "layers": [{
            "layerId": layer, "layerType": "data", "seriesType": "bar_stacked", "position": "top",
            "showGridlines": False, "xAccessor": _TIME, "splitAccessor": _TERMS, "accessors": [_COUNT],
        }],
    }
    columns = {_TERMS: _terms(view, by, by, 8), _TIME: _over_time(view), _COUNT: _count()}
    return _panel(panel, title, view, query, place, "lnsXY", shape, columns)


def top_list(panel: str, title: str, view: DataView, field: str, query: str, place: Place, size: int = 12) -> Panel:
    """The values of a field that most documents have, with their number."""
    shape = {
        "layerId": f"{panel}-layer", "layerType": "data",
        "columns": [{"columnId": _TERMS, "isTransposed": False}, {"columnId": _COUNT, "isTransposed": False}],
    }
    columns = {_TERMS: _terms(view, field, title, size), _COUNT: _count()}
    return _panel(panel, title, view, query, place, "lnsDatatable", shape, columns)


def shares(panel: str, title: str, view: DataView, field: str, query: str, place: Place) -> Panel:
    """The values of a field as parts of a ring."""
    shape = {
        "shape": "donut",
        "layers": [{
            "layerId": f"{panel}-layer", "layerType": "data", "primaryGroups": [_TERMS], "metrics": [_COUNT],
            "numberDisplay": "percent", "categoryDisplay": "default", "legendDisplay": "show", "nestedLegend": False,
        }],
    }
    columns = {_TERMS: _terms(view, field, title, 8), _COUNT: _count()}
    return _panel(panel, title, view, query, place, "lnsPie", shape, columns)


def _panel(
    panel: str, title: str, view: DataView, query: str, place: Place, kind: str, shape: dict[str, Any],
    columns: dict[str, Column],
) -> Panel:
    layer = f"{panel}-layer"
    reference = view.reference(f"indexpattern-datasource-layer-{layer}")
    state = {
        "visualization": shape,
        "query": {"query": query, "language": "kuery"},
        "filters": [],
        "datasourceStates": {
            "formBased": {"layers": {layer: {
                "columns": columns, "columnOrder": list(columns), "incompleteColumns": {}, "sampling": 1,
            }}},
            # Kibana's own exports carry both, empty
            "indexpattern": {"layers": {}},
            "textBased": {"layers": {}},
        },
        "internalReferences": [],
        "adHocDataViews": {},
    }
    attributes = {
        "title": title, "description": "", "visualizationType": kind, "type": "lens",
        "references": [reference.as_json()], "state": state,
    }
    return Panel(panel, "lens", title, place, {"attributes": attributes, "enhancements": {}}, (reference,))


def _count() -> Column:
    return {
        "label": "Articles", "customLabel": True, "dataType": "number", "operationType": "count", "isBucketed": False,
        "scale": "ratio", "sourceField": "___records___", "params": {"emptyAsNull": True},
    }


def _over_time(view: DataView) -> Column:
    return {
        "label": view.time, "dataType": "date", "operationType": "date_histogram", "isBucketed": True,
        "scale": "interval", "sourceField": view.time,
        "params": {"interval": "auto", "includeEmptyRows": True, "dropPartials": False},
    }


def _terms(view: DataView, field: str, label: str, size: int) -> Column:
    if elastic_type(view.title, field) != "keyword":
        raise ValueError(f"{field} is no keyword, so its values cannot be listed")
    return {
        "label": label, "customLabel": True, "dataType": kibana_type(view.title, field), "operationType": "terms",
        "isBucketed": True, "scale": "ordinal", "sourceField": field,
        "params": {
            "size": size, "orderBy": {"type": "column", "columnId": _COUNT}, "orderDirection": "desc",
            "otherBucket": False, "missingBucket": False, "parentFormat": {"id": "terms"},
            "include": [], "exclude": [], "includeIsRegex": False, "excludeIsRegex": False,
        },
    }
