"""So many within a time."""

from __future__ import annotations

from schemas.rules import AlertRule
from services.stories.novelty import New
from services.stories.rules.kind import Case, Kind


def judge(rule: AlertRule, case: Case) -> New | None:
    """When the count is reached, and not again before a window has passed."""
    now = case.decision.received
    last = case.state.fired.get(rule.id)
    if last is not None and now - last < rule.window:
        return None
    count = 1 + sum(1 for when in case.state.hits.get(rule.id, ()) if now - when < rule.window)
    if count < rule.count:
        return None
    return New("frequency", now.isoformat(), f"{count} articles within {rule.window}.")


KIND = Kind("frequency", judge, counts=True)
