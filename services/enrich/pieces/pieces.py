"""Headlines of pieces that are no news of a crisis: checks of claims, histories of coups, who goes without."""

from __future__ import annotations

import re
from typing import Final

from services.enrich.pieces.essays import SINCE, by_the_coup
from services.enrich.read.headline import in_head, lead_end, opening
from services.enrich.read.reading import CueHit, Reading
from services.enrich.which.turns import begins_a_clause

# Of so many headlines in one, parted by semicolons, none is the article's own.
MANY = 3
_COUPS = re.compile(rb"\b(?:coups|putschs|putsches|takeovers)(?! de )\b")


def piece(reading: Reading, head: int, *, told: bool) -> str | None:
    """What a headline announces in place of news, or None. `told`: it has an act, or somebody speaks in it."""
    key, phrases = reading.key, reading.crises.phrases
    if key.count(b";", 0, head) >= MANY:
        return "digest"
    junta = in_head(reading, "junta")
    if _is_check(reading, head) or is_checked(reading, head):
        return "explainer"
    if _lists_matters(reading, head):
        return "opinion"
    # Sixty years of coups; but not: two coups were foiled.
    if not told and not in_head(reading, "attempt") and _COUPS.search(key, 0, head):
        return "explainer"
    if b'"' not in key[:head] and phrases.asks.search(key, 0, head):
        return "question"
    if phrases.selon.search(key, 0, head):
        return "explainer"
    if not (junta or in_head(reading, "act")) and phrases.experts.search(key, 0, head):
        return "explainer"
    return None


def is_checked(reading: Reading, head: int) -> bool:
    """Does the text say at once that it checks what others claim?"""
    return bool(reading.crises.phrases.checkers.search(reading.key, head, head + TOP))


# So soon below the headline a check of claims says that it is one.
TOP = 320


def _lists_matters(reading: Reading, head: int) -> bool:
    """Does the headline name a quandary before a colon, and behind it what belongs to it, and nobody who speaks?

    The bloc's dilemma: threats, talks and a deadline; but not: Niger quagmire: the junta shuts the sky.
    """
    key = reading.key
    colon = key.find(b":", 0, head)
    if colon < 0 or not reading.crises.phrases.essay.search(key, 0, colon + 1) or in_head(reading, "say"):
        return False
    return bool(_LIST.search(key, colon, head))


_LIST = re.compile(rb",(?: [^ ,]+){1,5},? (?:and|et) ")


def _is_check(reading: Reading, head: int) -> bool:
    """Does it check what others claim? But not: the army denies a false report, soldiers are held over fake news."""
    found = reading.crises.phrases.checks.search(reading.key, 0, head)
    if found is None or (in_head(reading, "junta") and in_head(reading, "act-weak")):
        return False
    return not _outside(reading, found, head, "say", "act", "denial")


def _outside(reading: Reading, found: re.Match[bytes], head: int, *roles: str) -> bool:
    """Has the headline a cue of one of these roles that is no part of what was found in it?"""
    hits = (hit for role in roles for hit in reading.cues_in(role, 0, head))
    return any(not found.start() <= hit.start < found.end() for hit in hits)


def names_nothing(reading: Reading, head: int) -> bool:
    """Is nobody and no country in the headline, and is nothing done in it or in the first sentence?

    The republic lives! | Who will believe in ballots now?
    """
    if any(hit.start < head for hit in reading.names) or in_head(reading, *_TELLING, "act-weak", "move", "junta"):
        return False
    start, end = opening(reading, head)
    return not any(reading.cues_in(role, start, end) for role in _TELLING)


_TELLING = ("say", "act", "coup", "maybe", "seize", "overthrow", "ousted", "hold", "soft")


def goes_without(reading: Reading, head: int) -> bool:
    """Does the headline tell who goes without and who helps, and no act of those who decide it?

    Two million children need aid, the UN says; but not: the junta stops food aid | the bloc lets it pass.
    """
    needs = reading.crises.phrases.needs.search(reading.key, 0, head)
    if needs is None or in_head(reading, "act", "junta") or _is_told_out(reading, needs, head):
        return False
    named = (reading.crises.entities[hit.use.entity] for hit in reading.names if hit.start < head)
    return not any(entity.party and entity.kind == "organisation" for entity in named)


def _is_told_out(reading: Reading, needs: re.Match[bytes], head: int) -> bool:
    """Is it an aid body whose people leave the country, and a junta in the lines below? Last Red Cross foreigners go.

    But not: the Red Cross leaves villages in Niger without tents.
    """
    entities = reading.crises.entities
    bodies = (h for h in reading.names if h.start < head and entities[h.use.entity].kind == "organisation")
    named = any(body.start <= needs.start() + 1 and needs.start() < body.end for body in bodies)
    if not (named or reading.capital_at(needs.end() - 1)):
        return False
    if not reading.cues_in("junta", head, lead_end(reading)):
        return False
    last = len(reading.key[:head].rstrip(b" .!\x01\x02"))
    moves = reading.cues_in("move", 0, head)
    return any(move.end >= last or reading.countries_in(move.end, move.end + OUT_OF) for move in moves)


