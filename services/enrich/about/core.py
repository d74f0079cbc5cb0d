"""Who and what stands for a crisis: naming them is naming it, some only from a day on."""

from __future__ import annotations

from schemas.crisis import Crisis
from services.enrich.read.reading import Reading


def core_places(reading: Reading, crisis: Crisis) -> list[int]:
    """Where people and bodies are named that stand for the crisis."""
    known = reading.core.get(crisis.id)
    if known is None:
        core, present, ids = reading.crises.core[crisis.country], reading.present, reading.crises.ids
        core |= _of_this_day(reading, crisis)
        known = reading.core[crisis.id] = [
            start
            for start, _, use in reading.names
            if use.entity in core and ids[use.entity] in present and use.cls not in ("demonym", "sign")
        ]
    return known


def _of_this_day(reading: Reading, crisis: Crisis) -> frozenset[int]:
    """Those who stand for it in a text of its day. Without a day it says itself that it is of that time.

    The activist is held, 2025 | since the coup; but not: the activist who was arrested in 2018 wins a prize.
    """
    spans, day = reading.crises.core_since[crisis.country], reading.day
    here = frozenset(use.entity for _, _, use in reading.names) & spans.keys()
    if not here:
        return frozenset()
    if day is not None:
        return frozenset(i for i in here if spans[i][0] <= day <= (spans[i][1] or day))
    if crisis.event in reading.passed or any(event == crisis.event for _, event in reading.told):
        return here
    last = max(reading.years_in(0, len(reading.key)), default=0)
    return frozenset(i for i in here if spans[i][0].year <= last)
