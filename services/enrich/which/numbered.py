"""A coup that is told as one of a number: the eighth of the region in three years. The others are told with it."""

from __future__ import annotations

from typing import Final

from schemas.crisis import Event
from services.enrich.read.candidate import TELLING, Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.nearby import stands_before
from services.enrich.read.reading import Reading
from services.enrich.which.bygone import are_several
from services.enrich.which.plural import is_plural
from services.enrich.which.rows import listed_next
from services.enrich.which.ties import counted_with
from services.enrich.which.years import since_year

# So near beside a mention stands which number it has, and so near behind that since when.
NEAR: Final = 56
PERIOD: Final = 80
# Where so many countries are named in its sentence the others are told one by one.
NAMED: Final = 3


def is_one_of_many(candidate: Candidate, reading: Reading) -> bool:
    """Is its number told, of a period in which no other is named?

    It is the eighth coup in West Africa since 2020. | The coup in Niger is the fifth since independence. | one of eight
    coups in three years | The coup took an hour. It is the eighth since 2020. | It is the fourth state to see one since
    2020. | toppled in one of many coups that wracked the region. But not: the eighth since 2020, after Mali, Guinea and
    Chad; the fifth, after those of 1974, 1996 and 1999.
    """
    start, end = reading.sentence(candidate.start)
    if _is_one_of_a_string(candidate, reading):
        return True
    first, numbered = _number_at(candidate, reading) or (0, None)
    if numbered is None:
        following = reading.crises.joints.nth_next.match(reading.key, end)
        if following is None or candidate.rule not in TELLING:
            return is_in_one_of_many(candidate, reading)
        first = numbered = following.end()
        start, end = reading.sentence(numbered - 1)
    named = {c for _, _, c in reading.countries_in(start, end)} & reading.eventful
    if len(named) >= NAMED or len(listed_next(reading, end)) >= NAMED:
        return False
    if _are_all_named(candidate, reading, start, end):
        return False
    if len(set(reading.years_in(max(start, candidate.start), end))) > 1:
        return False
    last, joints = min(end, numbered + PERIOD), reading.crises.joints
    if first < candidate.start:  # in three years it is the eighth time
        first = max(start - 1, first - NEAR, 0)
    if any(told.search(reading.key, first, last) for told in (joints.series_of, joints.in_years)):
        return True
    return since_year(reading, first, last) is not None


def _is_one_of_a_string(candidate: Candidate, reading: Reading) -> bool:
    """Is it called one of many coups, or the latest in a string of them, and no country named behind it?"""
    if candidate.rule not in ("coup", "maybe") or not is_plural(candidate, reading):
        return False
    first = max(0, candidate.start - NEAR)
    if not stands_before(reading.crises.joints.one_of_many, candidate, reading, first):
        return False
    end = min(reading.sentence(candidate.start)[1], candidate.end + WHERE)
    return not any(c in reading.eventful for _, _, c in reading.countries_in(candidate.end, end))


# So near behind a string of coups stand the countries that had them.
WHERE: Final = 40


def are_more_than_named(candidate: Candidate, reading: Reading) -> bool:
    """Are coups of a period counted of which one or two are named: eight since 2020, with those in Gabon and Chad?

    Or however many, where they are called some such: nine since 2020 in countries like Mali, Guinea, Niger and Gabon.
    Or behind them: eight since 2020, Gabon's and Chad's among them. But not: three since 2020, notably in Mali, Guinea
    and Chad.
    """
    if not are_several(candidate, reading):
        return False
    key, (start, end) = reading.key, reading.sentence(candidate.start)
    such = reading.crises.joints.such_states.match(key, candidate.end, min(end, candidate.end + PERIOD))
    last, joints = min(end, candidate.end + PERIOD), reading.crises.joints
    behind = joints.among_behind.search(key, candidate.end, last)
    behind = behind if behind and reading.countries_in(candidate.end, behind.start()) else None
    found = such or behind or joints.including.search(key, candidate.end, last)
    if found is None or (reading.countries_in(candidate.end, found.start()) and not behind):
        return False
    named = {c for _, _, c in reading.countries_in(start, end)} & reading.eventful
    if not such and not 0 < len(named) < NAMED:
        return False
    of_years = reading.crises.joints.in_years.search(key, candidate.end, found.start())
    places = (start, candidate.start), (candidate.end, end)
    return bool(of_years) or any(since_year(reading, *place) for place in places)


def is_after_others(candidate: Candidate, reading: Reading) -> bool:
    """Are others counted behind it without the word: a coup in a country that had already seen four since independence?

    But not: a coup in a country that had seen four famines since independence.
    """
    if candidate.rule not in ("coup", "maybe"):
        return False
    end = reading.sentence(candidate.start)[1]
    last = min(end, candidate.end + AMONG)
    return reading.crises.joints.seen_since.search(reading.key, candidate.end, last) is not None


