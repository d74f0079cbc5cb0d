"""`make quality`: precision, recall and F per language against the labelled texts, and every miss.

`python -m tests.quality.measure [--held-out | --blind | --opened] [--language xx]`
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from services.cli.tag import article_of
from services.enrich.draft import Draft
from services.enrich.enrich import Compiled, draft, load
from tests.quality.typed import matches

HERE = Path(__file__).resolve().parent
SEEDS = HERE.parents[1] / "seeds"
LANGUAGES = ("en", "fr", "ar", "ha")
NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


@dataclass(slots=True)
class Label:
    """One text and what a reader says of it."""

    id: str
    title: str
    text: str
    published: str | None
    # None where nobody has read them for their entities
    entities: set[str] | None
    coups: set[tuple[str, str, str]]
    salience: str
    alert: bool


@dataclass(slots=True)
class Count:
    """Right, wrongly given, missed."""

    right: int = 0
    extra: int = 0
    missed: int = 0

    def add(self, expected: set[str], given: set[str]) -> None:
        """Count two sets against each other."""
        self.right += len(expected & given)
        self.extra += len(given - expected)
        self.missed += len(expected - given)

    @property
    def precision(self) -> float:
        """Share of the given that is right; 1 if nothing was given."""
        return self.right / (self.right + self.extra) if self.right + self.extra else 1.0

    @property
    def recall(self) -> float:
        """Share of the expected that was given."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0

    @property
    def f(self) -> float:
        """Harmonic mean."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(slots=True)
class Report:
    """All counts of one language."""

    texts: int = 0
    entities: Count = field(default_factory=Count)
    mention: Count = field(default_factory=Count)
    event: Count = field(default_factory=Count)
    status: Count = field(default_factory=Count)
    type: Count = field(default_factory=Count)
    salience: Counter[bool] = field(default_factory=Counter)
    alert: Count = field(default_factory=Count)
    undeserved: Counter[bool] = field(default_factory=Counter)
    # by the query that people type
    typed: Count = field(default_factory=Count)
    misses: list[str] = field(default_factory=list)


def labels(language: str, part: str) -> list[Label]:
    """The texts of a language: part `dev`, `held`, `blind` or `opened` (see README.md)."""
    path = HERE / "texts" / f"{language}.{part}.yaml"
    if not path.exists():
        return []
    return [_label(item) for item in yaml.safe_load(path.read_text(encoding="utf-8"))]


def _label(item: dict[str, object]) -> Label:
    coups = item.get("coups") or []
    entities = item.get("entities")
    assert isinstance(coups, list)
    assert entities is None or isinstance(entities, list)
    published = item.get("published")
    return Label(
        id=str(item["id"]),
        title=str(item.get("title") or ""),
        text=str(item.get("text") or ""),
        published=published.isoformat() if isinstance(published, (dt.date, dt.datetime)) else None,
        entities=None if entities is None else set(entities),
        coups={_coup(c) for c in coups},
        salience=str(item["salience"]),
        alert=bool(item["alert"]),
    )


def _coup(text: str) -> tuple[str, str, str]:
    event, type_, status = text.split()
    return event, type_, status


def measure(language: str, part: str, crises: Compiled) -> Report:
    """Tag every text of a part and count."""
    report = Report()
    for label in labels(language, part):
        request = {"title": label.title, "text": label.text, "published": label.published, "language": language}
        article, _ = article_of({k: v for k, v in request.items() if v}, NOW)
        _compare(label, draft(article, crises)[0], report)
        typed = matches(language, f"{label.title}\n{label.text}")
        report.typed.add({"alert"} if label.alert else set(), {"alert"} if typed else set())
    return report


def _compare(label: Label, tags: Draft, report: Report) -> None:
    report.texts += 1
    given = {(c.event, c.type, c.status) for c in tags.coups}
    entities = {e.id for e in tags.entities}
    salience = next((c.salience for c in tags.crises if c.id == "niger-2023"), "none")
    if label.entities is not None:
        report.entities.add(label.entities, entities)
    report.mention.add({"coup"} if label.coups else set(), {"coup"} if given else set())
    report.event.add({c[0] for c in label.coups}, {c[0] for c in given})
    report.status.add({f"{c[0]} {c[2]}" for c in label.coups}, {f"{c[0]} {c[2]}" for c in given})
    common = {c[0] for c in label.coups} & {c[0] for c in given}
    report.type.add(
        {f"{c[0]} {c[1]}" for c in label.coups if c[0] in common}, {f"{c[0]} {c[1]}" for c in given if c[0] in common}
    )
    report.salience[salience == label.salience] += 1
    report.alert.add({"alert"} if label.alert else set(), {"alert"} if tags.alert else set())
    if not label.alert:
        report.undeserved[tags.alert] += 1
    for what, expected, got in (
        ("entities", entities if label.entities is None else label.entities, entities),
        ("coups", {" ".join(c) for c in label.coups}, {" ".join(c) for c in given}),
        ("salience", {label.salience}, {salience}),
        ("alert", {str(label.alert)}, {str(tags.alert)}),
    ):
        if expected != got:
            differences = [f"-{x}" for x in sorted(expected - got)] + [f"+{x}" for x in sorted(got - expected)]
            report.misses.append(f"{label.id} {what}: {'; '.join(differences)}")


def rows(report: Report) -> list[tuple[str, str]]:
    """The figures of one language as text."""
    out = []
    for name in ("entities", "mention", "event", "status", "type", "alert"):
        count: Count = getattr(report, name)
        out.append((name, f"P {count.precision:.3f}  R {count.recall:.3f}  F {count.f:.3f}"))
    total = sum(report.salience.values())
    out.append(("salience", f"{report.salience[True]}/{total}"))
    out.append(("undeserved alerts", f"{report.undeserved[True]}/{sum(report.undeserved.values())}"))
    typed = report.typed
    out.append(("alert by a query", f"P {typed.precision:.3f}  R {typed.recall:.3f}  F {typed.f:.3f}  (typed.py)"))
    return out


def main() -> None:
    """Print the table and the misses."""
    parser = argparse.ArgumentParser(description="Measure tagging against the labelled texts.")
    parser.add_argument("--held-out", action="store_true", help="the half that no rule was developed on")
    parser.add_argument("--blind", action="store_true", help="texts that were written without a look at the rules")
    parser.add_argument("--opened", action="store_true", help="texts that were blind once, and are developed on now")
    parser.add_argument("--language", choices=LANGUAGES)
    arguments = parser.parse_args()
    chosen = {"blind": arguments.blind, "opened": arguments.opened, "held": arguments.held_out}
    part = next((name for name, wanted in chosen.items() if wanted), "dev")
    crises = load(SEEDS)
    for language in [arguments.language] if arguments.language else LANGUAGES:
        report = measure(language, part, crises)
        print(f"== {language} {part}: {report.texts} texts")
        for name, figures in rows(report):
            print(f"  {name:18} {figures}")
        for miss in report.misses:
            print(f"    {miss}")
    if not arguments.language:
        _stories(part)


def _stories(part: str) -> None:
    from tests.quality import near_copies, story_sets

    count, misses = near_copies.measure(part)
    print(f"== near copies {part}: P {count.precision:.3f}  R {count.recall:.3f}  F {count.f:.3f} (at least 0.95)")
    for miss in misses:
        print(f"    {miss}")
    grouping = story_sets.measure(part)
    print(f"== stories {part}: {grouping.articles} articles, B-cubed P {grouping.precision:.3f}  "
          f"R {grouping.recall:.3f}  F {grouping.f:.3f} (at least 0.85)")
    for miss in grouping.misses:
        print(f"    {miss}")


if __name__ == "__main__":
    main()
