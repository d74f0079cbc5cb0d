"""Coup mentions: one entry per event and status, each with the words that show it."""

from __future__ import annotations

from schemas.normalized import NormalizedArticle
from services.enrich.candidates import STRENGTH, Candidate, candidates
from services.enrich.draft import Coup, Draft, Mention
from services.enrich.events import UNSPECIFIED, Clock, resolve
from services.enrich.reading import Reading
from services.enrich.status import coup_type, said_after, said_before, status
from services.enrich.subject import lead_end, subject, weights


def step(article: NormalizedArticle, reading: Reading, tags: Draft) -> Draft:
    """Fill `coups`."""
    found = candidates(reading)[:400]
    if not found:
        return tags
    clock = Clock(article.published.date() if article.published else None)
    groups: dict[tuple[str, str], list[Candidate]] = {}
    central = _central(reading, found, clock)
    about = subject(reading, _eventful(reading, clock))
    for candidate in found:
        attempt = said_before("attempt", candidate, reading) or said_after("attempt", candidate, reading)
        for event_id in resolve(candidate, reading, clock, about, attempt):
            event = reading.crises.events.get(event_id)
            if event is None and candidate.rule in ("ousted", "junta", "overthrow", "seize", "hold"):
                continue
            groups.setdefault((event_id, status(candidate, event, reading, clock, central)), []).append(candidate)
    if any(event != UNSPECIFIED for event, _ in groups):
        groups.pop((UNSPECIFIED, "asserted"), None)
        groups.pop((UNSPECIFIED, "historical"), None)
    tags.coups = [_tag(key, group, reading, clock) for key, group in groups.items()]
    return tags


def _eventful(reading: Reading, clock: Clock) -> set[str]:
    """Countries of the text that had a coup which a text of this date can mean without saying when."""
    spoken = {c for _, _, c in reading.countries}
    return {c for c in spoken if any(clock.recent(e) for e in reading.crises.by_country.get(c, ()))}


def _central(reading: Reading, found: list[Candidate], clock: Clock) -> set[str]:
    """Countries whose coup is a subject here: the one in the headline or lead that the coup words stand by."""
    eventful = _eventful(reading, clock)
    early = [c for c in found if c.start < lead_end(reading)]
    scores = {c: w for c, w in weights(reading).items() if c in eventful}
    if not early or not scores:
        return set()
    top = max(scores.values())
    return {c for c, w in scores.items() if w >= max(3, top * 0.6)}


def _tag(key: tuple[str, str], group: list[Candidate], reading: Reading, clock: Clock) -> Coup:
    event_id, state = key
    event = reading.crises.events.get(event_id)
    shown = max(group, key=lambda c: (STRENGTH[c.rule], -c.start))
    start, end = reading.folded.span(shown.start, shown.end)
    evidence = Mention(start, end, reading.text[start:end])
    return Coup(event_id, coup_type(group, event, state, reading, clock), state, evidence, shown.rule)
