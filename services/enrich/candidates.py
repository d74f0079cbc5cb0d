"""Places in a text that may tell a coup. Each rule is a small function that names the sentence it exists for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from services.enrich.fold import fold_name
from services.enrich.pronouns import is_done_by_him, is_done_to_him
from services.enrich.reading import CueHit, Reading
from services.enrich.script import language_of
from services.enrich.subject import head_end, lead_end

# How well a rule's evidence shows a person that there was a coup; the best of a group is shown.
STRENGTH = {
    "coup": 9,
    "overthrow": 8,
    "seize": 7,
    "maybe": 6,
    "plot": 6,
    "soft": 5,
    "junta-name": 4,
    "junta": 3,
    "hold": 2,
    "ousted": 1,
}
# Of one rule, the first so many are looked at: later ones tell no other coup, and a text of nothing else must end.
MOST = 25
# These tell what happened; the others only who came out of it, so that "could" or "no" beside them says nothing.
TELLING = frozenset({"coup", "maybe", "overthrow", "seize", "hold", "soft", "plot"})


class Candidate(NamedTuple):
    """[start, end) of the folded text, the rule that found it, and the event if the words name it."""

    start: int
    end: int
    rule: str
    event: str | None = None


def candidates(reading: Reading) -> list[Candidate]:
    """All candidates in order of the text, idioms already taken out."""
    if not reading.tells and not reading.crises.juntas & reading.present:
        return []
    barred = [(h.start, h.end) for h in reading.cue("idiom")]
    found = [c for rule in RULES for c in islice(rule(reading), MOST)]
    if barred:
        found = [c for c in found if not any(_bars(s, e, c) for s, e in barred)]
    if barred and any(_SELF_COUP.search(reading.key, s, e) for s, e in barred):
        # Castillo's attempted coup, which some call a self-coup: a sitting ruler's is none.
        found = [c for c in found if c.rule not in ("coup", "maybe") or reading.in_sentence(c.start, "soldiers")]
    if "fiction" in reading.cues:
        found = [c for c in found if not _is_invented(c, reading)]
    results = [c for c in found if c.rule not in TELLING]
    kept = [c for c in found if c.rule not in TELLING or not any(_holds(r, c) for r in results)]
    said = [c for c in kept if c.rule == "coup"]
    kept = [c for c in kept if c.rule != "maybe" or not any(s.start <= c.start and c.end <= s.end for s in said)]
    return _first_of_sentence(_joined(_without_purposes(sorted(kept), reading), reading), reading)


# Between a coup and what it was for: tentative de coup d'Etat visant à renverser le président, a coup to topple him.
_PURPOSE = re.compile(
    rb"^,?(?: (?:visant|destinee? a|pour|afin de|qui visait|qui visaient|dans le but de|en vue de|aimed|aiming|meant|"
    rb"intended|designed|that sought|which sought|to|at|a)){1,3} $"
)


def _without_purposes(found: list[Candidate], reading: Reading) -> list[Candidate]:
    """What a coup was for is no other one."""
    out: list[Candidate] = []
    for candidate in found:
        last = out[-1] if out and out[-1].rule in ("coup", "maybe") else None
        for_it = last and candidate.rule in ("overthrow", "seize")
        if last is None or not for_it or not _PURPOSE.match(reading.key[last.end : candidate.start]):
            out.append(candidate)
    return out


_SELF_COUP = re.compile(rb"self.coup|auto.?coup|auto.?golpe|" + fold_name("انقلاب ذاتي"))


def _joined(found: list[Candidate], reading: Reading) -> list[Candidate]:
    """An attempt and what was attempted are one mention: tentative de coup, coup d'Etat; après le coup d'Etat."""
    out: list[Candidate] = []
    for candidate in found:
        if out and out[-1].rule == candidate.rule == "coup" and _goes_on(out[-1], candidate, reading):
            out[-1] = candidate
        elif out and "attempt" in reading.cues and _attempts(out[-1], candidate, reading):
            out[-1] = out[-1]._replace(end=candidate.end)
        else:
            out.append(candidate)
    return out


def _goes_on(first: Candidate, second: Candidate, reading: Reading) -> bool:
    """Does the second begin within the first and end behind it, and neither tells an attempt?"""
    if not first.start < second.start < first.end < second.end:
        return False
    return not reading.cues_in("attempt", first.start, second.start)


def _attempts(first: Candidate, second: Candidate, reading: Reading) -> bool:
    if first.rule != "coup" or second.rule != "coup" or not first.start < second.start < first.end < second.end:
        return False
    return bool(reading.cues_in("attempt", first.start, second.start))


def _first_of_sentence(found: list[Candidate], reading: Reading) -> list[Candidate]:
    """Of mentions that only name an outcome, one in each sentence: the next would say the same."""
    seen: set[tuple[str, int]] = set()
    out = []
    for candidate in found:
        if candidate.rule not in TELLING:
            place = (candidate.rule, reading.sentence(candidate.start)[0])
            if place in seen:
                continue
            seen.add(place)
        out.append(candidate)
    return out


def _holds(result: Candidate, candidate: Candidate) -> bool:
    """Is a mention only part of a longer one? The coup leaders, masu juyin mulki: no coup is told there anew."""
    if result.start > candidate.start or candidate.end > result.end:
        return False
    return result.end - result.start > candidate.end - candidate.start


def _bars(start: int, end: int, candidate: Candidate) -> bool:
    """Does an idiom take a candidate? Only one that holds its end: sur le coup, but not: enquete sur le coup d'Etat."""
    overlap = start < candidate.end and candidate.start < end
    return overlap and end >= candidate.end and end - start >= candidate.end - candidate.start


