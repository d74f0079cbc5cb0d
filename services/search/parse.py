"""The analyst's language: text to a tree. Pure.

    coup "state television"            both, the second word for word
    coup OR putsch, NOT Mali, -Mali    operators in capitals; a minus excludes; side by side means AND
    (junta OR CNSP) source:"BBC News"  brackets; fields, with one value, a list (a OR b) or a beginning (bbc*)
    Tiani since yesterday              spans of time in words, English or French

What a headline holds when it is pasted is no mistake: quotes and brackets without a partner, signs, `10:30`. What can
only be a mistake is told with its place.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable
from datetime import datetime
from typing import get_args

from schemas.tags import CoupStatus, CoupType, Salience
from services.search import moments, spans
from services.search.problem import SyntaxProblem
from services.search.tokens import Token, tokens
from services.search.tree import All, Either, Filter, Node, Not, Span, Word

# A question longer than this is a pasted article; every word costs Elasticsearch a dozen clauses.
MOST_WORDS = 50
DEEPEST = 20

# name -> the values that it can have, where they are few
FIELDS: dict[str, tuple[str, ...]] = {
    "entity": (),
    "person": (),
    "organisation": (),
    "place": (),
    "source": (),
    "language": (),
    "event": (),
    "status": get_args(CoupStatus),
    "type": get_args(CoupType),
    "story": (),
    "crisis": (),
    "salience": tuple(value for value in get_args(Salience) if value != "none"),
    "is": ("alert", "coup", "superseded"),
    "since": (),
    "until": (),
    "when": (),
}
OTHER_NAMES = {
    "lang": "language", "langue": "language", "people": "person", "organization": "organisation", "org": "organisation",
    "lieu": "place", "from": "since", "to": "until", "date": "when", "statut": "status",
}
_NAMES = frozenset((*FIELDS, *OTHER_NAMES))
_COMMAS = frozenset(("language", "status", "type", "event", "crisis", "is"))


def parse(text: str, now: datetime) -> Node:
    """The tree of a text; `All(())` where there is nothing in it. Raises SyntaxProblem and nothing else."""
    _refuse_misspelled_fields(text)
    found = tokens(text, _NAMES)
    if text.strip() and not found:
        raise SyntaxProblem(f"there is no word to look for in {' '.join(text.split())[:60]!r}")
    if sum(token.kind in ("word", "phrase") for token in found) > MOST_WORDS:
        raise SyntaxProblem(f"a search takes {MOST_WORDS} words at most; keep those that matter", found[MOST_WORDS].at)
    return _Parser(found, now, len(text)).whole()


class _Parser:
    def __init__(self, found: tuple[Token, ...], now: datetime, end: int) -> None:
        self._tokens, self._now, self._end = found, now, end
        self._at = 0

    def whole(self) -> Node:
        return self._either(0) if self._tokens else All(())

    def _next(self) -> Token | None:
        return self._tokens[self._at] if self._at < len(self._tokens) else None

    def _is(self, *kinds: str) -> bool:
        token = self._next()
        return token is not None and token.kind in kinds

    def _either(self, depth: int) -> Node:
        parts = [self._all(depth)]
        while self._is("or"):
            self._at += 1
            parts.append(self._all(depth))
        return parts[0] if len(parts) == 1 else Either(tuple(parts))

    def _all(self, depth: int) -> Node:
        parts = [self._one(depth)]
        while (token := self._next()) is not None and token.kind not in ("or", ")"):
            if token.kind == "and":
                self._at += 1
            parts.append(self._one(depth))
        return parts[0] if len(parts) == 1 else All(tuple(parts))

    def _one(self, depth: int) -> Node:
        excluded = False
        while self._is("not"):
            self._at += 1
            excluded = not excluded
        node = self._atom(depth)
        return Not(node) if excluded else node

    def _atom(self, depth: int) -> Node:
        token = self._next()
        if token is None or token.kind in ("and", "or", ")"):
            raise self._missing(token)
        if token.kind == "word" and (span := self._span()):
            return span
        self._at += 1
        if token.kind == "(":
            if depth == DEEPEST:
                raise SyntaxProblem(f"brackets are nested more than {DEEPEST} deep; leave some out", token.at)
            node = self._either(depth + 1)
            self._at += 1  # the closing one: brackets are in pairs
            return node
        if token.kind == "field":
            return self._field(token)
        return Word(token.text, phrase=token.kind == "phrase")

    def _missing(self, token: Token | None) -> SyntaxProblem:
        before = self._tokens[self._at - 1] if self._at else None
        at, word = (token.at, token.text) if token else (self._end, before.text if before else "")
        side = "before" if token and token.kind != ")" and (not before or before.kind == "(") else "after"
        shown = before.text if before and side == "after" else word
        return SyntaxProblem(f'a word is missing {side} {shown}; to look for {shown} itself, write "{shown}"', at)

    def _span(self) -> Span | None:
        """The span of time that begins with this word."""
        run = []
        for token in self._tokens[self._at :]:
            if token.kind != "word":
                break
            run.append(moments.split(token.text))
        try:
            taken = spans.read_span([part for parts in run for part in parts], self._now)
        except moments.MomentError as error:
            raise SyntaxProblem(str(error), self._tokens[self._at].at) from None
        if taken is None:
            return None
        count = 0
        for number, parts in enumerate(run, 1):
            count += len(parts)
            if count == taken.words:
                self._at += number
                return taken.span
        return None

    def _field(self, token: Token) -> Node:
        name = OTHER_NAMES.get(token.text, token.text)
        values = self._values(token)
        if name in ("since", "until", "when"):
            return self._dates(name, values, token)
        texts = [value.text for value in values]
        if name in _COMMAS:
            texts = [part for text in texts for part in text.split(",") if part]
        if allowed := FIELDS[name]:
            texts = [text.lower() for text in texts]
            for text in texts:
                if text not in allowed:
                    raise SyntaxProblem(f"{name}:{text[:40]} is none of {', '.join(allowed)}", token.at)
        return Filter(name, tuple(texts))

    def _values(self, field: Token) -> list[Token]:
        """A word, a phrase, or several of them in brackets."""
        token = self._next()
        if token is not None and token.kind in ("word", "phrase"):
            self._at += 1
            return [token]
        values: list[Token] = []
        if token is not None and token.kind == "(":
            self._at += 1
            while not self._is(")"):
                inner = self._tokens[self._at]
                if inner.kind in ("word", "phrase"):
                    values.append(inner)
                elif inner.kind != "or":
                    raise SyntaxProblem(
                        f"{field.text}:(…) takes values with OR between them, not {inner.text}", inner.at
                    )
                self._at += 1
            self._at += 1
        if not values:
            raise SyntaxProblem(f'{field.text}: needs a value, such as {field.text}:"…"', field.at)
        return values

    def _dates(self, name: str, values: list[Token], field: Token) -> Span:
        text = " ".join(value.text for value in values)
        try:
            if name == "when":
                return spans.whole(text, self._now)
            moment = moments.whole(text, self._now)
        except moments.MomentError as error:
            raise SyntaxProblem(str(error), field.at) from None
        return Span(moment.first) if name == "since" else Span(None, moment.last)


def _refuse_misspelled_fields(text: str) -> None:
    """`sourse:BBC` would be looked for as a word, and not be found: say so instead."""
    for token in tokens(text, _NAMES):
        name, colon, value = token.text.partition(":")
        if token.kind != "word" or not (colon and value) or not name.isalpha() or len(name) < 4:
            continue
        near = difflib.get_close_matches(name.lower(), FIELDS, 1, 0.8)
        if near:
            raise SyntaxProblem(f'there is no field {name}: (meant {near[0]}:?); to look for it, write "{token.text}"',
                                token.at)


Names = Callable[[str], tuple[str, ...]]
"""Ids of the entities that are written so; none for an ordinary word."""
LONGEST_NAME = 6


def named(node: Node, names: Names) -> Node:
    """The tree with the entities that its words name; words side by side are tried as one name first."""
    if isinstance(node, Word):
        return node if node.phrase else Word(node.text, ids=names(node.text))
    if isinstance(node, Not):
        return Not(named(node.of, names))
    if isinstance(node, Either):
        return Either(tuple(named(one, names) for one in node.of))
    if isinstance(node, All):
        return All(tuple(_joined(node.of, names)))
    return node


def _joined(nodes: tuple[Node, ...], names: Names) -> list[Node]:
    out: list[Node] = []
    at = 0
    while at < len(nodes):
        name, took = _longest_name(nodes[at : at + LONGEST_NAME], names)
        out.append(name or named(nodes[at], names))
        at += took
    return out


def _longest_name(nodes: tuple[Node, ...], names: Names) -> tuple[Word | None, int]:
    run: list[str] = []
    for node in nodes:
        if not isinstance(node, Word) or node.phrase:
            break
        run.append(node.text)
    for length in range(len(run), 1, -1):
        text = " ".join(run[:length])
        if ids := names(text):
            return Word(text, ids=ids), length
    return None, 1
