"""The measure itself: gains, places and answers."""

from __future__ import annotations

import pytest

from tests.quality.relevance.collection import items
from tests.quality.relevance.measure import ndcg, questions


def test_the_best_order_is_one_and_nothing_is_zero() -> None:
    grades = {"a": 3, "b": 2, "c": 1}
    assert ndcg(["a", "b", "c"], grades) == 1
    assert ndcg([], grades) == ndcg(["x"], grades) == 0
    # 3 in the second place, 1 in the first: (1 + 7/log2(3)) / (7 + 3/log2(3) + 1/2)
    assert ndcg(["c", "a"], grades) == pytest.approx(5.4164 / 9.3928, abs=1e-4)


def test_forty_questions_have_answers_that_are_articles() -> None:
    collection = items()
    assert len({item.id for item in collection}) == len(collection) == 496
    asked = questions(collection)
    assert len({one.asks for one in asked}) == 40
    assert all(3 in one.grades.values() for one in asked)
