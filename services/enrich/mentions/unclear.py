"""A coup of this very day of which it is not clear yet whether it is one: guards hold the president; is it a coup?"""

from __future__ import annotations

from typing import Final

from services.enrich.read.candidate import FIRST_DAYS, TELLING, Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.definite import is_definite
from services.enrich.read.reading import Reading
from services.enrich.which.plural import is_plural

# So far before a coup stands what leaves it open, and so far behind it.
BEFORE: Final = 120
BEHIND: Final = 60
# The days on which it is open: that of the coup and the one after. Later it is asked what to call it.
DAYS: Final = 1


def with_what_is_unclear(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """What happens is told, and that it may be a coup: soldiers seal off the palace. Whether it is one is unclear.

    But not where it is known: it was not clear whether the makers of the coup …; nor days later, when it is asked
    what to call it.
    """
    events = reading.crises.events
    days = {e: clock.age(events[e]) for _, e, _ in resolved if e in events}
    new = {e for e, age in days.items() if age is not None and -1 <= age <= DAYS}
    if not new:
        return resolved
    reading.unclear |= {c.start for c, e, _ in resolved if e in new and _is_unclear(c, reading)}
    told = (c for c, e, word in resolved if e in new and word is None and c.start >= reading.title_end)
    if any(c.rule not in FIRST_DAYS and c.start not in reading.unclear for c in told):
        # A coup in Niamey? Sources call what happens a coup.
        reading.unclear = {at for at in reading.unclear if at >= reading.title_end}
    out: Resolved = []
    for candidate, event, word in resolved:
        unclear = event in new and candidate.start in reading.unclear
        if unclear:
            out.append((candidate, event, "hypothetical"))
        if not unclear or word is None:  # else other mentions tell what happens: guards hold the president
            out.append((candidate, event, word))
    return out


# What stands between two sentences.
_NO_WORD: Final = b" .?!\"\x01\x02"


def _is_unclear(candidate: Candidate, reading: Reading) -> bool:
    """Does its sentence say that it is not clear, or ask, whether there is one? But not whether the coup succeeded."""
    if candidate.rule not in TELLING or candidate.rule == "junta" or is_plural(candidate, reading):
        return False
    key, joints, at = reading.key, reading.crises.joints, candidate.start
    start, end = reading.sentence(at)
    start = max(0, start - 1)  # with what stands between it and the sentence before
    asked = key.find(b"?", candidate.end, end) >= 0
    if at >= reading.title_end and is_definite(candidate, reading):
        return False  # it is not clear whether the coup has succeeded
    if asked and at >= reading.title_end:
        opens = at - len(key[start:at].lstrip(_NO_WORD)) - 1
        return opens >= start and joints.asks_whether.match(key, opens, candidate.end) is not None
    if asked:
        first = not key[start:at].strip() or joints.asks_whether.search(key, start, candidate.end) is not None
        return first or joints.or_else.search(key, start, end) is not None
    before = max(start, at - BEFORE)
    if joints.unclear_whether.search(key, before, at):
        return True
    if not joints.whether.search(key, before, at):
        return False
    return bool(joints.unclear_behind.match(key, candidate.end, min(end, candidate.end + BEHIND)))
