"""Clean text: no markup, no invisible characters, NFC, blocks separated by one blank line."""

from __future__ import annotations

import unicodedata

from services.ingest.characters import tidy
from services.ingest.markup import strip_markup
from services.ingest.mojibake import repair

TEXT_MAX = 1_000_000  # code points; Elasticsearch highlights no field beyond a million
TITLE_MAX = 1_000
_RAW_FACTOR = 4  # markup may take three quarters of what comes; what lies beyond is cut before it is read

Notes = tuple[str, ...]


def clean_text(text: str) -> tuple[str, Notes]:
    """The text in blocks, and notes on what was mended. Idempotent but for text that shows markup on purpose."""
    # Seven articles in ten take this way. isprintable() says at a tenth of a regular expression's price that there
    # is no control, zero-width or odd space character in a block.
    if "<" not in text and "&" not in text and "  " not in text:
        blocks = text.split("\n\n")
        if all(block.isprintable() and block and block[0] != " " and block[-1] != " " for block in blocks):
            return _finish(text, (), TEXT_MAX)
    return _clean_slowly(text)


def clean_line(text: str) -> tuple[str, Notes]:
    """A title or a name: the same on a single line."""
    if text.isprintable() and "<" not in text and "&" not in text and "  " not in text:
        return _finish(text.strip(), (), TITLE_MAX)
    cleaned, notes = _clean_slowly(text[: TITLE_MAX * _RAW_FACTOR * 2])
    line = cleaned.replace("\n\n", " ")
    return (line, notes) if len(line) <= TITLE_MAX else _cut(line, notes, TITLE_MAX)


def _clean_slowly(text: str) -> tuple[str, Notes]:
    notes: Notes = ()
    if len(text) > TEXT_MAX * _RAW_FACTOR:
        text = text[: TEXT_MAX * _RAW_FACTOR]
        notes = (f"text: cut, longer than {TEXT_MAX} characters",)
    is_html = False
    if "<" in text or "&" in text:
        text, is_html = strip_markup(text)
    return _finish("\n\n".join(blocks_of(tidy(text), is_html)), notes, TEXT_MAX)


def blocks_of(text: str, is_html: bool) -> list[str]:
    """Paragraphs, each on one line. A blank line separates two; so does a line break in text without blank lines.

    Not where the lines are those of a page some 70 characters wide, and not in HTML, where it is a mere space.
    """
    lines = [" ".join(line.split()) for line in text.split("\n")]
    if is_html or "" in lines[1:-1] or _is_wrapped(lines):
        paragraphs: list[list[str]] = [[]]
        for line in lines:
            if line:
                paragraphs[-1].append(line)
            elif paragraphs[-1]:
                paragraphs.append([])
        return [" ".join(paragraph) for paragraph in paragraphs if paragraph]
    return [line for line in lines if line]


def _is_wrapped(lines: list[str]) -> bool:
    full = [len(line) for line in lines if line][:-1]
    return len(full) >= 3 and all(50 <= length <= 90 for length in full)


def _finish(text: str, notes: Notes, limit: int) -> tuple[str, Notes]:
    if not text.isascii():
        text, broken = repair(text)
        notes += broken
        text = unicodedata.normalize("NFC", text)
    return (text, notes) if len(text) <= limit else _cut(text, notes, limit)


def _cut(text: str, notes: Notes, limit: int) -> tuple[str, Notes]:
    note = f"{'title' if limit == TITLE_MAX else 'text'}: cut, longer than {limit} characters"
    return text[:limit].rstrip(), notes if note in notes else (*notes, note)
