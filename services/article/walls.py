"""What a site puts before a text that it does not show to everybody."""

from __future__ import annotations

import re
from collections.abc import Collection

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


def is_wall(found: Collection[str]) -> bool:
    """Whether these words of a lead are a site's own, which say nothing of what it reports."""
    return len(_WALL.intersection(found)) >= _WALLED


def begins_with_wall(text: str) -> bool:
    """Whether the first lines of a text are such a wall."""
    return is_wall(_LETTERS.findall(text[:_BEGINNING].lower().replace("é", "e").replace("ة", "ه")))
