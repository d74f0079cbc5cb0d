"""Is the article worth waking the desk: the crisis is its subject and it reports something new."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from schemas.normalized import NormalizedArticle
from services.enrich.draft import Draft
from services.enrich.pieces.bare import is_a_life, is_interview, is_labelled, is_portrait, tells_nothing_new
from services.enrich.pieces.chronology import is_chronology
from services.enrich.pieces.essays import (
    SINCE,
    by_the_coup,
    does,
    goes_by_points,
    has_byline,
    has_voice,
    is_essay,
    is_signed,
    muses,
    views,
)
from services.enrich.pieces.how import answers_itself, tells_how, tells_why
from services.enrich.pieces.opens import opens_as_essay
from services.enrich.pieces.ought import ought
from services.enrich.pieces.pieces import (
    bears,
    changes_routes,
    goes_without,
    is_borne,
    is_checked,
    is_on_the_ousted,
    is_relative,
    names_nothing,
    piece,
    rulers_announce,
    rulers_do,
)
from services.enrich.pieces.reported import is_report
from services.enrich.read.address import is_filed_under
from services.enrich.read.headline import head_end, in_head, opening, people_in, signature, speaker_in
from services.enrich.read.reading import CueHit, Reading


def step(article: NormalizedArticle, reading: Reading, tags: Draft) -> Draft:
    """Set `alert`: main, and neither told for its own sake nor of its effects only."""
    if not any(c.salience == "main" for c in tags.crises):
        return tags
    silenced = silence(article, reading)
    if silenced in FIRST_DAYS and _under_way(article, tags, reading, FIRST_DAYS[silenced]):
        silenced = None  # "Is a coup under way in Niger?" is the first that anyone hears of it
    tags.alert = not silenced
    return tags


def silence(article: NormalizedArticle, reading: Reading) -> str | None:
    """Why an article on the crisis is no news, or None: what its headline, its address or its manner says."""
    if reading.borne:
        return "effect"
    day = article.day
    if silenced := quiet(reading, day):
        return silenced
    crises = reading.crises
    if is_filed_under(article.url, crises.sections) and not _is_own_account(reading):
        return "filed"
    if crises.manner and not is_report(reading, head_end(reading), crises.manner, day):
        return "weighed"
    return None


# So many days after a coup whatever tells of it is news: what asks, and what has no verb.
FIRST_DAYS: Final = {"question": 1, "bare": 2, "weighed": 2}


def _under_way(article: NormalizedArticle, tags: Draft, reading: Reading, days: int) -> bool:
    """Is it the day of the coup that the article tells of, or one of the days behind it?"""
    told = {coup.event for coup in tags.coups if coup.status == "asserted"}
    day = article.day
    return day is not None and any(c.event in told and 0 <= (day - c.since).days <= days for c in reading.crises.crises)


def _is_own_account(reading: Reading) -> bool:
    """Does somebody of the crisis tell it himself? My country is under attack, and I have been taken hostage"""
    if not reading.crises.phrases.first_person.search(reading.key, 0, head_end(reading)):
        return False
    return bool(people_in(reading, len(reading.key)))


def _signed(reading: Reading, hit: CueHit, head: int) -> bool:
    """Does the headline name who answers what it seems to ask? Why we cannot go to war – Senator

    But not: Why the coup matters – a newspaper | Who is the general – head of the junta
    """
    key, phrases = reading.key, reading.crises.phrases
    dash = signature(reading, hit.end, head)
    if dash < 0 or b"?" in key[:head]:
        return False
    if phrases.first_person.search(key, hit.end, dash + 1):
        return True
    return not phrases.asks_what.match(key, hit.start) and speaker_in(reading, dash, head)


def _tells_what(reading: Reading, hit: CueHit, head: int) -> bool:
    """Does it only begin like a question? What the president told his chiefs"""
    said = reading.crises.phrases.tells_what.match(reading.key, hit.start, head)
    return said is not None and b"?" not in reading.key[:head] and speaker_in(reading, said.start(2), said.end(2))


def _quoted(reading: Reading, hit: CueHit, head: int) -> bool:
    """Are "the things that" those that somebody of rank said? But not: five things to know, things that he can do."""
    said = reading.crises.phrases.things_said.match(reading.key, hit.start, head)
    return said is not None and speaker_in(reading, said.start(1), said.end(1))


# So near before "why the" stands who explains it.
ACCOUNTS = 10


def _explained(reading: Reading, hit: CueHit) -> bool:
    """Is it somebody of rank who explains? Sultan explains why he left; but not: a map explains why."""
    told = reading.crises.phrases.accounts.search(reading.key, max(0, hit.start - ACCOUNTS), hit.end)
    return told is not None and speaker_in(reading, 0, told.start())


def _is_told(reading: Reading, hit: CueHit, head: int) -> bool:
    """Is what a headline seems to explain told as news by it, or below it?"""
    return _explained(reading, hit) or _quoted(reading, hit, head) or tells_why(reading, hit, head)


# An article that begins "One year ago," looks back.
OPENING = 24
# Bytes between "column by the detained president" and his name.
NEAR = 32
# A headline may put its subject before a colon or dash, and ask behind it.
_PARTS = re.compile(rb"[:|\x02?.!\"] *\"?")


def quiet(reading: Reading, day: dt.date | None = None) -> str | None:
    """Why an article on the crisis, of this day, is no news, or None: the kind of piece that its headline announces."""
    head = head_end(reading)
    starts = {0} | {m.end() for m in _PARTS.finditer(reading.key, 0, head)}
    said, acted = in_head(reading, "say"), in_head(reading, "act")
    if announced := _announced(reading, head, starts, said or acted):
        return announced
    if is_labelled(reading, head) or is_a_life(reading, head) or is_interview(reading, head):
        return "explainer"
    if is_chronology(reading, head, day):
        return "chronology"
    if goes_by_points(reading, head):
        return "explainer"
    # residents say, a study finds: nobody of the crisis speaks
    said = said and not reading.crises.phrases.unnamed.search(reading.key, 0, head)
    said = said or is_signed(reading, head)
    if _is_argued(reading, head, said, acted) or views(reading, head):
        return "opinion"
    if opens_as_essay(reading, head, told=bool(reading.title_end) and (said or acted)):
        return "explainer"
    if asked := _asks(reading, head, starts, said, acted):
        return asked
    people = people_in(reading, head)
    if in_head(reading, "toll") and not (said or people):
        return "effect"
    if (is_portrait(reading, head) or not (people and reading.title_end)) and tells_nothing_new(reading, head, day):
        return "bare"
    if people or is_on_the_ousted(reading, head):
        return None  # what a person of the crisis goes without is news of him, not an effect on daily life
    return "effect" if _is_effect(reading, head, said) else None


def _announced(reading: Reading, head: int, starts: set[int], told: bool) -> str | None:
    """The kind that the headline calls the piece. `told`: it has somebody speak or act."""
    if reading.title_end and (
        _only_a_name(reading, head) or _names_a_coup(reading, head) or _only_an_office(reading, head)
    ):
        return "explainer"
    if reading.title_end and reading.crises.phrases.label.match(reading.key, 0, head):
        return "explainer"
    # The coup in Niger: 10 benefits for France | Coup d'Etat au Niger : l'analyse de nos experts
    kinds = (reading.crises.phrases.so_many_points, reading.crises.phrases.label_by)
    if reading.title_end and any(kind.match(reading.key, at, head) for kind in kinds for at in starts):
        return "explainer"
    for role in ("explainer", "toward", "opinion", "digest", "review"):
        # without a headline the words are running text ("Bazoum, who is detained"), which announces nothing midway
        found = [h for h in reading.cue(role) if h.start < head and (reading.title_end or h.start in starts)]
        if role == "toward" and told:
            # Bazoum's daughter asks for help in an open letter; but not: open letter to Bazoum
            found = [h for h in found if not any(name < h.start for name in people_in(reading, head))]
        if role == "opinion":
            found = [h for h in found if not _by_a_person(reading, h, head, told and h.start not in starts)]
        if role == "explainer":
            found = [h for h in found if h.start in starts or not is_relative(reading, h)]
            answered = [h for h in found if h.start in starts and _signed(reading, h, head)]
            found = [h for h in found if h not in answered and not _is_told(reading, h, head)]
        if found:
            return role
    if reading.title_end:
        return piece(reading, head, told=told)
    return "explainer" if is_checked(reading, 0) else None


def _is_argued(reading: Reading, head: int, said: bool, acted: bool) -> bool:
    """Does the writer speak himself? `said`: somebody of the crisis speaks in the headline; `acted`: or acts."""
    if not said and (ought(reading, head) or (reading.title_end and has_voice(reading, head))):
        return True
    if reading.title_end and names_nothing(reading, head):
        return True
    if has_byline(reading, head) or (not (said or does(reading, head)) and is_essay(reading, head)):
        return True
    spoken = said and not all(by_the_coup(reading, hit.start) for hit in reading.cues_in("say", 0, head))
    return not (spoken or acted) and muses(reading, head)


def _asks(reading: Reading, head: int, starts: set[int], said: bool, acted: bool) -> str | None:
    """`question` or `anniversary`: the piece answers something itself, or looks back. The rest as above."""
    stated = _stated(reading, head)
    asked = [hit for hit in reading.cue("question") if hit.start in starts]
    answers = (_signed, _tells_what, tells_how, tells_why)
    if not stated and asked and not any(answer(reading, asked[0], head) for answer in answers):
        return "question"
    if not reading.title_end and _ends_asking(reading):
        return "question"
    first = head + OPENING if reading.title_end and not acted else head
    looks_back = [hit for hit in reading.cue("anniversary") if hit.start < first and not _marks(reading, hit, head)]
    if not reading.title_end:
        looks_back = [hit for hit in looks_back if not _is_own_day(reading, hit)]
    if looks_back and not (said or _acts_before(reading, looks_back[0]) or _speaks(reading, head)):
        return "anniversary"
    return "question" if b"?" in reading.key[:head] and not (stated or answers_itself(reading, head)) else None


def _speaks(reading: Reading, head: int) -> bool:
    """Is it on a speech of somebody of the crisis? Two years after the coup: Tiani's address deepens the rift."""
    if not reading.crises.phrases.speech.search(reading.key, 0, head):
        return False
    if people_in(reading, head):
        return True
    start, end = opening(reading, head)
    end = reading.sentence(end)[1] if end < len(reading.key) else end
    return bool(reading.cues_in("say", start, end) and people_in(reading, end))


