"""Group 6, first half: fields as the server has them (`_field_caps`), not as we believe them to be.

Asking for an aggregation is not enough: an unknown or a nested field answers 200 with no bucket.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from deploy.kibana.checks.finding import Finding
from deploy.kibana.checks.uses import Use

Caps = dict[str, dict[str, dict[str, Any]]]
"""What `_field_caps` has under `fields`: field -> type -> abilities."""


def check(uses: list[Use], caps: dict[str, Caps]) -> list[Finding]:
    """Uses of fields that are missing, nested or not able to what they are used for; `caps` by alias."""
    return [Finding(use.where, what) for use in uses for what in _wrong(use, caps.get(use.alias, {}))]


def _wrong(use: Use, caps: Caps) -> Iterator[str]:
    if use.field not in caps:
        yield f"{use.alias} has no field {use.field}"
        return
    parts = use.field.split(".")
    above = [".".join(parts[:end]) for end in range(1, len(parts))]
    if any("nested" in caps.get(name, {}) for name in above) or "nested" in caps[use.field]:
        yield f"{use.field} is nested, which Lens and Maps cannot see"
    kinds = caps[use.field]
    if use.need == "aggregatable" and not all(kind["aggregatable"] for kind in kinds.values()):
        yield f"{use.field} ({', '.join(kinds)}) can be neither counted nor sorted by"
    if use.need in ("date", "geo_point") and set(kinds) != {use.need}:
        yield f"{use.field} is {', '.join(kinds)}, no {use.need}"
