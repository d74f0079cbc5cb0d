"""Escapes of JSON that a producer wrote twice: `\\u00e9` for é, `\\n` for a line break, in text by now."""

from __future__ import annotations

import re

from services.article.decode import mend_surrogates

Notes = tuple[str, ...]

_UNICODE = re.compile(r"\\{1,3}u([0-9A-Fa-f]{4})")
_BREAK = re.compile(r"(?:\\{1,3}r)?\\{1,3}n")
_QUOTE = re.compile(r"\\{1,3}([\"'/])")
_FILE = re.compile(r"\b[A-Za-z]:\\")  # "C:\news\new.txt"
_SENTENCE_END = re.compile(r"[.!?»”\"'؟…:)](?:\\{1,3}r)?\\{1,3}n|(?:\\{1,3}r)?\\{1,3}n(?:\\{1,3}r)?\\{1,3}n")


def unescape(text: str) -> tuple[str, Notes]:
    """The characters that were meant, with a note; else the text as it is."""
    found = _UNICODE.sub(lambda match: chr(int(match[1], 16)), text)
    if found is not text and found != text:
        found = mend_surrogates(found)
    # a line break that is written out stands where there is no other
    if "\n" not in text and not _FILE.search(text) and _SENTENCE_END.search(found):
        found = _BREAK.sub("\n", found)
    if found == text:
        return text, ()
    return _QUOTE.sub(r"\1", found), ("escapes: JSON's own undone",)
