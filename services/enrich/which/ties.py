"""Which countries and years the wording ties to a mention of a coup."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from services.enrich.read.candidate import TELLING, Candidate
from services.enrich.read.reading import Reading
from services.enrich.text.fold import fold_name
from services.enrich.which.plural import THREE
from services.enrich.which.rows import listed_next, of_a_row, rows
from services.enrich.which.years import OWN_YEAR, years_behind, years_from


class Tie(NamedTuple):
    """A country and the years that the text gives its coups there; none if it gives none."""

    country: str
    years: list[int]


def tied_countries(candidate: Candidate, reading: Reading, start: int, end: int) -> list[Tie]:
    """Countries that the wording ties to the mention, in order.

    Niger coup | coup in Niger | coups in Mali (2020 and 2021), Burkina Faso and Guinea.
    """
    joints = reading.crises.joints
    inside = reading.countries_in(start, end)
    if not inside:
        return []
    key = reading.key
    # the mention itself names it: حاكم النيجر
    within = [c for s, _, c in inside if candidate.start <= s < candidate.end]
    last = within[0] if within else _named_last(candidate, reading, start)
    tied: list[Tie] = [Tie(last, years_behind(candidate, reading, end))] if last else []
    if last and not within:
        return tied
    place = candidate.end
    after = [p for p in inside if p[0] >= candidate.end]
    for number, (s, e, country) in enumerate(after):
        leads = (joints.joined if tied else joints.link).match(key[place:s]) or _is_where_the_last_was(
            candidate, reading, s
        )
        if not leads and (tied or not _by_maker(reading, place, s)):
            break
        following = after[number + 1][0] if number + 1 < len(after) else end
        between = reading.years_in(candidate.end, s) if not tied else []
        tied.append(Tie(country, years_from(reading, e, min(following, end)) or between))
        place = e
    place = candidate.start
    for s, e, country in reversed([p for p in inside if p[1] <= candidate.start and not within]):
        first = place == candidate.start
        follows = _leads_to(candidate, reading, e) if first else bool(joints.joined.match(key[e:place]))
        if not follows and (tied or not of_a_row(candidate, reading, inside, e)):
            break
        # in Bamako and Ouagadougou, the new rulers of Niamey: whose they are stands behind
        if place == candidate.start and tied and not within and joints.article.fullmatch(key[e:place]):
            break
        own = years_behind(candidate, reading, end) if place == candidate.start else []
        tied.append(Tie(country, own))
        place = s
    return tied + named_beside(candidate, reading, end) if tied else tied


def _named_last(candidate: Candidate, reading: Reading, start: int) -> str | None:
    """The only country before a junta called the country's: ils quittent le Niger, dit la junte du pays."""
    if candidate.rule != "junta":
        return None
    key, joints = reading.key, reading.crises.joints
    behind = joints.of_the_country.match(key, candidate.end)
    if behind and reading.countries_in(behind.end(), behind.end() + 2):
        return None  # gwamnatin sojin kasar Nijar
    first = max(start - 1, candidate.start - COUNTRYS, 0)
    if not behind and not joints.the_countrys.search(key, first, candidate.start):
        return None
    before = {c for _, _, c in reading.countries_in(start, candidate.start) if c in reading.eventful}
    return before.pop() if len(before) == 1 else None


# So near before a junta begins that it is the country's.
COUNTRYS = 32


def _is_where_the_last_was(candidate: Candidate, reading: Reading, start: int) -> bool:
    """Is a country, behind a comma, that of a coup before the article's own: unlike the last takeover, in Niger?"""
    joints, key = reading.crises.joints, reading.key
    behind = joints.previous_behind.match(key, candidate.end)
    place = behind.end() if behind else candidate.end
    if candidate.rule not in TELLING or key[place : place + 1] != b"," or not joints.link.match(key[place + 1 : start]):
        return False
    return bool(behind) or bool(joints.previous_one.search(key, max(0, candidate.start - PREVIOUS), candidate.start))


# So near before a coup begins that it is the one before.
PREVIOUS = 32


