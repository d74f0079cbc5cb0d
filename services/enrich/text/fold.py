"""One text folded once: what differs only in writing becomes the same bytes, and every byte knows its place.

A folded text is one byte per code point, so that the automaton reads it without decoding and an offset in it is an
offset in the text. Only where something was left out (a vowel mark, a zero-width character, a second space) or one
letter stands for two (œ) does the text carry a map; most articles need none.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

PARAGRAPH: Final = 0x01
DASH: Final = 0x02
OTHER_LETTER: Final = 0xFF
_DELETE: Final = 0x00
_EXPAND: Final = 0xFE
_SYMBOL: Final = ord("~")

# Apostrophes and hyphens join what is one name in one spelling and two words in the next, so they are spaces:
# coup d'Etat, coup d’État, coup d Etat; Guinée-Bissau, Guinée Bissau.
_SPACES = (
    " \t\r\x0b\x0c\x85\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
)
_APOSTROPHES = "'\u2019\u02bc\u2018\u201b`\u00b4\u02b9\u02bb\u02bd\u02be\u02bf\u2032\uff07\ua78c"
_HYPHENS = "-\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d_"
_QUOTES = '"\u201c\u201d\u201e\u201f\u00ab\u00bb\u2039\u203a\uff02'
_PUNCTUATION = {
    "؟": "?",
    "،": ",",
    "؛": ";",
    "…": ".",
    "۔": ".",
    "。": ".",
    "！": "!",
    "？": "?",
    "—": "\x02",
    "―": "\x02",
    "\u2028": "\n",
    "\u2029": "\n",
}
_KEPT = ".,;:!?()\n%$#@/"

_ARABIC = "ءابتثجحخدذرزسشصضطظعغفقكلمنهوي"
# To the letter that the newsrooms of the crisis use: hamza seats, final ya, ta marbuta, Persian and Urdu letters.
_ARABIC_SAME = {
    "آ": "ا",
    "أ": "ا",
    "إ": "ا",
    "ٱ": "ا",
    "ٲ": "ا",
    "ٳ": "ا",
    "ؤ": "و",
    "ئ": "ي",
    "ى": "ي",
    "ة": "ه",
    "ی": "ي",
    "ې": "ي",
    "ے": "ي",
    "ۍ": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "گ": "ك",
    "ݣ": "ك",
    "ڭ": "ك",
    "ھ": "ه",
    "ہ": "ه",
    "ە": "ه",
    "ۀ": "ه",
    "ۃ": "ه",
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    "ۋ": "و",
    "ڨ": "ق",
    "ں": "ن",
}
_LATIN_SAME = {
    "ɓ": "b",
    "ɗ": "d",
    "ƙ": "k",
    "ƴ": "y",
    "ɖ": "d",
    "ŋ": "n",
    "ɲ": "n",
    "ɛ": "e",
    "ɔ": "o",
    "ə": "e",
    "ǝ": "e",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ı": "i",
    "ƈ": "c",
    "ƒ": "f",
    "ɣ": "g",
    "ŧ": "t",
    "ʋ": "v",
}
_PAIRS = {"œ": "oe", "æ": "ae", "ß": "ss", "þ": "th", "ŉ": "'n"}
# Where a letter, a mark or a symbol of another form can stand; beyond these a character is only told letter or not.
_RANGES = ((0x00, 0x2200), (0x2C60, 0x2C80), (0xA720, 0xA800), (0xFB00, 0x10000), (0x1D400, 0x1D800))

ARABIC_BYTE: Final = {letter: 0x80 + i for i, letter in enumerate(_ARABIC)}
_SHOWN: Final = {value: letter for letter, value in ARABIC_BYTE.items()}


@dataclass(frozen=True, slots=True)
class Folded:
    """`key` ends with one space more than the text, so that the byte after and before any match exists."""

    text: str
    key: bytes
    offsets: NDArray[np.int64] | None

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where the folded [start, end) stands in the text; marks left out behind the last letter belong to it."""
        if self.offsets is None:
            return start, end
        last = int(self.offsets[end - 1]) + 1
        following = int(self.offsets[end]) if end < len(self.offsets) else last
        while last < following and unicodedata.category(self.text[last]) == "Mn":
            last += 1
        return int(self.offsets[start]), last

    def surface(self, start: int, end: int) -> str:
        """The folded [start, end) as it stands in the text."""
        first, last = self.span(start, end)
        return self.text[first:last]


def fold(text: str) -> Folded:
    """Fold a text. Never fails; half surrogates are symbols."""
    units = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    key = _TABLE.take(units).tobytes()
    offsets = None
    if b"\x00" in key or b"\xfe" in key:
        key, offsets = _spread(text, key)
    if b"\n" in key:
        # Two line ends are a paragraph's; a single one only wraps a line, unless each line is one of its own.
        key = key.replace(b"\n\n", b"\x01\x01")
        if b"\n" in key:
            end = b"\x01" if _are_lines(text) else b" "
            key = key.replace(b"\x01\n", b"\x01\x01").replace(b"\n", end)
    # A dash between spaces is punctuation, inside a word it joins.
    if b"-" in key:
        key = key.replace(b" - ", b" \x02 ").replace(b"-", b" ")
    if b"  " in key:
        key, offsets = _single_spaces(key, offsets)
    return Folded(text, key + b" ", offsets)


