"""Where an article tells what is done in a coup: power that is seized, a ruler overthrown or held, a plot."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from services.enrich.find.charged import of_a_ruler
from services.enrich.read.candidate import Candidate
from services.enrich.read.headline import head_end, lead_end
from services.enrich.read.reading import CueHit, Reading
from services.enrich.text.fold import fold_name
from services.enrich.which.people import both_sides
from services.enrich.which.pronouns import is_done_by_him, is_done_to_him


def power_seized(reading: Reading) -> Iterator[Candidate]:
    """Soldiers seized power in the night; but not: the party took power after the vote.

    They may stand in the next sentence: "We have put an end to the regime." A colonel read it on television.
    """
    sure = reading.has("coup", "junta")
    for hit in reading.cue("seize"):
        if reading.crises.deeds.over.fullmatch(reading.key, hit.start, hit.end):
            verb = _verb_before(reading, hit)
            if verb is None:
                continue
            hit = hit._replace(start=verb)
        near = sure or any(reading.in_sentence(at, "soldiers") for at in (hit.start, _next(reading, hit)))
        near = near or _maker_named(reading, hit.start) or _of_a_known_year(reading, hit.start)
        near = near or _by_those_before(reading, hit)
        near = near or bool(reading.crises.deeds.from_civilians.match(reading.key, hit.end))
        near = near or is_done_by_him(hit.start, reading) or bool(both_sides(reading, hit.start, hit.end))
        # the Union ends the mandate of its mission
        part = _of_grounds(reading, hit) or _of_a_part(reading, hit)
        part = part or bool(reading.crises.deeds.of_a_body.match(reading.key, hit.end))
        if near and not part and not _by_others(reading, hit) and not _takes_office(reading, hit):
            yield Candidate(hit.start, hit.end, "seize")


def _takes_office(reading: Reading, hit: CueHit) -> bool:
    """Does a president who made no coup only begin to rule? Kafin Shugaba Bazoum ya karbi mulki."""
    crises = reading.crises
    he = crises.deeds.takes_office.search(reading.key, max(0, hit.start - OFFICE), hit.start)
    if he is None:
        return False
    who = (name.use.entity for name in reading.names if name.end == he.start())
    return any(_was_driven_out(one, reading) and crises.ids[one] not in crises.made for one in who)


def _was_driven_out(entity: int, reading: Reading) -> bool:
    """Did his rule end with a coup, as Bazoum's did?"""
    crises = reading.crises
    coups = crises.by_country.get(crises.entities[entity].country or "", ())
    ends = {until for _, until in crises.reigns.get(entity, ())}
    return crises.ids[entity] in crises.unseated or any(e.date in ends and not e.failed for e in coups)


# So near before it stands who takes office.
OFFICE = 8


def _by_those_before(reading: Reading, hit: CueHit) -> bool:
    """Do soldiers of the sentence before do it? Officers spoke on television. They said they had ended the regime."""
    start, _ = reading.sentence(hit.start)
    return start > 0 and bool(
        reading.crises.phrases.they.match(reading.key, start) and reading.in_sentence(start - 1, "soldiers")
    )


def _of_grounds(reading: Reading, hit: CueHit) -> bool:
    """Is it a town, a road, a base that they take control of: sojoji sun kwace iko da Khartoum, da filin jirgi?"""
    deeds = reading.crises.deeds
    control = deeds.control.search(reading.key, hit.start, hit.end)
    of = deeds.control_of.match(reading.key, control.end(1)) if control else None
    if of is None:
        return False
    if reading.crises.phrases.grounds.match(reading.key, of.end() - 1):
        return True
    entities = reading.crises.entities
    return any(
        name.start == of.end() and reading.crises.speaks_for[name.use.entity] != entities[name.use.entity].id
        for name in reading.names
        if entities[name.use.entity].kind == "place"
    )


