"""Attempts that a paragraph of background tells without the word coup, by their year: and a failed one in 2021."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from schemas.crisis import Event
from services.enrich.read.candidate import Candidate
from services.enrich.read.headline import weights
from services.enrich.read.reading import LAST_MONTH, Reading

# So near the year that dates it stands the word for trying, and so near before the year its month.
BESIDE: Final = 110
ANOTHER: Final = 32
MONTH: Final = 16
# So far above "another attempt" a first one is told.
ABOVE: Final = 320
# What tells coups beside it.
_TOLD: Final = ("coup", "maybe", "seize", "overthrow")


def attempts_of_known_years(reading: Reading) -> Iterator[Candidate]:
    """Four coups, and a failed one in 2021. | En mars 2021, des militaires avaient tenté de prendre le palais.

    Only in a year in which a coup failed in the country that is spoken of; but not: a failed attempt at talks in 2021.
    """
    seen: set[int] = set()
    for at, year in reading.dates:
        start, end = reading.sentence(at)
        if not (failed := [e for e in coups_of_year(year, start, at, reading) if e.failed]):
            continue
        event = _of_the_month(failed, start, at, reading)
        other = _another(max(start, at - ANOTHER), at, reading)
        if event and other is not None:
            yield Candidate(other, at + 4, "coup", event.id)
        if start in seen:
            continue
        seen.add(start)
        if event is None:
            continue
        deeds = reading.crises.deeds
        behind = reading.sentence(end)[1] if end < len(reading.key) else end
        # the year may stand in the sentence before: he was elected in 2021. A unit had tried to storm the palace.
        for pattern, last in ((deeds.tried_alone, end), (deeds.tried_again, end), (deeds.tried_seat, behind)):
            told = pattern.search(reading.key, max(start, at - BESIDE), min(last, at + BESIDE))
            if told is None:
                continue
            again = pattern is not deeds.tried_alone and _is_behind_one(told.start(), reading)
            # in March 2021 it was he who beat back those who tried to enter the palace
            again = again or (pattern is deeds.tried_seat and _gives_its_month(event, start, at, reading))
            if again or _is_of_soldiers(told.start(), reading, alone=pattern is not deeds.tried_seat):
                yield Candidate(told.start(), told.end(), "coup", event.id)
                break


def _another(start: int, at: int, reading: Reading) -> int | None:
    """Where an attempt is called another one right before its year: in 2015, then another in March 2021.

    But not: an attempt in 2015, and another summit in 2021.
    """
    found = reading.crises.deeds.tried_another.search(reading.key, start, at)
    if found is None or not reading.in_sentence(at, "attempt"):
        return None
    word = reading.key[found.end() : at].split()[:1]
    return found.start() if not word or word[0] in reading.crises.joints.turn_words else None


def coups_of_year(year: int, start: int, at: int, reading: Reading) -> list[Event]:
    """The coups of that year in the last country named before it in its sentence, or in that of the text."""
    known = reading.crises.by_country
    near = [c for _, _, c in reading.countries_in(start, at) if c in known][-1:]
    scores = weights(reading)
    country = near[0] if near else max((c for c in scores if c in known), key=lambda c: scores[c], default="")
    return [e for e in known.get(country, ()) if e.date.year == year]


def _of_the_month(failed: list[Event], start: int, at: int, reading: Reading) -> Event | None:
    """The one of them that is of the month right before the year, or the only one where none stands there."""
    months = {*reading.months_in(max(start, at - MONTH), at).values()} - {LAST_MONTH}
    own = [e for e in failed if not months or e.date.month in months]
    return own[0] if len(own) == 1 else None


def _gives_its_month(event: Event, start: int, at: int, reading: Reading) -> bool:
    return event.date.month in reading.months_in(max(start, at - MONTH), at).values()


def _is_of_soldiers(at: int, reading: Reading, *, alone: bool) -> bool:
    """Do soldiers do it, or are coups told in its sentence, or right before where the attempt is called no more?"""
    start, _ = reading.sentence(at)
    if not alone:
        return reading.in_sentence(at, "soldiers")
    return any(reading.in_sentence(place, *_TOLD) for place in (at, max(0, start - 1)))


def _is_behind_one(at: int, reading: Reading) -> bool:
    """Is a coup told above it? He was linked to a coup bid in 2015. In March 2021 his men beat back another attempt."""
    return any(reading.cues_in(role, max(0, at - ABOVE), at) for role in ("coup", "maybe"))
