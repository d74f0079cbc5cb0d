"""Where tables are printed: as wide as the terminal, or as wide as they are where there is none."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

# wider than any row of ours
_WIDE = 400


def console() -> Console:
    """In a pipe or a file nothing is cut, since whoever reads it there looks for whole names."""
    import sys

    from rich.console import Console

    terminal = sys.stdout.isatty() or "COLUMNS" in os.environ
    return Console(width=None if terminal else _WIDE)
