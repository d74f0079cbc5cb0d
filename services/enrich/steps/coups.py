"""Coup mentions: one entry per event and status, each with the words that show it."""

from __future__ import annotations

from schemas.normalized import NormalizedArticle
from services.enrich.draft import Coup, Draft, Mention
from services.enrich.find.candidates import candidates
from services.enrich.find.foiled import is_of_these_days, is_their_word
from services.enrich.find.self_rule import without_self_coups
from services.enrich.mentions.mentions import resolve_all
from services.enrich.mentions.status import coup_type, status
from services.enrich.mentions.told import (
    central_events,
    drop_doubles,
    is_dated,
    is_his_rise,
    is_meant_anew,
    newest_told,
)
from services.enrich.mentions.undated import no_earlier
from services.enrich.read.candidate import FIRST_DAYS, STRENGTH, Candidate
from services.enrich.read.clock import Clock
from services.enrich.read.headline import lead_end
from services.enrich.read.reading import Reading
from services.enrich.which.events import UNSPECIFIED
from services.enrich.which.unlisted import unlisted

# A text that is nothing but cues must end soon; no reader looks past so many.
MAX_CANDIDATES = 300


def step(article: NormalizedArticle, reading: Reading, tags: Draft) -> Draft:
    """Fill `coups`, and leave in the reading where each event is told."""
    if not (reading.tells or reading.countries):
        return tags
    clock = Clock.at(article.day, reading.crises.clocks)
    spoken = {c for _, _, c in reading.countries}
    reading.eventful = {c for c in spoken if clock.recent_of(c, reading.crises.by_country.get(c, ()))}
    reading.fresh = {c for c in reading.eventful if any(clock.fresh(e) for e in clock.known[c] if not e.failed)}
    found = without_self_coups(candidates(reading)[:MAX_CANDIDATES], reading)
    if not found:
        return tags
    resolved = resolve_all(found, reading, clock)
    reading.told = [(c.start, e) for c, e, word in resolved if e != UNSPECIFIED and word != "historical"]
    reading.passed = {e for _, e, word in resolved if word == "historical"}
    central = central_events(reading, clock)
    if clock.published is None:
        reading.no_earlier = no_earlier(resolved, reading)
    newest = newest_told(resolved, reading)
    groups: dict[tuple[str, str], list[Candidate]] = {}
    for candidate, event_id, word in resolved:
        if event_id == UNSPECIFIED and candidate.start in reading.of_own_year:
            event_id, word = reading.of_own_year[candidate.start], word or "historical"
        event = reading.crises.events.get(event_id)
        state = word or status(candidate, event, reading, clock, central)
        later = newest.get(event.country, event.date) if event else None
        if event and later and event.date < later and (
            is_dated(candidate, event, reading, clock) or is_his_rise(candidate, event, later, reading)
        ):
            state = word or "historical"
        groups.setdefault((event_id, state), []).append(candidate)
    if clock.published is None:
        _drop_undated_sieges(groups, reading)
    drop_doubles(groups, reading)
    tags.coups = [_tag(key, group, reading, clock) for key, group in groups.items()]
    _type_as_told(tags.coups)
    for coup in tags.coups:
        if coup.event == UNSPECIFIED and coup.status == "asserted":
            group = groups[UNSPECIFIED, coup.status]
            claimed = coup.type != "realized" and is_their_word(group, reading)
            planned = coup.type == "conspiracy" and is_of_these_days(group, reading)
            if coup.type not in ("realized", "attempted") and not claimed and not planned:
                break
            new = unlisted(group, reading, clock, attempt=coup.type != "realized")
            if new is not None:
                coup.event, country = new
                coup.type = "alleged" if claimed else coup.type
                foiled = coup.type != "realized"
                tags.coups = [c for c in tags.coups if not is_meant_anew(c, country, groups, reading, foiled=foiled)]
            break
    return tags


def _type_as_told(coups: list[Coup]) -> None:
    """What is denied or feared of a known coup is what is told of it: guards hold the president, "it is no coup"."""
    told = {c.event: c.type for c in coups if c.status == "asserted" and c.event != UNSPECIFIED}
    for coup in coups:
        if coup.status in ("negated", "hypothetical"):
            coup.type = told.get(coup.event, coup.type)


def _drop_undated_sieges(groups: dict[tuple[str, str], list[Candidate]], reading: Reading) -> None:
    """Leave out what only tells who holds whom, in a text of any day and of a country that is not watched.

    Ships cannot leave the harbours that are sealed off. | The government sends soldiers to guard the nurses.
    """
    watched = {crisis.event for crisis in reading.crises.crises}
    for key in [k for k, group in groups.items() if k[0] not in watched and {c.rule for c in group} <= FIRST_DAYS]:
        if not any(c.start < lead_end(reading) for c in groups[key]):
            del groups[key]


def _tag(key: tuple[str, str], group: list[Candidate], reading: Reading, clock: Clock) -> Coup:
    event_id, state = key
    event = reading.crises.events.get(event_id)
    shown = max(group, key=lambda c: (STRENGTH[c.rule], -c.start))
    start, end = reading.folded.span(shown.start, shown.end)
    evidence = Mention(start, end, reading.text[start:end])
    return Coup(event_id, coup_type(group, event, state, reading, clock), state, evidence, shown.rule)
