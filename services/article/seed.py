"""The layout of the seed articles: perhaps `date YYYY-MM-DD` in the first line, then paragraphs.

The day may be missing (which is then no date, and said so) or have its time behind it, as ISO 8601 has that.
"""

from __future__ import annotations

import re

from schemas.raw import RawArticle

_DATE = re.compile(
    r"\s*date[ \t]*:?[ \t]*(\d{4}-\d\d(?:-\d\d(?:T\d\d:[\d:.]{2,16}(?:Z|[+-]\d\d:?\d\d)?)?)?)(?=\s|$)[ \t]*",
    re.IGNORECASE,
)


def read_seed_text(text: str) -> RawArticle:
    """Plain text as an article without a title. Nothing is lost: a first line of another form is text."""
    match = _DATE.match(text)
    if match is None:
        return RawArticle(text=text)
    return RawArticle(text=text[match.end() :], published=match[1])
