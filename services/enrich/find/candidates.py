"""Places in a text that may tell a coup. Each rule is a small function that names the sentence it exists for."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice

from services.enrich.find.acts import (
    ARABIC,
    coups_plotted,
    last_place,
    of_fighters,
    power_seized,
    ruler_named,
    rulers_held,
    rulers_overthrown,
    told_softly,
)
from services.enrich.find.entries import coups_of_entries
from services.enrich.find.said import coups_perhaps, coups_said
from services.enrich.find.slain import has_victims, rulers_killed
from services.enrich.find.swept import coups_of_known_years
from services.enrich.find.tried import attempts_of_known_years
from services.enrich.read.candidate import TELLING, Candidate
from services.enrich.read.headline import head_end, lead_end
from services.enrich.read.reading import CueHit, Reading
from services.enrich.which.plural import is_plural
from services.enrich.which.turns import rows_that_fell

# Of one rule, the first so many are looked at: later ones tell no other coup, and a text of nothing else must end.
MOST = 25


def candidates(reading: Reading) -> list[Candidate]:
    """All candidates in order of the text, idioms already taken out."""
    if not reading.tells and not reading.crises.juntas & reading.present and not has_victims(reading):
        return []
    barred = [(h.start, h.end) for h in reading.cue("idiom")]
    found = [c for rule in RULES for c in islice(rule(reading), MOST)]
    if barred:
        found = [c for c in found if not any(_bars(s, e, c) for s, e in barred)]
    found = [c for c in found if c.rule not in ("coup", "maybe") or not _is_on_principle(c, reading)]
    if barred and any(reading.crises.deeds.self_coup.search(reading.key, s, e) for s, e in barred):
        # Castillo's attempted coup, which some call a self-coup: a sitting ruler's is none.
        found = [c for c in found if c.rule not in ("coup", "maybe") or reading.in_sentence(c.start, "soldiers")]
    if found:
        found = _without_links(found, reading)
    found = [c for c in found if c.rule not in ("overthrow", "ousted") or not _is_dismissal(c, reading)]
    if "fiction" in reading.cues:
        found = [c for c in found if not _is_invented(c, reading)]
    found = [c for c in found if c.rule != "coup" or not _is_of_fighters(c, reading)]
    if "over-pay" in reading.cues:
        found = [c for c in found if not _is_over_pay(c, reading)]
    found = [c for c in found if c.rule not in ("coup", "plot") or not _is_an_escape(c, reading)]
    results = [c for c in found if c.rule not in TELLING]
    kept = [c for c in found if c.rule not in TELLING or not any(_holds(r, c) for r in results)]
    said = [c for c in kept if c.rule == "coup"]
    # juye-juyen mulki are several, whatever the end of it is by itself
    kept = [c for c in kept if c.rule != "coup" or not any(s.start < c.start and s.end == c.end for s in said)]
    # the takeover of "the military takeover" is told by that; of several, the last may be this one
    parts = [c for c in kept if c.rule == "maybe" or (c.rule == "seize" and not is_plural(c, reading))]
    parts = [c for c in parts if any(s.start <= c.start and c.end <= s.end for s in said)]
    kept = [c for c in kept if c not in parts]
    return _first_of_sentence(_joined(_without_purposes(sorted(kept, key=_in_order), reading), reading), reading)


def _in_order(candidate: Candidate) -> tuple[int, int, str, str]:
    """Two rules may find the same words, one of them with the coup that they name and one without."""
    return candidate.start, candidate.end, candidate.rule, candidate.event or ""


def _without_links(found: list[Candidate], reading: Reading) -> list[Candidate]:
    """Without what the headline of another article tells. Read also: Junta of Mali ends its pact"""
    links = [at for hit in reading.cue("leads-on") if (at := _headline_behind(reading.key, hit))]
    ends = [min(reading.sentence(at)[1], at + HEADLINE) for at in links]
    if not links:
        return found
    return [c for c in found if not any(at <= c.start < end for at, end in zip(links, ends, strict=True))]


# A headline is no longer.
HEADLINE = 160
# What stands before and behind the words that lead on to one.
_BEFORE_LINK = re.compile(rb"(?:^|[\x01\x02~(.]) {0,3}$")
_BEHIND_LINK = re.compile(rb"(?: ?[:~\x02] ?|\x01)\x01*")


def _headline_behind(key: bytes, hit: CueHit) -> int | None:
    """Where the headline of another article begins, if the words at their place lead on to one."""
    if not _BEFORE_LINK.search(key, max(0, hit.start - 4), hit.start):
        return None
    behind = _BEHIND_LINK.match(key, hit.end)
    return behind.end() if behind else None


def _is_over_pay(candidate: Candidate, reading: Reading) -> bool:
    """Is it a mutiny of a text whose men want better pay? But not where a ruler's seat stands in its sentence."""
    if reading.in_sentence(candidate.start, "seat") or candidate.rule not in ("soft", "coup", "junta"):
        return False
    return reading.crises.times.mutiny.search(reading.key, candidate.start, candidate.end) is not None


