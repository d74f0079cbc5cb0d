"""When an alert reaches the channels."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from schemas.alert import Alert
from schemas.delivery import DeliveryPolicy
from services.triage.decide import Decision, Past, TriageState, decide, still_held
from tests.alert.articles import an_alert

NOW = datetime(2023, 7, 26, 23, tzinfo=UTC)
NOON = datetime(2023, 7, 26, 12, tzinfo=UTC)
MORNING = datetime(2023, 7, 27, 6, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
NIGHT = {"quiet_hours": [{"from": "22:00", "to": "06:00"}]}
STORY, OTHER = "5" * 32, "6" * 32


def policy(**fields: Any) -> DeliveryPolicy:
    return DeliveryPolicy.model_validate(fields)


def past(minutes_ago: int, story: str | None = STORY, rule: str = "news", **more: Any) -> Past:
    return Past(NOON - minutes_ago * MINUTE, rule, story, **more)


def of_story(**fields: Any) -> Alert:
    return an_alert(story=STORY, **fields)


def test_without_a_policy_it_goes_at_once() -> None:
    assert decide(an_alert(), policy(), TriageState(), NOW) == Decision("now")


def test_quiet_hours_hold_until_they_end_and_severity_breaks_through() -> None:
    assert decide(an_alert(), policy(**NIGHT), TriageState(), NOW) == Decision("held", "quiet hours", MORNING)
    assert decide(an_alert(severity="high"), policy(**NIGHT), TriageState(), NOW).how == "now"
    nobody = policy(**NIGHT, breaks_through=[])
    assert decide(an_alert(severity="high"), nobody, TriageState(), NOW).how == "held"
    assert decide(an_alert(), policy(**NIGHT), TriageState(), NOON).how == "now"


def test_what_can_wait_goes_into_the_digest_by_its_salience_or_by_its_rule() -> None:
    daily = policy(digest={"every": "day", "at": "07:00"})
    wanted = Decision("digest", "for the digest", datetime(2023, 7, 27, 7, tzinfo=UTC))
    assert decide(an_alert(salience="background"), daily, TriageState(), NOON) == wanted
    assert decide(an_alert(deliver="digest"), daily, TriageState(), NOON) == wanted
    assert decide(an_alert(), daily, TriageState(), NOON).how == "now"
    assert decide(an_alert(deliver="digest"), policy(), TriageState(), NOON).how == "now", "there is none to wait for"


def test_a_snoozed_story_or_rule_waits_until_the_later_of_the_two() -> None:
    state = TriageState({STORY: NOON + HOUR}, {"news": NOON + 2 * HOUR})
    assert decide(of_story(severity="high"), policy(), state, NOON) == Decision("held", "snoozed", NOON + 2 * HOUR)
    assert decide(of_story(rule="another"), policy(), state, NOON) == Decision("held", "snoozed", NOON + HOUR)
    assert decide(an_alert(story=OTHER, rule="another"), policy(), state, NOON).how == "now"
    assert decide(of_story(), policy(), state, NOON + 3 * HOUR).how == "now"


def test_a_throttle_counts_what_went_out_for_the_story_within_its_time() -> None:
    twice = policy(throttle=[{"by": "story", "most": 2, "within": "1h"}])
    state = TriageState(past=(past(10), past(59)))
    assert decide(of_story(), twice, state, NOON) == Decision("throttled", "story")
    assert decide(an_alert(story=OTHER), twice, state, NOON).how == "now"
    assert decide(of_story(), twice, TriageState(past=(past(10), past(60))), NOON).how == "now"


def test_a_throttle_of_a_rule_counts_all_of_its_stories() -> None:
    twice = policy(throttle=[{"by": "rule", "most": 2, "within": "1h"}])
    state = TriageState(past=(past(10, OTHER), past(11, None)))
    assert decide(of_story(), twice, state, NOON) == Decision("throttled", "rule")
    assert decide(of_story(rule="another"), twice, state, NOON).how == "now"


def test_an_alert_without_a_story_silences_nobody_and_is_silenced_by_none() -> None:
    once = policy(throttle=[{"by": "story", "most": 1, "within": "1h"}])
    state = TriageState(past=(past(10, None), past(11, None)))
    assert decide(an_alert(story=None), once, state, NOON).how == "now"
    assert decide(of_story(), once, state, NOON).how == "now"


def test_the_next_alert_tells_how_many_were_kept_since_the_last_one() -> None:
    once = policy(throttle=[{"by": "story", "most": 1, "within": "30m"}])
    kept = (past(50, throttled_by="story"), past(40, throttled_by="story"))
    before = past(59, throttled_by="story")
    state = TriageState(past=(past(55), before, *kept))
    assert decide(of_story(), once, state, NOON) == Decision("now", throttled=2)
    assert decide(an_alert(story=OTHER), once, state, NOON) == Decision("now")
    by_rule = TriageState(past=(past(55), past(20, OTHER, throttled_by="rule")))
    assert decide(of_story(), once, by_rule, NOON) == Decision("now", throttled=1)


def test_what_is_due_waits_once_more_where_the_night_or_a_snooze_has_come() -> None:
    assert still_held(of_story(), policy(**NIGHT), TriageState(), NOW) == Decision("held", "quiet hours", MORNING)
    state = TriageState({STORY: NOON + HOUR})
    assert still_held(of_story(), policy(), state, NOON) == Decision("held", "snoozed", NOON + HOUR)
    assert still_held(of_story(), policy(), TriageState(), NOON) is None


moments = st.datetimes(datetime(2022, 1, 1), datetime(2024, 1, 1), timezones=st.just(UTC))
policies = st.builds(
    policy,
    zone=st.sampled_from(["Africa/Niamey", "Europe/Paris", "America/New_York", "Asia/Kathmandu"]),
    quiet_hours=st.sampled_from([[], NIGHT["quiet_hours"], [{"from": "13:00", "to": "15:00", "days": ["fri"]}]]),
    digest=st.sampled_from([None, {"every": "hour"}, {"every": "day", "at": "02:30"}]),
    throttle=st.sampled_from(
        [[], [{"by": "rule", "most": 1, "within": "1h"}, {"by": "story", "most": 1, "within": "1d"}]]
    ),
)
alerts = st.builds(
    an_alert, severity=st.sampled_from(["high", "normal"]), salience=st.sampled_from(["main", "background"]),
    story=st.sampled_from([None, STORY]), deliver=st.sampled_from(["now", "digest"]),
)


@given(alerts, policies, moments, st.lists(st.integers(1, 3000), max_size=4), st.none() | st.integers(-100, 100))
def test_every_alert_goes_waits_for_a_moment_to_come_or_is_counted(
    alert: Alert, given_policy: DeliveryPolicy, now: datetime, sent: list[int], snooze: int | None
) -> None:
    state = TriageState(
        {STORY: now + snooze * MINUTE} if snooze else {},
        past=tuple(Past(now - minutes * MINUTE, "news", STORY) for minutes in sent),
    )
    decision = decide(alert, given_policy, state, now)
    assert decision == decide(alert, given_policy, state, now)
    if decision.how in ("held", "digest"):
        assert decision.until
        assert decision.until > now
        # a moment later it is not held for the same reason
        later = still_held(alert, given_policy, state, decision.until)
        assert later is None or later.why != decision.why
    else:
        assert decision.until is None
    if decision.how == "throttled":
        assert sent
