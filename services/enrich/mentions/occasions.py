"""What an essay on coups is written for: those of these weeks, or of its headline, are no background in it."""

from __future__ import annotations

from collections.abc import Collection

from services.enrich.read.candidate import Candidate
from services.enrich.read.clock import YEAR, Clock
from services.enrich.read.headline import head_end, in_head
from services.enrich.read.reading import Reading
from services.enrich.which.plural import is_plural

# So many sentences tell coups in a text that is on them; fewer do where the headline says so.
LEAST = 3


def occasions(events: Collection[str], reading: Reading, clock: Clock) -> set[str]:
    """The coups of these weeks in a text that is on coups, and on no country's: they are why it was written.

    Is the coup back in Africa? Soldiers seized power in Mali last week. In Sudan … But not: Cameroon's ruler changes
    his guard. It was weeks after the coup in Gabon.
    """
    head, known = head_end(reading), reading.crises.events
    if not reading.title_end or any(at < head for at, _, _ in reading.countries):
        return set()
    sentences = {reading.sentence(at)[0] for at, _ in reading.told if at >= head}
    if len(sentences) + in_head(reading, "coup", "maybe", "junta") < LEAST:
        return set()
    return {e for e in events if clock.fresh(known[e]) and not known[e].failed}


def is_on_coups(reading: Reading) -> bool:
    """Is the headline on coups in general, of no country: Coups in Africa: how France's ways made them rise?"""
    head = head_end(reading)
    if not reading.title_end or any(at < head for at, _, _ in reading.countries):
        return False
    coups = [Candidate(h.start, h.end, h.role) for h in reading.cue("coup", "maybe") if h.start < head]
    region = reading.crises.joints.of_a_region
    return any(is_plural(one, reading) or region.match(reading.key, one.end) for one in coups)


def asked_about(events: Collection[str], reading: Reading, clock: Clock) -> set[str]:
    """The coups of the year in countries that a headline asks about: Chad, Guinea: can coups bring democracy?"""
    if clock.published is None or not reading.title_end or in_head(reading, "say", "act"):
        return set()
    head, known = head_end(reading), reading.crises.events
    if b"?" not in reading.key[:head] or not in_head(reading, "coup", "maybe", "junta"):
        return set()
    named = {country for at, _, country in reading.countries if at < head}
    return {e for e in events if known[e].country in named and 0 <= (clock.age(known[e]) or 0) <= YEAR}
