"""Do the sums add up?"""

from __future__ import annotations

from services.accounting import Outcomes, ServiceState, Status

NOTHING = Outcomes(0, 0, 0, 0, 0, 0)
UP = {"ingest": ServiceState(1, {"articles.raw": 0}), "index": ServiceState(2, {"articles.enriched": 0})}


def test_the_total_is_of_everything_that_can_become_of_a_record() -> None:
    assert Outcomes(1, 2, 4, 8, 16, 32).total == 63


def test_a_desk_that_was_never_fed_is_well() -> None:
    assert Status(0, NOTHING, UP).problems() == []


def test_everything_ended_is_well() -> None:
    status = Status(63, Outcomes(1, 2, 4, 8, 16, 32), UP)
    assert (status.in_flight, status.lag, status.problems()) == (0, 0, [])


def test_what_is_on_its_way_is_well_while_a_service_has_it_before_it() -> None:
    behind = {**UP, "ingest": ServiceState(1, {"articles.raw": 5})}
    status = Status(10, Outcomes(5, 0, 0, 0, 0, 0), behind)
    assert (status.in_flight, status.lag, status.problems()) == (5, 5, [])


def test_a_record_that_nobody_has_is_named() -> None:
    assert Status(10, Outcomes(9, 0, 0, 0, 0, 0), UP).problems() == [
        "1 records are nowhere: no service has them before it"
    ]


def test_a_record_counted_twice_is_named() -> None:
    assert Status(10, Outcomes(9, 2, 0, 0, 0, 0), UP).problems() == ["1 more records have ended than were fed"]


def test_a_service_without_a_worker_is_down() -> None:
    down = {**UP, "alert": ServiceState(0, {"articles.enriched": 3})}
    assert Status(0, NOTHING, down).problems() == ["service alert is down"]


def test_the_lag_is_of_all_services_and_topics() -> None:
    services = {"a": ServiceState(1, {"x": 1, "y": 2}), "b": ServiceState(1, {"x": 4})}
    assert Status(0, NOTHING, services).lag == 7
