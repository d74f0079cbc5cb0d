"""Bytes of one record to the articles in it: JSON in all the shapes that producers send, or plain text."""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass

import orjson

from services.article.charset import to_text
from services.article.envelope import opened
from services.article.problem import Problem

# Far more than any article has, far less than where a parser's own limit lies (orjson 1,024; Python 3.11's json
# about 1,000 less what the stack holds already), so that the verdict is the same everywhere.
MAX_DEPTH = 256
MAX_ITEMS = 10_000  # of one list; each becomes a message of its own
_CONTAINERS = (dict, list)
_MAX_WRAPS = 3  # JSON in a string in a string; a fourth is nobody's accident
_MAX_DIGITS = 400  # beyond it, Python either refuses the number or spends its time on it
_BLANK = " \t\r\n\x0b\x0c\x00\x1e\ufeff"  # and what begins a record of a JSON text sequence (RFC 7464)
# A string counts as one token, also when it never ends: brackets inside it nest nothing.
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[\[{]|[\]}]', re.DOTALL)


# How a list of JSON begins, broken off or not; "[AFP] Niamey" is prose.
_LIST = re.compile(r'\[\s*+(?:[\[{"\],:}]|-?\d|(?:true|false|null|NaN|-?Infinity)\b|\Z)')

# What somebody fed by mistake: a feed, a list of feeds or pages, a PDF. The tags of it are nobody's text.
_DOCUMENT = re.compile(
    r"(?:<\?xml[^>]{0,300}>\s{0,100})?(?:<!--[^>]{0,1000}-->\s{0,100})?"
    r"<(rss|feed|rdf:RDF|urlset|sitemapindex|opml)[\s>]|(%PDF)-\d",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """The elements of a record, parsed: an article is a dict, plain text a str; a Problem tells of a bad element.

    Anything else is no article. No items: nothing was sent.
    """

    items: list[object]
    notes: tuple[str, ...] = ()


def decode(value: bytes) -> Decoded | Problem:
    """Never raises. The fast path is orjson's; whatever that refuses is looked at again, slowly."""
    try:
        parsed = orjson.loads(value)
    except orjson.JSONDecodeError:
        pass
    else:
        if isinstance(parsed, dict) and not _holds_containers(parsed):
            return Decoded([parsed])
        if value.count(b"{") + value.count(b"[") <= MAX_DEPTH:
            return _unwrap(parsed, 0)
    if value[:1] == b"\x00" and value[5:6] in (b"{", b"["):
        # a schema registry's magic byte and number before the JSON
        framed = decode(value[5:])
        if not isinstance(framed, Problem):
            return framed
    decoded = to_text(value)
    if isinstance(decoded, Problem):
        return decoded
    text, notes = decoded
    result = _read(text, 0)
    if isinstance(result, Problem) or not notes:
        return result
    return Decoded(result.items, notes + result.notes)


def _holds_containers(parsed: dict[str, object]) -> bool:
    # a loop: any() over a generator costs three times as much
    for value in parsed.values():
        kind = type(value)
        if kind in _CONTAINERS or (kind is str and value[:1] == "{"):  # type: ignore[index]  # a str by now
            return True
    return False


def depth(text: str) -> int:
    """How deep brackets nest outside strings, without parsing."""
    deepest = level = 0
    for match in _TOKEN.finditer(text):
        char = match[0]
        if char in "[{":
            level += 1
            deepest = max(deepest, level)
        elif char in "]}":
            level -= 1
    return deepest


def _read(text: str, wraps: int) -> Decoded | Problem:
    text = text.strip(_BLANK)
    if not text:
        return Decoded([])
    if document := _DOCUMENT.match(text):
        return Problem("not_an_article", f"a document of its own kind ({document[1] or document[2]}), no article")
    looks_json = text[0] == "{" or _LIST.match(text) is not None
    if looks_json and (levels := depth(text)) > MAX_DEPTH:
        return Problem("too_deep", f"JSON nested {levels} deep; {MAX_DEPTH} is the limit")
    try:
        parsed = _loads(text)
    except ValueError as error:
        if looks_json:
            if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
                return _sequence(text, error)
            return Problem("not_json", f"begins like JSON but is none: {str(error)[:200]}")
        return Decoded([mend_surrogates(text)])
    return _unwrap(parsed, wraps)


def _sequence(text: str, error: json.JSONDecodeError) -> Decoded | Problem:
    """Several objects one behind the other, on lines of their own or not."""
    items: list[object] = []
    at = 0
    while at < len(text):
        try:
            item, at = _DECODER.raw_decode(text, at)
        except ValueError:
            if text[at].isalpha() and not any(isinstance(item, _CONTAINERS) for item in items):
                return Decoded([mend_surrogates(text)])  # "[1] Soldiers came": a mark before prose
            return Problem("not_json", f"begins like JSON but is none: {str(error)[:200]}")
        items.extend(item if isinstance(item, list) else [item])
        if len(items) > MAX_ITEMS:
            return Problem("too_many", f"more than {MAX_ITEMS} objects in one record")
        while at < len(text) and text[at] in _BLANK + ",":
            at += 1
    return Decoded([one for item in items for one in _opened(_mend(item))])


def _opened(item: object) -> list[object]:
    if not isinstance(item, dict):
        return [item]
    found = opened(item)
    return found if isinstance(found, list) else [found]


def _unwrap(parsed: object, wraps: int) -> Decoded | Problem:
    if isinstance(parsed, dict):
        held = opened(parsed)
        return Decoded([held]) if isinstance(held, dict | str) else _unwrap(held, wraps)
    if parsed is None:
        return Decoded([])
    if isinstance(parsed, list):
        if len(parsed) > MAX_ITEMS:
            return Problem("too_many", f"a list of {len(parsed)} elements; {MAX_ITEMS} is the limit for one record")
        return Decoded([one for item in parsed for one in _opened(_element(item))])
    if isinstance(parsed, str):
        if wraps >= _MAX_WRAPS:
            return Problem("not_an_article", f"JSON wrapped in more than {_MAX_WRAPS} strings")
        return _read(parsed, wraps + 1)
    return Problem("not_an_article", "JSON, but a single number or true or false")


def _element(item: object) -> object:
    """An element of a list; one that is JSON in a string unwrapped, or the Problem with it."""
    if not isinstance(item, str) or item.lstrip(_BLANK)[:1] not in ("{", "["):
        return item
    inner = _read(item, 1)
    if isinstance(inner, Problem):
        return inner
    return inner.items[0] if len(inner.items) == 1 else inner.items


def _loads(text: str) -> object:
    """What the standard library takes, less what nobody downstream does.

    NaN, infinities and endless numbers become None, which is a missing field; half surrogates are mended. Raises
    ValueError on what is no JSON.
    """
    mended = _mend(json.loads(text, strict=False, parse_constant=lambda _: None, parse_int=_int, parse_float=_float))
    return math.nan if mended is None and text != "null" else mended


_DECODER = json.JSONDecoder(
    strict=False, parse_constant=lambda _: None, parse_int=lambda digits: _int(digits),
    parse_float=lambda digits: _float(digits),
)


def _int(digits: str) -> int | None:
    return int(digits) if len(digits) <= _MAX_DIGITS else None


def _float(digits: str) -> float | None:
    number = float(digits)
    return number if math.isfinite(number) else None


def _mend(value: object) -> object:
    if isinstance(value, str):
        return mend_surrogates(value)
    if isinstance(value, list):
        return [_mend(item) for item in value]
    if isinstance(value, dict):
        return {mend_surrogates(key): _mend(item) for key, item in value.items()}
    return value


def mend_surrogates(text: str) -> str:
    """Two halves become their character; a single half goes without a trace, so that a name it stood in is found."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    return text
