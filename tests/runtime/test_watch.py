"""A running service that the brokers refuse by now ends; one that they merely do not answer goes on waiting."""

from __future__ import annotations

import time
from typing import Any, cast

import pytest

from services.runtime import watch
from services.runtime.errors import RefusedError, SettingsError


class Heard:
    """An app whose broker was heard so many seconds ago; None: never."""

    def __init__(self, ago: float | None) -> None:
        self.ago, self.consumer, self.runs = ago, self, self
        self.settings = "those of the service"

    def heard(self) -> float | None:
        return None if self.ago is None else time.time() - self.ago


class Over(Exception):  # noqa: N818  # what ends the watching, not an error
    """The test has seen enough."""


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[str | None]:
    """What the brokers answer when they are asked whether they refuse us, last one first."""
    answers: list[str | None] = []
    rounds = iter(range(3))

    async def refusal(settings: object) -> str | None:
        assert settings == "those of the service"
        return answers.pop()

    async def sleep(_: float) -> None:
        if next(rounds, None) is None:
            raise Over

    def leave(error: SettingsError) -> None:
        raise error

    monkeypatch.setattr("services.runtime.links.refusal", refusal)
    monkeypatch.setattr("asyncio.sleep", sleep)
    monkeypatch.setattr(watch, "leave", leave)
    return answers


@pytest.mark.parametrize("ago", [None, watch.EVERY_S + 1])
async def test_a_service_that_is_refused_ends(asked: list[str | None], ago: float | None) -> None:
    asked += ["wrong credentials", None]
    with pytest.raises(RefusedError, match="wrong credentials"):
        await watch.refusal(cast(Any, Heard(ago)))
    assert asked == []


async def test_a_broker_that_is_away_is_waited_for(asked: list[str | None]) -> None:
    asked += [None, None, None]
    with pytest.raises(Over):
        await watch.refusal(cast(Any, Heard(None)))


async def test_a_connection_that_works_is_not_given_up(asked: list[str | None]) -> None:
    asked.append("wrong credentials")
    with pytest.raises(Over):
        await watch.refusal(cast(Any, Heard(0)))
    assert asked == ["wrong credentials"], "it was asked though the broker answers"
