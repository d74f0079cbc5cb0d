"""The port of the front pages over an Elasticsearch in memory."""

from __future__ import annotations

import asyncio

from schemas.search import Found, Search
from services.search.archive import Archive
from tests.desk.server import FakeServer
from tests.search.answers import DOCUMENT


def found(search: Search) -> tuple[Found, FakeServer]:
    server = FakeServer(articles=[DOCUMENT])
    return asyncio.run(Archive(server).search(search)), server


def test_a_score_is_what_the_articles_were_sorted_by_and_is_not_asked_for_again() -> None:
    ranked, server = found(Search(q="coup"))
    assert [hit.score for hit in ranked.hits] == [2.5]
    assert not any("track_scores" in (body or {}) for _, _, body in server.asked)


def test_the_newest_have_no_score() -> None:
    assert [hit.score for hit in found(Search(q="coup", sort="newest"))[0].hits] == [None]


def test_facets_and_counts_over_time_are_each_asked_for_alone() -> None:
    server = FakeServer(articles=[DOCUMENT])
    archive = Archive(server)
    asyncio.run(archive.facets(Search(q="coup")))
    asyncio.run(archive.timeline(Search(q="coup")))
    over_places, over_days = (body["aggs"] for _, _, body in server.asked)
    assert "places" in over_places
    assert "timeline" not in over_places
    assert list(over_days) == ["timeline"]


def test_a_map_asks_for_places_only() -> None:
    server = FakeServer(articles=[DOCUMENT])
    asyncio.run(Archive(server).places(Search(q="coup")))
    assert [list(body["aggs"]) for _, _, body in server.asked] == [["places"]]


def test_the_newest_are_found_without_counting_them_twice() -> None:
    newest, server = found(Search(q="", sort="newest"))
    asked = [body for _, _, body in server.asked if body]
    assert [body["track_total_hits"] for body in asked] == [False, True, True]
    assert newest.total == 1


def test_what_has_no_words_is_counted_in_two_halves_and_words_are_looked_for_once() -> None:
    halves = [list(body["aggs"]) for _, _, body in found(Search(q=""))[1].asked if body and "aggs" in body]
    assert [("timeline" in one, "people" in one) for one in halves] == [(False, True), (True, False)]
    [whole] = [body["aggs"] for _, _, body in found(Search(q="coup"))[1].asked if body and "aggs" in body]
    assert {"timeline", "people"} <= set(whole)