def _marks(reading: Reading, hit: CueHit, head: int) -> bool:
    """Does the first sentence below the headline name another day, on which something happens today?

    Thousands marched on Thursday, on the day on which the country became independent.
    """
    if hit.start < head:
        return False
    start, end = reading.sentence(hit.start)
    if not reading.cues_in("today", start, end) or reading.cues_in("coup", start, end):
        return False
    return bool(reading.crises.phrases.happens.search(reading.key, start, end))


def _is_own_day(reading: Reading, hit: CueHit) -> bool:
    """Is it the country's own day on which something happens? Thousands marched. It was the day of independence."""
    start, end = reading.sentence(hit.start)
    return bool(reading.crises.phrases.own_day.search(reading.key, start, end))


def _is_effect(reading: Reading, head: int, said: bool) -> bool:
    """Does the headline tell only what others' acts do to daily life?"""
    if rulers_announce(reading, head):
        return False
    if reading.title_end and (goes_without(reading, head) or changes_routes(reading, head)):
        return True
    suffers = bears(reading, head)
    if suffers and is_borne(reading, suffers, head):
        return True
    if rulers_do(reading, head):
        return False
    touched = reading.title_end and reading.crises.phrases.touched.search(reading.key, 0, head)
    if not (in_head(reading, "effect") or suffers or touched):
        return False
    return not (said or _acts_now(reading, head, suffers.end() if suffers else head))


