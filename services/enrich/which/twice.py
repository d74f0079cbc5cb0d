"""Countries of which two coups are told where coups are counted by country: with two in Mali; in Mali (twice)."""

from __future__ import annotations

from typing import Final

from services.enrich.read.candidate import Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.reading import Reading
from services.enrich.which.dates import last_two
from services.enrich.which.plural import is_plural

# So near before a country, or behind it, stands how often.
NEAR: Final = 24
BEHIND: Final = 24


def with_both_of_two(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved`, with the last two coups of each country of a sentence on coups that had two.

    Soldiers have staged coups in the region, with two in Mali and one in Guinea. | coups in Mali (twice) and Chad. But
    not: a coup in Mali, and two in three who vote in Guinea.
    """
    told = {event_id for _, event_id, _ in resolved}
    out = list(resolved)
    seen: set[int] = set()
    for candidate, _, word in resolved:
        start, end = reading.sentence(candidate.start)
        if start in seen or word not in (None, "historical") or not _counts(candidate, reading):
            continue
        seen.add(start)
        for s, e, country in reading.countries_in(start, end):
            if country in reading.eventful and _is_twice(s, e, start, reading):
                added = [one for one in last_two(country, clock, reading) if one not in told]
                out += [(Candidate(s, e, "coup"), one, word) for one in added]
                told.update(added)
    return out


def _counts(candidate: Candidate, reading: Reading) -> bool:
    return candidate.rule in ("coup", "maybe", "seize") and is_plural(candidate, reading)


def _is_twice(start: int, end: int, first: int, reading: Reading) -> bool:
    """Does "two in" stand right before a country at [start, end), or "twice" behind it?"""
    joints, key = reading.crises.joints, reading.key
    before = joints.two_in.search(key, max(first, start - NEAR), start)
    return before is not None or joints.twice_behind.match(key, end, end + BEHIND) is not None
