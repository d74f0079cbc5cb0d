"""Acknowledge, resolve and snooze by whatever id a person has."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from schemas.delivery import DeliveryPolicy
from services.alert.document import document
from services.elastic.bulk import Patience
from services.elastic.server import AwayError
from services.pipeline import ALERTS_INDEX
from services.triage.actions import Outcome, acknowledge, resolve, snooze
from services.triage.changes import TriageError
from services.triage.memory import remembered
from tests.alert.articles import an_alert
from tests.alert.memory_alerts import MemoryAlerts

NOW = datetime(2023, 7, 27, 12, tzinfo=UTC)
LATER = NOW + timedelta(hours=1)
ONE, TWO, THREE, LONE = "a1" * 16, "a2" * 16, "b3" * 16, "c4" * 16
STORY, OTHER = "5d" * 16, "6e" * 16


@pytest.fixture
def server() -> MemoryAlerts:
    """Two alerts of one story, one of another, and one of none."""
    server = MemoryAlerts()
    for minutes, (key, story) in enumerate([(ONE, STORY), (TWO, STORY), (THREE, OTHER), (LONE, None)]):
        alert = an_alert(id=key, story=story, rule="silence" if story is None else "news")
        server.add(ALERTS_INDEX.name, key, document(alert, NOW + timedelta(minutes=minutes)))
    return server


def states(server: MemoryAlerts) -> dict[str, str]:
    return {key: source["triage"] for key, source in server.documents.items() if source["triage"] != "open"}


async def test_an_alert_is_acknowledged_by_its_id_or_its_beginning(server: MemoryAlerts) -> None:
    assert (await acknowledge(server, "a1a1a1", "Aïcha", NOW)).alerts == (ONE,)
    assert (await acknowledge(server, THREE, "Aïcha", NOW)).alerts == (THREE,)
    assert states(server) == {ONE: "acknowledged", THREE: "acknowledged"}


async def test_a_story_is_all_of_its_alerts(server: MemoryAlerts) -> None:
    await acknowledge(server, ONE, "Aïcha", NOW)
    outcome = await acknowledge(server, STORY, "Moussa", NOW)
    assert outcome == Outcome("acknowledged by Moussa", (TWO,), (ONE,))
    assert server.documents[ONE]["acknowledged_by"] == "Aïcha"
    assert set((await resolve(server, STORY[:8], "Moussa", NOW)).alerts) == {ONE, TWO}
    assert states(server) == {ONE: "resolved", TWO: "resolved"}


async def state_of(server: MemoryAlerts, now: datetime) -> tuple[dict[str, Any], dict[str, Any]]:
    state = await remembered(server, "niger-2023", [an_alert()], DeliveryPolicy(), now, Patience())
    return dict(state.snoozed_stories), dict(state.snoozed_rules)


async def test_a_story_is_snoozed_by_its_id_or_by_that_of_an_alert_and_a_rule_by_its_name(server: MemoryAlerts) -> None:
    await snooze(server, ONE, LATER, "Aïcha", NOW)
    await snooze(server, OTHER, LATER, "Aïcha", NOW)
    await snooze(server, "silence", LATER, "Aïcha", NOW)
    await snooze(server, THREE, LATER, "Aïcha", NOW, scope="rule")
    stories, rules = await state_of(server, NOW)
    assert stories == {STORY: LATER, OTHER: LATER}
    assert rules == {"silence": LATER, "news": LATER}
    assert await state_of(server, LATER) == ({}, {})


async def test_the_last_word_on_a_snooze_counts(server: MemoryAlerts) -> None:
    await snooze(server, ONE, NOW + timedelta(days=1), "Aïcha", NOW)
    outcome = await snooze(server, TWO, LATER, "Moussa", NOW)
    assert outcome.alerts == (ONE,), "it stands where the first one stood"
    assert (await state_of(server, NOW))[0] == {STORY: LATER}
    server.documents[TWO] |= {"decision": "held", "decision_why": "snoozed", "release_at": LATER.isoformat()}
    server.documents[THREE] |= {"decision": "held", "decision_why": "snoozed", "release_at": LATER.isoformat()}
    outcome = await snooze(server, STORY, NOW, "Moussa", NOW)
    assert outcome.what == f"story {STORY} is snoozed no longer"
    assert (await state_of(server, NOW))[0] == {}
    assert server.documents[TWO]["release_at"] == NOW.isoformat(), "what it held is due"
    assert server.documents[THREE]["release_at"] == LATER.isoformat()
    assert len(server.documents[ONE]["triage_history"]) == 3


@pytest.mark.parametrize(
    ("action", "says"),
    [
        (lambda server: acknowledge(server, "f" * 32, "Aïcha", NOW), "no alert or story is called"),
        (lambda server: acknowledge(server, "news", "Aïcha", NOW), "no alert or story is called 'news'"),
        (lambda server: acknowledge(server, "", "Aïcha", NOW), "no alert or story is called ''"),
        (lambda server: acknowledge(server, ONE, "  ", NOW), "say who does it"),
        (lambda server: acknowledge(server, ONE, "x" * 101, NOW), "at most 100 characters"),
        (lambda server: snooze(server, "nothing", LATER, "Aïcha", NOW), "no alert, story or rule is called"),
        (lambda server: snooze(server, LONE, LATER, "Aïcha", NOW), "is of no story; snooze its rule, silence"),
    ],
)
async def test_what_cannot_be_done_is_one_line_and_changes_nothing(
    server: MemoryAlerts, action: Any, says: str
) -> None:
    doing: Awaitable[Outcome] = action(server)
    with pytest.raises(TriageError, match=says):
        await doing
    assert states(server) == {}


async def test_a_beginning_that_several_have_is_refused(server: MemoryAlerts) -> None:
    server.add(ALERTS_INDEX.name, ONE[:-1] + "f", document(an_alert(id=ONE[:-1] + "f", story=STORY), NOW))
    with pytest.raises(TriageError, match="begins the ids of 2"):
        await acknowledge(server, ONE[:6], "Aïcha", NOW)


async def test_a_rule_that_two_crises_have_needs_its_crisis(server: MemoryAlerts) -> None:
    server.add(ALERTS_INDEX.name, "f" * 32, document(an_alert(id="f" * 32, crisis="mali-2020"), NOW))
    with pytest.raises(TriageError, match="write CRISIS/news"):
        await snooze(server, "news", LATER, "Aïcha", NOW)
    await snooze(server, "niger-2023/news", LATER, "Aïcha", NOW)
    assert (await state_of(server, NOW))[1] == {"news": LATER}


async def test_two_people_at_once_lose_neither_name(server: MemoryAlerts) -> None:
    await asyncio.gather(
        acknowledge(server, ONE, "Aïcha", NOW), snooze(server, ONE, LATER, "Moussa", NOW, scope="rule"),
        resolve(server, ONE, "Fati", NOW),
    )
    history = server.documents[ONE]["triage_history"]
    assert {one["by"] for one in history} >= {"Moussa", "Fati"}


async def test_a_server_that_is_away_is_one_line(server: MemoryAlerts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.triage.actions.PATIENCE_S", 0.0)
    server.before.extend([AwayError("connection refused")] * 9)
    with pytest.raises(TriageError, match="nothing was changed: Elasticsearch is away"):
        await acknowledge(server, ONE, "Aïcha", NOW)
