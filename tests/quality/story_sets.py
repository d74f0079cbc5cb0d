"""Grouping into stories, measured by B-cubed on the sets of tests/quality/stories, which are fed in order of time."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from tests.quality.near_copies import crises
from tests.stories.stream import Worker, enriched

SETS = Path(__file__).resolve().parent / "stories" / "sets.yaml"


@dataclass(slots=True)
class Grouping:
    """B-cubed precision and recall: of those that share an article's story, those that should; and the reverse."""

    precision: float
    recall: float
    articles: int
    # what was told apart or thrown together, for a person
    misses: list[str] = field(default_factory=list)

    @property
    def f(self) -> float:
        """Their harmonic mean."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def measure(part: str) -> Grouping:
    """All articles of a half in one stream."""
    sets = yaml.safe_load(SETS.read_text("utf-8"))[0 if part == "dev" else 1 :: 2]
    stream = []
    for one in sets:
        for number, (hours, language, title, lead) in enumerate(one["articles"]):
            at = one["at"] + dt.timedelta(hours=hours)
            article = enriched(crises(), title, lead, language=language, at=at, source=f"{language} {number}")
            stream.append((at, one["id"], f"{one['id']}-{language}-{number}", article))
    worker = Worker()
    given, wanted = {}, {}
    for _, truth, name, article in sorted(stream, key=lambda item: (item[0], item[2])):
        worker.feed(article)
        given[name], wanted[name] = worker.story(article), truth
    return b_cubed(given, wanted)


def b_cubed(given: dict[str, str], wanted: dict[str, str]) -> Grouping:
    """Bagga and Baldwin 1998: means over the articles."""
    groups: dict[str, set[str]] = defaultdict(set)
    truths: dict[str, set[str]] = defaultdict(set)
    for name in given:
        groups[given[name]].add(name)
        truths[wanted[name]].add(name)
    precision = recall = 0.0
    for name in given:
        common = len(groups[given[name]] & truths[wanted[name]])
        precision += common / len(groups[given[name]])
        recall += common / len(truths[wanted[name]])
    misses = []
    for truth, names in truths.items():
        stories = {given[name] for name in names}
        if len(stories) > 1:
            biggest = max(stories, key=lambda story: len(groups[story] & names))
            misses.append(f"{truth} apart: {', '.join(sorted(n for n in names if given[n] != biggest))}")
    for members in groups.values():
        if len({wanted[name] for name in members}) > 1:
            misses.append(f"together: {', '.join(sorted(members))}")
    return Grouping(precision / len(given), recall / len(given), len(given), misses)
