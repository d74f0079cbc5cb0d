"""Many more than usual."""

from __future__ import annotations

from schemas.rules import AlertRule
from services.stories.novelty import New
from services.stories.rules.kind import Case, Kind

BASELINE_WINDOWS = 7


def judge(rule: AlertRule, case: Case) -> New | None:
    """Against the mean of the seven windows before this one; without a whole window of history nothing is usual."""
    now = case.decision.received
    last = case.state.fired.get(rule.id)
    hits = case.state.hits.get(rule.id, ())
    if (last is not None and now - last < rule.window) or not hits or now - hits[0] < 2 * rule.window:
        return None
    count = 1 + sum(1 for when in hits if now - when < rule.window)
    before = [when for when in hits if rule.window <= now - when < (BASELINE_WINDOWS + 1) * rule.window]
    windows = min(BASELINE_WINDOWS, (now - hits[0]) / rule.window - 1)
    usual = len(before) / windows
    if count < rule.count or count < rule.times * usual:
        return None
    return New("spike", now.isoformat(), f"{count} articles within {rule.window}; usual are {usual:.1f}.")


KIND = Kind("spike", judge, counts=True)
