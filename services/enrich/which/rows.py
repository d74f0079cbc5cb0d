"""Rows of countries of which one thing is told: Mali, Guinea and Niger have all suffered a coup."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from services.enrich.read.candidate import Candidate
from services.enrich.read.reading import Reading


def rows(places: Iterable[tuple[int, int, str]], reading: Reading) -> list[list[tuple[int, int, str]]]:
    """Places of countries, those in one list that only commas and small words join: Mali, Guinea and Chad."""
    found: list[list[tuple[int, int, str]]] = []
    for place in places:
        if found and reading.crises.joints.joined.match(reading.key[found[-1][-1][1] : place[0]]):
            found[-1].append(place)
        else:
            found.append([place])
    return found


def listed_next(reading: Reading, at: int) -> dict[str, list[int]]:
    """The countries of the sentence that begins here, and the years of each; its parts may end in semicolons.

    The coups go on. First came Mali, in August 2020 and May 2021; Guinea, in September 2021; Niger, last month.
    """
    key, listed = reading.key, dict[str, list[int]]()
    for _ in range(PARTS):
        if at >= len(key):
            break
        stop = reading.sentence(at)[1]
        places = reading.countries_in(at, stop)
        ends = [start for start, _, _ in places[1:]] + [stop]
        for (_, end, country), following in zip(places, ends, strict=False):
            if country in reading.eventful:
                listed.setdefault(country, []).extend(reading.years_in(end, following))
        if not key.endswith((b";", b"; "), at, stop):
            break
        at = stop
    return listed


# No list of countries has more parts.
PARTS: Final = 30


def row_follows(reading: Reading, at: int) -> bool:
    """Are several countries named behind it, one coup after the other in each: coups successifs au Mali et au Niger?"""
    row = rows(reading.countries_in(at, reading.sentence(at - 1)[1]), reading)[:1]
    return bool(row) and len({country for _, _, country in row[0]}) >= MORE_THAN_ONE


def of_a_row(candidate: Candidate, reading: Reading, inside: list[tuple[int, int, str]], end: int) -> bool:
    """Does a row of countries that ends here say what befell them, or whose soldiers did it?

    Mali and Guinea have recently experienced a coup | the presidents of Mali and Guinea were toppled |
    the officers of Mali and Guinea also toppled their rulers |
    Whether in Mali, Guinea or Chad, it went alike: soldiers seize power | Mali, Guinea, Niger: from one coup to the
    next; but not: Mali and Guinea have seen the coup as a warning | after Mali and Guinea soldiers toppled him.
    """
    key, joints = reading.key, reading.crises.joints
    row = rows([p for p in inside if p[1] <= end], reading)[-1]
    if len({c for _, _, c in row}) < MORE_THAN_ONE:
        return False
    gap = key[end : candidate.start]
    if candidate.rule in ROWED and joints.whether_in.search(key, max(0, row[0][0] - WHETHER), row[0][0]):
        return True
    if candidate.rule in ("coup", "maybe") and joints.one_after.match(key, candidate.end):
        return len({c for _, _, c in row}) > MORE_THAN_ONE
    if candidate.rule in ("coup", "maybe"):
        return bool(joints.saw.match(gap)) and not joints.the_row.search(gap)
    suffered = candidate.rule == "overthrow" and reading.crises.whose.suffered.match(gap)
    if candidate.rule not in ("seize", "overthrow") or not (suffered or joints.did.match(gap)):
        return False
    first = row[0][0]
    if joints.of_place.search(key, max(0, first - 6), first):
        return True
    return joints.from_place.fullmatch(key, reading.sentence(first)[0], first) is not None


# What can be told of each country of a row, and so near before it that it is told of each.
ROWED: Final = frozenset({"coup", "maybe", "seize", "overthrow"})
WHETHER: Final = 24
# In a row stand so many.
MORE_THAN_ONE: Final = 2
