"""What an article is about: which country's crisis stands in its headline and lead, and which is only passed."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping

from schemas.crisis import Crisis
from services.enrich.about.another import opens_with_another, spoken_for
from services.enrich.about.apart import WHEN_REACH, is_apart, is_of_a_town, opens_apart
from services.enrich.read.headline import (
    acts_by_itself,
    country_in_head,
    head_end,
    in_head,
    lead_end,
    newer_in_head,
    opening,
    weights,
)
from services.enrich.read.reading import NameHit, Reading

# A text without a headline says at its very beginning that it is a digest.
BEGINS = 24
# A country spoken of so many times less than another is only passed.
PASSED = 6
# The first sentence behind a headline begins within so many letters: titles of pages are followed by a place name.
FIRST = 60

Told = list[tuple[int, str]]


def _party_in_head(reading: Reading) -> bool:
    """Does it name a party to the crisis?"""
    head = head_end(reading)
    return any(h.start < head and _is_party(h, reading) for h in reading.names)


def _is_party(hit: NameHit, reading: Reading) -> bool:
    return reading.crises.entities[hit.use.entity].party


def subject(reading: Reading, eventful: Mapping[str, dt.date], fresh: Iterable[str]) -> str | None:
    """The country of `eventful` (with the day of its last coup) that the article is most about.

    Of two alike in the headline it is that of the later coup: Mali, Burkina Faso and Niger form a pact.

    One in the headline with a `fresh` coup goes first: "Mali, Burkina Faso warn against attacking Niger".
    """
    scores = weights(reading)
    wanted, new = set(eventful), set(fresh)
    most = max((scores[c] for c in scores if c in reading.crises.by_country), default=0)
    # In a life of Rawlings that names Sierra Leone once, no coup is Sierra Leone's: Ghana's are too old to be meant.
    # But Nigeria's senate, days after Niger's coup, speaks of that however often it says Nigeria.
    ranked = [c for c in scores if c in wanted and (scores[c] * PASSED >= most or c in new)]
    heads = {c: scores[c] >= 10 for c in ranked}
    latest = {c: eventful[c] if heads[c] else dt.date.min for c in ranked}
    meant = spoken_for(reading)
    if left := _left_by_troops(reading, [c for c in ranked if heads[c]], eventful):
        new.add(left)
    return max(ranked, key=lambda c: (c in new and (heads[c] or c == meant), scores[c], latest[c]), default=None)


# So near before a country begins what says that troops leave it.
LEFT = 48


def _left_by_troops(reading: Reading, ranked: list[str], eventful: Mapping[str, dt.date]) -> str | None:
    """The country that a headline has troops leave, if of those named there it had the last coup.

    Chad will escort the French who withdraw from Niger: the junta below is Niger's, not where they go.
    """
    last = max(ranked, key=lambda c: eventful[c], default=None)
    if len(ranked) < 2:
        return None
    leaves, head = reading.crises.phrases.pulls_out, head_end(reading)
    at = [s for s, _, c in reading.countries_in(0, head) if c == last]
    return last if any(leaves.search(reading.key, max(0, s - LEFT), s) for s in at) else None


def is_digest(reading: Reading) -> bool:
    """Is it a collection of other news by its headline, or by how it begins: not where ministers met this week?"""
    head = head_end(reading) if reading.title_end else BEGINS
    return any(hit.start < head for hit in reading.cue("digest")[:1])


def is_about(reading: Reading, event: str, country: str, told: Told, core: list[int] | None = None) -> bool:
    """Is the coup of this country, or what came of it, the subject?

    `told` are the places that tell events; `core` those that name a watched crisis by its people and bodies.
    """
    head, lead = head_end(reading), lead_end(reading)
    named = core or []
    signs = [s for s, e in told if e == event] + named
    if core is not None and any(c == country for _, _, c in reading.countries):
        signs += [h.start for h in reading.cue("aftermath")]
    if not any(s < lead for s in signs) or is_digest(reading):
        return False
    if is_of_effects(reading, head, signs) and not (core is not None and _is_blamed(reading, head, country, signs)):
        return False
    if is_apart(reading, head, signs, core or []):
        return False
    rivals = reading.eventful - {country}
    scores = weights(reading)
    strongest = max((scores[c] for c in rivals), default=0)
    own = scores[country] + sum(10 if s < head else 3 if s < lead else 1 for s in named)
    places = [s for s, _, c in reading.countries if c == country]
    if _only_dates(reading, country, head, signs):
        return False
    if len({e for s, e in told if s < head}) >= CONTAGION:
        return False  # From Mali to Gabon coups follow each other
    if core is None and newer_in_head(reading, country):
        return False
    if core is not None and names_several(reading):
        return False
    if opens_with_another(reading, event, places + signs):
        return False
    if any(s < head for s in places + named):
        return own * 2 >= strongest
    if any(s < head and c in rivals for s, _, c in reading.countries):
        if core is not None and spoken_for(reading) == country:
            return True
        return core is not None and _opens_with_it(reading, head, country, signs, rivals)
    if core is None and any(s < head and scores[c] > own for s, _, c in reading.countries):
        # Cameroon: Biya reshuffles his army. It was the day of Gabon's coup. But not: Americans' sentences are cut.
        # They had been tried for the coup in Congo.
        return _opens_with_trial(reading, head, signs)
    if len({e for s, e in told if s < head}) > 1:
        return False  # The contagion of coups: of several, none is the subject
    if core is not None and reading.title_end and _SEVERAL.search(reading.key, 0, head):
        return False  # Africa's contagious coups
    if own < strongest:
        return False
    if core is not None and all(e == event for _, e in told) and _party_meets(reading, head, signs):
        return True
    return _lead_tells(reading, head, lead, places, signs) or (core is None and _opens_with_trial(reading, head, signs))


def _opens_with_it(reading: Reading, head: int, country: str, signs: list[int], rivals: set[str]) -> bool:
    """A saying on rivals in the headline: is the first sentence behind it of this coup, and nothing told of theirs?

    Macron: "Without us there would be no Mali." He called the coup a blow to democracy in Niger.
    """
    start, end = opening(reading, head)
    here = {c for _, _, c in reading.countries_in(start, end)}
    lands = {reading.crises.events[e].country for _, e in reading.told}
    if country not in here or here & rivals or lands & rivals or not any(start <= s < end for s in signs):
        return False
    return in_head(reading, "say") or b'"' in reading.key[:head]


def _opens_with_trial(reading: Reading, head: int, signs: list[int]) -> bool:
    """Does the first sentence behind the headline say who is accused of or tried for the coup?"""
    start, end = opening(reading, head)
    return any(start <= s < end for s in signs) and bool(reading.cues_in("charged", start, end))


def names_several(reading: Reading) -> bool:
    """Is the headline of several countries' coups, and of nobody who does something about them?

    Coups in Niger and Gabon worry Cameroon's ruler; but not: the union condemns the coups in Niger and Gabon.
    Without a headline: coups are back. In Conakry, Bamako, Ouagadougou and Niamey crowds have cheered soldiers.
    """
    head = head_end(reading)
    if len({e for s, e in reading.told if s < head}) < (2 if reading.title_end else CONTAGION):
        return False
    return bool(_SEVERAL.search(reading.key, 0, head)) and not in_head(reading, "say", "act")


def is_only_in_rows(reading: Reading, country: str, core: list[int]) -> bool:
    """Does the top tell of another country, and is this one named only below it, each time with others of its kind?

    Ivory Coast tells French troops to leave. Paris had pulled them out of Mali, Burkina Faso and Niger after coups.
    """
    end = opening(reading, head_end(reading))[1] if reading.title_end else reading.sentence(0)[1]
    top = {c for _, _, c in reading.countries_in(0, end)}
    if core or not top or country in top or any(h.start < end and _is_party(h, reading) for h in reading.names):
        return False
    places = [reading.sentence(start) for start, _, c in reading.countries if c == country]
    rows = ({c for _, _, c in reading.countries_in(*place)} & reading.eventful for place in places)
    return bool(places) and all(len(row) >= ROW for row in rows)


# So many countries that had coups are a row.
ROW = 3
_SEVERAL = re.compile(rb"\b(?:coups|putschs|putsches)(?! de )\b")


# Of so many coups in one headline none is the subject; the three allies are.
CONTAGION = 4


def _only_dates(reading: Reading, country: str, head: int, signs: list[int]) -> bool:
    """Is the crisis only named to say since when, below a headline without it? Salt finds no buyers since the coup."""
    if not reading.title_end or any(s < head for s in signs):
        return False
    ids = reading.crises.ids
    if any(h.start < head and ids[h.use.entity] == country for h in reading.names):
        return False  # a town by itself is not the state, the country is
    if in_head(reading, "say", "act", "act-weak", "junta"):
        return False
    when = reading.crises.phrases.when
    return all(when.search(reading.key, max(reading.sentence(s)[0] - 1, s - WHEN_REACH, 0), s) for s in signs)


def _lead_tells(reading: Reading, head: int, lead: int, places: list[int], signs: list[int]) -> bool:
    """The headline does not name the country: does the lead say enough?

    Junta proposes three years. | Tinubu asks senate for troops. | two sentences of the lead on the country. |
    Algiers proposes six months. The plan is to end the crisis in Niger after the coup.

    But not: Activist held in Pretoria. The adviser to Niger's leader was caught at the border.
    """
    signs, places = ([s for s in all_ if not _says_who(reading, s)] for all_ in (signs, places))
    sentences = {reading.sentence(s)[0] for s in places if head <= s < lead}
    if len(sentences) >= 2 or (sentences and any(s < head for s in signs)):
        return True
    party = _party_in_head(reading)
    signed = {reading.sentence(s)[0] for s in signs if head <= s}
    first = signed & sentences
    opens = any(start < head + FIRST for start in first)
    other = in_head(reading, "apart", "effect") or reading.has("notcoup")
    asks = in_head(reading, "explainer", "question", "opinion")
    if party and opens and not (other or asks):
        return True  # Ecowas ready to go in. Its chiefs will enter Niger, where soldiers deposed the president.
    acts = in_head(reading, "say", "act", "act-weak")
    if acts and not (other or asks) and _of_the_region(reading, head, lead, sentences & signed):
        return True
    return acts and ((bool(sentences) and party) or (opens and not other))


def _of_the_region(reading: Reading, head: int, lead: int, telling: set[int]) -> bool:
    """Is the headline of the whole region, and the lead of no other country's coup? Macron warns of crisis in Sahel."""
    if not telling or not reading.crises.joints.of_a_region.search(reading.key, 0, head):
        return False
    return len({c for _, _, c in reading.countries_in(head, lead) if c in reading.eventful}) == 1


