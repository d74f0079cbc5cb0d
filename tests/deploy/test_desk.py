"""The order in which servers and services of one machine begin."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from deploy.local import desk, workers
from deploy.local import stack as servers
from deploy.local.errors import StackError
from deploy.local.settings import LocalStack


class Machine:
    """Stands in for the servers and workers of a machine, and writes down what happens to them."""

    def __init__(self, broken: str = "") -> None:
        self.broken = broken
        self.happened: list[str] = []
        self.running = False

    def up(self, stack: LocalStack, say: Callable[[str], None], on_ready: Callable[[str], None]) -> None:  # noqa: ARG002  # as the real one is called
        for name in ("kafka", "elasticsearch"):
            if name == self.broken:
                raise StackError(f"{name} did not start")
            self.happened.append(f"{name} ready")
            on_ready(name)

    def start_all(
        self, stack: LocalStack, say: Callable[[str], None], environ: Mapping[str, str] | None = None  # noqa: ARG002  # as the real one is called
    ) -> list[Machine]:
        if self.running:
            return []
        self.running = True
        self.happened.append("services begun")
        return [self]

    def stop(self) -> None:
        self.happened.append("services stopped")

    def wait_until_working(self, stack: LocalStack) -> None:  # noqa: ARG002  # as the real one is called
        self.happened.append("services ready")


def on(machine: Machine, patch: pytest.MonkeyPatch) -> None:
    patch.setattr(servers, "up", machine.up)
    patch.setattr(workers, "start_all", machine.start_all)
    patch.setattr(workers, "wait_until_working", machine.wait_until_working)


def test_services_begin_while_elasticsearch_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = Machine()
    on(machine, monkeypatch)
    desk.up(LocalStack(home=tmp_path, cache=tmp_path))
    assert machine.happened == ["kafka ready", "services begun", "elasticsearch ready", "services ready"]


def test_services_that_began_are_stopped_where_elasticsearch_does_not_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    machine = Machine(broken="elasticsearch")
    on(machine, monkeypatch)
    with pytest.raises(StackError, match="elasticsearch did not start"):
        desk.up(LocalStack(home=tmp_path, cache=tmp_path))
    assert machine.happened == ["kafka ready", "services begun", "services stopped"]
