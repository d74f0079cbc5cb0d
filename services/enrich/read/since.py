"""The years in a folded text, and which of them can date a coup."""

from __future__ import annotations

import re
from typing import Final

from services.enrich.words.times import Times

_DIGITS: Final = frozenset(b"0123456789")
_DIGITS_OR_S: Final = frozenset(b"0123456789s")
_YEARS_19 = re.compile(rb"19[0-9][0-9]")
_YEARS_20 = re.compile(rb"20[0-4][0-9]")

# So far before a year such words begin.
_SINCE_REACH: Final = 56


def years_of(key: bytes) -> list[tuple[int, int]]:
    """Places and values of the numbers that are years, in order."""
    found = [(m.start(), int(m.group())) for pattern in (_YEARS_19, _YEARS_20) for m in pattern.finditer(key)]
    # no year is within a longer number, and the 1990s are none
    return sorted((at, year) for at, year in found if key[at - 1] not in _DIGITS and key[at + 4] not in _DIGITS_OR_S)


def dates_a_coup(key: bytes, at: int, times: Times) -> bool:
    """Can the year at this place date one: is it not said to be since or before it, or an election's, a treaty's?"""
    return not times.since.search(key, max(0, at - _SINCE_REACH), at) or times.then.match(key, at + 4) is not None
