"""What a person can mend: printed as one line, exit code 2."""

from __future__ import annotations


class Problem(Exception):
    """Its text is one line that says what is wrong and what to do."""
