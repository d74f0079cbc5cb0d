"""A running service ends when the brokers refuse it by now, or when a client's background task has died; it goes on
waiting for brokers that merely do not answer."""

from __future__ import annotations

import asyncio
import os
import time
from typing import Any, cast

import pytest

from services.runtime import watch
from services.runtime.errors import RefusedError, SettingsError
from services.runtime.worker import BUG_EXIT


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


class Clients:
    """An app whose consumer has the one task, and whose producer has another that runs."""

    def __init__(self, task: asyncio.Task[None], stopping: bool = False) -> None:
        self.consumer, self.producer, self.should_stop = self, Idle(), stopping
        self.task = task

    def routines(self) -> dict[str, asyncio.Task[None]]:
        return {"consumer's metadata": self.task}


class Idle:
    def routines(self) -> dict[str, asyncio.Task[None]]:
        return {}


@pytest.fixture
def ended(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """With which codes the process ended; a pause lets the tasks run, and the third is the last."""
    codes: list[int] = []
    rounds = iter(range(3))
    pause = asyncio.sleep

    async def sleep(_: float) -> None:
        await pause(0)
        if next(rounds, None) is None:
            raise Over

    def end(code: int) -> None:
        codes.append(code)
        raise Over

    monkeypatch.setattr("asyncio.sleep", sleep)
    monkeypatch.setattr(os, "_exit", end)
    return codes


async def died() -> None:
    raise RuntimeError("the handler is closed")


async def test_a_service_ends_when_a_background_task_of_its_client_has_died(
    ended: list[int],
) -> None:
    with pytest.raises(Over):
        await watch.routines(cast(Any, Clients(asyncio.ensure_future(died()))))
    assert ended == [BUG_EXIT]


async def test_a_background_task_that_ends_as_the_service_stops_is_nothing_to_tell(ended: list[int]) -> None:
    task = asyncio.ensure_future(died())
    with pytest.raises(Over):
        await watch.routines(cast(Any, Clients(task, stopping=True)))
    assert task.exception() is not None
    assert ended == []


async def test_a_background_task_that_was_cancelled_is_nothing_to_tell(ended: list[int]) -> None:
    task = asyncio.ensure_future(asyncio.Event().wait())
    task.cancel()
    with pytest.raises(Over):
        await watch.routines(cast(Any, Clients(cast(Any, task))))
    assert task.cancelled()
    assert ended == []


async def test_background_tasks_that_run_are_left_alone(ended: list[int]) -> None:
    running = asyncio.ensure_future(asyncio.Event().wait())
    with pytest.raises(Over):
        await watch.routines(cast(Any, Clients(cast(Any, running))))
    running.cancel()
    assert ended == []
