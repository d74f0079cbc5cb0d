"""Does a mention speak of several coups, of those of a region, or of two in one country?"""

from __future__ import annotations

from typing import Final

from services.enrich.read.candidate import Candidate
from services.enrich.read.reading import Reading
from services.enrich.read.script import language_of
from services.enrich.which.rows import listed_next, row_follows, rows

# Where so many countries are listed, a region's coups are theirs.
THREE: Final = 3


def is_plural(candidate: Candidate, reading: Reading) -> bool:
    """Are several coups, or the juntas of several countries, spoken of at once?

    Coups in Mali and Niger | yankin ya sha fama da juyin mulki | juyin mulki a kasashen Mali da Nijar
    """
    known = reading.plural.get(candidate[:3])
    if known is None:
        known = reading.plural[candidate[:3]] = _is_plural(candidate, reading)
    return known


def _is_plural(candidate: Candidate, reading: Reading) -> bool:
    joints = reading.crises.joints
    if candidate.rule == "junta":
        key, before = reading.key, max(0, candidate.start - 40)
        states = (
            joints.ruled_states.match(key, candidate.end),
            joints.states_ruled.search(key, before, candidate.start),
            joints.states_end.search(key, candidate.start, candidate.end),
        )
        if any(found and not _is_one(found.start(1), reading) for found in states):
            return True
        # six countries have fallen into the hands of soldiers
        if joints.many_states.search(key, before, candidate.end):
            return True
        # the generals who took power between 2020 and 2023
        if joints.between_years.match(key, candidate.end + 1):
            return True
        start, end = reading.sentence(candidate.start)
        near = max(start, candidate.start - 90), min(end, candidate.end + 40)
        if any(p.search(key, *near) for p in (joints.these_states, joints.these_two, joints.they_too)):
            return True
    several = joints.plural.search(reading.key, candidate.start, candidate.end)
    if several and not _is_one(several.start(), reading):
        return True
    key, end = reading.key, candidate.end
    if candidate.rule in ("coup", "maybe") and (joints.one_after.match(key, end) or joints.resurging.match(key, end)):
        return True
    region = max(0, candidate.start - REGION)
    if candidate.rule == "coup" and joints.many_saw.search(key, region, candidate.start):
        return True
    # Kasashen Afirka sun sha fuskantar juyin mulkin soja: Hausa has no plural
    if candidate.rule == "coup" and joints.region_saw.search(key, region, candidate.start):
        return True
    if candidate.rule in ("coup", "maybe", "seize") and joints.attempts.search(
        reading.key, max(0, candidate.start - BEFORE), candidate.start
    ):
        return True
    if candidate.rule in ("seize", "overthrow", "coup") and joints.in_both.match(key, end):
        return True  # soldiers took power in 2020 and 2022 in the two countries
    if are_very_many(candidate, reading) or joints.counted_with.search(key, region, candidate.start):
        return True
    if candidate.rule != "coup" or reading.key[candidate.start : candidate.start + 5] != b"juyin":
        return False
    return bool(joints.many_behind.match(reading.key, candidate.end)) or bool(
        joints.many_before.search(reading.key, max(0, candidate.start - MANY_BEFORE), candidate.start)
    )


def are_very_many(candidate: Candidate, reading: Reading) -> bool:
    """Are so many told that none is meant? Over a hundred coups; juyin mulkin da aka yi a yankin sun haura dari."""
    if candidate.rule not in ("coup", "maybe"):
        return False
    key, joints = reading.key, reading.crises.joints
    if joints.hundreds.search(key, max(0, candidate.start - MANY_BEFORE), candidate.start):
        # what is counted beyond ten stands in the singular in Arabic: 67 انقلابا
        several = joints.plural.search(key, candidate.start, candidate.end)
        return several is not None or language_of(reading) == "ar"
    if joints.number_behind.match(key, candidate.end) is not None:
        return True
    counted = joints.counted_with.search(key, max(0, candidate.start - MANY_BEFORE), candidate.start)
    if counted and key[counted.start() : counted.start() + 2].isdigit():
        return True  # and those that failed, counted with them: 45 انقلابا ومحاولة انقلاب
    return key.startswith(b"juyin", candidate.start) and joints.pieces.match(key, candidate.end) is not None


