"""Kinds of saved objects, one file each; a new kind is a file with `objects` and one line here."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from deploy.kibana.kinds import dashboards, data_views, saved_searches
from deploy.kibana.saved_object import SavedObject
from schemas.crisis import Crisis

KINDS: tuple[Callable[[Sequence[Crisis]], list[SavedObject]], ...] = (
    data_views.objects,
    saved_searches.objects,
    dashboards.objects,
)
