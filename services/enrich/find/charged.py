"""Plots that are only what a ruler is charged with whom soldiers drove out."""

from __future__ import annotations

from bisect import bisect_left
from typing import Final

from services.enrich.read.reading import CueHit, Reading


def of_a_ruler(reading: Reading, hit: CueHit, start: int) -> bool:
    """Is a ruler whom soldiers drove out charged with it? Bazoum est accusé de complot contre la sûreté de l'État.

    He may stand in the sentence before: a court tries the ousted president. Treason, a plot against the state: …
    """
    if reading.in_sentence(hit.start, "ousted"):
        return True
    if start and reading.in_sentence(start - 1, "ousted") and not reading.cues_in("soldiers", start, hit.start):
        return True
    if _tried_by_a_junta(reading, hit, start):
        return True
    i = bisect_left(reading.rulers, start)
    return b" contre " in reading.key[hit.start : hit.end] and i < len(reading.rulers) and reading.rulers[i] < hit.start


def _tried_by_a_junta(reading: Reading, hit: CueHit, start: int) -> bool:
    """Can the junta have "the president" tried for it, where one whom a coup unseated is named?

    By a military court too; but not: the junta says that the president had officers tried for it.
    """
    key = reading.key
    called = [one for one in reading.cues_in("ruler", start, hit.start) if key[one.start : one.end] in _ONE]
    if not reading.rulers or not called or not reading.cues_in("junta", start, called[-1].start):
        return False
    court = reading.crises.phrases.court
    men = reading.cues_in("soldiers", called[-1].end, hit.start)
    return all(court.search(key, max(start, man.start - COURT), man.start) for man in men)


# Who may be charged with it, and not those who rule.
_ONE: Final = (b"president", b"chef de l etat")
# So near before "military" stands the court that is so.
COURT: Final = 12
