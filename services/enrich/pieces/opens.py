"""How a text begins that is no news, whatever it tells then: what explains, a review of the press, an encyclopaedia."""

from __future__ import annotations

from typing import Final

from services.enrich.read.headline import opening
from services.enrich.read.reading import Reading

# So near its beginning a text says whose views it reviews.
REVIEWED: Final = 160
# A name at the very beginning has an article before it at most.
ARTICLE: Final = 4


def opens_as_essay(reading: Reading, head: int, *, told: bool) -> bool:
    """Does the text begin as those do that think, review or define? `told`: the headline has a saying or an act.

    Whoever wants to understand why the envoy stays … | The newspaper takes up what the coup costs Paris … | SORAZ is a
    refinery near Zinder. But not: the newspaper says that the envoy has left.
    """
    start, end = opening(reading, head if reading.title_end else 0)
    phrases = reading.crises.phrases
    if phrases.to_understand.match(reading.key, start):
        return True
    if not told and phrases.reviews.search(reading.key, start, min(end, start + REVIEWED)):
        return True
    return not reading.title_end and _defines(reading, start, end)


def _defines(reading: Reading, start: int, end: int) -> bool:
    """Is the first sentence of a text without a headline on what somebody or something is, and is it of no day?

    But not: Niger is a country at war, the general said.
    """
    first = next((hit for hit in reading.names if hit.start >= start), None)
    if first is None or first.start > start + ARTICLE or first.use.cls == "sign":
        return False
    one, key = reading.crises.entities[first.use.entity], reading.key
    if one.demonyms or not reading.crises.phrases.is_a.match(key, first.end, end):
        return False
    return not (reading.cues_in("say", start, end) or reading.crises.phrases.days.search(key, start, end))
