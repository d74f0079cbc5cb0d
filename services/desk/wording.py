"""How values of a document are written on a page: moments, directions, links, numbers. Pure."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from functools import lru_cache
from urllib.parse import quote

from markupsafe import Markup

# languages written from right to left; every other known one goes left to right
_RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur", "ps", "ckb", "sd", "ug", "yi", "dv"))
LANGUAGES = {
    "en": "English", "fr": "French", "ar": "Arabic", "ha": "Hausa", "und": "Language not known", "es": "Spanish",
    "pt": "Portuguese", "de": "German", "ru": "Russian", "sw": "Swahili", "tr": "Turkish", "zh": "Chinese",
    "fa": "Persian", "it": "Italian", "nl": "Dutch", "yo": "Yoruba", "ig": "Igbo", "ff": "Fula",
}
# strftime takes longer, and writes them in the language of the machine
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
STATUSES = {
    "asserted": "said to be so", "negated": "denied", "hypothetical": "possible or feared", "future": "announced",
    "historical": "of the past",
}


# the same names stand on many articles of a page, and on the next page
@lru_cache(maxsize=4096)
def quoted(text: str) -> Markup:
    """The text as a part of an address; nothing is left in it that a page would have to escape."""
    return Markup(quote(text))


def direction(language: str) -> str:
    """The `dir` of a text; `auto` where its language is not known."""
    if language in _RIGHT_TO_LEFT:
        return "rtl"
    return "ltr" if language in LANGUAGES and language != "und" else "auto"


@lru_cache(maxsize=256)
def tongue(language: str) -> str:
    """The `lang` of a text; empty, which means not known, for anything that is no language code."""
    return language if language != "und" and re.fullmatch(r"[a-z]{2,3}", language) else ""


def language_name(code: str) -> str:
    """English name of a language, its code where we have none."""
    return LANGUAGES.get(code, code)


def moment(text: str | datetime | None) -> datetime | None:
    """A moment of a document in UTC; None where there is none or it is none."""
    if not text:
        return None
    try:
        found = text if isinstance(text, datetime) else datetime.fromisoformat(text)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def written(when: datetime, now: datetime) -> str:
    """Short, in UTC: 14:05 today, else 26 Jul 2023, 14:05."""
    clock = f"{when.hour:02}:{when.minute:02}"
    return clock if when.date() == now.date() else f"{when.day} {MONTHS[when.month - 1]} {when.year}, {clock}"


def ago(when: datetime, now: datetime) -> str:
    """How long ago in one unit; empty for what is older than two days or has yet to come."""
    seconds = (now - when).total_seconds()
    if not 0 <= seconds < 2 * 86_400:
        return ""
    if seconds < 60:
        return "just now"
    return f"{seconds // 60:.0f} min ago" if seconds < 3_600 else f"{seconds // 3_600:.0f} h ago"


def counted(number: int) -> str:
    """12,345 with a thin space that does not break."""
    return f"{number:,}".replace(",", "\u202f")


def cut(text: str, most: int) -> str:
    """At most that many characters, with an ellipsis where it was longer."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
