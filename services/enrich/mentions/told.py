"""What the mentions of a text say together: the newest of a country, doubles of one another, what is central."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from schemas.crisis import Event
from services.enrich.about.another import opens_with_another
from services.enrich.about.core import core_places
from services.enrich.about.subject import act_of_state, acts_in_head, is_about, is_digest
from services.enrich.draft import Coup
from services.enrich.find.plots import is_attempt, is_doubted, is_plot
from services.enrich.mentions.modifiers import asked_for
from services.enrich.mentions.occasions import asked_about, is_on_coups, occasions
from services.enrich.mentions.own_items import dealt_with, of_today
from services.enrich.read.candidate import FIRST_DAYS, TELLING, Candidate
from services.enrich.read.clock import YEAR, Clock
from services.enrich.read.definite import is_definite
from services.enrich.read.headline import country_in_head, head_end, in_head, lead_end, newer_in_head, opening, weights
from services.enrich.read.reading import Reading
from services.enrich.read.sections import listed_by_country
from services.enrich.which.events import UNSPECIFIED
from services.enrich.which.plural import is_plural

# Without an event of their own these say nothing: every country has had soldiers in power at some time.
NEEDS_EVENT = frozenset({"ousted", "junta", "overthrow", "seize", "hold", "soft"})


def is_meant_anew(
    coup: Coup, country: str, groups: dict[tuple[str, str], list[Candidate]], reading: Reading, *, foiled: bool
) -> bool:
    """Is an old coup of the country of a new one named without a sign of its time? Mali coup: officers oust Goita.

    Where the new one was `foiled`, the junta is that which foiled it.
    """
    event = reading.crises.events.get(coup.event)
    if event is None or event.country != country or coup.status != "historical":
        return False
    group = groups[coup.event, coup.status]
    if foiled and any(c.rule in ("junta", "junta-name") for c in group):
        return False
    places = (reading.sentence(c.start) for c in group)
    return not any(reading.years_in(*place) or reading.years_back(*place) for place in places)


def newest_told(resolved: list[tuple[Candidate, str, str | None]], reading: Reading) -> dict[str, dt.date]:
    """Per country the day of the last coup that is told.

    Four officers are held after a failed coup. The captain had come to power in a putsch in September 2022.
    """
    out: dict[str, dt.date] = {}
    for candidate, event_id, word in resolved:
        event = reading.crises.events.get(event_id)
        if event and word is None and candidate.rule in TELLING:
            out[event.country] = max(event.date, out.get(event.country, event.date))
    return out


def is_dated(candidate: Candidate, event: Event, reading: Reading, clock: Clock) -> bool:
    """Is a mention given an earlier year of its own? What readers must be told the year of is not today's news."""
    if candidate.rule not in TELLING and clock.published is None:
        return False
    if clock.published is None:
        return event.date.year in reading.years_in(*reading.sentence(candidate.start))
    if event.date.year >= clock.published.year:
        return False
    if event.date.year == clock.published.year - 1 and reading.in_sentence(candidate.start, "last-year"):
        return True
    return event.date.year in reading.years_in(*reading.sentence(candidate.start))


def _were_tried(candidate: Candidate, reading: Reading) -> bool:
    """Are several attempts told for which somebody is held or tried: soldiers tried over coup attempts of the 2010s?"""
    tried = is_attempt(candidate, reading) and is_plural(candidate, reading)
    return tried and reading.in_sentence(candidate.start, "charged")


def is_his_rise(candidate: Candidate, event: Event, newest: dt.date, reading: Reading) -> bool:
    """Is an older coup than the one told only how somebody rose: he came to power in a putsch eleven months ago?"""
    if candidate.rule not in TELLING or (newest - event.date).days < YEAR // 2:
        return False
    first = reading.sentence(candidate.start)[0]
    return bool(reading.crises.times.rose.search(reading.key, max(0, first - 1), candidate.end))


