"""The policies of every crisis folder."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from schemas.delivery import DeliveryPolicy
from services.seedfiles import SeedFileError, parse

FILE = "delivery.yaml"
AT_ONCE = DeliveryPolicy()

Policies = Mapping[str, DeliveryPolicy]
"""By crisis. One that has none is delivered at once."""


class PolicyError(Exception):
    """One line that names the file, its line, the field and what to write."""


def load(seeds: Path) -> dict[str, DeliveryPolicy]:
    """Raises PolicyError for the first wrong value."""
    return {path.parent.name: _policy(path) for path in sorted(seeds.glob(f"*/{FILE}"))}


def _policy(path: Path) -> DeliveryPolicy:
    try:
        return parse(path, DeliveryPolicy, may_be_empty=True)
    except SeedFileError as error:
        raise PolicyError(error.at(f"{path.parent.name}/{FILE}")) from None


class Watched:
    """The policies as their files say now. A file that has become wrong leaves the policies as they were."""

    def __init__(self, seeds: Path) -> None:
        """Raises PolicyError, as a start with a wrong policy should fail."""
        self._seeds, self._policies, self._seen = seeds, load(seeds), _versions(seeds)

    def current(self) -> Policies:
        """By crisis."""
        return self._policies

    def refresh(self) -> bool:
        """Reads the files again if any has changed; whether it has. Raises PolicyError once for each wrong change."""
        versions = _versions(self._seeds)
        if versions == self._seen:
            return False
        self._seen = versions
        self._policies = load(self._seeds)
        return True


def _versions(seeds: Path) -> dict[Path, tuple[int, int]]:
    versions = {}
    for path in seeds.glob(f"*/{FILE}"):
        try:
            state = path.stat()
        except OSError:  # gone between two looks
            continue
        versions[path] = (state.st_mtime_ns, state.st_size)
    return versions
