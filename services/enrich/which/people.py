"""Which coup the people named around a mention speak of: who made it, who fell, who was brought to power."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from schemas.crisis import Event
from services.enrich.about.core import core_places
from services.enrich.read.candidate import TELLING, Candidate
from services.enrich.read.clock import YEAR, Clock
from services.enrich.read.reading import NameHit, Reading
from services.enrich.which.dates import BESIDE, of_month
from services.enrich.which.ties import tied_countries
from services.enrich.which.unlisted import is_done_to_a_pronoun, leads_to_whom

# How whoever made a coup or fell by it is called: IBK too.
BY_NAME = ("name", "short", "acronym")


def of_makers(candidate: Candidate, reading: Reading) -> bool:
    """Does it name who made a coup, which may have failed, and not who rules by one? Les putschistes; not: la junte."""
    return candidate.rule == "junta" and bool(
        reading.crises.whose.makers.search(reading.key, candidate.start, candidate.end)
    )


def of_whoever_made_it(candidate: Candidate, reading: Reading, clock: Clock, start: int, end: int) -> list[str]:
    """The coup that made someone named before it, where its year or "himself" says so.

    Chad's leader, Mahamat Deby, who himself came to power through the army in 2021, flew to Niamey.
    """
    if not reading.linked or candidate.rule not in TELLING:
        return []
    first = max(start, candidate.start - NEAR)
    at = bisect_left(reading.linked, first)
    if at == len(reading.linked) or reading.linked[at] >= candidate.start:
        return []
    # not a surname that is part of somebody else's full name: Idriss Déby
    before = [h for h in reading.names if first <= h.start < candidate.start and h.start in reading.linked]
    driven = _of_him(candidate, reading)
    for hit in reversed(before):
        # Damiba, renversé en septembre 2022 par Traoré: whoever stands right before such a verb was driven out
        fell = driven or _suffers(hit, candidate, reading)
        whose = reading.crises.unseated if fell else reading.crises.made
        made = whose.get(reading.crises.ids[hit.use.entity], frozenset())
        known = sorted((e for n in made if clock.has_seen(e := reading.crises.events[n])), key=lambda e: e.date)
        if known and hit.use.cls in BY_NAME:
            ties = tied_countries(candidate, reading, start, end)
            if ties and all(e.country not in {tie.country for tie in ties} for e in known):
                return []  # after Doumbouya's putsch in Guinea in 2021, the coup in Mali
            if fell_in := _fell_in(candidate, hit, reading, clock):
                return fell_in
            years = set(reading.years_in(candidate.start - NEAR, min(end, candidate.end + BESIDE)))
            if years:
                return [e.id for e in known if e.date.year in years]
            himself = reading.crises.whose.himself.search(reading.key, hit.end, candidate.end + 10)
            return [known[-1].id] if himself else []
    return []


def _fell_in(candidate: Candidate, hit: NameHit, reading: Reading, clock: Clock) -> list[str]:
    """The coup of the year right behind the verb by which a maker fell: came by a coup in 1992, was ousted in 1996."""
    dated = reading.crises.times.its_year.match(reading.key, candidate.end) if candidate.rule == "overthrow" else None
    if dated is None:
        return []
    fell = (reading.crises.events[e] for e in reading.crises.unseated.get(reading.crises.ids[hit.use.entity], ()))
    return [e.id for e in fell if e.date.year == int(dated.group(1)) and clock.has_seen(e)]


def of_its_people(reading: Reading, clock: Clock, start: int, end: int) -> list[str]:
    """The fresh coup whose people the text names, where the sentence names no country that had another.

    Why we must not fight our neighbour's war. What they did to Bazoum is wrong. It is one thing to condemn a coup …
    """
    for crisis in reading.crises.crises:
        event = reading.crises.events[crisis.event]
        named = (c for _, _, c in reading.countries_in(start, end) if c in reading.eventful)
        if clock.fresh(event) and core_places(reading, crisis) and all(c == crisis.country for c in named):
            return [event.id]
    return []


def whose_victim(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The coup against whoever stands right behind the verb, whatever else is dated beside it.

    He seized power in September 2022, ousting Damiba, who had overthrown President Kaboré eight months before. | Le
    président déchu Mamadou Tandja.
    """
    if candidate.rule not in ("overthrow", "ousted") or is_done_to_a_pronoun(candidate, reading):
        return []
    at = bisect_left(reading.linked, candidate.end)
    if at == len(reading.linked) or reading.linked[at] > candidate.end + VICTIM:
        return []
    for hit in reading.names:
        if hit.use.entity not in reading.crises.linked:
            continue
        if candidate.end <= hit.start <= candidate.end + VICTIM and hit.use.cls in BY_NAME:
            between = _without_demonyms(reading, candidate.end, hit.start)
            if not leads_to_whom(between, reading):
                continue
            fell = reading.crises.unseated.get(reading.crises.ids[hit.use.entity], frozenset())
            known = [e for n in fell if clock.has_seen(e := reading.crises.events[n])]
            if len(known) > 1:  # Dacko, toppled twice: in 1965
                years = reading.years_in(*reading.sentence(candidate.start))
                known = [e for e in known if e.date.year in years]
            return [known[0].id] if len(known) == 1 else []
    return []


