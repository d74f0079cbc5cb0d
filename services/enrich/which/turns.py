"""Rows of countries of which each has a short clause of its own: Guinea followed in 2021, Niger last month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from schemas.crisis import Event
from services.enrich.read.candidate import TELLING, Candidate, Resolved
from services.enrich.read.clock import YEAR, Clock
from services.enrich.read.headline import country_in_head
from services.enrich.read.reading import Reading
from services.enrich.which.likely import pick
from services.enrich.words.shapes import PARTS

# No such clause has more words, and no more stand between a country and the beginning of its own.
WORDS: Final = 16
BEFORE: Final = 4
# Of a text, so many sentences with a coup in them are read on.
MOST: Final = 40
# So near before a country stands its date, and so near that it was.
BACK: Final = 48
IT: Final = 16
# Arabic's, glued to what follows it
_AND: Final = PARTS["WA"]
_TOKEN = re.compile(rb"[^ ,.;:()\x01\x02\"]+|[,.;:()\x01\x02\"]")
_TOKEN_BACK = re.compile(rb"(?:[^ ,.;:()\x01\x02\"]+|[,.;:()\x01\x02\"]) ?$")
_STOPS: Final = frozenset(b".;\x01")
_BEGINS: Final = frozenset(b",.;:(\x01\x02\"")
_MARKS: Final = _BEGINS | frozenset(b")")
_NUMBER = re.compile(rb"[0-9]{1,2}(?:st|nd|rd|th|er)?")
_YEAR = re.compile(rb"(?:19|20)[0-9][0-9]")
# A token before a country is no longer.
_LONGEST: Final = 24


class Turn(NamedTuple):
    """A country's clause [start, end), its dates, whether it tells two of a year, and whether it was its turn."""

    start: int
    end: int
    country: str
    years: list[int]
    months: list[int]
    twice: bool
    turn: bool
    # whether its clause goes on, and so may tell something else
    goes_on: bool = False


