"""Coup mentions: one entry per event and status, each with the words that show it."""

from __future__ import annotations

import datetime as dt
import re

from schemas.normalized import NormalizedArticle
from services.enrich.acts import ARABIC, ruler_named
from services.enrich.beside import (
    Resolved,
    as_dated_by_its_people,
    as_told_beside,
    with_what_it_came_after,
    without_lone_sieges,
    without_loose_plurals,
)
from services.enrich.candidate import FIRST_DAYS, STRENGTH, Candidate
from services.enrich.candidates import candidates
from services.enrich.clock import Clock
from services.enrich.dates import attempt_of_year, counted, other_years
from services.enrich.definite import is_definite
from services.enrich.draft import Coup, Draft, Mention
from services.enrich.events import MANY, UNSPECIFIED, resolve
from services.enrich.headline import head_end, in_head, lead_end, weights
from services.enrich.likely import pick
from services.enrich.loose import is_denied_elsewhere, is_in_general, is_of_no_country
from services.enrich.modifiers import asked_for, is_named_one, is_of_any, modifier, never_was
from services.enrich.nearby import said_before
from services.enrich.people import of_a_former, of_makers
from services.enrich.plots import denied_in_opening, is_attempt, is_doubted, is_plot, is_plot_alone, is_this_one
from services.enrich.pronouns import of_him
from services.enrich.reading import Reading
from services.enrich.self_rule import without_self_coups
from services.enrich.status import coup_type, status
from services.enrich.subject import subject
from services.enrich.ties import is_of_a_region, is_plural, of_all_three
from services.enrich.told import (
    NEEDS_EVENT,
    central_events,
    drop_doubles,
    is_dated,
    is_meant_anew,
    newest_told,
    no_earlier,
)
from services.enrich.unlisted import drives_out_a_ruler, is_against_another, unlisted

# A text that is nothing but cues must end soon; no reader looks past so many.
MAX_CANDIDATES = 300


def step(article: NormalizedArticle, reading: Reading, tags: Draft) -> Draft:
    """Fill `coups`, and leave in the reading where each event is told."""
    if not (reading.tells or reading.countries):
        return tags
    clock = Clock.at(article.published.date() if article.published else None, reading.crises.clocks)
    spoken = {c for _, _, c in reading.countries}
    reading.eventful = {c for c in spoken if clock.recent_of(c, reading.crises.by_country.get(c, ()))}
    reading.fresh = {c for c in reading.eventful if any(clock.fresh(e) for e in clock.known[c] if not e.failed)}
    found = without_self_coups(candidates(reading)[:MAX_CANDIDATES], reading)
    if not found:
        return tags
    resolved = _resolved(found, reading, clock)
    reading.told = [(c.start, e) for c, e, word in resolved if e != UNSPECIFIED and word != "historical"]
    reading.passed = {e for _, e, word in resolved if word == "historical"}
    central = central_events(reading, clock)
    if clock.published is None:
        reading.no_earlier = no_earlier(resolved, reading)
    newest = newest_told(resolved, reading)
    groups: dict[tuple[str, str], list[Candidate]] = {}
    for candidate, event_id, word in resolved:
        event = reading.crises.events.get(event_id)
        state = word or status(candidate, event, reading, clock, central)
        if event and event.date < newest.get(event.country, event.date) and is_dated(candidate, event, reading, clock):
            state = word or "historical"
        groups.setdefault((event_id, state), []).append(candidate)
    if clock.published is None:
        _drop_undated_sieges(groups, reading)
    drop_doubles(groups, reading)
    tags.coups = [_tag(key, group, reading, clock) for key, group in groups.items()]
    for coup in tags.coups:
        if coup.event == UNSPECIFIED and coup.status == "asserted" and coup.type in ("realized", "attempted"):
            new = unlisted(groups[UNSPECIFIED, coup.status], reading, clock, attempt=coup.type == "attempted")
            if new is not None:
                coup.event, country = new
                foiled = coup.type == "attempted"
                tags.coups = [c for c in tags.coups if not is_meant_anew(c, country, groups, reading, foiled=foiled)]
            break
    return tags


def _drop_undated_sieges(groups: dict[tuple[str, str], list[Candidate]], reading: Reading) -> None:
    """Leave out what only tells who holds whom, in a text of any day and of a country that is not watched.

    Ships cannot leave the harbours that are sealed off. | The government sends soldiers to guard the nurses.
    """
    watched = {crisis.event for crisis in reading.crises.crises}
    for key in [k for k, group in groups.items() if k[0] not in watched and {c.rule for c in group} <= FIRST_DAYS]:
        if not any(c.start < lead_end(reading) for c in groups[key]):
            del groups[key]