def _by_maker(reading: Reading, start: int, end: int) -> bool:
    """Do only quotation marks stand between, or what leads to whose coup it was: le coup de force du général Tiani?"""
    key, joints = reading.key, reading.crises.joints
    if key[start : start + 2] in (b'" ', b' "'):
        return bool(joints.link.match(b" " + key[start + 2 : end].lstrip()))
    return end - start > 1 and bool(joints.whom.match(key[start:end]))


# Before an Arabic mention: and
_AND = fold_name("و")


def _leads_to(candidate: Candidate, reading: Reading, end: int) -> bool:
    """Do the words between a country and the mention tie the two? But not: the war in Sudan وانقلاب of another."""
    key, joints = reading.key, reading.crises.joints
    gap = key[end : candidate.start]
    if key[candidate.start : candidate.start + 1] == _AND:
        return False
    if joints.link_before.match(gap) or joints.where.match(gap):
        return True
    if candidate.rule == "seize" and joints.did.match(gap) and reading.cues_in("soldiers", end, candidate.start):
        return True  # in neighbouring Mali the military also took power
    if candidate.rule not in ("junta", "junta-name"):
        return False
    # whoever rules may begin with the word that leads to him: Mali, dirigé par des militaires
    return bool(joints.led.match(gap) or joints.led.match(key[end : key.find(b" ", candidate.start) + 1]))


def named_beside(candidate: Candidate, reading: Reading, end: int) -> list[Tie]:
    """Countries behind a mention of which the same is told: Niger has been ruled by a junta, as are Mali and Guinea."""
    joints = reading.crises.joints
    ties: list[Tie] = []
    place = candidate.end
    behind = reading.countries_in(candidate.end, end)
    for number, (s, e, country) in enumerate(behind):
        if ties and not joints.joined.match(reading.key[place:s]):
            break
        told = ties or joints.likewise.search(reading.key, max(0, s - 64), s) or _goes_on(reading, place, s, e)
        if country in reading.eventful and told:
            following = behind[number + 1][0] if number + 1 < len(behind) else end
            ties.append(Tie(country, reading.years_in(e, min(following, e + OWN_YEAR))))
        place = e
    return ties or _come_after(candidate, reading, behind) or _come_before(candidate, reading)


def _goes_on(reading: Reading, at: int, start: int, end: int) -> bool:
    """Does a year end what is told before a country, which has its own: took power in 2022, and in Mali in 2020?"""
    if not reading.years_in(at, start) or not reading.years_in(end, end + OWN_YEAR):
        return False
    return bool(reading.crises.joints.joined.match(reading.key[at:start]))


def _come_after(candidate: Candidate, reading: Reading, behind: list[tuple[int, int, str]]) -> list[Tie]:
    """A row of countries that a clause ends with and that a mention came after: …, following Guinea and Mali.

    But not: seized power, after Mali and Chad had closed their borders.
    """
    if len(behind) < 2 or candidate.rule not in TELLING:
        return []
    key, joints = reading.key, reading.crises.joints
    row: list[tuple[int, int, str]] = []
    place = candidate.end
    for s, e, country in behind:
        gap = key[place:s]
        if row and not joints.joined.match(gap):
            break
        if row or joints.after.match(gap.lstrip(b",")):
            row.append((s, e, country))
        place = e
    ends = len(row) > 1 and _ROW_END.match(key, row[-1][1])
    return [Tie(c, []) for _, _, c in row if c in reading.eventful] if ends else []


def _come_before(candidate: Candidate, reading: Reading) -> list[Tie]:
    """A row that a sentence begins with and that a coup came after: after Mali and Guinea, a coup in Niger.

    But not: after Mali and Chad had closed their borders, the coup in Niger was condemned.
    """
    key, joints = reading.key, reading.crises.joints
    start = reading.sentence(candidate.start)[0]
    before = reading.countries_in(start, candidate.start)
    if len(before) < 2 or candidate.rule not in TELLING:
        return []
    if not joints.after.fullmatch(key[start : before[0][0]].strip()):
        return []
    row = _without_whom_it_befell(rows(before, reading)[0], key)
    if len(row) < 2 or not joints.came.match(key[row[-1][1] : candidate.start]):
        return []
    return [Tie(c, []) for _, _, c in row if c in reading.eventful]


