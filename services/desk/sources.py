"""The sources that the health page warns of: those that fail for a day, and those that had nothing new for a week."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from services.runtime.settings import CollectSettings
from services.sources.catalogue import Entry, catalogue
from services.sources.seeds import SeedError
from services.standing import UnknownError

# reading two topics from their beginning costs more than a status, and sources fall silent slowly
FRESH = timedelta(minutes=1)
PATIENCE_S = 15.0
WARNED_OF = ("down", "silent")


@dataclass(frozen=True, slots=True)
class Lost:
    """A source without news. `since` is when it began to fail, or when it had news last."""

    id: str
    name: str
    address: str
    health: str
    since: datetime | None
    problem: str


@dataclass(frozen=True, slots=True)
class Sources:
    """How many there are of each health, and those to look after, the longest lost first."""

    counts: dict[str, int]
    lost: tuple[Lost, ...]


def look(settings: CollectSettings) -> Sources:
    """What `harmattan sources list` would say now. Blocks, PATIENCE_S at most; raises UnknownError."""
    try:
        entries = asyncio.run(asyncio.wait_for(catalogue(settings), PATIENCE_S))
    except TimeoutError:
        where = settings.kafka_bootstrap
        raise UnknownError(f"the sources are not known: Kafka at {where} does not answer") from None
    except SeedError as error:
        raise UnknownError(f"the sources are not known: {error}") from None
    return judged(entries, int(time.time() * 1000))


def judged(entries: Iterable[Entry], now: int) -> Sources:
    """The entries as they are at that moment, in milliseconds since the epoch. Pure."""
    by_health = [(entry, entry.health(now)) for entry in entries]
    lost = [_lost(entry, health) for entry, health in by_health if health in WARNED_OF]
    lost.sort(key=lambda one: (one.since or datetime.max.replace(tzinfo=UTC), one.id))
    return Sources(dict(sorted(Counter(health for _, health in by_health).items())), tuple(lost))


def _lost(entry: Entry, health: str) -> Lost:
    state, since = entry.state, None
    if state is not None:
        since = state.failing_since if health == "down" else state.news or state.succeeded
    return Lost(
        entry.source.id, entry.source.name, entry.source.address, health,
        datetime.fromtimestamp(since / 1000, UTC) if since else None, (state.problem if state else None) or "",
    )
