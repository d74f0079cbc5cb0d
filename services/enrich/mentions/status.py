"""What a text says became of a coup: told as fact, denied, feared, planned, or long past. And of what type it was."""

from __future__ import annotations

import re

from schemas.crisis import Event
from services.enrich.find.plots import is_attempt, is_judged, is_plot, is_plot_alone
from services.enrich.mentions.undated import is_of_an_earlier_month, of_last_months
from services.enrich.read.candidate import FIRST_DAYS, TELLING, Candidate
from services.enrich.read.clock import UNDATED_SINCE, YEAR, Clock
from services.enrich.read.headline import head_end, lead_end
from services.enrich.read.nearby import said_after, said_before
from services.enrich.read.reading import MONTH_ROLES, CueHit, Reading, month_role
from services.enrich.which.bygone import are_earlier, are_several
from services.enrich.which.plural import is_plural
from services.enrich.which.unlisted import is_dated_by_headline, is_elsewhere, judged_late


def status(candidate: Candidate, event: Event | None, reading: Reading, clock: Clock, central: set[str]) -> str:
    """`asserted` or `historical`. `central` holds the events that are a subject of the article.

    A coup stays asserted for twelve months where it is the subject; elsewhere it is background, however recent.
    """
    if event is None:
        # Without a date of its own a text is taken for one of today: a coup of 1917 is past for all of them.
        charged = said_before("charged", candidate, reading) and is_plot(candidate, reading)
        if (charged or is_judged(candidate, reading)) and not are_earlier(candidate, reading):
            return "asserted"  # that they planned it is what the court finds: accused of a plot after the vote of 2022
        recent = clock.published.year - 1 if clock.published else UNDATED_SINCE
        start, end = reading.sentence(candidate.start)
        around = reading.years_in(max(start, candidate.start - 40), min(end, candidate.end + 30))
        # On December 1, 1990, he ascended to the highest office after a coup
        around = around or reading.years_in(start, min(start + OPENING, candidate.start))
        if is_plot_alone(candidate, reading):
            around = []  # held for plotting against a junta that took power in 2021
        if (around and max(around) < recent) or is_dated_by_headline(candidate, reading, clock):
            return "historical"
        # The failed coup in the Soviet Union, 33 years ago
        if any(years > 1 for years in reading.years_back(*reading.sentence(candidate.start))):
            return "historical"
        behind = min(24, max(0, end - candidate.end - 2))  # not the first word of the next sentence
        past = said_before("past", candidate, reading) or said_after("past", candidate, reading, behind)
        past = past or reading.in_sentence(candidate.start, "history") or _is_how_he_rose(candidate, reading)
        past = past or is_elsewhere(candidate, reading) or are_several(candidate, reading)
        tried = is_attempt(candidate, reading)
        past = past or (tried and (is_plural(candidate, reading) or judged_late(reading, clock)))
        return "historical" if past else "asserted"
    if event.id not in central:
        return "historical"
    undated = clock.published is None and is_past_without_a_date(event, reading, central)
    past = undated or clock.over_a_year_after(event)
    return "historical" if past else "asserted"


def is_past_without_a_date(event: Event, reading: Reading, central: set[str]) -> bool:
    """Does a text without a date say by its words that this coup, a subject of it, was over a year before?"""
    return _is_past_undated(event, reading) or _long_before(event, reading, central) or _is_of_bare_year(event, reading)


# Within so many letters a sentence that begins by its date has said it.
OPENING = 24


def _long_before(event: Event, reading: Reading, central: set[str]) -> bool:
    """Is it more than twelve months before what an undated text knows of?

    Beside a watched crisis that is the subject, half a year: Niger leaves the bloc with Mali and Burkina Faso.
    """
    watched = {crisis.event for crisis in reading.crises.crises} & central
    least = YEAR // 2 if watched and event.id not in watched else YEAR
    return reading.no_earlier is not None and (reading.no_earlier - event.date).days >= least


# So near a mention stands its year, and so near before that its month.
OWN_YEAR = 40
ITS_MONTH = 24


