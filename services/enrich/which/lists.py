"""Lists of coups by country, of which some items only say when: SUDAN, 2021: The general breaks with the civilians on
October 25. Or on which day of this week. And second coups in a sentence that tells a first one, by month and year."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from schemas.crisis import Event
from services.enrich.read.candidate import TELLING, Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.reading import LAST_MONTH, Reading
from services.enrich.read.sections import headings

# So many items make a list.
ITEMS: Final = 3
# So near behind its month stands the year of a date.
BESIDE: Final = 14
# Of a text so many sentences are looked at.
MOST: Final = 40


class Item(NamedTuple):
    """What a text tells of a country in [start, end), and whether a month there must have its year beside it."""

    start: int
    end: int
    country: str
    strict: bool


def with_dated_items(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved` and the coups of the months that items of a list of coups give, or sentences that tell one give next.

    Mali: officers toppled Keita in August 2020, then removed the civilians in May 2021; but not: Mali: officers toppled
    Keita in August 2020 and voted in June 2021.
    """
    places = [(c.start, e) for c, e, word in resolved if c.rule in TELLING and word in (None, "historical")]
    if not places:
        return resolved
    known = {event for _, event, _ in resolved}
    out = list(resolved)
    for item in [*_items(places, reading), *_sentences(places, reading)]:
        own = _of_these_weeks(item, places, reading, clock)
        for at, event in [(item.start, own)] if own else _dated(item, reading, clock):
            if event.id not in known:
                known.add(event.id)
                out.append((Candidate(at, at + 3, "overthrow"), event.id, None))
    return out


def _of_these_weeks(item: Item, places: list[tuple[int, str]], reading: Reading, clock: Clock) -> Event | None:
    """The coup of these weeks of an item's country, where it says of none what happened: Gabon: on Wednesday, at dawn.

    But not: Gabon: the president was re-elected in August.
    """
    if item.strict or any(item.start <= at < item.end for at, _ in places):
        return None
    if reading.months_in(item.start, item.end) or reading.years_in(item.start, item.end):
        return None
    days = reading.crises.phrases.days
    if not (reading.cues_in("today", item.start, item.end) or days.search(reading.key, item.start, item.end)):
        return None
    known = reading.crises.by_country.get(item.country, ())
    return next((e for e in known if not e.failed and clock.fresh(e)), None)


def _items(places: list[tuple[int, str]], reading: Reading) -> Iterator[Item]:
    """The items of a list by country, if half of them or more tell a coup of theirs."""
    if reading.key.count(b"\x01") < ITEMS:
        return
    found = headings(reading)
    if len({country for _, _, country in found}) < ITEMS:
        return
    ends = [*(following[0] for _, following in pairwise(found)), len(reading.key)]
    items = [Item(s, end, country, False) for (s, _, country), end in zip(found, ends, strict=True)]
    events = reading.crises.events
    theirs = [(at, events[e].country) for at, e in places if e in events]
    telling = [i for i in items if any(i.start <= at < i.end and country == i.country for at, country in theirs)]
    if 2 * len(telling) >= len(items):
        yield from (item for item in items if item.country in reading.crises.by_country)


def _sentences(places: list[tuple[int, str]], reading: Reading) -> Iterator[Item]:
    """What follows a coup in its sentence, where no other country is named."""
    events = reading.crises.events
    for at, event in places[:MOST]:
        if event in events:
            end = reading.sentence(at)[1]
            if not reading.months_in(at, end):
                continue  # most sentences name no month
            start, country = reading.sentence(at)[0], events[event].country
            if all(c == country for _, _, c in reading.countries_in(start, end)):
                yield Item(at, end, country, True)


def _dated(item: Item, reading: Reading, clock: Clock) -> Iterator[tuple[int, Event]]:
    """The coups of an item's country that did not fail, of the months that it gives."""
    known = [e for e in reading.crises.by_country.get(item.country, ()) if not e.failed and clock.has_seen(e)]
    if not known:
        return
    for at, month in reading.months_in(item.start, item.end).items():
        year = _year_of(at, month, item, reading, clock)
        yield from ((at, e) for e in known if month != LAST_MONTH and (e.date.year, e.date.month) == (year, month))


def _year_of(at: int, month: int, item: Item, reading: Reading, clock: Clock) -> int | None:
    """The year of a month: right behind it, else the last before it in its item; last October: that before the text."""
    behind = reading.years_in(at, min(item.end, at + len("september") + BESIDE))
    if behind or item.strict:
        return behind[0] if behind else None
    if clock.published and reading.crises.times.month_past.search(reading.key, at, at + len("september") + BESIDE):
        return clock.published.year - (month >= clock.published.month)
    before = reading.years_in(item.start, at)
    return before[-1] if before else None
