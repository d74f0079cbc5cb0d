"""An Elasticsearch of the index tests' own, or the one that HARMATTAN_TEST_ELASTICSEARCH names."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.integration import servers


@contextmanager
def elasticsearch() -> Iterator[str]:
    """Its address. One that was started here is gone at the end, with its data."""
    if given := os.environ.get("HARMATTAN_TEST_ELASTICSEARCH"):
        yield given
        return
    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)  # Elasticsearch runs as another user
        with servers.elasticsearch(Path(home)) as address:
            yield address
