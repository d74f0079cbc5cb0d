"""Near answers: asked for only where a ranked question has few, and apart from what has every word."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest

from schemas.search import Search
from services.elastic.server import Answer
from services.search import near
from services.search.archive import NO_NAMES, Archive
from services.search.query import understand
from tests.search import answers

NOW = datetime(2023, 8, 3, tzinfo=UTC)
OTHER = answers.DOCUMENT | {"id": "7" * 32}


class Server:
    """Finds one document, and near it another."""

    def __init__(self) -> None:
        self.asked: list[dict[str, Any]] = []

    async def send(self, method: str, path: str, body: bytes | None = None) -> Answer:
        assert (method, path.partition("?")[0]) == ("POST", "/harmattan-articles/_search")
        asked = orjson.loads(body or b"")
        if "aggs" in asked:
            return answers.answer([answers.DOCUMENT])
        self.asked.append(asked)
        return answers.answer([answers.DOCUMENT, OTHER][len(self.asked) - 1 :][:1])


async def test_few_answers_are_followed_by_near_ones_which_are_not_counted() -> None:
    server = Server()
    found = await Archive(server, now=lambda: NOW).search(Search(q="French ambassador expelled -Gabon"))
    assert (found.total, [hit.id for hit in found.hits]) == (1, [answers.DOCUMENT["id"]])
    assert [hit.id for hit in found.near] == [OTHER["id"]]
    asked = server.asked[1]
    assert asked["size"] == near.ENOUGH - 1
    assert asked["query"]["bool"]["must_not"] == [{"ids": {"values": [answers.DOCUMENT["id"]]}}]
    assert asked["query"]["bool"]["filter"][0]["bool"]["must_not"]


@pytest.mark.parametrize("search", [
    Search(q="ambassador"), Search(q="French ambassador", sort="newest"), Search(q="French ambassador", offset=10),
    Search(q="French OR ambassador"), Search(q="-Gabon source:rfi"), Search(), Search(q="French ambassador", size=1),
])
async def test_nothing_is_near_where_there_is_nothing_to_leave_out(search: Search) -> None:
    server = Server()
    found = await Archive(server, now=lambda: NOW).search(search)
    assert (found.near, len(server.asked)) == ((), 1)


@pytest.mark.parametrize(("text", "least"), [
    ("palace guard", 1), ("rumours of a coup denied", 2), ("ECOWAS standby force ready", 2), ("a of the to", 1),
    ("(junta OR CNSP) sanctions border onions prices", 3), ('the "state television"', 1),
])
def test_half_of_the_words_that_mean_something_are_wanted(text: str, least: int) -> None:
    read = understand(Search(q=text), NOW, NO_NAMES.ids)
    request = near.body(read, NO_NAMES.ids, (), 10)
    assert request is not None
    assert request["query"]["bool"]["minimum_should_match"] == least