def with_the_rest_of_a_row(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved` and the coups of countries that only a date or "followed" tells, in a row with those that are told.

    Burkina Faso followed with two in 2022; Guinea's president was removed in September 2021. | In October it was
    Madagascar's turn; but not: a coup in Niger in 2023. Guinea voted in September 2021.
    """
    told = {event for _, event, _ in resolved}
    out = list(resolved)
    places = [c.start for c, _, word in resolved if c.rule in TELLING and word in (None, "historical")]
    events = reading.crises.events
    lands = {events[e].country for e in told if e in events}
    for start, end, alone in _passages(places, reading):
        if not _may_tell_more(reading, start, end, lands):
            continue
        for turn in turns(reading, start, end):
            if alone and (not turn.years or turn.goes_on):
                continue  # behind a sentence that tells a coup: Le Mali, en 2020, avait signé le traité
            alone = False
            found = [e.id for e in _coups_of(turn, reading, clock) if e.id not in told]
            told.update(found)
            # Niger and Mali quit the bloc, which had suspended them after soldiers took over, in Niger last July
            own = country_in_head(reading, turn.country) and not reading.fresh - {turn.country}
            word = None if own else "historical"
            out += [(Candidate(turn.start, turn.end, "overthrow"), event, word) for event in found]
    return out


def _may_tell_more(reading: Reading, start: int, end: int, lands: set[str]) -> bool:
    """Does a passage give a year or a month, or a country with coups whose coup is not told yet? Most do not."""
    if reading.months_in(start, end) or reading.years_in(start, end):
        return True
    known = reading.crises.by_country
    return any(country in known and country not in lands for _, _, country in reading.countries_in(start, end))


def rows_that_fell(reading: Reading) -> Iterator[Candidate]:
    """Le Mali (2020 et 2021) et la Guinée (2021) ont basculé: several countries, each with the year of its coup."""
    for hit in reading.cue("fell-in-turn")[:MOST]:
        row = [turn for turn in turns(reading, *reading.sentence(hit.start)) if turn.years]
        found = [(turn, event) for turn in row for event in _coups_of(turn, reading, None)]
        if len({event.country for _, event in found}) > 1:
            yield from (Candidate(turn.start, turn.end, "overthrow", event.id) for turn, event in found)


def _passages(places: Iterable[int], reading: Reading) -> Iterator[tuple[int, int, bool]]:
    """The sentences of these places and those right behind them; with the second, that it tells none itself."""
    own = dict.fromkeys(reading.sentence(at) for at in places)
    for number, (start, end) in enumerate(own):
        if number == MOST:
            return
        yield start, end, False
        # its parts may end in semicolons, and each may tell one; then the sentence behind it
        while end < len(reading.key):
            part = _ends_a_part(reading, end)
            start, end = reading.sentence(end)
            if (start, end) in own:
                break
            yield start, end, not part
            if not _ends_a_part(reading, end):
                break


def _ends_a_part(reading: Reading, end: int) -> bool:
    return reading.key.endswith((b";", b"; "), 0, end)


def turns(reading: Reading, start: int, end: int) -> list[Turn]:
    """The countries in [start, end) that begin a clause of theirs which gives no more than when."""
    months = reading.months_in(start, end)
    places = reading.countries_in(start, end)
    known = reading.crises.by_country
    out = []
    for number, (s, e, country) in enumerate(places):
        if country not in known:
            continue
        following = places[number + 1][0] if number + 1 < len(places) else end
        turn = read_clause(reading, s, e, country, following, months) if begins_a_clause(reading, s, start) else None
        turn = turn or _read_back(reading, s, e, country, start, months)
        if turn:
            out.append(turn)
    return _with_shared_years(out, places, reading)


def _with_shared_years(found: list[Turn], places: list[tuple[int, int, str]], reading: Reading) -> list[Turn]:
    """The same, and a country that only "and" joins to one with a year: le Niger et le Gabon (2023)."""
    own = {turn.start: turn for turn in found}
    for (s, e, country), (following, _, _) in pairwise(places):
        other = own.get(following)
        if s in own or other is None or len(other.years) != 1 or country not in reading.crises.by_country:
            continue
        if reading.crises.joints.joined.match(reading.key[e:following]) and begins_a_clause(reading, s, 0):
            found.append(other._replace(start=s, country=country, goes_on=False))
    return found


def _read_back(
    reading: Reading, s: int, e: int, country: str, start: int, months: dict[int, int]
) -> Turn | None:
    """What stands before a country in its clause, where it says that it was: en octobre, c'était à Madagascar."""
    first = max(start - 1, s - BACK, 0)
    it = next((m for m in reading.crises.joints.turn_it.finditer(reading.key, first, s) if m.end() + IT >= s), None)
    if it is None:
        return None
    years = reading.years_in(first, it.start())[-1:]
    named = [number for at, number in months.items() if first <= at < it.start()][-1:]
    return Turn(s, e, country, years, named, False, False) if years or named else None


def read_clause(reading: Reading, s: int, e: int, country: str, stop: int, months: dict[int, int]) -> Turn | None:
    """What stands behind a country as far as it only says when and that it followed."""
    joints, key = reading.crises.joints, reading.key
    years: list[int] = []
    named: list[int] = []
    last, twice, turn, goes_on = e, False, False, False
    for number, found in enumerate(_TOKEN.finditer(key, e, stop)):
        token = found.group()
        if number == WORDS or token[0] in _STOPS:
            break
        if found.start() in months:
            named.append(months[found.start()])
        elif year := _YEAR.fullmatch(_bare(token)):
            years.append(int(year.group()))
        elif _bare(token) in joints.turn_twice:
            twice = True
        elif _bare(token) in joints.turn_turn:
            turn = True
        elif not (token[0] in _MARKS or _bare(token) in joints.turn_words or _NUMBER.fullmatch(token)):
            goes_on = token not in joints.turn_joins
            break
        last = found.end()
    dated = reading.years_in(e, last)
    turn = turn and not key[last : last + 2].strip(b" .,;)\x01\x02")
    if not (dated or named or turn) or len(dated) < len(years):
        return None
    return Turn(s, last, country, dated, named, twice, turn, goes_on)


def _bare(token: bytes) -> bytes:
    """A token without Arabic's "and" before it."""
    return token[1:] if token.startswith(_AND) and len(token) > 2 else token


def begins_a_clause(reading: Reading, s: int, start: int) -> bool:
    """Do only articles and "the president of" stand between a country and a comma, a bracket, an "and"?"""
    joints, key, at = reading.crises.joints, reading.key, s
    for _ in range(BEFORE):
        found = _TOKEN_BACK.search(key, max(start, at - _LONGEST), at)
        if found is None:
            return True
        token = found.group().strip()
        if token[0] in _BEGINS or token in joints.turn_joins or token == _AND:
            return True
        if token.startswith(_AND) and token[1:] in joints.turn_of:
            return True
        if token not in joints.turn_of:
            return False
        at = found.start()
    return False


def _coups_of(turn: Turn, reading: Reading, clock: Clock | None) -> list[Event]:
    """The coups of a clause's country and dates that did not fail."""
    known = [
        e for e in reading.crises.by_country[turn.country] if not e.failed and (clock is None or clock.has_seen(e))
    ]
    published = clock.published if clock else None
    months = {m or ((published.month - 2) % 12 + 1 if published else 0) for m in turn.months}
    if turn.years:
        found = [e for e in known if e.date.year in turn.years]
        if months and len(turn.months) >= len(turn.years):
            return [e for e in found if e.date.month in months]
        latest = {e.date.year: e for e in found}
        return found if turn.twice else list(latest.values())
    if clock is None or published is None:
        return []
    if months:
        return [e for e in known if e.date.month in months and (clock.age(e) or 0) <= YEAR]
    return pick(reading, turn.country, clock, [], attempt=False) if turn.turn else []
