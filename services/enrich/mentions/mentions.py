"""Which coups the mentions of a text are of: first what is so of all of them, then one after the other."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from services.enrich.about.subject import subject
from services.enrich.find.acts import ARABIC
from services.enrich.find.disowned import with_what_they_disown
from services.enrich.find.entries import without_their_count
from services.enrich.find.plots import denied_in_opening, is_attempt, is_doubted, is_plot, is_plot_alone, is_this_one
from services.enrich.mentions.asked import only_asked_for
from services.enrich.mentions.beside import (
    as_dated_by_its_people,
    as_dated_of_its_country,
    as_they_rose,
    as_told_beside,
    with_what_it_came_after,
    without_lone_sieges,
    without_loose_plurals,
)
from services.enrich.mentions.headed import as_dated_elsewhere
from services.enrich.mentions.kept import is_late, is_plain, stands_alone
from services.enrich.mentions.modifiers import is_named_one, is_of_any, modifier, never_was
from services.enrich.mentions.this_one import with_this_one
from services.enrich.mentions.unclear import with_what_is_unclear
from services.enrich.read.candidate import Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.definite import is_definite
from services.enrich.read.headline import head_end, in_head, lead_end, weights
from services.enrich.read.nearby import said_before
from services.enrich.read.reading import Reading
from services.enrich.which.answers import with_what_it_answered
from services.enrich.which.bygone import are_more_than_dated, are_of_its_past, are_of_others, are_on_the_rise
from services.enrich.which.dates import counted, other_years
from services.enrich.which.days import of_its_day
from services.enrich.which.earlier import as_so_long_before
from services.enrich.which.early import by_the_part_of_its_year
from services.enrich.which.events import UNSPECIFIED, resolve
from services.enrich.which.likely import pick
from services.enrich.which.lists import with_dated_items
from services.enrich.which.loose import is_asked_of_any, is_denied_elsewhere, is_in_general, is_of_no_country, not_like
from services.enrich.which.makers import with_every_maker
from services.enrich.which.numbered import are_more_than_named, is_after_others, is_one_of_many, with_the_one_before
from services.enrich.which.oath import failed_before_office
from services.enrich.which.own_year import with_what_is_told_of_it
from services.enrich.which.people import of_a_former, of_makers
from services.enrich.which.plotted import foiled_one, of_these_weeks
from services.enrich.which.plural import is_of_a_region, is_plural
from services.enrich.which.pronouns import of_him
from services.enrich.which.same import with_the_same_elsewhere
from services.enrich.which.titles import of_the_titled
from services.enrich.which.turns import with_the_rest_of_a_row
from services.enrich.which.twice import with_both_of_two
from services.enrich.which.unlisted import drives_out_a_ruler, is_against_another
from services.enrich.which.victims import with_the_next_victims


@dataclass(frozen=True, slots=True)
class Setting:
    """What is so of all mentions of a text."""

    # the country whose coup is its subject
    about: str | None
    # the countries spoken of that had one in these weeks
    fresh: set[str]
    # whether one of them has it these very days
    happening: bool
    # whether the text is there to deny one
    denied: bool
    # the coup that its subject's is where nothing says otherwise, and the years of others
    usual: list[str]
    others: frozenset[int]
    # whether one of these weeks failed, and the text tells an attempt
    foiled: bool
    tries: bool
    # the failed coup that a trial on top is of
    tried: str | None


def resolve_all(found: list[Candidate], reading: Reading, clock: Clock) -> Resolved:
    """Each mention with the coups that it is of, and with the word that makes it no plain fact."""
    setting = _setting(found, reading, clock)
    out: Resolved = []
    for candidate in found:
        settled = _settled(candidate, setting, reading, clock)
        out += _looked_up(candidate, setting, reading, clock) if settled is None else settled
        if any(are_others(candidate, reading) for are_others in COUNTED):
            reading.bygone.add(candidate.start)
            out.append((candidate._replace(rule="coup"), UNSPECIFIED, "historical"))
    for afterwards in AFTERWARDS:
        out = afterwards(out, reading, clock)
    return out


# What says that others are told with a mention which none names.
COUNTED: Final[tuple[Callable[[Candidate, Reading], bool], ...]] = (
    is_one_of_many,
    are_more_than_dated,
    are_more_than_named,
    is_after_others,
)

# What one mention says of another, in this order: each takes what was resolved and gives it back, with more or less.
AFTERWARDS: Final[tuple[Callable[[Resolved, Reading, Clock], Resolved], ...]] = (
    by_the_part_of_its_year,
    as_dated_elsewhere,
    as_dated_by_its_people,
    as_told_beside,
    as_they_rose,
    as_dated_of_its_country,
    with_what_it_answered,
    as_so_long_before,
    without_loose_plurals,
    without_lone_sieges,
    with_what_it_came_after,
    with_the_same_elsewhere,
    with_the_rest_of_a_row,
    with_the_one_before,
    with_the_next_victims,
    with_every_maker,
    with_both_of_two,
    with_dated_items,
    with_this_one,
    without_their_count,
    with_what_they_disown,
    with_what_is_told_of_it,
    with_what_is_unclear,
)


def _setting(found: list[Candidate], reading: Reading, clock: Clock) -> Setting:
    tells = in_head(reading, "coup", "maybe", "attempt", "overthrow", "seize", "hold", "soft")
    # An envoy of Sierra Leone, where a coup failed last week, is no sign that it is the subject.
    fresh = {c for c in reading.eventful if any(clock.fresh(e) and (tells or not e.failed) for e in clock.known[c])}
    last = {c: max((e.date for e in clock.known[c] if not e.failed), default=dt.date.min) for c in reading.eventful}
    if clock.published is None:  # Benin, where one failed in some year, holds five men of Niger: it is of Niger's
        last = {c: day for c, day in last.items() if day > dt.date.min} or last
    about = subject(reading, last, fresh)
    usual = [e.id for e in pick(reading, about, clock, [], attempt=False)] if about else []
    # Soldiers are held after the mutiny: that of these weeks, which failed, and not the coup of years ago.
    foiled = about is not None and any(e.failed and clock.fresh(e) for e in clock.known.get(about, ()))
    return Setting(
        about=about,
        fresh=fresh,
        happening=any(clock.happening(e) for c in fresh for e in clock.known[c]),
        denied=in_head(reading, "denial") or denied_in_opening(found, reading),
        usual=usual,
        others=other_years(usual[0], reading, clock) if usual else frozenset(),
        foiled=foiled,
        tries=foiled and any(c.rule in ("coup", "plot") and is_attempt(c, reading) for c in found),
        tried=_tried_for(found, usual, about, reading, clock),
    )


def _settled(candidate: Candidate, setting: Setting, reading: Reading, clock: Clock) -> Resolved | None:
    """What a mention is of where that needs no look at the words around it; None where it does."""
    about, fresh, usual = setting.about, setting.fresh, setting.usual
    if is_plot_alone(candidate, reading):
        planned = foiled_one(candidate, reading, clock, about)
        return [(candidate, planned, "negated" if setting.denied and planned == UNSPECIFIED else None)]
    if early := failed_before_office(candidate, reading, clock, about):
        return [(candidate, early, None)]
    past = are_of_its_past(candidate, reading, about) or are_of_others(candidate, reading)
    if past or are_on_the_rise(candidate, reading):
        reading.bygone.add(candidate.start)
        return [(candidate._replace(rule="coup"), UNSPECIFIED, "historical")]
    if is_asked_of_any(candidate, reading):
        return []
    if is_in_general(candidate, reading) and (not fresh or modifier(candidate, reading) == "negated"):
        return []
    if not fresh and (is_of_a_region(candidate, reading) or is_of_no_country(candidate, reading, about)):
        return [(candidate, UNSPECIFIED, modifier(candidate, reading) or "historical")]
    if about and _is_feared_elsewhere(candidate, reading, about):
        return [(candidate, UNSPECIFIED, modifier(candidate, reading))]
    if setting.tried and _is_undated(candidate, about, reading):
        return [(candidate, setting.tried, None)]
    if not _is_the_usual(candidate, setting, reading, clock):
        return None
    return [] if is_late(candidate, usual[0], reading, clock) else [(candidate, usual[0], None)]


# What makes a plain mention another coup than the article's own.
OTHERS: Final = (of_him, of_a_former, of_the_titled, of_its_day)


def _is_the_usual(candidate: Candidate, setting: Setting, reading: Reading, clock: Clock) -> bool:
    """Is it the plain fact of the article's own coup?"""
    usual = setting.usual
    if not usual or candidate.event or not is_plain(candidate, reading, setting.about, setting.others):
        return False
    if any(his(candidate, reading, clock) for his in OTHERS):
        return False
    if is_against_another(candidate, usual, reading) or _is_of_a_mutiny(candidate, setting, reading):
        return False
    return not drives_out_a_ruler(candidate, usual, reading, clock)


