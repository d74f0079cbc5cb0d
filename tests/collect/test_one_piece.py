"""What gzip packed in one piece is read from any place, and unpacked again only from the mark before it."""

from __future__ import annotations

import gzip
import io
import random

import pytest

from services.collect import one_piece
from services.collect.one_piece import OnePiece

RUBBISH = b"rubbish \x1f\x8b\x08\x00\n of a disk that failed" * 20


def content(size: int, seed: int = 1) -> bytes:
    """Bytes of which gzip takes away about half."""
    return random.Random(seed).randbytes(size).hex().encode()[:size]


@pytest.mark.parametrize("marks", [4, 64])
def test_every_place_has_what_stands_there(marks: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(one_piece, "MARKS", marks)
    monkeypatch.setattr(one_piece, "APART", 300_000)
    first, second = content(3_000_000), content(1_000_000, 2)
    file = OnePiece(io.BytesIO(RUBBISH + gzip.compress(first) + RUBBISH + gzip.compress(second)), len(RUBBISH))
    whole = first + second
    for at in [0, *random.Random(3).sample(range(len(whole)), 60), len(whole) - 1, 0]:
        file.seek(at)
        piece = file.read(70_000)
        assert piece
        assert piece == whole[at : at + len(piece)]
    file.seek(len(whole))
    assert file.read(1) == b""


def test_what_is_cut_off_ends_where_it_is_cut_and_what_is_broken_is_passed_over() -> None:
    first, second = content(600_000), content(600_000, 2)
    packed = gzip.compress(first)
    assert first.startswith(b"".join(iter(OnePiece(io.BytesIO(packed[:-100_000])).read, b"")))
    broken = packed[:200_000] + bytes(1000) + packed[201_000:]
    found = b"".join(iter(OnePiece(io.BytesIO(broken + gzip.compress(second))).read, b""))
    assert found.endswith(second)


def test_a_far_place_is_reached_in_as_many_steps_as_are_allowed() -> None:
    file, steps = OnePiece(io.BytesIO(gzip.compress(content(3_000_000)))), 1
    while not file.reach(2_900_000, most=1_000_000):
        assert file.unfinished
        steps += 1
    assert steps == 3
    assert not file.reach(3_000_001)
    assert not file.unfinished
