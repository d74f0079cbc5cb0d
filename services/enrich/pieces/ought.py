"""Headlines that say what somebody should do, and nobody who says so: opinion."""

from __future__ import annotations

import re

from services.enrich.read.headline import in_head
from services.enrich.read.reading import CueHit, Reading


def ought(reading: Reading, head: int) -> bool:
    """Does the headline say what should be done, and nobody who says so? The bloc must not go to war.

    But not: Tinubu: force must be the last resort | Soldiers must go - junta | Macron's "strategic mistake"
    """
    key = reading.key
    if not in_head(reading, "ought"):
        return False
    hits = reading.cues_in("ought", 0, head)
    if all(_is_told_to_go(reading, hit) or _is_for_a_court(reading, hit) for hit in hits):
        return False
    first, last = key.find(b":", 0, head), key.rfind(b"\x02", 0, head)
    # a sign is no name: Juyin mulki: ya zama dole shugabanni su sauya
    speakers = [h.start for h in reading.names if h.use.cls != "sign" and not _is_state(h.use.entity, reading)]
    speakers += [h.start for h in reading.cue("junta", "title", "ruler", "soldiers")]
    speaker = reading.crises.phrases.speaker
    speakers += [m.start() for m in speaker.finditer(key, 0, head)]
    return b'"' not in key[:head] and not any(at < first or 0 <= last < at < head for at in speakers)


def _is_for_a_court(reading: Reading, hit: CueHit) -> bool:
    """Is it only what a court has to rule on? But not: the bloc must decide whether to fight.

    La Cour doit dire si Bazoum perd son immunité. | The court says on 7 June whether it must be lifted.
    """
    start, phrases = reading.sentence(hit.start)[0], reading.crises.phrases
    court = phrases.court.search(reading.key, max(0, start - 1), hit.start)
    if court is None:
        return False
    whether = phrases.whether.search(reading.key, court.end(), hit.start)
    return bool(whether or phrases.to_rule.match(reading.key, hit.end))


def _is_state(entity: int, reading: Reading) -> bool:
    """Is it a state or a region, which a headline may only be filed under? Washington speaks, Nigeria: is a heading."""
    one = reading.crises.entities[entity]
    return one.kind == "place" and reading.crises.speaks_for[entity] in (None, one.id)


def _is_told_to_go(reading: Reading, hit: CueHit) -> bool:
    """Must somebody leave who is no country: the mission must go by May? But not: France must leave Niger."""
    if not reading.cues_in("leave", hit.end, hit.end + 2):
        return False
    before = (h for h in reading.names if hit.start - 2 <= h.end <= hit.start and h.use.cls != "demonym")
    return all(_IN.search(reading.key, max(0, h.start - 8), h.start) for h in before)


# Before a country that is only where somebody is who must leave: la mission au Niger doit partir.
_IN = re.compile(rb" (?:au|en|du|de|in|from|of) $")