def drop_doubles(groups: dict[tuple[str, str], list[Candidate]], reading: Reading) -> None:
    """Leave out what a reader would not list beside the rest.

    A coup of no known country beside known ones; "if confirmed, it would be ..." of one that is told as fact.
    But not a plot or an attempt against those that a coup brought to power: that is an event of its own.
    """
    own = groups.get((UNSPECIFIED, "asserted"), ())
    # Posts say that the army toppled him. | No, there was no coup in Ivory Coast.
    # "Un coup est en cours", claim posts whose headline says that it is false.
    denied = groups.get((UNSPECIFIED, "negated"), ())
    in_headline = any(c.start < head_end(reading) for c in denied)
    # "No proof of a coup": what posts claim is told below
    named = all(c.rule in ("coup", "maybe") for c in own)
    by_headline = in_headline and (in_head(reading, "denial") or named)
    if own and denied and (by_headline or {c.rule for c in own} <= NEEDS_EVENT):
        del groups[UNSPECIFIED, "asserted"]
        own = ()
    known = bool({event for event, _ in groups} - {UNSPECIFIED})
    if any(_is_its_own(c, reading, known=known) for c in own):
        # He says that an attempt was foiled and many are held: nobody holds him, as in the coup that he made.
        for key in [k for k, group in groups.items() if {c.rule for c in group} == {"hold"}]:
            del groups[key]
        # held over a plan: that they planned is told already, and that it was feared
        groups.pop((UNSPECIFIED, "future"), None)
        groups.pop((UNSPECIFIED, "hypothetical"), None)
        # and that the region has seen others
        if all(is_plural(c, reading) for c in groups.get((UNSPECIFIED, "historical"), ())):
            groups.pop((UNSPECIFIED, "historical"), None)
        _drop_shades(groups, reading)
        return
    events = {event for event, _ in groups}
    if events != {UNSPECIFIED}:
        groups.pop((UNSPECIFIED, "asserted"), None)
        old = groups.get((UNSPECIFIED, "historical"), ())
        # those of its past are told of Niger beside the coup of these weeks
        # freed: who plotted earlier coups, or was tried for attempts
        past = any(c.start in reading.bygone or is_plot(c, reading) or _were_tried(c, reading) for c in old)
        if not _is_headline(old, reading) and not past:
            groups.pop((UNSPECIFIED, "historical"), None)
    # The headquarters deny it. What they deny is told below, as reports on a plot.
    if in_head(reading, "denial") and (UNSPECIFIED, "negated") in groups:
        for state in ("asserted", "historical"):
            if all(is_doubted(c, reading) for c in groups.get((UNSPECIFIED, state), ())):
                groups.pop((UNSPECIFIED, state), None)
    # Is it true that there was a coup? It is denied: who asks says no more than that.
    if (UNSPECIFIED, "negated") in groups:
        groups.pop((UNSPECIFIED, "hypothetical"), None)
    # "whoever wants soldiers to take over" beside a coup that is denied in so many words
    for key in [k for k, group in groups.items() if k[0] == UNSPECIFIED and {c.rule for c in group} <= NEEDS_EVENT]:
        asked = key[1] == "hypothetical" and any(asked_for(c, reading) for c in groups[key])
        if len(groups) > 1 and not asked and not (key[1] == "negated" and in_head(reading, "denial")):
            del groups[key]
    _drop_asides(groups, reading)
    _drop_shades(groups, reading)


def _drop_shades(groups: dict[tuple[str, str], list[Candidate]], reading: Reading) -> None:
    """Leave out how else a known coup is spoken of that is told as a fact.

    But not what is feared where only a siege is: troops surround the palace, and there are fears that they seize power.
    Nothing more where that is only called a coup: guards hold the president, and a coup would end years of democracy.
    """
    for event in {event for event, state in groups if state == "asserted"} - {UNSPECIFIED}:
        besieged = {c.rule for c in groups[event, "asserted"]} <= FIRST_DAYS
        feared = any(_is_feared_beside(c, reading) for c in groups.get((event, "hypothetical"), ()))
        unclear = any(c.start in reading.unclear for c in groups.get((event, "hypothetical"), ()))
        kept = unclear or (besieged and feared)
        for state in ("future", "historical") if kept else ("hypothetical", "future", "historical"):
            groups.pop((event, state), None)


def _is_feared_beside(candidate: Candidate, reading: Reading) -> bool:
    """Is it feared that power is seized, or below the headline a coup? The standoff raised fears of a coup."""
    if candidate.rule in ("seize", "overthrow") or candidate.start < reading.title_end:
        return candidate.rule in ("seize", "overthrow")
    before = max(0, candidate.start - FEARED)
    return bool(reading.crises.phrases.fears.search(reading.key, before, candidate.start))


# So near before a coup stands that it is feared.
FEARED = 20


def _is_its_own(candidate: Candidate, reading: Reading, *, known: bool) -> bool:
    """Is a coup of no known name one beside those that are? But not "the coup" that somebody plotted."""
    if candidate.start in reading.unlisted:
        return True
    if is_plot(candidate, reading):
        return not (known and is_definite(candidate, reading))
    return _is_of_country(candidate, reading)


