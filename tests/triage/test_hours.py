"""Quiet hours and digests across midnights, zones and changes of the clocks."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.delivery import DAYS, DeliveryPolicy, Digest
from services.triage.hours import LONGEST_QUIET, last_digest, next_digest, quiet_until

ZONES = ("Africa/Niamey", "Europe/Paris", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe", "UTC",
         "America/St_Johns", "Pacific/Apia", "Africa/Casablanca")


def quiet(begin: str, end: str, zone: str = "Europe/Paris", **more: Any) -> DeliveryPolicy:
    return DeliveryPolicy.model_validate({"zone": zone, "quiet_hours": [{"from": begin, "to": end, **more}]})


def at(text: str, zone: str = "Europe/Paris", fold: int = 0) -> datetime:
    # in UTC, since Python finds a wall-clock time that comes twice unequal to everything
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone), fold=fold).astimezone(UTC)


times = st.builds(lambda h, m: f"{h:02}:{m:02}", st.integers(0, 23), st.integers(0, 59))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2035, 1, 1), timezones=st.just(UTC))
windows = st.lists(
    st.tuples(times, times, st.sets(st.sampled_from(DAYS), min_size=1)).filter(lambda w: w[0] != w[1]),
    min_size=1, max_size=3,
)
digests = st.builds(
    lambda every, hour: Digest.model_validate({"every": every, "at": hour}), st.sampled_from(["hour", "day"]), times
)


@pytest.mark.parametrize(
    ("now", "end"),
    [
        ("2023-07-26T21:59", None),
        ("2023-07-26T22:00", "2023-07-27T06:00"),
        ("2023-07-27T00:00", "2023-07-27T06:00"),
        ("2023-07-27T05:59:59", "2023-07-27T06:00"),
        ("2023-07-27T06:00", None),
        # the night of the clocks: 23 hours, then 25
        ("2023-03-26T01:59", "2023-03-26T06:00"),
        ("2023-10-29T01:59", "2023-10-29T06:00"),
    ],
)
def test_quiet_hours_cross_midnight_and_changes_of_the_clocks(now: str, end: str | None) -> None:
    assert quiet_until(quiet("22:00", "06:00"), at(now)) == (at(end) if end else None)


def test_a_night_in_which_the_clocks_change_lasts_as_long_as_it_lasts() -> None:
    begun = at("2023-10-28T22:00")
    end = quiet_until(quiet("22:00", "06:00"), begun)
    assert end
    assert end - begun == timedelta(hours=9)


def test_hours_that_come_twice_are_quiet_until_their_first_end() -> None:
    """02:30 comes twice that night; the second time round is not quiet again."""
    policy = quiet("01:00", "02:30")
    assert quiet_until(policy, at("2023-10-29T02:15")) == at("2023-10-29T02:30")
    assert quiet_until(policy, at("2023-10-29T02:15", fold=1)) is None


def test_a_window_that_the_clocks_jump_over_is_not_there() -> None:
    """From 02:10 to 02:50 on the day on which 02:00 becomes 03:00: what is left is moved behind the jump."""
    assert quiet_until(quiet("02:10", "02:50"), at("2023-03-26T03:05")) is None
    assert quiet_until(quiet("02:10", "03:05"), at("2023-03-26T03:04")) is None


def test_the_day_is_that_on_which_the_window_begins() -> None:
    policy = quiet("22:00", "06:00", "Africa/Niamey", days=["sat"])
    assert quiet_until(policy, at("2023-07-29T23:00", "Africa/Niamey")) == at("2023-07-30T06:00", "Africa/Niamey")
    assert quiet_until(policy, at("2023-07-30T05:00", "Africa/Niamey")) == at("2023-07-30T06:00", "Africa/Niamey")
    assert quiet_until(policy, at("2023-07-30T23:00", "Africa/Niamey")) is None


def test_windows_that_meet_are_one() -> None:
    hours = [{"from": "22:00", "to": "00:00"}, {"from": "00:00", "to": "06:00"}]
    policy = DeliveryPolicy.model_validate({"quiet_hours": hours})
    assert quiet_until(policy, at("2023-07-26T23:00", "UTC")) == at("2023-07-27T06:00", "UTC")


def test_hours_without_a_gap_hold_nothing_for_ever() -> None:
    hours = [{"from": "00:00", "to": "12:00"}, {"from": "12:00", "to": "00:00"}]
    now = at("2023-07-26T23:00", "UTC")
    end = quiet_until(DeliveryPolicy.model_validate({"quiet_hours": hours}), now)
    assert end
    assert now < end <= now + LONGEST_QUIET + timedelta(days=1)


@given(windows, st.sampled_from(ZONES), moments)
def test_quiet_hours_end_later_than_now_and_are_over_then(
    given_windows: list[tuple[str, str, set[str]]], zone: str, now: datetime
) -> None:
    policy = DeliveryPolicy.model_validate({
        "zone": zone, "quiet_hours": [{"from": b, "to": e, "days": sorted(d)} for b, e, d in given_windows],
    })
    end = quiet_until(policy, now)
    if end is None:
        return
    assert now < end
    assert quiet_until(policy, end) is None or end - now >= LONGEST_QUIET
    # whoever asks a little later, or from another zone, is told the same
    assert quiet_until(policy, now + (end - now) / 2) == end or end - now >= LONGEST_QUIET
    assert quiet_until(policy, now.astimezone(ZoneInfo("Asia/Tokyo"))) == end


@given(times, times, st.sampled_from(["Africa/Niamey", "UTC", "Asia/Kathmandu"]), moments)
def test_without_changes_of_the_clocks_it_is_what_the_clock_on_the_wall_says(
    begin: str, end: str, zone: str, now: datetime
) -> None:
    if begin == end:
        return
    wall = now.astimezone(ZoneInfo(zone)).strftime("%H:%M")
    inside = begin <= wall < end if begin < end else (wall >= begin or wall < end)
    assert (quiet_until(quiet(begin, end, zone), now) is not None) is inside


@given(digests, st.sampled_from(ZONES), moments)
def test_a_digest_comes_after_now_and_none_is_left_out(digest: Digest, zone: str, now: datetime) -> None:
    last, following = last_digest(digest, zone, now), next_digest(digest, zone, now)
    assert last <= now < following
    # one day, or one hour, and what a change of the clocks (or of the date line) adds
    assert following - last <= (timedelta(hours=50) if digest.every == "day" else timedelta(hours=2))
    assert next_digest(digest, zone, last) == following
    assert last_digest(digest, zone, following) == following
    local = following.astimezone(ZoneInfo(zone))
    if digest.every == "hour":
        assert local.minute == 0
    elif zone in ("Africa/Niamey", "UTC", "Asia/Kathmandu"):
        assert local.time() == digest.at
