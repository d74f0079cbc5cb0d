"""When the article of a page was published, as the page says it: not when it was touched, nor when others were. Pure.

What a page has more than one of: its own date, that of the day (above the menu), of its last change, of other articles
that it shows, of comments, of its template. So a date counts by where it stands: told to machines of this article, or
beside its headline. The words are data: seeds/world/pages/dates.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import timedelta
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from lxml import html
from lxml.etree import LxmlError

from schemas.pages import compiled
from services.article.months import FILLERS, MONTHS, fold
from services.article.notation import Reading, read_notation
from services.collect.elements import short_text
from services.collect.kinds.headline import AROUND, BOXES, headline_in, names_of, paragraph_in
from services.collect.kinds.json_ld import is_date, published_in
from services.collect.site_words import site_words

_META = re.compile(
    r"(?:og:|shareaholic:|sailthru\.|rnews:|citation_|parsely-|vr:|bt:)?(?:article[:._-]?)?"
    r"(?:published(?:_time|_at|_date|date)?|publication_?date|publish[-_]?(?:date|time)|pub-?date|date[-_]?published"
    r"|release_date|regdate|date|post_date|created|date_?created|originalpublicationdate|publication)"
    r"|d[ce](?:terms)?[.:]date(?:[.:](?:created|issued|publication))?|d[ce](?:terms)?[.:](?:created|issued)",
    re.IGNORECASE,
)
_TOP = re.compile(r"top|head(?:er)?\b|bar\b|masthead|banner|site-|logo", re.IGNORECASE)
_INSIDE = re.compile(r"post|article|entry|content|node|story|single|texte|detail|main|hentry|news", re.IGNORECASE)
# /2023/08/03/, /2023-08-03-, /20230803-
_PATH_DAY = re.compile(r"[/_-]((?:19|20)\d\d)([/_-]?)(0[1-9]|1[0-2])\2([0-2]\d|3[01])(?![\d])")
_OWN_HEADER = re.compile(r"(?:post|entry|article|date|node|content|story)[-_]+header|headline", re.IGNORECASE)
# A block of so few letters with the headline in it is its own.
_HEADER = 400
_PATH_MONTH = re.compile(r"/((?:19|20)\d\d)/(0[1-9]|1[0-2])/")
_LONG_LIST, _FEW, _MANY, _SHORTEST = 8, 6, 60, 7
# A page of more is looked through no further.
_ELEMENTS, _DATES = 50_000, 300
_SILENT = frozenset(("script", "style", "noscript", "head", "title", "link", "template"))
_SHORT = 110
_MOST_WORDS, _NAMES = 12, 5
# So much text between a headline and the date below it, or above it.
_BELOW, _ABOVE = 900, 160
_DAY = re.compile(
    r"(?<![\d:/.-])(?:(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d)(?!\d)"
    r"|(?<!\d)\d{1,2}(?:er|st|nd|rd|th)?\s{0,2}[-,./]?\s?(?:(?:ga|of|de|watan|ga watan)\s)?"
    r"(?P<m1>[^\W\d_]{3,12}(?:\s(?:ال)?[^\W\d_]{3,6})?)"
    r"(?:/[^\W\d_]{2,12})?\.?[-,،./]?\s{0,2}(?:na\s)?(?:19|20)\d\d(?!\d)"
    r"|(?<![^\W\d_])(?P<m2>[^\W\d_]{3,12})\.?\s\d{1,2}(?:st|nd|rd|th)?[,،]?\s(?:19|20)\d\d(?!\d)"
)
_CLOCK = re.compile(
    r"[\s,،|·@–—-]{0,4}(?:(?:à|at|da ƙarfe|da karfe|الساعة)\s)?\d{1,2}\s?"
    r"(?:[:h.]\s?\d\d(?:\s?(?::|min|mn|m)\s?\d{0,2})?|[ap]\.?m\.?)"
    r"(?:\s?[ap]\.?m\b\.?|\s?[صم](?!\w))?(?:\s?\(?(?:GMT|UTC|WAT|CET|CEST|TU|BST|EST|EDT|Z|[+-]\d\d:?\d\d)(?:[+-]\d{1,2})?\)?)?",
    re.IGNORECASE,
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_DATE_NAME = re.compile(r"publi|post|entry[-_]?(?:date|time)|date[-_]?(?:created|posted)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W\d_]+")


class _Words(NamedTuple):
    """Of seeds/world/pages/dates.yaml."""

    changed: re.Pattern[str]
    published: re.Pattern[str]
    others: frozenset[str]


@cache
def _words() -> _Words:
    given = site_words().dates
    others = frozenset(fold(word) for line in given.words for word in line.split())
    return _Words(compiled(given.changed), compiled(given.published), others)


def published_of(page: str, title: str | None, address: str, text: str = "") -> str | None:
    """The best date that there is, as ISO 8601 has it where no language could read it as another day.

    None where none is surely the article's. `text` is what was read of the page.
    """
    date = _found(page, title, address, text)
    reading = read_notation(date, "en") if date and not _ISO.match(date) else None
    if not isinstance(reading, Reading):
        return date
    return reading.time.isoformat() if reading.has_time else reading.time.date().isoformat()


def _found(page: str, title: str | None, address: str, text: str) -> str | None:
    found = published_in(page, title, address)
    if found is not None and _has_time(found):
        return found
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError):
        return found
    said = found or _of_meta(tree)
    if said is not None and _has_time(said):
        return said
    beside = _beside(tree, title, text)
    if said is None:
        named = _of_path(address)
        if beside and _is_of_another_month(beside, address):
            return named
        return named if named and (beside is None or _days_apart(named, beside) > 1) else beside
    return beside if beside is not None and _has_time(beside) and _day(beside) == _day(said) else said


def _is_of_another_month(date: str, address: str) -> bool:
    """Whether an address names a month that a day is not in, nor beside."""
    month, reading = _PATH_MONTH.search(address), _read(date)
    if month is None or reading is None:
        return False
    near = {(reading.time + timedelta(days=days)).strftime("%Y%m") for days in (-1, 0, 1)}
    return month[1] + month[2] not in near


def _days_apart(one: str, other: str) -> int:
    first, second = _read(one), _read(other)
    if first is None or second is None:
        return 0
    return abs((first.time.date() - second.time.date()).days)


def _of_path(address: str) -> str | None:
    found = _PATH_DAY.search(address.partition("?")[0])
    date = f"{found[1]}-{found[3]}-{found[4]}" if found else ""
    return date if is_date(date) else None


def _has_time(date: str) -> bool:
    reading = _read(date)
    return reading is not None and reading.has_time


def _day(date: str) -> object:
    reading = _read(date)
    return reading.time.date() if reading else None


def _read(date: str) -> Reading | None:
    """A date of a page, the day first; None where it cannot be read."""
    reading = read_notation(date, "fr")
    return reading if isinstance(reading, Reading) else None


def _of_meta(tree: Any) -> str | None:
    for one in tree.iterfind(".//meta"):
        name = one.get("property") or one.get("name") or one.get("itemprop") or ""
        date = (one.get("content") or one.get("datetime") or "").strip()
        if _META.fullmatch(name.strip()) and is_date(date):
            return date
    return None


def _beside(tree: Any, title: str | None, text: str) -> str | None:
    """The date below the headline, one that says so first, or right above it; else the only one of the page.

    Behind the last paragraph others begin. Without a headline it is the date right above the first one: below that they
    are of what it tells.
    """
    head, end = headline_in(tree, title), paragraph_in(tree, text, last=True)
    named = head is not None
    head = head if named else paragraph_in(tree, text)
    passed, above, below = _dates(tree, head, end)
    best: list[str] = []
    if passed is not None and named:
        start = passed + len(short_text(head, 3 * _HEADER) or "")
        near = [(labelled, date) for place, labelled, date in below if place < start + _BELOW]
        over = [date for place, _, date in above if passed - place < _ABOVE]
        best = [*(date for labelled, date in near if labelled), *(date for _, date in near), *over[-1:],
                *(date for _, labelled, date in below if labelled)]
    elif passed is not None:
        best = [date for place, _, date in _dates(tree, head, anywhere=True)[1] if passed - place < _ABOVE][-1:]
    if best:
        return next((date for date in best if _has_time(date) and _day(date) == _day(best[0])), best[0])
    only = [date for _, _, date in (*above, *below)]
    return only[0] if len(set(map(_day, only))) == 1 else None


def _dates(
    tree: Any, head: Any, end: Any = None, *, anywhere: bool = False
) -> tuple[int | None, list[tuple[int, bool, str]], list[tuple[int, bool, str]]]:
    """Where the head is, in letters, and the dates before and behind it: where, whether it says so, and which.

    Not those of something else; nor, before a head, those of the site, but `anywhere` one that says so; nor, behind the
    end, those in another block that do not.
    """
    boxes = set() if head is None else {head, *head.iterancestors()}
    several = sum(1 for _ in tree.iter("article")) > 1
    above: list[tuple[int, bool, str]] = []
    below: list[tuple[int, bool, str]] = []
    at, passed, ended = 0, None, False
    for one in islice(tree.iter(), _ELEMENTS):
        if one is head:
            passed = at
        ended = ended or (one is end and (head is None or passed is not None))
        if not isinstance(one.tag, str) or one.tag in _SILENT:
            at += len((one.tail or "").strip())
            continue
        found = None if one is head and not one.findall(".//time") else _dated(one)
        if found and ended and not found[0] and not (one.getparent() is end.getparent() or end in one.iterancestors()):
            found = None
        if found is not None and not _is_elsewhere(one, boxes, several):
            if passed is not None:
                below.append((at, *found))
            elif head is None or (anywhere and found[0]) or not _is_above(one, boxes):
                above.append((at, *found))
        at += len((one.text or "").strip()) + len((one.tail or "").strip())
        if len(above) + len(below) > _DATES:
            break
    return passed, above, below


def _is_elsewhere(one: Any, boxes: Collection[Any], several: bool) -> bool:
    """Whether an element belongs to something else than the headline within these boxes."""
    surely = "published" in (one.get("itemprop") or "").lower()
    for box in (one, *one.iterancestors()):
        if box in boxes:
            return False
        if (several and box.tag == "article") or box.tag == "blockquote" or AROUND.search(names_of(box)):
            return True
        if not surely and (box.tag in BOXES or (box.tag in ("ul", "ol") and len(box) > _LONG_LIST)):
            return True
        if box.tag == "a" and box is not one and len(box) > 1:
            return True
    return False


def _is_above(one: Any, boxes: Collection[Any]) -> bool:
    """Whether an element before the headline is of the site, and not of the article."""
    for box in (one, *one.iterancestors()):
        if box in boxes:
            inside = box.tag in ("article", "main", "section") or _INSIDE.search(names_of(box))
            return not inside and short_text(box, _HEADER) is None
        if box.tag == "header" or _TOP.search(_OWN_HEADER.sub(" ", names_of(box))):
            return True
    return True


def _dated(one: Any) -> tuple[bool, str] | None:
    """The date that an element is there for, and whether it says that of publishing."""
    given = one.get("datetime") or (one.get("content") if one.get("itemprop") else None)
    prop = (one.get("itemprop") or "").lower()
    if one.tag == "abbr" and "published" in (one.get("class") or ""):
        given = given or one.get("title")
    label = f"{one.get('class') or ''} {prop}"
    if _words().changed.search(label) and not _DATE_NAME.search(label):
        return None
    if given and is_date(given.strip()) and (one.tag in ("time", "abbr") or "date" in prop):
        above = one.getparent()
        around = (short_text(above, _SHORT) or "") if above is not None and one.tag == "time" else ""
        if _words().changed.search(around.partition(short_text(one, _SHORT) or given)[0][-30:]):
            return None
        return bool(_words().published.search(label) or _words().published.search(around)), given.strip()
    text = short_text(one, _SHORT) if len(one) <= _FEW else None
    if not text or any(two.get("datetime") or two.get("itemprop") for two in islice(one.iterdescendants(), _MANY)):
        return None  # it says so better itself
    return _date_in(text) if len(text) > _SHORTEST else None


def _date_in(text: str) -> tuple[bool, str] | None:
    if _DAY.search(text) and is_date(text) and not _words().changed.search(text):
        return bool(_words().published.search(text)), text
    for day in _DAY.finditer(text):
        named = day["m1"] or day["m2"]
        if named and not any(fold(word) in MONTHS for word in (named, *named.split(), named.replace(" ", ""))):
            continue
        before = text[: day.start()]
        if _words().changed.search(before):
            return None
        clock = _CLOCK.match(text, day.end())
        rest = f"{before} {text[clock.end() if clock else day.end() :]}"
        if changed := _words().changed.search(rest):
            rest = rest[: changed.start()]
        if not _is_beside(rest):
            return None
        date = day[0] + (clock[0] if clock else "")
        date = date if is_date(date) else day[0]
        return (bool(_words().published.search(before)), date) if is_date(date) else None
    return None


def _is_beside(rest: str) -> bool:
    """Whether there is nothing but labels and names beside a date: else it is one that a sentence tells of."""
    found = [(word, fold(word)) for word in _TOKEN.findall(rest)]
    unknown = [word for word, known in found if not (known in FILLERS or known in _words().others or known in MONTHS)]
    return len(found) <= _MOST_WORDS and len(unknown) <= _NAMES and all(word[:1].isupper() for word in unknown)
