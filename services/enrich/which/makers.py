"""Rulers in a row who came to power by coups: such were Rawlings of Ghana and Sankara and Compaoré of Burkina Faso."""

from __future__ import annotations

from typing import Final

from schemas.crisis import Event
from services.enrich.read.candidate import Candidate, Resolved
from services.enrich.read.clock import Clock
from services.enrich.read.reading import Reading
from services.enrich.which.heads import of_heads_in_a_row
from services.enrich.which.people import BY_NAME
from services.enrich.which.plural import is_plural

# So many make a row; where it is only said that power was seized, of so many countries.
ROW: Final = 2


def with_every_maker(resolved: Resolved, reading: Reading, clock: Clock) -> Resolved:
    """`resolved`, with the coup of each of a row of rulers for those of their countries.

    Soldiers who came to power in coups include Idi Amin of Uganda and Mobutu of Zaire. | Amin and Mobutu seized power
    as soldiers. But not: Amin spoke with Mobutu of the coups in Ghana; Traoré seized power from Damiba.
    """
    if len(reading.linked) < ROW and len(reading.present & reading.crises.heads.keys()) < ROW:
        return resolved
    rows: dict[Candidate, list[Event]] = {}
    for candidate, _, word in resolved:
        if candidate not in rows and word in (None, "historical"):
            row = of_heads_in_a_row(candidate, reading, clock)
            rows[candidate] = row or _made_by_a_row(candidate, reading, clock)
    if not any(rows.values()):
        return resolved
    # officers who came to power in coups: that they did is told already
    lands = {reading.sentence(c.start): {e.country for e in made} for c, made in rows.items() if made}
    out: Resolved = []
    told = {event_id for _, event_id, _ in resolved}
    for candidate, event_id, word in resolved:
        made = rows.get(candidate, [])
        known = reading.crises.events.get(event_id)
        near = lands.get(reading.sentence(candidate.start), set()) if made or candidate.rule == "junta" else set()
        if known is None or known in made or known.country not in near:
            out.append((candidate, event_id, word))
        out += [(candidate, e.id, word) for e in made if e.id not in told]
        told.update(e.id for e in made)
    return out


def _made_by_a_row(candidate: Candidate, reading: Reading, clock: Clock) -> list[Event]:
    """The coups of those who are named in its sentence, if it says that they rose by them; none of one alone."""
    start, end = reading.sentence(candidate.start)
    seized = candidate.rule == "seize"
    if not seized and not (candidate.rule in ("coup", "maybe") and is_plural(candidate, reading)):
        return []
    if not seized and not reading.crises.times.rose.search(reading.key, start, candidate.start):
        return []
    found: dict[str, Event] = {}
    for hit in reading.names:
        name = reading.crises.ids[hit.use.entity]
        if start <= hit.start < end and hit.use.cls in BY_NAME and name in reading.present:
            made = [reading.crises.events[e] for e in reading.crises.made.get(name, ())]
            if known := [e for e in made if not e.failed and clock.has_seen(e)]:
                found[name] = max(known, key=lambda e: e.date)
    several = len({e.country for e in found.values()}) if seized else len(found)
    return list({e.id: e for e in found.values()}.values()) if several >= ROW else []
