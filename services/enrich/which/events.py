"""Which coup a place of the text is about: by who is named, by the country it is tied to, by year and date."""

from __future__ import annotations

from schemas.crisis import Event
from services.enrich.read.candidate import TELLING, Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.definite import is_definite, is_that
from services.enrich.read.headline import head_end, weights
from services.enrich.read.reading import Reading
from services.enrich.which import aimed, reckoned
from services.enrich.which.anew import is_aside, is_new, is_of_another_year
from services.enrich.which.answers import of_an_answer
from services.enrich.which.dates import (
    BESIDE,
    OUTCOMES,
    counted_back,
    counted_since,
    in_order,
    in_turn,
    last_of_several,
    last_two,
    of_day,
    of_day_elsewhere,
    of_its_only_year,
    of_month,
    of_nearest_year,
    of_the_month_told,
    years_ago,
)
from services.enrich.which.days import of_its_day
from services.enrich.which.deaths import of_a_death
from services.enrich.which.failed import TRIED, attempt_of_year, the_one_that_failed
from services.enrich.which.likely import last_before, pick
from services.enrich.which.loose import loose_countries
from services.enrich.which.numbered import is_what_was_told
from services.enrich.which.own_year import of_own_year
from services.enrich.which.pairs import each_its_year, of_these_two
from services.enrich.which.people import (
    is_against_a_stranger,
    is_fall_of_a_maker,
    of_a_former,
    of_both_sides,
    of_its_leader,
    of_its_people,
    of_makers,
    of_the_doer_behind,
    of_whoever_made_it,
    told_apart,
    whose_victim,
)
from services.enrich.which.plural import counts_two, is_plural, twice_in
from services.enrich.which.pronouns import of_him, of_those_before, that_raised_its_maker
from services.enrich.which.ties import (
    Tie,
    dated_row,
    enumerated_above,
    enumerated_in_head,
    enumerated_next,
    named_beside,
    nearest_countries,
    of_all_three,
    of_these_states,
    the_three_named,
    tied_countries,
)
from services.enrich.which.titles import of_the_titled
from services.enrich.which.unlisted import drives_out_a_ruler, is_against_another
from services.enrich.which.years import counted_from, years_before, years_behind

UNSPECIFIED = "unspecified"


def resolve(
    candidate: Candidate, reading: Reading, clock: Clock, subject: str | None, *, attempt: bool, doubtful: bool
) -> list[str]:
    """The events that a candidate stands for; several in "coups in Mali, Burkina Faso and Guinea".

    `attempt` prefers a failed one; a `doubtful` mention (feared, planned) is only of an event that is happening.
    """
    if candidate.event:
        # Mali's council of 2020 had the same four letters
        return [candidate.event] if clock.has_seen(reading.crises.events[candidate.event]) else []
    found = _events_of(candidate, reading, clock, subject, attempt=attempt, doubtful=doubtful)
    if not doubtful and (unknown := of_own_year(candidate, found, reading, clock, subject, attempt=attempt)):
        reading.of_own_year[candidate.start] = unknown
        return [UNSPECIFIED]
    if attempt and not doubtful and is_of_another_year(candidate, found, reading):
        return [UNSPECIFIED]
    if is_against_a_stranger(candidate, found, reading) or is_fall_of_a_maker(candidate, reading):
        return [UNSPECIFIED]
    new = attempt and is_new(candidate, found, reading, clock) and not is_aside(candidate, found, reading, subject)
    if is_against_another(candidate, found, reading):
        return [UNSPECIFIED]
    # أطاح تراوري برفيقه داميبا: who rules now may stand behind the verb that he did
    own = of_both_sides(candidate, reading, clock)
    if new or (not doubtful and not own and drives_out_a_ruler(candidate, found, reading, clock)):
        reading.unlisted.add(candidate.start)
        return [UNSPECIFIED]
    return found


