"""The text of a search as an analyst types it, cut into tokens. Pure; never raises."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["word", "phrase", "field", "and", "or", "not", "(", ")"]

_QUOTES = str.maketrans("“”„«»＂", '""""""')
_PART = re.compile(
    r'(?P<not>-(?=["(\w]))'
    r'|"(?P<phrase>[^"]*)"'
    r"|(?P<field>[A-Za-z]{2,20}):(?!//)"
    r"|(?P<bracket>[()])"
    r'|(?P<word>[^\s"()]+)'
    r'|"'
)
# In capitals only: "and" and "or" are words like any other.
_OPERATORS: dict[str, TokenKind] = {"AND": "and", "OR": "or", "NOT": "not"}


@dataclass(frozen=True, slots=True)
class Token:
    """`at` counts code points into the text."""

    kind: TokenKind
    text: str
    at: int


def tokens(text: str, fields: frozenset[str]) -> tuple[Token, ...]:
    """What a person would see in it.

    Quotes of any kind make a phrase; one without a partner, a bracket without one and signs by themselves are no
    more than they are in a pasted headline: nothing. `name:` is a field only where `fields` has the name.
    """
    return tuple(_paired(list(_cut(text.translate(_QUOTES), fields))))


def _cut(text: str, fields: frozenset[str]) -> Iterator[Token]:
    at = 0
    while match := _PART.search(text, at):
        at = match.end()
        if match["field"] and match["field"].lower() not in fields:
            # no field of ours: 10:30, https://…, Niger:coup
            match = re.compile(r'[^\s"()]+').match(text, match.start())
            assert match is not None
            at = match.end()
            token = Token("word", match[0], match.start())
        else:
            token = _token(match)
        if token.kind in ("word", "phrase") and not any(sign.isalnum() for sign in token.text):
            continue
        yield token


def _token(match: re.Match[str]) -> Token:
    at = match.start()
    if match["not"]:
        return Token("not", "-", at)
    if match["phrase"] is not None:
        return Token("phrase", match["phrase"].strip(), at)
    if match["field"]:
        return Token("field", match["field"].lower(), at)
    if match["bracket"]:
        return Token("(" if match["bracket"] == "(" else ")", match["bracket"], at)
    word = match["word"] or ""
    return Token(_OPERATORS.get(word, "word"), word, at)


def _paired(found: list[Token]) -> Iterator[Token]:
    """Without brackets that have no partner or nothing in them."""
    left_out = {number for number, token in enumerate(found) if token.kind == ")"}
    open_: list[int] = []
    for number, token in enumerate(found):
        if token.kind == "(":
            open_.append(number)
            left_out.add(number)
        elif token.kind == ")" and open_:
            opening = open_.pop()
            if any(inner.kind not in ("(", ")") for inner in found[opening:number]):
                left_out -= {opening, number}
    return (token for number, token in enumerate(found) if number not in left_out)
