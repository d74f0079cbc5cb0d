"""One misbehaving server, one reader, and collectors that have patience or none."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator

import pytest

from services.collect.poller import Outside
from services.collect.reader import Reader
from tests.collect.polled import collecting
from tests.collect.server import Server, running

# a machine that stands still for some seconds is no misbehaviour of a server
PATIENT_S, HASTY_S = 60.0, 2.0


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    with running() as server:
        yield server


@pytest.fixture(scope="module")
def reader() -> Iterator[Reader]:
    reader = Reader()
    yield reader
    reader.close()


@pytest.fixture
async def world(reader: Reader) -> AsyncIterator[Outside]:
    async with collecting(reader, PATIENT_S) as made:
        yield made


@pytest.fixture
async def hasty(reader: Reader) -> AsyncIterator[Outside]:
    """For servers whose answer never comes: soon given up."""
    async with collecting(reader, HASTY_S) as made:
        yield made
