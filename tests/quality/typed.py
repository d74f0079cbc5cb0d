"""The query that people alert by today: the country and a word for coup, both anywhere in the article.

To measure against, given all that a search engine does for it: any case, accents folded, and in each article's own
language, whose words a desk would have to know and type.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from services.article.months import fold


class Query(NamedTuple):
    """Both must be found, as whole words."""

    country: re.Pattern[str]
    coup: re.Pattern[str]


def _words(*words: str, before: str = "", after: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b{before}(?:{'|'.join(fold(word) for word in words)}){after}\b")


# one letter and the article may be joined to the front of an Arabic word
_JOINED = "[وفبكل]?(?:ال|ل)?"
QUERIES = {
    "en": Query(_words("niger"), _words("coup", "putsch", after="s?")),
    "fr": Query(_words("niger"), _words("coup d['’]état", "coups d['’]état", "putsch")),
    "ar": Query(_words("نيجر", before=_JOINED), _words("انقلاب", "انقلابا", before=_JOINED)),
    "ha": Query(_words("nijar", "nijer", "niger"), _words("juyin mulki")),
}


def matches(language: str, article: str) -> bool:
    """Whether the query of that language finds the article."""
    query, folded = QUERIES[language], fold(article)
    return bool(query.country.search(folded) and query.coup.search(folded))
