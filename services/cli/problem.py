"""What a person can mend: printed as one line, exit code 2."""

from __future__ import annotations


class Problem(Exception):  # noqa: N818  # what a person reads, not an error of ours
    """Its text is one line that says what is wrong and what to do."""
