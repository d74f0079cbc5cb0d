"""A story is new or has changed."""

from __future__ import annotations

from schemas.rules import AlertRule
from services.stories.novelty import New
from services.stories.rules.kind import Case, Kind


def judge(rule: AlertRule, case: Case) -> New | None:  # noqa: ARG001 - every kind has one form
    """The weightiest novelty."""
    return case.new[0] if case.new else None


KIND = Kind("new-mention", judge, counts=False)
