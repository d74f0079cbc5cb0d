"""The crises as they ship, compiled once."""

from __future__ import annotations

import pytest

from services.enrich.enrich import Compiled, load
from services.runtime.settings import SEEDS


@pytest.fixture(scope="session")
def crises() -> Compiled:
    return load(SEEDS)
