"""Who and what is named, and where: the longest name wins, a short one needs the article's support."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace

import numpy as np

from schemas.gazetteer import Entity
from schemas.normalized import NormalizedArticle
from services.enrich.draft import Draft, Found, Mention
from services.enrich.read.patterns import NameUse, bare
from services.enrich.read.reading import NameHit, Reading
from services.enrich.read.script import hausa_around, is_word_of_text, of_another
from services.enrich.read.sections import with_headings

# Mentions kept per entity: a text that is nothing but names must not become a message that no topic takes.
MAX_MENTIONS = 200


def step(article: NormalizedArticle, reading: Reading, tags: Draft) -> Draft:  # noqa: ARG001 - every step has one form
    """Fill `entities`, in order of their first mention, and tell the later steps which countries are spoken of."""
    if not reading.names:
        return tags  # most articles of a feed
    sorted_out: dict[str, list[NameHit]] = {"name": [], "demonym": [], "short": [], "local": []}
    for hit in reading.names:
        if (kind := _KINDS.get(hit.use.cls)) and _written_right(hit, reading):
            sorted_out[kind].append(hit)
    taken = _longest(sorted_out["name"], [])
    sorted_out["short"] += _spelt(reading, taken)
    # surnames first: whose guard it is, the president who stands beside it says
    for unsure in (sorted_out["short"], sorted_out["local"]):
        if unsure:
            _tell(reading, _longest(sorted_out["demonym"], taken))
            taken = _longest(_supported(unsure, taken, reading), taken)
    taken = _homonyms(reading, _longest(sorted_out["demonym"], taken))
    _tell(reading, taken)
    tags.entities = _found(reading, taken)
    return tags


def _spelt(reading: Reading, taken: list[NameHit]) -> list[NameHit]:
    """Full names in spellings that nobody listed, looked for where a country of a crisis is spoken of."""
    crises, own = reading.crises, {c.country for c in reading.crises.crises}
    text, key = reading.text, reading.key
    if not any(crises.speaks_for[hit.use.entity] in own for hit in reading.names) or reading.is_small:
        return []  # and where nothing has capitals a common word may sound like a name
    found = crises.spellings.find(key, _initials(reading, taken), bare(key) if ALIF in text else b"")
    return [NameHit(start, end, NameUse(number, "spelt")) for start, end, number in found]


# no text in Arabic is without it
ALIF = "ا"
# all that the languages of the crisis and of Europe's newsrooms begin names with; what stands before is looked at last,
# which is three times as fast
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞŒŸƁƊƘƳĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİŁŃŅŇŌŐŘŚŞŠŢŤŪŮŰŲŹŻŽ](?<![^\W\d_].)(?=\w)")


def _initials(reading: Reading, taken: list[NameHit]) -> list[int]:
    """Where in the folded text words begin with a capital that are of no name yet."""
    offsets = reading.folded.offsets
    places = [match.start() for match in _CAPITAL.finditer(reading.text)]
    if offsets is not None:
        places = np.searchsorted(offsets, places).tolist()
    starts = [hit.start for hit in taken]
    return [at for at in places if not (before := bisect_right(starts, at)) or taken[before - 1].end <= at]


_KINDS = {"name": "name", "acronym": "name", "short": "short", "local": "local", "demonym": "demonym"}


def _tell(reading: Reading, taken: list[NameHit]) -> None:
    """Leave in the reading which countries, entities and rulers are spoken of."""
    reading.countries = with_headings(_countries(reading, taken), reading)
    ids = reading.crises.ids
    reading.present = {ids[number] for number in {h.use.entity for h in taken if h.use.cls != "demonym"}}
    reading.linked = [h.start for h in taken if h.use.entity in reading.crises.linked]
    reading.rulers = [h.start for h in taken if h.use.entity in reading.crises.rulers]


def _homonyms(reading: Reading, taken: list[NameHit]) -> list[NameHit]:
    """Niger is Niger State where the text names that in full and nothing else speaks of the country."""
    crises = reading.crises
    found = {h.use.entity for h in taken}
    for number in found & crises.homonyms.keys():
        other = crises.homonyms[number]
        country = crises.ids[other]
        named = [h for h in taken if h.use.entity == other and h.use.cls == "name"]
        plain = [h for h in named if not h.use.tail and b" " not in _key(reading, h)]
        plain = [h for h in plain if _key(reading, h) not in _ONLY_THE_STATE]
        others = [h for h in taken if h not in plain and crises.speaks_for[h.use.entity] == country]
        if any(crises.entities[h.use.entity].kind != "organisation" for h in others):
            continue
        uses = {h: h._replace(use=replace(h.use, entity=number)) for h in plain}
        taken = [uses.get(h, h) for h in taken]
    return taken


# Hausa writes the country so, and Niger State Neja or Naija.
_ONLY_THE_STATE = frozenset({b"nijar", b"nijer"})


def _key(reading: Reading, hit: NameHit) -> bytes:
    return reading.key[hit.start : hit.end]


def _entity(reading: Reading, hit: NameHit) -> Entity:
    return reading.crises.entities[hit.use.entity]


def _written_right(hit: NameHit, reading: Reading) -> bool:
    use = hit.use
    if use.surface is not None:
        is_dollar = reading.key[hit.end : hit.end + 2].lstrip().startswith(b"$")
        return not is_dollar and not is_word_of_text(hit, reading)
    if use.hausa and not hausa_around(reading):
        return False
    return not use.capital or _is_capital(hit.start, reading)


def _is_capital(at: int, reading: Reading) -> bool:
    """Is a letter of the folded text a capital, or of a script or a text without them?"""
    return not reading.letter_at(at).islower() or reading.is_small


def _longest(hits: list[NameHit], taken: list[NameHit]) -> list[NameHit]:
    """`taken` and those of `hits` that overlap none of it, the leftmost and longest of them first; in order."""
    if not hits:
        return taken
    out = list(taken)
    starts = [h.start for h in taken]
    hits.sort(key=_leftmost_longest)
    for hit in hits:
        start, end, _ = hit
        at = bisect_right(starts, start)
        if (at and out[at - 1].end > start) or (at < len(out) and starts[at] < end):
            continue
        out.insert(at, hit)
        starts.insert(at, start)
    return out


def _leftmost_longest(hit: NameHit) -> tuple[int, int, int, int]:
    """What must stand behind a name counts for its length: Niger state television is no Niger State."""
    start, end, use = hit
    return start, -end - use.tail, -end, -use.lead


def _countries(reading: Reading, taken: list[NameHit]) -> list[tuple[int, int, str]]:
    """Of names those that speak of a country, unless another only became free of it, nine in all since 1974.

    Nor where it is told only where another is: it lies between Senegal and Guinea and has had four coups.
    """
    speaks_for, key = reading.crises.speaks_for, reading.key
    joints = reading.crises.joints
    found = []
    beside: int | None = None
    for h in taken:
        country = speaks_for[h.use.entity]
        if not country or key.startswith(joints.ruled_it, h.end):
            continue
        first = max(0, h.start - FREED_REACH)
        if key.endswith(joints.freed_from, first, h.start):
            continue
        if key.endswith(joints.lies, first, h.start) or (beside and joints.joined.match(key[beside : h.start])):
            beside = h.end
            continue
        beside = None
        found.append((h.start, h.end, country))
    return found


# So far before a country stands that one became independent of it.
FREED_REACH = 28


def _supported(unsure: list[NameHit], taken: list[NameHit], reading: Reading) -> list[NameHit]:
    spoken = Counter(country for _, _, country in reading.countries)
    own = {c.country for c in reading.crises.crises}
    signs = {h.use.entity for h in reading.names if h.use.cls == "sign"}
    coup = reading.has("coup", "junta", "ousted")
    # Tiani, Goïta and Traoré, who came to power in coups: the first speaks of Niger for the others
    heads = {h.use.entity for h in unsure if _entity(reading, h).id in reading.crises.heads}
    told = reading.has("coup", "maybe", "junta", "ousted", "seize")
    head = told and any(reading.crises.entities[one].core for one in heads)
    full: dict[int, list[int]] = {}
    for hit in taken:
        full.setdefault(hit.use.entity, []).append(hit.start)
    # Adama Traoré sells rice. Traoré waits: nor is that the captain
    surnames = (h for h in unsure if h.use.cls == "short" and h.use.entity not in full)
    bearers = {h.use.entity for h in surnames if of_another(h, reading)}
    best: dict[tuple[int, int], tuple[tuple[int, int], NameHit]] = {}
    for hit in unsure:
        entity = _entity(reading, hit)
        if hit.use.cls == "local":
            score = 3 if _country_at(reading, hit) == entity.country else 0
        elif hit.use.entity in full:
            score = 3
        elif entity.kind == "place":
            score = 1 if hit.use.entity in signs else 0
        else:
            near = bool(entity.country and spoken[entity.country]) or any(spoken[c] for c in own)
            near = near or (entity.core and coup) or (head and hit.use.entity in heads)
            score = (2 if near else 0) + (1 if hit.use.entity in signs else 0)
            if not entity.country or entity.country not in own:
                score -= 0 if hit.use.entity in signs or (entity.country and spoken[entity.country]) else 1
        surname = hit.use.cls == "short" and entity.kind == "person" and hit.use.entity not in full
        shared = surname and hit.use.entity in bearers and not entity.core and not _has_rank(hit, reading)
        if score < 1 or shared or (surname and of_another(hit, reading)):
            continue
        places = full.get(hit.use.entity, [])
        at = bisect_left(places, hit.start)
        before = places[at - 1] if at else -1
        place = (hit.start, hit.end)
        if place not in best or (score, before) > best[place][0]:
            best[place] = ((score, before), hit)
    return [hit for _, hit in best.values()]


def _has_rank(hit: NameHit, reading: Reading) -> bool:
    """Does a rank stand right before a surname: Captain Traoré?"""
    before = reading.key.rfind(b" ", 0, max(0, hit.start - 1)) + 1
    return before < hit.start and bool(reading.crises.whose.rank.match(reading.key[before : hit.start]))


def _country_at(reading: Reading, hit: NameHit) -> str | None:
    """The country that a sentence speaks of: named in it, else last before it."""
    start, end = reading.sentence(hit.start)
    inside = [(min(abs(s - hit.end), abs(hit.start - e)), c) for s, e, c in reading.countries_in(start, end)]
    if inside:
        return min(inside)[1]
    countries = reading.countries
    at = bisect_left(countries, (start,))
    if at:
        return countries[at - 1][2]
    at = bisect_left(countries, (end,))
    return countries[at][2] if at < len(countries) else None


def _found(reading: Reading, taken: list[NameHit]) -> list[Found]:
    found: dict[int, Found] = {}
    text, folded, entities = reading.text, reading.folded, reading.crises.entities
    exact = folded.offsets is None
    for start, end, use in taken:
        number = use.entity
        if use.cls == "demonym" or not entities[number].tag:
            continue
        tag = found.get(number)
        if tag is None:
            entity = entities[number]
            tag = found[number] = Found(entity.id, entity.name, entity.kind, [], entity.lat, entity.lon)
        if len(tag.mentions) < MAX_MENTIONS:
            if not exact:
                start, end = folded.span(start, end)
            tag.mentions.append(Mention(start, end, text[start:end]))
    return list(found.values())
