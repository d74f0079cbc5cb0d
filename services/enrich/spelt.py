"""A person's full name in a spelling that nobody listed: told by its consonants, word for word.

Mammane Osoumane for Mahamane Ousmane, سنقاري for سانغاري. What differs from paper to paper is nearly always the vowels,
doubled letters and which letter stands for one that the language lacks (g, p, ch). A name so found is less sure than a
listed one: it counts only where the text supports it, as a surname does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from services.enrich.fold import fold_name

# Fewer consonants than these are shared by too many people.
FEWEST: Final = 5
FEWEST_OF_SURNAME: Final = 3
MANY: Final = 7
FIRST_ARABIC: Final = 0x80
# No article of people needs more; a megabyte of words is not read word by word.
READ: Final = 60_000

_WORDS: Final = re.compile(rb"[a-z]{2,}|[\x80-\x9f]{2,}")
# What the sounds are written with, in order; a capital is a sound that is done with.
_LATIN: Final = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (rb"t?s?ch|t?sh", b"C"), (rb"ph", b"f"), (rb"dj|g(?=[eiy])", b"j"), (rb"q|ck|c(?![eiy])", b"k"), (rb"c", b"s"),
        (rb"gn|ny", b"n"), (rb"x", b"ks"),
    )
)
_SMALL: Final = re.compile(rb"(?<=.)[aeiouyhw]+")
_VOWEL: Final = re.compile(rb"^[aeiou]+")
_TWICE: Final = re.compile(rb"(.)\1+")


def _arabic(letters: str) -> bytes:
    return fold_name(letters)


_LETTERS: Final = bytes.maketrans(_arabic("طصضذظثغجقح"), _arabic("تسددزتكككه"))
_LONG: Final = _arabic("اويعء")
_ALIF: Final = _arabic("ا")
_AIN: Final = _arabic("ع")
_HA: Final = _arabic("ه")
_CH: Final = (_arabic("تش"), _arabic("ش"))
_THE: Final = _arabic("ال")
_GLUED: Final = frozenset(_arabic("وفبكل"))
# servant of: one name with what follows, written together or apart
_SERVANT: Final = frozenset((_arabic("عبد"), b"abd", b"abdel", b"abdoul", b"abdul", b"abdal"))

_FIRST_VOWELS: Final = frozenset((b"a", _ALIF))

Sounds = tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Spellings:
    """Per sound of a first word, the sounds that follow and the number of the person so called."""

    by_first: dict[bytes, tuple[tuple[Sounds, int], ...]]

    def find(self, key: bytes) -> Iterator[tuple[int, int, int]]:
        """Where full names of persons stand in a folded text, the longest first at each place: start, end, number."""
        words = _words(key[:READ])
        for i, (start, _, spelt) in enumerate(words):
            for written, at in _unglued(spelt, start):
                for rest, number in self.by_first.get(sounds_of(written), ()):
                    last = i + len(rest)
                    if last < len(words) and all(
                        words[i + n + 1][0] == words[i + n][1] + 1
                        and key[words[i + n][1]] == 0x20
                        and sounds_of(words[i + n + 1][2]) == sound
                        for n, sound in enumerate(rest)
                    ):
                        yield at, words[last][1], number
                        break


def compile_spellings(names: Iterable[tuple[int, str]]) -> Spellings:
    """Of the listed names of persons, by their numbers: each that is long enough and one person's only."""
    known: dict[Sounds, set[int]] = {}
    for number, text in names:
        sounds = tuple(sounds_of(spelt) for _, _, spelt in _words(fold_name(text)))
        known.setdefault(sounds, set()).add(number)
        if len(sounds) == 2 and sounds[0][0] < FIRST_ARABIC:  # papers of the Sahel put the surname first as often
            known.setdefault(sounds[::-1], set()).add(number)
    by_first: dict[bytes, list[tuple[Sounds, int]]] = {}
    for sounds, numbers in known.items():
        if len(numbers) == 1 and _is_telling(sounds):
            by_first.setdefault(sounds[0], []).append((sounds[1:], min(numbers)))
    return Spellings({first: tuple(sorted(rests, key=lambda r: -len(r[0]))) for first, rests in by_first.items()})


def _is_telling(sounds: Sounds) -> bool:
    """Has it consonants enough to be one person's? A vowel that it begins with is none."""
    counts = [len(sound) - (sound[:1] in _FIRST_VOWELS) for sound in sounds]
    if len(sounds) < 2 or min(counts) < 1 or sum(counts) < FEWEST:
        return False
    return len(sounds) > 2 or len(sounds[-1]) >= FEWEST_OF_SURNAME or sum(counts) >= MANY


def _words(key: bytes) -> list[tuple[int, int, bytes]]:
    """Start, end and letters of each word; عبد الرحمن is one."""
    out: list[tuple[int, int, bytes]] = []
    for match in _WORDS.finditer(key):
        start, end = match.span()
        word = match.group()
        if out and out[-1][2] in _SERVANT and out[-1][1] + 1 == start and key[start - 1] == 0x20:
            out[-1] = (out[-1][0], end, out[-1][2] + word)
        else:
            out.append((start, end, word))
    return out


def _unglued(spelt: bytes, start: int) -> Iterator[tuple[bytes, int]]:
    """A word as it stands and, in Arabic, without what may be glued before it."""
    yield spelt, start
    if spelt[0] in _GLUED and len(spelt) > FEWEST_OF_SURNAME:
        yield spelt[1:], start + 1


@lru_cache(maxsize=20_000)
def sounds_of(word: bytes) -> bytes:
    """The consonants of a folded word, what is written by several letters as one; a first vowel is one, whichever."""
    word = _TWICE.sub(rb"\1", word)
    if word[0] < FIRST_ARABIC:
        for pattern, sound in _LATIN:
            word = pattern.sub(sound, word)
        return _SMALL.sub(b"", _VOWEL.sub(b"a", word))
    if word.startswith(_THE) and len(word) > len(_THE) + 2:
        word = word[len(_THE) :]
    word = word.replace(*_CH).translate(_LETTERS)
    first = _ALIF if word[:1] in (_ALIF, _AIN) else word[:1]
    return first + word[1:].rstrip(_HA).translate(None, _LONG)
