"""Where the servers of the tests keep their data."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MEMORY = Path("/dev/shm")
# what all of the tests' servers hold at once is a tenth of it
ROOM = 8 * 1024**3


@contextmanager
def place() -> Iterator[Path]:
    """A folder that every user can enter, as Elasticsearch must, and that is gone afterwards.

    It is in memory where there is plenty, unless TMPDIR says where: an index that is made or removed waits for the disk
    several times, and the tests make some hundreds (0.4 s each on a slow disk, 0.1 s in memory). What they kill are
    processes, whose files memory keeps as a disk does.
    """
    with tempfile.TemporaryDirectory(dir=None if "TMPDIR" in os.environ else memory()) as home:
        Path(home).chmod(0o755)
        yield Path(home)


def memory(folder: Path = MEMORY, room: int = ROOM) -> Path | None:
    """The folder that is in memory, if it has so much room and programs may be run from it; else None."""
    try:
        free = shutil.disk_usage(folder).free
        programs = not os.statvfs(folder).f_flag & os.ST_NOEXEC
    except (OSError, AttributeError):  # no such folder, or a system that knows no such flag
        return None
    return folder if free >= room and programs and os.access(folder, os.W_OK) else None
