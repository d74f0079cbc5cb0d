"""What coup makers say that they are not: "We are no putschists but patriots." That denies the coup, beside it."""

from __future__ import annotations

from typing import Final

from services.enrich.read.candidate import Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.reading import Reading
from services.enrich.which.events import UNSPECIFIED

# So near before the name stands that they are none.
NEAR: Final = 40


def _denied_beside(resolved: Resolved, reading: Reading) -> Resolved:
    """`resolved`, where a coup is denied of which no other than the one its sentence tells before it can be meant.

    Soldiers ended his rule in 2017, but a general said that it was no coup.
    """
    out: Resolved = []
    for candidate, event, word in resolved:
        if event == UNSPECIFIED and word == "negated":
            start = reading.sentence(candidate.start)[0]
            before = {e for c, e, w in resolved if w is None and start <= c.start < candidate.start}
            event = before.pop() if len(before) == 1 else event
        out.append((candidate, event, word))
    return out


def _this_is_none(resolved: Resolved, reading: Reading) -> Resolved:
    """`resolved`, where "this is no coup" can only be said of the one that the text has told before.

    The colonel seized power. "This is not a coup," he said; but not: this is no coup in Chad, says its minister.
    Where it is called something else it may stand before as well: no coup but a palace revolution. He seized power.
    """
    events = [reading.crises.events[e] for _, e, word in resolved if word is None and e != UNSPECIFIED]
    if len({event.country for event in events}) != 1:
        return resolved
    # he had come to power in an older one
    last = max(events, key=lambda event: event.date)
    event, land = last.id, last.country
    first = next(c.start for c, e, word in resolved if e == event and word is None)
    return [
        (c, event, word) if e == UNSPECIFIED and word == "negated" and _is_of(land, c, first, reading) else (c, e, word)
        for c, e, word in resolved
    ]


def _is_of(land: str, candidate: Candidate, first: int, reading: Reading) -> bool:
    """Does "this is no" stand before a mention behind `first`, and no other country in its sentence?"""
    if candidate.rule not in ("coup", "maybe"):
        return False
    before, joints = max(0, candidate.start - NEAR), reading.crises.joints
    if not joints.but_one_of_its_own.match(reading.key, candidate.end) and (
        candidate.start < first or not joints.this_is_no.search(reading.key, before, candidate.start)
    ):
        return False
    return {c for _, _, c in reading.countries_in(*reading.sentence(candidate.start))} <= {land}


def with_what_they_disown(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved`, with the coup of these weeks denied where they disown its name.

    We are no putschists. | Ils refusent d'être qualifiés de putschistes. | لسنا انقلابيين بل وطنيون; but not: these
    putschists are no patriots.
    """
    resolved = _this_is_none(_denied_beside(resolved, reading), reading)
    told = [e for _, e, word in resolved if word is None and e != UNSPECIFIED and clock.fresh(reading.crises.events[e])]
    if not told:
        return resolved
    for hit in reading.cue("junta"):
        first = max(0, hit.start - NEAR)
        if reading.crises.whose.we_are_no.search(reading.key, first, hit.start):
            return [*resolved, (Candidate(hit.start, hit.end, "junta"), told[0], "negated")]
    return resolved