def _are_lines(text: str) -> bool:
    """Does each single line end stand behind a line of its own, as in a list of headlines, and wrap none?

    A wrapped text goes on with small letters somewhere, or all of its lines are about as long. A list does not.
    """
    lines = [part.split("\n") for part in text.split("\n\n") if "\n" in part]
    longest, shortest = 0, WIDEST
    for part in lines:
        for before, after in pairwise(part):
            first = after.lstrip()[:1]
            if first.islower() or first in _GOES_ON or before.rstrip()[-1:] in _UNFINISHED:
                return False
            longest, shortest = max(longest, len(before)), min(shortest, len(before))
    return longest > WIDEST or shortest < longest * EVEN


# Nobody wraps lines at more letters; and a wrapped line falls short of the longest by no more than a word.
WIDEST: Final = 120
EVEN: Final = 0.75
_GOES_ON: Final = frozenset(",;:.)%?!»”")
_UNFINISHED: Final = frozenset(",(-–«“")


def fold_name(name: str) -> bytes:
    """The bytes that a name or a cue has in a folded text."""
    return fold(name.strip()).key.strip()


def shown(key: bytes) -> str:
    """A folded text for a person to read."""
    return "".join(_SHOWN.get(b, chr(b) if b < 0x80 else "□") for b in key)


def _spread(text: str, key: bytes) -> tuple[bytes, NDArray[np.int64]]:
    raw = np.frombuffer(key, np.uint8)
    counts = np.ones(len(raw), np.int64)
    counts[raw == _DELETE] = 0
    counts[raw == _EXPAND] = [len(_expansion(text[i])) for i in np.flatnonzero(raw == _EXPAND)]
    offsets = np.repeat(np.arange(len(raw)), counts)
    out = bytearray(raw[offsets].tobytes())
    if b"\xfe" in key:
        ends = np.cumsum(counts)
        for i in np.flatnonzero(raw == _EXPAND):
            letters = _expansion(text[i])
            out[ends[i] - counts[i] : ends[i]] = letters
    return bytes(out), offsets


def _single_spaces(key: bytes, offsets: NDArray[np.int64] | None) -> tuple[bytes, NDArray[np.int64]]:
    raw = np.frombuffer(key, np.uint8)
    keep = np.ones(len(raw), bool)
    keep[1:] = ~((raw[1:] == 0x20) & (raw[:-1] == 0x20))
    places = np.flatnonzero(keep) if offsets is None else offsets[keep]
    return raw[keep].tobytes(), places


def _expansion(char: str) -> bytes:
    letters = bytes(_TABLE[ord(c)] for c in _PAIRS.get(char.lower()) or unicodedata.normalize("NFKC", char))
    return letters.replace(b"\x00", b"").replace(b"\xfe", b"~")


def _byte(char: str) -> int:
    if char in _PUNCTUATION:
        return ord(_PUNCTUATION[char])
    if char in _KEPT:
        return ord(char)
    if char in _SPACES or char in _APOSTROPHES:
        return 0x20
    if char in _HYPHENS:
        return ord("-")
    if char in _QUOTES:
        return ord('"')
    category = unicodedata.category(char)
    if category in ("Mn", "Me", "Cf") or char == "ـ":
        return _DELETE
    return _letter(char, category)


def _letter(char: str, category: str) -> int:
    if category == "Nd":
        return ord("0") + unicodedata.digit(char)
    small = char.lower()[:1]
    if small in _PAIRS:
        return _EXPAND
    small = _LATIN_SAME.get(small, _ARABIC_SAME.get(small, small))
    if small in ARABIC_BYTE:
        return ARABIC_BYTE[small]
    if "a" <= small <= "z":
        return ord(small)
    plain = [c for c in unicodedata.normalize("NFKD", small) if unicodedata.category(c) != "Mn" and c != "ـ"]
    if len(plain) == 1 and plain[0] != small:
        return _byte(plain[0])
    if len(plain) > 1 and category[0] == "L":
        return _EXPAND
    return OTHER_LETTER if category[0] in "LN" else _SYMBOL


def _table() -> NDArray[np.uint8]:
    table = np.full(0x110000, OTHER_LETTER, np.uint8)
    for first, last in _RANGES:
        table[first:last] = [_byte(chr(c)) for c in range(first, last)]
    table[0x2200:0x2C00] = _SYMBOL
    table[0x2E00:0x2E80] = _SYMBOL
    table[0x3001:0x3004] = _SYMBOL
    table[0x3000] = 0x20
    table[0xD800:0xF900] = _SYMBOL
    table[0x1F000:0x20000] = _SYMBOL
    table[0xE0000:] = _SYMBOL
    table[0xE0001:0xE0200] = _DELETE
    return table


_TABLE: Final = _table()
# Truth per byte: is it a letter or a digit, of any script?
WORD: Final = bytes(
    1 if (48 <= b <= 57 or 97 <= b <= 122 or 0x80 <= b < 0x80 + len(_ARABIC) or b == OTHER_LETTER) else 0
    for b in range(256)
)
