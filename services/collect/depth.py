"""XML that is nested no deeper than any parser bears: what others wrap a thousand times is unwrapped. Pure.

Parsers take quadratic time with the depth, or give up the whole document for one item of it: 300,000 elements within
one another kept feedparser busy for half a minute.
"""

from __future__ import annotations

import re
from collections import Counter

# Pages of the world are some 30 deep, the deepest that were seen some 200; feeds and outlines a dozen.
DEEPEST = 400
# CDATA and comments hold no elements; each alternative stops at its end or takes the rest, so the scan is linear
_TOKEN = re.compile(
    r"<!\[CDATA\[(?:.*?\]\]>|.*)|<!--(?:.*?-->|.*)|<(/?)([A-Za-z_][^\s<>/]{0,60})(?:\"[^\"<]*\"|'[^'<]*'|[^<>])*+>",
    re.DOTALL,
)


def shallow(text: str) -> str:
    """The text with a space for each tag deeper than DEEPEST, their content kept; most often the text itself.

    An end tag also ends whatever was opened within and never closed, so that one item spoils no other.
    """
    if text.count("<") <= DEEPEST:
        return text
    within = _Within()
    cut = _TOKEN.sub(within.token, text)
    return cut if within.too_deep else text


class _Within:
    """What is open at a place: the elements that were kept, and how many of each name were not."""

    def __init__(self) -> None:
        self.too_deep = False
        self._open: list[str] = []
        self._kept: Counter[str] = Counter()
        self._cut: Counter[str] = Counter()

    def token(self, match: re.Match[str]) -> str:
        """The token, or a space where it is too deep: what is on both sides must not become one word or reference."""
        whole, name = match[0], match[2]
        if name is None or whole[-2] == "/":
            return whole
        if match[1]:
            return self._end(name, whole)
        if len(self._open) >= DEEPEST:
            self.too_deep = True
            self._cut[name] += 1
            return " "
        self._open.append(name)
        self._kept[name] += 1
        return whole

    def _end(self, name: str, whole: str) -> str:
        if self._cut[name]:
            self._cut[name] -= 1
            return " "
        if self._kept[name]:
            self._cut.clear()
            last = ""
            while last != name:
                last = self._open.pop()
                self._kept[last] -= 1
        return whole
