"""How seeds write many spellings as one: `(a|b|)` for alternatives, also within one another, `~` for Hausa endings."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

# Of one entry. The richest of ours has 400; 100,000 would keep a service from starting, and be a slip of the pen.
MOST = 5_000


def spellings(text: str) -> list[str]:
    """All that `text` stands for, without spaces around it or two in a row; some may come twice.

    Raises ValueError where a bracket has no partner, or where there are more than MOST.
    """
    try:
        found, at = _choices(text, 0, within=False)
    except RecursionError:
        raise ValueError(f"too many brackets within one another in {text[:60]!r}") from None
    if at < len(text):
        raise ValueError(f"a bracket too many in {text[:60]!r}")
    return [" ".join(one.split()) for one in found]


def _choices(text: str, at: int, *, within: bool) -> tuple[list[str], int]:
    """What stands from `at` up to the bracket that closes it, and where that ends."""
    done: list[str] = []
    row = [""]
    while at < len(text):
        sign = text[at]
        if sign == ")" and within:
            return done + row, at + 1
        if sign == ")":
            return row, at
        if sign == "(":
            inner, at = _choices(text, at + 1, within=True)
            row = _joined(row, inner, text)
        elif sign == "|" and within:
            done, row, at = done + row, [""], at + 1
        else:
            end = next((i for i in range(at + 1, len(text)) if text[i] in "()|"), len(text))
            row, at = _joined(row, _endings(text[at:end]), text), end
    if within:
        raise ValueError(f"an open bracket in {text[:60]!r}")
    return row, at


def _joined(row: list[str], more: list[str], text: str) -> list[str]:
    if len(row) * len(more) > MOST:
        raise ValueError(f"more than {MOST} spellings in {text[:60]!r}: write several entries")
    return [head + tail for head in row for tail in more]


def _endings(text: str) -> list[str]:
    """A word before `~` is spelt as it is, with -n and with -r."""
    head, tilde, tail = text.partition("~")
    if not tilde:
        return [text]
    return [head + ending + rest for ending in ("", "n", "r") for rest in _endings(tail)]


def _checked(text: str) -> str:
    spellings(text)
    return text


Spelled = Annotated[str, AfterValidator(_checked)]
