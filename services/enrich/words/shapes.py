"""Patterns of small words beside a mention, each one line: what may stand around the words of a role.

In a shape `{since}` is one of the words that the cue files hold for that role, in any of their languages;
`{whole:since}` the same as whole words; `{open:since}` words in which `#` is a year, `@` a month and `%` any word. In
capitals stand the parts of `PARTS`. No automaton looks for these words, since they stand in every sentence: only where
a mention hangs on one are the bytes around it searched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import Field, field, fields
from typing import TYPE_CHECKING, Any, ClassVar, Final, TypeAlias, TypeVar

from services.enrich.text.fold import fold_name

Pattern: TypeAlias = re.Pattern[bytes]
# The words of each role, `(a|b|)` and `~` spelt out.
Words: TypeAlias = Mapping[str, Iterable[str]]
_Shapes = TypeVar("_Shapes", bound="Shapes")

PARTS: Final[Mapping[str, bytes]] = {
    # before and behind a word that is no part of a longer one
    "WORD": rb"(?<![a-z\x80-\xff])",
    "ENDS": rb"(?![a-z\x80-\xff])",
    "BEGINS": rb"(?:^| )",
    "CLAUSE": rb"(?:^|[ \x01\"])",
    # a word with nothing but a space before the next
    "TOKEN": rb"[^ ,;.\x01\x02]+",
    "YEAR": rb"(?:19|20)[0-9][0-9]",
    # glued before an Arabic word: and; then; by; to; the
    "WA": fold_name("و"),
    "FA": fold_name("ف"),
    "BI": fold_name("ب"),
    "LI": fold_name("ل"),
    "AL": b"(?:" + fold_name("ال") + b")",
    "AND": b"(?:" + fold_name("و") + b"|" + fold_name("ف") + b")?",
}
# What an open word of a role stands for: `#`, `@` and `%`.
OPEN: Final[Mapping[bytes, bytes]] = {
    rb"\#": rb"{YEAR}",
    rb"@": rb"{month}",
    rb"%": rb"(?:(?!{no-treaty} )[a-z\x80-\xff]+)",
}
_HOLE: Final = re.compile(rb"\{(?:(whole|open):)?([A-Za-z][A-Za-z-]*)\}")


class Shapes:
    """What dataclasses of such fields are made from. A field is compiled when it is first asked for: half the time
    that the seeds take to load went into patterns, most of which one article does not ask for."""

    __slots__ = ("_words",)
    _words: Words

    if TYPE_CHECKING:
        __dataclass_fields__: ClassVar[dict[str, Field[Any]]]
    else:  # which a checker would take for leave to ask for any name

        def __getattr__(self, name: str) -> Any:
            for one in fields(self):
                if one.name == name:
                    made = one.metadata["make"](self._words)
                    object.__setattr__(self, name, made)
                    return made
            raise AttributeError(name)


def shape(text: bytes) -> Any:  # as dataclasses.field: whatever the field is declared to be
    """A field that holds the pattern of this shape; a role without words never matches."""
    return field(metadata={"roles": _roles(text), "make": lambda words: re.compile(_filled(text, words))})


def single(role: str) -> Any:
    """A field that holds the words of a role, folded."""
    return field(metadata={"roles": {role}, "make": lambda words: frozenset(map(fold_name, words.get(role, ())))})


def plain(role: str, before: bytes = b"", behind: bytes = b"") -> Any:
    """A field that holds the words of a role with a byte string before and behind each, for `startswith`."""

    def make(words: Words) -> tuple[bytes, ...]:
        return tuple(before + fold_name(text) + behind for text in words.get(role, ()))

    return field(metadata={"roles": {role}, "make": make})


def roles_of(shapes: type[Shapes]) -> frozenset[str]:
    """The roles of schemas/small_words.py whose words these shapes hold, which are kept out of the automata."""
    return frozenset().union(*(one.metadata["roles"] for one in fields(shapes)))


def compiled(shapes: type[_Shapes], words: Words) -> _Shapes:
    """The shapes with these words in them."""
    made = object.__new__(shapes)
    object.__setattr__(made, "_words", words)
    return made


def _roles(text: bytes) -> frozenset[str]:
    opened = b"".join(OPEN.values()) if b"{open:" in text else b""
    return frozenset(name.decode() for _, name in _HOLE.findall(text + opened)) - PARTS.keys()


def _filled(text: bytes, words: Words) -> bytes:
    """The shape with its holes filled."""

    def fill(hole: re.Match[bytes]) -> bytes:
        how, name = hole[1], hole[2].decode()
        if name in PARTS:
            return PARTS[name]
        texts = words.get(name, ())
        if how == b"open":
            return _opened(texts, words)
        return _whole(texts) if how == b"whole" else either(texts)

    return _HOLE.sub(fill, text)


def _opened(texts: Iterable[str], words: Words) -> bytes:
    """One of the texts, with years, months and words for their signs."""
    pattern = either(texts)
    for sign, stands_for in OPEN.items():
        pattern = pattern.replace(sign, _filled(stands_for, words))
    return pattern


def either(texts: Iterable[str]) -> bytes:
    """A pattern for one of the texts, folded, the longest first; never matches where there is none.

    They are told apart by their first byte first: of some hundreds nearly all need no second look.
    """
    keys = sorted(set(map(fold_name, texts)), key=lambda k: (-len(k), k))
    if not keys:
        return rb"(?!)"
    if not keys[-1]:
        return rb"(?:" + b"|".join(map(re.escape, keys)) + rb")"
    groups: dict[bytes, list[bytes]] = {}
    for key in keys:
        groups.setdefault(key[:1], []).append(re.escape(key[1:]))
    return rb"(?:" + b"|".join(re.escape(f) + rb"(?:" + b"|".join(rest) + rb")" for f, rest in groups.items()) + rb")"


def _whole(texts: Iterable[str]) -> bytes:
    """Whole words where letters are Latin; Arabic ones with whatever is glued before them."""
    latin = [text for text in texts if text[:1].isascii()]
    other = [text for text in texts if not text[:1].isascii()]
    return rb"(?:\b" + either(latin) + rb"\b|" + either(other) + rb")"
