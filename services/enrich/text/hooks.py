"""Hausa's hooked letters as they are typed without such keys: qasar, xaya and vangare for ƙasar, ɗaya, ɓangare."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from services.enrich.text.fold import Folded

# So many different words of these are no slip: plain Hausa has neither letter but in names.
_WORDS: Final = re.compile(
    rb"\b(?:qasa[rs]?[a-z]*|qungiya[a-z]*|qarqashin|qara|qi|xa?n|xaya|waxan[a-z]+|haxin|sanxa|faxi"
    rb"|hamvara[a-z]*|vangar[a-z]+|buqac[a-z]+|xaruruwa[a-z]*|daxi|qarfi[a-z]*|qaddamar)\b"
)
ENOUGH: Final = 2
# Names that have them in every newsroom.
_NAMED: Final = re.compile(
    rb"\b(?:al )?qa(?:tar|eda|ida|dir)[a-z]*|\bv(?:ladimir|ictoria|iktoria|oa)\b|\bxi\b|\bx\b|\bcov[a-z]*"
)
_HOOKS: Final = bytes.maketrans(b"qxv", b"kdb")


def with_hooks(folded: Folded) -> Folded:
    """The text with these letters for what they stand for; others as they are. Places stay the same."""
    key = folded.key
    if b"q" not in key and b"x" not in key and b"v" not in key:
        return folded
    if len(set(_WORDS.findall(key))) < ENOUGH:
        return folded
    parts, last = [], 0
    for name in _NAMED.finditer(key):
        parts += [key[last : name.start()].translate(_HOOKS), name.group()]
        last = name.end()
    return replace(folded, key=b"".join([*parts, key[last:].translate(_HOOKS)]))
