"""A saved search in a dashboard, by reference: whoever changes the search changes the panel."""

from __future__ import annotations

from deploy.kibana.kinds.saved_searches import SavedSearch
from deploy.kibana.panels.panel import Panel, Place


def table(panel: str, search: SavedSearch, place: Place) -> Panel:
    """The documents of the search."""
    return Panel(
        panel, "search", search.title, place, {"enhancements": {}}, (search.reference(f"panel_{panel}"),),
        by_reference=True,
    )
