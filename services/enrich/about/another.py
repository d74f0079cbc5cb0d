"""Another country at the top of a text than the one whose coup it is of: a coup there, or neighbours that speak."""

from __future__ import annotations

import re

from services.enrich.read.headline import head_end, in_head, opening
from services.enrich.read.reading import Reading


def opens_with_another(reading: Reading, event: str, places: list[int]) -> bool:
    """Does a text tell another country's coup on top, and this one's only as what it came after, or is like?

    Soldiers seized power in Gabon, as in Niger. | After Niger, a coup in Gabon. | Without a headline also where it is
    told later: General Oligui was sworn in after he toppled Ali Bongo. It comes weeks after a coup in Niger.
    """
    if _is_only_dated(reading, event):
        return True
    starts = [start for start in reading.sentence_starts if not start or start > SIGN]
    first = reading.title_end or (starts[1] if len(starts) > 1 else len(reading.key))
    known = reading.crises.events
    elsewhere = reading.fresh - {known[event].country}
    others = {s for s, e in reading.told if s < first and known[e].country in elsewhere}
    if not others:
        return False
    # who is named beside another is told by the same word
    own = [s for s in places if s not in others]
    if all(s >= first for s in own):
        return not reading.title_end and len(starts) > 1 and own == places
    begins = opening_after(reading)
    if begins is not None and begins[0] == min(own):
        return True
    return _is_compared(reading, min(others), min(own))


# The name of a paper is no sentence: الثورة:
SIGN = 24
# So far before this one stands what says that the other is only compared with it, or came after it.
REACH = 56
# A mention may begin with it: غرار انقلابي
GLUED = 6


def _is_compared(reading: Reading, other: int, own: int) -> bool:
    """Does what is told at `other` come after the coup at `own`, or is it like that?

    Soldiers took power in Gabon, weeks after the coup in Niger; but not: Niger's junta hails the coup in Gabon.
    """
    if own < other:
        return False
    before, compared = max(other, own - REACH), reading.crises.joints.compared
    return any(compared.search(reading.key, before, stop) for stop in (own, own + GLUED))


def _is_only_dated(reading: Reading, event: str) -> bool:
    """Does a headline only begin by whose coups something comes after, this one not the last, and go on elsewhere?

    After the coups in Niger and Gabon, fear grips Cameroon.
    """
    stop, known = _STOP.search(reading.key, 0, reading.title_end), reading.crises.events
    told = [(s, known[e]) for s, e in reading.told if stop and s < stop.start()]
    if not stop or not any(other.date > known[event].date for _, other in told):
        return False
    if not reading.crises.phrases.when.match(reading.key, 0, min(s for s, _ in told)):
        return False
    behind = {land for _, _, land in reading.countries_in(stop.end(), reading.title_end)}
    return bool(behind) and not behind & reading.eventful


_STOP = re.compile(rb"[,:|]|\.\.+")


def opening_after(reading: Reading) -> tuple[int, int, str] | None:
    """The country that a text begins by coming after: After Niger, a coup in Gabon. | بعد النيجر.. انقلاب في الغابون"""
    if not reading.countries:
        return None
    first = reading.countries[0]
    if first[0] > SIGN or reading.key[first[1] : first[1] + 1] not in _STOPS:
        return None
    return first if reading.crises.joints.after.fullmatch(reading.key[: first[0]].strip(b' "')) else None


_STOPS = (b",", b".", b":", b"|")


def spoken_for(reading: Reading) -> str | None:
    """The country with a coup of these weeks that neighbours speak about below a headline which names them alone.

    Mali and Burkina Faso warn. An intervention in Niger would be war on both.
    """
    head = head_end(reading)
    if not reading.title_end or not reading.fresh:
        return None
    if in_head(reading, "coup", "maybe", "junta", "overthrow", "seize", "apart", "effect", "digest"):
        return None
    named = {c for _, _, c in reading.countries_in(0, head)}
    start, end = opening(reading, head)
    others = [(s, c) for s, _, c in reading.countries_in(start, end) if c in reading.fresh]
    if not named & reading.eventful or named & reading.fresh or len({c for _, c in others}) != 1:
        return None
    said = in_head(reading, "say") or reading.cues_in("say", start, end)
    roles = ("act",) if reading.cues_in("apart", start, end) else ("act", "act-weak")
    near = (reading.cues_in(role, at - ACT, at) for at, _ in others for role in roles)
    return others[0][1] if said and any(near) else None


# So near before a country begins what is to be done there.
ACT = 32
