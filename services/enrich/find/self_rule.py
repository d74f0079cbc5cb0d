"""A sitting ruler who takes all power for himself: what his opponents call a coup is none here."""

from __future__ import annotations

from services.enrich.read.candidate import Candidate
from services.enrich.read.headline import lead_end
from services.enrich.read.reading import Reading

# One of these tells that others than the ruler act.
_OTHERS = ("junta", "ousted", "seize", "conspiracy")


def without_self_coups(found: list[Candidate], reading: Reading) -> list[Candidate]:
    """`found` without what is only called a coup where a president shuts parliament, and no soldier stirs beside it.

    Tunisia's president, accused of a coup after suspending parliament; but not: soldiers dissolved parliament, nor
    where a country is spoken of that had a coup of late: Embalo dissolves parliament after the attempted coup.
    """
    hits = reading.cue("self-rule")
    if not hits or hits[0].start >= lead_end(reading) or reading.eventful or reading.has(*_OTHERS):
        return found
    if any(reading.in_sentence(hit.start, "soldiers") and not reading.in_sentence(hit.start, "ruler") for hit in hits):
        return found
    return [c for c in found if c.rule not in ("coup", "maybe") or reading.in_sentence(c.start, "soldiers")]