def _is_of_fighters(candidate: Candidate, reading: Reading) -> bool:
    """Is what is called an attempt the mutiny of hired men: Wagner stays, despite an abortive mutiny at home?"""
    return any(of_fighters(reading, hit) for hit in reading.cues_in("soft", candidate.start, candidate.end))


def _is_an_escape(candidate: Candidate, reading: Reading) -> bool:
    """Is a plot to destabilise only the escape that the text tells on top? Bazoum tried to flee, says the junta."""
    deeds, key = reading.crises.deeds, reading.key
    if not deeds.unsettle.search(key, candidate.start, candidate.end):
        return False
    return bool(deeds.escape.search(key, 0, head_end(reading) if reading.title_end else lead_end(reading)))


def _is_on_principle(candidate: Candidate, reading: Reading) -> bool:
    """Does a principle only speak of coups at large? Algiers rejects unconstitutional changes; but not: coups in Mali.

    Nor: the council has zero tolerance for coups and wants Niger's soldiers back in barracks.
    """
    crises, key = reading.crises, reading.key
    if not crises.joints.plural.search(key, candidate.start, candidate.end):
        return False
    start, end = reading.sentence(candidate.start)
    if not crises.phrases.principle.search(key, max(start, candidate.start - PRINCIPLE), candidate.start):
        return False
    return not any(c in reading.eventful for _, _, c in reading.countries_in(candidate.end, end))


# So far before a mention begins the principle.
PRINCIPLE = 90


def _is_dismissal(candidate: Candidate, reading: Reading) -> bool:
    """Does a ruler only sack who serves him: أقال الرئيس قادة الجيش?"""
    return bool(reading.crises.phrases.dismissed.match(reading.key, candidate.start))


def _without_purposes(found: list[Candidate], reading: Reading) -> list[Candidate]:
    """What a coup was for is no other one: tentative de coup visant à renverser le président."""
    deeds = reading.crises.deeds
    out: list[Candidate] = []
    for candidate in found:
        last = out[-1] if out and out[-1].rule in ("coup", "maybe") else None
        for_it = last and candidate.rule in ("overthrow", "seize")
        gap = reading.key[last.end : candidate.start] if last and for_it else b""
        if not gap or not (deeds.purpose.match(gap) or deeds.purpose_far.match(gap)):
            out.append(candidate)
    return out


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
    """Of mentions that only name an outcome, one in each sentence: the next would say the same.

    But not where it is of another country: the junta, as in Mali, ruled by soldiers too.
    """
    seen: dict[tuple[str, int], int] = {}
    out = []
    for candidate in found:
        if candidate.rule not in TELLING:
            place = (candidate.rule, reading.sentence(candidate.start)[0])
            again = place in seen and not _rules_elsewhere(candidate, seen[place], reading)
            if again and not _toppled_by_name(candidate, reading):
                continue
            seen[place] = candidate.end
        out.append(candidate)
    return out


def _rules_elsewhere(candidate: Candidate, since: int, reading: Reading) -> bool:
    """Is a country that is named behind the place `since` said to be ruled so?

    Or one right behind it that is named for the first time: the junta wrote to the juntas of Mali and Guinea.
    """
    if candidate.rule == "junta" and (own := reading.countries_in(candidate.end, candidate.end + WHOM)):
        start = reading.sentence(candidate.start)[0]
        before = {country for _, _, country in reading.countries_in(start, candidate.start)}
        if own[0][2] not in before and reading.crises.joints.link.match(reading.key[candidate.end : own[0][0]]):
            return True
    between = reading.countries_in(since, candidate.start) if candidate.rule == "junta" else []
    return bool(between) and bool(reading.crises.joints.led.match(reading.key[between[-1][1] : candidate.start]))


def _toppled_by_name(candidate: Candidate, reading: Reading) -> bool:
    """Is whom a junta toppled named behind it? The juntas of both back those who toppled Bazoum."""
    i = bisect_left(reading.rulers, candidate.end)
    return candidate.rule == "junta" and i < len(reading.rulers) and reading.rulers[i] < candidate.end + WHOM


# So near behind it.
WHOM = 24