def _without_whom_it_befell(row: list[tuple[int, int, str]], key: bytes) -> list[tuple[int, int, str]]:
    """A row without who is named behind its end: like the rulers of Mali and Guinea, Bazoum was toppled."""
    gaps = [key[e:s].strip() for (_, e, _), (s, _, _) in pairwise(row)]
    return row[:-1] if len(gaps) > 1 and gaps[-1] == b"," != gaps[-2] else row


_ROW_END = re.compile(rb"(?: in (?:19|20)[0-9][0-9])? ?(?:[.;)\x01\x02\"]|$)")


def following_countries(candidate: Candidate, reading: Reading, end: int) -> list[Tie]:
    """Countries behind a plural, however they are joined to it: coups have struck neighbouring Mali and Guinea."""
    after = reading.countries_in(candidate.end, end)
    ends = [*(s for s, _, _ in after[1:]), end][: len(after)]
    ties = [Tie(country, years_from(reading, e, stop)) for (_, e, country), stop in zip(after, ends, strict=True)]
    if ties and not ties[0].years:  # the coups of 2020 and 2021 that brought Goita to power
        ties[0] = ties[0]._replace(years=years_from(reading, candidate.end, after[0][0]))
    return ties


def dated_row(reading: Reading, start: int, end: int) -> list[Tie]:
    """Countries of a sentence that each have a year of their own behind them, in which they had a coup; two at least.

    From Mali in 2020 to Gabon in 2023, soldiers have seized power. | Guinée en 2021, Burkina en 2022: l'armée règne.
    """
    inside = reading.countries_in(start, end)
    if len(inside) < 2:
        return []
    ends = [*(s for s, _, _ in inside[1:]), end]
    row = []
    for (_, e, country), stop in zip(inside, ends, strict=True):
        known = {event.date.year for event in reading.crises.by_country.get(country, ())}
        if years := [year for year in reading.years_in(e, min(stop, e + OWN_YEAR)) if year in known]:
            row.append(Tie(country, years))
    return row if len(row) > 1 else []


def _counts(reading: Reading, start: int, end: int) -> bool:
    """Are coups counted in this sentence? Looked for once, since every mention in it asks."""
    known = reading.counting.get(start)
    if known is None:
        known = reading.counting[start] = bool(reading.crises.joints.counted.search(reading.key, start, end))
    return known


def counted_with(candidate: Candidate, reading: Reading, start: int, end: int) -> list[Tie]:
    """The countries that a coup comes after where coups are counted: the second this summer, after Niger.

    Or where it is told as what spreads: the contagion has reached Ouagadougou, after Niger and Gabon.
    """
    joints = reading.crises.joints
    inside = [p for p in reading.countries_in(start, end) if not candidate.start <= p[0] < candidate.end]
    ties: list[Tie] = []
    place = start
    for s, e, country in inside:
        if ties and not joints.joined.match(reading.key[place:s]):
            break
        if country in reading.eventful and (ties or joints.after.search(reading.key, max(start - 1, s - 40, 0), s)):
            ties.append(Tie(country, []))
        place = e
    # asked last, since it reads the whole sentence
    return ties if ties and (_counts(reading, start, end) or _spreads(candidate, reading)) else []


def _spreads(candidate: Candidate, reading: Reading) -> bool:
    """Is it called a contagion of coups?"""
    first = max(0, candidate.start - SPREADS)
    return bool(reading.crises.phrases.contagion.search(reading.key, first, candidate.end))


# So far before a mention begins that word.
SPREADS: Final = 20


