"""The coup of these weeks, where older ones are counted before it: four coups before this week's, the second time."""

from __future__ import annotations

from typing import Final

from schemas.crisis import Event
from services.enrich.find.plots import is_attempt
from services.enrich.read.candidate import Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.headline import weights
from services.enrich.read.reading import Reading
from services.enrich.which.people import whose_victim
from services.enrich.which.plural import is_plural

# So near behind several it is told that this one came after them, and so near before one that it is a second time.
BEHIND: Final = 40
BEFORE: Final = 110


def with_this_one(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved`, with the coup of these weeks where a mention says that it is one more.

    Niger has had four coups before this week's. | For the second time in nine months the colonel seizes power, whom he
    helped to power in August.
    """
    if not reading.fresh:
        return resolved
    scores, events = weights(reading), reading.crises.events
    country = max(reading.fresh, key=lambda c: scores[c])
    fresh = next((e for e in reversed(clock.known.get(country, ())) if clock.fresh(e) and not e.failed), None)
    if fresh is None:
        return resolved
    again = any(event == fresh.id and word is None for _, event, word in resolved)
    out = list[tuple[Candidate, str, str | None]]()
    for candidate, event, word in resolved:
        known = events.get(event)
        once_more = known and word is None and not again and _is_once_more(candidate, known, fresh, reading)
        # it is the second time: in January Damiba toppled Kaboré
        if once_more and not whose_victim(candidate, reading, clock):
            again, event = True, fresh.id
        out.append((candidate, event, word))
        if _came_before(candidate, reading):
            out.append((candidate, fresh.id, None))
    return out


def _came_before(candidate: Candidate, reading: Reading) -> bool:
    """Are several coups told that there were before this one?"""
    if candidate.rule not in ("coup", "maybe"):
        return False
    before = reading.crises.joints.before_this.search(reading.key, candidate.end, candidate.end + BEHIND)
    return before is not None and (is_plural(candidate, reading) or candidate.start in reading.bygone)


def _is_once_more(candidate: Candidate, known: Event, fresh: Event, reading: Reading) -> bool:
    """Is an older coup of the country told, where it is the second time that what the mention tells is done?"""
    if candidate.rule not in ("seize", "overthrow") or known.country != fresh.country or known.id == fresh.id:
        return False
    if is_attempt(candidate, reading) or known.date.year in reading.years_in(*reading.sentence(candidate.start)):
        return False
    first = max(reading.sentence(candidate.start)[0] - 1, candidate.start - BEFORE, 0)
    return bool(reading.crises.joints.nth_time.search(reading.key, first, candidate.start))
