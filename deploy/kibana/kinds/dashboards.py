"""One dashboard per crisis: when, where, who, which source, which language, and the latest alerts."""

from __future__ import annotations

from collections.abc import Sequence

from deploy.kibana.kinds.data_views import ARTICLES
from deploy.kibana.kinds.saved_searches import LATEST_ALERTS, NEW_MENTIONS
from deploy.kibana.panels import lens, maps, saved_search
from deploy.kibana.panels.controls import OptionsList, group
from deploy.kibana.panels.panel import Panel, Place
from deploy.kibana.saved_object import SavedObject, packed
from schemas.crisis import Crisis

CONTROLS = (
    OptionsList("language", "Language", ARTICLES, "language"),
    OptionsList("source", "Source", ARTICLES, "source"),
    OptionsList("person", "Person", ARTICLES, "people"),
    OptionsList("status", "Coup status", ARTICLES, "coup_statuses"),
)


def objects(crises: Sequence[Crisis]) -> list[SavedObject]:
    """`Niger watch` for niger-2023, and so on."""
    return [_dashboard(crisis) for crisis in crises]


def title(crisis: Crisis) -> str:
    """What the dashboard is called, after the country."""
    return f"{crisis.country.replace('-', ' ').title()} watch"


def _panels(crisis: Crisis) -> list[Panel]:
    mentions = f'coup_events : "{crisis.event}"'
    about = f'crisis_main : "{crisis.id}" or crisis_background : "{crisis.id}"'
    return [
        lens.time_line(
            "timeline", "Coup mentions by status", ARTICLES, "coup_statuses", mentions, Place(0, 0, 48, 11)
        ),
        maps.places("places", "Places named", ARTICLES, "locations", about, Place(0, 11, 24, 18)),
        lens.top_list("people", "People", ARTICLES, "people", about, Place(24, 11, 12, 18)),
        lens.top_list("organisations", "Organisations", ARTICLES, "organisations", about, Place(36, 11, 12, 18)),
        lens.top_list("sources", "Sources", ARTICLES, "source", about, Place(0, 29, 24, 12)),
        lens.shares("languages", "Languages", ARTICLES, "language", about, Place(24, 29, 24, 12)),
        saved_search.table("alerts", LATEST_ALERTS, Place(0, 41, 48, 14)),
        saved_search.table("mentions", NEW_MENTIONS, Place(0, 55, 48, 16)),
    ]


def _dashboard(crisis: Crisis) -> SavedObject:
    panels = _panels(crisis)
    references = [reference for panel in panels for reference in panel.outer_references()]
    references += [control.reference() for control in CONTROLS]
    attributes = {
        "title": title(crisis),
        "description": crisis.name,
        "panelsJSON": packed([panel.as_json() for panel in panels]),
        "optionsJSON": packed({
            "useMargins": True, "syncColors": False, "syncCursor": True, "syncTooltips": False,
            "hidePanelTitles": False,
        }),
        "controlGroupInput": group(CONTROLS),
        "kibanaSavedObjectMeta": {
            "searchSourceJSON": packed({"query": {"query": "", "language": "kuery"}, "filter": []}),
        },
        # from the beginning of the crisis: with Kibana's own last fifteen minutes a newcomer sees an empty page
        "timeRestore": True,
        "timeFrom": f"{crisis.since.isoformat()}T00:00:00.000Z",
        "timeTo": "now",
        "refreshInterval": {"pause": True, "value": 60_000},
        "version": 1,
    }
    return SavedObject("dashboard", f"harmattan-{crisis.id}", attributes, tuple(references))
