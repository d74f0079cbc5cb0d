"""What the address of an article says of it: sites file their opinions under a name of their own."""

from __future__ import annotations

from collections.abc import Set
from typing import Final
from urllib.parse import unquote, urlsplit

# The role of schemas/cues.py that has such names, looked for in addresses alone.
ROLE: Final = "section"


def is_filed_under(url: str | None, sections: Set[str]) -> bool:
    """Is one of the folders of this address such a section? https://example.org/opinion/the-bloc-must-choose

    But not: https://example.org/news/opinion
    """
    if url is None:
        return False
    return not sections.isdisjoint(unquote(urlsplit(url).path).casefold().split("/")[:-1])