def _said(reading: Reading) -> Iterator[Candidate]:
    """The military staged a coup d'etat. / Sojoji sun yi juyin mulki."""
    for hit in reading.cue("coup"):
        politics = reading.in_sentence(hit.start, "soldiers", "ruler", "seat") or _before_a_country(reading, hit)
        if not politics and (_is_of_other_matters(reading, hit) or _is_title(reading, hit)):
            continue
        if _is_epithet(reading, hit):
            continue
        yield Candidate(hit.start, hit.end, "coup")


def _is_of_other_matters(reading: Reading, hit: CueHit) -> bool:
    """Does the sentence speak of a board or a match, or the text, and of no soldier or country with coups at all?"""
    if reading.in_sentence(hit.start, "notcoup"):
        return True
    return not reading.eventful and reading.has("notcoup") and not reading.has("soldiers", "ruler", "seat")


_TITLE_BEFORE = re.compile(rb"\" ?(?:the |le |la |les |un |une |a |l )?$")
_TITLE_BEHIND = re.compile(rb" ?[,.]?\"")


def _is_title(reading: Reading, hit: CueHit) -> bool:
    """Is it the whole of what stands in quotes, where no country is spoken of? The best film was "The Putsch"."""
    return not reading.eventful and _is_quoted(reading, hit)


def _is_quoted(reading: Reading, hit: CueHit) -> bool:
    if not _TITLE_BEFORE.search(reading.key, max(0, hit.start - 6), hit.start):
        return False
    return bool(_TITLE_BEHIND.match(reading.key, hit.end))


def _is_invented(candidate: Candidate, reading: Reading) -> bool:
    """Is it told in a novel or an exercise? But not: the novel is of the coup of 1966, of the fall of Bazoum.

    Set in an invented country, the thriller tells of a coup over one night. | Soldiers seized power in the drill.
    """
    start, end = reading.sentence(candidate.start)
    if reading.years_in(start, end) or ruler_named(reading, candidate.start):
        return False
    if reading.in_sentence(candidate.start, "fiction"):
        return True
    invented = reading.cues["fiction"]
    # "... a dictator toppled in a coup." The novel is of a fictional country. Its president survives the coup.
    first, last = reading.sentence(max(start - 1, 0))[0], reading.sentence(_at(reading, end))[1]
    beside = len(invented) > 1 and reading.cues_in("fiction", first, last)
    return bool(invented[0].start < head_end(reading) or beside) and not any(
        c in reading.crises.by_country for _, _, c in reading.countries_in(start, end)
    )


def _is_epithet(reading: Reading, hit: CueHit) -> bool:
    """The opposition called the delay a coup: no soldier stirs in the text, it is a word for something else."""
    if "epithet" not in reading.cues or reading.has("soldiers", "junta", "ousted", "seize", "attempt", "plot"):
        return False
    return any(h.end <= hit.start for h in reading.cues_in("epithet", hit.start - CALLED, hit.start))


# So near stands who calls something a coup.
CALLED = 40


