"""The policies of every crisis folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import yaml
from pydantic import ValidationError

from schemas.delivery import DeliveryPolicy

FILE = "delivery.yaml"
AT_ONCE = DeliveryPolicy()

Policies = Mapping[str, DeliveryPolicy]
"""By crisis. One that has none is delivered at once."""


class PolicyError(Exception):
    """One line that names the file, the field and what to write."""


def load(seeds: Path) -> dict[str, DeliveryPolicy]:
    """Raises PolicyError for the first wrong value."""
    return {path.parent.name: _policy(path) for path in sorted(seeds.glob(f"*/{FILE}"))}


def _policy(path: Path) -> DeliveryPolicy:
    where = f"{path.parent.name}/{FILE}"
    try:
        return DeliveryPolicy.model_validate(yaml.safe_load(path.read_text("utf-8")) or {})
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"]) or "it"
        raise PolicyError(f"{where}: {field}: {first['msg'].removeprefix('Value error, ')}") from None
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise PolicyError(f"{where}: {' '.join(str(error).split())[:200]}") from None
