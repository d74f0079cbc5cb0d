"""Rules from the files of the seeds, read again when they change."""

from __future__ import annotations

from pathlib import Path

import structlog

from schemas.rules import AlertRules
from services.seedfiles import SeedFileError, parse

log = structlog.get_logger("harmattan")


class RulesError(Exception):
    """One line that names file and line, and what is wrong there."""


def load(seeds: Path) -> dict[str, AlertRules]:
    """The rules of every crisis folder. Raises RulesError."""
    return {path.parent.name: read(path) for path in sorted(seeds.glob("*/alerts.yaml"))}


def read(path: Path) -> AlertRules:
    """The rules of one file. Raises RulesError."""
    try:
        return parse(path, AlertRules)
    except SeedFileError as error:
        raise RulesError(str(error)) from None


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
