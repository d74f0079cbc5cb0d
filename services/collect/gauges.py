"""What /metrics shows of the sources of this worker."""

from __future__ import annotations

from collections import Counter as Count
from collections.abc import Iterable

from prometheus_client import CollectorRegistry, Counter, Gauge

from schemas.source_state import SourceState
from services.sources.health import health

HEALTHS = ("new", "healthy", "failing", "down", "silent", "retired")


class Gauges:
    """Counted a poll at a time."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self.polls = Counter("harmattan_polls", "polls of sources, by outcome", ["outcome"], registry=registry)
        self.fed = Counter("harmattan_collected", "articles fed, by how they came", ["way"], registry=registry)
        self._sources = Gauge("harmattan_sources", "sources of this worker, by health", ["health"], registry=registry)
        self._failing = Gauge(
            "harmattan_source_failing_seconds", "since when a source of this worker fails, 0 where it does not",
            ["source"], registry=registry,
        )
        self._silent = Gauge(
            "harmattan_source_silent_seconds", "since when a source of this worker had nothing new", ["source"],
            registry=registry,
        )

    def show(self, states: Iterable[SourceState], now: int) -> None:
        """Sets the gauges to what is true now; those of sources that went to another worker are gone."""
        self._failing.clear()
        self._silent.clear()
        counts: Count[str] = Count()
        for state in states:
            counts[health(state, now)] += 1
            self._failing.labels(state.id).set((now - state.failing_since) / 1000 if state.failing_since else 0)
            if state.news:
                self._silent.labels(state.id).set(max(0, now - state.news) / 1000)
        for name in HEALTHS:
            self._sources.labels(name).set(counts[name])