def is_what_was_told(candidate: Candidate, reading: Reading) -> bool:
    """Does its sentence say of what was told before it that it was the third coup, the second putsch of the decade?"""
    start = reading.sentence(candidate.start)[0]
    return bool(reading.crises.joints.it_is.match(reading.key, start)) and _number_at(candidate, reading) is not None


def is_in_one_of_many(candidate: Candidate, reading: Reading) -> bool:
    """Is its country told as one of a number that had the like: one of ten where soldiers have seized power?

    Or its ruler as one of those who fell: his government is one of a string that was toppled in the Sahel. But not: one
    of three, with Mali and Niger, where they have.
    """
    if candidate.rule not in TELLING:
        return False
    joints, key = reading.crises.joints, reading.key
    start, end = reading.sentence(candidate.start)
    first = max(start - 1, candidate.start - AMONG, 0)
    among = joints.among_states.search(key, first, candidate.start)
    if not among and not (candidate.rule == "overthrow" and joints.among_rulers.search(key, first, candidate.start)):
        return False
    return len({c for _, _, c in reading.countries_in(start, end)} & reading.eventful) < NAMED


# So far before a mention stands how many countries had one.
AMONG: Final = 90


def _number_at(candidate: Candidate, reading: Reading) -> tuple[int, int] | None:
    """From where its period may be told, and where what tells its number ends, or its country's.

    Of countries and times it may stand before the mention: the fourth nation since 2020 to suffer a coup.
    """
    joints, key = reading.crises.joints, reading.key
    start, end = reading.sentence(candidate.start)
    state = max(start - 1, candidate.start - AMONG, 0) if candidate.rule in TELLING else candidate.start
    if found := joints.nth_state_before.search(key, state, candidate.start):
        return found.start(), candidate.end
    # they seized power, the sixth time in three years that an army of the region did
    told = joints.nth_state.search(key, candidate.end, min(end, candidate.end + AMONG))
    if told and candidate.rule in TELLING:
        return told.end(), told.end()
    if candidate.rule not in ("coup", "maybe"):
        return None
    first = max(start - 1, candidate.start - NEAR, 0)
    if stands_before(joints.nth_before, candidate, reading, first):
        return candidate.end, candidate.end
    behind = joints.nth_behind.match(key, candidate.end, min(end, candidate.end + NEAR))
    return (behind.end(), behind.end()) if behind else None


def _are_all_named(candidate: Candidate, reading: Reading, start: int, end: int) -> bool:
    """Are as many named as it came after? The third in three years, after those in Mali and Guinea; not: the eighth."""
    joints, place = reading.crises.joints, (max(start - 1, candidate.start - NEAR, 0), min(end, candidate.end + NEAR))
    before = 2 if joints.third.search(reading.key, *place) else 1 if joints.second.search(reading.key, *place) else 0
    return before > 0 and len({tie.country for tie in counted_with(candidate, reading, start, end)}) >= before


def with_the_one_before(resolved: Resolved, reading: Reading, _: Clock) -> Resolved:
    """`resolved`, with the first of two coups of a country where the second is called so: the second in eight months.

    But not: the second in eight months in the region; the second, after that of Mali.
    """
    known, told = reading.crises.events, {event for _, event, _ in resolved}
    out = list(resolved)
    for candidate, event_id, word in resolved:
        event = known.get(event_id)
        if event is None or event.failed or word is not None or not _is_second_of_months(candidate, event, reading):
            continue
        before = [e for e in reading.crises.by_country[event.country] if not e.failed and e.date < event.date]
        if before and (event.date - before[-1].date).days <= TWO_YEARS and before[-1].id not in told:
            told.add(before[-1].id)
            out.append((candidate, before[-1].id, "historical"))
    return out


def _is_second_of_months(candidate: Candidate, event: Event, reading: Reading) -> bool:
    """Is a coup called the second in so many months, and no other country or region named beside it?"""
    if candidate.rule not in ("coup", "maybe"):
        return False
    joints, key = reading.crises.joints, reading.key
    start, end = reading.sentence(candidate.start)
    if {country for _, _, country in reading.countries_in(start, end)} - {event.country}:
        return False
    before = key.rfind(b" ", 0, max(start, candidate.start - SECOND)) + 1
    second = stands_before(joints.second, candidate, reading, before) or joints.second.search(
        key, candidate.end, min(end, candidate.end + SECOND)
    )
    found = joints.in_months.search(key, candidate.end, min(end, candidate.end + PERIOD)) if second else None
    return found is not None and not joints.of_a_region.search(key, candidate.end, found.start())


# So near beside a coup stands that it is the second, and no longer ago was the first.
SECOND: Final = 16
TWO_YEARS: Final = 730
