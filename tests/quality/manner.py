"""Fits the points of seeds/world/manner.yaml to labelled articles, and says what they gain.

    python -m tests.quality.manner [--loss 0.02] [FILE.jsonl ...]

A file has one article a line as `harmattan tag` reads it, with `alert`: true or false. Without files the labelled texts
of tests/quality/texts are taken, but for those that are held out; they are too few to fit anything but a smoke test.
Articles that are not on a crisis, or in a language without such words, are passed over. L1-penalised logistic
regression, by FISTA (Beck & Teboulle 2009): most of what could be counted gets no points and is not printed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final, get_args

import numpy as np
import orjson
import yaml
from numpy.typing import NDArray

from schemas.manner import Counted, Part
from services.cli.tag import article_of
from services.enrich.enrich import Compiled, draft, load
from services.enrich.pieces.reported import count, place_of
from services.enrich.read.headline import head_end
from services.enrich.read.script import language_of
from services.runtime.settings import SEEDS
from tests.quality.measure import NOW

TEXTS: Final = Path(__file__).parent / "texts"
ROLES: Final = (
    "say", "act", "act-weak", "move", "effect", "maybe", "question", "ought", "coup", "junta", "ruler", "soldiers",
    "attempt", "hold", "seize", "overthrow", "ousted", "today", "explainer", "opinion", "anniversary", "history",
    "stance", "arrest", "negate", "denial", "title", "toll",
)
# what stands only there, or takes long to find elsewhere for the little that it says
HEAD_ONLY: Final = ("speaker", "people", "none", "length", "colon", "happens")
MEASURES: Final[tuple[tuple[Part, str], ...]] = tuple(
    (part, name)
    for part in get_args(Part)
    for name in (*ROLES, *get_args(Counted))
    if part == "head" or name not in HEAD_ONLY
)
# Parts into which the articles are dealt, each of which is weighed by points fitted to the others.
FOLDS: Final = 8
PENALTY: Final = 6.0
# What the rules let through is what the points are for: it counts so often.
HARD: Final = 6.0
STEPS: Final = 3_000
Matrix = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """What is counted in an article, whether it deserves an alert, and whether the rules alone give it one."""

    language: str
    counts: tuple[float, ...]
    deserves: bool
    passes: bool


def examples(articles: Iterable[dict[str, Any]], crises: Compiled) -> Iterator[Example]:
    """Of those on a crisis."""
    assert crises.manner is not None
    words, alone = crises.manner.words, replace(crises, manner=None)
    for line in articles:
        if not isinstance(line, dict):
            raise TypeError(f"{str(line)[:60]} is no article")
        if line.get("alert") not in (True, False):
            continue
        article, _ = article_of({k: v for k, v in line.items() if k in _KEYS and v}, NOW)
        tags, reading = draft(article, alone)
        language = language_of(reading)
        if not any(c.salience == "main" for c in tags.crises) or language not in words["weighs"]:
            continue
        head, day = head_end(reading), article.day
        counts = tuple(float(count(reading, place_of(part, head, day), name, words)) for part, name in MEASURES)
        yield Example(language, counts, line["alert"], tags.alert)


_KEYS: Final = ("title", "text", "published", "language", "url", "source")


def fit(x: Matrix, y: Matrix, weight: Matrix, penalty: float) -> tuple[Matrix, float]:
    """Points per column and the base, for columns of any scale; `weight`: how much each row counts."""
    scale = np.abs(x).max(axis=0)
    scale[scale == 0] = 1
    z = np.hstack([x / scale, np.ones((len(x), 1))])
    step = 4 / np.linalg.norm(z * np.sqrt(weight)[:, None], 2) ** 2
    at = ahead = np.zeros(z.shape[1])
    pace = 1.0
    for _ in range(STEPS):
        gradient = z.T @ (weight * (1 / (1 + np.exp(-np.clip(z @ ahead, -30, 30))) - y))
        new = ahead - step * gradient
        new[:-1] = np.sign(new[:-1]) * np.maximum(np.abs(new[:-1]) - step * penalty, 0)
        faster = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        ahead = new + (pace - 1) / faster * (new - at)
        at, pace = new, faster
    return at[:-1] / scale, float(at[-1])


def limit_at(scores: Matrix, loss: float) -> float:
    """The limit below which that share of the articles is that deserve an alert and pass the rules."""
    return float(np.quantile(scores, loss))


def main(arguments: Sequence[str] | None = None) -> None:
    """See the module."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--loss", type=float, default=0.02, help="share of the deserved alerts that may be lost")
    parser.add_argument("--penalty", type=float, default=PENALTY)
    options = parser.parse_args(arguments)
    crises = load(SEEDS)
    try:
        found = list(examples(labelled(options.files), crises))
    except (OSError, ValueError, TypeError) as error:
        parser.error(f"no articles as `harmattan tag` reads them, one a line: {error}")
    if len(found) < FOLDS:
        parser.error(f"{len(found)} articles on a crisis with `alert`: true or false are too few")
    x = np.array([one.counts for one in found])
    y = np.array([float(one.deserves) for one in found])
    passes = np.array([one.passes for one in found])
    weight = np.where(passes & (y == 0), HARD, 1.0)
    language = np.array([one.language for one in found])
    fold = np.arange(len(found)) % FOLDS
    print(f"{len(found)} articles, {int(y.sum())} deserve an alert; {x.shape[1]} things counted")
    scores = np.zeros(len(found))
    for number in range(FOLDS):
        others = fold != number
        points, base = fit(x[others], y[others], weight[others], options.penalty)
        scores[~others] = x[~others] @ points + base
    deserved, undeserved = passes & (y == 1), passes & (y == 0)
    print("each eighth by points of the others; by the rules alone", _said(deserved, undeserved))
    for loss in (0.0, 0.005, 0.01, 0.015, 0.02, 0.03, 0.05):
        above = np.zeros(len(found), dtype=bool)
        for one in set(language):
            own = language == one
            above |= own & (scores >= limit_at(scores[deserved & own], loss))
        print(f"  loss {loss:.3f}:", _said(deserved & above, undeserved & above))
    points, base = fit(x, y, weight, options.penalty)
    limit = {
        str(one): round(limit_at(scores[deserved & (language == one)], options.loss) - base, 2)
        for one in sorted(set(language))
    }
    chosen: dict[str, dict[str, float]] = {part: {} for part in get_args(Part)}
    for (part, name), value in zip(MEASURES, points, strict=True):
        if abs(value) >= 0.05:
            chosen[part][name] = round(float(value), 2)
    yaml.safe_dump({"points": chosen, "limit": limit}, sys.stdout, sort_keys=False, default_flow_style=None)


def _said(deserved: NDArray[np.bool_], undeserved: NDArray[np.bool_]) -> str:
    return f"{int(deserved.sum())} deserved and {int(undeserved.sum())} undeserved alerts"


def labelled(files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """The articles of these files, or the labelled texts of this folder where there are none."""
    for file in files:
        yield from map(orjson.loads, file.read_bytes().splitlines())
    if not files:
        for path in sorted(TEXTS.glob("*.yaml")):
            if not path.name.endswith("held.yaml"):
                for text in yaml.load(path.read_text(), yaml.CSafeLoader):
                    yield text | {"published": str(text.get("published") or "").replace(" ", "T")}


if __name__ == "__main__":
    main()