def _is_of_bare_year(event: Event, reading: Reading) -> bool:
    """Does an undated text give its only coup the year, and no day: the coup of 2023, the coup in July 2023?

    Nobody says so that year. In a row of coups each has its year: soldiers rule Mali since 2020 and Niger since 2023.
    """
    if any(told != event.id for _, told in reading.told) or is_of_an_earlier_month(event, reading):
        return False
    for at, _ in reading.told:
        start, end = reading.sentence(at)
        first, last = max(start, at - OWN_YEAR), min(end, at + OWN_YEAR + OWN_YEAR)
        if event.date.year not in reading.years_in(first, last):
            continue
        months = [hit for role in MONTH_ROLES for hit in reading.cues_in(role, max(start, first - ITS_MONTH), last)]
        if not any(_has_a_day(hit, reading) for hit in months):
            return True
    return False


def _has_a_day(month: CueHit, reading: Reading) -> bool:
    """Does a day stand beside a month, or a part of it: 26 July, July 26, 26 ga watan Yuli, at the end of July?"""
    before = reading.key[max(0, month.start - DAY) : month.start]
    if _DAY_BEFORE.search(before) or reading.crises.times.part_of_month.search(before):
        return True
    return bool(_DAY_BEHIND.match(reading.key, month.end))


# So near a month stands its day.
DAY = 16
_DAY_BEFORE = re.compile(rb"(?<![0-9])[0-3]?[0-9](?:er|st|nd|rd|th)?(?: [a-z]{2,5}){0,2} $")
_DAY_BEHIND = re.compile(rb" [0-3]?[0-9](?![0-9])")


def _is_past_undated(event: Event, reading: Reading) -> bool:
    """Is a coup past in a text without a date: an old one, or two years before a day that the text gives in full?

    It was confirmed on August 14, 2025. He came to power by two coups in 2020 and 2021.
    """
    if event.date.year < UNDATED_SINCE:
        return not of_last_months(event, reading)
    days = [reading.sentence(at) for at in reading.dating]
    if any(year - event.date.year > 1 for start, end in days for year in reading.years_in(start, end)):
        return True
    return any(_is_a_year_later(event, month, start, end, reading) for start, end in days for month in range(1, 13))


def _is_a_year_later(event: Event, month: int, start: int, end: int, reading: Reading) -> bool:
    """Does a passage name a month with its year, twelve or more after the coup: in July 2024 it took the mine?"""
    hits = reading.cues_in(month_role(month), start, end)
    years = [year for h in hits for year in reading.years_in(h.end, h.end + 2)]
    return any((year - event.date.year) * 12 + month - event.date.month >= 12 for year in years)


def _is_how_he_rose(candidate: Candidate, reading: Reading) -> bool:
    """Eyadema, who came to power in a military coup, ruled for 38 years."""
    return bool(reading.crises.times.rose.search(reading.key, reading.sentence(candidate.start)[0], candidate.start))


def coup_type(candidates: list[Candidate], event: Event | None, state: str, reading: Reading, clock: Clock) -> str:
    """`attempted`, `conspiracy`, `alleged` or `realized`: what the text of that day shows."""
    if event is not None:
        return event.type or _type_of_event(candidates, event, reading, clock)
    if state == "negated":
        # the headquarters deny a plan for a coup; what a headline says goes before what is told below it
        denied = [c for c in candidates if c.start < reading.title_end] or candidates
        planned = all(said_before("plot", c, reading) or said_before("future", c, reading) for c in denied)
        return "conspiracy" if planned else "alleged"
    if any(is_plot(c, reading) for c in candidates):
        head = head_end(reading)
        first = [c for c in candidates if c.start < head]
        tried = any(c.rule == "coup" and is_attempt(c, reading) for c in first)
        return "attempted" if tried and not any(is_plot(c, reading) for c in first) else "conspiracy"
    if any(is_attempt(c, reading) for c in candidates) and not _are_counted(candidates, reading):
        return "alleged" if state == "historical" and _are_charges(candidates, reading) else "attempted"
    if state == "future" or any(said_before("plot", c, reading) for c in candidates):
        return "conspiracy"
    if state == "hypothetical" or any(said_before("claim", c, reading) for c in candidates):
        return "alleged"
    return "realized"


def _are_charges(candidates: list[Candidate], reading: Reading) -> bool:
    """Are several attempts only what people are accused of: freed are soldiers accused of attempts in past years?

    But not: soldiers who were tried for attempts.
    """
    return all(is_plural(c, reading) and said_before("claim", c, reading) for c in candidates)


