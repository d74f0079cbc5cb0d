"""The text of a search as an analyst types it, taken apart. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

# A question longer than this is a pasted article; every word costs Elasticsearch a dozen clauses.
MOST_WORDS = 50

_TOKEN = re.compile(r'(?P<no>-)?(?:"(?P<phrase>[^"]*)"|(?P<word>[^\s"]+))')
_QUOTES = str.maketrans("“”„«»", '"""""')


class WordsError(ValueError):
    """One line that says what is wrong with the text."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word, or a phrase in quotes; `excluded` where a minus stands before it."""

    text: str
    phrase: bool = False
    excluded: bool = False


def terms(text: str) -> tuple[Term, ...]:
    """Every word counts; quotes of any kind make a phrase, a minus excludes. Raises WordsError."""
    found = []
    for match in _TOKEN.finditer(text.translate(_QUOTES)):
        phrase, word = match["phrase"], match["word"]
        # a sign alone has no word to look for
        if any(sign.isalnum() for sign in phrase or word or ""):
            found.append(Term((phrase or word).strip(), phrase is not None, match["no"] is not None))
    if len(found) > MOST_WORDS:
        raise WordsError(f"a search takes {MOST_WORDS} words at most, this one has {len(found)}")
    if text.strip() and not found:
        raise WordsError(f"there is no word to look for in {text[:60]!r}")
    return tuple(found)