def _acts_now(reading: Reading, head: int, suffered: int) -> bool:
    """Does the headline tell an act, and not only what comes after one? Traffic is up after the ban was lifted.

    Nor what others bear, told behind `suffered`: residents cry out as the frontier is shut. But: as soldiers do it.
    """
    clause = reading.crises.phrases.as_clause.search(reading.key, suffered, head)
    if clause and not reading.cues_in("soldiers", clause.start(), head):
        head = clause.start()
    when = reading.crises.phrases.when
    acts = reading.cues_in("act", 0, head)
    effects = reading.cues_in("effect", 0, head)  # sous sanctions, le pays opte pour le solaire
    own = [a for a in acts if not any(e.start <= a.start and a.end <= e.end for e in effects)]
    return any(not when.search(reading.key, max(0, hit.start - SINCE), hit.start) for hit in own)


def _ends_asking(reading: Reading) -> bool:
    """Is it a teaser that ends with what the piece will answer? The alliance is a year old. How can it survive?"""
    text = reading.key.rstrip(b" \x01\x02\"")
    if not text.endswith(b"?"):
        return False
    start, end = reading.sentence(len(text) - 1)
    return any(hit.start < start + 2 for hit in reading.cues_in("question", start, end)[:1])


def _acts_before(reading: Reading, hit: CueHit) -> bool:
    """Does the headline tell what somebody does, and only then how long ago the coup was?

    Gwamnatin Nijar ta haramta zanga-zanga, shekaru biyu bayan juyin mulki; but not: a year on, how troops left.
    """
    if not 0 < hit.start < head_end(reading) or reading.has("question", "explainer"):
        return False
    return any(h.end <= hit.start for role in ("act", "act-weak") for h in reading.cues_in(role, 0, hit.start))


