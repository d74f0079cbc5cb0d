"""What a person has to mend before a service or a command can work: one line and exit code 2.

In a file of its own, so that the command line can catch them without loading what reads the settings.
"""

from __future__ import annotations

import os
import sys
from typing import NoReturn


class SettingsError(Exception):
    """One line that names the setting, what is wrong with it, and where it is described."""


class RefusedError(SettingsError):
    """A server is there and will not have us (credentials, certificate, host name, rights): waiting does not help."""


def leave(error: SettingsError) -> NoReturn:
    """Ends a service that already runs: one line and exit code 2, nothing committed.

    By os._exit: Faust would print its own traceback and end with 0 or 1.
    """
    print(f"harmattan: {error}", file=sys.stderr, flush=True)
    os._exit(2)
