"""What a request came back with. Plain data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` is 0 where no answer came; `problem` is then the one line that says why.

    `address` is where the body came from in the end, `moved` the address to ask from now on, where permanent redirects
    said so. `headers` have lower-case names. `cut`: the body broke off.
    """

    address: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False
    moved: str | None = None
    problem: str | None = None

    @property
    def good(self) -> bool:
        """Whether there is a body to read."""
        return 200 <= self.status < 300 and self.problem is None

    def header(self, name: str) -> str:
        """Its value, or nothing."""
        return self.headers.get(name, "")