def _events_of(
    candidate: Candidate, reading: Reading, clock: Clock, subject: str | None, *, attempt: bool, doubtful: bool
) -> list[str]:
    start, end = reading.sentence(candidate.start)
    plural = is_plural(candidate, reading)
    if attempt and not doubtful and (own_try := aimed.of_its_people(candidate, reading, clock)):
        return own_try
    certain = not doubtful and not attempt
    if not doubtful and (dated := of_its_day(candidate, reading, clock)):
        return dated
    if certain:
        if subject and is_that(candidate, reading) and (told := _told_before(candidate, reading, clock, subject)):
            return [told.id]
        if sides := of_both_sides(candidate, reading, clock):
            return sides[:1]
        his = of_a_death(candidate, reading, clock) or of_an_answer(candidate, reading, clock)
        his = his or whose_victim(candidate, reading, clock)
        his = his or of_the_doer_behind(candidate, reading, clock)
        his = his or of_its_leader(candidate, reading, clock) or of_him(candidate, reading, clock)
        his = his or of_a_former(candidate, reading, clock) or of_the_titled(candidate, reading, clock)
        if his := his or reckoned.of_a_year_before(candidate, reading, clock, subject):
            beside = named_beside(candidate, reading, end)  # they toppled Bongo, as was done in Niger
            return [*his, *(e.id for tie in beside for e in pick(reading, tie.country, clock, [], attempt=False))]
    dated = [] if doubtful or plural else counted_back(reading, clock, start, end, subject)
    # in 2013 by a coup, and has had ties with the rulers there since one was toppled three years ago
    if dated and not reading.years_in(max(start, candidate.start - BESIDE), candidate.start):
        return dated
    if plural and not doubtful and candidate.rule in ("coup", "maybe"):
        lands = reading.crises.by_country
        spoken = [c for _, _, c in reversed(reading.countries_in(start, candidate.end)) if c in lands]
        if last := last_of_several(candidate, reading, clock, spoken or ([subject] if subject else [])):
            return last
    two = not doubtful and counts_two(candidate, reading, plural=plural)
    three = (plural or candidate.rule == "seize") and len(reading.eventful) > MANY and of_all_three(reading, start, end)
    alone = not doubtful and not plural and not two and not three
    if subject and alone and _only_the_subject(reading, start, end, subject):
        one = told_apart(candidate, reading, clock, subject, attempt=attempt)
        one = one or (attempt_of_year(candidate, reading, clock, subject) if attempt else None)
        one = one or _told_before(candidate, reading, clock, subject)
        known = [e.id for e in ([one] if one else pick(reading, subject, clock, [], attempt))]
        known = known or years_ago(candidate, reading, clock, subject, doubtful=False, attempt=attempt)
        return known or [UNSPECIFIED]
    if not doubtful and (own := of_whoever_made_it(candidate, reading, clock, start, end)):
        return own
    ties = each_its_year(tied_countries(candidate, reading, start, end), reading)
    ties = ties or (dated_row(reading, start, end) if certain else [])
    if two and len(ties) < 2:
        country = ties[0].country if ties else twice_in(candidate, reading) or _of_two(candidate, reading, start)
        country = country or subject or _most_spoken_of(reading)
        if both := last_two(country, clock, reading):
            return both
    if len(ties) > MANY and not plural and candidate.rule == "coup" and counted_from(candidate, reading, start, end):
        plural = True  # tun shekarar 2020, inda aka yi juyin mulki a Mali, Burkina Faso da Nijar: Hausa has no plural
    untied = not ties and not plural and not doubtful
    if untied and reading.years_in(0, len(reading.key)):  # most texts name no year
        if dated := of_nearest_year(candidate, reading, clock, tried=attempt):
            return dated
        alone = all(c == subject or c not in reading.crises.by_country for _, _, c in reading.countries_in(start, end))
        if subject and alone and (before := _told_before(candidate, reading, clock, subject)):
            return [before.id]
    if two and ties and reading.crises.joints.each.match(reading.key, candidate.end):
        return [event for tie in ties for event in last_two(tie.country, clock, reading)] or [UNSPECIFIED]
    if not ties and plural:
        ties = of_those_before(candidate, reading, start) or of_these_two(candidate, reading, start, end)
        ties = ties or of_these_states(candidate, reading, start, end)
    if not ties and three:
        ties = the_three_named(reading, start) or enumerated_in_head(reading, head_end(reading))
        ties = ties or enumerated_above(reading, start)
    if not ties and plural:
        ties = nearest_countries(candidate, reading, start, end) or enumerated_next(reading, end)
        if not ties and not any(c in reading.crises.by_country for _, _, c in reading.countries_in(start, end)):
            ties = enumerated_in_head(reading, head_end(reading))
    if not ties and not plural and not doubtful and subject:
        one = of_day(candidate, reading, clock, subject, start, end)
        one = one or of_day_elsewhere(candidate, reading, clock, subject, start, end)
        ties = [Tie(one.country, [one.date.year])] if one else []
    several = bool(ties)
    if certain and (turns := in_turn(ties, reading, start, end)):
        ties, plural = turns, False
    if not ties:
        years = years_behind(candidate, reading, end)
        if years and not subject:
            subject = _most_spoken_of(reading)
        loose = loose_countries(candidate, reading, start, end, subject, clock, bool(years))
        if attempt and not doubtful:
            loose.sort(key=lambda c: not any(e.failed and clock.fresh(e) for e in clock.known.get(c, ())))
        ties = [Tie(c, years) for c in loose]
    beside = [] if several or doubtful else named_beside(candidate, reading, end)
    found: list[str] = []
    # a country that a list names again and again is looked up once
    for tie in {(tie.country, *tie.years): tie for tie in ties}.values():
        if not tie.years and any(other.years and other.country == tie.country for other in ties):
            continue  # in 2009 in Conakry, Guinea: said once
        events = _dated(candidate, reading, clock, tie, start, attempt, plural, apart=not doubtful)
        if candidate.rule in OUTCOMES and not attempt:
            events = [e for e in events if not e.failed or of_makers(candidate, reading)]
        found += [e.id for e in events if not doubtful or tie.years or clock.happening(e)]
        if found and not several:
            break
    if plural and not attempt and len(found) > 1:
        # held by juntas after the coups of 2021 and 2022: no attempt of that year in Niger, which is not named
        events = [reading.crises.events[e] for e in found]
        done = {e.date.year for e in events if not e.failed}
        named = {c for _, _, c in reading.countries_in(start, end)}
        found = [e.id for e in events if not e.failed or e.date.year not in done or e.country in named]
    if found:
        found += [
            e.id
            for tie in beside
            for e in pick(reading, tie.country, clock, tie.years, attempt=False)
            or pick(reading, tie.country, clock, [], attempt=False)
        ]
    if not found and subject and not doubtful and candidate.rule in OUTCOMES and not reading.years_in(start, end):
        # The Nigerian junta told US troops to go: it is Niger's, many write one adjective for both.
        found = [e.id for e in pick(reading, subject, clock, [], attempt)]
    found = found or years_ago(candidate, reading, clock, subject, doubtful=doubtful, attempt=attempt)
    # also where it is of its own story: the attempted coup against Erdogan is on trial
    tried = not found and clock.published is None and candidate.rule in TELLING
    if tried and (attempt or reading.cues_in("attempt", candidate.start - TRIED, candidate.end + TRIED)):
        found = the_one_that_failed(candidate, reading, start, end)
    if not found and not doubtful and not attempt and candidate.rule in TELLING:
        found = of_its_people(reading, clock, start, end) or that_raised_its_maker(candidate, reading, clock)
    return list(dict.fromkeys(found)) or [UNSPECIFIED]