# So near behind a word for leaving begins the country that is left.
OUT_OF = 10


def rulers_do(reading: Reading, head: int) -> bool:
    """Is it those who rule that do it to goods or prices? The junta closes its doors to rice for the bloc.

    But not: under the junta rice runs short.
    """
    hits, effects = reading.cues_in("junta", 0, head)[:1], reading.cues_in("effect", 0, head)
    if not (hits and effects) or hits[0].end > effects[0].start or b'"' in reading.key[:head]:
        return False
    # Niger's junta
    start = next((s for s, e, _ in reading.countries_in(0, head) if 0 <= hits[0].start - e <= OWN), hits[0].start)
    return begins_a_clause(reading, start, 0)


# So near behind a country's name stands its junta.
OWN = 3


def rulers_announce(reading: Reading, head: int) -> bool:
    """Does the first line below the headline say what those who rule announce that day? La junte a annoncé jeudi que

    But not: traders wait at the frontier that the junta said on Sunday it would open.
    """
    start, end = opening(reading, head)
    juntas = reading.cues_in("junta", start, min(end, start + DOER))
    if not reading.title_end or not juntas:
        return False
    said = [hit for hit in reading.cues_in("say", juntas[0].end, end) if hit.start <= juntas[0].end + SAYS]
    if not said:
        return False
    return bool(reading.crises.phrases.days.search(reading.key, said[0].start, min(end, said[0].end + SAYS)))


# So near the beginning of a line stands who rules, and so near behind that what they say, and when.
DOER = 24
SAYS = 40


def bears(reading: Reading, head: int) -> re.Match[bytes] | None:
    """Where a headline tells what others bear; but not: the junta threatens to keep its uranium, or sells it.

    Yet: the fall of the state to mutineers, fears over supplies.
    """
    found = reading.crises.phrases.suffers.search(reading.key, 0, head)
    if found and any(act.start <= found.start() and found.end() <= act.end for act in reading.cues_in("act", 0, head)):
        return None
    juntas = (h.end for h in reading.cues_in("junta", 0, head))
    if found and any(found.start() - 2 <= end <= found.start() and reading.key[end] != COMMA for end in juntas):
        return None
    return found


COMMA: Final = ord(",")


def is_borne(reading: Reading, found: re.Match[bytes], head: int) -> bool:
    """Is what a headline tells only what others bear, the act being what does it to them or what they bear?

    Niger's airspace closure disrupts flights | traders lose billions to the border closure; but an act of its own
    clause is news: Niger shuts its airspace, flights are diverted | they cry out as soldiers close the frontier.
    """
    key = reading.key
    if _outside(reading, found, head, "say") and not reading.crises.phrases.unnamed.search(key, 0, head):
        return False
    clause = reading.crises.phrases.as_clause.search(key, found.end(), head)
    if clause and reading.cues_in("soldiers", clause.start(), head):
        return False
    acts = reading.cues_in("act", 0, head)
    # the junta shuts the sky as residents cry out
    if any(reading.crises.phrases.as_clause.search(key, act.start, found.start()) for act in acts):
        return False
    spans = ((min(act.start, found.end()), max(act.start, found.start())) for act in acts)
    return not any(_PARTS.search(key, *span) and not _is_apposed(key, *span) for span in spans)


def _is_apposed(key: bytes, start: int, end: int) -> bool:
    """Does a text begin with an act, and only say between two commas whose it was before it goes on with its effect?

    The closure of the borders, ordered by the bloc, has ruined a driver.
    """
    return start <= ARTICLE and key.count(b",", start, end) == 2 and len(_PARTS.findall(key, start, end)) == 2


# An act that a text begins with has no more than an article before it.
ARTICLE: Final = 4
_PARTS = re.compile(rb"[,;:.\x02]")


def changes_routes(reading: Reading, head: int) -> bool:
    """Is it an airline that acts, and nobody else behind it? But not: Niger shuts its sky to Air France."""
    found = reading.crises.phrases.carriers.match(reading.key, 0, head)
    if found is None or in_head(reading, "junta"):
        return False
    acts = (act for role in ("act", "act-weak") for act in reading.cues_in(role, found.end(), head))
    return not any(_PARTS.search(reading.key, found.end(), act.start) for act in acts)


def is_relative(reading: Reading, hit: CueHit) -> bool:
    """Does it only say more of a word before it? Le général, qui est à Niamey; but not: mais qui est le général."""
    key = reading.key
    return key.startswith(b"qui ", hit.start) and not _THEN.search(key, max(0, hit.start - 8), hit.start)


# Before a question within a headline.
_THEN = re.compile(rb"\b(?:mais|alors|donc|et) $")


def is_on_the_ousted(reading: Reading, head: int) -> bool:
    """Does the headline speak of him whom the crisis drove out?

    But not: prices rise after the president's ouster | the coup and the president's ouster stir fears over supplies.
    """
    when = reading.crises.phrases.when
    ousted = (hit.start for hit in reading.cue("ousted") if hit.start < head)
    return any(
        not (when.search(reading.key, max(0, at - SINCE), at) or by_the_coup(reading, at)) for at in ousted
    )