def _party_meets(reading: Reading, head: int, signs: list[int]) -> bool:
    """Does a party to the crisis say or do something, and the first sentence tell of its coup and of no other?

    Ecowas's chiefs meet in Ghana. They seek a way back to the constitution after the coup.
    """
    if not (_party_in_head(reading) and in_head(reading, "say", "act", "act-weak")) or reading.has("notcoup"):
        return False
    if in_head(reading, "apart", "effect", "explainer", "question", "opinion"):
        return False
    start, end = opening(reading, head)
    return any(start <= s < end for s in signs)


def _says_who(reading: Reading, at: int) -> bool:
    """Does a name only say who someone else is: an adviser to Niger's leader?"""
    start = max(reading.sentence(at)[0] - 1, at - BESIDE, 0)
    return bool(reading.crises.phrases.beside.search(reading.key, start, at))


# So near before a name stands whose adviser someone is.
BESIDE = 48


def acts_in_head(reading: Reading) -> bool:
    """Does the headline tell an act of state or against it? Troops and borders are also those of any attack.

    Who leaves or arrives is one where soldiers do: the last French soldier leaves, Russian trainers land.
    """
    weak = not in_head(reading, "apart", "effect", "idiom")
    if acts_by_itself(reading) or (weak and in_head(reading, "act-weak")):
        return True
    return weak and in_head(reading, "move") and in_head(reading, "soldiers")


