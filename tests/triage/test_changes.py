"""Who and when is kept, and times are read as a person writes them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.elastic.mapping import ALERT_FIELDS
from services.triage import changes
from services.triage.changes import HISTORY, LONGEST_SNOOZE, TriageError

NOW = datetime(2023, 7, 27, 12, tzinfo=UTC)


def test_who_acknowledged_and_resolved_and_when_is_kept() -> None:
    source: changes.Source = {"triage": "open"}
    source |= changes.acknowledged(source, "Aïcha", NOW) or {}
    assert changes.acknowledged(source, "Moussa", NOW) is None
    source |= changes.resolved(source, "Moussa", NOW + timedelta(hours=1)) or {}
    assert changes.resolved(source, "Aïcha", NOW) is None
    assert changes.acknowledged(source, "Aïcha", NOW) is None
    assert (source["triage"], source["acknowledged_by"], source["resolved_by"]) == ("resolved", "Aïcha", "Moussa")
    assert [(one["action"], one["by"]) for one in source["triage_history"]] == [
        ("acknowledged", "Aïcha"), ("resolved", "Moussa"),
    ]
    assert source["triage_history"][1]["at"] == "2023-07-27T13:00:00+00:00"


def test_a_snooze_and_its_end_are_kept() -> None:
    source = changes.snoozed({}, "story", NOW + timedelta(hours=1), "Aïcha", NOW)
    source |= changes.snoozed(source, "rule", NOW, "Moussa", NOW)
    assert [one["action"] for one in source["triage_history"]] == [
        "snoozed the story until 2023-07-27T13:00:00+00:00", "ended the snooze of the rule",
    ]
    assert set(source) <= set(ALERT_FIELDS)


def test_the_history_stays_bounded() -> None:
    source: changes.Source = {}
    for _ in range(HISTORY + 50):
        source |= changes.snoozed(source, "rule", NOW, "Aïcha", NOW)
    assert len(source["triage_history"]) == HISTORY


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("30m", "2023-07-27T12:30:00+00:00"),
        ("2h", "2023-07-27T14:00:00+00:00"),
        ("1d", "2023-07-28T12:00:00+00:00"),
        ("18:00", "2023-07-27T18:00:00+00:00"),
        ("06:00", "2023-07-28T06:00:00+00:00"),
        ("12:00", "2023-07-28T12:00:00+00:00"),
        ("2023-07-28", "2023-07-28T00:00:00+00:00"),
        ("2023-07-28T06:00+01:00", "2023-07-28T05:00:00+00:00"),
        ("2023-07-28T06:00", "2023-07-28T06:00:00+00:00"),
        ("now", "2023-07-27T12:00:00+00:00"),
    ],
)
def test_the_end_of_a_snooze_is_read_as_it_is_written(text: str, moment: str) -> None:
    assert changes.until(text, NOW) == datetime.fromisoformat(moment)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "cannot read"), ("soon", "cannot read"), ("25:00", "cannot read"), ("-1h", "cannot read"),
        ("0h", "cannot read"), ("99999999d", "cannot read"), ("2023-07-26", "is past"),
        ("2023-12-01", "at most 31 days"),
        ("9999-12-31T23:59-12:00", "cannot read"),
    ],
)
def test_any_other_text_is_one_line(text: str, says: str) -> None:
    with pytest.raises(TriageError, match=says) as caught:
        changes.until(text, NOW)
    assert "\n" not in str(caught.value)


@given(st.text(max_size=30))
def test_no_text_ends_in_a_traceback_or_in_the_past(text: str) -> None:
    try:
        moment = changes.until(text, NOW)
    except TriageError:
        return
    assert NOW <= moment <= NOW + LONGEST_SNOOZE


@given(st.text(max_size=200))
def test_a_name_is_one_line_or_refused(text: str) -> None:
    try:
        name = changes.name(text)
    except TriageError:
        return
    assert name == name.strip() != ""
    assert len(name.splitlines()) == 1
