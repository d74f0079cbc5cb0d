"""Which sources the health page warns of."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from starlette.testclient import TestClient
from starlette.types import ASGIApp

from schemas.source import Source
from schemas.source_state import SourceState
from services.desk.app import build
from services.desk.desk import Desk
from services.desk.reading import Reading
from services.desk.sources import Sources, judged, look
from services.desk.watching import Watch
from services.runtime.settings import CollectSettings
from services.search.archive import Archive
from services.search.saved import Shelf
from services.sources.catalogue import Entry
from services.sources.health import DAY_MS
from services.standing import UnknownError
from tests.desk.server import FakeServer
from tests.desk.test_pages import EVERYTHING, client
from tests.desk.test_pages import look as status

NOW = 1_690_500_000_000
EVIL = "</td><script>alert(1)</script>"


def entry(name: str, **state: object) -> Entry:
    source = Source(id=name, name=f"Exemple {name}", address=f"https://{name}.example.org/feed")
    if not state:
        return Entry(source, None, True)
    known = SourceState.model_validate({"id": name, "address": source.address, "interval": 900, "polls": 9, **state})
    return Entry(source, known, True)


FAILS = entry("fails", fails=40, failing_since=NOW - 2 * DAY_MS, problem=f"HTTP status 500 {EVIL}")
SILENT = entry("silent", news=NOW - 9 * DAY_MS, succeeded=NOW)
OTHERS = (
    entry("new"), entry("well", news=NOW, succeeded=NOW),
    entry("hiccup", fails=1, failing_since=NOW - 1000, problem="timeout"), entry("gone", retired=True),
)


def test_one_that_fails_for_a_day_or_is_silent_for_a_week_is_warned_of_the_longest_lost_first() -> None:
    found = judged([*OTHERS, FAILS, SILENT], NOW)
    assert [(one.id, one.health) for one in found.lost] == [("silent", "silent"), ("fails", "down")]
    assert found.lost[1].since == datetime.fromtimestamp((NOW - 2 * DAY_MS) / 1000, UTC)
    assert found.counts == {"down": 1, "failing": 1, "healthy": 1, "new": 1, "retired": 1, "silent": 1}


def application(found: Sources | str) -> ASGIApp:
    """A desk that watches these sources, or cannot say why not."""
    def looked() -> Sources:
        if isinstance(found, str):
            raise UnknownError(found)
        return found

    server = FakeServer(**EVERYTHING)
    return build(Desk(Archive(server), Shelf(server), Reading(server), Watch(status), sources=Watch(looked)))


def page(found: Sources | str) -> str:
    answer = TestClient(application(found), base_url="http://127.0.0.1:6070").get("/health")
    assert answer.status_code == 200
    return str(answer.text)


def test_the_health_page_names_them_with_what_is_wrong_and_runs_nothing_of_theirs() -> None:
    shown = page(judged([*OTHERS, FAILS, SILENT], NOW))
    assert "Exemple fails" in shown
    assert "HTTP status 500" in shown
    assert "Exemple silent" in shown
    assert "it answers, without anything new" in shown
    assert "Exemple well" not in shown
    assert EVIL not in shown


def test_the_health_page_says_that_all_is_well_or_that_it_is_not_known() -> None:
    assert "No source is down or silent" in page(judged(OTHERS, NOW))
    assert "No source is watched" in page(judged([], NOW))
    assert "Kafka does not answer" in page("Kafka does not answer")
    assert "Sources without news" not in client().get("/health").text


def test_a_broker_that_is_away_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("services.desk.sources.PATIENCE_S", 0.2)
    with pytest.raises(UnknownError, match=r"Kafka at 127\.0\.0\.1:1 does not answer"):
        look(CollectSettings.model_validate({"KAFKA_BOOTSTRAP": "127.0.0.1:1"}))
