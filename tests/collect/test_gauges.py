"""What /metrics says of sources."""

from __future__ import annotations

from prometheus_client import CollectorRegistry

from schemas.source_state import SourceState
from services.collect.gauges import Gauges
from services.sources.health import DAY_MS

NOW = 1_690_500_000_000


def state(name: str, **changes: object) -> SourceState:
    return SourceState.model_validate(
        {"id": name, "address": "https://a.example/", "interval": 900, "polls": 5, "news": NOW, **changes}
    )


def test_a_source_that_is_down_or_silent_is_seen_and_one_that_went_elsewhere_is_not() -> None:
    registry = CollectorRegistry()
    gauges = Gauges(registry)
    down = state("down", fails=9, failing_since=NOW - 2 * DAY_MS)
    gauges.show([down, state("silent", news=NOW - 8 * DAY_MS), state("well"), state("gone")], NOW)
    gauges.show([down, state("silent", news=NOW - 8 * DAY_MS), state("well")], NOW)

    def value(name: str, **labels: str) -> float | None:
        return registry.get_sample_value(f"harmattan_{name}", labels)

    assert [value("sources", health=name) for name in ("down", "silent", "healthy", "retired")] == [1, 1, 1, 0]
    assert value("source_failing_seconds", source="down") == 2 * 86400
    assert value("source_silent_seconds", source="silent") == 8 * 86400
    assert value("source_failing_seconds", source="well") == 0
    assert value("source_failing_seconds", source="gone") is None
