"""How an article is written: a report has who says or does what on which day, and a piece that thinks about it weighs.

Points for what is counted in the headline, the lines behind it and those below them are added up, as logistic
regression does. They are data (seeds/world/manner.yaml), fitted to some two thousand labelled articles on crises by
`python -m tests.quality.manner`; the words are those of the cue files.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple, get_args

from schemas.manner import Counted, Part
from services.enrich.read.headline import in_head, opening, people_in, signature, speaker_in
from services.enrich.read.reading import CueHit, Reading
from services.enrich.read.recent import names_a_day
from services.enrich.read.script import language_of
from services.enrich.words.manner import ROLES, WORD, Manner, Words

# The lines behind the headline and those below them end so many letters behind it.
LEAD: Final = 400
BELOW: Final = 1600
# A text of fewer letters says too little: of headlines alone 4 in 100 that deserve an alert would be silenced.
LEAST: Final = 200
# One of fewer letters, some eighty words, says little below its lines: of seventy reports three were silenced for want
# of points that longer ones have from there. So many fewer are enough.
SHORT: Final = 500
ALLOWED: Final = 0.9
# A cue in the headline counts once, elsewhere so often; and so all else.
MOST: Final = 3
MOST_NAMES: Final = 6
MOST_LETTERS: Final = 200
# Two sentences in the place of a headline are long in reports as well: no longer than a long headline.
MOST_UNTITLED: Final = 120
# Of fewer words in a part a share says nothing: they are taken for so many.
FEWEST: Final[Mapping[Part, int]] = {"head": 6, "lead": 30, "below": 60}
_NUMBER: Final = re.compile(rb"\b\d+\b")


class Place(NamedTuple):
    """A part of an article, in the folded text, and the day of the article."""

    part: Part
    start: int
    end: int
    day: dt.date | None


def is_report(reading: Reading, head: int, manner: Manner, day: dt.date | None) -> bool:
    """Is the article of this day, whose headline ends at `head`, written as a report is?

    So is what is too short to tell, or in a language without a limit.
    """
    limit, letters = manner.limit.get(language_of(reading)), len(reading.key) - head
    if limit is None or letters < LEAST:
        return True
    if _is_attributed(reading, head):
        return True
    if letters < SHORT:
        limit -= ALLOWED
    if reading.title_end and (_is_said(reading, head) or _only_goes(reading, head)):
        return True
    return score(reading, head, manner, day) >= limit


def score(reading: Reading, head: int, manner: Manner, day: dt.date | None) -> float:
    """The points of all that is counted, as far as they are needed."""
    return sum(sums(reading, head, manner, day).values())


def sums(reading: Reading, head: int, manner: Manner, day: dt.date | None) -> dict[tuple[Part, str], float]:
    """What each thing that is counted adds, where it adds something. Parts behind what is enough are not looked at."""
    added: dict[tuple[Part, str], float] = {}
    for part, counted in manner.points:
        if sum(added.values()) >= manner.enough:
            break
        place = place_of(part, head, day)
        for name, points in counted:
            if found := count(reading, place, name, manner.words):
                added[part, name] = points * found
    return added


def place_of(part: Part, head: int, day: dt.date | None) -> Place:
    """Where a part of an article is whose headline ends at `head`."""
    if part == "head":
        return Place(part, 0, head, day)
    start, end = (head, head + LEAD) if part == "lead" else (head + LEAD, head + BELOW)
    return Place(part, start, end, day)


def count(reading: Reading, place: Place, name: str, words: Mapping[str, Words]) -> float:
    """How much of it is there; `name` is a role of cues or one of schemas.manner.Counted."""
    if name in ROLES:
        return _share(reading, place, words[name].get(language_of(reading), frozenset()))
    if name in _COUNTED:
        return _COUNTED[name](reading, place)
    found = reading.cues_in(name, place.start, place.end)
    if place.part == "head" and name in _ANNOUNCES and not reading.title_end:
        found = [hit for hit in found if _OPENS.search(reading.key, max(0, hit.start - 3), hit.start)]
    if name == "question":
        found = [hit for hit in found if not _is_passive(reading, hit)]
    return min(len(found), 1 if place.part == "head" else MOST)


# What a headline announces with these is only said in running text: la junte qui dirige le pays.
_ANNOUNCES: Final = frozenset({"question", "explainer"})
_OPENS: Final = re.compile(rb"(?:^|[:|\x02?.!\"\x01]) *\"?$")


def _is_passive(reading: Reading, hit: CueHit) -> bool:
    """Does a word that can ask only help to tell what is done? Law on migrants is repealed; but not: is it repealed?"""
    done = hit.end + 1
    return any(act.start == done for role in ("act", "act-weak") for act in reading.cues_in(role, done, done + 1))


def _share(reading: Reading, place: Place, known: frozenset[bytes]) -> float:
    found = WORD.findall(reading.key, place.start, place.end)
    return 10 * sum(word in known for word in found) / max(len(found), FEWEST[place.part])


def _names(reading: Reading, place: Place) -> float:
    return min(sum(place.start <= hit.start < place.end for hit in reading.names), MOST_NAMES)


def _is_attributed(reading: Reading, head: int) -> bool:
    """Does the first sentence end with who reported it? Troops are changing places, a channel has reported."""
    start, end = opening(reading, head if reading.title_end else 0)
    return bool(reading.crises.phrases.attributed.search(reading.key, max(start, end - SOURCE), end))


# With no more letters a sentence says whose report it is.
SOURCE: Final = 90


def _is_said(reading: Reading, head: int) -> bool:
    """Is the headline what somebody of rank says? Bazoum's daughter: "…" | "…": the minister | I am shocked – Buhari"""
    dash, colon = signature(reading, 0, head), reading.key.find(b":", 0, head)
    if dash >= 0 and speaker_in(reading, dash, head):
        return True
    if colon < 0:
        return False
    if b'"' in reading.key[colon:head]:
        return speaker_in(reading, 0, colon)
    return reading.key[:colon].rstrip().endswith(b'"') and speaker_in(reading, colon, head)


