"""What rules would have said of articles that have come: the same decisions, and nothing is written. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from schemas.alert import Alert
from schemas.record import Record
from services.pipeline import DUE
from services.stories.core import Partition, handle
from services.stories.rules import Rules


@dataclass(slots=True)
class Rehearsal:
    """Records of crisis.articles, in the order of each partition, through rules that are tried out.

    What came before `since` is taken in, so that what was known by then is not new, and tells nothing.
    """

    rules: Rules
    since: datetime
    articles: int = 0
    alerts: list[Alert] = field(default_factory=list)
    _partitions: dict[int, Partition] = field(default_factory=dict)

    def take(self, records: Iterable[Record]) -> None:
        """Some more, of any partitions."""
        for record in records:
            partition = self._partitions.setdefault(record.partition, Partition())
            told = handle([record], partition, self.rules)
            if record.timestamp / 1000 < self.since.timestamp():
                continue
            self.articles += bool(record.value and record.key)
            self.alerts += [Alert.model_validate_json(one.value) for one in told.handled.sends if one.topic == DUE.name]

    def fired(self) -> dict[tuple[str, str], list[Alert]]:
        """The alerts of every rule of every crisis, also of those that would have said nothing."""
        found: dict[tuple[str, str], list[Alert]] = {
            (crisis, rule.id): [] for crisis, rules in self.rules.items() for rule in rules.rules
        }
        for alert in self.alerts:
            found[alert.crisis, alert.rule].append(alert)
        return found
