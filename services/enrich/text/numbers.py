"""How many years ago a passage says that something was: five years after, il y a vingt ans, shekaru goma."""

from __future__ import annotations

import re
from typing import Final

from services.enrich.text.fold import fold_name

_WORDS: Final = {
    1: "one un an guda عام سنة",
    2: "two deux biyu عامين سنتين",
    3: "three trois uku ثلاثة ثلاث",
    4: "four quatre hudu أربعة أربع",
    5: "five cinq biyar خمسة خمس",
    6: "six shida ستة ست",
    7: "seven sept bakwai سبعة سبع",
    8: "eight huit takwas ثمانية ثماني",
    9: "nine neuf tara تسعة تسع",
    10: "ten dix goma عشرة عشر",
    15: "fifteen quinze",
    20: "twenty vingt ashirin عشرين",
    25: "twenty-five vingt-cinq",
    30: "thirty trente talatin ثلاثين",
    40: "forty quarante arbain أربعين",
    50: "fifty cinquante hamsin خمسين",
}
_NUMBERS: Final = {fold_name(word): number for number, words in _WORDS.items() for word in words.split()}
# backwards, so that a longer word is tried before its beginning
_NUMBER: Final = rb"([0-9]{1,2}|" + b"|".join(sorted(_NUMBERS, reverse=True)) + rb")"
_ARABIC_YEARS: Final = b"|".join(fold_name(w) for w in ("أعوام", "سنوات", "عاما", "سنة"))
_ABOUT: Final = b"|".join(
    fold_name(w) for w in ("نحو", "حوالي", "قرابة", "زهاء", "أكثر من", "ما يقرب من", "ما يقارب", "أزيد من")
)
_TWO_YEARS: Final = b"|".join(fold_name(w) for w in ("عامين", "سنتين"))
_AGO: Final = re.compile(
    rb"\b" + _NUMBER + rb" (?:years|year|ans) (?:ago|after|on|since|later|apres|plus tard|de)\b|"
    rb"\bil y a " + _NUMBER + rb" ans\b|"
    rb"(?<!\ba )(?<!cikin )\bshekar[au] (?:kimanin |kusan |fiye da |sama da )?" + _NUMBER
    + rb"(?: (?:cif|cur))? (?:bayan(?! samun)|da(?! samun| yancin| kafa| haihuwa| aure)|tun|kenan|ke nan)\b|"
    + rb"(?:" + fold_name("بعد") + rb"|" + fold_name("قبل") + rb") (?:(?:" + _ABOUT + rb") )?"
    + rb"(?:" + _NUMBER + rb" (?:" + _ARABIC_YEARS + rb")|(" + _TWO_YEARS + rb"))"
)


_HOW_MANY: Final = re.compile(rb"(?<![a-z0-9\x80-\xff])" + _NUMBER + rb"(?: [^ ,.;\x01\x02]+){0,2} $")


def how_many(key: bytes, start: int, end: int) -> int:
    """The number that leads up to the end of [start, end), with two words between at most; 0 if there is none."""
    found = _HOW_MANY.search(key, start, end)
    if found is None:
        return 0
    return int(found.group(1)) if found.group(1).isdigit() else _NUMBERS[found.group(1)]


# One of these stands in whatever counts years back: looking for them costs a hundredth of the pattern.
_ANCHORS: Final = (b"year", b" ans", b"shekar", *map(fold_name, ("أعوام", "سنوات", "عاما", "سنة", "عامين", "سنتين")))


def may_count_years(key: bytes, start: int, end: int) -> bool:
    """Has [start, end) of a folded text a word without which no years are counted?"""
    return any(key.find(anchor, start, end) >= 0 for anchor in _ANCHORS)


def years_ago(key: bytes, start: int, end: int) -> list[int]:
    """The numbers of years that [start, end) of a folded text counts back."""
    counts: list[int] = []
    for m in _AGO.finditer(key, start, end):
        if _FREE.match(key, m.end()):
            continue
        word = next(g for g in m.groups() if g)
        number = int(word) if word.isdigit() else _NUMBERS[word]
        more = number >= ROUND and _MORE.search(key, max(start, m.start() - 12), m.start())
        counts += range(number, number + MORE) if more else [number]
    return counts


# Sixty years after independence: from whenever that was, and not from today.
_FREE: Final = re.compile(
    rb"(?: [^ ,.;\x01\x02]+){0,2} (?:independ|(?:" + fold_name("ال") + rb")?" + fold_name("استقلال") + rb"|yanci)"
)
# Plus de cinquante ans après means up to so many years more, where the number is a round one.
ROUND: Final = 20
MORE: Final = 5
_MORE: Final = re.compile(rb"\b(?:more than|over|plus de) $")
