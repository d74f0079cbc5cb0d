"""Coups of the past that are only counted: four since independence, one after another, earlier ones."""

from __future__ import annotations

from typing import Final

from services.enrich.read.candidate import Candidate
from services.enrich.read.nearby import said_before, stands_before
from services.enrich.read.reading import Reading
from services.enrich.which.plural import THREE, are_very_many, is_plural
from services.enrich.which.rows import listed_next
from services.enrich.which.years import since_year

# So near before such a mention stands how many there were, and so near behind it since when.
HOW_MANY: Final = 48
SINCE: Final = 96


def are_several(candidate: Candidate, reading: Reading) -> bool:
    """Is a number of coups told, or are they called earlier ones: plusieurs coups d'Etat, previous coups?"""
    if are_many_times(candidate, reading):
        return True
    if candidate.rule not in ("coup", "maybe") or not is_plural(candidate, reading):
        return False
    joints, key, first = reading.crises.joints, reading.key, max(0, candidate.start - HOW_MANY)
    if joints.one_after.match(key, candidate.end) or are_earlier(candidate, reading):
        return True
    if joints.many_behind.match(key, candidate.end) or joints.many_before.search(key, first, candidate.start):
        return True  # an sha yin juyin mulki; juyin mulki sau hudu
    if are_very_many(candidate, reading) or _are_a_series(candidate, reading):
        return True
    return stands_before(joints.several, candidate, reading, first)


def are_many_times(candidate: Candidate, reading: Reading) -> bool:
    """Is it told how often soldiers did it? Sojoji sun kwace mulki sau hudu; but not twice, which has its years."""
    if candidate.rule not in ("coup", "maybe", "seize", "overthrow"):
        return False
    return bool(reading.crises.joints.times_behind.match(reading.key, candidate.end))


def are_earlier(candidate: Candidate, reading: Reading) -> bool:
    """Previous coups; الانقلابات السابقة; coup attempts in past years"""
    first, joints = max(0, candidate.start - HOW_MANY), reading.crises.joints
    if joints.earlier_behind.match(reading.key, candidate.end):
        return True
    return bool(joints.earlier.search(reading.key, first, candidate.start))


def _are_a_series(candidate: Candidate, reading: Reading) -> bool:
    """Are they a series by themselves: the first vote in the Sahel since a wave of coups?"""
    first, series = max(0, candidate.start - HOW_MANY), reading.crises.joints.series_of
    return any(found.end() >= candidate.start - 1 for found in series.finditer(reading.key, first, candidate.end))


def _are_a_row(candidate: Candidate, reading: Reading) -> bool:
    """Are they a country's past, or others that somebody condemned: a history of coups, d'autres coups d'Etat?"""
    if candidate.rule not in ("coup", "maybe") or not is_plural(candidate, reading):
        return False
    if said_before("hypothetical", candidate, reading) or said_before("future", candidate, reading):
        return False
    joints, key, first = reading.crises.joints, reading.key, max(0, candidate.start - HOW_MANY)
    if joints.row_of.search(key, first, candidate.start) or joints.row_behind.match(key, candidate.end):
        return True
    return bool(joints.others.search(key, first, candidate.start)) and said_before("stance", candidate, reading)


def _are_the_most(candidate: Candidate, reading: Reading) -> bool:
    """Does a country have more than others, and no year? Sudan ce ta fi yawan juyin mulki, da guda 16."""
    if candidate.rule not in ("coup", "maybe") or reading.years_in(*reading.sentence(candidate.start)):
        return False
    most, first = reading.crises.joints.most, max(0, candidate.start - HOW_MANY)
    return most.search(reading.key, first, candidate.start) is not None


