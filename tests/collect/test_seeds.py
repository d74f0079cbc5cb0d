"""The sources that the seeds bring along."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from services.article.address import read_address
from services.runtime.settings import SEEDS
from services.sources import seeds


def test_there_are_sources_in_all_four_languages() -> None:
    found = seeds.load(SEEDS)
    languages = Counter(source.language for source in found.values())
    assert len(found) >= 40
    assert set(languages) == {"en", "fr", "ar", "ha"}
    assert min(languages.values()) >= 5


def test_each_address_stands_there_once_and_is_one() -> None:
    keys = [read_address(source.address).key for source in seeds.load(SEEDS).values()]
    assert None not in keys
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sources: 5", "a list under `sources` is missing"), ("[", "cannot be read"),
        ("sources: [{id: A B, name: a, address: b}]", "source A B: id: String should match"),
        ("sources: [{id: a, name: a, address: b, kind: telegram}]", "source a: kind: "),
        ("sources: [{id: a, name: a, address: b}, {id: a, name: c, address: d}]", "source a stands there twice"),
    ],
)
def test_a_wrong_source_is_named_with_its_file(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "crisis" / "sources.yaml"
    path.parent.mkdir()
    path.write_text(text)
    with pytest.raises(seeds.SeedError) as caught:
        seeds.load(tmp_path)
    assert said in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)
