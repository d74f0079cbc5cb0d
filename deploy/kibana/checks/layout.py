"""Group 4 too: panels carry their index twice, stay within 48 columns and do not overlap."""

from __future__ import annotations

from itertools import combinations

from deploy.kibana.checks.finding import Finding, Parsed, named, of_type, panels
from deploy.kibana.panels.panel import COLUMNS


def check(objects: list[Parsed]) -> list[Finding]:
    """Panels that stand where none can."""
    dashboards = of_type(objects, "dashboard")
    return [Finding(named(dashboard), what) for dashboard in dashboards for what in _wrong(dashboard)]


def _wrong(dashboard: Parsed) -> list[str]:
    placed = panels(dashboard)
    wrong = [f"panel {one.get('panelIndex')} is {one['gridData']['i']} in its gridData" for one in placed
             if one.get("panelIndex") != one["gridData"]["i"]]
    wrong += [f"panel {one.get('panelIndex')} leaves the {COLUMNS} columns" for one in placed
              if one["gridData"]["x"] < 0 or one["gridData"]["x"] + one["gridData"]["w"] > COLUMNS]
    wrong += [f"panels {a.get('panelIndex')} and {b.get('panelIndex')} overlap" for a, b in combinations(placed, 2)
              if _overlap(a["gridData"], b["gridData"])]
    return wrong


def _overlap(a: Parsed, b: Parsed) -> bool:
    return bool(
        a["x"] < b["x"] + b["w"] and b["x"] < a["x"] + a["w"] and a["y"] < b["y"] + b["h"] and b["y"] < a["y"] + a["h"]
    )