def _holds(result: Candidate, candidate: Candidate) -> bool:
    """Is a mention only part of a longer one? The coup leaders, masu juyin mulki: no coup is told there anew."""
    if result.start > candidate.start or candidate.end > result.end:
        return False
    return result.end - result.start > candidate.end - candidate.start


def _bars(start: int, end: int, candidate: Candidate) -> bool:
    """Does an idiom take a candidate? Only one that holds its end: sur le coup, but not: enquete sur le coup d'Etat.

    One that goes on behind it takes a longer one too: dix minutes apres le coup d'envoi.
    """
    if not (start < candidate.end and candidate.start < end):
        return False
    longer = end - start >= candidate.end - candidate.start
    return end > candidate.end or (end == candidate.end and longer)


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
    first, last = reading.sentence(max(start - 1, 0))[0], reading.sentence(last_place(reading, end))[1]
    beside = len(invented) > 1 and reading.cues_in("fiction", first, last)
    return bool(invented[0].start < head_end(reading) or beside) and not any(
        c in reading.crises.by_country for _, _, c in reading.countries_in(start, end)
    )


def _outcome(reading: Reading) -> Iterator[Candidate]:
    """The junta closed the airspace. / The ousted president is still held."""
    for role in ("junta", "ousted"):
        for hit in reading.cue(role)[:8]:
            if role == "junta" and any(is_no_junta(reading, hit) for is_no_junta in NO_JUNTA):
                continue
            if role != "ousted" or not _is_verb(reading, hit):
                yield Candidate(hit.start, hit.end, role)


def _fell_alone(reading: Reading, hit: CueHit) -> bool:
    """Who fell into the hands of soldiers were no states: kasashe shida sun fada hannun sojoji; barayi sun fada ..."""
    joints, first = reading.crises.joints, max(0, hit.start - WHOSE)
    if not joints.fell.match(reading.key, hit.start, hit.end):
        return False
    return not joints.many_states.search(reading.key, first, hit.start)


# So near before it stands how many states fell.
WHOSE = 40


def _is_of_another_land(reading: Reading, hit: CueHit) -> bool:
    """Is a junta right behind it called that of a country whose coups are long past: نظام العسكر الجزائري?

    Nigerian is what many write for Niger's.
    """
    if not reading.eventful or reading.key[hit.start] < ARABIC:
        return False
    crises = reading.crises
    places = [n for n in reading.names if hit.end <= n.start < hit.end + 6]
    lands = {crises.ids[name.use.entity] for name in places if name.use.cls in ("demonym", "name")}
    lands &= crises.by_country.keys()
    return bool(lands) and lands.isdisjoint(reading.eventful | {NEIGHBOUR})


def _leads_an_army(reading: Reading, hit: CueHit) -> bool:
    """Do who lead soldiers rule no state that had a coup: the bloc's military leaders meet in Accra?

    But not: Niger's military leaders, the military leaders of Mali.
    """
    joints, key = reading.crises.joints, reading.key
    if not joints.army_leaders.match(key, hit.start):
        return False
    if joints.the_countrys.search(key, max(0, hit.start - LED), hit.start):
        return False
    behind = [p for p in reading.countries_in(hit.end, hit.end + LED) if joints.link.match(key[hit.end : p[0]])]
    before = reading.countries_in(max(0, hit.start - LED), hit.start)
    near = behind[:1] + [p for p in before if joints.link_before.match(key[p[1] : hit.start])]
    return not any(country in reading.eventful for _, _, country in near)


# So near beside them stands whom they rule.
LED = 32
# What tells that a word for a junta is none.
NO_JUNTA = (_is_of_another_land, _fell_alone, _leads_an_army)

# Its adjective stands for Niger's in half of Arabic's papers.
NEIGHBOUR = "nigeria"


def _is_verb(reading: Reading, hit: CueHit) -> bool:
    """Is what may name an outcome what somebody did: who had overthrown president Kaboré, a destitué le président?"""
    if not reading.cues_in("overthrow", hit.start, hit.start + 1):
        return False
    return bool(reading.crises.deeds.having.search(reading.key, max(0, hit.start - 8), hit.start))


def _named(reading: Reading) -> Iterator[Candidate]:
    """The CNSP suspended the constitution."""
    for hit in reading.names:
        entity = reading.crises.entities[hit.use.entity]
        if entity.junta and entity.id in reading.present and hit.use.cls in ("name", "acronym"):
            yield Candidate(hit.start, hit.end, "junta-name", entity.junta)


RULES = (
    coups_said, coups_perhaps, _outcome, _named, power_seized, rulers_overthrown, rulers_held, told_softly,
    coups_plotted, rulers_killed, attempts_of_known_years, rows_that_fell,
    coups_of_entries, coups_of_known_years,
)