def _resolved(found: list[Candidate], reading: Reading, clock: Clock) -> Resolved:
    tells = in_head(reading, "coup", "maybe", "attempt", "overthrow", "seize", "hold", "soft")
    # An envoy of Sierra Leone, where a coup failed last week, is no sign that it is the subject.
    fresh = {c for c in reading.eventful if any(clock.fresh(e) and (tells or not e.failed) for e in clock.known[c])}
    last = {c: max((e.date for e in clock.known[c] if not e.failed), default=dt.date.min) for c in reading.eventful}
    if clock.published is None:  # Benin, where one failed in some year, holds five men of Niger: it is of Niger's
        last = {c: day for c, day in last.items() if day > dt.date.min} or last
    about = subject(reading, last, fresh)
    out: Resolved = []
    happening = any(clock.happening(e) for c in fresh for e in clock.known[c])
    denied = in_head(reading, "denial") or denied_in_opening(found, reading)
    usual = [e.id for e in pick(reading, about, clock, [], attempt=False)] if about else []
    others = other_years(usual[0], reading, clock) if usual else frozenset()
    # Soldiers are held after the mutiny: that of these weeks, which failed, and not the coup of years ago.
    foiled = about is not None and any(e.failed and clock.fresh(e) for e in clock.known.get(about, ()))
    tries = foiled and any(c.rule in ("coup", "plot") and is_attempt(c, reading) for c in found)
    tried = _tried_for(found, usual, about, reading, clock)
    for candidate in found:
        if is_plot_alone(candidate, reading):
            planned = _foiled(about, clock)
            out.append((candidate, planned, "negated" if denied and planned == UNSPECIFIED else None))
            continue
        if is_in_general(candidate, reading) and (not fresh or modifier(candidate, reading) == "negated"):
            continue
        if not fresh and (is_of_a_region(candidate, reading) or is_of_no_country(candidate, reading, about)):
            feared = modifier(candidate, reading)
            out.append((candidate, UNSPECIFIED, feared or "historical"))
            continue
        if about and _is_feared_elsewhere(candidate, reading, about):
            out.append((candidate, UNSPECIFIED, modifier(candidate, reading)))
            continue
        plain = usual and not candidate.event and _is_plain(candidate, reading, about, others)
        mutiny = foiled and (candidate.rule == "soft" or (tries and of_makers(candidate, reading)))
        if tried and _is_undated(candidate, about, reading):
            out.append((candidate, tried, None))
            continue
        plain = plain and not (of_him(candidate, reading, clock) or of_a_former(candidate, reading, clock))
        plain = plain and not is_against_another(candidate, usual, reading)
        if plain and not mutiny and not drives_out_a_ruler(candidate, usual, reading, clock):
            if not _is_late(candidate, usual[0], reading, clock):
                out.append((candidate, usual[0], None))
            continue
        attempt = mutiny or (is_attempt(candidate, reading) and not _is_of_its_own_story(candidate, reading, clock))
        attempt = attempt and (mutiny or not is_this_one(candidate, reading, clock, about))
        word = modifier(candidate, reading, happening=happening, known=about is not None)
        if word == "hypothetical" and _is_by_name(candidate, fresh, reading):
            word = None
        # Any attempt to topple an elected government must be opposed, of which ours came in 2021: none that was.
        of_any = word == "hypothetical" and is_of_any(candidate, reading)
        if word == "future" or (word == "hypothetical" and attempt and not of_any):
            word = None if _is_of_the_past(candidate, reading, clock) else word
        doubtful = word in ("hypothetical", "future") or (word == "negated" and not _own_story(reading, about))
        plotted = word is None and is_plot(candidate, reading)
        # After Mali and Niger, a new coup: the one of these days is meant.
        anew = happening and said_before("again", candidate, reading)
        doubtful = doubtful or (anew and not _is_of_its_maker(candidate, reading))
        # The army denies a coup within its ranks: none that was long ago is meant.
        doubtful = doubtful or (word == "negated" and not fresh and not is_definite(candidate, reading))
        of_any = of_any or (word == "negated" and never_was(candidate, reading))
        events = [UNSPECIFIED]
        if not of_any:
            events = resolve(candidate, reading, clock, about, attempt=attempt, doubtful=doubtful or plotted)
        if plotted and events == [UNSPECIFIED]:
            events = _of_these_weeks(candidate, reading, clock, about) or events
        if word == "negated" and is_denied_elsewhere(candidate, events, reading):
            events = [UNSPECIFIED]
        if events == [UNSPECIFIED] and about and is_named_one(candidate, reading):
            events = usual or events
        charged = denied and reading.in_sentence(candidate.start, "charged")
        if events == [UNSPECIFIED] and denied and (word or charged or is_doubted(candidate, reading)):
            word = "negated"
        out += [
            (candidate, e, _word_for(word, e, reading, clock))
            for e in events
            if (
                e != UNSPECIFIED
                or candidate.start in reading.unlisted
                or _stands_alone(candidate, word, reading, clock)
            )
            and not _is_late(candidate, e, reading, clock)
        ]
        if reading.eventful - {about}:
            out += [(candidate, e, "historical") for e in counted(candidate, reading, clock) if e not in events]
    out = as_told_beside(as_dated_by_its_people(out, reading, clock), reading, clock)
    out = without_lone_sieges(without_loose_plurals(out, reading, clock), reading, clock)
    return with_what_it_came_after(out, reading, clock)


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
    """Does neither a year nor another country make it another coup, and does it name the coup or its makers?"""
    if candidate.rule not in ("coup", "maybe") and not of_makers(candidate, reading):
        return False
    place = reading.sentence(candidate.start)
    return not reading.all_years_in(*place) and all(c == about for _, _, c in reading.countries_in(*place))


