"""Which coup a place of the text is about: by who is named, by the country it is tied to, by year and date."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_left
from collections.abc import Sequence

from schemas.cues import Event
from services.enrich.candidates import TELLING, Candidate
from services.enrich.clock import Clock
from services.enrich.fold import ARABIC_BYTE, fold_name
from services.enrich.reading import NameHit, Reading
from services.enrich.subject import core_places, head_end, lead_end, weights
from services.enrich.ties import (
    Tie,
    counted_from,
    counted_with,
    counts_two,
    enumerated_in_head,
    enumerated_next,
    is_plural,
    named_beside,
    nearest_countries,
    of_all_three,
    since_year,
    tied_countries,
    years_before,
    years_behind,
)
from services.enrich.unlisted import drives_out_a_ruler, judged_late

UNSPECIFIED = "unspecified"
YEAR = 366
# These say that there was a coup, and so cannot be of a country that had none.
OUTCOMES = frozenset({"junta", "ousted"})


def resolve(
    candidate: Candidate, reading: Reading, clock: Clock, subject: str | None, *, attempt: bool, doubtful: bool
) -> list[str]:
    """The events that a candidate stands for; several in "coups in Mali, Burkina Faso and Guinea".

    `attempt` prefers a failed one; a `doubtful` mention (feared, planned) is only of an event that is happening.
    """
    if candidate.event:
        return [candidate.event]
    found = _events_of(candidate, reading, clock, subject, attempt=attempt, doubtful=doubtful)
    new = attempt and _is_new(candidate, found, reading, clock)
    if new or (not doubtful and drives_out_a_ruler(candidate, found, reading, clock)):
        reading.unlisted.add(candidate.start)
        return [UNSPECIFIED]
    return found


def _events_of(
    candidate: Candidate, reading: Reading, clock: Clock, subject: str | None, *, attempt: bool, doubtful: bool
) -> list[str]:
    start, end = reading.sentence(candidate.start)
    plural = is_plural(candidate, reading)
    if not doubtful and not plural and (dated := _counted_back(reading, clock, start, end, subject)):
        return dated
    two = not doubtful and counts_two(candidate, reading, plural=plural)
    if subject and not doubtful and not plural and not two and _only_the_subject(reading, start, end, subject):
        one = told_apart(candidate, reading, clock, subject, attempt=attempt)
        one = one or (_attempt_of_year(candidate, reading, clock, subject) if attempt else None)
        one = one or _told_before(candidate, reading, clock, subject)
        known = [e.id for e in ([one] if one else pick(reading, subject, clock, [], attempt))]
        known = known or _years_ago(candidate, reading, clock, subject, doubtful=False, attempt=attempt)
        return known or [UNSPECIFIED]
    if not doubtful and (own := _of_whoever_made_it(candidate, reading, clock, start, end)):
        return own
    ties = tied_countries(candidate, reading, start, end)
    if two and len(ties) < 2:
        country = ties[0].country if ties else subject or _most_spoken_of(reading)
        if both := _last_two(country, clock, reading):
            return both
    untied = not ties and not plural and not doubtful
    if untied and reading.years_in(0, len(reading.key)):  # most texts name no year
        if dated := _of_nearest_year(candidate, reading, clock):
            return dated
        alone = all(c == subject or c not in reading.crises.by_country for _, _, c in reading.countries_in(start, end))
        if subject and alone and (before := _told_before(candidate, reading, clock, subject)):
            return [before.id]
    if two and ties and _EACH.match(reading.key, candidate.end):
        return [event for tie in ties for event in _last_two(tie.country, clock, reading)] or [UNSPECIFIED]
    if not ties and plural and of_all_three(reading, start, end):
        ties = enumerated_in_head(reading, head_end(reading))
    if not ties and plural:
        ties = nearest_countries(candidate, reading, start, end) or enumerated_next(reading, end)
        if not ties and not reading.countries_in(start, end):
            ties = enumerated_in_head(reading, head_end(reading))
    if not ties and not plural and not doubtful and subject:
        one = _of_day(candidate, reading, clock, subject, start, end)
        ties = [Tie(subject, [one.date.year])] if one else []
    several = bool(ties)
    if not ties:
        years = years_behind(candidate, reading, end)
        if years and not subject:
            subject = _most_spoken_of(reading)
        loose = _loose_countries(candidate, reading, start, end, subject, clock, bool(years))
        ties = [Tie(c, years) for c in loose]
    beside = [] if several or doubtful else named_beside(candidate, reading, end)
    found: list[str] = []
    for tie in ties:
        events = _dated(candidate, reading, clock, tie, start, attempt, plural, apart=not doubtful)
        if candidate.rule in OUTCOMES and not attempt:
            events = [e for e in events if not e.failed or of_makers(candidate, reading)]
        found += [e.id for e in events if not doubtful or tie.years or clock.happening(e)]
        if found and not several:
            break
    if found:
        found += [e.id for tie in beside for e in pick(reading, tie.country, clock, [], attempt=False)]
    if not found and subject and not doubtful and candidate.rule in OUTCOMES and not reading.years_in(start, end):
        # The Nigerian junta told US troops to go: it is Niger's, many write one adjective for both.
        found = [e.id for e in pick(reading, subject, clock, [], attempt)]
    found = found or _years_ago(candidate, reading, clock, subject, doubtful=doubtful, attempt=attempt)
    # also where it is of its own story: the attempted coup against Erdogan is on trial
    tried = not found and clock.published is None and candidate.rule in TELLING
    if tried and (attempt or reading.cues_in("attempt", candidate.start - TRIED, candidate.end + TRIED)):
        found = _the_one_that_failed(candidate, reading, start, end)
    if not found and not doubtful and not attempt and candidate.rule in TELLING:
        found = _of_its_people(reading, clock, start, end)
    return list(dict.fromkeys(found)) or [UNSPECIFIED]


_MAKERS = re.compile(
    rb"putsch|coup|golpist|mutin|plotter|" + fold_name("انقلاب") + rb"|" + fold_name("متمرد") + rb"|juyin mulki"
)


def of_makers(candidate: Candidate, reading: Reading) -> bool:
    """Does it name who made a coup, which may have failed, and not who rules by one? Les putschistes; not: la junte."""
    return candidate.rule == "junta" and bool(_MAKERS.search(reading.key, candidate.start, candidate.end))


# Two coups each in Mali and Burkina Faso
_EACH = re.compile(rb" (?:each|apiece)\b")
_HIMSELF = re.compile(
    rb"(?:^| )(?:himself|itself|lui meme|lui-meme|da kansa|shi kansa|" + fold_name("نفسه") + rb")(?: |$)"
)


def _of_whoever_made_it(candidate: Candidate, reading: Reading, clock: Clock, start: int, end: int) -> list[str]:
    """The coup that made someone named before it, where its year or "himself" says so.

    Chad's leader, Mahamat Deby, who himself came to power through the army in 2021, flew to Niamey.
    """
    if not reading.linked or candidate.rule not in TELLING:
        return []
    first = max(start, candidate.start - NEAR)
    at = bisect_left(reading.linked, first)
    if at == len(reading.linked) or reading.linked[at] >= candidate.start:
        return []
    before = [h for h in reading.names if first <= h.start < candidate.start]
    whose = reading.crises.unseated if _of_him(candidate, reading) else reading.crises.made
    for hit in reversed(before):
        made = whose.get(reading.crises.ids[hit.use.entity], frozenset())
        known = sorted((e for n in made if clock.has_seen(e := reading.crises.events[n])), key=lambda e: e.date)
        if known and hit.use.cls in ("name", "short"):
            years = set(reading.years_in(candidate.start - NEAR, min(end, candidate.end + BESIDE)))
            if years:
                return [e.id for e in known if e.date.year in years]
            return [known[-1].id] if _HIMSELF.search(reading.key, hit.end, candidate.end + 10) else []
    return []


def _of_its_people(reading: Reading, clock: Clock, start: int, end: int) -> list[str]:
    """The fresh coup whose people the text names, where the sentence names no country that had another.

    Why we must not fight our neighbour's war. What they did to Bazoum is wrong. It is one thing to condemn a coup …
    """
    for crisis in reading.crises.crises:
        event = reading.crises.events[crisis.event]
        named = (c for _, _, c in reading.countries_in(start, end) if c in reading.eventful)
        if clock.fresh(event) and core_places(reading, crisis) and all(c == crisis.country for c in named):
            return [event.id]
    return []


def _is_new(candidate: Candidate, found: list[str], reading: Reading, clock: Clock) -> bool:
    """Is an attempt one that is not known: the last is of years ago, and neither a date nor an article means that?

    Days after the junta foiled a coup attempt thousands marched for it; but: the coup attempt of 2021.
    """
    events = [reading.crises.events[e] for e in found if e in reading.crises.events]
    if not events or any((clock.age(e) or 0) <= YEAR for e in events):
        return False
    if any(_attempt_of_year(candidate, reading, clock, e.country) == e for e in events):
        return False
    start, end = reading.sentence(candidate.start)
    years = {*reading.years_in(start, end), *reading.years_in(0, lead_end(reading))}
    if judged_late(reading, clock):
        return False
    if any(e.date.year in years or clock.day_of(e) for e in events) or reading.years_back(start, end):
        return False
    # a month that dates the text itself, as its date line does, dates nothing else
    today = clock.published is not None and clock.published.year in reading.years_in(start, end)
    return (today or start not in reading.dating) and not is_definite(candidate, reading)


def _counted_back(reading: Reading, clock: Clock, start: int, end: int, subject: str | None) -> list[str]:
    """The coup of the year that the sentence counts back to: Mali, five years after the putsch."""
    if clock.published is None:
        return []
    meant = {clock.published.year - years for years in reading.years_back(start, end)}
    if not meant:
        return []
    named = [c for _, _, c in reading.countries_in(start, end)] or ([subject] if subject else [])
    events = (e for country in named for e in reading.crises.by_country.get(country, ()))
    found = [e.id for e in events if e.date.year in meant and not e.failed and clock.has_seen(e)]
    return found[-1:]


def _years_ago(
    candidate: Candidate, reading: Reading, clock: Clock, subject: str | None, *, doubtful: bool, attempt: bool
) -> list[str]:
    """Coups too old to be meant by their country alone, where the sentence counts the years or the lead names one.

    Or where the text is of its day: Turkey remembers the night of tanks, on 15 July.

    Five years after the coup in Mali. | Turkey recalls the attempted coup. What happened on 15 July 2016 must not …
    """
    if doubtful:
        return []
    start, end = reading.sentence(candidate.start)
    named = [c for _, _, c in reading.countries_in(start, end)] or ([subject] if subject else [])
    if clock.published is None:
        years = reading.years_in(start, end)
        told = (e for c in named for e in reading.crises.by_country.get(c, ()) if not e.failed)
        return [e.id for e in told if e.date.year in years][-1:]
    for country in named or list(weights(reading)):
        meant = {clock.published.year - years for years in reading.years_back(start, end)}
        meant = meant or set(reading.years_in(0, lead_end(reading)))
        events = (e for e in reading.crises.by_country.get(country, ()) if e.failed or not attempt)
        # an army chief, in Hausa a word for a junta too, is none of a coup whose day it happens to be
        day = candidate.rule not in OUTCOMES
        if found := [e.id for e in events if (e.date.year in meant or (day and clock.day_of(e))) and clock.has_seen(e)]:
            return found[-1:]
    return []


# So near a mention a word says that it was only tried.
TRIED = 16


def _the_one_that_failed(candidate: Candidate, reading: Reading, start: int, end: int) -> list[str]:
    """The failed coup of a country that has one, where a text without a date takes it for known or gives its month.

    Police stand trial for the failed coup in Turkey; but not: officers in Turkey plotted a coup attempt.
    """
    failed = [e for c in weights(reading) for e in reading.crises.by_country.get(c, ()) if e.failed]
    named = {c for _, _, c in reading.countries_in(start, end)} & {e.country for e in failed}
    failed = [e for e in failed if not named or e.country in named]
    years = {*reading.years_in(start, end), *reading.years_in(0, head_end(reading) + FIRST_LINES)}
    if len(failed) != 1 or (years and failed[0].date.year not in years):
        return []
    month = f"month-{failed[0].date.month:02}"
    known = is_definite(candidate, reading) or reading.key.find(_AL, candidate.start, candidate.end) >= 0
    known = known or (month in reading.cues and bool(reading.cues_in(month, start, end)))
    return [failed[0].id] if known else []


def counted(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The coups that one is counted with: a third one, after Mali's. They are background wherever they stand."""
    start, end = reading.sentence(candidate.start)
    ties = counted_with(candidate, reading, start, end)
    since = since_year(reading, start, end) if ties else None
    return [
        e.id
        for tie in ties
        for e in (_since(reading, tie.country, clock, since) or pick(reading, tie.country, clock, [], attempt=False))
    ]


