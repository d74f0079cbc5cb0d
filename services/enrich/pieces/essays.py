"""Pieces that only think about a crisis: headlines in which nothing happens, and the turns of essays below them."""

from __future__ import annotations

import re
from typing import Final

from services.enrich.read.headline import in_head, people_in, signature, speaker_in
from services.enrich.read.reading import Reading

# So near behind "after" stands an act that only says when.
SINCE: Final = 16


def is_signed(reading: Reading, head: int) -> bool:
    """Does a headline end with who of rank says it, in the first person? I'm shocked by the coup – the ex-president"""
    dash = signature(reading, 0, head)
    if dash < 0:
        return False
    first = reading.crises.phrases.first_person.search(reading.key, 0, dash + 1)
    return bool(first) and speaker_in(reading, dash, head)


def is_essay(reading: Reading, head: int) -> bool:
    """Does the headline only think about the coup, and nobody act or speak in it? The coup and its implications"""
    key, when = reading.key, reading.crises.phrases.when
    if not reading.title_end or in_head(reading, "move"):
        return False
    # its troops and the sanctions are what essays are about
    if beyond_matters(reading, 0, head, "act-weak"):
        return False
    # a turning point: Niger after Bazoum
    if any(not when.search(key, max(0, at - SINCE), at) for at in people_in(reading, head)):
        return False
    return bool(reading.crises.phrases.essay.search(key, 0, head))


def has_byline(reading: Reading, head: int) -> bool:
    """Does the headline end with who wrote the piece? The drums of war, by Azu Okon

    But not: hit, by order of the junta | My country is under attack, by Bazoum Mohamed
    """
    byline = reading.crises.phrases.byline.search(reading.key, 0, head) if reading.title_end else None
    if byline is None or speaker_in(reading, byline.start(), head):
        return False
    words = re.finditer(rb"[^ .]+", reading.key[byline.start(1) : byline.end(1)])
    return all(reading.capital_at(byline.start(1) + word.start()) for word in words)


def has_voice(reading: Reading, head: int) -> bool:
    """Does the writer speak in the first lines of the text, outside quotation marks?"""
    hits = reading.cue("voice")
    return any(reading.key.count(b'"', head, hit.start) % 2 == 0 for hit in hits if hit.start >= head)


def muses(reading: Reading, head: int) -> bool:
    """Does the text below a headline that tells no act weigh things, as essays do, and outside quotation marks?

    Ironically, … a vacuum that rivals will fill … It is no coincidence that …
    """
    if not reading.title_end:
        return False
    key, words = reading.key, set()
    needed = MUSINGS + in_head(reading, "act-weak", "move")  # the coup leaves a continent at a loss
    for found in reading.crises.phrases.muses.finditer(key, head, head + ESSAY):
        if found.group() not in words and key.count(b'"', head, found.start()) % 2 == 0:
            words.add(found.group())
            if len(words) == needed:
                return True
    return False


# Within so many letters below its headline an essay has shown itself, by so many different words.
ESSAY = 2400
MUSINGS = 3


def views(reading: Reading, head: int) -> bool:
    """Has the headline somebody speak before a colon who is only an expert below it? Keita: Moscow gains ground

    But not: Keita: we shall not yield. The minister said …
    """
    colon = reading.key.find(b":", 0, head) if reading.title_end else -1
    if colon < 0 or any(hit.start < colon for hit in reading.names) or speaker_in(reading, 0, colon):
        return False
    return bool(reading.crises.phrases.expert.search(reading.key, head, head + EXPERT))


# So near below the headline it is said who he is.
EXPERT = 120


def does(reading: Reading, head: int) -> bool:
    """Does the headline tell an act, and not only speak of one: a wake-up call for intervention?"""
    return beyond_matters(reading, 0, head, "act")


def beyond_matters(reading: Reading, start: int, end: int, role: str) -> bool:
    """Has a passage a cue of a role that essays do not have as well: an intervention, the sanctions?"""
    matters = reading.crises.phrases.matters
    return any(not matters.fullmatch(reading.key, hit.start, hit.end) for hit in reading.cues_in(role, start, end))


def by_the_coup(reading: Reading, verb: int, end: int = 0) -> bool:
    """Is it the coup itself of which a verb is told? The coup in Niger leaves its neighbours at a loss.

    But not of what a headline files under it: Niger coup: party office torched.
    Where the subject stands behind its verb (أثار الانقلاب مخاوف), `end` is where the verb ends.
    """
    near = reading.cues_in("coup", verb - COUNTRY, verb) + reading.cues_in("maybe", verb - COUNTRY, verb)
    if any(hit.end <= verb and not _FILED.search(reading.key, hit.end, verb) for hit in near):
        return True
    return bool(end) and any(reading.cues_in(role, end, end + NEXT) for role in ("coup", "maybe"))


_FILED: Final = re.compile(rb": ")
# So far before its verb the coup begins where its country stands between; behind it at the very next word.
COUNTRY = 22
NEXT = 3


def goes_by_points(reading: Reading, head: int) -> bool:
    """Is it told state by state? First, France: one failure after another. Second, Russia: … Third, America: …

    But not: First, France's troops will leave. Second, Russia's will come.
    """
    named = 0
    for hit in reading.names:
        if hit.start < head or not reading.key.startswith((b":", b" :"), hit.end):
            continue
        named += bool(reading.crises.phrases.nth_point.search(reading.key, max(0, hit.start - POINT), hit.start))
        if named == POINTS:
            return True
    return False


# So many make a piece of points, and so far before a name begins which point it is.
POINTS: Final = 3
POINT: Final = 24
