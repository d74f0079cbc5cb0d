"""Searches that were given a name: kept in an index, so that every desk and every command has the same ones."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, datetime
from urllib.parse import quote

from schemas.search import SAVED_NAME, SavedSearch, SavedSearches, Search
from services.elastic.server import Server
from services.pipeline import SEARCHES_INDEX
from services.search.asking import ask
from services.search.parse import parse
from services.search.problem import SearchProblemError
from services.search.query import span

MOST = 1000


class Shelf:
    """Raises as services.search.archive.Archive does. A name saved again is replaced."""

    def __init__(
        self, server: Server, *, prefix: str = "", now: Callable[[], datetime] = lambda: datetime.now(UTC)
    ) -> None:
        self._server, self._index, self._now = server, prefix + SEARCHES_INDEX.name, now

    async def all(self) -> SavedSearches:
        """By name."""
        body = {"size": MOST, "sort": [{"name": "asc"}], "track_total_hits": True}
        page = (await ask(self._server, "POST", f"/{self._index}/_search", body)).body["hits"]
        searches = tuple(SavedSearch.model_validate(hit["_source"]) for hit in page["hits"])
        return SavedSearches(total=page["total"]["value"], searches=searches)

    async def get(self, name: str) -> SavedSearch | None:
        """The one of that name, or None."""
        if not re.fullmatch(SAVED_NAME, name):
            return None
        # an index that is not there yet has no search of any name either
        answer = await ask(self._server, "GET", self._document(name), also=(404,))
        return SavedSearch.model_validate(answer.body["_source"]) if answer.status == 200 else None

    async def save(self, name: str, search: Search) -> SavedSearch:
        """Only what can be read is kept: a mistake is told now, not to the feed's reader."""
        if not re.fullmatch(SAVED_NAME, name):
            raise SearchProblemError(f"{name[:80]!r} is no name for a search: letters, digits, _ and -, 60 at most")
        parse(search.q, self._now())
        span(search.since, search.until, self._now())
        saved = SavedSearch(name=name, search=search, saved=self._now())
        body = saved.model_dump(mode="json", exclude_defaults=True)
        await ask(self._server, "PUT", f"{self._document(name)}?refresh=true&require_alias=true", body)
        return saved

    async def remove(self, name: str) -> bool:
        """Whether there was one."""
        if not re.fullmatch(SAVED_NAME, name):
            return False
        path = f"{self._document(name)}?refresh=true"
        return (await ask(self._server, "DELETE", path, also=(404,))).status == 200

    def _document(self, name: str) -> str:
        return f"/{self._index}/_doc/{quote(name, safe='')}"
