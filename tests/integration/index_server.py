"""An Elasticsearch of the index tests' own, or the one that HARMATTAN_TEST_ELASTICSEARCH names."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def elasticsearch() -> Iterator[str]:
    """Its address. One that was started here is killed at the end and its data removed."""
    if given := os.environ.get("HARMATTAN_TEST_ELASTICSEARCH"):
        yield given
        return
    from deploy.local.guard import guarded
    from deploy.local.ports import free_ports
    from deploy.local.settings import LocalStack, from_environment
    from deploy.local.stack import discard, start

    with tempfile.TemporaryDirectory() as home:
        Path(home).chmod(0o755)  # Elasticsearch runs as another user
        stack = LocalStack(
            home=Path(home), cache=from_environment().cache, elasticsearch_port=free_ports(1)[0],
            elasticsearch_heap="512m",
        )
        with guarded(stack):
            try:
                start("elasticsearch", stack, lambda _: None)
                yield stack.elasticsearch_address
            finally:
                discard(stack)
