"""Texts as the words that they are compared by: folded, in any script. Pure."""

from __future__ import annotations

import re
import unicodedata
import zlib
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

# Four words in a row are hardly ever the same by chance, and a changed word spoils only four of them.
SEQUENCE = 4
# Of longer texts so many are kept: 400 tell a share within 2.5 % either way.
SKETCH = 400
LEAD_CHARACTERS = 320

Sketch = NDArray[np.uint32]

_MARKS = re.compile("[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_WORD = re.compile(r"[^\W_]+")
# letters that decomposing does not take apart, and those that Arabic newsrooms use for one another
_DIGITS = "٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
_SAME = str.maketrans("ɓɗƙƴىةؤئیک" + _DIGITS, "bdkyيهوييك" + "0123456789" * 2)


def words(text: str) -> list[str]:
    """The words of a text, without case, accents and vowel marks."""
    folded = _MARKS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    return _WORD.findall(folded.translate(_SAME))


def sketch(found: Sequence[str]) -> tuple[int, Sketch]:
    """How many different four-word sequences there are, and the smallest hashes of them, sorted."""
    hashes = {zlib.crc32(" ".join(found[at : at + SEQUENCE]).encode()) for at in range(len(found) - SEQUENCE + 1)}
    return len(hashes), np.array(sorted(hashes)[:SKETCH], dtype=np.uint32)


def share(one: Sketch, two: Sketch) -> float:
    """Estimate of the Jaccard similarity of two texts from their sketches; 0 where either is empty."""
    if not len(one) or not len(two):
        return 0.0
    common = np.intersect1d(one, two, assume_unique=True)
    union = np.union1d(one, two)
    # of the union only the smallest are sure to be in both sketches if they are in both texts
    size = len(union) if max(len(one), len(two)) < SKETCH else min(len(union), SKETCH)
    return float(np.count_nonzero(common <= union[size - 1]) / size)


def contained(jaccard: float, one: int, two: int) -> float:
    """Which part of the shorter text the longer one has, given their similarity and lengths."""
    return min(1.0, jaccard * (one + two) / ((1 + jaccard) * max(1, min(one, two))))


def lead(text: str) -> str:
    """The first passage of a text: its first paragraph, or the beginning of it."""
    for paragraph in text.split("\n"):
        if len(paragraph.split()) >= 6:  # a dateline or a by-line is no lead
            return paragraph[:LEAD_CHARACTERS]
    return text[:LEAD_CHARACTERS]
