"""How the search ranks, on the real Elasticsearch: the floor of nDCG@10, and never below plain BM25."""

from __future__ import annotations

import pytest

from tests.integration.index_server import elasticsearch
from tests.quality.relevance.measure import mean, measure

pytestmark = pytest.mark.integration

# what was measured is 0.705 against 0.637; lowering it takes a reason in the commit
FLOOR, AHEAD = 0.69, 0.05


def test_forty_questions_are_answered_better_than_by_plain_bm25() -> None:
    with elasticsearch() as address:
        measured = measure(address)
    ours, plain = mean(measured)
    worst = [(one.question.asks, round(one.ours, 2)) for one in sorted(measured, key=lambda one: one.ours)[:8]]
    assert len(measured) == 40
    assert ours >= FLOOR, worst
    assert ours >= plain + AHEAD, worst
    assert not [one.question.asks for one in measured if one.ours == 0], worst
