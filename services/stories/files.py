"""Rules from the files of the seeds, read again when they change."""

from __future__ import annotations

from pathlib import Path

import structlog
import yaml
from pydantic import ValidationError

from schemas.rules import AlertRules

log = structlog.get_logger("harmattan")


class RulesError(Exception):
    """One line that names the file and what is wrong in it."""


def load(seeds: Path) -> dict[str, AlertRules]:
    """The rules of every crisis folder. Raises RulesError."""
    return {path.parent.name: read(path) for path in sorted(seeds.glob("*/alerts.yaml"))}


def read(path: Path) -> AlertRules:
    """The rules of one file. Raises RulesError."""
    try:
        return AlertRules.model_validate(yaml.safe_load(path.read_text("utf-8")))
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise RulesError(f"{path}: {f'{where}: ' if where else ''}{' '.join(first['msg'].split())}") from None
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise RulesError(f"{path}: {' '.join(str(error).split())[:300]}") from None


class RuleFiles:
    """The rules as they stand on disk; a file that cannot be used leaves the rules as they were."""

    def __init__(self, seeds: Path) -> None:
        self._seeds = seeds
        self._seen = self._look()
        self.rules = load(seeds)

    def refresh(self) -> bool:
        """Whether there are other rules now. One log line for each change, good or bad."""
        seen = self._look()
        if seen == self._seen:
            return False
        self._seen = seen
        try:
            self.rules = load(self._seeds)
        except RulesError as error:
            log.error("rules not read, the old ones stay", reason=str(error))
            return False
        log.info("rules read", rules={crisis: len(one.rules) for crisis, one in self.rules.items()})
        return True

    def _look(self) -> dict[Path, tuple[int, int]]:
        found = {}
        for path in sorted(self._seeds.glob("*/alerts.yaml")):
            try:
                status = path.stat()
            except OSError:  # between the listing and the look
                continue
            found[path] = (status.st_mtime_ns, status.st_size)
        return found