def _are_counted(candidates: list[Candidate], reading: Reading) -> bool:
    """Are coups of the past counted, be it beside attempts: a long series of coups and attempted coups?"""
    return any(c.start in reading.bygone and not said_before("attempt", c, reading) for c in candidates)


def _within(candidate: Candidate, others: list[Candidate]) -> bool:
    """Is a mention only a part of a longer one, which speaks for both?"""
    length = candidate.end - candidate.start
    return any(
        o.start <= candidate.start and candidate.end <= o.end and o.end - o.start > length
        for o in others
        if o.rule in TELLING
    )


def _of_another_month(candidate: Candidate, event: Event, reading: Reading) -> bool:
    """Was it tried in another month, as the sentence says right behind: among them an attempt in October?"""
    months = reading.cues.keys() & set(MONTH_ROLES)
    end = candidate.end
    hits = [hit for month in months for hit in reading.cues_in(month, end, end + MONTH_BEHIND)]
    return bool(hits) and min(hits).role != month_role(event.date.month)


# So near behind an attempt stands its month.
MONTH_BEHIND = 24


def _type_of_event(candidates: list[Candidate], event: Event, reading: Reading, clock: Clock) -> str:
    """Later texts know how it ended; those of its first days only what they say themselves."""
    if event.failed:
        return "attempted"
    if all(_is_called_so(c, reading) for c in candidates):
        return "alleged"
    age = clock.age(event)
    if age is None and _is_besieged_undated(candidates, event, reading):
        return "attempted"
    if age is None or age > 2:
        return "realized"
    telling = [c for c in candidates if c.rule in TELLING and not _within(c, candidates)] or candidates
    # "four coups and many attempts since independence" says nothing of how today's goes
    telling = [c for c in telling if not is_plural(c, reading)] or telling
    attempts = [c for c in telling if is_attempt(c, reading) and not _of_another_month(c, event, reading)]
    # on its day whoever is detained is not deposed yet
    held = [c for c in candidates if age <= 0 and _is_only_held(c, reading)]
    firm = [c for c in telling if c not in attempts and c not in held and c.rule not in FIRST_DAYS]
    firm = [c for c in firm if not _is_a_mutiny(c, reading) and not (age <= 1 and _is_claimed(c, reading))]
    # Who says that he seized power, or toppled whom, says more than one who speaks of the coup.
    # And a headline says more than the text below it, where the one who was driven out may have his say.
    head, depose = head_end(reading), reading.crises.times.depose
    # the officers who deposed him: what they are called by tells it too
    named = [c for c in candidates if c.rule == "junta" and depose.search(reading.key, c.start, c.end)]
    # first speech of the head of the council: it rules, whatever is called an attempt below
    named += [c for c in candidates if c.rule == "junta-name" and c.start < head]
    firm += named[:1] if named and named[0] not in firm else []
    told = [c for c in firm if c.rule in ("seize", "overthrow") or depose.search(reading.key, c.start, c.end)]
    if age > 0 and _is_announced(told, reading):
        return "realized"
    weight = len(firm) + sum(1 + (c.start < head) for c in told)
    if attempts and len(attempts) * 2 >= weight:
        return "attempted"
    # Coup in Niger: guards hold the president. On its day no one tells yet that power was taken.
    settled = any(c.rule in ("junta", "ousted") and c.start < head and c not in held for c in candidates)
    besieged = age <= 0 and any(c.rule == "hold" for c in telling) and all(_is_the_word(c, reading) for c in firm)
    besieged = besieged and not _is_deposed(candidates, head, reading) and not _is_over(firm, reading)
    return "attempted" if besieged or (not firm and not settled and age <= 1) else "realized"


def _is_announced(told: list[Candidate], reading: Reading) -> bool:
    """Is it said twice in one sentence that they rule? They dissolved the constitution and suspended institutions.

    Then it is done, whatever others above call an attempt.
    """
    places = [reading.sentence(c.start)[0] for c in told if c.rule == "seize"]
    return any(places.count(place) > 1 for place in places)


