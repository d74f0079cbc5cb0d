"""The documents of an alert and of a delivery are their memory."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from services.alert import delivery
from services.alert.delivery import FIRST_PAUSE, LEASE, LONGEST_PAUSE
from services.alert.document import decided, document, handed_over, notice
from services.elastic.mapping import ALERT_FIELDS, DELIVERY_FIELDS
from services.triage.decide import Decision
from tests.alert.articles import a_notice, an_alert

NOW = datetime(2023, 7, 27, 6, tzinfo=UTC)
FULL = an_alert(
    published="2023-07-27T00:00:00Z", published_note="no_zone", story="5" * 32, first_seen="2023-07-27T00:00:00Z",
    why="new", late=True, deliver="digest",
)


def test_a_new_alert_is_claimed_with_everything_to_do() -> None:
    source = document(an_alert(), NOW)
    assert (source["pending"], source["delivered"], source["triage"]) == (["topic", "channels"], [], "open")
    assert source["lease_until"] == (NOW + timedelta(seconds=30)).isoformat()
    assert (source["people"], source["places"], source["organisations"]) == (["Mohamed Bazoum"], ["Niger"], [])
    assert source["coup_event_status"] == ["niger-2023:asserted"]


def test_the_indexes_have_a_field_for_everything_in_them() -> None:
    decision = Decision("digest", "for the digest", NOW, throttled=3)
    source = document(FULL, NOW) | decided(decision, NOW) | handed_over("1" * 32)
    assert set(source) <= set(ALERT_FIELDS)
    sent = delivery.document(a_notice(alerts=[FULL]), "mail", NOW)
    sent |= delivery.claimed(sent, NOW) | delivery.taken(NOW) | delivery.refused(sent, "away", 0, NOW)
    assert set(sent) <= set(DELIVERY_FIELDS)


def test_only_what_goes_at_once_is_still_to_be_handed_over() -> None:
    assert decided(Decision("now"), NOW)["pending"] == ["channels"]
    assert decided(Decision("held", "quiet hours", NOW), NOW)["pending"] == []
    assert decided(Decision("throttled", "story"), NOW)["pending"] == []


def test_a_notice_has_the_id_of_its_alert() -> None:
    made = notice(an_alert(), 2, NOW)
    assert (made.id, made.kind, made.throttled) == (an_alert().id, "alert", 2)


def test_an_attempt_holds_a_lease_and_is_counted() -> None:
    source = delivery.document(a_notice(), "mail", NOW)
    assert source["due"] == NOW.isoformat()
    source |= delivery.claimed(source, NOW)
    assert (source["attempts"], source["due"]) == (1, (NOW + LEASE).isoformat())


def test_the_pause_grows_and_stays_bounded() -> None:
    pauses = [delivery.pause(failures) for failures in range(1, 20)]
    assert pauses == sorted(pauses)
    assert (pauses[0], pauses[-1]) == (FIRST_PAUSE, LONGEST_PAUSE)


def test_a_channel_that_asks_for_patience_gets_it() -> None:
    source = delivery.document(a_notice(), "mail", NOW) | {"attempts": 1}
    assert delivery.refused(source, "busy", 120.0, NOW)["due"] == (NOW + timedelta(seconds=120)).isoformat()


def test_a_delivery_is_named_by_notice_and_channel() -> None:
    names = {delivery.delivery_id(notice, channel) for notice in ("a", "b") for channel in ("mail", "chat")}
    assert len(names) == 4
    assert delivery.delivery_id("a", "mail") == delivery.delivery_id("a", "mail")