def _is_of_a_mutiny(candidate: Candidate, setting: Setting, reading: Reading) -> bool:
    """Is it of the one that failed in these weeks?"""
    if not setting.foiled:
        return False
    return candidate.rule == "soft" or (setting.tries and of_makers(candidate, reading))


def _looked_up(candidate: Candidate, setting: Setting, reading: Reading, clock: Clock) -> Resolved:
    """What the words around a mention make it: coups with what is said of each."""
    about = setting.about
    attempt = _is_of_a_mutiny(candidate, setting, reading) or (
        is_attempt(candidate, reading)
        and not _is_of_its_own_story(candidate, reading, clock)
        and not is_this_one(candidate, reading, clock, about)
    )
    word, of_any = _word(candidate, setting, reading, clock, attempt=attempt)
    events = _events(candidate, word, setting, reading, clock, attempt=attempt, of_any=of_any)
    charged = setting.denied and reading.in_sentence(candidate.start, "charged")
    if events == [UNSPECIFIED] and setting.denied and (word or charged or is_doubted(candidate, reading)):
        word = "negated"
    out: Resolved = [
        (candidate, e, _word_for(word, e, reading, clock))
        for e in events
        if (
            e != UNSPECIFIED
            or candidate.start in reading.unlisted
            or candidate.start in reading.of_own_year
            or stands_alone(candidate, word, reading, clock)
        )
        and not is_late(candidate, e, reading, clock)
    ]
    if word == "hypothetical" and (asked := only_asked_for(candidate, out, reading, clock)):
        return asked
    if word == "negated" and (others := not_like(candidate, reading)):
        known = [e.id for land in others for e in pick(reading, land, clock, [], attempt=False)]
        # what is told of the article's own coup is how it differs
        out = [] if setting.fresh else [r for r in out if r[1] not in known]
        out += [(candidate, e, "historical") for e in known]
    if reading.eventful - {about}:
        out += [(candidate, e, "historical") for e in counted(candidate, reading, clock) if e not in events]
    return out


