"""How often a source is asked, by the clocks of both sides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.source_state import SourceState
from services.collect.pace import (
    LONGEST_RETRY_AFTER_S,
    Pace,
    delay_s,
    interval_after,
    next_poll,
    retry,
    retry_after,
)
from services.sources.health import DAY_MS, SILENT_MS, health

NOW = 1_690_500_000_000  # 27 July 2023, 23:20 UTC
PACE = Pace(shortest=60, longest=3600, first=900)


def state(**changes: object) -> SourceState:
    return SourceState.model_validate({"id": "a", "address": "https://a.example/", "interval": 900, **changes})


def test_a_busy_source_comes_down_to_the_shortest_and_a_quiet_one_up_to_the_longest() -> None:
    busy = quiet = state()
    for _ in range(10):
        busy = busy.model_copy(update={"interval": interval_after(busy, 3, PACE)})
        quiet = quiet.model_copy(update={"interval": interval_after(quiet, 0, PACE)})
    assert (busy.interval, quiet.interval) == (60, 3600)


def test_what_caches_keep_is_not_asked_for_before() -> None:
    assert next_poll(state(), 60, {"cache-control": "public, max-age=600"}, NOW) == NOW + 600_000
    assert next_poll(state(), 60, {"cache-control": "max-age=99999999"}, NOW) == NOW + 1_800_000


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "120"}, 120), ({"retry-after": " 5 "}, 5), ({"retry-after": "-5"}, 0), ({}, 0),
        ({"retry-after": "soon"}, 0), ({"retry-after": "1e9"}, 0), ({"retry-after": "²"}, 0),
        ({"retry-after": "Thu, 27 Jul 2023 23:21:00 GMT"}, 60),
        ({"retry-after": "Wed, 26 Jul 2023 10:00:00 GMT"}, 0),
        # by the server's own clock, which is a year behind
        ({"retry-after": "Wed, 27 Jul 2022 10:02:00 GMT", "date": "Wed, 27 Jul 2022 10:00:00 GMT"}, 120),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(headers: dict[str, str], seconds: int) -> None:
    assert retry_after(headers, NOW) == seconds


def test_a_failing_source_is_asked_less_and_less_and_never_given_up() -> None:
    waits = [(retry(fails, 900, 500, {}, NOW) - NOW) // 1000 for fails in range(1, 12)]
    assert waits[:3] == [1800, 3600, 7200]
    assert max(waits) == 6 * 3600


def test_too_many_requests_means_a_pause_and_retry_after_is_bounded() -> None:
    assert retry(1, 10, 429, {}, NOW) >= NOW + 900_000
    assert retry(1, 60, 503, {"retry-after": "999999999"}, NOW) == NOW + LONGEST_RETRY_AFTER_S * 1000


def test_a_source_never_asked_is_due() -> None:
    assert delay_s(state(), NOW) == 0


@pytest.mark.parametrize("shift_ms", [-400 * DAY_MS, -DAY_MS, -1, 0, 1, DAY_MS, 400 * DAY_MS])
def test_a_clock_that_is_set_delays_nothing_beyond_what_was_planned(shift_ms: int) -> None:
    asked = state(polled=NOW, next=NOW + 900_000)
    assert 0 <= delay_s(asked, NOW + shift_ms) <= 900


@given(st.integers(), st.integers(), st.integers(0, 2**53))
def test_no_state_of_any_clock_is_beyond_the_plan(polled: int, following: int, now: int) -> None:
    assert 0 <= delay_s(state(polled=polled, next=following), now) <= max(0, following - polled) / 1000


@pytest.mark.parametrize(
    ("found", "said"),
    [
        (state(), "new"), (state(polls=1, retired=True), "retired"), (state(polls=3, news=NOW), "healthy"),
        (state(polls=3, fails=1, failing_since=NOW - 1000), "failing"),
        (state(polls=3, fails=9, failing_since=NOW - DAY_MS), "down"),
        (state(polls=3, news=NOW - SILENT_MS), "silent"),
    ],
)
def test_a_person_is_told_how_a_source_does(found: SourceState, said: str) -> None:
    assert health(found, NOW) == said
