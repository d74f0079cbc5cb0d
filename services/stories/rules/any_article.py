"""Every article."""

from __future__ import annotations

from schemas.rules import AlertRule
from services.stories.novelty import New
from services.stories.rules.kind import Case, Kind


def judge(rule: AlertRule, case: Case) -> New | None:
    """Once for each article, whatever its text."""
    if case.decision.known or (case.decision.copy_of and not rule.copies):
        return None
    return New("any", case.article.id, "Every article of this rule alerts.")


KIND = Kind("any", judge, counts=False)
