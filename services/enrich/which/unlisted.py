"""Coups that no list has yet: who is driven out, and what such a coup is called."""

from __future__ import annotations

import datetime as dt

from services.enrich.read.candidate import Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.headline import head_end, lead_end, weights
from services.enrich.read.patterns import Reigns
from services.enrich.read.reading import Reading
from services.enrich.which.plural import is_plural
from services.enrich.which.ties import tied_countries
from services.enrich.words.shapes import PARTS


def leads_to_whom(between: bytes, reading: Reading) -> bool:
    """Does no more than a rank stand between the word for driving out and a name: the ousted president, General X?"""
    return bool(reading.crises.whose.rank.match(between) or reading.crises.joints.whom.match(between))


# Behind a name, before whom he drove out: ب
_BI = b" " + PARTS["BI"]
# So near behind the word stands whom the one named before it drove out: Doumbouya renverse le président Condé.
OBJECT = 24
# So long a ruler has been one before a coup against him is no longer the one that brought him.
SETTLED = 60


def drives_out_a_ruler(candidate: Candidate, found: list[str], reading: Reading, clock: Clock) -> bool:
    """Is a sitting ruler driven out, and all coups that could be meant are older than his rule?

    Soldiers oust Goita: that is neither of the two coups that he made.
    """
    if candidate.rule != "overthrow" or clock.published is None or not reading.rulers:
        return False
    key, crises, whose = reading.key, reading.crises, reading.crises.whose
    if is_done_to_a_pronoun(candidate, reading):
        return False
    start, end = reading.sentence(candidate.start)
    for hit in reading.names:
        reigns = crises.reigns.get(hit.use.entity)
        if not reigns or not start <= hit.start < end or crises.ids[hit.use.entity] not in reading.present:
            continue
        # but not: أطاح غويتا بالرئيس, where who stands behind the verb did it
        behind = candidate.end <= hit.start and not key.startswith(_BI, hit.end)
        behind = behind and whose.rank.match(key[candidate.end : hit.start]) is not None
        object_behind = any(candidate.end <= at < candidate.end + OBJECT for at in reading.linked)
        # Goita toppled the interim president; but not: Bongo toppled by the presidential guard
        by_whom = whose.by_whom.match(key, candidate.end)
        ruler_behind = bool(reading.cues_in("ruler", candidate.end, candidate.end + OBJECT))
        object_behind = object_behind or (ruler_behind and not by_whom)
        own = hit.end <= candidate.start and not object_behind
        before = own and whose.suffered.match(key[hit.end : candidate.start])
        since = _sits_since(reigns, clock.published) if behind or before else None
        if since is not None:
            known = [crises.events[e].date for e in found if e in crises.events]
            return all((day - since).days <= SETTLED for day in known) and not _long_ago(start, end, reading, since)
    return False


def is_against_another(candidate: Candidate, found: list[str], reading: Reading) -> bool:
    """Is it staged against the ruler of a country that had none? Ba za ta yi wa gwamnatin Tinubu juyin mulki ba.

    Then it is not the coup in Niger, of which the article is.
    """
    key, crises = reading.key, reading.crises
    start = max(reading.sentence(candidate.start)[0], candidate.start - AGAINST)
    for hit in reading.names:
        if hit.use.entity not in crises.rulers or not start <= hit.start < hit.end <= candidate.start:
            continue
        if key[hit.end : candidate.start].strip() or not crises.whose.done_against.search(key, start, hit.start):
            continue
        land = crises.speaks_for[hit.use.entity]
        return land is not None and all(crises.events[e].country != land for e in found if e in crises.events)
    return False


# So far before it stands against whom.
AGAINST = 56


def is_done_to_a_pronoun(candidate: Candidate, reading: Reading) -> bool:
    """Does an Arabic verb end in whom it was done to? Who is named behind it did it: الذي انقلب عليه تراوري."""
    return bool(reading.crises.whose.done_to.search(reading.key, candidate.start, candidate.end))


def _long_ago(start: int, end: int, reading: Reading, since: dt.date) -> bool:
    """Does the sentence, or the one before it, speak of years before his rule? In 1983 …; then he was toppled too."""
    years = reading.years_in(reading.sentence(start - 1)[0] if start else start, end)
    return bool(years) and max(years) < since.year


def _sits_since(reigns: Reigns, day: dt.date) -> dt.date | None:
    """From when on who rules on a day has done so, if he is settled by then."""
    for since, until in reigns:
        if since and (day - since).days > SETTLED and (until is None or until >= day):
            return since
    return None