def _perhaps(reading: Reading) -> Iterator[Candidate]:
    """The coup in Niger drew condemnation; but not: signing the striker was a coup for the club."""
    hits = reading.cue("maybe")
    if hits and language_of(reading) == "fr":
        yield from _bare_in_french(reading, hits)
        return
    eventful = any(c in reading.crises.by_country for _, _, c in reading.countries)
    # The club's president is ousted, the coach goes: no soldier, no country.
    of_clubs = not eventful and len(reading.cue("notcoup")) > 1 and not reading.has("soldiers")
    sure = reading.has("coup", "junta", "ousted") and not of_clubs
    politics = reading.has("ruler", "soldiers", "seat")
    other = reading.has("notcoup")
    for hit in hits:
        near = reading.in_sentence(hit.start, "soldiers", "ruler", "junta", "seat") or _before_a_country(reading, hit)
        near = near or _is_dated(reading, hit)
        if not near and (reading.in_sentence(hit.start, "notcoup") or _is_title(reading, hit)):
            continue
        if _is_epithet(reading, hit):
            continue
        if sure or near or (not other and (eventful or politics or _is_doubted(reading, hit))):
            yield Candidate(hit.start, hit.end, "maybe")


def _is_dated(reading: Reading, hit: CueHit) -> bool:
    """Does a year stand right beside it, and does the text name a country? A film on the August 1953 coup in Iran."""
    if not reading.years_in(max(0, hit.start - 6), hit.end + 18):
        return False
    return any(c in reading.crises.by_country for _, _, c in reading.countries)


def _is_doubted(reading: Reading, hit: CueHit) -> bool:
    return any(h.end <= hit.start <= h.end + 12 for h in reading.cue("negate", "hypothetical"))


_THE = re.compile(rb"(?:^| )(?:le|ce|ces|les|leur|son|dernier|nouveau|recent) $")
_NO_COUP = re.compile(rb"(?: d | d\x27| de | du )")


def _bare_in_french(reading: Reading, hits: list[CueHit]) -> Iterator[Candidate]:
    """Au Niger aussi, le coup etait venu de la garde; but not: un coup dur, nor where no coup d'Etat is told."""
    sure = reading.has("coup", "junta", "ousted", "seize", "overthrow")
    for hit in hits:
        if reading.key[hit.start : hit.start + 4] != b"coup" or _NO_COUP.match(reading.key, hit.end):
            continue
        if _is_quoted(reading, hit):
            continue
        # les coups pleuvent: several are blows, unless they are told of a country
        several = reading.key[hit.start : hit.end].endswith(b"s")
        definite = not several and bool(_THE.search(reading.key, max(0, hit.start - 10), hit.start))
        politics = reading.in_sentence(hit.start, "soldiers", "ruler", "junta", "seat")
        placed = _before_a_country(reading, hit)
        if (placed and (sure or politics)) or (definite and (sure or politics or ruler_named(reading, hit.start))):
            yield Candidate(hit.start, hit.end, "maybe")


_IN = re.compile(rb" (?:in|of|au|en|du|de|a|da|na|ta|[\x80-\x9f]+) ?")


def _before_a_country(reading: Reading, hit: CueHit) -> bool:
    """coup in Niger; but not: a coup for the Lagos club"""
    if not _IN.match(reading.key, hit.end):
        return False
    return any(c in reading.crises.by_country for _, _, c in reading.countries_in(hit.end, hit.end + 10))


def _outcome(reading: Reading) -> Iterator[Candidate]:
    """The junta closed the airspace. / The ousted president is still held."""
    for role in ("junta", "ousted"):
        for hit in reading.cue(role)[:8]:
            if role != "ousted" or not _is_verb(reading, hit):
                yield Candidate(hit.start, hit.end, role)


def _is_verb(reading: Reading, hit: CueHit) -> bool:
    """Is what may name an outcome what somebody did: who had overthrown president Kaboré, a destitué le président?"""
    if not reading.cues_in("overthrow", hit.start, hit.start + 1):
        return False
    return reading.key.endswith((b" had ", b" has ", b" have ", b" having "), max(0, hit.start - 8), hit.start)


def _named(reading: Reading) -> Iterator[Candidate]:
    """The CNSP suspended the constitution."""
    for hit in reading.names:
        entity = reading.crises.entities[hit.use.entity]
        if entity.junta and entity.id in reading.present and hit.use.cls in ("name", "acronym"):
            yield Candidate(hit.start, hit.end, "junta-name", entity.junta)


