"""A source fell silent. Time is that of arrivals: silence is noticed when any other article of the crisis comes."""

from __future__ import annotations

from schemas.rules import AlertRule
from services.stories.novelty import New
from services.stories.rules.kind import Case, Kind


def judge(rule: AlertRule, case: Case) -> New | None:
    """The source that has been silent for longest, once for each silence."""
    now, state = case.decision.received, case.state
    silent = sorted(
        (last.received, source)
        for source, last in state.sources.items()
        if (not rule.sources or source in rule.sources)
        and state.counts[source] >= rule.count
        and source != case.decision.source
        and now - last.received >= rule.window
        and f"{rule.id}:{source}@{last.received.isoformat()}" not in state.fired
    )
    if not silent:
        return None
    since, source = silent[0]
    change = f"{source}@{since.isoformat()}"
    return New("flatline", change, f"{source} has been silent since {since:%Y-%m-%d %H:%M}; it had brought "
               f"{state.counts[source]} articles.")


KIND = Kind("flatline", judge, counts=True)