def are_of_its_past(candidate: Candidate, reading: Reading, about: str | None) -> bool:
    """Are they counted over a country's or a region's past, and none of them dated? No one of them is meant then.

    Niger has had four coups since independence. | contrairement aux présidents tombés lors de précédents coups |
    Coups and failed ones number over a hundred in the region. |
    Its members have had one coup after another since 2020; but not: Mali has seen coups since 2020.
    """
    if _are_the_most(candidate, reading):
        return True
    row = _are_a_row(candidate, reading)
    if not row and not are_several(candidate, reading):
        return False
    start, end = reading.sentence(candidate.start)
    known, joints, key = reading.crises.by_country, reading.crises.joints, reading.key
    named = {c for _, _, c in reading.countries_in(start, end)} & reading.eventful
    if len(named) == 1:
        about = next(iter(named))  # an envoy of Chad in Niger, which has had four coups since independence
    if named - {about}:
        return False
    # dozens of coups are not those of the few countries that the next sentence lists
    if len(listed_next(reading, end)) >= THREE and not are_very_many(candidate, reading):
        return False
    following = reading.sentence(end)[1] if end < len(key) else end
    tells = reading.cues_in("coup", end, following) or reading.cues_in("maybe", end, following)
    if tells and len(reading.years_in(end, following)) == 1:
        following = end  # nine since independence. The coup on 26 November 2025 …: that is told there
    # the first in 1974; the last was in 2010; but not: toppled in 2023, and men accused of attempts in past years
    earlier = are_earlier(candidate, reading)
    years = set(reading.years_in(candidate.start if earlier else max(start, candidate.start - HOW_MANY), following))
    if any(e.date.year in years for c in {*named, about} for e in known.get(c or "", ())):
        return False
    last = min(end, candidate.end + SINCE)
    row = row or are_many_times(candidate, reading) or (_are_a_series(candidate, reading) and not years)
    if row or earlier or are_very_many(candidate, reading):
        return True
    if joints.ever_since.match(key[candidate.end : last]):
        return True
    # since the end of colonial rule it has had four coups
    if joints.ever_since_before.search(key, max(0, start - 1), candidate.start):
        return True
    # there have been seven coups in the region in three years
    if not named and joints.in_years.search(key, candidate.end, last):
        return True
    # there have been six coups since 2020; منذ 2020 وقعت ستة انقلابات
    since = since_year(reading, candidate.end, end) or since_year(reading, start, candidate.start)
    # in recent years there have been several coup attempts in West Africa
    since_long = since or joints.lately.search(key, max(0, start - 1), candidate.start)
    if since_long and not named and joints.of_a_region.match(key, candidate.end):
        return True
    own = [e for e in known.get(about or "", ()) if since and e.date.year >= since and not e.failed]
    return since is not None and not named and len(own) < MORE


def are_on_the_rise(candidate: Candidate, reading: Reading) -> bool:
    """Are there more and more of them in a region, where no row is named: the "alarming resurgence" of coups in Africa?

    But not: a resurgence of coups that is only feared.
    """
    if candidate.rule not in ("coup", "maybe") or len(reading.eventful) >= THREE:
        return False
    first, joints = max(0, candidate.start - RISING), reading.crises.joints
    # without the marks of "resurgence"
    told = b" " + b" ".join(reading.key[first : candidate.end].replace(b'"', b" ").split())
    found = joints.rising.search(told)
    if not found or len(told) - found.end() > candidate.end - candidate.start + BETWEEN:
        return False
    if not joints.of_a_region.match(reading.key, candidate.end):
        return False
    if said_before("hypothetical", candidate, reading) or said_before("future", candidate, reading):
        return False
    end = reading.sentence(candidate.start)[1]
    return not any(c in reading.eventful for _, _, c in reading.countries_in(candidate.end, end))


# So near before coups begins that there are more and more of them, and so little stands between.
RISING: Final = 40
BETWEEN: Final = 12


def are_more_than_dated(candidate: Candidate, reading: Reading) -> bool:
    """Are coups counted of which only the last is dated: four since independence, the last in 2010?

    But not: three, the first in 1974, the last in 2010.
    """
    if not are_several(candidate, reading):
        return False
    found = reading.crises.joints.last_of.search(reading.key, candidate.end, candidate.end + LAST_OF)
    return found is not None and not reading.years_in(candidate.end, found.start())


# So far behind a mention the year of the last of them ends.
LAST_OF: Final = 170
# So far before those who rule them other states are counted.
STATES: Final = 96
# Where so many of its own are meant they are told one by one.
MORE: Final = 2


def are_of_others(candidate: Candidate, reading: Reading) -> bool:
    """Are coups of other countries counted that are not named? Soldiers have taken over in five other countries.

    But not: in two other countries, Mali and Guinea. | in three others that soldiers rule, where the text names them
    """
    if candidate.rule == "junta":
        first = max(reading.sentence(candidate.start)[0] - 1, candidate.start - STATES, 0)
        # it is not said which, and only the article's own country is spoken of that had one
        return len(reading.eventful) < MORE and bool(
            reading.crises.joints.other_states.search(reading.key, first, candidate.start)
        )
    if candidate.rule not in ("coup", "maybe", "seize", "overthrow"):
        return False
    if _of_so_many_states(candidate, reading):
        return True
    if not reading.crises.joints.other_countries.match(reading.key, candidate.end):
        return False
    end = reading.sentence(candidate.start)[1]
    return not any(c in reading.eventful for _, _, c in reading.countries_in(candidate.end, end))


def _of_so_many_states(candidate: Candidate, reading: Reading) -> bool:
    """Are states counted, and none named, that had one since a year: four members have had a putsch since 2020?"""
    start, end = reading.sentence(candidate.start)
    first = max(start - 1, candidate.start - STATES, 0)
    if not reading.crises.joints.many_states.search(reading.key, first, candidate.start):
        return False
    if any(c in reading.eventful for _, _, c in reading.countries_in(start, end)):
        return False
    joints, last = reading.crises.joints, min(end, candidate.end + SINCE)
    return since_year(reading, start, end) is not None or bool(joints.in_years.search(reading.key, candidate.end, last))
