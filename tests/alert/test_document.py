"""The alert's document is its memory: what was claimed, delivered, and is still to do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from services.alert.document import GIVE_UP_AFTER, LEASE, LONGEST_PAUSE, after_attempt, document
from services.elastic.mapping import ALERT_FIELDS
from tests.alert.articles import an_alert

NOW = datetime(2023, 7, 27, 6, tzinfo=UTC)


def test_a_new_alert_is_claimed_with_every_channel_pending() -> None:
    source = document(an_alert(), ["topic", "console"], NOW)
    assert (source["pending"], source["delivered"], source["failed"], source["attempts"]) == (
        ["topic", "console"], [], [], 0,
    )
    assert source["lease_until"] == (NOW + LEASE).isoformat()
    assert (source["people"], source["places"], source["organisations"]) == (["Mohamed Bazoum"], ["Niger"], [])
    assert source["coup_event_status"] == ["niger-2023:asserted"]


def test_the_index_has_a_field_for_everything_in_it() -> None:
    assert set(document(an_alert(published="2023-07-27T00:00:00Z"), ["topic"], NOW)) <= set(ALERT_FIELDS)


def test_what_was_delivered_is_no_longer_pending() -> None:
    source = document(an_alert(), ["topic", "console", "mail"], NOW)
    changed = after_attempt(source, ["topic", "mail"], NOW)
    assert (changed["pending"], changed["delivered"], changed["attempts"]) == (["console"], ["topic", "mail"], 1)


def test_the_pause_grows_and_stays_bounded() -> None:
    source = document(an_alert(), ["mail"], NOW)
    pauses = []
    for _ in range(15):
        source |= after_attempt(source, [], NOW)
        pauses.append(datetime.fromisoformat(source["lease_until"]) - NOW)
    assert pauses == sorted(pauses)
    assert pauses[0] == timedelta(seconds=10)
    assert pauses[-1] == LONGEST_PAUSE


def test_after_a_day_a_channel_is_given_up_and_named() -> None:
    source = document(an_alert(), ["topic", "mail"], NOW)
    source |= after_attempt(source, ["topic"], NOW + GIVE_UP_AFTER)
    assert source["pending"] == ["mail"]
    source |= after_attempt(source, [], NOW + GIVE_UP_AFTER + timedelta(seconds=1))
    assert (source["pending"], source["failed"], source["delivered"]) == ([], ["mail"], ["topic"])