def _word(
    candidate: Candidate, setting: Setting, reading: Reading, clock: Clock, *, attempt: bool
) -> tuple[str | None, bool]:
    """What the words make of it, and whether that is said of any coup there may be and none that there was."""
    lands = {c for _, _, c in reading.countries_in(*reading.sentence(candidate.start))}
    anew = not setting.fresh.isdisjoint(lands)
    word = modifier(candidate, reading, happening=setting.happening, known=setting.about is not None, anew=anew)
    if word == "hypothetical" and _is_by_name(candidate, setting.fresh, reading):
        word = None
    # Any attempt to topple an elected government must be opposed, of which ours came in 2021: none that was.
    of_any = word == "hypothetical" and is_of_any(candidate, reading)
    if word == "future" or (word == "hypothetical" and attempt and not of_any):
        word = None if _is_of_the_past(candidate, reading, clock) else word
    return word, of_any or (word == "negated" and never_was(candidate, reading))


def _events(
    candidate: Candidate, word: str | None, setting: Setting, reading: Reading, clock: Clock,
    *, attempt: bool, of_any: bool,
) -> list[str]:
    """The coups that a mention can be of."""
    about, events = setting.about, [UNSPECIFIED]
    plotted = word is None and is_plot(candidate, reading)
    if not of_any:
        doubtful = plotted or _is_doubtful(candidate, word, setting, reading)
        events = resolve(candidate, reading, clock, about, attempt=attempt, doubtful=doubtful)
    if plotted and events == [UNSPECIFIED]:
        events = of_these_weeks(candidate, reading, clock, about) or events
    if word == "negated" and is_denied_elsewhere(candidate, events, reading):
        events = [UNSPECIFIED]
    if events == [UNSPECIFIED] and about and is_named_one(candidate, reading):
        events = setting.usual or events
    return events


def _is_doubtful(candidate: Candidate, word: str | None, setting: Setting, reading: Reading) -> bool:
    """May none be meant that there was?"""
    if word in ("hypothetical", "future"):
        return True
    if word == "negated" and not _own_story(reading, setting.about):
        return True
    # The army denies a coup within its ranks: none that was long ago is meant.
    if word == "negated" and not setting.fresh and not is_definite(candidate, reading):
        return True
    # After Mali and Niger, a new coup: the one of these days is meant.
    anew = setting.happening and candidate.rule != "junta" and said_before("again", candidate, reading)
    return anew and not _is_of_its_maker(candidate, reading)


