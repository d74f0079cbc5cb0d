"""Coups that were tried or planned, and who is tried for it."""

from __future__ import annotations

from collections.abc import Sequence

from schemas.crisis import Event
from services.enrich.find.acts import against_a_junta
from services.enrich.read.candidate import TELLING, Candidate
from services.enrich.read.clock import YEAR, Clock
from services.enrich.read.definite import is_definite
from services.enrich.read.headline import head_end, opening
from services.enrich.read.nearby import CLAUSE, is_known, said_after, said_before
from services.enrich.read.reading import Reading
from services.enrich.text.fold import fold_name


def is_attempt(candidate: Candidate, reading: Reading) -> bool:
    """Do the words beside a mention call it an attempt? Who tries to keep something from happening makes none."""
    return candidate.rule in TELLING and candidate.rule != "hold" and (
        said_before("attempt", candidate, reading) or failed_behind(candidate, reading)
    )


def is_this_one(candidate: Candidate, reading: Reading, clock: Clock, about: str | None) -> bool:
    """Is "this attempted coup" what some call the coup of these weeks, where nothing dates another one?

    Not: the failed coup (one that did not succeed), nor where the text has told one of an earlier year before.
    """
    known = clock.known.get(about or "", ())
    if _is_what_happened(candidate, reading, clock, known):
        return True
    if candidate.rule not in ("coup", "maybe") or not any(clock.fresh(e) and not e.failed for e in known):
        return False
    first = max(0, candidate.start - TRIED)
    if not is_definite(candidate, reading) or not reading.crises.deeds.tried.search(reading.key, first, candidate.end):
        return False
    failed = {e.date.year for e in known if e.failed}
    start, end = reading.sentence(candidate.start)
    if failed & {*reading.years_in(0, end)} or _speaks_of_others(reading, start, end, about):
        return False
    return not reading.years_back(start, end)


def _is_what_happened(candidate: Candidate, reading: Reading, clock: Clock, known: Sequence[Event]) -> bool:
    """Is it what some call the coup of these twelve months: they see the situation in Niger as an attempted coup?

    But not: the situation after an attempted coup, nor that of another country or of an older year.
    """
    own = [e for e in known if not e.failed and 0 <= (clock.age(e) or -1) <= YEAR]
    if candidate.rule not in ("coup", "maybe") or not own:
        return False
    start, end = reading.sentence(candidate.start)
    first = max(start - 1, candidate.start - CALLED, 0)
    said = reading.crises.deeds.what_happened.search(reading.key, first, candidate.start)
    if said is None or reading.crises.phrases.since.search(reading.key, said.start(), candidate.start + SINCE):
        return False
    years = reading.years_in(start, end)
    return not _speaks_of_others(reading, start, end, own[0].country) and all(own[-1].date.year == y for y in years)


# So far before an attempt begins what is called one, and "after a coup" may begin within it.
CALLED = 90
SINCE = 6


def _speaks_of_others(reading: Reading, start: int, end: int, about: str | None) -> bool:
    own = (c == about or c not in reading.crises.by_country for _, _, c in reading.countries_in(start, end))
    return not all(own)


# So near before a coup begins the word for trying it.
TRIED = 16


def failed_behind(candidate: Candidate, reading: Reading) -> bool:
    """The coup failed; but not: held since the overthrow, he had tried to flee."""
    if "attempt" not in reading.cues:
        return False
    key, since, tries = reading.key, reading.crises.phrases.since, reading.crises.deeds.tries
    hits = reading.cues_in("attempt", candidate.end, candidate.end + 15)
    # a coup because he sought a third term: juyin mulki sakamakon ya nemi tazarce
    end = candidate.end
    return not all(
        CLAUSE.search(key, end, hit.start) or since.search(key, end, hit.start) or tries.search(key, end, hit.start)
        for hit in hits
    )


def is_plot(candidate: Candidate, reading: Reading) -> bool:
    """Were people only said to plan it? Soldiers had planned a coup; but not: they had plotted the coup."""
    if candidate.rule not in TELLING or is_known(candidate, reading):
        return False
    if is_plot_alone(candidate, reading):
        return True
    if candidate.rule in ("seize", "overthrow") and not reading.eventful and reading.has("plot"):
        # Il a voulu soudoyer un colonel pour prendre le pouvoir: who is tried for a plot did not carry it out.
        purpose = reading.crises.deeds.in_order_to.search(reading.key, max(0, candidate.start - 10), candidate.start)
        return bool(purpose) or reading.key.startswith(_TO, candidate.start)
    judged = said_before("plot", candidate, reading) and (
        said_before("charged", candidate, reading) or said_after("claim", candidate, reading)
    )
    return judged or _is_foiled_plot(candidate, reading) or _names_a_plot(candidate, reading)


def is_judged(candidate: Candidate, reading: Reading) -> bool:
    """Does its sentence tell who is held or tried, however far before, for planning it? The court, which met, …"""
    return said_before("plot", candidate, reading) and reading.in_sentence(candidate.start, "charged")


def _names_a_plot(candidate: Candidate, reading: Reading) -> bool:
    """Is the mention the name of a plot: generals arrested in a coup plot; but not: he warned of a plot?"""
    if candidate.rule != "coup" or not reading.cues_in("plot", candidate.start, candidate.end):
        return False
    return not said_before("hypothetical", candidate, reading)


def is_doubted(candidate: Candidate, reading: Reading) -> bool:
    """Is it only planned, alleged or feared, as what a headline denies: officers held over a plan to topple him?"""
    return any(said_before(role, candidate, reading) for role in ("plot", "claim", "charged", "future", "hypothetical"))


def denied_in_opening(found: list[Candidate], reading: Reading) -> bool:
    """Does the first sentence below a headline on a coup deny it? The army has denied rumours of a coup."""
    head = head_end(reading)
    if not reading.title_end or not any(c.start < head for c in found):
        return False
    start, end = opening(reading, head)
    denials = reading.cues_in("denial", start, end)
    talk = reading.crises.phrases.talk
    return bool(denials) and any(
        c.rule in ("coup", "maybe") and talk.search(reading.key, denials[0].end, c.start)
        for c in found
        if denials[0].end < c.start < end
    )


def is_plot_alone(candidate: Candidate, reading: Reading) -> bool:
    """Does it tell a plot that no year or country can make a known coup?

    Officers are held, suspected of wanting to topple the junta; but not: they wanted to topple him in 2015.
    """
    if candidate.rule == "plot":
        return True
    if candidate.rule not in ("seize", "overthrow"):
        return False
    if not reading.crises.deeds.wanted.search(reading.key, max(0, candidate.start - 24), candidate.start):
        return False
    if against_a_junta(reading, candidate.start):
        return True
    held = reading.in_sentence(candidate.start, "arrest", "attempt", "charged", "conspiracy", "plot")
    return held and not reading.years_in(*reading.sentence(candidate.start))


_TO = fold_name("ل")


def _is_foiled_plot(candidate: Candidate, reading: Reading) -> bool:
    """The junta says that it foiled a plot to topple it: planned, and not carried out."""
    return said_before("plot", candidate, reading) and said_before("attempt", candidate, reading)
