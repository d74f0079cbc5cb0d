"""What a site puts before a text that it does not show to everybody."""

from __future__ import annotations

import re
from collections.abc import Collection
from unicodedata import normalize

# Of what stands before a text that is not shown to everybody: walls of cookies, of payment, of log-ins. Folded.
_WALL = frozenset(
    word
    for line in (
        "cookies cookie consent partners privacy personal browsing device subscribe subscriber subscribers",
        "subscription log sign login account newsletter premium javascript browser",
        "abonnes abonne abonnez abonnement connectez connexion inscrivez partenaires traceurs consentement navigateur",
        "اشترك الاشتراك مشترك المشتركين الارتباط الخصوصيه متصفحك",
    )
    for word in line.split()
)
_WALLED = 3
_BEGINNING = 320
_LETTERS = re.compile(r"[^\W\d_]+")
# Of five letters and more: the others are in any text of the language. Not of scripts without spaces between words.
_LONG_WORD, _WORD = (
    re.compile(rf"[^\W\d_\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u9fff]{{{least},}}") for least in (5, 4)
)
_FEW_WORDS = 5


def is_wall(found: Collection[str]) -> bool:
    """Whether these words of a lead are a site's own, which say nothing of what it reports."""
    return len(_WALL.intersection(found)) >= _WALLED


def begins_with_wall(text: str) -> bool:
    """Whether the first lines of a text are such a wall."""
    return is_wall(_LETTERS.findall(text[:_BEGINNING].lower().replace("é", "e").replace("ة", "ه")))


def is_about(announced: str, text: str) -> bool:
    """Whether a text has one in five of the long words that announce it; of few words any has: else it is a wall."""
    said = _long_words(announced)
    return len(said) < _FEW_WORDS or 5 * len(said & _long_words(text)) >= len(said)


def has_word_of(announced: str, text: str) -> bool:
    """Whether a text has any of the words that announce it, small ones left out; of few words nobody can say."""
    said = set(_WORD.findall(normalize("NFC", announced).lower()))
    return len(said) < _FEW_WORDS or not said.isdisjoint(_WORD.findall(normalize("NFC", text).lower()))


def _long_words(text: str) -> set[str]:
    return set(_LONG_WORD.findall(normalize("NFC", text).lower()))