def _of_a_part(reading: Reading, hit: CueHit) -> bool:
    """Is control taken of something less than a country: of the city, of the firm that runs the mine?"""
    key = reading.key
    if not key.endswith(b" control", hit.start, hit.end) or not key.startswith(_OF_WHAT, hit.end):
        return False
    if reading.crises.phrases.whole.match(key[hit.end : hit.end + WHOLE]):
        return False
    named = next((e for _, e, _ in reading.countries_in(hit.end, hit.end + len(_OF_WHAT) + 4)), None)
    return named is None or key.startswith(_ITS, named)


_OF_WHAT, _ITS = b" of ", b" s "
# So far behind it is said of what.
WHOLE = 72


def _verb_before(reading: Reading, hit: CueHit) -> int | None:
    """Where an Arabic verb for taking stands before what is taken, with its doer between them.

    استولى العميد عمر البشير على السلطة; but not: الصراع على السلطة.
    """
    start = max(reading.sentence(hit.start)[0] - 1, hit.start - TAKES, 0)
    found = reading.crises.deeds.takes.search(reading.key, start, hit.start)
    return found.start(1) if found else None


# So far before it begins such a verb.
TAKES = 60


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


def rulers_overthrown(reading: Reading) -> Iterator[Candidate]:
    """Officers toppled the elected president; but not: protesters, rebels or a foreign army did."""
    sure = reading.has("coup", "junta", "ousted", "maybe")
    for hit in reading.cue("overthrow"):
        soldiers = reading.in_sentence(hit.start, "soldiers", "junta")
        if not soldiers and _is_of_a_civilian(hit, reading):
            continue
        if both_sides(reading, hit.start, hit.end):
            yield Candidate(hit.start, hit.end, "overthrow")
            continue
        if not _of_a_ruler(reading, hit.start, before=soldiers) and not is_done_to_him(hit.start, hit.end, reading):
            continue
        soldiers = soldiers or ruler_named(reading, hit.start) or reading.has("soldiers")
        known = soldiers or sure or _of_a_known_year(reading, hit.start) or _of_a_fallen_state(reading, hit)
        known = known or _of_an_elected_one(reading, hit)
        if known and not _by_others(reading, hit, "notcoup"):
            yield Candidate(hit.start, hit.end, "overthrow")


def _of_an_elected_one(reading: Reading, hit: CueHit) -> bool:
    """Is it tried against those who were elected, in a country with a coup: efforts to topple its elected government?

    Of banks and unions, which name no soldiers. But not: efforts to topple the government.
    """
    start, end = reading.sentence(hit.start)
    if not reading.crises.deeds.elected.search(reading.key, hit.end, min(end, hit.end + ELECTED)):
        return False
    if not reading.crises.deeds.efforts.search(reading.key, max(start - 1, hit.start - ELECTED, 0), hit.start):
        return False
    here = reading.countries_in(start, end) + reading.countries_in(0, head_end(reading))
    return any(country in reading.eventful for _, _, country in here)


# So near stand who is to be toppled and that it is tried.
ELECTED = 44


def _of_a_fallen_state(reading: Reading, hit: CueHit) -> bool:
    """Is it told in passing of a country that had a coup of late: Niger, whose government was overthrown last year?"""
    before = reading.countries_in(reading.sentence(hit.start)[0], hit.start)
    if not before or before[-1][2] not in reading.eventful:
        return False
    return bool(reading.crises.deeds.whose_fell.fullmatch(reading.key, before[-1][1], hit.start))


def _is_of_a_civilian(hit: CueHit, reading: Reading) -> bool:
    """Do no soldiers stand where somebody turns against a ruler? He was Tandja's minister before he turned on him."""
    if not reading.crises.times.mutiny.search(reading.key, hit.start, hit.end):
        return False
    start = reading.sentence(hit.start)[0]
    return not (start and reading.in_sentence(start - 1, "soldiers", "junta"))


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


