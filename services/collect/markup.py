"""Bytes of XML, HTML or JSON to characters: what the server and the document say is believed only where it fits."""

from __future__ import annotations

import codecs
import re
from html.entities import html5
from xml.sax.saxutils import escape

from services.article.charset import to_text
from services.article.problem import Problem

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9_.:-]{1,40})[\"']", re.IGNORECASE)
_META = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]{0,300}\?>\s*")
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_REFERENCE = re.compile(r"&#([xX]?)([0-9a-fA-F]++);?")
# a character beyond 65,535 as some write it: by the two halves that UTF-16 has of it
_HALVES = re.compile(
    r"&#(x[dD][89abAB][0-9a-fA-F]{2}|5[56]\d{3});&#(x[dD][c-fC-F][0-9a-fA-F]{2}|5[67]\d{3});", re.IGNORECASE
)
_AMPERSAND = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|&(#?\w{1,32};)?", re.DOTALL)
_XML_ENTITIES = frozenset(("amp;", "lt;", "gt;", "quot;", "apos;"))
_SNIFFED = 2048
_READ_AS = "encoding: read as "
# Of windows-1256: quotation marks, and letters (ف, ق, ك) in places that ISO 8859-6 leaves empty.
_NOT_ISO_ARABIC = re.compile(rb"[\x80-\x9f\xdb-\xdf]")
_CONTINUATION = re.compile(rb"[\xc2-\xf4][\x80-\xbf]")
# What those who write the left one mean.
_MEANT = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "us-ascii": "cp1252", "ascii": "cp1252", "iso-8859-6": "cp1256"}


def read_markup(body: bytes, content_type: str = "") -> str:
    """Never raises. In this order: byte order mark or UTF-16's pattern, UTF-8 where it is valid, what is declared.

    UTF-8 before any declaration, because no text in another encoding happens to be valid UTF-8, nor nearly so; and a
    declared UTF-8 that is not valid is read by what the letters say.
    """
    guess = to_text(body) if body[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) or b"\x00" in body[:4] else None
    if guess is not None and not isinstance(guess, Problem):
        return guess[0]
    body = body.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        # a body that was cut in the middle of a letter is UTF-8 none the less
        if error.start >= len(body) - 4:
            return body[: error.start].decode()
    if (text := _nearly_utf8(body)) is not None:
        return text
    names = [found.decode("ascii") for pattern in (_DECLARED, _META) for found in pattern.findall(body[:_SNIFFED])]
    names += _CHARSET.findall(content_type)
    for name in names:
        if (text := _declared(body, name)) is not None:
            return text
    return _guessed(body)


def _spoken_for(body: bytes) -> str | None:
    """The old code page that the letters speak for, where they do."""
    found = to_text(re.sub(rb"<[^>]{0,2000}>|&[a-z]{1,8};", b" ", body[:200_000]))
    notes = () if isinstance(found, Problem) else found[1]
    said = [note.removeprefix(_READ_AS) for note in notes if note.startswith(_READ_AS)]
    return said[0] if said else None


def _declared(body: bytes, name: str) -> str | None:
    try:
        codec = codecs.lookup(name).name
        if codec in ("utf-8", "utf-8-sig") or codec.startswith(("utf-16", "utf-32")):
            return None  # has been tried
        if codec == "iso8859-6" and not _NOT_ISO_ARABIC.search(body):
            return body.decode("iso8859-6", "replace")
        meant = _MEANT.get(codec.replace("iso8859", "iso-8859"), codec)
        if meant == "cp1252":  # is what software declares that never asked
            meant = _spoken_for(body) or meant
        return body.decode(meant, "replace" if meant.startswith("cp125") else "strict")
    except (LookupError, UnicodeError, ValueError):
        return None


def _nearly_utf8(body: bytes) -> str | None:
    """Much UTF-8 with a few broken letters, each read as windows-1252 has it; None of any other text."""
    broken = body.decode("utf-8", "replace").count("\ufffd")
    if len(_CONTINUATION.findall(body)) <= 4 * broken:
        return None
    return body.decode("utf-8", _WESTERN_STRAYS)


def _western_stray(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeDecodeError)
    return error.object[error.start : error.start + 1].decode("cp1252", "replace"), error.start + 1


_WESTERN_STRAYS = "harmattan-western-strays"
codecs.register_error(_WESTERN_STRAYS, _western_stray)


def _guessed(body: bytes) -> str:
    """The code page that the letters speak for."""
    return body.decode(_spoken_for(body) or "cp1252", "replace")


def without_declaration(text: str) -> str:
    """XML without its first line, whose encoding is no longer true, and without characters that there cannot be."""
    text = _NOT_XML.sub(_gone, _DECLARATION.sub("", text, count=1))
    return _REFERENCE.sub(_possible, _HALVES.sub(_joined, text)) if "&#" in text else text


def with_references(text: str) -> str:
    """XML in which every ampersand begins a reference that XML knows: `?a=1&b=2` and `&nbsp;` are what people write."""
    return _AMPERSAND.sub(_referred, text) if "&" in text else text


def _referred(match: re.Match[str]) -> str:
    name = match[1]
    if name is None:
        return "&amp;" if match[0] == "&" else match[0]
    if name[0] == "#" or name in _XML_ENTITIES:
        return match[0]
    return escape(html5.get(name, f"&{name}"), {'"': "&quot;", "'": "&apos;"})


def _gone(match: re.Match[str]) -> str:
    # the ends of a line and of a page, between two words
    return " " if match[0] in "\x0b\x0c" else ""


def _joined(match: re.Match[str]) -> str:
    high, low = (int(half[1:], 16) if half[0] in "xX" else int(half) for half in match.groups())
    if not (0xD800 <= high < 0xDC00 <= low < 0xE000):
        return match[0]
    return f"&#{0x10000 + ((high - 0xD800) << 10) + low - 0xDC00};"


def _possible(match: re.Match[str]) -> str:
    """A numbered character, if there is one of that number: on half of one feedparser gives up the whole feed.

    Those that XML forbids go as they do where they stand themselves.
    """
    number = _number(match[2], 16 if match[1] else 10)
    if 0 < number <= 0xFFFF and (none := _NOT_XML.match(chr(number))):
        return _gone(none)
    return match[0] if 0 < number <= 0x10FFFF and not 0xD800 <= number <= 0xDFFF else "\ufffd"


def _number(digits: str, base: int) -> int:
    try:
        return int(digits, base) if len(digits) <= 8 else -1
    except ValueError:  # letters in a decimal one
        return -1