def nearest_countries(candidate: Candidate, reading: Reading, start: int, end: int) -> list[Tie]:
    """Countries that a plural is told of, behind it or in a row before it, whichever stand nearer.

    Coups have struck Mali and Guinea | Mali and Guinea, which have had coups, will help Niger.
    """
    behind = [t for t in following_countries(candidate, reading, end) if t.country in reading.eventful or t.years]
    before = enumerated_before(candidate, reading, start)
    if not behind or not before:
        return behind or before
    gap = reading.key[candidate.end : reading.countries_in(candidate.end, end)[0][0]]
    near = candidate.start - reading.countries_in(start, candidate.start)[-1][1] < len(gap)
    return before if near or b"," in gap else behind


def enumerated_before(candidate: Candidate, reading: Reading, start: int) -> list[Tie]:
    """Two or more countries in a row before a plural: Mali and Burkina Faso have seen coups."""
    row: list[tuple[int, int, str]] = []
    for place in reversed([p for p in reading.countries_in(start, candidate.start) if p[2] in reading.eventful]):
        if row and not reading.crises.joints.joined.match(reading.key[place[1] : row[-1][0]]):
            break
        row.append(place)
    return [Tie(country, []) for country in dict.fromkeys(c for _, _, c in reversed(row))] if len(row) > 1 else []


def enumerated_in_head(reading: Reading, head: int) -> list[Tie]:
    """The countries of the headline, if it names several: Niger and Mali leave the bloc. It had punished the coups.

    Else those of the first sentence that names three: Three states quit. Niger, Mali and Burkina Faso say that …
    """
    named = dict.fromkeys(c for s, _, c in reading.countries if s < head and c in reading.eventful)
    if len(named) > 1:
        return [Tie(country, []) for country in named]
    first = next((s for s, _, _ in reading.countries if s >= head), None)
    if first is None:
        return []
    opening = dict.fromkeys(c for _, _, c in reading.countries_in(*reading.sentence(first)) if c in reading.eventful)
    return [Tie(country, []) for country in opening] if len(opening) > 2 else []


def enumerated_above(reading: Reading, at: int) -> list[Tie]:
    """The three countries of the last sentence that names as many: Mali, Burkina Faso and Niger left. The three …"""
    for place, _, _ in reversed(reading.countries_in(0, at)):
        named = dict.fromkeys(c for _, _, c in reading.countries_in(*reading.sentence(place)) if c in reading.eventful)
        if len(named) > 2:
            return [Tie(country, []) for country in named]
    return []


def the_three_named(reading: Reading, at: int) -> list[Tie]:
    """The three countries named before a place, if there are just so many that had coups: … The three are ruled by …"""
    named = dict.fromkeys(c for _, _, c in reading.countries_in(0, at) if c in reading.eventful)
    return [Tie(country, []) for country in named] if len(named) == THREE else []


def of_all_three(reading: Reading, start: int, end: int) -> bool:
    """Does a sentence speak of three countries that were named before it? The three, all suspended after coups."""
    return bool(reading.crises.joints.the_three.search(reading.key, start, end))


def of_these_states(candidate: Candidate, reading: Reading, start: int, end: int) -> list[Tie]:
    """The countries that "these countries" goes back to: Mali and Burkina did so too. Like Niger, these countries …"""
    joints = reading.crises.joints
    if candidate.rule != "junta":
        if not joints.in_these.match(reading.key, candidate.end):
            return []
    elif not joints.these_states.search(reading.key, start, end):
        return []
    if not start:
        return []
    first = reading.sentence(start - 1)[0]
    named = dict.fromkeys(c for _, _, c in reading.countries_in(first, end) if c in reading.eventful)
    return [Tie(country, []) for country in named] if len(named) > 1 else []


def enumerated_next(reading: Reading, end: int) -> list[Tie]:
    """The contagion of coups. After Mali, Guinea and Niger, Gabon has fallen.

    But not: they must stop. Why go to Niger when the bloc did not do so in Mali, Guinea and Burkina Faso?
    """
    last = reading.sentence(end)[1] if end < len(reading.key) else end
    if reading.crises.joints.not_done.search(reading.key, end, last):
        return []
    listed = listed_next(reading, end)
    return [Tie(country, years) for country, years in listed.items()] if len(listed) >= THREE else []


