"""HTML to text, by one linear pass of a regular expression.

Not html.parser: up to Python 3.13 it needs quadratic time on unclosed comments and declarations (CVE-2025-6069), and
it takes "a <b" for the start of an element that swallows the rest. Here a `<` is markup only where a known
element's name and a closing `>` follow, so "5 < 6", "<3" and "<Niamey>" stay what they are.
"""

from __future__ import annotations

import html
import re
from functools import lru_cache

from services.article.words import words

_BLOCKS = words(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li listing main menu nav ol p pre search "
    "section summary table tbody tfoot thead tr ul xmp"
)
_CELLS = frozenset(("td", "th", "option", "input", "button", "img", "iframe", "select", "textarea", "label"))
_INLINE = words(
    "a abbr acronym amp-img applet area audio b base basefont bdi bdo big blink canvas cite code col colgroup data "
    "datalist del dfn em embed font frame i image ins kbd link map mark marquee meta meter nobr noframes noscript "
    "object optgroup output param picture progress q rp rt ruby s samp slot small source span strike strong sub sup "
    "svg path g time track tt u var video wbr "
    # of these only an end without a beginning is left here
    "script style template title noembed"
)
# What stands between these tags is no text for a reader.
_SILENT = "script|style|template|title|noembed|svg"
_HIDDEN = re.compile(
    rf"<!--.*?(?:-->|\Z)|<({_SILENT})\b[^<>]{{0,4000}}+>.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
# Both without IGNORECASE, with which Python does not look for their first character alone, and needs thrice the time.
# A tag that was not closed before the next one is one where the value of an attribute ends there: <a href="x"<img …>.
# Bounded and possessive: no input makes it look twice at the same characters more than a few thousand times.
_TAG = re.compile(
    r"<(?:![dD][oO][cC][tT][yY][pP][eE]\b[^<>]{0,1000}+|\?[^<>]{0,1000}+"
    r"|(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]{0,15}+(?:[:-][a-zA-Z0-9-]{1,30}+)?+)"
    r"(?P<rest>(?:[\s/](?:[^<>\"']|\"[^\"]{0,4000}+\"|'[^']{0,4000}+')*+)?+))(?:>|(?<=[\"'])(?=<))"
)
_ENTITY = re.compile(r"&(?:#(?:[xX][0-9a-fA-F]{1,8}|[0-9]{1,9});?|[a-zA-Z][a-zA-Z0-9]{1,31};)")
# A character beyond the sixteenth bit, each half of it written out: "&#55357;&#56832;"
_HALVES = re.compile(r"&#(5[56]\d{3}|[xX][dD][89abAB][0-9a-fA-F]{2});&#(5[67]\d{3}|[xX][dD][c-fC-F][0-9a-fA-F]{2});")
_ROUNDS = 4  # of unescaping: "&amp;amp;lt;p&amp;amp;gt;" has been seen, deeper has not


def strip_markup(text: str) -> tuple[str, bool]:
    """Text without tags, entities resolved, blocks separated by blank lines; and whether it had blocks at all.

    Escaped once more or twice more than needed is read as what was meant.
    """
    had_blocks = False
    for _ in range(_ROUNDS):
        before = text
        if "<" in text:
            text, blocks = _strip_tags(text)
            had_blocks |= blocks
        if "&" in text:
            text = _ENTITY.sub(lambda match: _character(match[0]), _HALVES.sub(_joined, text))
        if text == before:
            break
    return text, had_blocks


def _strip_tags(text: str) -> tuple[str, bool]:
    if "<!" in text:
        text = _CDATA.sub("", text)
    if _has_silent(text):
        # a comment parts no word: React writes one between a word and its ending
        text = _HIDDEN.sub(lambda match: " " if match[1] else "", text)
    seen = {"blocks": False}

    def replace(match: re.Match[str]) -> str:
        name = (match["name"] or "").lower()
        if not name:
            return " "
        if len(name) == 1 and "=" not in match["rest"] and match["rest"].strip(" /\t\r\n"):
            return match[0]  # "a <b and c> d" is a comparison: a one-letter element has no attribute without a value
        if name in _BLOCKS:
            seen["blocks"] = True
            return "\n\n"
        if name == "br":
            return "\n\n"
        if name in _CELLS:
            return " "
        if name in _INLINE:
            return ""
        return "" if ":" in name or "-" in name else match[0]

    # A line break in HTML is a space, so those before a block tag must not look like a blank line of the text's own.
    return _TAG.sub(replace, text), seen["blocks"]


_MAY_BE_SILENT = re.compile("<(?:!-|[sStTnN])")


def _has_silent(text: str) -> bool:
    if not _MAY_BE_SILENT.search(text):
        return False
    lowered = text.lower()
    return "<!--" in lowered or any(f"<{name}" in lowered for name in _SILENT.split("|"))


def _joined(match: re.Match[str]) -> str:
    high, low = (int(half[1:], 16) if half[0] in "xX" else int(half) for half in match.groups())
    if not 0xD800 <= high < 0xDC00 <= low < 0xE000:
        return match[0]
    return chr(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)


@lru_cache(maxsize=1024)
def _character(entity: str) -> str:
    # html.unescape answers U+FFFD for a zero and for half a surrogate pair: nothing is better
    return html.unescape(entity).replace("\ufffd", "")