def _seized(reading: Reading) -> Iterator[Candidate]:
    """Soldiers seized power in the night; but not: the party took power after the vote.

    They may stand in the next sentence: "We have put an end to the regime." A colonel read it on television.
    """
    sure = reading.has("coup", "junta")
    for hit in reading.cue("seize"):
        near = sure or any(reading.in_sentence(at, "soldiers") for at in (hit.start, _next(reading, hit)))
        near = near or _maker_named(reading, hit.start) or _of_a_known_year(reading, hit.start)
        near = near or is_done_by_him(hit.start, reading)
        if near and not _by_others(reading, hit):
            yield Candidate(hit.start, hit.end, "seize")


def _by_others(reading: Reading, hit: CueHit, *more: str) -> bool:
    """Do protesters, voters or rebels act in the sentence, and no soldiers right before?

    Soldiers seized power in 2022 and promised elections; but: the party took power after the vote.
    """
    if not reading.in_sentence(hit.start, "other-actor", *more):
        return False
    start, end = reading.sentence(hit.start)
    # He toppled Kaboré, accused of doing too little against jihadists: too far behind the verb to be its doers.
    end = min(end, hit.end + DONE_BY)
    if not any(reading.cues_in(role, start, end) for role in ("other-actor", *more)):
        return False
    actors = [h for role in ("soldiers", "other-actor") for h in reading.cues_in(role, start, hit.start)]
    return not actors or max(actors).role != "soldiers" or hit.start - max(actors).end > ACTING


# So near before its verb stands who acts.
ACTING = 24
# So near behind it who is named as the doer.
DONE_BY = 48


def _overthrown(reading: Reading) -> Iterator[Candidate]:
    """Officers toppled the elected president; but not: protesters, rebels or a foreign army did."""
    sure = reading.has("coup", "junta", "ousted", "maybe")
    for hit in reading.cue("overthrow"):
        soldiers = reading.in_sentence(hit.start, "soldiers", "junta")
        if not _of_a_ruler(reading, hit.start, before=soldiers) and not is_done_to_him(hit.start, hit.end, reading):
            continue
        soldiers = soldiers or ruler_named(reading, hit.start) or reading.has("soldiers")
        if (soldiers or sure or _of_a_known_year(reading, hit.start)) and not _by_others(reading, hit, "notcoup"):
            yield Candidate(hit.start, hit.end, "overthrow")


def _of_a_ruler(reading: Reading, at: int, *, before: bool) -> bool:
    """Does the sentence speak of a ruler, or the one `before` it: Bazoum is still held. His own guards toppled him."""
    if reading.in_sentence(at, "ruler") or ruler_named(reading, at):
        return True
    if against_a_junta(reading, at):
        return True
    last = reading.sentence(at)[0] - 1
    return before and last > 0 and (reading.in_sentence(last, "ruler") or ruler_named(reading, last))


def against_a_junta(reading: Reading, at: int) -> bool:
    """Is a junta what is to be toppled? Des officiers voulaient renverser la junte."""
    return any(hit.start <= at + AGAINST for hit in reading.cues_in("junta", at + 1, at + AGAINST + 1))


# So near behind the beginning of a word for toppling begins whom it is done to.
AGAINST = 16


def _held(reading: Reading) -> Iterator[Candidate]:
    """Guards have sealed off the presidential palace; the president is held inside by his own guard."""
    for hit in reading.cue("hold"):
        if _of_soldiers(reading, hit) or _BORDER.search(reading.key, max(0, hit.start - 32), hit.end + 20):
            continue
        inside = reading.in_sentence(hit.start, "seat", "ruler") or ruler_named(reading, hit.start)
        inside = inside or (_is_of_him(reading, hit) and _of_a_ruler(reading, hit.start, before=True))
        near = reading.in_sentence(hit.start, "soldiers") or reading.in_sentence(_next(reading, hit), "soldiers")
        if inside and near and not reading.in_sentence(hit.start, "other-actor"):
            yield Candidate(hit.start, hit.end, "hold")
    for hit in reading.cue("shot"):
        # Shots near the palace in Cotonou; but not: shots at the airport, the general accuses two presidents.
        if reading.in_sentence(hit.start, "seat") and reading.in_sentence(hit.start, "soldiers"):
            yield Candidate(hit.start, hit.end, "hold")


def _is_of_him(reading: Reading, hit: CueHit) -> bool:
    """Is whom it is done to a pronoun? He rose from teacher to president. احتجزه حرسه"""
    return bool(_HIM.search(reading.key, max(hit.start, hit.end - 4), hit.end + 5))


_HIM = re.compile(fold_name("ه") + rb" | shi[ ,.]")


