"""Rules that are tried out say what they would have said, and nothing else happens."""

from __future__ import annotations

from datetime import timedelta

import pytest

from schemas.record import NO_ALERT_HEADER, Record
from services.enrich.enrich import Compiled
from services.pipeline import CRISIS
from services.stories.rehearsal import Rehearsal
from services.stories.rules import Rules
from tests.stories.stream import START, enriched, rules

ANY = {"id": "each", "kind": "any"}
TALE = {"id": "tale"}


@pytest.fixture
def records(crises: Compiled) -> list[Record]:
    """A coup that three sources tell, one of them a day later, and something for the record."""
    text = "President Mohamed Bazoum was removed from power by soldiers in Niamey, they said on television."
    told = [
        enriched(crises, f"Soldiers announce coup in Niger, says source {n}", f"{text} Copy {n}.", source=f"S {n}",
                 at=START + timedelta(hours=24 * (n == 2)), origin=n)
        for n in range(3)
    ]
    shut = "The junta closed the airspace of Niger."
    quiet = enriched(crises, "Niger airspace closed by junta", shut, at=told[2].received)
    return [
        Record(CRISIS.name, 0, n, int(one.received.timestamp() * 1000), b"niger-2023", one.model_dump_json().encode(),
               ((NO_ALERT_HEADER, b"1"),) if one is quiet else ())
        for n, one in enumerate([*told, quiet])
    ]


def rehearsed(records: list[Record], by: Rules, hours: float) -> Rehearsal:
    found = Rehearsal(by, START + timedelta(hours=hours))
    found.take(records)
    return found


def test_each_rule_says_what_it_would_have_alerted(records: list[Record]) -> None:
    found = rehearsed(records, rules(TALE, ANY | {"copies": True}), -1)
    assert {rule: len(alerts) for (_, rule), alerts in found.fired().items()} == {"tale": 1, "each": 2}
    assert found.articles == 4


def test_what_came_before_is_known_and_tells_nothing(records: list[Record]) -> None:
    """The story began before; what is for the record alerts nobody, whenever it came."""
    found = rehearsed(records, rules(TALE), 12)
    assert found.fired() == {("niger-2023", "tale"): []}
    assert found.articles == 2


def test_an_article_that_is_read_twice_is_told_once(records: list[Record]) -> None:
    found = rehearsed([*records, *records], rules(TALE), -1)
    assert len(found.alerts) == 1
