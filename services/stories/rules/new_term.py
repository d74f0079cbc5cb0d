"""Somebody or something is named for the first time in the crisis."""

from __future__ import annotations

from schemas.rules import AlertRule
from services.stories.novelty import New
from services.stories.rules.kind import Case, Kind

# Before so many articles of a crisis everybody is new.
SETTLED = 50


def judge(rule: AlertRule, case: Case) -> New | None:  # noqa: ARG001 - every kind has one form
    """The first new name of headline and lead."""
    facts = case.decision.facts
    if facts is None or case.state.rarity.total < SETTLED:
        return None
    names = {entity.id: entity.name for entity in case.decision.entities}
    new = [one for one in facts.head if one in names and one not in case.state.entities]
    return New("new-term", new[0], f"{names[new[0]]} was never named with this crisis before.") if new else None


KIND = Kind("new-term", judge, counts=True)
