"""`python -m tests.fortnight.replay [--articles N] [--seed N]`: the fortnight through the cores, against its truth."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from functools import cache

from schemas.alert import Alert
from schemas.enriched import EnrichedArticle
from services.enrich.enrich import Compiled, load
from services.runtime.settings import SEEDS
from services.stories.files import load as load_rules
from tests.fortnight.generate import Item, fortnight
from tests.stories.stream import Worker, enriched


@dataclass(slots=True)
class Result:
    """What was alerted of what there was."""

    articles: int = 0
    crisis_articles: int = 0
    alerts: list[tuple[Item, Alert]] = field(default_factory=list)
    # development -> how many of its articles had come when it was first alerted, from 1
    first_alert: dict[str, int] = field(default_factory=dict)
    seen: Counter[str] = field(default_factory=Counter)

    @property
    def false(self) -> list[tuple[Item, Alert]]:
        """Alerts on what is no news of the crisis."""
        return [one for one in self.alerts if one[0].truth is None]

    @property
    def per_development(self) -> float:
        """Alerts for each development."""
        return (len(self.alerts) - len(self.false)) / len(self.seen)

    @property
    def late(self) -> dict[str, int | None]:
        """Developments that were not alerted with their first or second article."""
        return {name: self.first_alert.get(name) for name in self.seen if self.first_alert.get(name, 99) > 2}


@cache
def crises() -> Compiled:
    """As they ship."""
    return load(SEEDS)


def article(item: Item, number: int) -> EnrichedArticle:
    """As enrich tags it."""
    return enriched(
        crises(), item.title, item.text, language=item.language, at=item.at, url=item.url, source=item.source,
        published=item.published, origin=number,
    )


def replay(items: list[Item], restart_every: int = 0) -> Result:
    """Every arrival in order, with the rules as they ship; a worker that is restarted remembers by its decisions."""
    worker, result = Worker(by=load_rules(SEEDS)), Result()
    for number, item in enumerate(items):
        result.articles += 1
        if item.truth and item.kind not in ("repeat", "correction"):
            result.seen[item.truth] += 1
        one = article(item, number)
        if not any(crisis.salience != "none" for crisis in one.crises):
            continue
        result.crisis_articles += 1
        for alert in worker.feed(one):
            result.alerts.append((item, alert))
            if item.truth:
                result.first_alert.setdefault(item.truth, result.seen[item.truth])
        if restart_every and number % restart_every == 0:
            worker.restart()
    return result


def show(result: Result) -> None:
    """Alerts against truth, for a person."""
    by_truth: dict[str, list[str]] = defaultdict(list)
    for item, alert in result.alerts:
        by_truth[item.truth or "-"].append(f"{alert.kind} {item.at:%d %H:%M} {item.language} {item.kind}: {item.title}")
    for name, count in result.seen.items():
        first = result.first_alert.get(name)
        print(f"{name}: {count} articles, first alert at article {first}, {len(by_truth[name])} alerts")
        for line in by_truth[name]:
            print(f"    {line}")
    for line in by_truth["-"]:
        print(f"false: {line}")
    print(f"{result.articles} articles, {result.crisis_articles} of the crisis, {len(result.seen)} developments")
    print(f"alerts {len(result.alerts)}, for each development {result.per_development:.2f} (at most 1.2)")
    print(f"false {len(result.false)} of {len(result.alerts)} (at most 2 %)")
    print(f"not alerted within one article of the first report: {result.late or 'none'}")


def main() -> None:
    """See the module."""
    parser = argparse.ArgumentParser(prog="make fortnight", description=__doc__)
    parser.add_argument("--articles", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    show(replay(fortnight(options.articles, options.seed)))


if __name__ == "__main__":
    main()
