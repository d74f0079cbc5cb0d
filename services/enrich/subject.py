"""What an article is about: which country's crisis stands in its headline and lead, and which is only passed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from schemas.cues import Crisis
from services.enrich.reading import Reading

# The first passages of a news text say what it is about.
LEAD = 480
# A text without a headline says with its first two sentences what it is about.
HEADLINE_MAX = 320

Told = list[tuple[int, str]]


def head_end(reading: Reading) -> int:
    """Where the headline ends, in the folded text."""
    if reading.title_end:
        return reading.title_end
    starts = reading.sentence_starts
    return min(starts[2] if len(starts) > 2 else len(reading.key), HEADLINE_MAX)


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


def subject(reading: Reading, eventful: Iterable[str], fresh: Iterable[str]) -> str | None:
    """The country of `eventful` that the article is most about; the first named of two alike.

    One in the headline with a `fresh` coup goes first: "Mali, Burkina Faso warn against attacking Niger".
    """
    scores = weights(reading)
    wanted, new = set(eventful), set(fresh)
    ranked = [c for c in scores if c in wanted]
    return max(ranked, key=lambda c: (c in new and scores[c] >= 10, scores[c]), default=None)


def is_digest(reading: Reading) -> bool:
    """Is it a collection of other news by its headline?"""
    head = head_end(reading)
    return any(hit.start < head for hit in reading.cue("digest"))


def is_about(reading: Reading, event: str, country: str, told: Told, core: list[int] | None = None) -> bool:
    """Is the coup of this country, or what came of it, the subject?

    `told` are the places that tell events, `core` those that name the crisis by its people and bodies.
    """
    head, lead = head_end(reading), lead_end(reading)
    places = [s for s, _, c in reading.countries if c == country]
    named = core or []
    signs = sorted([s for s, e in told if e == event] + named)
    early = bool(signs) and signs[0] < lead
    if not early or is_digest(reading):
        return False
    scores = weights(reading)
    rivals = [scores[c] for c in scores if c != country and c in reading.crises.by_country]
    own = scores[country] + sum(10 if s < head else 3 if s < lead else 1 for s in named)
    if core is not None and is_apart(reading, head, signs, core):
        return False
    if any(s < head for s in places) or any(s < head for s in named):
        return own * 2 >= max(rivals, default=0)
    if any(c != country and c in reading.crises.by_country for s, _, c in reading.countries if s < head):
        return False
    in_head = any(s < head for s in signs)
    spoke = any(h.start < head for h in reading.cue("say", "act"))
    sentences = {reading.sentence(s)[0] for s in places if head <= s < lead}
    party = any(h.start < head and reading.crises.entities[h.use.entity].party for h in reading.names)
    return bool(sentences) and own >= max(rivals, default=0) and (in_head or (party and spoke) or len(sentences) >= 2)


def is_apart(reading: Reading, head: int, signs: list[int], core: Iterable[int]) -> bool:
    """Is it an attack, a flood, a match in the country of the crisis, in whose headline nothing of the crisis stands?"""
    if not any(hit.start < head for hit in reading.cue("apart")):
        return False
    return not (
        any(s < head for s in signs)
        or any(s < head for s in core)
        or any(h.start < head for h in reading.cue("act", "junta"))
    )


def core_places(reading: Reading, crisis: Crisis) -> list[int]:
    """Where people and bodies are named that stand for the crisis."""
    entities = reading.crises.entities
    return [
        h.start
        for h in reading.names
        if (e := entities[h.use.entity]).core
        and e.country == crisis.country
        and e.id in reading.present
        and h.use.cls != "demonym"
    ]
