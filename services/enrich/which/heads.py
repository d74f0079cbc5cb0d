"""Heads of juntas who are named in a row: the coup leaders Tchiani, Goïta and Traoré. The coup of each is told."""

from __future__ import annotations

from typing import Final

from schemas.crisis import Event
from services.enrich.read.candidate import Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.reading import NameHit, Reading
from services.enrich.which.likely import pick
from services.enrich.which.people import BY_NAME

# Of so many countries, at least, are those of a row.
ROW: Final = 2
ALL_THREE: Final = 3


def of_heads_in_a_row(candidate: Candidate, reading: Reading, clock: Clock) -> list[Event]:
    """The coup of the country of each head of a junta, where those of several stand in a row beside a mention.

    The coup leaders Tchiani, Goïta and Traoré met. | Tchiani, Goïta and Traoré, who all seized power. | They met. The
    three military rulers … But not: the coup leader Tchiani received Goïta, Traoré's envoy and Diop.
    """
    if candidate.rule not in ("junta", "seize", "coup", "maybe") or not reading.present & reading.crises.heads.keys():
        return []
    start, end = reading.sentence(candidate.start)
    row = _row(reading, start, end)
    if candidate.rule == "junta" and not row and start:
        three = reading.crises.joints.the_three.search(reading.key, max(start - 1, 0), candidate.end)
        row = _row(reading, reading.sentence(start - 1)[0], start) if three else []
        row = row if len(row) == ALL_THREE else []
    elif not row or not _is_told_of(row, candidate, reading):
        return []
    lands = dict.fromkeys(reading.crises.entities[hit.use.entity].country for hit in row)
    found = [e for land in lands if land for e in pick(reading, land, clock, [], attempt=False)]
    return found if len(found) >= ROW else []


def _row(reading: Reading, start: int, end: int) -> list[NameHit]:
    """The longest row of heads of juntas in [start, end) between whom no more than ranks and "and" stand."""
    ids, heads = reading.crises.ids, reading.crises.heads
    longest: list[NameHit] = []
    row: list[NameHit] = []
    for hit in reading.names:
        if not start <= hit.start < end or hit.use.cls not in BY_NAME or ids[hit.use.entity] not in heads:
            continue
        if ids[hit.use.entity] not in reading.present or (row and hit.start < row[-1].end):
            continue
        if not (row and reading.crises.whose.row_gap.match(reading.key[row[-1].end : hit.start])):
            row = []
        row.append(hit)
        longest = max(longest, row, key=len)
    return longest if len({hit.use.entity for hit in longest}) >= ROW else []


def _is_told_of(row: list[NameHit], candidate: Candidate, reading: Reading) -> bool:
    """Are they called a junta's heads, or is it said behind them that they seized power, or rose by coups?"""
    key, crises, behind = reading.key, reading.crises, row[-1].end <= candidate.start
    if candidate.rule in ("coup", "maybe"):
        return behind and crises.times.rose.search(key, row[-1].end, candidate.start) is not None
    gap = key[row[-1].end : candidate.start] if behind else key[candidate.end : row[0].start]
    return (behind or candidate.rule == "junta") and crises.whose.row_gap.match(gap) is not None
