"""Whether letters make Arabic words, which is how a code page is told from its neighbours."""

from __future__ import annotations

import re

from services.article.words import words

_COMMON = words(
    "في من على إلى الى أن ان التي الذي هذا هذه بعد قبل مع عن كان كانت قال قالت ما لا بين وقال أو لم قد ذلك عند منذ "
    "خلال ضد حتى كل وفي ومن هو هي رئيس يوم"
)
_WORD = re.compile("[\u0621-\u0652]+")
_ARTICLE = re.compile("(?:[وفبك]?ال|لل)[\u0621-\u064a]{3,}")


def arabic_words(text: str) -> int:
    """How many words can only be Arabic: common ones and those with the article."""
    return sum(word in _COMMON or _ARTICLE.fullmatch(word) is not None for word in _WORD.findall(text[:5000]))