# So near behind the verb begins his name.
VICTIM = 64


def is_against_a_stranger(candidate: Candidate, found: list[str], reading: Reading) -> bool:
    """Is whoever stands right behind the verb of no country whose coup was found? He had no wish to oust Putin."""
    if candidate.rule != "overthrow" or is_done_to_a_pronoun(candidate, reading):
        return False
    crises = reading.crises
    for hit in reading.names:
        if not candidate.end <= hit.start <= candidate.end + VICTIM or hit.use.cls not in BY_NAME:
            continue
        between = reading.key[candidate.end : hit.start]
        if not leads_to_whom(between, reading):
            return False
        one = crises.entities[hit.use.entity]
        if one.kind == "person":
            lands = {crises.events[e].country for e in found if e in crises.events}
            return not one.core and hit.use.entity not in crises.linked and one.country not in lands
    return False


def _without_demonyms(reading: Reading, start: int, end: int) -> bytes:
    """The text between two places without what only says whose he is: le renversement du président guinéen Embaló."""
    key, at = b"", start
    for hit in reading.names:
        if start <= hit.start and hit.end <= end and hit.use.cls == "demonym":
            key, at = key + reading.key[at : hit.start].rstrip(), hit.end
    return key + reading.key[at:end]


def of_the_doer_behind(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The one coup of whoever is named right behind a verb that ends in whom it was done to: انقلب عليه تراوري."""
    if candidate.rule != "overthrow" or not is_done_to_a_pronoun(candidate, reading):
        return []
    at = bisect_left(reading.linked, candidate.end)
    if at == len(reading.linked) or reading.linked[at] > candidate.end + DOER:
        return []
    hit = next(h for h in reading.names if h.start == reading.linked[at])
    made = reading.crises.made.get(reading.crises.ids[hit.use.entity], frozenset())
    known = [e for n in made if clock.has_seen(e := reading.crises.events[n])]
    return [known[0].id] if len(known) == 1 else []


# So near behind it begins the name of the doer, a rank between them.
DOER = 16


def of_both_sides(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The coup in which whoever is named right before drove out whoever is named right behind, however old.

    Babangida ya kwace mulki daga hannun Buhari. | Rawlings toppled Limann.
    """
    if candidate.rule not in ("overthrow", "seize") or len(reading.linked) < 2:
        return []
    return both_sides(reading, candidate.start, candidate.end, clock)


def both_sides(reading: Reading, at: int, end: int, clock: Clock | None = None) -> list[str]:
    """The same, for a word for overthrowing that begins and ends here.

    Both may stand behind it: أطاح تراوري في سبتمبر الماضي برفيقه داميبا.
    """
    linked = reading.linked
    i = bisect_left(linked, at)
    first, last = reading.sentence(at)
    around = 0 < i < len(linked) and linked[i - 1] >= first and end <= linked[i] < min(last, end + VICTIM)
    if around and (found := _of_pair(reading, linked[i - 1], linked[i], clock)):
        return found
    if i + 1 < len(linked) and end <= linked[i] < end + DOER and linked[i + 1] < min(last, end + 2 * VICTIM):
        return _of_pair(reading, linked[i], linked[i + 1], clock)
    return []


def _of_pair(reading: Reading, one: int, other: int, clock: Clock | None) -> list[str]:
    """The coup by which of those who are named at two places one drove out the other."""
    crises = reading.crises
    before, behind = (
        {crises.ids[h.use.entity] for h in reading.names if h.start == place and h.use.entity in crises.linked}
        for place in (one, other)
    )
    # Kaboré was toppled by Damiba: each pair has one coup, whoever is named first
    for maker, victim in ((before, behind), (behind, before)):
        made = {e for name in maker for e in crises.made.get(name, ())}
        both = made & {e for name in victim for e in crises.unseated.get(name, ())}
        if both:
            break
    return [e for e in both if clock is None or clock.has_seen(crises.events[e])]


def of_who_tried(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The attempt of whoever is named in its sentence, or in the one before it where it has no year of its own.

    Dimka's men shot him in a coup attempt that failed. | General Salou is free. He was held for an attempted coup.
    """
    if candidate.rule not in TELLING:
        return []
    start, end = reading.sentence(candidate.start)
    found = _tried_by(reading, clock, start, end)
    if found or not start or reading.years_in(start, end):
        return found
    return _tried_by(reading, clock, reading.sentence(start - 1)[0], start)


def _tried_by(reading: Reading, clock: Clock, start: int, end: int) -> list[str]:
    """The one failed coup of those who are named in [start, end)."""
    at = bisect_left(reading.linked, start)
    if at == len(reading.linked) or reading.linked[at] >= end:
        return []
    crises = reading.crises
    names = {crises.ids[h.use.entity] for h in reading.names if start <= h.start < end} & reading.present
    tried = {e for name in names for e in crises.made.get(name, ()) if crises.events[e].failed}
    return [e for e in tried if clock.has_seen(crises.events[e])] if len(tried) == 1 else []


# Who drives out and who is driven out stands so near to the word for it.
NEAR = 80
TOLD_APART = TELLING | {"ousted", "junta"}


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
        # the June 4th coup of Ghana, decades ago
        known = known or [e for e in reading.crises.by_country.get(country, ()) if clock.has_seen(e)]
        # which failed is not meant by the month of its name years later: asked them to leave last March
        named = reading.years_in(start, end)
        failed = {e.id for e in known if e.failed and ((clock.age(e) or 0) < YEAR or e.date.year in named)}
        recent = [e for e in known if (e.id in failed if e.failed and not attempt else e.failed or not attempt)]
        # On September 21 forces blocked a bridge, and failed to seize power: an attempt may stand far from its month
        reach = end - start if attempt else BESIDE
        one = of_month(reading, clock, recent, max(start, candidate.start - reach), min(end, candidate.end + reach))
        if one:
            return one
    if attempt or not reading.linked:
        return None
    start, end = max(start, candidate.start - NEAR), min(end, candidate.end + NEAR)
    # the officers who toppled Kaboré: whom a junta drove out stands behind it
    victims = candidate.rule == "junta" and not makes
    start = candidate.end if victims else start
    people = (h for h in reading.names if start <= h.start < end and h.start in reading.linked)
    hits = [h for h in people if h.use.cls in BY_NAME]
    for hit in sorted(hits, key=lambda h: abs(h.start - candidate.end)):
        name = reading.crises.ids[hit.use.entity]
        if victims and name not in reading.crises.unseated:
            continue
        if candidate.rule == "coup" and reading.crises.whose.against.match(reading.key[candidate.end : hit.start]):
            continue  # juyin mulki kan gwamnatin Babangida: not the one that he made himself
        if name in reading.present and (linked := _linked(hit, name, reading, candidate)):
            events = reading.crises.by_country.get(country, ())
            if candidate.rule in ("coup", "maybe") and (fresh := _fell_lately(name, events, reading, clock)):
                return fresh
            if own := [e for e in events if e.id in linked and clock.has_seen(e)]:
                if len(own) == 1:
                    return own[0]
                # Rawlings, who made two, in a life that only gives the year of the first
                told = reading.years_in(0, len(reading.key))
                dated = [e for e in own if e.date.year in told] or own
                return of_month(reading, clock, own, *reading.sentence(candidate.start)) or dated[-1]
    return None


def of_its_leader(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The one coup of whoever is said right behind to have led it: killed by his guard in a coup led by Wanké."""
    if candidate.rule not in ("coup", "maybe") or not reading.linked:
        return []
    whose, key, crises = reading.crises.whose, reading.key, reading.crises
    at = bisect_left(reading.linked, candidate.end)
    if at == len(reading.linked) or reading.linked[at] > candidate.end + BESIDE:
        return []
    hit = next((h for h in reading.names if h.start == reading.linked[at]), None)
    if hit is None:
        return []
    # انقلاب قاده: the mention may end by it
    within = whose.led.search(key, candidate.start, candidate.end) and whose.rank.match(key[candidate.end : hit.start])
    if not within and not whose.led_by.match(key[candidate.end : hit.start]):
        return []
    made = crises.made.get(crises.ids[hit.use.entity], frozenset())
    known = [e for n in made if clock.has_seen(e := crises.events[n])]
    return [known[0].id] if len(known) == 1 else []


def is_fall_of_a_maker(candidate: Candidate, reading: Reading) -> bool:
    """Is it the fall of somebody who made a coup and fell by none? He had announced Babangida's downfall."""
    if candidate.rule != "overthrow":
        return False
    at = bisect_left(reading.linked, candidate.start) - 1
    if at < 0:
        return False
    hit = next((h for h in reading.names if h.start == reading.linked[at]), None)
    if hit is None or reading.key[hit.end : candidate.start] not in _OWN:
        return False
    return reading.crises.ids[hit.use.entity] not in reading.crises.unseated


_OWN = (b"'s ", b" s ", b"' ")


def of_a_former(candidate: Candidate, reading: Reading, clock: Clock) -> list[str]:
    """The coup of the one person named who made one, where a junta is a former one: l'ancien chef de la junte."""
    if candidate.rule != "junta" or not reading.linked:
        return []
    if not reading.crises.whose.former.search(reading.key, max(0, candidate.start - 20), candidate.start):
        return []
    made = {e for name in reading.present for e in reading.crises.made.get(name, ())}
    known = sorted((e for n in made if clock.has_seen(e := reading.crises.events[n])), key=lambda e: e.date)
    countries = {e.country for e in known}
    sits = [e.id for c in countries for e in reading.crises.by_country.get(c, ()) if clock.has_seen(e) and not e.failed]
    former = [e.id for e in known if e.id not in sits[-1:]]
    return former if len(countries) == 1 and len(former) == 1 else []


def _led_by(candidate: Candidate, reading: Reading, clock: Clock, country: str) -> Event | None:
    """The coup of whoever is said right behind to have led a junta."""
    if not reading.linked:
        return None
    near = (h for h in reading.names if candidate.end < h.start <= candidate.end + LED_BY)
    for hit in near:
        if reading.crises.whose.led_by.match(reading.key[candidate.end : hit.start]):
            made = reading.crises.made.get(reading.crises.ids[hit.use.entity], frozenset())
            own = [e for e in reading.crises.by_country.get(country, ()) if e.id in made and clock.has_seen(e)]
            if own:
                return own[-1]
    return None


# So near behind it stands his name.
LED_BY = 160


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


# So far behind a name such a verb stands.
PASSIVE = 24


def _suffers(hit: NameHit, candidate: Candidate, reading: Reading) -> bool:
    """Is it said of the name right before a verb of overthrow that it was done to him? Bashir ousted by the army.

    In Arabic a pronoun behind the verb says so from farther off: داميبا، المقيم في توغو منذ الإطاحة به.
    """
    if candidate.rule != "overthrow" or hit.end >= candidate.start:
        return False
    if _of_him(candidate, reading):
        return True
    whose = reading.crises.whose
    if hit.end + 1 == candidate.start and whose.by_whom.match(reading.key, candidate.end):
        return True
    return candidate.start <= hit.end + PASSIVE and bool(whose.was.search(reading.key, hit.end, candidate.start))


def _of_him(candidate: Candidate, reading: Reading) -> bool:
    """Is whom it was done to a pronoun at its end or behind it: الإطاحة به, أطيح بها?"""
    whose = reading.crises.whose
    if whose.his_fall.search(reading.key, max(0, candidate.end - 8), candidate.end):
        return True  # قبل عزله على يد الجيش
    return bool(whose.done_to_one.search(reading.key, max(candidate.start, candidate.end - 4), candidate.end + 5))


DRIVING_OUT = ("overthrow", "ousted", "hold")
