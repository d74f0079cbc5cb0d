"""Who wrote an article, of the line that says so: without the date that stands in it and without accounts. Pure.

The words are data: seeds/world/pages/bylines.yaml.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import takewhile
from typing import NamedTuple

from schemas.pages import compiled
from services.article.months import FILLERS, MONTHS, fold
from services.collect.counters import plain, without_counters
from services.collect.item import FIELD_MAX, whole
from services.collect.site_words import site_words

_PARTS = re.compile(r"[;,،|•·\n]|\s[–—-]\s|\s/\s")
# A day, a clock or a year: what else has a number in it is a name (France 24, TV5).
_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}|\d{1,2}[:h](?:\d\d)?|(?:19|20)\d\d")
# Small words in a name at most, and how many others there are in one.
_LOWER, _NAMES = 2, (2, 3, 4)
_MAIL = re.compile(r"<?\b[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63})+>?")
_NOBODYS_MAIL = re.compile(r"<?(?:no-?reply|do-?not-?reply|webmaster|admin)@", re.IGNORECASE)
_ACCOUNT = re.compile(
    r"(?:(?:wp|web|site|super)[ _-]?)?(?:admins?|administrat(?:or|eur)|users?|utilisateur|editors?|webmaster)"
    r"[ _-]?\d{0,6}"
)


class _Words(NamedTuple):
    """Of seeds/world/pages/bylines.yaml."""

    label: re.Pattern[str]
    particles: frozenset[str]
    # without one of these, or a name before it, it is what a body is called: Conseil national pour la sauvegarde …
    tells: frozenset[str]
    nobody: frozenset[str]


@cache
def _words() -> _Words:
    given = site_words().bylines
    label = re.compile(rf"^{compiled(given.labels).pattern}\b\s*[:/–-]?\s*(?=\S)", re.IGNORECASE)
    nobody = frozenset(" ".join(fold(name).split()) for name in given.nobody)
    return _Words(label, frozenset(given.particles), frozenset(given.tells), nobody)


def names_of(byline: str | None) -> str | None:
    """The names in a line, with commas between them; None where it names nobody."""
    if not byline:
        return None
    line = plain(byline)
    mail = _MAIL.search(line)
    if mail and (rest := _MAIL.sub(" ", line).strip(" ()<>")):
        line = rest
    found: list[str] = []
    for part in _PARTS.split(line):
        if _is_sentence(part):
            # of one that tells of someone, who that is
            found += [] if found else _whom(part)
            break
        name = _name(part)
        if name and not _is_nobody(name):
            found.append(name)
    return whole(", ".join(dict.fromkeys(found))[:FIELD_MAX]) or None


def _is_sentence(part: str) -> bool:
    """Whether it tells of someone (a reporter who covers the north), as what follows does then."""
    rest = [word for word in part.split() if word.isalpha() and fold(word) not in _words().particles]
    tells = bool(_whom(part)) or any(word in _words().tells for word in rest)
    return tells and any(word[:1].isupper() for word in part.split()) and sum(map(str.islower, rest)) > _LOWER


def _whom(sentence: str) -> list[str]:
    begin = list(takewhile(lambda word: word[:1].isupper(), sentence.split()))
    return [" ".join(begin)] if len(begin) in _NAMES else []


def _name(part: str) -> str:
    name = _words().label.sub("", _unwrapped(without_counters(part)))
    return _unwrapped(_without_date(name.split()))


def _unwrapped(name: str) -> str:
    name = name.strip(" :-–—/")
    return name[1:-1] if name[:1] + name[-1:] in ("()", "[]") else name


def _without_date(tokens: list[str]) -> str:
    """The words but for each run of those that a date has, if there is a date in it."""
    kept: list[str] = []
    run: list[str] = []
    for token in [*tokens, ""]:
        if token and _is_of_a_date(token):
            run.append(token)
            continue
        if not _is_date(run):
            kept += run
        run = []
        kept.append(token)
    return " ".join(kept)


def _bare(token: str) -> str:
    return fold(token).strip(".,:;()[]")


def _is_of_a_date(token: str) -> bool:
    bare = _bare(token)
    return not bare or bare[0].isdigit() or bare in MONTHS or bare in FILLERS


def _is_date(run: list[str]) -> bool:
    """Whether a run of such words has a day, a clock or a year in it, or a month beside two of them."""
    bare = [_bare(token) for token in run]
    if any(map(_DATE.search, bare)):
        return True
    return any(name in MONTHS for name in bare) and (any(name[:1].isdigit() for name in bare) or len(bare) > 2)


def _is_nobody(name: str) -> bool:
    folded = " ".join(fold(name).split())
    return (
        folded in _words().nobody or folded.startswith(("http:", "https:")) or not any(map(str.isalpha, folded))
        or _ACCOUNT.fullmatch(folded) is not None or _NOBODYS_MAIL.match(folded) is not None
        or all(word in FILLERS for word in folded.split())
    )
