"""Headlines that say how or why over a report of it, as many in Hausa begin: Yadda ganawar ta kasance."""

from __future__ import annotations

from typing import Final

from services.enrich.read.headline import opening
from services.enrich.read.reading import CueHit, Reading

# So near behind a name stands that he says it.
SAYS: Final = 16


def tells_how(reading: Reading, hit: CueHit, head: int) -> bool:
    """Is it only told how something went that somebody of the headline tells below, in the first sentence?

    Yadda ganawar Nuland da janar ta kasance. Victoria Nuland ta ce ...; but not: Yadda Bazoum ya hau mulki, Yadda
    juyin mulki ya shafi rayuwar mutane.
    """
    if not reading.title_end or not reading.crises.phrases.how_it_went.match(reading.key, hit.start):
        return False
    if _is_seen(reading, hit, head) or _is_of_a_day(reading, hit, head):
        return True
    entities = reading.crises.entities
    people = {h.use.entity for h in reading.names if h.start < head and entities[h.use.entity].kind == "person"}
    start, end = opening(reading, head)
    told = [h for h in reading.names if start <= h.start < end and h.use.entity in people]
    return any(reading.cues_in("say", h.end, h.end + SAYS) for h in told)


def _is_seen(reading: Reading, hit: CueHit, head: int) -> bool:
    """Is it how people marched, and do the lines below say on which day? Hotuna: Yadda aka yi zanga-zanga.

    But not: Yadda zanga-zanga ta kawo sauyi, over lines of no day.
    """
    marches, days, key = reading.crises.phrases.marches, reading.crises.phrases.days, reading.key
    if not (marches.search(key, hit.end, head) and marches.search(key, head, head + BELOW)):
        return False
    return bool(days.search(key, head, head + BELOW))


def _is_of_a_day(reading: Reading, hit: CueHit, head: int) -> bool:
    """Is an act of the headline told below at once, and its day? Yadda sojoji suka ki karbar tawaga. Ranar Talata …

    But not: Yadda juyin mulki ya sauya rayuwar mutane, nor where the lines below ask.
    """
    start, end = opening(reading, head)
    if b"?" in reading.key[:end] or not reading.crises.phrases.days.search(reading.key, start, end):
        return False
    return _acts(reading, hit.end, head) and _acts(reading, start, end)


# Within so many letters of the lines below it is said when people marched.
BELOW: Final = 400


def tells_why(reading: Reading, hit: CueHit, head: int) -> bool:
    """Is an act told below, in the first sentence, by whom the headline has it? No more is then meant by its why.

    Dalilin da ya sa ECOWAS ta janye takunkumi. ECOWAS ta dage takunkumin …; but not: Dalilin da ya sa sojoji suka yi
    juyin mulki, nor where the lines below ask.
    """
    if not reading.title_end or not reading.crises.phrases.why_it_was.match(reading.key, hit.start):
        return False
    start, end = opening(reading, head)
    if b"?" in reading.key[:end] or not _acts(reading, hit.end, head) or not _acts(reading, start, end):
        return False
    who = next((h.use.entity for h in reading.names if hit.end <= h.start < head), None)
    return who is not None and who == next((h.use.entity for h in reading.names if h.start >= start), None)


def _acts(reading: Reading, start: int, end: int) -> bool:
    return any(reading.cues_in(role, start, end) for role in ("act", "act-weak"))


def answers_itself(reading: Reading, head: int) -> bool:
    """Does a headline say itself who answers what it asks? An "accomplice"? His foundation denies it"""
    asked = reading.key.rfind(b"?", 0, head)
    if not reading.title_end or not reading.key[asked + 1 : head].strip(b' ."\x01\x02'):
        return False
    return any(reading.cues_in(role, asked, head) for role in ("say", "denial"))
