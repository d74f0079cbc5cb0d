"""Whether a mention is of a coup that the reader knows of: the coup, that coup, الانقلاب, juyin mulkin."""

from __future__ import annotations

from services.enrich.read.candidate import Candidate
from services.enrich.read.reading import Reading
from services.enrich.read.script import language_of
from services.enrich.text.fold import ARABIC_BYTE

_AL = bytes(ARABIC_BYTE[c] for c in "ال")


def is_definite(candidate: Candidate, reading: Reading) -> bool:
    """The coup, les putschistes, الانقلاب, juyin mulkin: one that the reader knows of."""
    key = reading.key
    if candidate.rule in ("junta", "ousted", "junta-name") or reading.crises.whose.definite.search(
        key, max(0, candidate.start - 14), candidate.start
    ):
        return True
    if candidate.rule not in ("coup", "maybe"):
        return False  # the article on toppling is grammar: الإطاحة
    if key[candidate.start : candidate.start + 3].find(_AL) >= 0:
        return True
    # juyin mulkin (da sojoji suka yi); but not: a plot to destabilise the nation
    ends = key[candidate.start : candidate.end].removesuffix(b" da")[-1:]
    return ends == b"n" and language_of(reading) not in ("en", "fr")


def is_that(candidate: Candidate, reading: Reading) -> bool:
    """That coup, ce putsch: the one told last."""
    if candidate.rule not in ("coup", "maybe"):
        return False
    return bool(reading.crises.whose.that.search(reading.key, max(0, candidate.start - 8), candidate.start))


def has_article(candidate: Candidate, reading: Reading) -> bool:
    """Does the Arabic article stand within it: محاولة الانقلاب?"""
    return reading.key.find(_AL, candidate.start, candidate.end) >= 0
