"""Where an article's headline and lead end, and what stands in them."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from services.enrich.read.reading import HEADLINE_MAX, Reading

# A text without a headline has at least so much in its first two sentences.
DATELINE = 48
# The first passages of a news text say what it is about.
LEAD = 480


def head_end(reading: Reading) -> int:
    """Where the headline ends, in the folded text."""
    if reading.title_end:
        return reading.title_end
    starts = reading.sentence_starts
    # CAIRO, August 22. /TASS/. The union has suspended Niger: where it comes from is no sentence
    end = next((start for start in islice(starts, 2, None) if start > DATELINE), len(reading.key))
    return min(end, HEADLINE_MAX)


def in_head(reading: Reading, *roles: str) -> bool:
    """Does the headline have a cue of one of these roles?"""
    if reading.head_roles is None:
        head = head_end(reading)
        reading.head_roles = {role for role, hits in reading.cues.items() if hits and hits[0].start < head}
    return not reading.head_roles.isdisjoint(roles)


def acts_by_itself(reading: Reading, end: int | None = None) -> bool:
    """Has the headline, or the text up to `end`, an act that is no part of a word for other news?

    Zargi, but not "da ake zargi da sata".
    Nor only what a state has or says wherever somebody is abducted: a tourist is kidnapped in Agadez, her embassy says.
    Nor what is done to migrants on any day: Algeria expels hundreds of migrants to Niger; but not: Niger expels envoy.
    Nor who visits them: the delegation of an aid body goes round refugee camps in Agadez.
    """
    head, phrases = head_end(reading) if end is None else end, reading.crises.phrases
    acts = reading.cues_in("act", 0, head)
    apart = reading.cues_in("apart", 0, head) if acts else []
    if any(phrases.abducted.fullmatch(reading.key, hit.start, hit.end) for hit in apart):
        acts = [hit for hit in acts if not phrases.consular.search(reading.key, hit.start, hit.end)]
    if acts and (sent := phrases.sent_home.search(reading.key, 0, head)):
        acts = [hit for hit in acts if not sent.start() <= hit.start < sent.end()]
    if acts and phrases.uprooted.search(reading.key, 0, head):
        acts = [hit for hit in acts if not phrases.visitors.fullmatch(reading.key, hit.start, hit.end)]
    return any(not any(a.start <= h.start and h.end <= a.end for a in apart) for h in acts)


def country_in_head(reading: Reading, country: str) -> bool:
    """Does the headline speak of this country?"""
    head = head_end(reading)
    return any(c == country for s, _, c in reading.countries if s < head)


def newer_in_head(reading: Reading, country: str) -> bool:
    """Does the headline name another country with a coup of these weeks, which this one has not?

    Mali, Burkina Faso warn against an attack on Niger: theirs, of last year, is background there.
    """
    head = head_end(reading)
    return country not in reading.fresh and any(s < head and c in reading.fresh for s, _, c in reading.countries)


def lead_end(reading: Reading) -> int:
    """Where headline and lead end, in the folded text."""
    return head_end(reading) + LEAD


def weights(reading: Reading) -> Counter[str]:
    """How much each country is spoken of: the headline counts ten times, the lead three times."""
    if reading.weights is not None:
        return reading.weights
    out: Counter[str] = Counter()
    head, lead = head_end(reading), lead_end(reading)
    for start, _, country in reading.countries:
        out[country] += 10 if start < head else 3 if start < lead else 1
    reading.weights = out
    return out


def opening(reading: Reading, head: int) -> tuple[int, int]:
    """The first sentence behind the headline, and before it lines that only say when and where it comes from.

    Brussels, agencies | The union will end its mission in Niger. | 9:15 | Monday | agencies | The union …
    """
    first, end = reading.sentence(min(head + 2, len(reading.key) - 1))
    start = max(first, head)
    for _ in range(LINES_ABOVE):
        line = reading.key[start:end].strip(b" \x01")
        if len(line) > DATELINE or end >= len(reading.key) or line[-1:] in _STOPS:
            break
        start, end = reading.sentence(end)
    return max(first, head), end


# No more such lines stand above a text: the time, the day, the agency, the place.
LINES_ABOVE = 4
_STOPS = (b".", b"!", b"?", b";", b'"')


def speaker_in(reading: Reading, start: int, end: int) -> bool:
    """Does a part of the headline name a person, a party to the crisis or an office?"""
    if any(reading.cues_in(role, start, end) for role in ("title", "junta", "ruler")):
        return True
    entities = reading.crises.entities
    named = (entities[h.use.entity] for h in reading.names if start <= h.start < end and h.use.cls != "sign")
    if any(one.kind == "person" or (one.party and one.kind == "organisation") for one in named):
        return True
    return bool(reading.crises.phrases.speaker.search(reading.key, start, end))


def people_in(reading: Reading, head: int) -> list[int]:
    """Where the headline names people of the crisis."""
    entities = reading.crises.entities
    named = ((h.start, entities[h.use.entity]) for h in reading.names if h.start < head and h.use.cls != "sign")
    return [start for start, one in named if (one.core or one.core_since) and one.kind == "person"]


# Who signs what a headline says is named in so many words.
SIGNED = 5


def signature(reading: Reading, start: int, head: int) -> int:
    """Where the dash stands behind which the headline names in a few words who says it; -1 if it does not."""
    dash = reading.key.rfind(b"\x02", start, head)
    return dash if dash >= 0 and 0 < len(reading.key[dash + 1 : head].split()) <= SIGNED else -1