def _is_headline(group: Collection[Candidate], reading: Reading) -> bool:
    """Is the headline of an old attempt that is no known one? Ghana: six are sentenced for the attempt of 2021."""
    head = head_end(reading)
    return any(c.start < head and is_attempt(c, reading) and not is_plural(c, reading) for c in group)


def _drop_asides(groups: dict[tuple[str, str], list[Candidate]], reading: Reading) -> None:
    """Leave out what an article on a coup says of coups that may come, unless its headline does.

    It had never threatened force against a takeover; how could one plan a coup on oneself?
    """
    head = head_end(reading) if reading.title_end else reading.sentence(0)[1]
    planned = groups.get((UNSPECIFIED, "future"), ())
    if planned and len(groups) > 1 and all(c.rule == "coup" and is_definite(c, reading) for c in planned):
        del groups[UNSPECIFIED, "future"]  # "the coup" that they planned is one that is told
    # also on the trial of one that is long past
    told = (s == "asserted" or any(c.start < head for c in g) for (e, s), g in groups.items() if e != UNSPECIFIED)
    if not any(told):
        return
    firm = (group for (event, state), group in groups.items() if event != UNSPECIFIED and state == "asserted")
    beside = {reading.sentence(c.start)[0] for group in firm for c in group}
    for state in ("hypothetical", "future"):
        # whoever condemns "any effort to seize power" after the coup that toppled him speaks of that
        group = groups.get((UNSPECIFIED, state), ())
        asides = (c for c in group if reading.sentence(c.start)[0] not in beside)
        if all(c.start >= head for c in asides) and not any(_is_feared_at_home(c, reading) for c in group):
            groups.pop((UNSPECIFIED, state), None)


def _is_feared_at_home(candidate: Candidate, reading: Reading) -> bool:
    """Do others fear one for themselves? The risk of a coup is real, and they dread one in their own countries."""
    if candidate.rule not in ("coup", "maybe", "seize", "overthrow"):
        return False
    return bool(reading.crises.phrases.own_country.search(reading.key, *reading.sentence(candidate.start)))


def _is_of_country(candidate: Candidate, reading: Reading) -> bool:
    """Is an attempt told in a sentence that names a country with coups?"""
    if candidate.rule != "coup" or not is_attempt(candidate, reading) or is_plural(candidate, reading):
        return False
    return any(c in reading.crises.by_country for _, _, c in reading.countries_in(*reading.sentence(candidate.start)))


def central_events(reading: Reading, clock: Clock) -> set[str]:
    """Events that are the subject of the article; in a digest all are items of their own."""
    events = {event for _, event in reading.told}
    if is_digest(reading):
        return events
    watched = {c.event: core_places(reading, c) for c in reading.crises.crises}
    about = {
        event
        for event in events
        if is_about(reading, event, reading.crises.events[event].country, reading.told, watched.get(event))
    }
    for crisis in reading.crises.crises:
        if crisis.event in events and crisis.event not in about and act_of_state(crisis, reading):
            about.add(crisis.event)
    known = reading.crises.events
    about = _of_these_weeks(about, reading, clock)
    # A coup stays current for twelve months, however late it is named, where another of its country is the subject.
    countries = {known[event].country for event in about}
    # The bloc punishes Mali's rulers: within the year what is done to them is of the coup that made them.
    acts = acts_in_head(reading) and not in_head(reading, "anniversary", "explainer", "question", "opinion")
    acts = acts and not any(clock.fresh(known[e]) for e in about)
    recent = {e for e in events if clock.fresh(known[e]) or (acts and _is_last_of_year(e, events, reading, clock))}
    happening = [e for e in recent if clock.happening(known[e])]
    countries |= {known[e].country for e in happening if _opens_with(e, reading) or _maker_in_head(e, reading)}
    countries |= {known[e].country for e in recent if _is_of_days(known[e].country, reading)}
    listed = listed_by_country(reading) | dealt_with(events, reading, clock) | of_today(events, reading, clock)
    countries |= _items(reading) | listed | _in_general(events, reading, clock)
    central = {event for event in events if known[event].country in countries}
    fresh = {known[e].country for e in central if clock.fresh(known[e]) and country_in_head(reading, known[e].country)}
    # in a list by country each is an item of its own, whatever was told on top
    central = {
        e for e in central if known[e].country in listed or not opens_with_another(reading, e, _places(e, reading))
    }
    # Burkina Faso's rulers will defend Niger's: beside the coup of these weeks theirs is background.
    central = {e for e in central if not fresh or known[e].country in fresh | listed or clock.fresh(known[e])}
    if is_on_coups(reading) or all(clock.over_a_year_after(known[e]) for e in central):
        central |= occasions(events, reading, clock)
    return central | asked_about(events, reading, clock)