def rulers_held(reading: Reading) -> Iterator[Candidate]:
    """Guards have sealed off the presidential palace; the president is held inside by his own guard."""
    deeds = reading.crises.deeds
    for hit in reading.cue("hold"):
        # nous gardons notre frontière fermée: no ruler is behind it
        if _of_soldiers(reading, hit) or deeds.border.search(reading.key, max(0, hit.start - 32), hit.end + 20):
            continue
        if deeds.plane.search(reading.key, max(0, hit.start - 64), hit.start) or _in_prison(reading, hit):
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

def _in_prison(reading: Reading, hit: CueHit) -> bool:
    """Are soldiers the ones who sit in prison: sojojin da ke tsare a gidan yari?"""
    deeds = reading.crises.deeds
    if not deeds.prison.match(reading.key, hit.end):
        return False
    who = deeds.who_are.search(reading.key, max(0, hit.start - 16), hit.start)
    if who is None:
        return False
    return any(s.end == who.start() for s in reading.cues_in("soldiers", who.start() - SOLDIERS, who.start()))


# No word for soldiers is longer.
SOLDIERS = 24


def _of_soldiers(reading: Reading, hit: CueHit) -> bool:
    """Are soldiers the ones held? An kama hafsoshi; but in Arabic the doer stands behind the verb."""
    return bool(reading.cues_in("soldiers", hit.end, hit.end + 2)) and reading.key[hit.start] < ARABIC


# The first byte of Arabic letters in a folded text.
ARABIC = 0x80


def _next(reading: Reading, hit: CueHit) -> int:
    """A place in the sentence behind that of a cue."""
    return last_place(reading, reading.sentence(hit.start)[1])


def last_place(reading: Reading, end: int) -> int:
    """Where a sentence ends, or the last place of the text."""
    return min(end, len(reading.key) - 1)


def told_softly(reading: Reading) -> Iterator[Candidate]:
    """Un mouvement d'humeur d'éléments de la garde présidentielle."""
    for hit in reading.cue("soft"):
        near = reading.in_sentence(hit.start, "seat", "ruler") or _soldiers_near(reading, hit)
        if (near or _is_what_they_did(reading, hit)) and not of_fighters(reading, hit):
            yield Candidate(hit.start, hit.end, "soft")


def _soldiers_near(reading: Reading, hit: CueHit) -> bool:
    """Do soldiers stand before a soft word or right behind it? But not: anger at a country that has soldiers there."""
    start, end = reading.sentence(hit.start)
    hits = reading.cues_in("soldiers", start, min(end, hit.end + DONE_BY))
    return any(soldiers.end <= hit.start or soldiers.start < hit.end + ANGRY for soldiers in hits)


# So near behind such a word begins whose anger it is.
ANGRY = 32


def _is_what_they_did(reading: Reading, hit: CueHit) -> bool:
    """Does a sentence begin by calling a mutiny what soldiers do in the one before? Men in arms … A mutiny, he says."""
    start, mutiny = reading.sentence(hit.start)[0], reading.crises.times.mutiny
    if not 0 < start >= hit.start - OPENS or not mutiny.search(reading.key, hit.start, hit.end):
        return False
    return reading.in_sentence(start - 1, "soldiers")


# An article stands before the first word of a sentence: une mutinerie.
OPENS = 6


def of_fighters(reading: Reading, hit: CueHit) -> bool:
    """Is it a militia that rebels: dakarun RSF da suka yi tawaye? Or hired soldiers: Wagner's mutiny in June?"""
    start, end = reading.sentence(hit.start)
    if reading.crises.phrases.hired.search(reading.key, reading.sentence(start - 1)[0] if start else 0, end):
        return True
    # boren da talakawa suka yi
    others = reading.cues_in("other-actor", hit.start - ACTING - 20, hit.end + len(" da ") + 1)
    return any(o.end <= hit.start or o.start >= hit.end for o in others)


def coups_plotted(reading: Reading) -> Iterator[Candidate]:
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
        if of_a_ruler(reading, hit, start):
            continue
        foiled = any(h.start != hit.start for h in reading.cues_in("attempt", start, end))
        if foiled or reading.cues_in("arrest", first, last):
            yield Candidate(hit.start, hit.end, "plot")


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
