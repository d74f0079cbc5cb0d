"""Do the sums add up? Every record of articles.raw ends indexed, duplicate or dead, or is still on its way. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Outcomes:
    """Records of articles.raw by what became of them, each counted once whatever was replayed.

    `revised`: a newer text of a known article took its place; `stale`: an older one went to its history; `empty`:
    tombstones and blank values.
    """

    indexed: int
    duplicate: int
    revised: int
    stale: int
    dead: int
    empty: int

    @property
    def total(self) -> int:
        """All that has ended."""
        return self.indexed + self.duplicate + self.revised + self.stale + self.dead + self.empty


@dataclass(frozen=True, slots=True)
class Expired:
    """What was counted before it was deleted for its age: the documents of the index that keeps these counts."""

    tallies: Sequence[Mapping[str, Any]]

    def of(self, index: str, stream: str, field: str | None = None, value: str = "") -> int:
        """Documents of an index that are gone, of one stream, and of one value of `field` (outcome, error)."""
        counts = [one for tally in self.tallies if tally["index"] == index for one in tally["counts"]]
        return sum(
            int(one["count"]) for one in counts if one["stream"] == stream and (field is None or one[field] == value)
        )


@dataclass(frozen=True, slots=True)
class ServiceState:
    """A service as the broker sees it: its workers, and what each topic still holds for it."""

    workers: int
    lag: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Status:
    """The whole picture at one moment."""

    fed: int
    outcomes: Outcomes
    services: Mapping[str, ServiceState]

    @property
    def in_flight(self) -> int:
        """Fed and not ended yet. Negative where something was counted twice, which must not be."""
        return self.fed - self.outcomes.total

    @property
    def lag(self) -> int:
        """Records that some service has not committed yet."""
        return sum(sum(state.lag.values()) for state in self.services.values())

    def problems(self) -> list[str]:
        """One line for each thing that is wrong; none means that all is well."""
        found = [f"service {name} is down" for name, state in self.services.items() if state.workers == 0]
        if self.in_flight < 0:
            found.append(f"{-self.in_flight} more records have ended than were fed")
        if self.in_flight > 0 and self.lag == 0:
            found.append(f"{self.in_flight} records are nowhere: no service has them before it")
        return found
