"""How long enriching takes: `python -m services.enrich.bench [--names N]`; `measure` is what `make bench` calls.

Where it goes for an article of 3.5 KB that is nothing but news of the crisis: coups 60 %, names 15 %, search and
folding 18 %, all else 7 %. For one of other news, as most are: folding a quarter, the automaton a quarter.

What helped: one automaton for headlines and texts, since the first touch of a second one's memory cost as much as the
rest of a headline; half the memory for each of its states; cues sorted out only when a step asks for one; no pattern
over a whole sentence where a look at 24 letters says that it cannot matter; no look at cues where nothing is named and
no coup told. What did not: Arabic letters read as Latin ones, which halves the automaton's 99 MB, double spaces looked
for with numpy, no garbage collection, clocks kept from article to article, patterns in the order of their length or of
how often their first letters occur, the smaller automaton (it leaves more of the caches to the rest, and takes that
time itself). What is left is resolving ten mentions an article, one by one.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import dataclass, replace
from pathlib import Path

from schemas.gazetteer import Entity
from schemas.normalized import NormalizedArticle
from schemas.record import Record
from services.enrich.enrich import handle
from services.enrich.read.patterns import Compiled, compile_seeds
from services.enrich.read.seeds import read

SEEDS = Path(__file__).resolve().parents[2] / "seeds"
_FILLER = [
    "officials",
    "said",
    "on",
    "Thursday",
    "that",
    "the",
    "talks",
    "would",
    "go",
    "on",
    "in",
    "the",
    "capital",
    "and",
    "that",
    "markets",
    "had",
    "opened",
    "again",
    "after",
    "two",
    "days",
    ",",
    "while",
    "aid",
    "agencies",
    "asked",
    "for",
    "a",
    "road",
    "through",
    "the",
    "north",
    "to",
    "be",
    "kept",
    "free",
    "for",
    "trucks",
    "with",
    "grain",
    "and",
    "fuel",
]


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU microseconds for one article of 3.5 KB, the best of several rounds: other work only adds."""

    article_us: float
    load_s: float
    patterns: int


def articles(count: int = 40) -> list[Record]:
    """News-like articles of 3.5 KB with some thirty names and ten cues each."""
    rng = random.Random(7)
    names = [
        "Mohamed Bazoum",
        "Niamey",
        "ECOWAS",
        "General Abdourahamane Tchiani",
        "the junta",
        "Niger",
        "Nigeria",
        "President Bola Tinubu",
        "the coup",
        "France",
        "the CNSP",
        "Mali",
        "ousted president",
        "Agadez",
        "sanctions",
    ]
    return [_record(_text(rng, names), i) for i in range(count)]


def _text(rng: random.Random, names: list[str]) -> str:
    words: list[str] = []
    while sum(map(len, words)) + len(words) < 3400:
        words += rng.choices(_FILLER, k=rng.randint(4, 18))
        words.append(rng.choice(names))
        if rng.random() < 0.4:
            words[-1] += "."
    return " ".join(words)


def _record(text: str, number: int) -> Record:
    article = NormalizedArticle.model_validate(
        {
            "id": f"{number:032x}",
            "trace_id": "0",
            "origin": "bench-0-0-0",
            "title": "Junta in Niger rejects deadline",
            "text": text,
            "language": "en",
            "published": "2023-08-06T10:00:00Z",
            "received": "2023-08-06T10:00:00Z",
            "version": 0,
            "content_hash": "0" * 32,
        }
    )
    return Record("articles.normalized", 0, number, 0, article.id.encode(), article.model_dump_json().encode())


def measure(extra_names: int = 0, rounds: int = 15) -> Cost:
    """Time `handle`, with `extra_names` invented names beside the gazetteer."""
    start = time.process_time()
    crises = _crises(extra_names)
    loaded = time.process_time() - start
    batch = articles()
    best = min(_round(batch, crises) for _ in range(rounds))
    return Cost(best / len(batch) * 1e6, loaded, len(crises.patterns))


def _crises(extra_names: int) -> Compiled:
    seeds = read(SEEDS)
    rng = random.Random(11)
    syllables = ["ba", "mo", "ri", "ta", "ka", "sou", "le", "ni", "dja", "fo", "gue", "sa", "ou", "yac", "per", "lin"]
    for i in range(extra_names):
        name = " ".join("".join(rng.choices(syllables, k=rng.randint(2, 4))).capitalize() for _ in range(2))
        seeds.entities[f"x{i}"] = Entity.model_construct(
            **dict(Entity(id=f"x{i}", name=name, kind="place", names=(name,)))
        )
    return replace(compile_seeds(seeds))


def _round(batch: list[Record], crises: Compiled) -> float:
    start = time.process_time()
    handle(batch, crises)
    return time.process_time() - start


def main() -> None:
    """Print the cost."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--names", type=int, default=0)
    print(measure(parser.parse_args().names))


if __name__ == "__main__":
    main()
