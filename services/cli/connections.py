"""Where the servers are, for a command."""

from __future__ import annotations

from typing import TYPE_CHECKING

from services.cli.problem import Problem

if TYPE_CHECKING:
    from services.runtime.settings import Connections


def connections() -> Connections:
    """From the environment. Raises Problem for a wrong value.

    Whatever a server refuses later is a RefusedError, which the entry point words the same way.
    """
    from services.runtime.settings import Connections, SettingsError, read

    try:
        return read(Connections)
    except SettingsError as error:
        raise Problem(str(error)) from None
