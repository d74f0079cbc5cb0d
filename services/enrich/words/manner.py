"""What tells a report from a piece that thinks about news, as data to count with.

See services/enrich/pieces/reported.py.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from schemas.manner import Manner as Seed
from schemas.manner import Part
from services.enrich.text.fold import fold_name

# The roles of schemas/cues.py whose words are looked for here alone, each language's own.
ROLES: Final = ("weighs", "reports")
# A word in a folded text.
WORD: Final = re.compile(rb"[^ .,;:!?()\"\x01\x02]+")

Words = Mapping[str, frozenset[bytes]]


@dataclass(frozen=True, slots=True)
class Manner:
    """`points` by part and by what is counted; `limit` by language; `words` by role and language, folded."""

    points: tuple[tuple[Part, tuple[tuple[str, float], ...]], ...]
    limit: Mapping[str, float]
    enough: float
    words: Mapping[str, Words]


def compile_manner(seed: Seed, words: Mapping[tuple[str, str], Iterable[str]]) -> Manner:
    """`words` are the spellings by role and language; what is two words in a folded text (n'est) counts as two."""
    found: dict[str, dict[str, frozenset[bytes]]] = {role: {} for role in ROLES}
    for (role, language), texts in words.items():
        found[role][language] = frozenset(word for text in texts for word in WORD.findall(fold_name(text)))
    points = tuple((part, tuple(counted.items())) for part, counted in seed.points.items())
    return Manner(points, seed.limit, seed.enough, found)