def _only_goes(reading: Reading, head: int) -> bool:
    """Does the headline say in a few words whose soldiers come or go, and no more? French soldiers leave Niger

    Also from where in the country to where: American soldiers leave Niamey for Agadez
    """
    words = reading.key[:head].strip(b" .\x01\x02")
    if len(words.split()) > PLAIN or not (in_head(reading, "move") and in_head(reading, "soldiers")):
        return False
    return any(end >= len(words) for _, end, _ in reading.countries_in(0, head))


# A headline of no more words tells what happens, and has no room for a thought on it.
PLAIN: Final = 8


def _times(sign: bytes, each: int = 1) -> Callable[[Reading, Place], float]:
    return lambda reading, place: min(reading.key.count(sign, place.start, place.end) // each, MOST)


def _found(pattern: Callable[[Reading], re.Pattern[bytes]]) -> Callable[[Reading, Place], float]:
    return lambda reading, place: min(len(pattern(reading).findall(reading.key, place.start, place.end)), MOST)


_COUNTED: Final[Mapping[str, Callable[[Reading, Place], float]]] = {
    "asks": _times(b"?"),
    "colon": _times(b":"),
    "quotes": _times(b'"', 2),
    "days": _found(lambda reading: reading.crises.phrases.days),
    "happens": _found(lambda reading: reading.crises.phrases.happens),
    "muses": _found(lambda reading: reading.crises.phrases.muses),
    "numbers": _found(lambda _: _NUMBER),
    "names": _names,
    "speaker": lambda reading, place: speaker_in(reading, place.start, place.end),
    "dated": lambda reading, place: names_a_day(reading, place.start, place.end, place.day),
    "people": lambda reading, place: bool(people_in(reading, place.end)),
    "none": lambda reading, _: not reading.title_end,
    "length": lambda reading, place: (
        min(place.end - place.start, MOST_LETTERS if reading.title_end else MOST_UNTITLED) / 100
    ),
}
assert {*_COUNTED, *ROLES} == set(get_args(Counted)), "each thing that is counted has its function"
