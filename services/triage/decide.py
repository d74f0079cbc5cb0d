"""When an alert reaches the channels. Pure: of the alert, the policy, what was done so far, and the time.

In this order: what a person snoozed waits until the snooze ends; what can wait goes into the digest; quiet hours
hold the rest unless its severity breaks through; then the throttles count. Nothing is lost by any of it: held alerts
come together as one message, throttled ones are counted and told with the next one that goes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from schemas.alert import Alert
from schemas.delivery import DeliveryPolicy, Scope, Throttle
from services.triage.hours import next_digest, quiet_until

How = Literal["now", "held", "digest", "throttled"]


@dataclass(frozen=True, slots=True)
class Decision:
    """`until` is when it is looked at again; of a throttled one, None: it is only counted."""

    how: How
    why: str = ""
    until: datetime | None = None
    throttled: int = 0


@dataclass(frozen=True, slots=True)
class Past:
    """An alert decided before: when, and whether it went out or which throttle kept it."""

    at: datetime
    rule: str
    story: str | None
    throttled_by: Scope | None = None


@dataclass(frozen=True, slots=True)
class TriageState:
    """What is known of one crisis: snoozes by story and by rule, and the alerts of the longest throttle's time."""

    snoozed_stories: Mapping[str, datetime] = field(default_factory=dict)
    snoozed_rules: Mapping[str, datetime] = field(default_factory=dict)
    past: tuple[Past, ...] = ()


def decide(alert: Alert, policy: DeliveryPolicy, state: TriageState, now: datetime) -> Decision:
    """What becomes of a new alert."""
    if held := snoozed(alert, state, now):
        return held
    if policy.digest and (alert.deliver == "digest" or alert.salience in policy.digest.salience):
        return Decision("digest", "for the digest", next_digest(policy.digest, policy.zone, now))
    if held := quiet(alert, policy, now):
        return held
    for throttle in policy.throttle:
        if _sent(throttle, alert, state, now) >= throttle.most:
            return Decision("throttled", throttle.by)
    return Decision("now", throttled=_untold(alert, state))


def still_held(alert: Alert, policy: DeliveryPolicy, state: TriageState, now: datetime) -> Decision | None:
    """Whether an alert whose time has come has to wait once more: a snooze since then, or a digest in the night."""
    return snoozed(alert, state, now) or quiet(alert, policy, now)


def snoozed(alert: Alert, state: TriageState, now: datetime) -> Decision | None:
    """A snooze is a person's word, so no severity breaks through it."""
    story = state.snoozed_stories.get(alert.story) if alert.story else None
    ends = [end for end in (story, state.snoozed_rules.get(alert.rule)) if end and end > now]
    return Decision("held", "snoozed", max(ends)) if ends else None


def quiet(alert: Alert, policy: DeliveryPolicy, now: datetime) -> Decision | None:
    """Held by the quiet hours."""
    if alert.severity in policy.breaks_through:
        return None
    end = quiet_until(policy, now)
    return Decision("held", "quiet hours", end) if end else None


def _sent(throttle: Throttle, alert: Alert, state: TriageState, now: datetime) -> int:
    since = now - throttle.within
    return sum(1 for one in _of(throttle.by, alert, state.past) if one.throttled_by is None and one.at > since)


def _untold(alert: Alert, state: TriageState) -> int:
    """Alerts that a throttle kept since the last one of the same story, or rule, that went out."""
    scopes: tuple[Scope, ...] = ("story", "rule")
    untold = 0
    for scope in scopes:
        same = tuple(_of(scope, alert, state.past))
        last = max((one.at for one in same if one.throttled_by is None), default=None)
        untold += sum(1 for one in same if one.throttled_by == scope and (last is None or one.at > last))
    return untold


def _of(scope: Scope, alert: Alert, past: Iterable[Past]) -> Iterable[Past]:
    """Those of the same story or rule; an alert without a story is alike to no other."""
    if scope == "rule":
        return (one for one in past if one.rule == alert.rule)
    return (one for one in past if alert.story is not None and one.story == alert.story)