def _stated(reading: Reading, head: int) -> int:
    """Where a headline's last statement ends that tells an act before anything is asked, or 0.

    The junta frees fifty detainees. What of Bazoum?
    """
    end = max(reading.key.rfind(stop, 0, head) for stop in (b". ", b"! ")) + 1
    if end <= 0 or b"?" in reading.key[:end]:
        return 0
    told = any(hits[0].start < end for role in ("act", "act-weak", "say", "move") if (hits := reading.cues.get(role)))
    return end if told else 0


def _only_a_name(reading: Reading, head: int) -> bool:
    """Is the headline only a person or body, as pages are named that say who it is? A country alone may be news."""
    title = reading.key[:head].strip(b" .:\"")
    return any(
        h.end - h.start >= len(title) and reading.crises.entities[h.use.entity].kind != "place"
        for h in reading.names
        if h.start < head
    )


def _only_an_office(reading: Reading, head: int) -> bool:
    """Is the headline only an office and its country, as pages that collect reports are called? Shugaban sojin Nijar"""
    if len(reading.key[:head].split()) > MOST_OF_OFFICE:
        return False
    spans = [(h.start, h.end) for h in reading.cue("title", "ruler", "soldiers") if h.start < head]
    if not spans:
        return False
    key = bytearray(reading.key[:head])
    spans += [(h.start, h.end) for h in reading.names if h.start < head and h.use.cls == "name"]
    for start, end in spans:
        key[start:end] = b" " * (end - start)
    return not key.strip(b" .:\"\x01\x02n") and any(h.start < head for h in reading.names)


MOST_OF_OFFICE = 4


# Beside the names in what a page on a coup is called.
_SMALL = re.compile(rb"(?:19|20)[0-9]{2}|[a-z]{1,4}|[^ a-z0-9]+")


def _names_a_coup(reading: Reading, head: int) -> bool:
    """Is the headline only the name of a known coup, or its year, as pages and columns are called?

    Juyin mulkin Nijar 2023 | On the coup in Niger; but not: Coup in Niger
    """
    known = _KNOWN.match(reading.key, 0, head)
    if not (known or reading.years_in(0, head)):
        return False
    key = bytearray(reading.key[:head])
    spans = [(h.start, h.end) for h in reading.cue("coup", "maybe") if h.start < head]
    if not spans:
        return False
    spans += [(h.start, h.end) for h in reading.names if h.start < head and h.use.cls != "sign"]
    for start, end in spans:
        key[start:end] = b" " * (end - start)
    small = _SMALLEST if known else _SMALL
    return all(small.fullmatch(word) for word in bytes(key).split())


# So begins a headline on a coup that everybody knows of.
_KNOWN = re.compile(rb"(?:on |of )?(?:the|this) ")
_SMALLEST = re.compile(rb"the|this|[a-z]{1,2}|[^ a-z0-9]+")


def _by_a_person(reading: Reading, hit: CueHit, head: int, said: bool) -> bool:
    """What a person of the crisis writes is news: "Bazoum asks for help in op-ed", "la tribune de Bazoum"."""
    people = people_in(reading, head)
    near = [name for name in people if hit.end < name < hit.end + NEAR]
    if any(reading.crises.phrases.happens.search(reading.key, name, hit.start) for name in people):
        return True
    return (said and bool(people)) or any(not _PARTS.search(reading.key, hit.end, name - 1) for name in near)
