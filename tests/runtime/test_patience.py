"""A client that is not connected at once is made anew until it is."""

from __future__ import annotations

import pytest
from aiokafka.errors import KafkaConnectionError

from services.runtime.patience import started


class FakeClient:
    """Connects unless the broker is away."""

    def __init__(self, away: bool) -> None:
        self.away, self.running, self.stopped = away, False, False

    async def start(self) -> None:
        if self.away:
            raise KafkaConnectionError("Unable to bootstrap")
        self.running = True

    async def stop(self) -> None:
        self.stopped = True


async def test_a_broker_that_comes_back_is_waited_for_and_every_failed_client_is_closed() -> None:
    made: list[FakeClient] = []

    def make() -> FakeClient:
        made.append(FakeClient(away=len(made) < 2))
        return made[-1]

    client = await started(make, lambda: False, pause_s=0)
    assert client is made[-1]
    assert [(one.running, one.stopped) for one in made] == [(False, True), (False, True), (True, False)]


async def test_a_worker_that_is_told_to_stop_does_not_wait_any_longer() -> None:
    with pytest.raises(KafkaConnectionError):
        await started(lambda: FakeClient(away=True), lambda: True, pause_s=0)