def _since(reading: Reading, country: str, clock: Clock, year: int | None) -> list[Event]:
    """The coups of a country from a year on, attempts left out: those that "coups since 2020" means."""
    if year is None:
        return []
    events = reading.crises.by_country.get(country, ())
    return [e for e in events if e.date.year >= year and clock.has_seen(e) and not e.failed]


def _last_two(country: str | None, clock: Clock, reading: Reading) -> list[str]:
    """The last two coups of a country that did not fail, or none: Goïta a dirigé deux coups d'Etat en neuf mois."""
    events = reading.crises.by_country.get(country or "", ())
    two = [e.id for e in clock.recent_of(country or "", events) or events if not e.failed and clock.has_seen(e)][-2:]
    return two if len(two) == 2 else []


# So near a mention stands the year that dates it, before it too where nothing else says which coup is meant.
DATES = 60
BESIDE_YEAR = 8


def _of_nearest_year(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The coup of the year nearest to a mention that no country is tied to.

    La CPI recherche un ancien président centrafricain. Il avait pris la tête du pays en mars 2003 par un coup d'Etat.
    """
    if candidate.rule not in TELLING:
        return []
    start, end = reading.sentence(candidate.start)
    first, last = max(start, candidate.start - DATES), min(end, candidate.end + DATES)
    years = reading.years_in(candidate.end, candidate.end + BESIDE_YEAR)[:1]  # juyin mulkin 1985
    years = years or reading.years_in(first, candidate.start)[-1:] or reading.years_in(candidate.end, last)[:1]
    if not years:
        return []
    scores = weights(reading)
    inside = [c for _, _, c in reading.countries_in(start, end) if c in reading.crises.by_country]
    months = {m for m, role in _MONTHS if role in reading.cues and reading.cues_in(role, first, last)}
    spoken = sorted(scores, key=lambda c: -scores[c])
    # Depuis le putsch de juillet 2023 on passe par le Burkina Faso: month and year name another's.
    for countries in (inside, spoken) if inside and months else (inside or spoken,):
        events = [
            e
            for country in dict.fromkeys(countries)
            for e in reading.crises.by_country.get(country, ())
            if e.date.year == years[0] and clock.has_seen(e) and not e.failed
        ]
        if len(events) > 1 or countries is spoken:
            events = [e for e in events if e.date.month in months or not (months or len(events) > 1)]
        if len(events) == 1:
            return [events[0].id]
    return []


def other_years(usual: str, reading: Reading, clock: Clock) -> frozenset[int]:
    """The years of a country's other coups that a sentence before "the coup" may speak of, if its last is not news."""
    event = reading.crises.events[usual]
    if clock.fresh(event):
        return frozenset()
    return frozenset(e.date.year for e in reading.crises.by_country[event.country]) - {event.date.year}


def _told_before(candidate: Candidate, reading: Reading, clock: Clock, country: str) -> Event | None:
    """The coup of a year in the sentence before: Le 15 octobre 1987, on tira. Le coup d'Etat porta au pouvoir ..."""
    if candidate.rule not in ("coup", "maybe", "seize", "overthrow"):
        return None
    if candidate.rule in ("coup", "maybe") and not is_definite(candidate, reading):
        return None
    start, end = reading.sentence(candidate.start)
    named = {c for _, _, c in reading.countries_in(start, end)} & reading.crises.by_country.keys()
    if named and country not in named:
        return None  # The first was in August 2020. Then came Guinea, where Doumbouya toppled Condé.
    years = reading.years_in(reading.sentence(start - 1)[0], start) if start else []
    known = reading.crises.by_country.get(country, ())
    events = [e for e in known if years and e.date.year == years[-1] and not e.failed and clock.has_seen(e)]
    usual = pick(reading, country, clock, [], attempt=False)
    return None if len(events) != 1 or (usual and clock.fresh(usual[0])) else events[0]


def _most_spoken_of(reading: Reading) -> str | None:
    """The country with coups, however old, that the text speaks of most: the one that a dated coup is of."""
    scores = weights(reading)
    return max((c for c in scores if c in reading.crises.by_country), key=lambda c: scores[c], default=None)


def _only_the_subject(reading: Reading, start: int, end: int, subject: str) -> bool:
    """Does the sentence speak of no other country that ever had a coup, and of no year? Most do not."""
    if reading.years_in(start, end):
        return False
    return all(c == subject or c not in reading.crises.by_country for _, _, c in reading.countries_in(start, end))


def _dated(
    candidate: Candidate,
    reading: Reading,
    clock: Clock,
    tie: Tie,
    start: int,
    attempt: bool,
    plural: bool,
    *,
    apart: bool,
) -> list[Event]:
    """A year behind the mention binds; one before it may date what was told before, and so only prefers.

    A year without a coup dates something else: Bongo, whose ouster was announced today, came to power in 2009.
    """
    around = max(start, candidate.start - BESIDE), candidate.end + BESIDE
    dated = tie.years or ([] if plural else years_before(candidate, reading, start))
    if dated and not plural and start in reading.dating:
        seen = [e for e in reading.crises.by_country.get(tie.country, ()) if clock.has_seen(e) and e.date.year in dated]
        if len(seen) > 1 and (month := _of_month(reading, clock, seen, *around)):
            return [month]
    if tie.years:
        found = pick(reading, tie.country, clock, tie.years, attempt, plural)
        if not found and candidate.rule in OUTCOMES and clock.published and {*tie.years} == {clock.published.year}:
            # the juntas of Mali and Niger left on 29 January 2025: this year is not theirs
            return pick(reading, tie.country, clock, [], attempt)
        if not found and not plural and _BOUND.match(reading.key, candidate.end):
            return []  # the coup of 1990: none that is known
        named = None if found or plural else told_apart(candidate, reading, clock, tie.country, attempt=attempt)
        return [named] if named else found
    if attempt and (failed := _attempt_of_year(candidate, reading, clock, tie.country)):
        return [failed]
    if plural and not attempt and candidate.rule not in OUTCOMES:
        since = counted_from(candidate, reading, *reading.sentence(candidate.start))
        if several := _since(reading, tie.country, clock, since):
            return several
    one = told_apart(candidate, reading, clock, tie.country, attempt=attempt) if apart and not plural else None
    if one:
        return [one]
    before = years_before(candidate, reading, start)
    found = pick(reading, tie.country, clock, before, attempt) if before else []
    if not found and not plural and (only := _of_its_only_year(candidate, reading, clock, tie.country)):
        return [only]
    return found or pick(reading, tie.country, clock, [], attempt)


def _of_its_only_year(candidate: Candidate, reading: Reading, clock: Clock, country: str) -> Event | None:
    """The coup of the one year that its sentence names, where the last of the country is no news.

    On 20 March 2009 the union suspended Madagascar and called what there was a change of government by force.
    """
    if candidate.rule not in TELLING:
        return None
    years = set(reading.years_in(*reading.sentence(candidate.start)))
    events = [e for e in reading.crises.by_country.get(country, ()) if len(years) == 1 and e.date.year in years]
    usual = pick(reading, country, clock, [], attempt=False)
    if len(events) != 1 or events[0].failed or (usual and clock.fresh(usual[0])):
        return None
    return events[0] if clock.has_seen(events[0]) else None


# Right behind a mention, before its year.
_BOUND = re.compile(
    rb" (?:(?:of|in|de|du|en|a|na|"
    + b"|".join(map(fold_name, ("عام", "سنة", "في", "في عام")))
    + rb") )?(?:19|20)[0-9][0-9]"
)


def _attempt_of_year(candidate: Candidate, reading: Reading, clock: Clock, country: str) -> Event | None:
    """The failed coup of the only year in the sentence: On 7 January 2019 a group of soldiers tried to topple him.

    Else of whatever year the sentence before gives, below the lead of another coup of that country: He was elected in
    2021. Days before he took the oath, an attempted coup was stopped.
    """
    start, end = reading.sentence(candidate.start)
    failed = [e for e in reading.crises.by_country.get(country, ()) if e.failed and clock.has_seen(e)]
    if not failed:
        return None
    years = set(reading.years_in(start, end))
    if not years and start > head_end(reading) + FIRST_LINES:
        before = reading.sentence(start - 1)
        years = {y for y in reading.all_years_in(*before) if clock.published and y < clock.published.year}
    return next((e for e in failed if len(years) == 1 and e.date.year in years), None)


# A background paragraph does not stand in the first lines.
FIRST_LINES = 200
# Who drives out and who is driven out stands so near to the word for it.
NEAR = 80
TOLD_APART = TELLING | {"ousted", "junta"}
# Between a junta and who led it: the military regime led by General Bare Mainassara
_LED_BY = re.compile(rb"(?: (?:led|headed|run) by| of| under)(?: [a-z]+\.?){0,2} $")
# So near is the month that dates it.
BESIDE = 45


def told_apart(
    candidate: Candidate, reading: Reading, clock: Clock, country: str, *, attempt: bool
) -> Event | None:
    """Which of several coups of one country, by the month beside it, or by whom the text names there.

    Damiba was toppled (in September 2022), he who had toppled Kabore (that January).
    """
    if candidate.rule == "junta" and (led := _led_by(candidate, reading, clock, country)):
        return led
    makes = candidate.rule in TELLING or of_makers(candidate, reading)
    if not (makes or candidate.rule in TOLD_APART) or not (reading.linked or reading.dating):
        return None
    start, end = reading.sentence(candidate.start)
    if candidate.rule in TELLING and start in reading.dating:
        known = clock.recent_of(country, reading.crises.by_country.get(country, ()))
        recent = [e for e in known if e.failed or not attempt]
        # On September 21 forces blocked a bridge, and failed to seize power: an attempt may stand far from its month
        reach = end - start if attempt else BESIDE
        one = _of_month(reading, clock, recent, max(start, candidate.start - reach), min(end, candidate.end + reach))
        if one:
            return one
    if attempt or not reading.linked:
        return None
    start, end = max(start, candidate.start - NEAR), min(end, candidate.end + NEAR)
    # the officers who toppled Kaboré: whom a junta drove out stands behind it
    victims = candidate.rule == "junta" and not makes
    start = candidate.end if victims else start
    hits = [h for h in reading.names if start <= h.start < end and h.use.cls in ("name", "short")]
    for hit in sorted(hits, key=lambda h: abs(h.start - candidate.end)):
        name = reading.crises.ids[hit.use.entity]
        if victims and name not in reading.crises.unseated:
            continue
        if name in reading.present and (linked := _linked(hit, name, reading, candidate)):
            events = reading.crises.by_country.get(country, ())
            if candidate.rule in ("coup", "maybe") and (fresh := _fell_lately(name, events, reading, clock)):
                return fresh
            if own := [e for e in events if e.id in linked and clock.has_seen(e)]:
                return own[-1]
    return None


def _led_by(candidate: Candidate, reading: Reading, clock: Clock, country: str) -> Event | None:
    """The coup of whoever is said right behind to have led a junta."""
    if not reading.linked:
        return None
    near = (h for h in reading.names if candidate.end < h.start <= candidate.end + LED_BY)
    for hit in near:
        if _LED_BY.match(reading.key[candidate.end : hit.start]):
            made = reading.crises.made.get(reading.crises.ids[hit.use.entity], frozenset())
            own = [e for e in reading.crises.by_country.get(country, ()) if e.id in made and clock.has_seen(e)]
            if own:
                return own[-1]
    return None


# So near behind it stands his name.
LED_BY = 36


def _fell_lately(name: str, events: Sequence[Event], reading: Reading, clock: Clock) -> Event | None:
    """The coup of these weeks that drove someone out: Damiba flees after the coup (and not: after the one he made)."""
    fell = reading.crises.unseated.get(name, frozenset())
    return next((e for e in reversed(events) if e.id in fell and clock.fresh(e)), None)


def _linked(hit: NameHit, name: str, reading: Reading, candidate: Candidate) -> frozenset[str]:
    """The coups that drove a person out if the words around the name say so, else those that he made."""
    made, unseated = reading.crises.made.get(name, frozenset()), reading.crises.unseated.get(name, frozenset())
    first = max(reading.sentence(hit.start)[0], hit.start - NEAR)
    driven = any(reading.cues_in(role, first, hit.start) for role in DRIVING_OUT) or _suffers(hit, candidate, reading)
    return (unseated or made) if driven else (made or unseated)


# Before a verb what it says is done to whom the name before it means: Damiba est démis; Kaboré, renversé en janvier.
_PASSIVE = re.compile(rb"(?:, | (?:est|sont|etait|fut|ete|lui-meme|was|is|been|were|being) )$")
# So far behind a name such a verb stands.
PASSIVE = 24


def _suffers(hit: NameHit, candidate: Candidate, reading: Reading) -> bool:
    """Is it said of the name right before a verb of overthrow that it was done to him?

    In Arabic a pronoun behind the verb says so from farther off: داميبا، المقيم في توغو منذ الإطاحة به.
    """
    if candidate.rule != "overthrow" or hit.end >= candidate.start:
        return False
    if _of_him(candidate, reading):
        return True
    return candidate.start <= hit.end + PASSIVE and bool(_PASSIVE.search(reading.key, hit.end, candidate.start))


def _of_him(candidate: Candidate, reading: Reading) -> bool:
    """Is whom it was done to a pronoun at its end or behind it: الإطاحة به, أطيح بها?"""
    if _HIS.search(reading.key, max(0, candidate.end - 8), candidate.end):
        return True
    return bool(_HIM.search(reading.key, max(candidate.start, candidate.end - 4), candidate.end + 5))


# his removal: قبل عزله على يد الجيش
_HIS = re.compile(
    rb"(?:" + b"|".join(fold_name(w) for w in ("عزله", "خلعه", "إزاحته", "إقالته", "تنحيته", "إسقاطه")) + rb")$"
)
_HIM = re.compile(rb" (?:" + fold_name("به") + rb"|" + fold_name("بها") + rb")(?: |[,.;:)]|$)")


DRIVING_OUT = ("overthrow", "ousted", "hold")


_MONTHS = tuple((m, f"month-{m:02}") for m in range(1, 13))


def _of_month(reading: Reading, clock: Clock, seen: list[Event], start: int, end: int) -> Event | None:
    """The one event of the months, or of the last month or year, that the text names beside a mention."""
    years = set(reading.years_in(start, end))
    months = {m for m, role in _MONTHS if role in reading.cues and reading.cues_in(role, start, end)}
    day = clock.published
    if day and reading.cues_in("last-month", start, end):
        months.add((day.month - 2) % 12 + 1)
        years.add(day.year if day.month > 1 else day.year - 1)
    last = bool(day and reading.cues_in("last-year", start, end))
    if day and last:
        years.add(day.year - 1)
    # last year he led the coup against Keïta: no month is needed where that year had one only
    fits = [
        e
        for e in seen
        if (e.date.month in months or (last and not months)) and (not years or e.date.year in years)
    ]
    return fits[0] if len(fits) == 1 else None


def _of_day(
    candidate: Candidate, reading: Reading, clock: Clock, country: str, start: int, end: int
) -> Event | None:
    """The last coup of a country by the month beside the mention, whatever countries its sentence names.

    The regime that came out of the July 26 coup asked them to go, as had the rulers of Mali.
    """
    if candidate.rule not in TELLING or start not in reading.dating:
        return None
    known = [e for e in clock.recent_of(country, reading.crises.by_country.get(country, ())) if not e.failed]
    around = max(start, candidate.start - BESIDE), min(end, candidate.end + BESIDE)
    one = _of_month(reading, clock, known, *around)
    return one if one and known and one == known[-1] else None


_DEFINITE = re.compile(rb"(?:^| )(?:the|this|le|la|les|ce|cette|des|du|l|au|aux|that) $")


def _loose_countries(
    candidate: Candidate, reading: Reading, start: int, end: int, subject: str | None, clock: Clock, dated: bool
) -> list[str]:
    """Countries in the order in which a candidate that is tied to none may mean them.

    Mali warned against moving on the coup leaders (those of the article); but: officers toppled Guinea's president.
    """
    inside = sorted((abs(s - candidate.start), c) for s, _, c in reading.countries_in(start, end))
    others = {tie.country for tie in counted_with(candidate, reading, start, end)}
    near = [c for _, c in inside if c not in others]
    about = [subject] if subject else []
    if subject in near:
        return about + near
    definite = is_definite(candidate, reading)
    if definite and not dated and _fresher(about, near, reading, clock):
        return about + near
    if subject and any(clock.happening(e) for e in clock.recent_of(subject, ())):
        return near + about
    # Ghana: minister urges calm after talk of a coup. It is Ghana's, or nobody's.
    own = any(c in reading.crises.by_country for c in near)
    return near if own and not definite and candidate.rule in ("coup", "maybe") else near + about


def is_definite(candidate: Candidate, reading: Reading) -> bool:
    """The coup, les putschistes, الانقلاب, juyin mulkin: one that the reader knows of."""
    key = reading.key
    if candidate.rule in ("junta", "ousted", "junta-name") or _DEFINITE.search(
        key, max(0, candidate.start - 6), candidate.start
    ):
        return True
    if candidate.rule not in ("coup", "maybe"):
        return False  # the article on toppling is grammar: الإطاحة
    return key[candidate.start : candidate.start + 3].find(_AL) >= 0 or key[candidate.end - 1 : candidate.end] == b"n"


_AL = bytes(ARABIC_BYTE[c] for c in "ال")


def _fresher(about: list[str], near: list[str], reading: Reading, clock: Clock) -> bool:
    """Is the coup of the article's subject clearly later than that of the countries beside the mention?"""

    def latest(countries: list[str]) -> dt.date:
        return max((_latest(c, reading, clock) for c in countries), default=dt.date.min)

    return latest(near) == dt.date.min or latest(about) - latest(near) > dt.timedelta(days=120)


def _latest(country: str, reading: Reading, clock: Clock) -> dt.date:
    known = reading.latest.get(country)
    if known is None:
        events = clock.recent_of(country, reading.crises.by_country.get(country, ()))
        known = reading.latest[country] = max((e.date for e in events if not e.failed), default=dt.date.min)
    return known


def pick(
    reading: Reading, country: str, clock: Clock, years: list[int], attempt: bool, plural: bool = False
) -> list[Event]:
    """The events of a country that these years, or else the date of the text, mean."""
    events = reading.crises.by_country.get(country, ())
    if years:
        dated = {y: [e for e in events if e.date.year == y and clock.has_seen(e)] for y in dict.fromkeys(years)}
        if plural:  # two in Burkina Faso in 2022
            return [e for same in dated.values() for e in ([e for e in same if e.failed == attempt] or same)]
        return [_likeliest(same, clock, attempt) for same in dated.values() if same]
    seen = clock.recent_of(country, events)
    if clock.published is None and len(seen) > 1:
        seen = _by_their_people(seen, reading)
        if attempt and not seen[-1].failed and seen[-1].id in _of_people(reading):
            return seen[-1:]  # the attempt to topple Bazoum: that of which he is the victim
    # a failed coup of years ago is meant only where an attempt is told
    seen = [e for e in seen if attempt or not e.failed or (clock.age(e) or 0) < YEAR]
    return [_likeliest(seen, clock, attempt)] if seen else []


def _by_their_people(seen: list[Event], reading: Reading) -> list[Event]:
    """Those up to the last that the people of an undated text tell: officers hold Keita, and nobody names Bah Ndaw."""
    crises, named = reading.crises, _of_people(reading)
    last = max((n for n, e in enumerate(seen) if e.id in named), default=len(seen) - 1)
    known = {e for events in (*crises.made.values(), *crises.unseated.values()) for e in events}
    return seen[: last + 1] if all(e.failed or e.id in known for e in seen[last + 1 :]) else seen


def _of_people(reading: Reading) -> set[str]:
    """The coups whose makers or victims are named."""
    crises = reading.crises
    return {e for of in (crises.made, crises.unseated) for name in reading.present for e in of.get(name, ())}


# So long a coup that failed is told as if it had not.
FOILED = 3


def _likeliest(events: list[Event], clock: Clock, attempt: bool) -> Event:
    """The latest; an attempt only if the words say so or it is the freshest news."""
    fresh = [
        e
        for e in events
        if (age := clock.age(e)) is not None and -2 <= age <= 30 and (attempt or not e.failed or 0 <= age <= FOILED)
    ]
    if fresh:
        return fresh[-1]
    alike = [e for e in events if e.failed == attempt] or events
    return alike[-1]
