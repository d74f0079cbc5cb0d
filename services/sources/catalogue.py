"""All sources and what is known of them, for commands and the desk: the seeds, and over them what people added."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.source import Source
from schemas.source_state import SourceState
from services.pipeline import SOURCES
from services.runtime.settings import CollectSettings
from services.sources import seeds
from services.sources.health import health
from services.sources.ledger import restore


@dataclass(frozen=True, slots=True)
class Entry:
    """A source, and its state once it was polled."""

    source: Source
    state: SourceState | None
    of_the_seeds: bool

    def health(self, now: int) -> str:
        """new, healthy, failing, down (a day), silent (a week), retired."""
        return health(self.state, now)


async def catalogue(settings: CollectSettings, *, removed: bool = False) -> list[Entry]:
    """Every source that is watched, by id; those too that no longer are, if `removed`.

    Waits for the broker; raises seeds.SeedError.
    """
    ledger = await restore(settings, range(SOURCES.partitions))
    own = seeds.load(settings.seeds) if settings.collect_seeds else {}
    known = {**own, **ledger.sources}
    return [
        Entry(source, _state(source, ledger.states.get(source.id)), source.id not in ledger.sources)
        for _, source in sorted(known.items()) if removed or not source.removed
    ]


def _state(source: Source, state: SourceState | None) -> SourceState | None:
    return state if state and state.address == source.address else None
