"""The processes that read strangers' bytes, and how they end."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import signal
from pathlib import Path

from pebble import ProcessPool

from services.collect.reader import _begin
from services.collect.site_words import SHIPPED


def begun(noted: Path) -> None:
    """Begins as every reading process does, and notes last of all what SIGTERM would do to it as it ends."""
    atexit.register(lambda: noted.write_text(repr(signal.getsignal(signal.SIGTERM))))
    _begin(SHIPPED)


def test_a_reader_that_ends_by_itself_leaves_sigterm_to_the_system(tmp_path: Path) -> None:
    # A handler of Python's that is taken away while the signal comes is told on the terminal ("Signal 15 ignored due to
    # race condition"): the interpreter takes all away at its end, and pebble may signal a process that ends already.
    noted = tmp_path / "noted"
    context = multiprocessing.get_context("spawn")
    with ProcessPool(1, max_tasks=1, initializer=begun, initargs=[noted], context=context) as pool:
        assert pool.schedule(os.getpid).result() != os.getpid()
    assert noted.read_text() == repr(signal.SIG_DFL)
