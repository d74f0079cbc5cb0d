"""An Elasticsearch of the index tests' own, or the one that HARMATTAN_TEST_ELASTICSEARCH names."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from tests.integration import servers
from tests.integration.places import place


@contextmanager
def elasticsearch() -> Iterator[str]:
    """Its address. One that was started here is gone at the end, with its data."""
    if given := os.environ.get("HARMATTAN_TEST_ELASTICSEARCH"):
        yield given
        return
    with place() as home, servers.elasticsearch(home) as address:
        yield address
