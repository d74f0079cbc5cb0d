"""Coups that are items of their own beside others: those that somebody meets over, and one of this very day."""

from __future__ import annotations

from collections.abc import Collection

from services.enrich.about.apart import WHEN_REACH
from services.enrich.read.candidate import Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.headline import head_end, in_head
from services.enrich.read.reading import Reading
from services.enrich.read.script import language_of
from services.enrich.which.plural import is_plural

# What makes a headline on several coups a piece that weighs them.
_WEIGHS = ("hypothetical", "question", "explainer", "opinion", "anniversary", "digest")


def dealt_with(events: Collection[str], reading: Reading, clock: Clock) -> set[str]:
    """The countries of coups of the year that a headline has somebody meet over, discuss or condemn, in one row.

    The bloc meets over the coups in Mali, Guinea and Burkina Faso; but not: fear after the coups in Mali and Guinea.
    Without a headline it is said that they are discussed: leaders will discuss the coups in Mali and Guinea.
    """
    head, key = head_end(reading), reading.key
    if reading.title_end and (in_head(reading, *_WEIGHS) or not in_head(reading, "say", "act", "act-weak")):
        return set()
    known = reading.crises.events
    for hit in sorted(h for role in ("coup", "maybe") for h in reading.cues_in(role, 0, head)):
        here = {known[e] for s, e in reading.told if s == hit.start and e in events}
        lands = {event.country for event in here if not clock.over_a_year_after(event)}
        # Hausa has no plural: juyin mulkin Mali da Guinea
        several = is_plural(Candidate(hit.start, hit.end, "coup"), reading) or language_of(reading) == "ha"
        if len(lands) < ROW or not several:
            continue
        start = reading.sentence(hit.start)[0]
        phrases = reading.crises.phrases
        if phrases.when.search(key, max(start - 1, hit.start - WHEN_REACH, 0), hit.start):
            continue
        if reading.title_end or phrases.talks_of.search(key, start, hit.start):
            return lands
    return set()


# So many make a row.
ROW = 2


def of_today(events: Collection[str], reading: Reading, clock: Clock) -> set[str]:
    """The countries whose coup of these days has a sentence of its own that dates it to today, whatever others do.

    A list of rulers in uniform … Today soldiers took power in Guinea-Bissau, too. But not: he said today, after the
    coup in Gabon, that it was a plague.
    """
    known, found = reading.crises.events, set()
    for at, event in reading.told:
        if event not in events or not clock.happening(known[event]):
            continue
        start, end = reading.sentence(at)
        lands = {land for _, _, land in reading.countries_in(start, end)} & reading.eventful
        if lands - {known[event].country}:
            continue
        if not reading.crises.phrases.this_day.search(reading.key, max(0, start - 1), end):
            continue
        if not any(reading.cues_in(role, at, min(end, at + VERB)) for role in ("seize", "overthrow")):
            continue
        if not reading.crises.phrases.when.search(reading.key, max(start - 1, at - WHEN_REACH, 0), at):
            found.add(known[event].country)
    return found


# So far behind its verb stands what tells it: استولى الجيش على السلطة
VERB = 32
