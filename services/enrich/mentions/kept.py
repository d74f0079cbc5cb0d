"""Whether a mention says anything: it stands for a coup by itself, comes in time, and is its article's plain fact."""

from __future__ import annotations

from services.enrich.find.acts import ruler_named
from services.enrich.find.plots import is_plot
from services.enrich.mentions.modifiers import asked_for, is_a_sham
from services.enrich.mentions.told import NEEDS_EVENT
from services.enrich.read.candidate import FIRST_DAYS, Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.headline import lead_end
from services.enrich.read.nearby import said_before
from services.enrich.read.reading import Reading
from services.enrich.which.events import MANY
from services.enrich.which.plural import is_plural
from services.enrich.which.ties import of_all_three


def stands_alone(candidate: Candidate, word: str | None, reading: Reading, clock: Clock) -> bool:
    """Does a mention say something without a known event? Officers are held over a plan to topple the government."""
    if candidate.rule not in NEEDS_EVENT:
        return True
    soldiers = reading.in_sentence(candidate.start, "soldiers") or (word and reading.in_sentence(0, "soldiers"))
    if candidate.rule not in ("overthrow", "seize") or not soldiers:
        return False
    if word is not None or is_plot(candidate, reading):
        return True
    return said_before("plot", candidate, reading) or _is_news(candidate, reading, clock)


def _is_news(candidate: Candidate, reading: Reading, clock: Clock) -> bool:
    """Is it told on top of a dated text, and nothing dates it back? The army of Senegal says that it took power."""
    start, end = reading.sentence(candidate.start)
    if clock.published is None or start >= lead_end(reading) or not reading.countries_in(0, lead_end(reading)):
        return False
    if reading.years_back(start, end) or said_before("past", candidate, reading):
        return False
    return all(year >= clock.published.year for year in reading.years_in(start, end))


def is_late(candidate: Candidate, event_id: str, reading: Reading, clock: Clock) -> bool:
    """Who holds whom, and where soldiers stand, tells a coup while it happens: later the army arrests a gang's leader.

    But not where a head of state is named: Bazoum is still held by his guard. Of a coup of decades ago nobody is held
    any more: a minister meets the anger of Nigerians, whose president is named beside him. Nor after one that failed:
    he gives the governor a medal with his own hand.
    """
    if candidate.rule not in FIRST_DAYS:
        return False
    event = reading.crises.events.get(event_id)
    if clock.published is None:
        # Without a date it may be of any day: gunmen hold a nurse, and a president is named.
        watched = any(crisis.event == event_id for crisis in reading.crises.crises)
        return not watched and not reading.has("coup", "maybe", "junta", "ousted", "overthrow", "seize", "soft")
    if ruler_named(reading, candidate.start) and (event is None or (clock.recent(event) and not event.failed)):
        return False
    if event is None or event.date.year in reading.years_in(*reading.sentence(candidate.start)):
        return event is None  # 26 July 2023: guards hold the president
    age = clock.age(event)
    return age is None or age > HAPPENING


HAPPENING = 10
# Words that make more of a mention than the plain fact of the article's own coup.
MODIFYING = ("negate", "negate-after", "hypothetical", "again", "future", "attempt", "plot")


def is_plain(candidate: Candidate, reading: Reading, about: str | None, others: frozenset[int]) -> bool:
    """Is there nothing in its sentence that could make it another coup, or not told as fact? Most are so."""
    start, end = reading.sentence(candidate.start)
    known = reading.plain.get(start)
    if known is None:
        known = reading.plain[start] = (
            not reading.in_sentence(candidate.start, *MODIFYING)
            and not reading.years_in(start, end)
            and all(c == about or c not in reading.crises.by_country for _, _, c in reading.countries_in(start, end))
            and start not in reading.dating
            and not reading.years_back(start, end)
            and not (len(reading.eventful) > MANY and of_all_three(reading, start, end))
            and not any(start <= at < end for at in reading.linked)
            and not (others and start and others & set(reading.years_in(reading.sentence(start - 1)[0], start)))
        )
    if not known or reading.crises.joints.two_behind.match(reading.key, candidate.end):
        return False
    if asked_for(candidate, reading) or is_a_sham(candidate, reading):
        return False
    return not is_plural(candidate, reading)
