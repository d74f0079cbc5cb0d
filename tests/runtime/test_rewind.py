"""How many workers a service has, as a broker says it that has just begun."""

from __future__ import annotations

from typing import Any, cast

import pytest
from kafka.admin import KafkaAdminClient
from kafka.errors import CoordinatorNotAvailableError

from services.pipeline import ENRICH
from services.runtime.rewind import workers


class Young:
    """A broker that knows of no group for so many questions."""

    def __init__(self, silent: int) -> None:
        self.silent = silent
        self.pauses: list[float] = []

    def describe_groups(self, groups: list[str]) -> dict[str, Any]:
        if len(self.pauses) < self.silent:
            raise CoordinatorNotAvailableError
        return {group: {"members": ["one", "two"]} for group in groups}

    def workers(self) -> int:
        return workers(cast(KafkaAdminClient, self), ENRICH, self.pauses.append)


def test_a_young_broker_is_asked_again() -> None:
    young = Young(3)
    assert young.workers() == 2
    assert len(young.pauses) == 3


def test_one_that_never_says_is_given_up() -> None:
    young = Young(10_000)
    with pytest.raises(CoordinatorNotAvailableError):
        young.workers()
    assert 20 <= sum(young.pauses) <= 60
