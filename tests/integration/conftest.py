"""The servers that the integration tests share; a test that kills one has a desk of its own."""

from __future__ import annotations

from collections.abc import Iterator

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
