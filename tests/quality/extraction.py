"""`make quality`, second part: how well articles are got out of web pages, and whether every odd feed is survived.

`python -m tests.quality.extraction [--pages FOLDER] [--feeds FOLDER]`

Both measure on other people's collections, which are not part of this repository. Where a folder is missing, what to
fetch is said and nothing is measured:

- pages: https://github.com/scrapinghub/article-extraction-benchmark (181 pages; its README reports F1 0.958 for
  trafilatura 2.0.0). The measure is theirs: shared runs of four words, each page with the same weight.
- feeds: https://github.com/kurtmckee/feedparser, its folder `tests` (2,107 files, wellformed and not, 90 encodings).
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import re
import statistics
import time
from collections import Counter
from pathlib import Path

from services.collect.item import Document, Unreadable
from services.collect.kinds.page import extract
from services.collect.reader import Reader

FOLDER = Path(".local/benchmarks")
PAGES = FOLDER / "article-extraction-benchmark"
FEEDS = FOLDER / "feedparser"
REPORTED_F1 = 0.958
SLOW_S = 2.0
FEED_NAMES = frozenset((".xml", ".json", ".rss", ".atom"))
_WORD = re.compile(r"\w+")


def shares(true: str, found: str) -> tuple[float, float]:
    """Precision and recall of the runs of four words."""
    wanted, got = runs(true), runs(found)
    common = sum((wanted & got).values())
    return common / max(1, got.total()), common / max(1, wanted.total())


def runs(text: str) -> Counter[tuple[str, ...]]:
    """All runs of four words, with how often each stands there."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)) if words)


def measure_pages(folder: Path) -> bool:
    """Prints F1 over all pages; False where it is below what the library's authors report."""
    wanted = json.loads((folder / "ground-truth.json").read_text("utf-8"))
    precisions, recalls = [], []
    for key, truth in wanted.items():
        body = gzip.decompress((folder / "html" / f"{key}.html.gz").read_bytes())
        found = extract(body, "text/html; charset=utf-8", truth.get("url") or "https://page.example/")
        text = "" if isinstance(found, Unreadable) else found.text or ""
        precision, recall = shares(truth.get("articleBody", ""), text)
        if text:
            precisions.append(precision)
        recalls.append(recall)
    precision, recall = statistics.mean(precisions), statistics.mean(recalls)
    f1 = 2 * precision * recall / (precision + recall)
    print(f"extraction: F1 {f1:.3f} (reported: {REPORTED_F1}), precision {precision:.3f}, recall {recall:.3f}, "
          f"{len(wanted)} pages, {len(wanted) - len(precisions)} without text")
    return f1 >= REPORTED_F1


async def measure_feeds(folder: Path) -> bool:
    """Reads every file as the service does; False where one crashed, hung or ate memory."""
    files = sorted(path for path in (folder / "tests").rglob("*") if path.suffix in FEED_NAMES and path.is_file())
    reader, outcomes, bad = Reader(), Counter[str](), list[str]()
    slowest = 0.0
    try:
        for path in files:
            begun = time.perf_counter()
            found = await reader.read("feed", path.read_bytes(), "", "https://feed.example/feed")
            slowest = max(slowest, time.perf_counter() - begun)
            if isinstance(found, Document):
                outcomes["read" if found.items else "read, no items"] += 1
            elif found.reason.startswith(("reading it", "its parser")):
                bad.append(f"{path.relative_to(folder)}: {found.reason}")
            else:
                outcomes["said to be none"] += 1
    finally:
        reader.close()
    told = ", ".join(f"{count} {name}" for name, count in sorted(outcomes.items()))
    print(f"feeds: {len(files)} files, {told}, {len(bad)} crashed or hung, slowest {slowest:.2f} s")
    print(*bad[:20], sep="\n")
    return not bad


def main() -> int:
    """1 where a measure is not met; a missing collection is said and is no failure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=Path, default=PAGES)
    parser.add_argument("--feeds", type=Path, default=FEEDS)
    given = parser.parse_args()
    good = True
    if (given.pages / "ground-truth.json").exists():
        good = measure_pages(given.pages) and good
    else:
        print(f"extraction: not measured; git clone https://github.com/scrapinghub/{PAGES.name} {given.pages}")
    if (given.feeds / "tests").exists():
        good = asyncio.run(measure_feeds(given.feeds)) and good
    else:
        print(f"feeds: not measured; git clone https://github.com/kurtmckee/feedparser {given.feeds}")
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