# Shut as borders are, which no ruler is held behind: nous gardons notre frontière fermée.
_BORDER = re.compile(rb"\b(?:frontieres?|borders?|espace aerien|airspace|iyaka|iyakoki)\b")


def _of_soldiers(reading: Reading, hit: CueHit) -> bool:
    """Are soldiers the ones held? An kama hafsoshi; but in Arabic the doer stands behind the verb."""
    return bool(reading.cues_in("soldiers", hit.end, hit.end + 2)) and reading.key[hit.start] < ARABIC


# The first byte of Arabic letters in a folded text.
ARABIC = 0x80


def _next(reading: Reading, hit: CueHit) -> int:
    """A place in the sentence behind that of a cue."""
    return _at(reading, reading.sentence(hit.start)[1])


def _at(reading: Reading, end: int) -> int:
    """Where a sentence ends, or the last place of the text."""
    return min(end, len(reading.key) - 1)


def _soft(reading: Reading) -> Iterator[Candidate]:
    """Un mouvement d'humeur d'éléments de la garde présidentielle."""
    for hit in reading.cue("soft"):
        if reading.in_sentence(hit.start, "soldiers", "seat", "ruler"):
            yield Candidate(hit.start, hit.end, "soft")


def _plotted(reading: Reading) -> Iterator[Candidate]:
    """Fifty soldiers are held for a "tentative de déstabilisation de la transition"; but not: France wants to do that.

    Soldiers stand in its sentence or beside it, and who is held for it, or that it was foiled.
    """
    for hit in reading.cue("conspiracy"):
        start, end = reading.sentence(hit.start)
        if hit.start < head_end(reading):
            first, last = 0, lead_end(reading)
        else:
            first = reading.sentence(start - 1)[0] if start else 0
            last = reading.sentence(_next(reading, hit))[1]
        if not reading.cues_in("soldiers", first, last) or _by_others(reading, hit):
            continue
        if _of_a_ruler_charged(reading, hit, start):
            continue
        foiled = any(h.start != hit.start for h in reading.cues_in("attempt", start, end))
        if foiled or reading.cues_in("arrest", first, last):
            yield Candidate(hit.start, hit.end, "plot")


def _of_a_ruler_charged(reading: Reading, hit: CueHit, start: int) -> bool:
    """Is a ruler whom soldiers drove out charged with it? Bazoum est accusé de complot contre la sûreté de l'État."""
    if reading.in_sentence(hit.start, "ousted"):
        return True
    i = bisect_left(reading.rulers, start)
    return b" contre " in reading.key[hit.start : hit.end] and i < len(reading.rulers) and reading.rulers[i] < hit.start


def _maker_named(reading: Reading, at: int) -> bool:
    """Is one named before it in this sentence who made or suffered a coup of these years, or of a year named there?

    Traoré ya ƙwace mulki a 2022; but not: Buhari took over as president after the vote, and a general long ago.
    """
    start, end = reading.sentence(at)
    i = bisect_left(reading.linked, start)
    if i == len(reading.linked) or reading.linked[i] >= at:
        return False
    crises = reading.crises
    years = reading.years_in(start, end)
    for hit in reading.names:
        if start <= hit.start < at:
            name = crises.ids[hit.use.entity]
            for event in crises.made.get(name, frozenset()) | crises.unseated.get(name, frozenset()):
                known = crises.events[event]
                if known.country in reading.eventful or known.date.year in years:
                    return True
    return False


def _of_a_known_year(reading: Reading, at: int) -> bool:
    """Does its sentence name the country and the year of a coup? Bokassa s'était emparé du pouvoir en 1965."""
    start, end = reading.sentence(at)
    years = reading.years_in(start, end)
    if not years:
        return False
    countries = {c for _, _, c in reading.countries_in(start, end)}
    known = (e for c in countries for e in reading.crises.by_country.get(c, ()) if e.date.year in years)
    # accused of a plot to topple Erdogan in 2016
    tried = reading.in_sentence(at, "attempt", "plot")
    return any(not e.failed or tried for e in known)


def ruler_named(reading: Reading, at: int) -> bool:
    """Is a head of state of one of the events named in this sentence?"""
    start, end = reading.sentence(at)
    i = bisect_left(reading.rulers, start)
    return i < len(reading.rulers) and reading.rulers[i] < end


RULES = (_said, _perhaps, _outcome, _named, _seized, _overthrown, _held, _soft, _plotted)
