"""Why a coup mention has its event, status and type, and why a crisis its weight: in words, for a person."""

from __future__ import annotations

import datetime as dt

from schemas.normalized import NormalizedArticle
from services.enrich.draft import Coup, Draft
from services.enrich.pieces.reported import sums
from services.enrich.read.clock import Clock
from services.enrich.read.headline import head_end
from services.enrich.read.reading import CueHit, Reading
from services.enrich.read.script import language_of
from services.enrich.steps.alert import silence

RULES = {
    "coup": "a word for coup",
    "maybe": "a word that can mean a coup, and the text bears it out",
    "overthrow": "a ruler is driven out",
    "seize": "soldiers take power, or end what rules",
    "soft": "the soft words of a first day",
    "hold": "soldiers hold a ruler or his palace",
    "junta": "who holds power since",
    "junta-name": "the junta's own name",
    "ousted": "the ruler who was driven out",
}
# What a headline says that decides whether the crisis is the subject, and whether it is news.
HEAD = (
    *("act", "act-weak", "move", "say", "aftermath", "apart", "effect"),
    *("explainer", "toward", "opinion", "ought", "voice", "digest", "review", "question", "anniversary"),
)


def reasons(coup: Coup, article: NormalizedArticle, reading: Reading) -> dict[str, str]:
    """One line each for `event`, `status` and `type`."""
    offsets = reading.folded.offsets
    at = coup.evidence.start if offsets is None else int(offsets.searchsorted(coup.evidence.start))
    start, end = reading.sentence(at)
    clock = Clock(article.day)
    return {
        "event": _event(coup, reading, start, end),
        "status": _status(coup, reading, clock, start, end),
        "type": _type(coup, reading, clock, start, end),
    }


def _event(coup: Coup, reading: Reading, start: int, end: int) -> str:
    event = reading.crises.events.get(coup.event)
    if event is None:
        return "no known coup fits the countries and dates"
    if coup.rule == "junta-name":
        return "the name is that of its junta"
    years = f", {event.date.year}" if event.date.year in reading.years_in(start, end) else ""
    if any(c == event.country for _, _, c in reading.countries_in(start, end)):
        return f"{event.country}{years} stands in the sentence; the coup was on {event.date}"
    return f"{event.country} is the country of the article{years}; the coup was on {event.date}"


def _status(coup: Coup, reading: Reading, clock: Clock, start: int, end: int) -> str:
    event = reading.crises.events.get(coup.event)
    if coup.status == "negated":
        return _words(reading, ("negate", "negate-after"), start, end) or "denied"
    if coup.status in ("hypothetical", "future"):
        return _words(reading, (coup.status,), start, end) or "not told as done"
    if coup.status == "historical":
        if event and clock.over_a_year_after(event):
            return "more than twelve months before the article"
        if event:
            return "background: the article is not about it"
        return _words(reading, ("past",), start, end) or "a year long past"
    return "told as fact" if event is None else "the article is about it, within twelve months"


def _type(coup: Coup, reading: Reading, clock: Clock, start: int, end: int) -> str:
    event = reading.crises.events.get(coup.event)
    words = _words(reading, ("attempt", "plot", "claim"), start, end)
    if coup.type == "realized":
        return "told as done"
    if event and event.failed:
        return "known to have failed"
    if coup.type == "attempted" and event and clock.fresh(event):
        return words or "its first day, and nothing firmer than a siege is told"
    return words or {"alleged": "only feared, denied or said"}.get(coup.type, "")


def weight(crisis_id: str, tags: Draft, reading: Reading, article: NormalizedArticle) -> list[str]:
    """What decided the salience of a crisis, and why there is or is no alert."""
    salience = next(c.salience for c in tags.crises if c.id == crisis_id)
    head = head_end(reading)
    names = dict.fromkeys(e.name for e in tags.entities if any(m.start < _shown(reading, head) for m in e.mentions))
    cues = _words(reading, HEAD, 0, head)
    lines = [f"in the headline: {', '.join(names) or 'no name'}{'; ' + cues if cues else ''}"]
    if salience != "main":
        lines.append({"none": "nothing of it in the text", "background": "passed, not the subject"}[salience])
    elif not tags.alert:
        kind = silence(article, reading) or ""
        said = _manner(reading, head, article.day) if kind == "weighed" else _PLAINLY.get(kind, kind)
        lines.append(f"no news: {said}")
    return lines


def _manner(reading: Reading, head: int, day: dt.date | None) -> str:
    """The points by which it is no report, what counted most first."""
    manner = reading.crises.manner
    if manner is None:
        return "for no reason known"
    limit = manner.limit[language_of(reading)]
    added = sums(reading, head, manner, day)
    most = sorted(added, key=lambda one: -abs(added[one]))[:MOST_POINTS]
    shown = ", ".join(f"{part} {name} {added[part, name]:+.1f}" for part, name in most)
    return f"written as a piece that weighs things, {sum(added.values()):.1f} of {limit:.1f} points: {shown}"


# So many of them are shown.
MOST_POINTS = 6


_PLAINLY = {
    "bare": "nothing happens in the headline, and the lines below it name no day and nobody who speaks",
    "chronology": "it is told day by day",
    "filed": "its address files it among opinions",
}


def _shown(reading: Reading, at: int) -> int:
    return reading.folded.span(0, min(at, len(reading.key) - 1))[1] if at else 0


def _words(reading: Reading, roles: tuple[str, ...], start: int, end: int) -> str:
    hits = {role: _longest(reading.cues_in(role, start, end)) for role in roles}
    shown = {role: ", ".join(_written(reading, h) for h in found) for role, found in hits.items()}
    return "; ".join(f"{role}: {words}" for role, words in shown.items() if words)


def _longest(hits: list[CueHit]) -> list[CueHit]:
    """Without those that are part of another: coup plot, not plot as well."""
    return [h for h in hits if not any(o[:2] != h[:2] and o.start <= h.start and h.end <= o.end for o in hits)]


def _written(reading: Reading, hit: CueHit) -> str:
    first, last = reading.folded.span(hit.start, hit.end)
    return f"“{reading.text[first:last]}”"
