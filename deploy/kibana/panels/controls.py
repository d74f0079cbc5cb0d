"""The row of filters above a dashboard."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from deploy.kibana.fields import elastic_type
from deploy.kibana.kinds.data_views import DataView
from deploy.kibana.saved_object import Reference, packed


@dataclass(frozen=True, slots=True)
class OptionsList:
    """A list of a field's values to choose from."""

    id: str
    title: str
    view: DataView
    field: str

    def reference(self) -> Reference:
        """As the dashboard has it."""
        return self.view.reference(f"controlGroup_{self.id}:optionsListDataView")

    def as_json(self, order: int) -> dict[str, Any]:
        """As controlGroupInput.panelsJSON has it."""
        if elastic_type(self.view.title, self.field) != "keyword":
            raise ValueError(f"{self.field} is no keyword, so its values cannot be chosen from")
        return {
            "type": "optionsListControl", "order": order, "grow": True, "width": "medium",
            "explicitInput": {
                "id": self.id, "fieldName": self.field, "title": self.title, "grow": True, "width": "medium",
                "searchTechnique": "prefix", "enhancements": {}, "selectedOptions": [],
            },
        }


def group(lists: tuple[OptionsList, ...]) -> dict[str, Any]:
    """The controlGroupInput of a dashboard."""
    return {
        "chainingSystem": "HIERARCHICAL",
        "controlStyle": "oneLine",
        "showApplySelections": False,
        "ignoreParentSettingsJSON": packed({
            "ignoreFilters": False, "ignoreQuery": False, "ignoreTimerange": False, "ignoreValidations": False,
        }),
        "panelsJSON": packed({one.id: one.as_json(order) for order, one in enumerate(lists)}),
    }
