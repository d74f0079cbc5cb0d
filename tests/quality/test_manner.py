"""The points of seeds/world/manner.yaml can be fitted anew by whoever has articles of his own."""

from __future__ import annotations

from itertools import islice
from pathlib import Path

import numpy as np
import orjson
import pytest
import yaml

from services.enrich.enrich import load
from services.runtime.settings import SEEDS
from tests.quality import manner


def test_what_goes_with_reports_gets_points_and_what_says_nothing_gets_none() -> None:
    rng = np.random.default_rng(3)
    y = rng.random(400) < 0.7
    x = np.column_stack([y + rng.normal(0, 0.6, 400), 50 * (rng.random(400) - ~y), rng.random(400)])
    points, base = manner.fit(x, y.astype(float), np.ones(400), penalty=3.0)
    assert points[0] > 0.5
    assert points[1] > 0
    assert points[2] == pytest.approx(0, abs=1e-3)
    right = (x @ points + base > 0) == y
    assert right.mean() > 0.85


def test_without_files_the_labelled_texts_are_counted() -> None:
    found = list(islice(manner.examples(manner.labelled([]), load(SEEDS)), 12))
    assert {len(one.counts) for one in found} == {len(manner.MEASURES)}
    assert {one.deserves for one in found} == {True, False}


def test_the_limit_loses_the_share_that_was_said() -> None:
    scores = np.arange(1000.0)
    assert (scores < manner.limit_at(scores, 0.05)).mean() == pytest.approx(0.05, abs=0.002)


def test_the_tool_prints_points_that_the_seeds_take(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    texts = yaml.load((manner.TEXTS / "en.dev.yaml").read_text(), yaml.CSafeLoader)
    kept = ("title", "text", "published", "alert")
    lines = [orjson.dumps({name: text.get(name) for name in kept}, default=str) for text in texts]
    (tmp_path / "mine.jsonl").write_bytes(b"\n".join(lines))
    manner.main([str(tmp_path / "mine.jsonl")])
    said = capsys.readouterr().out
    assert "deserve an alert" in said
    found = yaml.safe_load(said[said.index("points:") :])
    assert set(found) == {"points", "limit"}
    assert set(found["points"]) == {"head", "lead", "below"}


@pytest.mark.parametrize("line", [b"no json", b"[1]", b'{"title": "Coup in Niger", "alert": true}'])
def test_what_is_no_article_is_one_line_and_code_2(
    line: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.jsonl").write_bytes(line)
    with pytest.raises(SystemExit) as ended:
        manner.main([str(tmp_path / "mine.jsonl")])
    assert ended.value.code == 2
    assert "Traceback" not in capsys.readouterr().err
