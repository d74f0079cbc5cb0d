"""Coups on the death of a ruler, who may have made one himself: soldiers took power after the death of Idriss Déby."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from services.enrich.read.candidate import TELLING, Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.reading import NameHit, Reading
from services.enrich.which.people import BY_NAME

# So far before a name begins what says that it is about his death, and so near behind a mention his own deed is told.
WHEN: Final = 72
OWN: Final = 28


def of_a_death(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The coup that followed on the death of whoever is named in its sentence.

    The army took power after the death of Déby; at Conté's death; when rebels killed him. But not: Déby, who took
    power in a coup, died at the front; after the death of Déby, who had taken power in a coup in 1990.
    """
    if not reading.linked or not (candidate.rule in TELLING or candidate.rule == "junta"):
        return []
    start, end = reading.sentence(candidate.start)
    at = bisect_left(reading.linked, start)
    if at == len(reading.linked) or reading.linked[at] >= end:
        return []
    crises = reading.crises
    for hit in reading.names:
        died = crises.died.get(crises.ids[hit.use.entity]) if start <= hit.start < end else None
        if not died or hit.use.cls not in BY_NAME or not _tells_his_death(hit, start, reading):
            continue
        if _is_his_own(candidate, hit, reading):
            continue
        event = crises.events[min(died)]
        years = reading.years_in(candidate.start, min(end, candidate.end + OWN))
        if clock.has_seen(event) and (not years or event.date.year in years):
            return [event.id]
    return []


def _tells_his_death(hit: NameHit, start: int, reading: Reading) -> bool:
    key, whose = reading.key, reading.crises.whose
    first = max(start - 1, hit.start - WHEN, 0)
    if whose.on_his_death.search(key, first, hit.start):
        return True
    return bool(whose.he_died.match(key, hit.end)) and bool(whose.when_he.search(key, first, hit.start))


def _is_his_own(candidate: Candidate, hit: NameHit, reading: Reading) -> bool:
    """Is it told behind his name that he did it himself: after the death of Déby, who had taken power in a coup?"""
    if candidate.start < hit.end:
        return False
    joints, times, key = reading.crises.joints, reading.crises.times, reading.key
    between = joints.rose.search(key, hit.end, candidate.end) or joints.he_before.search(key, hit.end, candidate.start)
    between = between or times.rose.search(key, hit.end, candidate.end)
    return bool(between or reading.crises.whose.himself.search(key, hit.end, candidate.end))
