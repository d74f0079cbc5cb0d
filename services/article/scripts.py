"""The script that most letters of a text belong to."""

from __future__ import annotations

_RANGES = (
    (0x0041, 0x024F, "latin"), (0x1E00, 0x1EFF, "latin"), (0x0250, 0x02AF, "latin"),
    (0x0370, 0x03FF, "greek"), (0x0400, 0x052F, "cyrillic"), (0x0530, 0x058F, "armenian"), (0x0590, 0x05FF, "hebrew"),
    (0x0600, 0x06FF, "arabic"), (0x0750, 0x077F, "arabic"), (0xFB50, 0xFDFF, "arabic"), (0xFE70, 0xFEFF, "arabic"),
    (0x0900, 0x097F, "devanagari"), (0x0980, 0x09FF, "bengali"), (0x0E00, 0x0E7F, "thai"),
    (0x10A0, 0x10FF, "georgian"), (0x1200, 0x139F, "ethiopic"), (0x3040, 0x30FF, "kana"), (0x4E00, 0x9FFF, "han"),
    (0xAC00, 0xD7AF, "hangul"),
)  # fmt: skip
_SEEN = 400  # code points looked at
_LEAST = 8  # letters; below, a script says nothing of a language
_KANA_SHARE = 5  # Japanese has a fifth of kana at least, Chinese none


def main_script(text: str, least: int = _LEAST) -> str | None:
    """Its name, or None where there are fewer than `least` letters or no script has more than half of them."""
    counts: dict[str, int] = {}
    for char in text[:_SEEN]:
        if char.isalpha():
            name = _script(ord(char))
            counts[name] = counts.get(name, 0) + 1
    total = sum(counts.values())
    if counts.get("kana", 0) * _KANA_SHARE > total:
        return "kana"
    best = max(counts, key=counts.__getitem__, default="")
    return best if total >= max(least, 1) and counts[best] * 2 > total else None


def _script(code: int) -> str:
    for first, last, name in _RANGES:
        if first <= code <= last:
            return name
    return "other"
