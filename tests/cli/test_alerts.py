"""`harmattan alerts` and its commands: what a person gets wrong is one line, and nothing is changed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from services.cli.alerts import _state, _table
from services.triage.channels import ChannelState, state
from tests.cli.conftest import Harmattan

NOW = datetime(2023, 7, 27, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("ack", "abc123"), "--by"),
        (("ack",), "Missing argument 'ID'"),
        (("resolve", "abc123"), "--by"),
        (("snooze", "abc123", "--by", "A"), "--until"),
        (("snooze", "abc123", "--by", "A", "--until", "soon"), "cannot read the time 'soon'; write 30m, 2h"),
        (("snooze", "abc123", "--by", "A", "--until", "2020-01-01"), "is past"),
        (("snooze", "abc123", "--by", "A", "--until", "90d"), "cannot read"),
        (("ack", "abc123", "--by", " "), "say who does it"),
        (("silence", "abc123"), "No such command 'silence'"),
    ],
)
def test_what_cannot_be_done_is_one_line(harmattan: Harmattan, arguments: tuple[str, ...], says: str) -> None:
    ended = harmattan("alerts", *arguments)
    assert ended.code == 2
    assert says in ended.err
    assert ended.err.count("\n") == 1
    assert ended.out == ""


@pytest.mark.parametrize(
    "arguments",
    [("ack", "abc123", "--by", "A"), ("snooze", "news", "--by", "A", "--until", "1h"), ("channels",)],
)
def test_a_server_that_is_away_is_one_line(harmattan: Harmattan, arguments: tuple[str, ...]) -> None:
    ended = harmattan("alerts", *arguments)
    assert ended.code == 2
    assert "Elasticsearch is away" in ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"decision": "now", "delivered": ["topic", "mail"]}, "delivered: topic, mail"),
        (
            {"decision": "held", "decision_why": "quiet hours", "release_at": "2023-07-27T06:00:00+00:00"},
            "waits until 2023-07-27T06:00 (quiet hours)",
        ),
        ({"decision": "throttled", "decision_why": "story"}, "kept by the throttle of its story"),
        (
            {"acknowledged_by": "Aïcha", "acknowledged_at": "2023-07-27T06:00:00+00:00"},
            "acknowledged by Aïcha at 2023-07-27T06:00",
        ),
        (
            {"rule_snoozed_by": "Aïcha", "rule_snoozed_until": "2999-07-27T06:00:00+00:00"},
            "rule snoozed until 2999-07-27T06:00 by Aïcha",
        ),
        ({"rule_snoozed_by": "Aïcha", "rule_snoozed_until": "2003-07-27T06:00:00+00:00"}, ""),
        ({}, ""),
    ],
)
def test_what_became_of_an_alert_is_one_line(fields: dict[str, Any], says: str) -> None:
    assert _state(fields) == says


def test_a_channel_that_fails_is_shown_with_since_when_and_why(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bucket = {
        "key": "mail",
        "states": {"buckets": [{"key": "delivered", "doc_count": 3}, {"key": "pending", "doc_count": 2}]},
        "last": {"value_as_string": "2023-07-27T11:00:00.000Z"},
        "refused": {
            "since": {"value_as_string": "2023-07-27T11:30:00.000Z"},
            "newest": {"hits": {"hits": [{"_source": {"error": "mail [/red] answered 500"}}]}},
        },
    }
    one = state(bucket)
    assert (one.delivered, one.pending, one.failed) == (3, 2, 0)
    assert one.takes_nothing(NOW)
    assert not one.takes_nothing(NOW - timedelta(minutes=25))
    monkeypatch.setenv("COLUMNS", "200")
    _table([one])
    printed = capsys.readouterr().out
    assert "fails since 2023-07-27 11:30 UTC" in printed
    assert "[/red]" in printed


def test_a_channel_that_was_given_up_on_needs_somebody() -> None:
    assert ChannelState("mail", 1, 0, 1).takes_nothing(NOW)
    assert not ChannelState("mail", 1, 5, 0).takes_nothing(NOW)


def test_a_channel_says_in_a_line_what_is_wrong_with_it() -> None:
    assert ChannelState("mail", 1, 5, 0).says() == ""
    dead = ChannelState("mail", 0, 2, 1, failing_since=NOW - timedelta(minutes=11), error="answered 500")
    assert dead.is_dead(NOW)
    assert not dead.is_dead(NOW - timedelta(minutes=5))
    assert "fails since" in dead.says()
    assert "2 wait: answered 500; 1 were given up" in dead.says()


def test_without_a_terminal_the_names_of_channels_stay_whole(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    name = "webhook-" + "a" * 120
    _table([ChannelState(name, 1, 0, 0)])
    assert name in capsys.readouterr().out