def judged_late(reading: Reading, clock: Clock) -> bool:
    """Does a court deal with what the first lines date to an earlier year? It is no attempt of these days.

    Soldiers are tried for the attempt of March 2021. | jailed for that of three years ago
    """
    if clock.published is None or "charged" not in reading.cues:
        return False
    last, lead = clock.published.year - 1, lead_end(reading)
    if not reading.cues_in("charged", 0, lead):
        return False
    # but not the years in which those whom it was against came to power
    known = reading.crises.by_country
    rose = {e.date.year for c in reading.eventful for e in known.get(c, ()) if not e.failed and clock.recent(e)}
    years = [year for year in reading.years_in(0, lead) if year not in rose]
    if years and max(years) < last:
        return True
    told = {reading.sentence(hit.start) for hit in reading.cues_in("attempt", 0, lead)}
    return any(back > 1 for place in told for back in reading.years_back(*place))


def unlisted(
    group: list[Candidate], reading: Reading, clock: Clock, *, attempt: bool
) -> tuple[str, str] | None:
    """Id and country of a coup that no list has: togo-2026, togo-2026-attempt. The next coup is never in a list.

    None where the text has no date, tells it only in passing, says no country, or one with a known coup of that year.
    """
    if clock.published is None:
        return None
    for candidate in group:
        if is_plural(candidate, reading):
            continue  # Whoever asks why there are coups in Africa tells none
        acts = candidate.start < lead_end(reading) and reading.in_sentence(candidate.start, "soldiers", "ruler", "seat")
        if candidate.start >= head_end(reading) and not acts:
            continue
        start, end = reading.sentence(candidate.start)
        if is_elsewhere(candidate, reading) or is_dated_by_headline(candidate, reading, clock):
            continue
        near = sorted((abs(s - candidate.start), c) for s, _, c in reading.countries_in(start, end))
        ties = tied_countries(candidate, reading, start, end)
        opens = _of_headline(reading) if candidate.start < head_end(reading) else None
        country = opens or (ties[0].country if ties else near[0][1] if near else _spoken_of(reading))
        if country is None:
            continue
        this, last = clock.published.year, clock.published.year - 1
        years = reading.years_in(start, end) or reading.years_in(0, lead_end(reading))
        # a year after the riots of 2022: that is when it is told
        counted = reading.cues_in("anniversary", 0, lead_end(reading))
        dated = last in years and this not in years and not counted
        before = reading.in_sentence(candidate.start, "last-year") or dated
        year = last if before else this
        known = reading.crises.by_country.get(country, ())
        taken = any(e.date.year == year and clock.has_seen(e) for e in known)
        return None if taken else (f"{country}-{year}" + ("-attempt" if attempt else ""), country)
    return None


def is_dated_by_headline(candidate: Candidate, reading: Reading, clock: Clock) -> bool:
    """Does the headline give a year before the last to what it names, or to what is told below without a year?

    Haiti, 30 September 1991. A military coup. | Lima, October 1968. Soldiers carried the president off in a coup.
    """
    head = head_end(reading)
    if clock.published is None or not reading.title_end:
        return False
    years = reading.years_in(0, head)
    if years and candidate.start >= head and reading.years_in(*reading.sentence(candidate.start)):
        return False
    return bool(years) and max(years) < clock.published.year - 1


def is_elsewhere(candidate: Candidate, reading: Reading) -> bool:
    """Is it told of neighbours that are not named? Senegal feared their lot: soldiers have grabbed power there."""
    start = max(reading.sentence(candidate.start)[0] - 1, candidate.start - ELSEWHERE, 0)
    return bool(reading.crises.phrases.elsewhere.search(reading.key, start, candidate.start))


# So near before a mention stand those neighbours.
ELSEWHERE = 60


def _of_headline(reading: Reading) -> str | None:
    """The country that a headline begins with before a colon: Mali: two generals and a Frenchman are held."""
    if not reading.title_end:
        return None
    inside = reading.countries_in(0, head_end(reading))
    if not inside or inside[0][0] > 0 or not reading.key[inside[0][1] :].lstrip().startswith(b":"):
        return None
    return inside[0][2]


def _spoken_of(reading: Reading) -> str | None:
    scores = weights(reading)
    country = max(scores, key=lambda c: scores[c], default=None)
    return country if country is not None and scores[country] > 1 else None  # named once, far below: no subject