def _of_two(candidate: Candidate, reading: Reading, start: int) -> str | None:
    """The country before a mention of two coups: comme le Burkina, le Mali en a connu deux; not: Mali and Guinea."""
    before = reading.countries_in(start, candidate.start)
    if not before or reading.crises.joints.each.match(reading.key, candidate.end):
        return None
    row = reading.key[before[-2][1] : before[-1][0]] if len(before) > 1 else b""
    return None if b" and " in row or b" et " in row else before[-1][2]


# So many countries share one mention at most where each had one coup.
MANY = 2


def _told_before(candidate: Candidate, reading: Reading, clock: Clock, country: str) -> Event | None:
    """The coup of a year in the sentence before: Le 15 octobre 1987, on tira. Le coup d'Etat porta au pouvoir ...

    Or what it told is called a coup: he became president in 1983. It was the third putsch of the decade.
    """
    if candidate.rule not in ("coup", "maybe", "seize", "overthrow"):
        return None
    told = is_definite(candidate, reading) or is_what_was_told(candidate, reading)
    if candidate.rule in ("coup", "maybe") and not told:
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
    counts = plural and not attempt and candidate.rule not in OUTCOMES
    # the number of coups across Africa has gone down since 2000
    counts = counts and not reading.crises.joints.of_a_region.match(reading.key, candidate.end)
    between = counts and reading.crises.joints.between_years.search(reading.key, candidate.end, candidate.end + BESIDE)
    if between and (several := counted_since(candidate, reading, tie.country, clock)):
        return several
    around = max(start, candidate.start - BESIDE), candidate.end + BESIDE
    dated = tie.years or ([] if plural else years_before(candidate, reading, start, tie.country))
    if dated and not plural and start in reading.dating:
        seen = [e for e in reading.crises.by_country.get(tie.country, ()) if clock.has_seen(e) and e.date.year in dated]
        if len(seen) > 1 and (month := of_month(reading, clock, seen, *around)):
            return [month]
    if dated and not plural:
        same = [e for e in reading.crises.by_country.get(tie.country, ()) if e.date.year == dated[0]]
        ordered = in_order(candidate, reading, same)
        if len(ordered) == 1 < len(same) and clock.has_seen(ordered[0]):
            return ordered
    if dated and not plural and (one_of := of_the_month_told(reading, clock, tie.country, dated)):
        return [one_of]
    if tie.years:
        found = pick(reading, tie.country, clock, tie.years, attempt, plural)
        if candidate.rule in OUTCOMES and not attempt and not of_makers(candidate, reading):
            found = [e for e in found if not e.failed]  # what failed that year set up no rulers
        if found and not attempt and all(e.failed for e in found):
            found = _done_in(reading, clock, (start, candidate.start), tie.years) or found
        if not found and candidate.rule in OUTCOMES and clock.published and {*tie.years} == {clock.published.year}:
            # the juntas of Mali and Niger left on 29 January 2025: this year is not theirs
            return pick(reading, tie.country, clock, [], attempt)
        if not found and candidate.rule == "junta":
            # the rulers have repealed a law of 2015
            if not reading.crises.joints.of_year.match(reading.key, candidate.end):
                return pick(reading, tie.country, clock, [], attempt)
            ruling = last_before(tie.years[0], reading, tie.country, clock)
            return [ruling] if ruling else []
        if not found and not plural and reading.crises.joints.of_year.match(reading.key, candidate.end):
            return []  # the coup of 1990: none that is known
        named = None if found or plural else told_apart(candidate, reading, clock, tie.country, attempt=attempt)
        return [named] if named else found
    if attempt and (failed := attempt_of_year(candidate, reading, clock, tie.country)):
        return [failed]
    if counts and (several := counted_since(candidate, reading, tie.country, clock)):
        return several
    one = told_apart(candidate, reading, clock, tie.country, attempt=attempt) if apart and not plural else None
    if one:
        return [one]
    before = years_before(candidate, reading, start, tie.country)
    found = pick(reading, tie.country, clock, before, attempt) if before else []
    if not found and not plural and (only := of_its_only_year(candidate, reading, clock, tie.country)):
        return [only]
    return found or pick(reading, tie.country, clock, [], attempt)


def _done_in(reading: Reading, clock: Clock, before: tuple[int, int], years: list[int]) -> list[Event]:
    """The coup of these years that was done in the country named last before the mention where one was done.

    Niger took in the soldiers whom Mali drove out after the coup of 2021: Niger's of that year failed.
    """
    for _, _, country in reversed(reading.countries_in(*before)):
        known = reading.crises.by_country.get(country, ())
        if found := [e for e in known if e.date.year in years and not e.failed and clock.has_seen(e)]:
            return found
    return []
