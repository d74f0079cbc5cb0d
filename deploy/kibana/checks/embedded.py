"""Group 3: every string that holds JSON can be read, also inside panels by value."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from deploy.kibana.checks.finding import Finding, Parsed, named

# besides every name that ends in JSON
_HOLDS_JSON = {"fields", "fieldAttrs", "fieldFormatMap", "runtimeFieldMap", "sourceFilters", "esQuery"}


def check(objects: list[Parsed]) -> list[Finding]:
    """The strings that cannot be read, by their path."""
    return [Finding(named(one), what) for one in objects for what in _unreadable(one["attributes"], "")]


def _unreadable(value: Any, path: str) -> Iterator[str]:
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, inner in pairs:
        where = f"{path}.{name}".strip(".")
        if isinstance(name, str) and (name.endswith("JSON") or name in _HOLDS_JSON):
            try:
                inner = json.loads(inner)
            except (TypeError, ValueError) as error:
                yield f"{where} is no JSON: {error}"
                continue
        yield from _unreadable(inner, where)
