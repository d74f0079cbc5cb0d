"""End a temporary stack even when its owner is killed."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from deploy.local.settings import LocalStack, repository_root

# the owner's end of the pipe closes when it dies, however it dies
_WAIT = 'read -r _ || exec "$@"'


@contextmanager
def guarded(stack: LocalStack) -> Iterator[None]:
    """While inside, the death of this process discards the stack."""
    command = [sys.executable, "-m", "deploy.local", "discard"]
    environ = os.environ | {"HARMATTAN_LOCAL": str(stack.home)}
    with subprocess.Popen(
        ["/bin/sh", "-c", _WAIT, "guard", *command],
        cwd=repository_root(),
        env=environ,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as guard:
        yield
        guard.communicate(b"done\n")