def _foiled(about: str | None, clock: Clock) -> str:
    """The coup that a plot told by other words is of: one that failed in these weeks, if the article is of it."""
    failed = [e.id for e in clock.known.get(about or "", ()) if e.failed and clock.fresh(e)]
    return failed[-1] if failed else UNSPECIFIED


def _of_these_weeks(candidate: Candidate, reading: Reading, clock: Clock, about: str | None) -> list[str]:
    """The coup that was foiled these weeks, where a plot in its country is told: Togo hands over the plotter.

    Or in the one year that its sentence names: accused of a plot to topple Erdogan in July 2016.
    """
    spoken = {c for _, _, c in reading.countries_in(*reading.sentence(candidate.start))}
    dated = (attempt_of_year(candidate, reading, clock, c) for c in spoken or {about or ""})
    if of_year := [event.id for event in dated if event]:
        return of_year[:1]
    known = [e for c in spoken or {about or ""} for e in reading.crises.by_country.get(c, ())]
    weeks = [e.id for e in known if e.failed and clock.fresh(e)][-1:]
    if not weeks and candidate.rule in ("coup", "maybe") and is_definite(candidate, reading):
        years = reading.years_in(0, len(reading.key))  # held for having plotted the coup, which was in July 2016
        return [e.id for e in known if clock.recent(e) and e.date.year in years][-1:]
    return weeks


_THIS_ONE = re.compile(
    rb"(?:^|[ \x01\x02\"])(?:this|it|which|that|wednesday s|thursday s) (?:is|was|would be|would have been|marks|"
    rb"marked|became) (?:the|a|his|her|its|at least the|only the) (?:[a-z]+ )?(?:second|third|fourth|fifth|sixth|"
    rb"seventh|eighth|ninth|tenth|latest|[0-9]+ ?(?:th|rd|nd))(?: [a-z]+)? $"
)
THIS_ONE = 60


def _is_of_its_own_story(candidate: Candidate, reading: Reading, clock: Clock) -> bool:
    """Is an attempt that of the article, and no older one that failed?

    This was the third attempted coup against him. | In a text without a date, which names Bazoum, who made none: the
    coup failed Niger.
    """
    before = max(0, candidate.start - THIS_ONE)
    if _THIS_ONE.search(reading.key, before, candidate.start):
        return True
    if clock.published is not None or reading.years_in(*reading.sentence(candidate.start)):
        return False
    ids, made = reading.crises.ids, reading.crises.made
    rulers = (h for h in reading.names if h.use.entity in reading.crises.rulers and h.use.cls in ("name", "short"))
    return any(ids[hit.use.entity] not in made for hit in rulers)


def _stands_alone(candidate: Candidate, word: str | None, reading: Reading, clock: Clock) -> bool:
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


def _is_late(candidate: Candidate, event_id: str, reading: Reading, clock: Clock) -> bool:
    """Who holds whom, and where soldiers stand, tells a coup while it happens: later the army arrests a gang's leader.

    But not where a head of state is named: Bazoum is still held by his guard. Of a coup of decades ago nobody is held
    any more: a minister meets the anger of Nigerians, whose president is named beside him.
    """
    if candidate.rule not in FIRST_DAYS:
        return False
    event = reading.crises.events.get(event_id)
    if clock.published is None:
        # Without a date it may be of any day: gunmen hold a nurse, and a president is named.
        watched = any(crisis.event == event_id for crisis in reading.crises.crises)
        return not watched and not reading.has("coup", "maybe", "junta", "ousted", "overthrow", "seize", "soft")
    if ruler_named(reading, candidate.start) and (event is None or clock.recent(event)):
        return False
    if event is None or event.date.year in reading.years_in(*reading.sentence(candidate.start)):
        return event is None  # 26 July 2023: guards hold the president
    age = clock.age(event)
    return age is None or age > HAPPENING


HAPPENING = 10
# Words that make more of a mention than the plain fact of the article's own coup.
MODIFYING = ("negate", "negate-after", "hypothetical", "again", "future", "attempt", "plot")


def _is_plain(candidate: Candidate, reading: Reading, about: str | None, others: frozenset[int]) -> bool:
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
    if asked_for(candidate, reading):
        return False
    return not is_plural(candidate, reading)


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


def _tag(key: tuple[str, str], group: list[Candidate], reading: Reading, clock: Clock) -> Coup:
    event_id, state = key
    event = reading.crises.events.get(event_id)
    shown = max(group, key=lambda c: (STRENGTH[c.rule], -c.start))
    start, end = reading.folded.span(shown.start, shown.end)
    evidence = Mention(start, end, reading.text[start:end])
    return Coup(event_id, coup_type(group, event, state, reading, clock), state, evidence, shown.rule)
