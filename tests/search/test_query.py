"""The builder of searches: what it takes apart, and that it asks only for fields that there are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from services.elastic.analysis import ANALYZERS
from services.elastic.mapping import ARTICLE_FIELDS
from services.search.query import TEXT_FIELDS, Question, body
from services.search.words import MOST_WORDS, Term, WordsError, terms

NOW = datetime(2023, 8, 3, tzinfo=UTC)


def test_quotes_of_any_kind_make_a_phrase_and_a_minus_excludes() -> None:
    assert terms('coup “palais présidentiel” -"Burkina Faso" -Mali') == (
        Term("coup"), Term("palais présidentiel", phrase=True), Term("Burkina Faso", phrase=True, excluded=True),
        Term("Mali", excluded=True),
    )


def test_an_open_quote_or_a_lone_sign_is_no_obstacle() -> None:
    assert terms('"coup & -') == (Term("coup"),)


@pytest.mark.parametrize("text", ["---", '""', "?", "word " * (MOST_WORDS + 1)])
def test_a_text_without_words_or_with_too_many_is_told_in_one_line(text: str) -> None:
    with pytest.raises(WordsError):
        terms(text)


def test_every_language_of_the_mapping_is_searched() -> None:
    assert set(TEXT_FIELDS) == {f"text.{language}" for language in ANALYZERS}


def test_every_field_that_is_asked_for_exists() -> None:
    question = Question('a "b c" -d', ("e",), "2d", "today", ("en",), ("bbc",), ("niger-2023",), ("asserted",))
    for field in _fields(body(question, NOW)):
        fields: dict[str, Any] = ARTICLE_FIELDS
        for part in field.partition("^")[0].split("."):
            found = fields[part]
            fields = found.get("properties", {})
        assert found.get("index", True), field


def test_undated_articles_are_last_among_the_newest() -> None:
    assert body(Question(sort="newest"), NOW)["sort"][0] == {"published": {"order": "desc", "missing": "_last"}}


def test_an_empty_question_asks_for_everything() -> None:
    assert body(Question(), NOW)["query"] == {"bool": {"must": [], "must_not": [], "filter": []}}


def _fields(node: Any) -> Iterator[str]:
    """Every field that a search request names."""
    if isinstance(node, list):
        for one in node:
            yield from _fields(one)
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("match", "match_phrase", "term", "terms", "range", "fields"):
                yield from value  # of a list its entries, of a dictionary its keys
            elif key == "exists":
                yield value["field"]
            else:
                yield from _fields(value)
