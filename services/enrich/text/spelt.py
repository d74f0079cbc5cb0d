"""A person's full name in a spelling that nobody listed: told by its consonants, word for word.

Mammane Osoumane for Mahamane Ousmane, سنقاري for سانغاري. What differs from paper to paper is nearly always the vowels,
doubled letters and which letter stands for one that the language lacks (g, p, ch). A name so found is less sure than a
listed one: it counts only where the text supports it, as a surname does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple

from services.enrich.text.fold import fold_name

# Fewer consonants than these are shared by too many people.
FEWEST: Final = 5
FEWEST_OF_SURNAME: Final = 3
MANY: Final = 7
FIRST_ARABIC: Final = 0x80
# No article of people needs more; a megabyte of words is not read word by word.
READ: Final = 60_000
# So many words are remembered to begin no name; the articles of a day have fewer.
REMEMBERED: Final = 100_000

_WORDS: Final = re.compile(rb"[a-z]{2,}|[\x80-\x9f]{2,}")
_LAST: Final = re.compile(_WORDS.pattern.join((rb"(?:", rb")\Z")))
LONGEST: Final = 40  # letters of a word
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


_LETTERS: Final = bytes.maketrans(fold_name("طصضذظثغجقح"), fold_name("تسددزتكككه"))
_LONG: Final = fold_name("اويعء")
_ALIF: Final = fold_name("ا")
_AIN: Final = fold_name("ع")
_HA: Final = fold_name("ه")
_CH: Final = (fold_name("تش"), fold_name("ش"))
_THE: Final = fold_name("ال")
_GLUED: Final = frozenset(fold_name("وفبكل"))
# servant of: one name with what follows, written together or apart
_SERVANT: Final = frozenset((fold_name("عبد"), b"abd", b"abdel", b"abdoul", b"abdul", b"abdal"))

_FIRST_VOWELS: Final = frozenset((b"a", _ALIF))

Sounds = tuple[bytes, ...]


class Spelling(NamedTuple):
    """A person's name around the word of it that has most sounds: those before that, backwards, and those behind."""

    before: Sounds
    behind: Sounds
    number: int


Beside = dict[bytes, list[Spelling]]


@dataclass(frozen=True, slots=True)
class Spellings:
    """Names of persons by the sounds of the word that has most of them: few other words sound like it."""

    # and then of the word before that, or, where there is none, of the one behind
    by_longest: dict[bytes, tuple[Beside, Beside]]
    # Whether a word sounds like one of these, as nearly none does: its sounds each time took longer than all else.
    # What is found does not depend on what is remembered.
    others: set[bytes] = field(default_factory=set)
    known: set[bytes] = field(default_factory=set)

    def find(self, key: bytes, initials: Iterable[int], arabic: bytes) -> Iterator[tuple[int, int, int]]:
        """Where full names of persons stand in a folded text: start, end, number.

        `initials` are the places where a word in Latin letters that may be of a name begins; `arabic` is a text in
        Arabic letters as the automaton reads it, letters and spaces, one place further on; empty for any other.
        """
        key = key[:READ]
        for start in initials:
            match = _WORDS.match(key, start)
            if match and self._is_known(match.group()):
                yield from self._around(key, start)
        words = arabic[: READ + 1]
        for word in self._known(words):
            start = words.find(word)
            while start >= 0:
                yield from self._around(key, start)
                start = words.find(word, start + 1)

    def _is_known(self, word: bytes) -> bool:
        if word in self.known or word in self.others:
            return word in self.known
        known = word in _SERVANT or any(sounds_of(written) in self.by_longest for written, _ in _unglued(word, 0))
        if len(self.others) + len(self.known) > REMEMBERED:
            self.others.clear()
            self.known.clear()
        (self.known if known else self.others).add(word)
        return known

    def _known(self, words: bytes) -> list[bytes]:
        """The words of a text that may be of a name, each between spaces."""
        return [b" " + word + b" " for word in set(words.split()) - self.others if self._is_known(word)]

    def _around(self, key: bytes, at: int) -> Iterator[tuple[int, int, int]]:
        word = _word(key, at)
        if word is None or _is_behind_servant(key, at):
            return
        for written, start in _unglued(word[0], at):
            named = self.by_longest.get(sounds_of(written))
            if named is None:
                continue
            before, behind = named
            found: list[Spelling] = []
            # only the first word of a name has anything glued to it
            if before and start == at and (last := _last(key, at)) is not None:
                for other, _ in _unglued(*last):
                    found += before.get(sounds_of(other), ())
            if behind and (following := _following(key, word[1])) is not None:
                found += behind.get(sounds_of(following[0]), ())
            for one in found:
                begin = _begin(key, at, one.before) if one.before else start
                if begin is not None and (end := _end(key, word[1], one.behind)) is not None:
                    yield begin, end, one.number


