"""Lists of years: paragraphs that a year heads tell each its coup, often without the word for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from schemas.crisis import Event
from services.enrich.read.candidate import Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.headline import head_end, weights
from services.enrich.read.reading import Reading
from services.enrich.text.fold import PARAGRAPH
from services.enrich.which.events import UNSPECIFIED

# So many paragraphs that a year heads make a list.
ENTRIES: Final = 3
# Where so many tell a coup that was done, an attempt is one at a coup.
OTHERS: Final = 2
# So near behind the beginning of a paragraph stands its year: En 1974, | A shekarar 1974: | 1974 -
OPENING: Final = 24
_OPENS: Final = re.compile(rb"\x01[ \x02*(]*(?:[^ .,:;\x01\x02]{1,10} ){0,2}$")
_HEADS: Final = re.compile(rb"[)]?(?: ?[.,:;\x02-])")
# A paragraph is not looked at beyond.
LONGEST: Final = 400


def coups_of_entries(reading: Reading) -> Iterator[Candidate]:
    """1974. Hamani Diori … | 1996 - Ibrahim Baré … | 2021 : des militaires tentent en vain de …

    Of each year the coup of the country that is told of, if a paragraph names who made or suffered it, or calls it an
    attempt: of soldiers, or where the others tell coups. March 2021: an attempt comes to nothing. But not: 1974. The
    brewery opens. | 2010. Tandja's brother wins the cup.
    """
    entries = entries_of(reading)
    if len(entries) < ENTRIES:
        return
    known: list[tuple[int, int, Event]] = []
    for at, year in entries:
        end = reading.key.find(PARAGRAPH, at, at + LONGEST)
        end = end if end > 0 else min(len(reading.key), at + LONGEST)
        if event := _of_year(year, at, end, reading):
            known.append((at, end, event))
    done = {event.id: last for at, end, event in known if (last := _done_until(event, at, end, reading))}
    for at, end, event in known:
        last = _tried_until(at, end, reading, alone=len(done) >= OTHERS) if event.failed else done.get(event.id)
        if last:
            yield Candidate(at, last, "coup", event.id)


def entries_of(reading: Reading) -> list[tuple[int, int]]:
    """Where paragraphs begin by a year that heads them, and which."""
    key = reading.key
    return [
        (at, year)
        for at, year in reading.dates
        if _HEADS.match(key, at + 4) and _OPENS.search(key, max(0, at - OPENING), at)
    ]


def without_their_count(resolved: Resolved, reading: Reading, _: Clock) -> Resolved:
    """Without the coups of which a headline only says that they are listed: From 1974 to today, all coups of Niger."""
    places = {at for at, _ in entries_of(reading)} if reading.title_end else set()
    if len({c.event for c, _, _ in resolved if c.event and c.start in places}) < ENTRIES:
        return resolved
    head = head_end(reading)
    return [one for one in resolved if one[1:] != (UNSPECIFIED, "historical") or one[0].start >= head]


def is_of_years(reading: Reading, head: int) -> bool:
    """Is most of a text a list of years that follow each other? 1974: … 1996: … 1999: …"""
    years = [year for at, year in entries_of(reading) if at >= head]
    if len(years) < ENTRIES or (years != sorted(years) and years != sorted(years, reverse=True)):
        return False
    return 2 * len(years) >= len([line for line in reading.key[head:].split(b"\x01") if line.strip()])


def _of_year(year: int, at: int, end: int, reading: Reading) -> Event | None:
    """The only coup of that year in the first country that its paragraph names, or that of the text."""
    known = reading.crises.by_country
    near = [c for _, _, c in reading.countries_in(at, end) if c in known]
    scores = weights(reading)
    country = near[0] if near else max((c for c in scores if c in known), key=lambda c: scores[c], default="")
    events = [e for e in known.get(country, ()) if e.date.year == year]
    return events[0] if len(events) == 1 else None


def _done_until(event: Event, at: int, end: int, reading: Reading) -> int | None:
    """Where its paragraph has named who made or suffered a coup that was done."""
    if event.failed:
        return None
    ids, own = reading.crises.ids, {*event.names, *event.unseated}
    named = (hit.end for hit in reading.names if at < hit.start < end and ids[hit.use.entity] in own)
    return next(named, None)


def _tried_until(at: int, end: int, reading: Reading, *, alone: bool) -> int | None:
    """Where a paragraph has told an attempt; `alone`: the word is enough, else soldiers or a coup stand beside it."""
    tried = [
        hit
        for hit in reading.cues_in("attempt", at, end)
        if alone or reading.in_sentence(hit.start, "soldiers", "coup")
    ]
    return tried[0].end if tried else None