def is_of_effects(reading: Reading, head: int, signs: list[int]) -> bool:
    """Prices, routes, migration in the headline, and neither the coup, its people nor an act: it is about those."""
    if not reading.title_end or not in_head(reading, "effect", "toll"):
        return False
    if in_head(reading, "toll"):
        return not in_head(reading, "say", "junta")
    acts = () if _asks(reading) else ("act",)
    when = reading.crises.phrases.when  # four months after the coup a solar plant goes into service
    told = any(s < head and not when.search(reading.key, max(s - WHEN_REACH, 0), s) for s in signs)
    return not told and not in_head(reading, "say", "junta", *acts)


def _is_blamed(reading: Reading, head: int, country: str, signs: list[int]) -> bool:
    """Does the first sentence say that what others did about a coup of these weeks brought the effects?

    Food prices soar in Niamey. Shoppers complain, days after Ecowas closed its borders with Niger over the coup.
    """
    start, end = opening(reading, head)
    if country not in reading.fresh or not any(start <= s < end for s in signs):
        return False
    entities = reading.crises.entities
    party = any(start <= h.start < end and entities[h.use.entity].party for h in reading.names)
    return party and bool(reading.cues_in("act", start, end) or reading.cues_in("act-weak", start, end))


def _asks(reading: Reading) -> bool:
    """Does the headline begin with a question? Yadda rufe iyaka ke wahalar da masu sayen shinkafa: it is no act."""
    return any(h.start == 0 for h in reading.cue("question")[:1])


