"""Characters that no reader sees, and spaces that are no plain space."""

from __future__ import annotations

import re
import unicodedata

# All of Unicode's spaces but the plain one, and the tab. French sets U+00A0 and U+202F before ; : ! ? and »
_SPACES = "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_SPACE = re.compile(f"[{_SPACES}]")
_NEWLINE = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028]")
# Controls, soft hyphen, zero-width characters (the joiners too: a name with one inside would not be found), marks
# and overrides of direction, byte order marks, interlinear notes, language tags, non-characters.
_HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufff0-\ufffb\ufffe\uffff"
    "\U000e0000-\U000e0fff]"
)
# windows-1252 read as latin-1, the commonest slip of all: quotes and dashes that became control characters.
_C1 = {
    code: bytes([code]).decode("cp1252")
    for code in range(0x80, 0xA0)
    if code not in (0x81, 0x85, 0x8D, 0x8F, 0x90, 0x9D)  # 85 is NEL, a line break; the others are nothing
}
_ANY_C1 = re.compile("[\x80-\x84\x86-\x9f]")


_STACK = re.compile(r"[^\w\s]{31,}")
_STACK_MAX = 30  # marks on one letter, as in Unicode's stream-safe format (UAX 15)
_WINDOW = 500


def stream_safe(text: str) -> str:
    """No more marks on a letter than a normaliser can sort: a million of them would keep it busy for an hour.

    Text with a space in every window has no long stack, which is found out without looking at each character.
    """
    if all(text.find(" ", start, start + _WINDOW) >= 0 for start in range(0, len(text) - _WINDOW, _WINDOW)):
        return text
    return _STACK.sub(_unstack, text)


def _unstack(match: re.Match[str]) -> str:
    kept: list[str] = []
    marks = 0
    for char in match[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _STACK_MAX:
            kept.append(char)
    return "".join(kept)


# Those of the hidden characters that Python takes for printable; the last plane's are looked for in their bytes.
PRINTABLE_HIDDEN = "\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180f"
_LAST_PLANE = b"\xf3\xa0"


def _is_tidy(text: str) -> bool:
    """At a tenth of what the patterns cost, which find nothing in nearly every text."""
    return (
        text.replace("\n", " ").isprintable()
        and not any(map(text.__contains__, PRINTABLE_HIDDEN))
        and (text.isascii() or _LAST_PLANE not in text.encode())
    )


def tidy(text: str) -> str:
    """Hidden characters gone, spaces plain, line breaks `\\n`, a paragraph separator a blank line."""
    plain = text.replace("\r\n", "\n").replace("\t", " ").replace("\xa0", " ").replace("\u202f", " ")
    if _is_tidy(plain):
        return plain
    if _ANY_C1.search(text):
        text = text.translate(_C1)
    text = _NEWLINE.sub("\n", text).replace("\u2029", "\n\n")
    return _HIDDEN.sub("", _SPACE.sub(" ", text))
