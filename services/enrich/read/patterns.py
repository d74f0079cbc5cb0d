"""From seeds to one automaton: every name and cue of every crisis, and what to check where one is found."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Final, Literal

import ahocorasick_rs

from schemas.crisis import Crisis, Event
from schemas.gazetteer import Entity
from schemas.spelled import spellings
from services.enrich.read.address import ROLE as SECTION
from services.enrich.read.seeds import Seeds
from services.enrich.text.fold import ARABIC_BYTE, WORD, fold_name
from services.enrich.text.spelt import Spellings, compile_spellings
from services.enrich.words.deeds import Deeds
from services.enrich.words.joints import Joints
from services.enrich.words.manner import ROLES as MANNER_ROLES
from services.enrich.words.manner import Manner, compile_manner
from services.enrich.words.phrases import Phrases
from services.enrich.words.shapes import compiled, roles_of
from services.enrich.words.times import Times
from services.enrich.words.whose import Whose

NameClass = Literal["name", "short", "acronym", "local", "demonym", "sign", "mask", "spelt"]
# Without ال, with it, or either.
Article = Literal["no", "yes", "any"]

# Days from and to which somebody ruled; None where that is not known, or not over.
Reigns = tuple[tuple[dt.date | None, dt.date | None], ...]
# Whoever a coup unseats.
_RULES: Final = re.compile(r"President of |Prime Minister of |head of state of |head of the junta", re.IGNORECASE)
# What a piece is is told by its headline: further down these words say nothing, and are passed over.
HEAD_ROLES: Final = frozenset(
    {
        *("act", "act-weak", "move", "say", "today", "apart", "effect", "toll", "denial"),
        *("explainer", "question", "anniversary", "opinion", "toward", "ought", "voice", "digest", "review"),
    }
)
# A text without one of these tells no coup, unless it names a junta.
FINDING: Final = frozenset(
    {"coup", "maybe", "junta", "ousted", "seize", "overthrow", "hold", "shot", "soft", "conspiracy", "fell-in-turn"}
)
# Looked for only around what the automaton found, by patterns.
BESIDE: Final = frozenset().union(*map(roles_of, (Phrases, Joints, Deeds, Times, Whose)))
# before the id of a topic, which is a role like those of the cues
TOPIC: Final = "topic:"
_VOWELS: Final = b"aeiou"
# Of all patterns together: 158 MB of memory while they are 1,067,000, so a service stays well below 400.
DFA_BYTES: Final = 1_200_000


@dataclass(frozen=True, slots=True)
class NameUse:
    """A pattern as a name of an entity. `surface` is set where the capitals must be exactly these."""

    entity: int
    cls: NameClass
    article: Article = "any"
    surface: str | None = None
    capital: bool = False
    hausa: bool = False
    # letters of the pattern before and behind the name itself: in the {Niger}.
    lead: int = 0
    tail: int = 0


@dataclass(frozen=True, slots=True)
class Pattern:
    """Bytes to find and what they can mean."""

    key: bytes
    arabic: bool
    names: tuple[NameUse, ...]
    roles: tuple[tuple[str, Article], ...]
    head_only: bool
    # Set where it has more than letters, since the automaton takes all else for spaces: u.s. is not "u s", and
    # Niger at the end of one paragraph and Delta at the beginning of the next are no river delta. And 26 is not 27.
    exact: bool


# A letter stays, all digits are one, all else is a space. The automaton reads texts and patterns in this form, so that
# it sees where words end: without it, 93 of 100 matches were inside longer words, each thrown away by slow code. These
# are 58 classes of bytes; with more than 64 of them each state of the automaton takes twice the memory.
_DIGITS: Final = b"0123456789"
_BARE: Final = bytes(0x20 if not WORD[byte] else 0x30 if byte in _DIGITS else byte for byte in range(256))


def bare(key: bytes) -> bytes:
    """A folded text as the automaton reads it; a place in it is one more than in the folded text."""
    return b" " + key.translate(_BARE)


def _bounded(key: bytes, arabic: bool) -> bytes:
    """A pattern as the automaton knows it: whole words, but what may be glued before an Arabic one."""
    return (b"" if arabic else b" ") + key.translate(_BARE) + b" "


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Compiled:
    """All crises, ready to read texts with. Immutable, shared by all threads."""

    automaton: ahocorasick_rs.BytesAhoCorasick
    # the patterns from this one on count in headlines only
    first_of_heads: int
    patterns: tuple[Pattern, ...]
    # the patterns as plain tuples, for the one loop that runs for every match; the last says whether one tells a coup
    lean: tuple[tuple[bytes, int, bool, bool, tuple[NameUse, ...], tuple[tuple[str, Article], ...], bool], ...]
    # numbers of those that neither name anything nor tell a coup
    idle: frozenset[int]
    entities: tuple[Entity, ...]
    crises: tuple[Crisis, ...]
    events: dict[str, Event]
    by_country: dict[str, tuple[Event, ...]]
    # per entity, the coups that it made and those that drove it out
    made: dict[str, frozenset[str]]
    unseated: dict[str, frozenset[str]]
    # and the failed ones that were against it
    targets: dict[str, frozenset[str]]
    # and those that followed on its death
    died: dict[str, frozenset[str]]
    # per entity with a homonym, the number of that
    homonyms: dict[int, int]
    # numbers of all of these
    linked: frozenset[int]
    function_words: dict[str, frozenset[bytes]]
    phrases: Phrases
    joints: Joints
    deeds: Deeds
    times: Times
    whose: Whose
    # how reports are told from other pieces; None where no folder says it
    manner: Manner | None
    # the parts of addresses by which sites file their opinions
    sections: frozenset[str]
    rulers: frozenset[int]
    # of those who ruled, from and to what days
    reigns: dict[int, Reigns]
    ids: tuple[str, ...]
    # per person who heads a junta, since when and until when
    heads: dict[str, Reigns]
    # ids of the bodies that coups brought to power
    juntas: frozenset[str]
    # per country of a crisis, the numbers of the people and bodies that stand for it
    core: dict[str, frozenset[int]]
    # the same of those that stand for it only from a day on, and up to which
    core_since: dict[str, dict[int, tuple[dt.date, dt.date | None]]]
    # what can be meant without a year, per day of publication; see services/enrich/which/likely.py
    clocks: dict[dt.date | None, dict[str, list[Event]]]
    # per entity, the country that naming it speaks of
    speaks_for: tuple[str | None, ...]
    # full names of persons by their sounds
    spellings: Spellings


def compile_seeds(seeds: Seeds) -> Compiled:
    """Build the automaton; takes some tens of milliseconds for a crisis."""
    entities = tuple(seeds.entities.values())
    names: dict[bytes, list[NameUse]] = {}
    arabic: set[bytes] = set()
    for number, entity in enumerate(entities):
        for key, use in _name_patterns(number, entity):
            if key and use not in names.setdefault(key, []):
                names[key].append(use)
    roles: dict[bytes, dict[str, Article]] = {}
    functions: dict[str, list[bytes]] = {}
    phrases: dict[str, list[str]] = {}
    manner: dict[tuple[str, str], list[str]] = {}
    sections: set[str] = set()
    for cues in seeds.cues:
        for role, texts in cues.cues.items():
            if role.startswith("function-"):
                functions.setdefault(role[-2:], []).extend(fold_name(t) for t in texts)
                continue
            if role == SECTION:
                sections.update(spelt.casefold() for text in texts for spelt in spellings(text))
                continue
            if role in MANNER_ROLES:
                spelt = itertools.chain.from_iterable(map(spellings, texts))
                manner.setdefault((role, cues.language), []).extend(spelt)
                continue
            if role in BESIDE:
                phrases.setdefault(role, []).extend(itertools.chain.from_iterable(map(spellings, texts)))
                continue
            for text in itertools.chain.from_iterable(spellings(t) for t in texts):
                key, article = arabic_stem(text, bare="any")
                if key:
                    known = roles.setdefault(key, {})
                    known[role] = "any" if known.get(role, article) != article else article
    for topic in seeds.topics:
        for text in itertools.chain.from_iterable(spellings(t) for t in (*topic.en, *topic.fr, *topic.ha, *topic.ar)):
            key, _ = arabic_stem(text, bare="any")
            if key:  # whether with or without its article, an Arabic word says the same
                roles.setdefault(key, {})[TOPIC + topic.id] = "any"
    in_heads = {
        k for k, uses in roles.items()
        if k not in names and all(role in HEAD_ROLES or role.startswith(TOPIC) for role in uses)
    }
    keys = sorted(set(names) | set(roles), key=lambda k: (k in in_heads, k))
    arabic = {k for k in keys if k[0] >= 0x80 and k[0] != 0xFF}
    patterns = tuple(
        Pattern(
            k, k in arabic, tuple(names.get(k, ())), tuple(roles.get(k, {}).items()), k in in_heads,
            k.translate(_BARE) != k or b" " in k or b"0" in k,
        )
        for k in keys
    )
    places = {e.id: i for i, e in enumerate(entities)}
    persons = {name for event in seeds.events.values() for name in (*event.names, *event.unseated, *event.dead)}
    driven_out = {name for event in seeds.events.values() for name in event.unseated}
    by_country: dict[str, list[Event]] = {}
    for event in sorted(seeds.events.values(), key=lambda e: e.date):
        by_country.setdefault(event.country, []).append(event)
    lean = tuple(
        (p.key, len(p.key), p.arabic, p.exact, p.names, p.roles, any(role in FINDING for role, _ in p.roles))
        for p in patterns
    )
    return Compiled(
        automaton=_automaton(keys, arabic),
        first_of_heads=len(keys) - len(in_heads),
        patterns=patterns,
        lean=lean,
        idle=frozenset(i for i, (*_, names_one, _, tells) in enumerate(lean) if not (names_one or tells)),
        entities=entities,
        crises=tuple(seeds.crises),
        events=dict(seeds.events),
        by_country={c: tuple(es) for c, es in by_country.items()},
        homonyms={i: places[e.homonym] for i, e in enumerate(entities) if e.homonym in places},
        linked=frozenset(i for i, e in enumerate(entities) if e.kind == "person" and e.id in persons),
        made=_by_name((name, e.id) for e in seeds.events.values() for name in e.names),
        unseated=_by_name((name, e.id) for e in seeds.events.values() for name in e.unseated),
        targets=_by_name((name, e.id) for e in seeds.events.values() for name in e.against),
        died=_by_name((name, e.id) for e in seeds.events.values() for name in e.dead),
        function_words={language: frozenset(words) for language, words in functions.items()},
        phrases=compiled(Phrases, phrases),
        joints=compiled(Joints, phrases),
        deeds=compiled(Deeds, phrases),
        times=compiled(Times, phrases),
        whose=compiled(Whose, phrases),
        manner=compile_manner(seeds.manner, manner) if seeds.manner else None,
        sections=frozenset(sections),
        speaks_for=tuple(e.country or (e.id if e.demonyms else None) for e in entities),
        spellings=compile_spellings(
            (i, spelt) for i, e in enumerate(entities) if e.kind == "person"
            for name in e.names if "{" not in name for spelt in spellings(name)
        ),
        ids=tuple(e.id for e in entities),
        juntas=frozenset(e.id for e in entities if e.junta),
        heads=_heads(entities),
        core={
            c.country: frozenset(i for i, e in enumerate(entities) if e.core and e.country == c.country)
            for c in seeds.crises
        },
        core_since={
            c.country: {
                i: (e.core_since, e.core_until)
                for i, e in enumerate(entities) if e.core_since and e.country == c.country
            }
            for c in seeds.crises
        },
        clocks={},
        rulers=frozenset(
            i for i, e in enumerate(entities) if e.id in driven_out or any(_RULES.match(r.role) for r in e.roles)
        ),
        reigns={i: ruled for i, e in enumerate(entities) if (ruled := _ruled(e))},
    )


def _ruled(entity: Entity) -> Reigns:
    return tuple((role.since, role.until) for role in entity.roles if _RULES.match(role.role))


def _heads(entities: Collection[Entity]) -> dict[str, Reigns]:
    """Persons who head a junta still: the head of the junta of Mali, the head of the National Council for …"""
    roles = ("head of the junta ", *(f"head of the {e.name}" for e in entities if e.junta))
    sit = {e.id: [r for r in e.roles if r.role.startswith(roles) and not r.until] for e in entities}
    return {one: tuple((r.since, r.until) for r in held) for one, held in sit.items() if held}


def _by_name(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    out: dict[str, set[str]] = {}
    for name, event in pairs:
        out.setdefault(name, set()).add(event)
    return {name: frozenset(events) for name, events in out.items()}


def _automaton(keys: Collection[bytes], arabic: set[bytes]) -> ahocorasick_rs.BytesAhoCorasick:
    return ahocorasick_rs.BytesAhoCorasick(
        [_bounded(k, k in arabic) for k in keys],
        matchkind=ahocorasick_rs.MatchKind.Standard,
        implementation=_implementation(keys),
    )


def _implementation(keys: Collection[bytes]) -> ahocorasick_rs.Implementation:
    """The quicker one while it is small: 24 instead of 42 µs an article, for about 100 MB more."""
    if sum(map(len, keys)) < DFA_BYTES:
        return ahocorasick_rs.Implementation.DFA
    return ahocorasick_rs.Implementation.ContiguousNFA


def arabic_stem(text: str, bare: Article) -> tuple[bytes, Article]:
    """The key of a name without its article, and whether the text must have one; ألمانيا has none."""
    text = text.strip()
    key = fold_name(text)
    if text.startswith("ال") and len(key) > 4:
        return key[2:], "yes"
    return key, bare


def _name_patterns(number: int, entity: Entity) -> Iterator[tuple[bytes, NameUse]]:
    plain: tuple[tuple[NameClass, Iterable[str]], ...] = (
        ("name", entity.names or (() if entity.acronyms or entity.local or entity.short else (entity.name,))),
        ("short", entity.short),
        ("local", entity.local),
        ("demonym", entity.demonyms),
        ("sign", entity.signs),
    )
    for cls, texts in plain:
        for text in itertools.chain.from_iterable(spellings(t) for t in texts):
            text, lead, tail = _braced(text)
            key, article = arabic_stem(text, bare="no")
            lead -= 2 if lead and article == "yes" else 0
            latin = key[:1].isalpha() and key[0] < 0x80
            capital = latin and b" " not in key and cls in ("name", "short") and not entity.loose
            yield key, NameUse(number, cls, article, capital=capital, lead=lead, tail=tail)
            if latin and entity.kind == "person" and key.count(b" ") == 1 and cls == "name":
                yield b" ".join(reversed(key.split(b" "))), NameUse(number, cls)
            if latin and cls in ("name", "short"):
                for linked in _linked(key, entity):
                    yield linked, NameUse(number, cls, capital=capital, hausa=True)
    for text in entity.acronyms:
        yield fold_name(text), NameUse(number, "acronym", surface=text)
        if text.isalpha() and text.isupper() and len(text) > 3:  # French papers write Jnim, Cnsp, Uemoa
            yield fold_name(text), NameUse(number, "acronym", surface=text.capitalize())
        if text.isalpha() and text.isupper() and len(text) <= 6:
            dotted = "".join(f"{c}." for c in text)
            yield fold_name(dotted), NameUse(number, "acronym", surface=dotted)
            yield fold_name(dotted[:-1]), NameUse(number, "acronym", surface=dotted[:-1])


def _linked(key: bytes, entity: Entity) -> Iterator[bytes]:
    """A name with the endings by which Hausa links it: Faransan, Afirkar.

    Of full names, long ones and French ones these would be a tenth of all patterns, and stand in no text.
    West African is English.
    """
    words = key.count(b" ")
    long = words > 2 if entity.kind == "organisation" else words and entity.kind == "person"
    if key[-1] not in _VOWELS or long or (words and key.endswith((b"e", b"africa"))):
        return
    demonyms = {fold_name(one) for one in entity.demonyms}  # a Nigerian is no Nigeria
    for ending in (b"n", b"r") if key.endswith(b"a") and entity.kind == "place" else (b"n",):
        if key + ending not in demonyms:
            yield key + ending


def _braced(text: str) -> tuple[str, int, int]:
    """`in the {Niger}.`: what is around the braces must stand there and is no part of the mention."""
    if "{" not in text:
        return text, 0, 0
    head, rest = text.split("{", 1)
    name, tail = rest.split("}", 1)
    return (
        head + name + tail,
        len(fold_name(head + "x")) - 1 if head else 0,
        len(fold_name("x" + tail)) - 1 if tail else 0,
    )


def _clitics() -> dict[bytes, tuple[bool, int]]:
    """What may stand glued before an Arabic word: has it the article, and how many letters are no part of a name."""
    out: dict[bytes, tuple[bool, int]] = {}
    for conjunction, preposition in itertools.product(("", "و", "ف"), ("", "ب", "ل", "ك")):
        head = conjunction + preposition
        out[_bytes(head)] = (False, len(head))
        if preposition != "ل":
            out[_bytes(head + "ال")] = (True, len(head))
    for conjunction in ("", "و", "ف"):
        out[_bytes(conjunction + "لل")] = (True, len(conjunction) + 1)
    return out


def _bytes(text: str) -> bytes:
    return bytes(ARABIC_BYTE[c] for c in text)


CLITICS: Final = _clitics()
LONGEST_CLITIC: Final = max(map(len, CLITICS))
