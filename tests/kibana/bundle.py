"""The objects and the rule as they are shipped, for tests to break."""

from __future__ import annotations

import json
from typing import Any

from deploy.kibana.build import crises, ndjson
from deploy.kibana.rule import rule
from deploy.local.settings import repository_root

Parsed = dict[str, Any]

CRISES = crises(repository_root() / "seeds")
TEXT = ndjson(CRISES)


def objects() -> list[Parsed]:
    """Fresh ones, to be changed."""
    return [json.loads(line) for line in TEXT.splitlines()]


def lines(changed: list[Parsed]) -> str:
    return "".join(f"{json.dumps(one)}\n" for one in changed)


def a_rule() -> Parsed:
    return rule(CRISES)


def one(changed: list[Parsed], kind: str, name: str = "") -> Parsed:
    """The first object of that type whose id holds `name`."""
    return next(found for found in changed if found["type"] == kind and name in found["id"])
