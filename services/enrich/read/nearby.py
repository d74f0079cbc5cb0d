"""What is said right before and behind a mention."""

from __future__ import annotations

import re

from services.enrich.read.candidate import Candidate
from services.enrich.read.definite import is_definite
from services.enrich.read.reading import Reading
from services.enrich.read.script import language_of

# How far before a mention a word can reach it, in letters, within one clause.
NEAR = {
    "negate": 22,
    "hypothetical": 40,
    "again": 12,
    "future": 34,
    "attempt": 16,
    "plot": 30,
    "claim": 30,
    "past": 40,
    "charged": 70,
    "stance": 30,
}
CLAUSE = re.compile(rb"[,;:()\x01\x02\"]")
# So much farther where what stands between begins by saying against whom: yunkurin yi wa shugaba Tinubu juyin mulki.
TO_WHOM = 28

# A quotation mark right before a mention.
OPENING = b'"'

DOUBTING = frozenset({"negate", "hypothetical", "future", "claim"})
# Not told of what comes behind since or after: a plan was foiled, and plots were made, since he took power.
REACHED = DOUBTING | {"attempt", "plot"}


def said_before(role: str, candidate: Candidate, reading: Reading) -> bool:
    """Does a cue of this role stand before the mention, in its clause and near enough, or overlap its start?"""
    if role not in reading.cues:
        return False
    phrases = reading.crises.phrases
    start, _ = reading.sentence(candidate.start)
    for hit in reading.cues_in(role, max(start, candidate.start - 2 * NEAR[role] - 20), candidate.end):
        if candidate.start <= hit.start:
            # what keeps him in may be a word for preventing; that he no longer rules is no denial
            if candidate.rule == "hold" or (candidate.rule == "seize" and hit.end <= candidate.end):
                continue
            return True
        word = reading.key.rfind(b" ", 0, max(0, hit.start - 1)) + 1
        if role == "negate" and phrases.if_.match(reading.key, word) and is_definite(candidate, reading):
            continue  # its history is not told if the coup is left out: idan ba a ambaci juyin mulkin ba
        if role == "negate" and (phrases.no_denial.match(reading.key, hit.end) or _NUMBER.match(reading.key, hit.end)):
            # أي 61% من الانقلابات; they denied access and blocked all exits; condamne sans réserve la tentative
            continue
        if role == "future" and phrases.and_done.match(reading.key, hit.end):
            continue  # ont planifié et exécuté des coups d'Etat: planned, and carried out too
        if role == "future" and _is_talked_of(hit.end, candidate, reading):
            continue  # the leaders will discuss the recent coups
        if role == "hypothetical" and _MAY.search(reading.key, max(0, hit.start - 6), hit.start + 6):
            continue  # on 24 May 2021 soldiers arrested the president
        if role == "negate" and any(a.end > hit.end for a in reading.cues_in("attempt", hit.start, hit.start + 1)):
            continue  # they did not succeed in it: ba su yi nasarar yin juyin mulki ba
        if role == "negate" and any(f.end >= hit.end for f in reading.cues_in("future", hit.start - 8, hit.start)):
            continue  # the guard is about to do it: sur le point de
        if hit.start < candidate.start:
            gap = reading.key[hit.end : candidate.start]
            if gap.strip() == OPENING:
                gap = b""  # rumeur de "coup d'Etat"
            # six letters more, since "après le coup" is a mention itself
            if role in REACHED and phrases.since.search(reading.key, hit.end, candidate.start + 6):
                continue
            reach = NEAR[role]
            if phrases.to_whom.match(gap):
                reach, gap = reach + TO_WHOM, gap.replace(b",", b"", 1)  # yi wa shugaban kasa, Bola Tinubu, juyin mulki
            if role == "negate" and (phrases.can_do.search(gap) or phrases.took_place.search(gap)):
                reach += TO_WHOM  # babu kwamandan da zai iya yi wa shugaba Tinubu juyin mulki
            if role == "attempt" and phrases.others_failed.search(reading.key, start, candidate.start):
                continue  # the guard succeeded where others had failed, and removed him
            if role == "attempt" and phrases.to_foil.search(reading.key, hit.start, candidate.start):
                continue  # the bloc threatens to step in to foil the coup
            if role == "attempt" and phrases.averted.match(gap):
                continue  # the bloc failed to prevent the overthrow
            if len(gap) <= reach and not CLAUSE.search(gap):
                return role != "negate" or not phrases.unsure.search(gap)
    return False


def _is_talked_of(end: int, candidate: Candidate, reading: Reading) -> bool:
    """Is it only talk of it that will be? But not: officers will discuss a coup; the plan is to discuss any coup."""
    phrases, key = reading.crises.phrases, reading.key
    if not phrases.talks_of.search(key, end, candidate.start):
        return False
    return not phrases.some.search(key, max(0, candidate.start - SOME), candidate.start)


# So near before a mention stands that it is any one.
SOME = 8
_NUMBER = re.compile(rb" [0-9]")
_MAY = re.compile(rb"(?:[0-9]| in| on| of|last|since|early|late) may\b| may [0-9]")


def said_after(role: str, candidate: Candidate, reading: Reading, reach: int = 14) -> bool:
    """Does a cue of this role follow the mention closely?"""
    return role in reading.cues and bool(reading.cues_in(role, candidate.end, candidate.end + reach + 1))


def is_known(candidate: Candidate, reading: Reading) -> bool:
    """Does an article before it, or what is told of it, say that the reader knows of it?"""
    key, phrases = reading.key, reading.crises.phrases
    before = phrases.known.search(key, max(0, candidate.start - 5), candidate.start)
    if before and language_of(reading) != "ha":  # French "ce" is Hausa's "said"
        return True
    return candidate.rule == "coup" and bool(phrases.known_behind.match(key, candidate.end))


def stands_before(pattern: re.Pattern[bytes], candidate: Candidate, reading: Reading, first: int) -> bool:
    """Does it end behind `first` where a mention begins, or its last word? سابع انقلاب is one mention by itself."""
    last = reading.key.rfind(b" ", candidate.start, candidate.end) + 1
    return any(pattern.search(reading.key, first, at) for at in {candidate.start, max(last, candidate.start)})
