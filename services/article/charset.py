"""Bytes that JSON's own encoding did not explain: byte order marks, UTF-16, old code pages, or nothing readable."""

from __future__ import annotations

import codecs
import re
import unicodedata

from services.article.codepages import read_codepage
from services.article.problem import Problem

_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_BOMS = (
    # UTF-32 first: its little-endian mark begins with UTF-16's
    (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)


def to_text(value: bytes) -> tuple[str, tuple[str, ...]] | Problem:
    """The text of `value` and notes on what it took; a Problem where letters would have to be guessed."""
    for bom, name in _BOMS:
        if value.startswith(bom):
            return _strict(value, name)
    if unmarked := _utf16_without_mark(value):
        return _strict(value, unmarked)
    try:
        text = value.decode()
    except UnicodeDecodeError as error:
        return _not_utf8(value, error.start)
    return Problem("binary", "control characters throughout: not text") if is_binary(text) else (text, ())


def _not_utf8(value: bytes, at: int) -> tuple[str, tuple[str, ...]] | Problem:
    if is_binary(value.decode("latin-1")):
        return Problem("binary", "control characters throughout: not text")
    try:
        # Half characters written out as if they were whole (CESU-8); decoding mends them as it does escaped ones.
        return value.decode("utf-8", "surrogatepass"), ("encoding: surrogates in UTF-8",)
    except UnicodeDecodeError:
        pass
    found = read_codepage(value)
    if found is None:
        return Problem("not_utf8", f"no UTF-8 from byte {at} on, and no other encoding is certain")
    text, name = found
    return text, (f"encoding: read as {name}",)


def is_binary(text: str) -> bool:
    """Control characters at the very start or all over; a stray zero byte is no reason to lose an article."""
    head = len(_CONTROL.findall(text[:8]))
    return head > 1 or len(_CONTROL.findall(text)) > 2 + len(text) // 50


def _strict(value: bytes, name: str) -> tuple[str, tuple[str, ...]] | Problem:
    try:
        text = value.decode(name)
    except UnicodeDecodeError as error:
        return Problem("not_utf8", f"marked as {name.upper()} but is none: {error.reason}")
    if is_binary(text) or any(unicodedata.category(char) in ("Cn", "Co") for char in text[:200]):
        return Problem("binary", f"looks like {name.upper()} but its characters are none")
    return text, (() if name == "utf-8-sig" else (f"encoding: {name.upper()}",))


def _utf16_without_mark(value: bytes) -> str | None:
    head = [byte == 0 for byte in value[:4]]
    if head == [False, True, False, True]:
        return "utf-16-le"
    return "utf-16-be" if head == [True, False, True, False] else None