def _allies_act(crisis: Crisis, reading: Reading, head: int) -> bool:
    """A body that is a party to the crisis acts, and the lead names the country: Sahel alliance quits the court.

    It may stand behind the headline: Tinubu: force is the last resort. | Ecowas told its force to be ready for Niger.
    """
    entities = reading.crises.entities
    bodies = [
        h.start for h in reading.names if (e := entities[h.use.entity]).party and e.kind == "organisation"
    ]
    bodies += _juntas(reading, head)
    if not bodies:
        return False
    first = opening(reading, head)[1] if reading.title_end else head
    if not any(start < first for start in bodies):
        return False
    if not (acts_in_head(reading) or in_head(reading, "junta")):
        return False
    first_named = any(start < head for start in bodies)
    if not first_named and in_head(reading, "effect", "apart"):
        return False
    until = lead_end(reading) if first_named else first
    named = any(c == crisis.country for s, _, c in reading.countries if s < until)
    return named and _is_spoken_of_most(crisis, reading)


def _juntas(reading: Reading, head: int) -> list[int]:
    """Where a headline names those of several countries, none of them by name: Moscow will arm the Sahel's juntas."""
    if not reading.title_end or any(s < head and c in reading.eventful for s, _, c in reading.countries):
        return []
    plural, key = reading.crises.joints.plural, reading.key
    return [h.start for h in reading.cues_in("junta", 0, head) if plural.search(key, h.start, h.end)]


def _is_spoken_of_most(crisis: Crisis, reading: Reading) -> bool:
    """Of the countries with coups of these years, is that of the crisis named as much as any?"""
    scores = weights(reading)
    return all(scores[crisis.country] >= scores[c] for c in reading.eventful)


def _acts_on(crisis: Crisis, reading: Reading, head: int) -> bool:
    """An act in the headline, and one towards the country in the first sentence.

    Paris recalls its envoy. Its soldiers will leave Niger too.
    """
    if not reading.title_end or not acts_in_head(reading) or in_head(reading, "effect", "apart"):
        return False
    start, end = opening(reading, head)
    towards = {c for _, _, c in reading.countries_in(start, end)}
    moves = reading.cues_in("move", start, end) and reading.cues_in("soldiers", start, end)
    if crisis.country not in towards or not (moves or reading.cues_in("act", start, end)):
        return False
    return _is_spoken_of_most(crisis, reading)


def act_of_state(crisis: Crisis, reading: Reading) -> bool:
    """The country in the headline and an act of state or against it there: no word for coup, no name is needed."""
    head = head_end(reading)
    party = _party_in_head(reading)
    own = country_in_head(reading, crisis.country)
    own = own or _allies_act(crisis, reading, head) or _acts_on(crisis, reading, head)
    if (in_head(reading, "effect") and _asks(reading)) or (in_head(reading, "toll") and not in_head(reading, "say")):
        return False
    if in_head(reading, "notcoup") or opens_apart(reading) or is_of_a_town(reading, crisis):
        return False  # Congo withdraws from its match with Niger
    # ECOWAS offers Niger its condolences after an attack: a party in the headline is then no act of the crisis,
    # but its sanctions are
    party = party or (in_head(reading, "say") and bool(_juntas(reading, head)))
    party = party and (not in_head(reading, "apart") or in_head(reading, "act-weak"))
    return own and (acts_in_head(reading) or party) and not is_digest(reading) and len(reading.cue("notcoup")) < 2
