"""The builder of searches: that it asks only for fields that there are, and what it asks for."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.search import Search
from schemas.tags import Kind
from services.elastic.analysis import ANALYZERS
from services.elastic.mapping import ARTICLE_FIELDS
from services.search.facets import counted_by, over_time
from services.search.problem import SearchProblemError
from services.search.query import TEXT_FIELDS, body, counting

NOW = datetime(2023, 8, 3, tzinfo=UTC)


def names(written: str, kind: Kind | None = None) -> tuple[str, ...]:
    return ("abdourahamane-tchiani",) if written in ("Tiani", "Omar Tiani") and kind in (None, "person") else ()


def request(q: str = "", **more: Any) -> dict[str, Any]:
    search = Search(q=q, **more)
    page, read = body(search, NOW, names)
    return counting(read, counted_by() | over_time(search.interval)) | page


def test_every_language_of_the_mapping_is_searched() -> None:
    assert set(TEXT_FIELDS) == {f"text.{language}" for language in ANALYZERS}


def test_every_field_that_is_asked_for_exists() -> None:
    asked = request(
        'a "b c" -d Tiani (e OR entity:f) place:g person:h organisation:i source:j* language:k story:l event:m '
        "status:negated type:realized crisis:n salience:main is:alert is:coup is:superseded since yesterday",
        entity=("e",), since="2d", until="today", language=("en",), source=("bbc",), event=("niger-2023",),
        status=("asserted",), story=("s",), place=("p",),
    )
    for field in _fields(asked):
        fields: dict[str, Any] = ARTICLE_FIELDS
        for part in field.partition("^")[0].split("."):
            found = fields[part]
            fields = found.get("properties", {})
        assert found.get("index", True), field


def test_undated_articles_are_last_among_the_newest() -> None:
    assert request(sort="newest")["sort"][0] == {"published": {"order": "desc", "missing": "_last"}}


def test_without_words_the_newest_come_first_and_with_words_the_best() -> None:
    assert "published" in request("since yesterday")["sort"][0]
    assert "_score" in request("coup since yesterday")["sort"][0]


def test_an_empty_question_asks_for_everything() -> None:
    assert request()["query"] == {"bool": {"must": [], "filter": []}}


@pytest.mark.parametrize("q", ["Tiani", "palace Omar Tiani", "NOT Tiani", "x OR Tiani", "entity:Tiani", "person:Tiani"])
def test_a_name_is_looked_for_as_an_entity_too(q: str) -> None:
    assert "abdourahamane-tchiani" in str(request(q))


@pytest.mark.parametrize("q", ['"Tiani"', "place:Tiani"])
def test_a_quoted_word_or_a_filter_of_another_kind_is_no_entity(q: str) -> None:
    assert "abdourahamane-tchiani" not in str(request(q))


def test_a_date_that_cannot_be_read_is_told_in_one_line() -> None:
    with pytest.raises(SearchProblemError, match=r"^cannot read the date 'soon'; write [^\n]*$"):
        request(since="soon")


def _fields(node: Any) -> Iterator[str]:
    """Every field that a search request names."""
    if isinstance(node, list):
        for one in node:
            yield from _fields(one)
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("match", "match_phrase", "term", "prefix", "range", "fields"):
                yield from value  # of a list its entries, of a dictionary its keys
            elif key == "terms" and "field" not in value:
                yield from (name for name in value if name != "boost")
            elif key in ("exists", "missing", "date_histogram", "auto_date_histogram", "terms") and "field" in value:
                yield value["field"]
                yield from _fields(value)
            else:
                yield from _fields(value)


def test_only_the_words_that_are_looked_for_are_marked() -> None:
    marked = request('palace "state television" -Gabon source:bbc')["highlight"]["highlight_query"]["bool"]["should"]
    assert [one["multi_match"]["query"] for one in marked] == ["palace", "state television"]
    assert marked[1]["multi_match"]["type"] == "phrase"
    assert "highlight_query" not in request("source:bbc")["highlight"]
