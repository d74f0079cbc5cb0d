"""Coups that only those who rule say they foiled: a claim by one side, until somebody else saw it."""

from __future__ import annotations

from typing import Final

from services.enrich.read.candidate import Candidate
from services.enrich.read.headline import lead_end
from services.enrich.read.reading import Reading

# So far below the lead it may stand that they foiled it.
BELOW: Final = 300


def is_their_word(group: list[Candidate], reading: Reading) -> bool:
    """Do the first lines say that it was foiled only as what somebody says, and nobody heard a shot?

    The junta says it foiled a plot | Bamako annonce avoir déjoué un coup d'État | مالي تعلن إحباط محاولة انقلاب; but
    not: shots rang out, and the army says that it foiled a coup.
    """
    if not any(c.start < lead_end(reading) for c in group) or reading.has("shot"):
        return False
    foiled = reading.crises.deeds.foiled.finditer(reading.key, 0, min(lead_end(reading) + BELOW, len(reading.key)))
    return any(_is_said(hit.start() + 1, reading) for hit in foiled)


def is_of_these_days(group: list[Candidate], reading: Reading) -> bool:
    """Is somebody held for it now, so that it is of the year of the text? Officers are arrested over a coup plot.

    But not: officers are tried for one, or freed, whose year the text need not tell; nor one that two countries fear.
    """
    lead = lead_end(reading)
    old_case = reading.crises.deeds.old_case
    for candidate in group:
        start, end = reading.sentence(candidate.start)
        lands = {c for _, _, c in reading.countries_in(start, end)}
        if candidate.start < lead and len(lands) < 2 and not old_case.search(reading.key, 0, max(end, lead)):
            return bool(reading.cues_in("arrest", 0, max(end, lead)))
    return False


def _is_said(at: int, reading: Reading) -> bool:
    """Does somebody say it in its sentence?"""
    said = reading.crises.deeds.say_foiled.search(reading.key, reading.sentence(at)[0], at)
    return said is not None or reading.in_sentence(at, "say")
