"""The servers that the integration tests share; a test that kills one has a desk of its own."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from tests.integration.broker import Broker
from tests.integration.desk import Desk, own_desk


@pytest.fixture(scope="session")
def servers() -> Iterator[Desk]:
    """A real Kafka and a real Elasticsearch, started when the first test asks for them."""
    with own_desk(services=False) as desk, pytest.MonkeyPatch.context() as patch:
        # tests/integration/index_server.py takes this one instead of starting another
        patch.setenv("HARMATTAN_TEST_ELASTICSEARCH", desk.stack.elasticsearch_address)
        yield desk


@pytest.fixture(scope="session")
def broker(servers: Desk) -> Broker:
    return servers.broker


@pytest.fixture(scope="session")
def desk(servers: Desk) -> Desk:
    """The same with all services running; nobody else may stop them but for a while."""
    servers.start()
    return servers


# files that take minutes, the longest first: of two processes neither shall wait for the other's last file
_LONG = ("test_faults", "test_fetches", "test_secure", "test_collect", "test_desk_pages", "test_upkeep")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first; the order within a file stays."""
    place = {name: number for number, name in enumerate(_LONG)}
    items.sort(key=lambda item: place.get(item.path.stem, len(place)))


LOG_LINES = 12


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """A failed test shows what each service logged last and which of them no longer runs: their folder is gone soon."""
    report = yield
    if report.failed:
        desks = [one for one in getattr(item, "funcargs", {}).values() if isinstance(one, Desk)]
        for desk in desks[:1]:
            alive = ", ".join(f"{name} {pid or 'ENDED'}" for name, pid in desk.pids().items())
            report.sections.append(("workers", alive))
            report.sections += [(f"log of {path.stem}", _end_of(path)) for path in sorted(desk.stack.log.glob("*.log"))]
    return report


def _end_of(path: Path) -> str:
    return "\n".join(path.read_text(errors="replace").splitlines()[-LOG_LINES:])
