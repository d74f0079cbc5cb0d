"""A search as a condition on one article, without an index."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from schemas.enriched import EnrichedArticle
from schemas.search import Search
from schemas.tags import Kind
from services.search.match import matcher

NOW = datetime(2023, 8, 3, 12, 30, tzinfo=UTC)
ARTICLE = EnrichedArticle.model_validate({
    "id": "0" * 32, "trace_id": "t", "origin": "s-0-0-0", "version": 1, "content_hash": "1" * 32, "language": "fr",
    "title": "Le général Tiani parle à la télévision d’État", "text": "Le président Bazoum est détenu. Gabon nie.",
    "source": "Exemple Sahel", "received": "2023-08-02T10:00:00Z", "published": "2023-08-02T09:00:00Z", "alert": True,
    "entities": [
        {"id": "abdourahamane-tchiani", "name": "Abdourahamane Tchiani", "kind": "person",
         "mentions": [{"start": 11, "end": 16, "surface": "Tiani"}]},
    ],
    "coups": [
        {"event": event, "type": "realized", "status": status, "evidence": {"start": 0, "end": 2, "surface": "Le"}}
        for event, status in (("niger-2023", "asserted"), ("gabon-2023", "negated"))
    ],
    "crises": [{"id": "niger-2023", "salience": "main"}],
})


def names(written: str, kind: Kind | None = None) -> tuple[str, ...]:
    return ("abdourahamane-tchiani",) if written in ("Tchiani", "تشياني") and kind in (None, "person") else ()


def matches(q: str, **more: Any) -> bool:
    return matcher(Search(q=q, **more), NOW, names)(ARTICLE)


@pytest.mark.parametrize("q", [
    "", "bazoum", "BAZOUM detenu", '"president Bazoum"', "Tchiani", "تشياني", "palace OR Gabon", "NOT Mali",
    "source:exemple*", "language:fr", "entity:Tchiani", "person:تشياني", "event:niger-2023 status:negated", "is:alert",
    "crisis:niger-2023 salience:main", "since yesterday", "in August 2023", "d'État", '"television d’Etat"',
])
def test_an_article_that_a_search_would_find_matches(q: str) -> None:
    assert matches(q)


@pytest.mark.parametrize("q", [
    "Mali", '"Bazoum president"', "Bazoum -Gabon", "baz", "source:rfi", "language:en", "entity:Bazoum", "place:Tchiani",
    "type:alleged", "is:superseded", "before yesterday", "salience:background", "NOT Tchiani",
])
def test_one_that_it_would_not_find_does_not(q: str) -> None:
    assert not matches(q)


def test_filters_beside_the_text_count_too() -> None:
    assert matches("Bazoum", entity=("Tchiani",), since="2023-08-02", event=("niger-2023",), status=("asserted",))
    assert not matches("Bazoum", event=("niger-2023",), status=("negated",))  # of two mentions
    assert not matches("Bazoum", until="2023-08-01")
