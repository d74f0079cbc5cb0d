"""All objects of all crises as one NDJSON. Pure, but for `crises`, which reads the seeds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from deploy.kibana.kinds import KINDS
from deploy.kibana.saved_object import SavedObject, packed
from schemas.crisis import Crisis

BUILT = Path(__file__).parent / "harmattan.ndjson"


def crises(seeds: Path) -> list[Crisis]:
    """Every folder of `seeds` that is a crisis, by name."""
    return [
        Crisis.model_validate(yaml.safe_load(path.read_text("utf-8"))) for path in sorted(seeds.glob("*/crisis.yaml"))
    ]


def objects(watched: Sequence[Crisis]) -> list[SavedObject]:
    """Every saved object, data views first. Raises FieldError where one names a field that the index has not."""
    return [one for kind in KINDS for one in kind(watched)]


def ndjson(watched: Sequence[Crisis]) -> str:
    """The file that Kibana imports: one object a line."""
    return "".join(f"{packed(one.as_json())}\n" for one in objects(watched))
