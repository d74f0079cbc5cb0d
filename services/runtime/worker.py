"""The process around a service's app, which ends in bounded time whatever hangs."""

from __future__ import annotations

import os
import sys
import threading
from typing import NoReturn

import faust
import structlog

logger = structlog.get_logger("harmattan")

BUG_EXIT = 70  # EX_SOFTWARE


def stop_for_bug(error: BaseException | None, **where: object) -> NoReturn:
    """Logs an error that nobody foresaw, and ends the process at once: what is not committed is read again."""
    logger.error("bug: the service stops without committing", exc_info=error, **where)
    sys.stderr.flush()
    os._exit(BUG_EXIT)


class BoundedWorker(faust.Worker):
    """Faust's worker, which ends in bounded time: while it waits to join a group, SIGTERM can hang it, and so can what
    has to be stopped after a crash."""

    stop_timeout_s = 8.0

    def _on_sigterm(self) -> None:
        self._give_up_later(0)
        super()._on_sigterm()

    def _on_sigint(self) -> None:
        self._give_up_later(0)
        super()._on_sigint()

    def on_worker_shutdown(self) -> None:
        # after a signal the timer of the signal is first
        self._give_up_later(BUG_EXIT)
        super().on_worker_shutdown()

    def _give_up_later(self, code: int) -> None:
        # What was not committed by then is read again by whoever gets the partition.
        timer = threading.Timer(self.stop_timeout_s, os._exit, args=(code,))
        timer.daemon = True
        timer.start()
