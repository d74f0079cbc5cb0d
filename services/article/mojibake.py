"""Text that was read with the wrong code page before it reached us, in valid UTF-8 by now."""

from __future__ import annotations

import re

from ftfy import fix_encoding

from services.article.arabic import arabic_words

Notes = tuple[str, ...]


def repair(text: str) -> tuple[str, Notes]:
    """The letters that were meant where that is certain, with a note; else the text as it is.

    A healthy text pays for looking for single characters, 2 µs in all.
    """
    if text.isascii() or not any(map(text.__contains__, _SIGNALS)):
        return text, ()
    # Western last: windows-1256 has its curly quotes where 1252 has them, so ftfy would mend these and no letter.
    for find in (_arabic_from_utf8, _arabic_soup, _western, _hooked):
        found = find(text)
        if found is not None and found[0] != text:
            return _HOOK.sub(_hook, found[0]), (f"encoding: broken upstream, {found[1]} undone",)
    return text, ()


# At least one of these stands in every text that the four below mend.
_SIGNALS = "§„ٹ©¨ھ™´ÇÝãÂÃÄÅÐÑØÙ\x80€ÆÉ"
_Found = tuple[str, str] | None

_FTFY_MAX = 200_000  # code points; ftfy needs up to 4 µs for each
_LEADS = "ÂÃÄÅÐÑØÙ\x80€"
# UTF-8's first byte and one of those that follow, as windows-1252 or latin-1 shows them.
_PAIR = re.compile("[ÂÃÄÅÐÑØÙâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[ÃÂ] ")


def _western(text: str) -> _Found:
    """UTF-8 read as windows-1252 and the like, once or more: ftfy's own ground."""
    if len(text) <= _FTFY_MAX and any(lead in text for lead in _LEADS) and _PAIR.search(text):
        return fix_encoding(text), "UTF-8 read as windows-1252"
    return None


def _shown(page: str) -> dict[int, str]:
    """Each byte above ASCII as windows-1252 and latin-1 show it, and the letter of `page` that it was."""
    table: dict[int, str] = {}
    for code in range(0x80, 0x100):
        byte = bytes([code])
        meant = byte.decode(page, "ignore")
        if meant:
            table[code] = meant
            table[ord(byte.decode("cp1252", "ignore") or chr(code))] = meant
    return table


_ARABIC = {page: _shown(page) for page in ("cp1256", "iso8859_6")}
_SOUP = re.compile("[À-ÿ]{2,}")
_LETTERS = re.compile(r"[^\W\d_]")
_ALL_SOUP = 5  # letters


def _arabic_soup(text: str) -> _Found:
    """An Arabic code page read as windows-1252: words of nothing but accented letters, many with `Çá`, the article."""
    if "Ç" not in text and "Ý" not in text and "ã" not in text:
        return None
    sample = text[:5000]
    letters = len(_LETTERS.findall(sample))
    soup = sum(map(len, _SOUP.findall(sample)))
    if soup * 2 < letters:
        return None
    if soup == letters >= _ALL_SOUP:
        # no language of the West writes a line of accents alone
        return text.translate(_ARABIC["cp1256"]), "cp1256 read as windows-1252"
    count, page = max((arabic_words(sample.translate(table)), page) for page, table in _ARABIC.items())
    return (text.translate(_ARABIC[page]), f"{page} read as windows-1252") if count >= 1 else None


_RUN = re.compile("[^\x00-\x7f]+")
_SIGNS = "§„ٹ©¨ھ™´"
_SIGN_PAIR = re.compile("[آأئةطظ][\x80-\xbf„ٹھ™]")


def _arabic_from_utf8(text: str) -> _Found:
    """UTF-8 read as windows-1256, which turns every Arabic letter into a `ط` or `ظ` and a sign behind it."""
    if not any(sign in text for sign in _SIGNS) or not _SIGN_PAIR.search(text):
        return None
    return _RUN.sub(_reread, text), "UTF-8 read as windows-1256"


def _reread(match: re.Match[str]) -> str:
    try:
        return match[0].encode("cp1256").decode()
    except UnicodeError:
        return match[0]


# ftfy takes these for a quotation mark or a dash after a capital. No text has one before a small letter.
_HOOK_BYTES = {letter: letter.encode() for letter in "ƙƴɓɗƘƊ"}
_HOOKS = {shown.decode(page): letter for letter, shown in _HOOK_BYTES.items() for page in ("cp1252", "latin-1")}
_HOOKS |= {"Æ\x81": "Ɓ"}  # to which windows-1252 gives no sign
_HOOK = re.compile("Æ[™´˜Š\x81\x98\x99\x8a]|É[“—\x93\x97](?=[a-z])")


def _hooked(text: str) -> _Found:
    """Hausa's own letters, broken like the rest."""
    if "Æ" not in text and "É" not in text:
        return None
    return _HOOK.sub(_hook, text), "UTF-8 read as windows-1252"


def _hook(match: re.Match[str]) -> str:
    return _HOOKS[match[0]]