def compile_spellings(names: Iterable[tuple[int, str]]) -> Spellings:
    """Of the listed names of persons, by their numbers: each that is long enough and one person's only."""
    known: dict[Sounds, set[int]] = {}
    for number, text in names:
        sounds = tuple(map(sounds_of, _words(fold_name(text))))
        known.setdefault(sounds, set()).add(number)
        if len(sounds) == 2 and sounds[0][0] < FIRST_ARABIC:  # papers of the Sahel put the surname first as often
            known.setdefault(sounds[::-1], set()).add(number)
    by_longest: dict[bytes, tuple[Beside, Beside]] = {}
    for sounds, numbers in known.items():
        if len(numbers) == 1 and _is_telling(sounds):
            at = max(range(len(sounds)), key=lambda place: (len(sounds[place]), -place))
            one = Spelling(sounds[:at][::-1], sounds[at + 1 :], min(numbers))
            before, behind = by_longest.setdefault(sounds[at], ({}, {}))
            if one.before:
                before.setdefault(one.before[0], []).append(one)
            else:
                behind.setdefault(one.behind[0], []).append(one)
    return Spellings(by_longest)


def _is_telling(sounds: Sounds) -> bool:
    """Has it consonants enough to be one person's? A vowel that it begins with is none."""
    counts = [len(sound) - (sound[:1] in _FIRST_VOWELS) for sound in sounds]
    if len(sounds) < 2 or min(counts) < 1 or sum(counts) < FEWEST:
        return False
    return len(sounds) > 2 or len(sounds[-1]) >= FEWEST_OF_SURNAME or sum(counts) >= MANY


def _words(key: bytes) -> Iterator[bytes]:
    """The letters of each word."""
    at = 0
    while (match := _WORDS.search(key, at)) and (word := _word(key, match.start())):
        yield word[0]
        at = word[1]


def _word(key: bytes, at: int) -> tuple[bytes, int] | None:
    """The letters of the word that begins there, and where it ends; عبد الرحمن is one."""
    if (match := _WORDS.match(key, at)) is None:
        return None
    word, end = match.group(), match.end()
    if word in _SERVANT and key[end : end + 1] == b" " and (follows := _WORDS.match(key, end + 1)):
        return word + follows.group(), follows.end()
    return word, end


def _is_behind_servant(key: bytes, start: int) -> bool:
    return key[start - 1 : start] == b" " and key[key.rfind(b" ", 0, start - 1) + 1 : start - 1] in _SERVANT


def _following(key: bytes, at: int) -> tuple[bytes, int] | None:
    """The word behind one that ends there, and where it ends."""
    return _word(key, at + 1) if key[at : at + 1] == b" " else None


def _last(key: bytes, at: int) -> tuple[bytes, int] | None:
    """The word before one that begins there, and where it begins."""
    if key[at - 1 : at] != b" " or (match := _LAST.search(key, max(0, at - LONGEST), at - 1)) is None:
        return None
    start = match.start()
    if _is_behind_servant(key, start):
        start = key.rfind(b" ", 0, start - 1) + 1
    word = _word(key, start)
    return None if word is None else (word[0], start)


def _begin(key: bytes, at: int, before: Sounds) -> int | None:
    """Where words of these sounds, the last first, begin that stand before a place; None where others do."""
    for place, sound in enumerate(before, 1):
        if (last := _last(key, at)) is None:
            return None
        spelt = _unglued(*last) if place == len(before) else (last,)
        begins = [start for written, start in spelt if sounds_of(written) == sound]
        if not begins:
            return None
        at = begins[0]
    return at


def _end(key: bytes, at: int, rest: Sounds) -> int | None:
    """Where words of these sounds end that stand behind a word that ends there; None where others do."""
    for sound in rest:
        if (following := _following(key, at)) is None or sounds_of(following[0]) != sound:
            return None
        at = following[1]
    return at


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