def _is_one(at: int, reading: Reading) -> bool:
    """Does a word before what looks like a plural make it one: le pays, une tentative de coups d'Etat (misspelt)?"""
    return bool(reading.crises.joints.one_of.search(reading.key, max(0, at - ONE), at))


# So near before it stands that word.
ONE = 14
# So near before a mention, or behind it, stands what makes it several.
BEFORE = 24
# kowacce daga cikin kasashen sojoji sun yi; 486 attempted or successful
MANY_BEFORE = 48


def is_of_a_region(candidate: Candidate, reading: Reading) -> bool:
    """Are coups of a whole region told, and no country beside it? La prolifération des coups d'Etat en Afrique."""
    if candidate.rule not in ("coup", "maybe") or not is_plural(candidate, reading):
        return False
    joints, key = reading.crises.joints, reading.key
    before = max(0, candidate.start - REGION)
    saw = joints.region_saw.search(key, before, candidate.start)
    if not saw and not joints.of_a_region.match(key, candidate.end):
        return False
    start, end = reading.sentence(candidate.start)
    if saw and len(listed_next(reading, end)) >= THREE:
        return False  # Africa has seen coups in a row. It began in Mali, then came Guinea, Burkina Faso and Niger
    following = reading.sentence(end)[1] if end < len(reading.key) and not saw else end
    # N'Djamena asked Paris to leave, whose sway wanes since the coups in the region
    start = start if saw else max(start, candidate.start - REGION)
    return not any(c in reading.eventful for _, _, c in reading.countries_in(start, following))


# So far before it stands the region that has seen them.
REGION: Final = 60


def counts_two(candidate: Candidate, reading: Reading, *, plural: bool) -> bool:
    """Two coups of one country: il a dirigé deux coups d'Etat, juyin mulki sau biyu. `plural`: as `is_plural` says.

    Au Burkina Faso, des coups d'Etat successifs; but not: des coups d'Etat à répétition dans la région, nor where two
    countries open the sentence, which had one each: مالي وبوركينا فاسو شهدتا انقلابين
    """
    joints, key = reading.crises.joints, reading.key
    if candidate.rule not in ("coup", "maybe"):
        return False
    behind = joints.two_behind.match(key, candidate.end)
    if joints.of_a_region.match(key, behind.end() if behind else candidate.end):
        return False
    if behind and plural and row_follows(reading, behind.end()):
        return False
    if behind:
        return True
    if joints.dual.search(key, candidate.start, candidate.end):
        return not _are_of_a_pair(candidate, reading)
    before = joints.two_before.search(key, max(0, candidate.start - 20), candidate.start)
    return before is not None and (plural or b" double " in before.group())


def _are_of_a_pair(candidate: Candidate, reading: Reading) -> bool:
    """Do two countries stand together before the mention, and no other country in its sentence?"""
    start, end = reading.sentence(candidate.start)
    before = [p for p in reading.countries_in(start, candidate.start) if p[2] in reading.eventful]
    pairs = rows(before, reading)
    return len(pairs) == 1 and len(pairs[0]) == len(before) == PAIR and not reading.countries_in(candidate.end, end)


# So many countries had one coup each where two are told.
PAIR = 2


def twice_in(candidate: Candidate, reading: Reading) -> str | None:
    """The country right behind how often: juyin mulki har sau biyu a Burkina Faso, haka ma an yi yunkuri a Gambia.

    But not the first of a row: des coups d'Etat successifs au Mali, au Burkina Faso et au Niger.
    """
    behind = reading.crises.joints.two_behind.match(reading.key, candidate.end)
    if behind is None:
        return None
    end = reading.sentence(candidate.start)[1]
    row = rows(reading.countries_in(behind.end(), end), reading)[:1]
    nearest = [p for p in row[0] if p[0] < behind.end() + BEFORE] if row and len(row[0]) == 1 else []
    link = reading.crises.joints.link
    return next((c for s, _, c in nearest if link.match(reading.key[behind.end() : s])), None)


def is_counted(candidate: Candidate, reading: Reading) -> bool:
    """Is its number said right behind? Another coup, the fifth in three years."""
    return bool(reading.crises.joints.counted.search(reading.key, candidate.end, candidate.end + NUMBERED))


# So near behind it stands the number of a coup.
NUMBERED: Final = 18