def _is_feared_elsewhere(candidate: Candidate, reading: Reading, about: str) -> bool:
    """Does a headline tell a coup that is planned or feared where none was: Cameroon fears a coup, after Gabon's?"""
    head = head_end(reading)
    if candidate.rule not in ("coup", "maybe") or candidate.start >= head or not reading.title_end:
        return False
    lands = {c for _, _, c in reading.countries_in(0, candidate.start)}
    others = {c for _, _, c in reading.countries_in(0, head)} & {*reading.eventful, about}
    if not lands or others or is_definite(candidate, reading):
        return False
    return is_plot(candidate, reading) or modifier(candidate, reading) in ("hypothetical", "future")


def _tried_for(
    found: list[Candidate], usual: list[str], about: str | None, reading: Reading, clock: Clock
) -> str | None:
    """The coup that failed after the last which did not, where the lead dates it: no other is on trial below.

    Huit hommes sont jugés pour le putsch manqué de 2015. Elle avait aidé deux putschistes.
    """
    events = reading.crises.events
    if not usual or about is None or clock.fresh(events[usual[0]]):
        return None
    later = [e for e in clock.known.get(about, ()) if e.failed and e.date > events[usual[0]].date]
    if not later:
        return None
    lead = lead_end(reading)
    for candidate in found:
        if candidate.start < lead and candidate.rule == "coup" and is_attempt(candidate, reading):
            years = reading.years_in(*reading.sentence(candidate.start))
            if dated := [e.id for e in later if e.date.year in years]:
                return dated[-1]
    return None


def _is_of_its_maker(candidate: Candidate, reading: Reading) -> bool:
    """Does its sentence name who made or suffered a known one? The armed forces of Burhan stage a new coup."""
    start, end = reading.sentence(candidate.start)
    return any(start <= at < end for at in reading.linked)


def _is_by_name(candidate: Candidate, fresh: set[str], reading: Reading) -> bool:
    """Is it called by its country, which had one lately? What if the Niger coup had been elsewhere? انقلاب النيجر"""
    if candidate.rule not in ("coup", "maybe") or is_plural(candidate, reading):
        return False
    if reading.key[candidate.start] < ARABIC and reading.key[candidate.end - 1 : candidate.end] != b"n":
        return False
    behind = reading.countries_in(candidate.end, candidate.end + 3)
    return bool(behind) and behind[0][2] in fresh and not reading.key[candidate.end : behind[0][0]].strip()


def _is_of_the_past(candidate: Candidate, reading: Reading, clock: Clock) -> bool:
    """Is what somebody planned of an earlier year? In 1952 officers of Egypt were the first to plan a coup."""
    years = reading.years_in(*reading.sentence(candidate.start))
    return clock.published is not None and bool(years) and max(years) < clock.published.year


def _is_undated(candidate: Candidate, about: str | None, reading: Reading) -> bool:
    """Does neither a year nor another country make it another coup, and does it name the coup or its makers?

    Or is it called by what was done: the power grab lasted a week.
    """
    named = candidate.rule in ("coup", "maybe") or (candidate.rule == "seize" and is_definite(candidate, reading))
    if not named and not of_makers(candidate, reading):
        return False
    place = reading.sentence(candidate.start)
    return not reading.all_years_in(*place) and all(c == about for _, _, c in reading.countries_in(*place))


# So near before an attempt stands that it is the article's own.
THIS_ONE = 60


def _is_of_its_own_story(candidate: Candidate, reading: Reading, clock: Clock) -> bool:
    """Is an attempt that of the article, and no older one that failed?

    This was the third attempted coup against him. | In a text without a date, which names Bazoum, who made none: the
    coup failed Niger.
    """
    before = max(0, candidate.start - THIS_ONE)
    if reading.crises.joints.this_one.search(reading.key, before, candidate.start):
        return True
    if clock.published is not None or reading.years_in(*reading.sentence(candidate.start)):
        return False
    ids, made = reading.crises.ids, reading.crises.made
    rulers = (h for h in reading.names if h.use.entity in reading.crises.rulers and h.use.cls in ("name", "short"))
    return any(ids[hit.use.entity] not in made for hit in rulers)


def _word_for(word: str | None, event_id: str, reading: Reading, clock: Clock) -> str | None:
    """Fear and plans are of what has not happened: they could spread to a region that saw takeovers in Mali in 2020."""
    event = reading.crises.events.get(event_id)
    over = event is not None and not clock.happening(event)
    return None if over and word in ("hypothetical", "future") else word


def _own_story(reading: Reading, about: str | None) -> bool:
    """Is no country with coups of its own, however long ago, spoken of more than the one that the article is about?"""
    scores = weights(reading)
    own = scores[about] if about else 0
    return all(own * 1.5 >= score for c, score in scores.items() if c in reading.crises.by_country)
