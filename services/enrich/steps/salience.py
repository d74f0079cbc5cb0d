"""How much of an article is about each crisis that is watched."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection

from schemas.crisis import Crisis
from schemas.normalized import NormalizedArticle
from services.enrich.about.alliance import acts_with_allies
from services.enrich.about.another import opens_with_another
from services.enrich.about.before import is_before
from services.enrich.about.borne import has_effects
from services.enrich.about.core import core_places
from services.enrich.about.matters import is_matter
from services.enrich.about.subject import (
    act_of_state,
    acts_in_head,
    is_about,
    is_only_in_rows,
    names_several,
)
from services.enrich.draft import CrisisDraft, Draft
from services.enrich.mentions.status import is_past_without_a_date
from services.enrich.read.clock import YEAR
from services.enrich.read.headline import country_in_head, head_end, in_head, lead_end, opening, weights
from services.enrich.read.reading import Reading
from services.enrich.which.events import UNSPECIFIED

FRESH_DAYS = 60


def step(article: NormalizedArticle, reading: Reading, tags: Draft) -> Draft:
    """Fill `crises`, one entry per crisis in the order of the seeds."""
    if not (reading.names or reading.tells):
        tags.crises = [CrisisDraft(c.id, "none") for c in reading.crises.crises]
        return tags  # most articles of a feed
    unlisted = {coup.status for coup in tags.coups if coup.event == UNSPECIFIED}
    tags.crises = [CrisisDraft(c.id, salience(c, article, reading, unlisted)) for c in reading.crises.crises]
    for crisis, found in zip(reading.crises.crises, tags.crises, strict=True):
        # of the coups that a text is on, that of these weeks is a topic of its own
        if found.salience == "main" or (crisis.country in reading.fresh and names_several(reading)):
            _keep_current(crisis, article, reading, tags)
    return tags


def _keep_current(crisis: Crisis, article: NormalizedArticle, reading: Reading, tags: Draft) -> None:
    """For twelve months the coup of a crisis is no background where that is the subject, however late it is named.

    So it is in a text without a date that says nothing of a later time.

    Mali, Niger and Burkina Faso sign a pact. … The last of these coups was in Niger, where soldiers took power in July.
    """
    day = article.day
    if day is None and is_past_without_a_date(reading.crises.events[crisis.event], reading, {crisis.event}):
        return
    if day is not None and not 0 <= (day - crisis.since).days < YEAR:
        return
    past = [coup for coup in tags.coups if coup.event == crisis.event and coup.status == "historical"]
    if past and any(coup.event == crisis.event and coup.status == "asserted" for coup in tags.coups):
        tags.coups = [coup for coup in tags.coups if coup not in past]
    for coup in past:
        coup.status = "asserted"


def salience(crisis: Crisis, article: NormalizedArticle, reading: Reading, unlisted: Collection[str] = ()) -> str:
    """`main`, `background` or `none`. Before the first rumours of a crisis there is none.

    `unlisted`: the states of coups that no list has. Those that are only counted make no headline one on a coup.
    """
    found = _salience(crisis, article, reading, another=any(state != "historical" for state in unlisted))
    in_year = article.day is not None and 0 <= (article.day - crisis.since).days < YEAR
    if found != "main" and in_year and has_effects(crisis, reading):
        reading.borne = True
        return "main"
    return "background" if found == "none" and unlisted and _in_its_year(crisis, article, reading) else found


def _in_its_year(crisis: Crisis, article: NormalizedArticle, reading: Reading) -> bool:
    """Is it named in its first year by a text on a coup that is no known one: Cameroon fears one since Niamey?"""
    day = article.day
    fresh = day is None or 0 <= (day - crisis.since).days < YEAR
    return fresh and any(country == crisis.country for _, _, country in reading.countries)


def _salience(crisis: Crisis, article: NormalizedArticle, reading: Reading, *, another: bool) -> str:
    day = article.day
    if day and day < crisis.since - dt.timedelta(days=1):
        return "none"
    if day is None and is_before(crisis, reading):
        return "none"
    core = core_places(reading, crisis)
    if acts_with_allies(crisis, reading, day):
        return "main"
    if not core and crisis.event not in reading.passed and not _named(crisis, reading):
        return "none"
    told = any(event == crisis.event for _, event in reading.told)
    weeks = day is not None and (day - crisis.since).days <= FRESH_DAYS
    if not (weeks and _is_of_neighbours(crisis, reading)) and _of_another(crisis, reading, told=told, core=bool(core)):
        return "background" if crisis.event in reading.passed else "none"
    places = [start for start, _, country in reading.countries if country == crisis.country]
    if opens_with_another(reading, crisis.event, core + places):
        return "background"
    passed = "background" if told or core or crisis.event in reading.passed else "none"
    if is_only_in_rows(reading, crisis.country, core):
        return passed
    acted = act_of_state(crisis, reading)
    if is_about(reading, crisis.event, crisis.country, reading.told, core) or acted:
        return "main"
    if told and _is_held(crisis, reading):
        return "main"
    if another and _headline_of_country(crisis, reading):
        return "main"
    if weeks and (_headline_of_days(crisis, reading) or _opening_of_days(crisis, reading)):
        return "main"
    return "main" if is_matter(crisis, reading, day) else passed


def _is_held(crisis: Crisis, reading: Reading) -> bool:
    """Is it on somebody of the country whom those who came out of the coup hold or try?

    Activist before a judge in Niamey. He has been in prison for a year … The junta silences its critics, groups say.
    But not: Trader before a judge in Niamey.
    """
    head, entities = head_end(reading), reading.crises.entities
    people = (entities[h.use.entity] for h in reading.names if h.start < head and h.use.cls != "sign")
    if not any(one.kind == "person" and one.country == crisis.country for one in people):
        return False
    if in_head(reading, "apart", "notcoup", "digest") or not reading.has("junta"):
        return False
    start, end = opening(reading, head)
    bars = reading.crises.phrases.behind_bars
    return bool(bars.search(reading.key, 0, head) or bars.search(reading.key, start, end))


def _named(crisis: Crisis, reading: Reading) -> bool:
    """Is the country or its coup spoken of at all? Most articles of a feed never do."""
    if any(country == crisis.country for _, _, country in reading.countries):
        return True
    return any(event == crisis.event for _, event in reading.told)


def _of_another(crisis: Crisis, reading: Reading, *, told: bool, core: bool) -> bool:
    """Is it of another country's coup, the second after Niger's?"""
    if told or core:
        return False
    scores = weights(reading)
    others = {reading.crises.events[event].country for _, event in reading.told}
    if country_in_head(reading, crisis.country) and crisis.country in reading.fresh:
        # Niger: Ouagadougou and Bamako warn of war. Their rulers came by coups themselves.
        others &= reading.fresh
    least = scores[crisis.country] + (crisis.event not in reading.passed)
    return any(scores[c] >= least for c in others)


def _is_of_neighbours(crisis: Crisis, reading: Reading) -> bool:
    """Is the headline of its country too, and all coups told older? Guinea will not apply the sanctions on Niger."""
    known = reading.crises.events
    older = all(known[event].date < crisis.since for _, event in reading.told)
    return older and country_in_head(reading, crisis.country) and acts_in_head(reading)


def _headline_of_country(crisis: Crisis, reading: Reading) -> bool:
    """A coup that is no known one, where the headline is of the country: fear of another coup in Niger."""
    if not country_in_head(reading, crisis.country) or reading.has("notcoup"):
        return False
    scores = weights(reading)
    return scores[crisis.country] == max(scores.values())


def _headline_of_days(crisis: Crisis, reading: Reading) -> bool:
    """In the first weeks a headline that names the country is about its crisis: Wagner chief hails events in Niger."""
    head = head_end(reading)
    if not country_in_head(reading, crisis.country) or names_several(reading):
        return False
    if in_head(reading, "apart", "digest", "idiom") or (reading.has("notcoup") and not _is_sanctioned(crisis, reading)):
        return False
    # Onions run short in Niger; but: aid to Niger runs short since the coup, under the sanctions
    if in_head(reading, "effect") and not (
        in_head(reading, "coup", "maybe", "ousted", "junta", "act-weak") or _is_blamed(crisis, reading, head)
    ):
        return False
    # Niger: the man who gave power back. He had toppled Tandja in 2010.
    events = reading.passed | {event for _, event in reading.told}
    if events == {UNSPECIFIED}:
        return False  # Niger: a history marked by coups
    # but not: Niger: Mali's and Burkina Faso's rulers, who made coups themselves, warn
    lands = {reading.crises.events[event].country for event in events - {UNSPECIFIED}}
    if crisis.event not in events and lands & (reading.fresh | {crisis.country}):
        return False
    # Mayor of Maradi wants water: a town by itself is not the state.
    own = {h.use.entity for h in reading.names if h.start < head and h.use.cls == "name"}
    entities = reading.crises.entities
    return any(entities[n].id == crisis.country or entities[n].party for n in own) or _signs(crisis, reading)


def _is_sanctioned(crisis: Crisis, reading: Reading) -> bool:
    """Does the headline name what was done for a coup that the text tells? Then a match below it is only an aside.

    Lorries wait at the border of Niger as sanctions bite … A match in Malanville was put off.
    """
    told = any(event == crisis.event for _, event in reading.told)
    return told and in_head(reading, "act-weak") and not in_head(reading, "notcoup")


def _is_blamed(crisis: Crisis, reading: Reading, head: int) -> bool:
    """Does one of the first two sentences name the coup and what was done for it, as the reason of what others bear?

    Power cuts weigh on Niger. | The neighbour cut the line, by the sanctions that followed the putsch.
    """
    _, second = opening(reading, head)
    last = reading.sentence(min(second, len(reading.key) - 1))[1]
    told = [at for at, event in reading.told if event == crisis.event and head <= at < last]
    return any(reading.cues_in(role, *reading.sentence(at)) for at in told for role in ("act", "act-weak"))


def _opening_of_days(crisis: Crisis, reading: Reading) -> bool:
    """Does a party act on the country in the first sentence, below a headline that names none with a coup?

    Army chiefs end meeting in Accra. The day of the intervention in Niger has been set, said ECOWAS. Where the headline
    tells the act the country may come later: Countdown to an intervention. Hours before the bloc's ultimatum ends, …
    """
    head = head_end(reading)
    if not reading.title_end or reading.has("notcoup"):
        return False
    if in_head(reading, "apart", "digest", "effect", "idiom", "explainer", "question", "opinion", "toll"):
        return False
    start, end = opening(reading, head)
    named = {country for _, _, country in reading.countries_in(start, end)}
    if not named and acts_in_head(reading):
        later = [c for _, _, c in reading.countries_in(end, lead_end(reading)) if c in reading.eventful]
        named = set(later[:1])
    if crisis.country not in named or any(c in reading.eventful for _, _, c in reading.countries_in(0, head)):
        return False
    entities = reading.crises.entities
    party = any(start <= h.start < end and entities[h.use.entity].party for h in reading.names)
    return party and bool(reading.cues_in("act", start, end))


def _signs(crisis: Crisis, reading: Reading) -> bool:
    """Does anything in the text tell the crisis: its coup, its people and bodies, an act of state?"""
    if core_places(reading, crisis) or reading.has("act", "junta", "ousted"):
        return True
    entities = reading.crises.entities
    return any(event == crisis.event for _, event in reading.told) or any(
        entities[h.use.entity].party for h in reading.names
    )
