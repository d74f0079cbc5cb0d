"""One article read once: where its names, cues and sentences are. Every step looks here, none reads again."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from services.enrich.read.patterns import CLITICS, LONGEST_CLITIC, Article, Compiled, NameUse, bare
from services.enrich.read.since import dates_a_coup, years_of
from services.enrich.text.fold import PARAGRAPH, WORD, Folded, fold
from services.enrich.text.hooks import with_hooks
from services.enrich.text.numbers import may_count_years, years_ago
from services.enrich.text.sentences import starts_of_sentences

# A megabyte that is nothing but names has 200,000 of them; nobody reads past the first thousands.
MAX_HITS: Final = 20_000
# A text without a headline says with its first two sentences what it is about.
HEADLINE_MAX: Final = 320
# The roles of the months, January first.
MONTH_ROLES: Final = tuple(f"month-{month:02}" for month in range(1, 13))
# Beside their numbers: last month.
LAST_MONTH: Final = 0
# Words that may mean an earlier coup of the same country.
DATING: Final = (*MONTH_ROLES, "last-month", "last-year")
# The mark of an indefinite object in Arabic; on an alif at the end it makes an adjective of what looks like a country.
TANWIN: Final = "\u064b"
# No pattern is longer; it bounds how far back one that covers a place can begin.
LONGEST: Final = 200
# So near before an attack stand the words that it is only feared.
FEARED: Final = 24
# So near an anniversary stands that it is one of independence.
FREED: Final = 32
# And what says that somebody plans it.
PLANNED: Final = 48


class NameHit(NamedTuple):
    """A name found whole. [start, end) is the name itself, in the folded text, without what is glued to it."""

    start: int
    end: int
    use: NameUse


class CueHit(NamedTuple):
    """A cue found whole; `start` is that of its first word, clitics included."""

    start: int
    end: int
    role: str


# The roles of a pattern that was found, where it begins and ends, and whether it has an Arabic article.
Said = tuple[tuple[tuple[str, Article], ...], int, int, bool]


def month_role(month: int) -> str:
    """The role of a month in schemas/cues.py; 1 is January."""
    return MONTH_ROLES[month - 1]


@dataclass(slots=True)
class Reading:
    """What was found in one text."""

    text: str
    folded: Folded
    title_end: int
    language: str
    crises: Compiled
    names: list[NameHit]
    # what else was found
    said: list[Said]
    # whether any of it may tell a coup
    tells: bool
    cut: bool = False
    by_role: dict[str, list[CueHit]] | None = None
    starts: list[int] | None = None
    # country id of each place that names or implies one, in order of the text
    countries: list[tuple[int, int, str]] = field(default_factory=list)
    present: set[str] = field(default_factory=set)
    # countries spoken of that had a coup which a text of this date can mean without saying when
    eventful: set[str] = field(default_factory=set)
    # those of them that had one in the weeks before the text
    fresh: set[str] = field(default_factory=set)
    # where each event is told
    told: list[tuple[int, str]] = field(default_factory=list)
    # sentences with a month in them
    dated: set[int] | None = None
    # events that others are only counted with
    passed: set[str] = field(default_factory=set)
    # sentences in which a mention is the plain fact of the article's own coup; see services/enrich/mentions/kept.py
    plain: dict[int, bool] = field(default_factory=dict)
    # per role, the numbers of the sentences that have it
    role_sentences: dict[str, set[int]] = field(default_factory=dict)
    # the roles of cues that the headline has; see services/enrich/read/headline.py
    head_roles: set[str] | None = None
    sentences: dict[int, tuple[int, int]] = field(default_factory=dict)
    # per mention, whether it speaks of several coups; see services/enrich/which/plural.py
    plural: dict[tuple[int, int, str], bool] = field(default_factory=dict)
    # per sentence, whether coups are counted in it
    counting: dict[int, bool] = field(default_factory=dict)
    # per country, the day of its last coup that can be meant without a year
    latest: dict[str, dt.date] = field(default_factory=dict)
    # of the article, as far as it is known
    day: dt.date | None = None
    # per crisis, where its people and bodies are named
    core: dict[str, list[int]] = field(default_factory=dict)
    # how much each country is spoken of; see services/enrich/about/subject.py
    weights: Counter[str] | None = None
    # where names are, in order; asked for only where a surname is in doubt
    name_places: list[tuple[int, int]] | None = None
    # places and values of the years in it
    years: list[tuple[int, int]] | None = None
    all_years: list[tuple[int, int]] | None = None
    # has it small letters and no capitals
    small: bool | None = None
    # whether it can count years back at all: most texts have no word for it
    counts: bool | None = None
    # per passage, the numbers of years that it counts back
    back: dict[tuple[int, int], list[int]] = field(default_factory=dict)
    # where months are named, and which
    months: list[tuple[int, int]] | None = None
    # what its small words say; asked only where something hangs on it
    small_words: str | None = None
    # where a head of state is named whom a coup unseated, or would
    rulers: list[int] = field(default_factory=list)
    # where someone is named who made or suffered a known coup
    linked: list[int] = field(default_factory=list)
    # of a text without a date: a day before which it was not written, by the coups that it tells
    no_earlier: dt.date | None = None
    unclear: set[int] = field(default_factory=set)  # of these days, and not clear yet whether it is one
    unlisted: set[int] = field(default_factory=set)  # where a coup is told that is in no list
    headings: list[tuple[int, int, str]] | None = None  # countries that are a line of their own
    # where one of an earlier year is told that is in no list, and its id; see services/enrich/which/own_year.py
    of_own_year: dict[int, str] = field(default_factory=dict)
    # whether it is of a crisis only by what people bear for it; see services/enrich/about/borne.py
    borne: bool = False
    # where coups of the past are only counted; see services/enrich/which/bygone.py
    bygone: set[int] = field(default_factory=set)

    @property
    def key(self) -> bytes:
        """The folded text."""
        return self.folded.key

    @property
    def cues(self) -> dict[str, list[CueHit]]:
        """The cues of each role, in order; sorted out when first asked for: other news never does."""
        if self.by_role is None:
            self.by_role = _by_role(self.said)
            if apart := self.by_role.get("apart"):
                self.by_role["apart"] = [hit for hit in apart if not self._is_of_war(hit)]
            if days := self.by_role.get("anniversary"):
                self.by_role["anniversary"] = [hit for hit in days if not self._is_of_freedom(hit)]
        return self.by_role

    def _is_of_war(self, hit: CueHit) -> bool:
        """Is it an attack on a state itself: any attack on Niger is one on us? But not: gunmen attack Niger village."""
        phrases, entities = self.crises.phrases, self.crises.entities
        if phrases.attack_us.match(self.key, hit.start):
            return True
        if phrases.attack_feared.search(self.key, max(0, hit.start - FEARED), hit.start):
            return True
        if phrases.attack_planned.search(self.key, max(0, hit.start - PLANNED), hit.start):
            first = self.sentence(hit.start)[0]
            return any(first <= h.start < hit.start and entities[h.use.entity].party for h in self.names)
        on = phrases.attack_on.match(self.key, hit.start)
        if on is None:
            return False
        states = (h for h in self.names if h.start == on.end() and entities[h.use.entity].kind == "place")
        return any(phrases.attack_then.match(self.key, state.end) for state in states)

    def _is_of_freedom(self, hit: CueHit) -> bool:
        """Is an anniversary that of independence, on which a junta's men rally? But not: a year after the coup."""
        free = self.crises.phrases.of_freedom
        return free.search(self.key, max(0, hit.start - FREED), hit.end + FREED) is not None

    @property
    def sentence_starts(self) -> list[int]:
        """Where sentences begin; found when first asked for, which most articles of other news never do."""
        if self.starts is None:
            self.starts = starts_of_sentences(self.folded.key, self.capital_at)
        return self.starts

    def letter_at(self, at: int) -> str:
        """A letter of the folded text as it was."""
        offsets = self.folded.offsets
        return self.text[at if offsets is None else int(offsets[at])]

    @property
    def is_small(self) -> bool:
        """Is the text written without a capital, so that none can be asked of a name?"""
        if self.small is None:
            self.small = self.text.islower()
        return self.small

    def capital_at(self, at: int) -> bool:
        """Was a letter of the folded text a capital?"""
        return self.letter_at(at).isupper()

    def in_sentence(self, at: int, *roles: str) -> bool:
        """Does the sentence around a place have a cue of one of these roles?"""
        starts = self.sentence_starts
        number = bisect_right(starts, at)
        for role in roles:
            known = self.role_sentences.get(role)
            if known is None:
                hits = self.cues.get(role, ())
                known = self.role_sentences[role] = {bisect_right(starts, hit.start) for hit in hits}
            if number in known:
                return True
        return False

    def sentence(self, at: int) -> tuple[int, int]:
        """The sentence around a place of the folded text."""
        known = self.sentences.get(at)
        if known is None:
            starts = self.sentence_starts
            i = bisect_right(starts, at)
            known = self.sentences[at] = (starts[i - 1], starts[i] if i < len(starts) else len(self.folded.key))
        return known

    @property
    def dating(self) -> set[int]:
        """Where sentences begin that name a month, or the last month or year."""
        if self.dated is None:
            hits = [hit for role in DATING if role in self.cues for hit in self.cues[role]]
            self.dated = {self.sentence(hit.start)[0] for hit in hits}
        return self.dated

    def cues_in(self, role: str, start: int, end: int) -> list[CueHit]:
        """The cues of a role that begin in [start, end)."""
        hits = self.cues.get(role)
        if not hits or hits[-1].start < start:
            return []
        return hits[bisect_left(hits, (start,)) : bisect_left(hits, (end,))]

    def countries_in(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """The countries spoken of in [start, end)."""
        return self.countries[bisect_left(self.countries, (start,)) : bisect_left(self.countries, (end,))]

    def years_in(self, start: int, end: int) -> list[int]:
        """The numbers in [start, end) that are years, unless the text says since or before them."""
        years = self.dates
        return [year for _, year in years[bisect_left(years, (start,)) : bisect_left(years, (end,))]]

    @property
    def dates(self) -> list[tuple[int, int]]:
        """Places and values of these years, in the whole text."""
        if self.years is None:
            key, times = self.key, self.crises.times
            self.years = [(at, year) for at, year in self._numbers() if dates_a_coup(key, at, times)]
        return self.years

    def all_years_in(self, start: int, end: int) -> list[int]:
        """The numbers in [start, end) that are years, whatever they date."""
        numbers = self._numbers()
        return [year for _, year in numbers[bisect_left(numbers, (start,)) : bisect_left(numbers, (end,))]]

    def _numbers(self) -> list[tuple[int, int]]:
        if self.all_years is None:
            self.all_years = years_of(self.key)
        return self.all_years

    def months_in(self, start: int, end: int) -> dict[int, int]:
        """Where months are named in [start, end), and which; LAST_MONTH is the last one."""
        if self.months is None:
            cues = self.cues
            named = [(hit.start, n) for n, role in enumerate(MONTH_ROLES, 1) if role in cues for hit in cues[role]]
            self.months = sorted(named + [(hit.start, LAST_MONTH) for hit in cues.get("last-month", ())])
        months = self.months
        return dict(months[bisect_left(months, (start,)) : bisect_left(months, (end,))])

    def years_back(self, start: int, end: int) -> list[int]:
        """The numbers of years that [start, end) counts back: five years after the coup."""
        if self.counts is None:
            self.counts = may_count_years(self.key, 0, len(self.key))
        if not self.counts:
            return []
        known = self.back.get((start, end))
        if known is None:
            found = years_ago(self.key, start, end) if may_count_years(self.key, start, end) else []
            known = self.back[start, end] = found
        return known

    def inside_a_name(self, at: int) -> bool:
        """Is a place of the folded text within a name of whatever kind?"""
        if self.name_places is None:
            self.name_places = sorted((hit.start, hit.end) for hit in self.names)
        places = self.name_places
        return any(at < end for _, end in places[bisect_left(places, (at - LONGEST,)) : bisect_left(places, (at + 1,))])

    def has(self, *roles: str) -> bool:
        """Has the text a cue of one of these roles?"""
        return not self.cues.keys().isdisjoint(roles)

    def cue(self, *roles: str) -> list[CueHit]:
        """All cues of these roles, in order."""
        if len(roles) == 1:
            return self.cues.get(roles[0], [])
        return sorted(hit for role in roles for hit in self.cues.get(role, ()))


def read(text: str, title_length: int, language: str, crises: Compiled) -> Reading:
    """Fold and search a text. `title_length` is 0 where it has no title."""
    folded = with_hooks(fold(text)) if language == "ha" else fold(text)
    title_end = _title_end(folded.key, title_length)
    names, said, tells, cut = _search(folded, crises, max(title_end, HEADLINE_MAX))
    return Reading(text, folded, title_end, language, crises, names, said, tells, cut)


def _title_end(key: bytes, title_length: int) -> int:
    if not title_length:
        return 0
    end = key.find(PARAGRAPH)
    return end if end > 0 else len(key)


def _search(folded: Folded, crises: Compiled, head: int) -> tuple[list[NameHit], list[Said], bool, bool]:
    key = folded.key
    names: list[NameHit] = []
    said: list[Said] = []
    tells = False
    patterns, first_of_heads = crises.lean, crises.first_of_heads
    word = WORD
    new = tuple.__new__  # a named tuple's own constructor costs twice that
    tanwin = folded.offsets is not None and TANWIN in folded.text
    raw = crises.automaton.find_matches_as_indexes(bare(key), overlapping=True)
    if len(raw) > MAX_HITS:
        raw = [match for match in raw if match[0] < first_of_heads or match[1] <= head]
    if cut := len(raw) > MAX_HITS:
        raw = raw[:MAX_HITS]
    if crises.idle.issuperset([match[0] for match in raw]):
        return [], [], False, cut  # no cue is asked for where nothing is named and no coup told: most of a feed
    for index, start, end in raw:
        if index >= first_of_heads and start > head:
            continue
        found, length, arabic, exact, uses, roles, telling = patterns[index]
        end -= 2  # the space behind, and that before the text
        start = end - length
        if exact and key[start:end] != found:
            continue
        article, clitic = False, start
        if arabic and word[key[start - 1]]:
            glued = _clitic(key, start)
            if glued is None:
                continue
            article, clitic = glued
        for use in uses:
            if use.article == "any" or (use.article == "yes") == article:
                # a name keeps its own article, never what is glued before that
                own = (
                    start + use.lead
                    if use.lead or not article
                    else start - 1
                    if key[start - 2] == key[start - 1]
                    else start - 2
                )
                stop = end - use.hausa - use.tail
                # جنديا نيجيريًا: what is marked so is an adjective, and no country
                if tanwin and arabic and TANWIN in folded.surface(own, stop)[-2:]:
                    continue
                # au is no African Union: nine of ten names found in French are such
                if use.surface is None or folded.surface(own, stop) == use.surface:
                    names.append(new(NameHit, (own, stop, use)))
        if roles:
            said.append((roles, clitic, end, article))
            tells = tells or telling
    return names, said, tells, cut


def _by_role(said: list[Said]) -> dict[str, list[CueHit]]:
    cues: dict[str, list[CueHit]] = {}
    new = tuple.__new__
    for roles, start, end, article in said:
        for role, wanted in roles:
            if wanted == "any" or article:
                cues.setdefault(role, []).append(new(CueHit, (start, end, role)))
    for hits in cues.values():
        hits.sort()  # they came in the order of their ends
    if (civil := cues.get("civil")) and "soldiers" in cues:
        kept = [h for h in cues["soldiers"] if not any(c.start <= h.start and h.end <= c.end for c in civil)]
        cues.pop("soldiers")
        if kept:
            cues["soldiers"] = kept
    return cues


def _clitic(key: bytes, start: int) -> tuple[bool, int] | None:
    left = start - 1
    while left > 0 and start - left < LONGEST_CLITIC and WORD[key[left - 1]]:
        left -= 1
    if left > 0 and WORD[key[left - 1]]:
        return None
    found = CLITICS.get(key[left:start])
    return None if found is None else (found[0], left)
