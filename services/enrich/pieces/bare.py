"""Headlines in which nothing happens, above lines that report nothing: essays, lives, interviews, what sanctions do."""

from __future__ import annotations

import datetime as dt
import re

from services.enrich.pieces.essays import beyond_matters, by_the_coup
from services.enrich.read.headline import opening, people_in, speaker_in
from services.enrich.read.reading import Reading
from services.enrich.read.recent import names_a_day
from services.enrich.read.script import language_of


def tells_nothing_new(reading: Reading, head: int, day: dt.date | None) -> bool:
    """Does a headline tell nothing that happens, and do the lines below name no day, and at once nobody speak?

    The prize behind the coup … Soldiers toppled the president, and the region has not been the same since. But not
    where the lines are few, as those that feeds cut. In Arabic also where there is no headline: there the first
    sentence is looked at in its stead (يأتي الانقلاب ليسلط الضوء على). `day`: that of the article.
    """
    key, phrases, language = reading.key, reading.crises.phrases, language_of(reading)
    behind = language == "ar"
    if behind:
        if _SPEECH.search(key, 0, head + LINES):
            return False
    elif language not in ("en", "fr") or not reading.title_end or _is_spoken(key[: head + LINES]):
        return False
    begin, roles = (head, _HAPPENING) if reading.title_end else (0, _UNTITLED)
    if len(key) - begin < LEAST or _SIGNED.search(key, 0, begin):
        return False
    start, end = opening(reading, begin)
    if not reading.title_end and _LINE.match(key):
        end = reading.sentence(end)[1]
    top = begin or end
    if any(beyond_matters(reading, 0, top, role) for role in roles):
        return False
    happening = phrases.happens.finditer(key, 0, end if behind else top)
    if not all(by_the_coup(reading, verb.start(), verb.end() if behind else 0) for verb in happening):
        return False
    lines = begin, begin + (LINES if reading.title_end else MORE)
    # the bloc pays today for old indulgence
    dated = beyond_matters(reading, *lines, "today") or phrases.days.search(key, *lines)
    if dated or names_a_day(reading, *lines, day) or _somebody_says(reading, begin, begin + MORE):
        return False
    last = reading.sentence(end)[1] if end < len(key) else end
    # it has left us poorer
    if beyond_matters(reading, start, last, "say") or beyond_matters(reading, start, end, "act"):
        return False
    # below a headline without a name the news in brief is told in one of the lines
    named = behind or any(hit.start < head for hit in reading.names)
    return named or not reading.cues_in("act", head, head + 2 * LINES)


def _somebody_says(reading: Reading, start: int, end: int) -> bool:
    """Does a line say what somebody of rank said, in so many words? A affirmé l'ambassadeur lors d'une réunion."""
    phrases = reading.crises.phrases
    for hit in phrases.has_said.finditer(reading.key, start, end):
        near = max(start, hit.start() - SPEAKER), min(end, hit.end() + SPEAKER)
        if speaker_in(reading, *near) and not phrases.experts.search(reading.key, *near):
            return True
    return False


# So near beside such a verb stands who speaks.
SPEAKER = 48


def _is_spoken(lines: bytes) -> bool:
    """Is something of some length between quotation marks, and not only a word that is not the writer's own?"""
    return any(len(part) >= SPOKEN for part in lines.split(b'"')[1::2])


# So long is what somebody says.
SPOKEN = 25
# Below a headline so much of the text is looked at, and no less is enough; more where there is none, and for who spoke.
LINES = 400
MORE = 640
LEAST = 200
# A first line that stands for a headline.
_LINE = re.compile(rb"[^.?!\x01]{1,60}\x01")
# Ready to help - Macron
_SIGNED = re.compile(rb" \x02 (?:[^ ]+ ){0,2}[^ ]+[ .]*$")
_HAPPENING = ("say", "act", "act-weak", "move", "hold", "seize", "overthrow", "attempt", "denial", "soft")
# An essay without a headline also says at once what the coup was, and whom it keeps.
_UNTITLED = ("hold", "denial", "soft")
# Words within quotation marks, and not only a name.
_SPEECH = re.compile(rb'(?<![^ (:\x01])"[^"\x01 ]+(?: [^"\x01 ]+){3,}')


def is_a_life(reading: Reading, head: int) -> bool:
    """Does the headline only say who somebody of the crisis is? General Tiani: the peacekeeper who seized power

    But not: Niger: the general who seized power speaks | Bazoum: those who seized power must go.
    """
    people = people_in(reading, head)
    if people and _is_called_one(reading, head):
        return True
    life = _LIFE.search(reading.key, people[0], head) if people else None
    if life is None or reading.crises.phrases.happens.search(reading.key, life.end() + DID, head):
        return False
    return not any(
        hit.start < life.start(1) or hit.start > life.end() + DID
        for role in _HAPPENING
        for hit in reading.cues_in(role, 0, head)
    )


_LIFE = re.compile(rb"[^,:\x02?]{1,40}[,:] (?:[^ ,:.]+ ){1,6}?(who|qui) (?=[^,:.\x02]*[. \x01]*$)")
def _is_called_one(reading: Reading, head: int) -> bool:
    """Does the headline call it one, and nobody say or do anything else in it? تياني.. من حماية الرئيس إلى الإطاحة به

    But not: رجل الظل تياني يعلن نفسه رئيسا
    """
    key, phrases = reading.key, reading.crises.phrases
    life = phrases.life.search(key, 0, head) if reading.title_end else None
    if life is None or phrases.happens.search(key, 0, head):
        return False
    roles = ("say", "act", "act-weak", "move", "denial")
    return not any(h.start < life.start() or h.start >= life.end() for r in roles for h in reading.cues_in(r, 0, head))


# So soon behind "who" stands what he is known for.
DID = 12


def is_portrait(reading: Reading, head: int) -> bool:
    """Does the headline only add to a name what he is? Salifou Mody, stratège de l'ombre | General Tiani: a life

    But not: Bazoum: the junta will try him.
    """
    people = people_in(reading, head)
    portrait = _PORTRAIT.match(reading.key, people[0], head) if people else None
    return portrait is not None and people[-1] < portrait.end()


_PORTRAIT = re.compile(rb"[^,:]{1,30}(?:[,:] (?:the|an?) |, (?=[^,:]*$))")


def is_interview(reading: Reading, head: int) -> bool:
    """Does the text begin with what somebody is asked, below a headline that names nobody who answers?"""
    start, end = opening(reading, head)
    if not reading.title_end or not reading.key[start:end].rstrip(b' \x01"').endswith(b"?"):
        return False
    return not speaker_in(reading, 0, head) and not any(beyond_matters(reading, 0, head, r) for r in _HAPPENING)


def is_labelled(reading: Reading, head: int) -> bool:
    """Does the text itself begin with what kind of piece it is? DÉCRYPTAGE - Après le putsch | Opinion: …"""
    first = _MARKS.match(reading.key, head if reading.title_end else 0)
    start = first.end() if first else head
    if reading.crises.phrases.label.match(reading.key, start):
        return True
    kinds = reading.cues_in("opinion", start, start + 1)
    return any(_ENDS_LABEL.match(reading.key, hit.end) for hit in kinds) and not people_in(reading, head)


_MARKS = re.compile(rb'[ \x01"(\[]*')
_ENDS_LABEL = re.compile(rb" ?[:|\x02]")
