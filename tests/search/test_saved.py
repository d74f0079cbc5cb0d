"""Saved searches: what may be saved, and how an index without them answers."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import orjson
import pytest

from schemas.search import Search
from services.elastic.server import Answer
from services.search.problem import SearchProblemError
from services.search.saved import Shelf

NOW = datetime(2023, 8, 3, tzinfo=UTC)


class Documents:
    """The few requests that saved searches make."""

    def __init__(self) -> None:
        self.kept: dict[str, Any] = {}

    async def send(self, method: str, path: str, body: bytes | None = None) -> Answer:
        key = path.partition("?")[0].rsplit("/", 1)[1]
        if method == "POST":
            hits = [{"_source": self.kept[key]} for key in sorted(self.kept)]
            return Answer(200, {"hits": {"total": {"value": len(hits)}, "hits": hits}})
        if method == "PUT":
            self.kept[key] = orjson.loads(body or b"")
            return Answer(201, {})
        if key not in self.kept:
            return Answer(404, {"found": False})
        if method == "DELETE":
            del self.kept[key]
            return Answer(200, {})
        return Answer(200, {"_source": self.kept[key]})


@pytest.fixture
def shelf() -> Shelf:
    return Shelf(Documents(), now=lambda: NOW)


async def test_a_search_is_kept_replaced_listed_and_removed(shelf: Shelf) -> None:
    await shelf.save("force", Search(q="coup"))
    saved = await shelf.save("force", Search(q="Tiani since yesterday", language=("fr",)))
    assert await shelf.get("force") == saved
    assert [one.name for one in (await shelf.all()).searches] == ["force"]
    assert await shelf.remove("force")
    assert not await shelf.remove("force")
    assert await shelf.get("force") is None


@pytest.mark.parametrize("name", ["", "a b", "../x", "a" * 61, "-a", "a/b", "a.b"])
async def test_a_name_is_fit_for_an_address(shelf: Shelf, name: str) -> None:
    with pytest.raises(SearchProblemError, match="is no name for a search"):
        await shelf.save(name, Search(q="coup"))
    assert await shelf.get(name) is None
    assert not await shelf.remove(name)


@pytest.mark.parametrize("search", [Search(q="coup OR"), Search(since="soon")])
async def test_what_cannot_be_read_is_not_kept(shelf: Shelf, search: Search) -> None:
    with pytest.raises(SearchProblemError):
        await shelf.save("force", search)
    assert await shelf.get("force") is None
