"""Bytes in an old code page to text, only where the words leave no doubt which one it is.

Not charset-normalizer: it always answers something, and on one headline its answer is a guess. A wrong guess is
accented soup in the index for ever; a dead letter keeps the bytes.
"""

from __future__ import annotations

import re

from services.article.arabic import arabic_words
from services.article.language import detect
from services.article.words import words

_ARABIC_PAGES = ("cp1256", "iso8859_6")
_LEAST_WORDS = 2
_LEAST_ARABIC = 0.8  # of all bytes above ASCII
_ARABIC_LETTER = re.compile("[\u0600-\u06ff]")
# What languages written in windows-1252 use of it. MacRoman, DOS and Eastern European pages read as 1252 show others.
_FOREIGN = re.compile(
    "[^\x00-\x7fàâäæçéèêëîïôœùûüÿñáíóúìòãõößåøÀÂÄÆÇÉÈÊËÎÏÔŒÙÛÜÑÁÍÓÚÃÕÖ«»‘’“”–—…•€°ºª¿¡§£©®™·\xa0\xad]"
)
# A sign or a capital inside a word, four accents in a row: letters of another page.
_NO_WORD = re.compile(r"[a-zà-ÿ](?:[«“•€°º£§](?=[a-z])|[À-ÖØ-Þ])|[À-ÿ]{4}")
_WESTERN_LANGUAGES = words("fr en es pt de it nl ha sv da")


def read_codepage(value: bytes) -> tuple[str, str] | None:
    """The text and the page's name, or None. `value` is known not to be UTF-8."""
    lenient = value.decode(errors="replace")
    damaged = lenient.count("\ufffd")
    if len(lenient) - damaged - sum(char < "\x80" for char in lenient) > damaged:
        return None  # UTF-8 with holes: which letters were there, nobody knows
    return _arabic(value) or _western(value)


def _arabic(value: bytes) -> tuple[str, str] | None:
    high = sum(byte >= 0x80 for byte in value)
    best: tuple[int, str, str] = (0, "", "")
    for page in _ARABIC_PAGES:
        try:
            text = value.decode(page)
        except UnicodeDecodeError:
            continue
        if len(_ARABIC_LETTER.findall(text)) >= high * _LEAST_ARABIC:
            best = max(best, (arabic_words(text), page, text))
    return (best[2], best[1]) if best[0] >= _LEAST_WORDS else None


def _western(value: bytes) -> tuple[str, str] | None:
    try:
        text = value.decode("cp1252")
    except UnicodeDecodeError:
        return None
    if _FOREIGN.search(text) or _NO_WORD.search(text):
        return None
    return (text, "cp1252") if detect("", text) in _WESTERN_LANGUAGES else None
