"""What a request came back with. Plain data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_ENDS = re.compile(rb"</(?:rss|feed|rdf:RDF|urlset|sitemapindex|html)>\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Answer:
    """`status` is 0 where no answer came; `problem` is then the one line that says why.

    `address` is where the body came from in the end, `moved` the address to ask from now on, where permanent redirects
    said so. `headers` have lower-case names. `cut`: the body broke off. `silent`: no answer came that may come another
    time.
    """

    address: str
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    cut: bool = False
    moved: str | None = None
    problem: str | None = None
    silent: bool = False

    @property
    def good(self) -> bool:
        """Whether there is a body to read."""
        return 200 <= self.status < 300 and self.problem is None

    @property
    def away(self) -> bool:
        """Whether there may be a body another time: the server has too much to do, is broken or cannot be reached."""
        return self.silent or self.status == 429 or self.status >= 500

    def header(self, name: str) -> str:
        """Its value, or nothing."""
        return self.headers.get(name, "")


def ends_whole(body: bytes) -> bool:
    """Whether a body is a whole document, though its server hung up, or fell silent, before it had said so."""
    return _ENDS.search(body[-200:]) is not None
