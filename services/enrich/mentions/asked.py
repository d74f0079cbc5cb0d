"""Coups that somebody only asks for, often as there was one elsewhere: that is background, and no more."""

from __future__ import annotations

from services.enrich.mentions.modifiers import asked_for
from services.enrich.read.candidate import Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.reading import Reading
from services.enrich.which.events import UNSPECIFIED
from services.enrich.which.likely import pick
from services.enrich.which.loose import as_before, not_like


def only_asked_for(candidate: Candidate, out: Resolved, reading: Reading, clock: Clock) -> Resolved | None:
    """What is asked for has not been, whose coup it was taken for in `out`: soldiers are urged to do as in Niger.

    But not one that happens these days: he calls on soldiers to oust the president, and they do.
    """
    if not asked_for(candidate, reading):
        return None
    others = not_like(candidate, reading) or as_before(candidate, reading)
    known = [e.id for land in others for e in pick(reading, land, clock, [], attempt=False)]
    over = bool(out) and all(word is None for _, _, word in out)
    if not known and not over:
        return None
    return [(candidate, UNSPECIFIED, "hypothetical"), *((candidate, e, "historical") for e in known)]
