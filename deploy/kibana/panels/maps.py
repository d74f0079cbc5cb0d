"""A map of the places that documents name: a panel by value.

The base map under it comes from Elastic's servers to the browser; where there is none, the places are drawn all the
same.
"""

from __future__ import annotations

from typing import Any

from deploy.kibana.fields import elastic_type
from deploy.kibana.kinds.data_views import DataView
from deploy.kibana.panels.panel import Panel, Place
from deploy.kibana.saved_object import packed


def places(panel: str, title: str, view: DataView, field: str, query: str, place: Place) -> Panel:
    """Where the points of field `field` lie, and how many, in cells that follow the zoom."""
    if elastic_type(view.title, field) != "geo_point":
        raise ValueError(f"{field} is no geo_point, so it cannot be drawn")
    reference = view.reference("layer_1_source_index_pattern")
    attributes = {
        "title": title,
        "description": "",
        "layerListJSON": packed([_base_map(), _cells(field, query, title, reference.name)]),
        "mapStateJSON": packed({
            "adHocDataViews": [], "zoom": 3.5, "center": {"lon": 8.0, "lat": 16.0}, "filters": [],
            "timeFilters": {"from": "now-90d", "to": "now"}, "refreshConfig": {"isPaused": True, "interval": 60_000},
            "query": {"query": "", "language": "kuery"},
            "settings": {"autoFitToDataBounds": True, "initialLocation": "AUTO_FIT_TO_BOUNDS"},
        }),
        "uiStateJSON": packed({"isLayerTOCOpen": False, "openTOCDetails": []}),
    }
    config = {
        "attributes": attributes, "isLayerTOCOpen": False, "openTOCDetails": [], "hiddenLayers": [],
        "enhancements": {},
    }
    return Panel(panel, "map", title, place, config, (reference,))


def _base_map() -> dict[str, Any]:
    return _layer("base", "EMS_VECTOR_TILE", {"type": "EMS_TMS", "isAutoSelect": True}, 1.0, None) | {
        "style": {"type": "EMS_VECTOR_TILE", "color": ""},
    }


def _cells(field: str, query: str, label: str, reference: str) -> dict[str, Any]:
    source = {
        "type": "ES_GEO_GRID", "id": "places-source", "geoField": field, "requestType": "heatmap",
        "resolution": "FINE", "metrics": [{"type": "count"}], "applyGlobalQuery": True, "applyGlobalTime": True,
        "applyForceRefresh": True, "indexPatternRefName": reference,
    }
    return _layer("places", "HEATMAP", source, 0.75, label) | {
        "style": {"type": "HEATMAP", "colorRampName": "theclassic"},
        "query": {"query": query, "language": "kuery"},
    }


def _layer(name: str, kind: str, source: dict[str, Any], alpha: float, label: str | None) -> dict[str, Any]:
    return {
        "id": name, "type": kind, "label": label, "sourceDescriptor": source, "minZoom": 0, "maxZoom": 24,
        "alpha": alpha, "visible": True, "includeInFitToBounds": True,
    }