def _places(event: str, reading: Reading) -> list[int]:
    """Where a coup is told or its country is named."""
    country = reading.crises.events[event].country
    return [s for s, e in reading.told if e == event] + [s for s, _, c in reading.countries if c == country]


def _of_these_weeks(about: set[str], reading: Reading, clock: Clock) -> set[str]:
    """Beside a coup of these weeks an older one of another country is no subject, unless the headline tells it.

    Burkina and Mali warn against going into Niger. … The rulers there came to power in coups themselves.
    """
    known = reading.crises.events
    fresh = {event for event in about if clock.fresh(known[event])}
    if not fresh:
        return about
    countries = {known[event].country for event in fresh}
    countries |= {known[event].country for at, event in reading.told if at < reading.title_end}
    return {event for event in about if known[event].country in countries}


def _in_general(events: Collection[str], reading: Reading, clock: Clock) -> set[str]:
    """Countries of the fresh coups in the lead below a headline on coups that names none: the bloc meets on coups."""
    head, lead = head_end(reading), lead_end(reading)
    if not in_head(reading, "coup") or in_head(reading, "hypothetical", "question"):
        return set()
    if any(s < head and c in reading.eventful for s, _, c in reading.countries):
        return set()
    known = reading.crises.events
    fresh = {event for event in events if clock.fresh(known[event])}
    several = any(is_plural(Candidate(h.start, h.end, "coup"), reading) for h in reading.cue("coup") if h.start < head)
    if not several:  # Coup in this country, days after that of Bissau: one is the news
        fresh = {event for event in fresh if clock.happening(known[event])} or fresh
    return {known[event].country for at, event in reading.told if event in fresh and head <= at < lead}


def _maker_in_head(event: str, reading: Reading) -> bool:
    """Does the headline name who made it? Colonel Randrianirina, from prison to the palace."""
    if not reading.linked:
        return False
    head, crises = head_end(reading), reading.crises
    return any(event in crises.made.get(crises.ids[h.use.entity], ()) for h in reading.names if h.start < head)


def _opens_with(event: str, reading: Reading) -> bool:
    """Does the first sentence tell it, below a headline of no other country, and is none with coups named more?"""
    head, country = head_end(reading), reading.crises.events[event].country
    start, end = opening(reading, head)
    if in_head(reading, "apart", "effect", "toll", "idiom") or any(s < head for s, _, _ in reading.countries):
        return False
    scores = weights(reading)
    return any(start <= s < end for s, e in reading.told if e == event) and all(
        scores[country] >= scores[c] for c in reading.eventful
    )


def _is_last_of_year(event: str, told: set[str], reading: Reading, clock: Clock) -> bool:
    """Is a coup less than a year old, and none told that came after it: not the one whose junta foils a plot today?"""
    known = reading.crises.events
    own = known[event]
    later = (known[e] for e in told if known[e].country == own.country)
    return 0 <= (clock.age(own) or -1) <= YEAR and all(other.date <= own.date for other in later)


def _is_of_days(country: str, reading: Reading) -> bool:
    """Is a headline of the weeks after a coup of its country, whatever it tells? Burkina has a new president."""
    if not country_in_head(reading, country) or in_head(reading, "apart", "digest", "effect", "toll", "idiom"):
        return False
    if newer_in_head(reading, country):
        return False
    scores = weights(reading)
    return all(scores[country] >= scores[c] for c in reading.eventful) and not reading.has("notcoup")


# From so many on a text is on several coups, and not on one that it compares with others.
SEVERAL = 3


def _items(reading: Reading) -> set[str]:
    """The countries whose coups are items of their own below a headline on coups that names no country.

    Eight coups in five years. | 1. Mali: soldiers toppled … | 2. Niger: on 26 July …; but not who is only counted with.
    """
    head = head_end(reading)
    driven = in_head(reading, "overthrow") and in_head(reading, "soldiers")
    if not driven and not in_head(reading, "coup", "maybe", "junta"):
        return set()
    if any(s < head and c in reading.crises.by_country for s, _, c in reading.countries):
        return set()
    own: set[str] = set()
    for at, event in reading.told:
        country = reading.crises.events[event].country
        if all(c == country for _, _, c in reading.countries_in(*reading.sentence(at))):
            own.add(country)
    return own if len(own) >= SEVERAL else set()