def _is_called_so(candidate: Candidate, reading: Reading) -> bool:
    """Do only some see it as one? His son took over, abin da wasu ke kallo a matsayin juyin mulki."""
    seen_as, first = reading.crises.joints.seen_as, max(0, candidate.start - CALLED)
    return candidate.rule in TELLING and seen_as.search(reading.key, first, candidate.start) is not None


# So far before a coup begins who calls it one.
CALLED = 64


def _is_only_held(candidate: Candidate, reading: Reading) -> bool:
    """Is a president called detained and no more: who is Bazoum, the president whom his guards hold?"""
    start, end = candidate.start, candidate.end
    if candidate.rule != "ousted" or reading.crises.times.depose.search(reading.key, start, end):
        return False
    return any(hit.end <= end for hit in reading.cues_in("hold", start, end))


def _is_claimed(candidate: Candidate, reading: Reading) -> bool:
    """Do soldiers only claim to have done it? They surround the palace and claim to have taken power."""
    return candidate.rule in ("seize", "overthrow") and said_before("claim", candidate, reading)


def _is_over(firm: list[Candidate], reading: Reading) -> bool:
    """Does a headline tell what came after it? Bongo calls on his friends after the coup."""
    since, end = reading.crises.phrases.since, reading.title_end
    return any(c.start < end and since.search(reading.key, max(0, c.start - WHEN), c.start) for c in firm)


def _is_besieged_undated(candidates: list[Candidate], event: Event, reading: Reading) -> bool:
    """Does a text without a date tell on top that the president is held, and nowhere that power was taken?

    Guards hold the president in his palace; but not: he is held since the coup, he was driven out in July.
    """
    lead = lead_end(reading)
    # the UN condemns the coup attempt that is under way
    attempts = [c for c in candidates if is_attempt(c, reading) or _is_apparent(c, reading)]
    others = [c for c in candidates if c not in attempts and c.rule not in FIRST_DAYS]
    if attempts:  # nor does who is only called detained tell more, or a region of juntas
        others = [c for c in others if not (_is_only_held(c, reading) or is_plural(c, reading))]
        others = [c for c in others if not _is_a_mutiny(c, reading)]
    tried = len(attempts) > 2 * len(others) and attempts[0].start < lead
    if not tried and not any(c.rule in FIRST_DAYS and c.start < lead for c in candidates):
        return False
    if any(not reading.in_sentence(h.start, "today") for h in reading.cue(month_role(event.date.month))):
        return False
    rest = [c for c in others if not is_plural(c, reading)]
    since = reading.crises.phrases.since
    return all(
        (_is_the_word(c, reading) or _is_a_mutiny(c, reading))
        and not since.search(reading.key, max(0, c.start - WHEN), c.end)
        for c in rest
    )


def _is_apparent(candidate: Candidate, reading: Reading) -> bool:
    """Does it only look like one yet: a unit turned against the government in an apparent coup?"""
    first = max(0, candidate.start - APPARENT)
    # the word may begin the mention: an apparent coup
    last = reading.key.rfind(b" ", candidate.start, candidate.end) + 1
    looks = reading.crises.joints.apparent
    return any(looks.search(reading.key, first, at) for at in {candidate.start, max(last, candidate.start)})


# So far before it begins what says so.
APPARENT = 40
# So near before a coup stands what it is only the date of.
WHEN = 16


def _is_deposed(candidates: list[Candidate], head: int, reading: Reading) -> bool:
    """Do soldiers say on top that he is deposed? أعلن عسكريون عزل الرئيس; but not: guards hold the president."""
    deposed, depose = [c for c in candidates if c.rule == "ousted" and c.start < head], reading.crises.times.depose
    return any(depose.search(reading.key, c.start, c.end) for c in deposed)


def _is_a_mutiny(candidate: Candidate, reading: Reading) -> bool:
    """Does it only tell that soldiers rise? Une mutinerie militaire | his guards turned against him"""
    told = candidate.rule in ("coup", "overthrow")
    return told and bool(reading.crises.times.mutiny.search(reading.key, candidate.start, candidate.end))


def _is_the_word(candidate: Candidate, reading: Reading) -> bool:
    """Is it only called a coup, and not told that power was taken?"""
    word = reading.crises.times.coup_word
    return candidate.rule in ("coup", "maybe") and bool(word.search(reading.key, candidate.start, candidate.end))
