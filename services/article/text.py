"""Clean text: no markup, no invisible characters, NFC, blocks separated by one blank line."""

from __future__ import annotations

import unicodedata

from services.article.characters import PRINTABLE_HIDDEN, stream_safe, tidy
from services.article.escapes import unescape
from services.article.markup import strip_markup
from services.article.mojibake import repair

TEXT_MAX = 1_000_000  # UTF-16 units; Elasticsearch highlights no field beyond a million
TITLE_MAX = 1_000
_RAW_FACTOR = 4  # markup may take three quarters of what comes; what lies beyond is cut before it is read

_NOT_IN_A_LINE = ("<", "&", "\\", "  ", *PRINTABLE_HIDDEN)
_CONTROLS = bytes(code for code in (*range(0x20), 0x7F) if code != 0x0A)

Notes = tuple[str, ...]


def clean_text(text: str) -> tuple[str, Notes]:
    """The text in blocks, and notes on what was mended. Idempotent but for text that shows markup on purpose."""
    if len(text) > TEXT_MAX * _RAW_FACTOR:
        text = text[: TEXT_MAX * _RAW_FACTOR]
    # Nearly every article takes this short cut. Not one whose letters are to be repaired: a space may be half of one.
    if "<" not in text and "&" not in text and "\\" not in text and not repair(text)[1]:
        plain = text.replace("\xa0", " ").replace("\u202f", " ")
        if "\r" in plain:
            plain = plain.replace("\r\n", "\n")
        lines = plain.split("\n")
        if _is_plain(plain, lines):
            fold = "  " in plain
            if fold or not _is_in_blocks(lines):
                plain = "\n\n".join(_blocks(lines, fold, False))
            return _composed(plain, (), TEXT_MAX)
    return _clean_slowly(text)


def _is_in_blocks(lines: list[str]) -> bool:
    """Paragraphs with a blank line between two, nothing at their edges: as _blocks would leave them."""
    blocks = lines[::2]
    return len(lines) % 2 == 1 and all(blocks) and not any(lines[1::2]) and blocks == list(map(str.strip, blocks))


def _is_plain(text: str, lines: list[str]) -> bool:
    """No control, zero-width or odd space character, at a tenth (ASCII) or half of what a pattern costs."""
    if text.isascii():
        return len(text.encode().translate(None, _CONTROLS)) == len(text)
    return all(map(str.isprintable, lines)) and not any(map(text.__contains__, PRINTABLE_HIDDEN))


def clean_line(text: str) -> tuple[str, Notes]:
    """A title or a name: the same on a single line."""
    if text.isprintable() and not any(map(text.__contains__, _NOT_IN_A_LINE)):
        line, notes = _finish(text, (), TITLE_MAX)
        return line.strip(), notes
    cleaned, notes = _clean_slowly(text[: TITLE_MAX * _RAW_FACTOR])
    return _finish(cleaned.replace("\n\n", " "), notes, TITLE_MAX)


def _clean_slowly(text: str) -> tuple[str, Notes]:
    notes: Notes = ()
    if "\\" in text:
        text, notes = unescape(text)
    if not text.isascii():
        # Before anything is taken out: a soft hyphen or a control may be half of a letter.
        text, broken = repair(text)
        notes += broken
    is_html = False
    if "<" in text or "&" in text:
        text, is_html = strip_markup(text)
    text = tidy(text)
    return _finish("\n\n".join(_blocks(text.split("\n"), "  " in text, is_html)), notes, TEXT_MAX)


def _blocks(lines: list[str], fold: bool, is_html: bool) -> list[str]:
    """Paragraphs, each on one line. A blank line separates two; so does a line break in text without blank lines.

    Not where the lines are those of a page some 70 characters wide, and not in HTML, where it is a mere space.
    `fold` says that there are spaces to be folded inside lines.
    """
    lines = [" ".join(line.split()) for line in lines] if fold else [line.strip() for line in lines]
    if not (is_html or "" in lines[1:-1] or _is_wrapped(lines)):
        return [line for line in lines if line]
    blocks: list[str] = []
    begun = False
    for line in lines:
        if line and begun:
            blocks[-1] += " " + line
        elif line:
            blocks.append(line)
        begun = line != ""
    return blocks


def _is_wrapped(lines: list[str]) -> bool:
    full = [len(line) for line in lines if line][:-1]
    return len(full) >= 3 and all(50 <= length <= 90 for length in full)


def _finish(text: str, notes: Notes, limit: int) -> tuple[str, Notes]:
    if not text.isascii():
        text, broken = repair(text)
        notes = notes if broken in (notes, notes[-1:]) else notes + broken
    return _composed(text, notes, limit)


def _composed(text: str, notes: Notes, limit: int) -> tuple[str, Notes]:
    if not text.isascii():
        text = unicodedata.normalize("NFC", stream_safe(text))
    return (text, notes) if _fits(text, limit) else _cut(text, notes, limit)


def _fits(text: str, limit: int) -> bool:
    """Elasticsearch counts UTF-16 units, of which an emoji has two."""
    return len(text) * 2 <= limit or len(text.encode("utf-16-le")) <= 2 * limit


def _cut(text: str, notes: Notes, limit: int) -> tuple[str, Notes]:
    note = f"{'title' if limit == TITLE_MAX else 'text'}: cut, longer than {limit} characters"
    units = text.encode("utf-16-le")[: 2 * limit]
    return units.decode("utf-16-le", "ignore").rstrip(), notes if note in notes else (*notes, note)
