"""Spans of time in words: since yesterday, 26 July to 3 August 2023, du 26 au 28 juillet, last 3 days. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from services.search.moments import ADVICE, DAY, NAMED_UNITS, ORDINAL, TICK, Moment, MomentError, read, split
from services.search.tree import Span

_SINCE = frozenset(("since", "from", "depuis", "du", "de", "des", "tun", "منذ"))
_UNTIL = frozenset(("until", "till", "jusqu'au", "jusqu'a", "jusqu'en", "jusque", "حتى"))
_TO = _UNTIL | frozenset(("to", "au", "a", "-", "–"))
_IN = frozenset(("on", "in", "during", "le", "en", "au"))
_LAST = frozenset(("last", "past"))
_DERNIERS = frozenset(("derniers", "dernieres"))
_LONGEST = 12


class Taken(NamedTuple):
    """A span and how many words it took."""

    span: Span
    words: int


def whole(text: str, now: datetime) -> Span:
    """All of `text` as one span; a date alone is its day. Raises MomentError."""
    words = split(text)
    taken = read_span(words, now)
    if taken is None or taken.words != len(words):
        moment = read(words, now) if words else None
        if moment is None or moment.words != len(words):
            shown = " ".join(text.split())[:60]
            raise MomentError(f"cannot read the dates {shown!r}; {ADVICE}, or one of these to another")
        return Span(moment.first, moment.last)
    return taken.span


def read_span(words: Sequence[str], now: datetime) -> Taken | None:
    """The span at the beginning of `words` (folded), or None. Raises MomentError for one that ends before it begins.

    A date by itself is none unless nobody writes it in a text he looks for: "26 July 2023" are words, "yesterday",
    "on 26 July 2023" and "in 2023" are spans.
    """
    words = words[:_LONGEST]
    if not words:
        return None
    return (
        _last(words, now) or _between(words, now) or _open(words, now) or _pair(words, 0, now) or _single(words, now)
    )


def _last(words: Sequence[str], now: datetime) -> Taken | None:
    """last 3 days, the past week, this month, les 3 derniers jours, la semaine dernière."""
    at = 1 if words[0] in ("the", "les", "ces", "des", "in", "la", "le", "cette", "ce") and len(words) > 1 else 0
    rest = words[at:]
    if rest[0] in _LAST and len(rest) > 1:
        if rest[1] in NAMED_UNITS:
            return _ago(1, rest[1], now, at + 2)
        if len(rest) > 2 and rest[1].isdecimal() and rest[2] in NAMED_UNITS:
            return _ago(int(rest[1]), rest[2], now, at + 3)
    if len(rest) > 2 and rest[0].isdecimal() and rest[1] in _DERNIERS and rest[2] in NAMED_UNITS:
        return _ago(int(rest[0]), rest[2], now, at + 3)
    if len(rest) > 1 and rest[0] in NAMED_UNITS and rest[1] in ("dernier", "derniere", "passe", "passee"):
        return _ago(1, rest[0], now, at + 2)
    this = words[0] in ("this", "cette", "ce") and len(words) > 1
    if this and words[1] in ("week", "month", "year", "semaine", "mois", "annee"):
        return Taken(Span(_start(words[1], now)), 2)
    return None


def _ago(number: int, unit: str, now: datetime, words: int) -> Taken | None:
    try:
        return Taken(Span(now - number * NAMED_UNITS[unit]), words)
    except OverflowError:
        return None


def _start(unit: str, now: datetime) -> datetime:
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit in ("week", "semaine"):
        return midnight - timedelta(days=midnight.weekday())
    return midnight.replace(day=1, month=midnight.month if unit in ("month", "mois") else 1)


def _between(words: Sequence[str], now: datetime) -> Taken | None:
    if words[0] not in ("between", "entre") or len(words) < 2:
        return None
    return _pair(words, 1, now, frozenset(("and", "et")))


def _open(words: Sequence[str], now: datetime) -> Taken | None:
    """since, until, before or after a date; from one to another."""
    word, at = words[0], 1
    if word == "a" and list(words[1:3]) == ["partir", "du"]:
        word, at = "since", 3
    if word not in _SINCE | _UNTIL | {"before", "avant", "after", "apres"} or len(words) <= at:
        return None
    if word in _SINCE and (pair := _pair(words, at, now)):
        return pair
    # "de 2023", "from 2023" and the like need nothing more; "de mars" alone is more often something else
    moment = read(words[at:], now)
    if moment is None or (word in ("de", "des", "du", "from") and not moment.full):
        return None
    took = at + moment.words
    if word in _UNTIL:
        return Taken(Span(None, moment.last), took)
    if word in ("before", "avant"):
        return Taken(Span(None, moment.first - TICK), took)
    if word in ("after", "apres"):
        return Taken(Span(moment.last + TICK), took)
    return Taken(Span(moment.first), took)


def _pair(words: Sequence[str], at: int, now: datetime, joints: frozenset[str] = _TO) -> Taken | None:
    """A date, a joint, a date. What the first leaves out (26 to 28 July 2023) is that of the second."""
    for joint in range(at + 1, min(len(words) - 1, at + 6)):
        if words[joint] not in joints:
            continue
        last = read(words[joint + 1 :], now)
        first = _first(words[at:joint], last, now) if last else None
        if first and last and first.words == joint - at:
            if first.first > last.last:
                raise MomentError(f"{' '.join(words[at : joint + 1 + last.words])}: the first date is the later one")
            return Taken(Span(first.first, last.last), joint + 1 + last.words)
    return None


def _first(words: Sequence[str], last: Moment, now: datetime) -> Moment | None:
    article = 1 if words[0] in ("the", "le") and len(words) > 1 else 0
    number = ORDINAL.fullmatch(words[article])
    if number and len(words) == article + 1:
        try:
            day = last.first.replace(day=int(number[1]))
        except ValueError:
            return None
        return Moment(day, day + DAY - TICK, article + 1)
    moment = read(words, now, last.last.year)
    if moment and not moment.full and moment.first > last.last:
        moment = read(words, now, last.last.year - 1)
    return moment


def _single(words: Sequence[str], now: datetime) -> Taken | None:
    if words[0] in _IN and len(words) > 1:
        moment = read(words[1:], now)
        return Taken(Span(moment.first, moment.last), 1 + moment.words) if moment and moment.full else None
    if words[0] in ("yesterday", "today", "hier", "aujourd'hui"):
        moment = read(words, now)
        return Taken(Span(moment.first, moment.last), moment.words) if moment else None
    return None
