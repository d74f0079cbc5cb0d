"""The one port of every front page: typed questions to Elasticsearch, typed answers. Asynchronous, reads only."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Protocol

from schemas.search import (
    Alerts,
    AlertSearch,
    Article,
    DeadLetters,
    DeadSearch,
    FacetPage,
    Facets,
    Found,
    Hit,
    PlaceCount,
    Search,
    Stories,
    StorySearch,
    Timeline,
    TimelinePage,
)
from schemas.story import Story
from schemas.tags import Kind
from services import pipeline
from services.elastic.server import Server
from services.search import facets, hits, lists, near
from services.search.asking import ask
from services.search.query import Clause, Read, body, counting, is_ranked, understand

_HIT = ",".join(f"hits.hits.{part}" for part in ("_id", "_score", "_source", "highlight", "sort"))
_WANTED = f"took,hits.total,{_HIT},aggregations"
# longer than any id of ours; Elasticsearch refuses one of more than 512 bytes
_LONGEST_ID = 64


class Names(Protocol):
    """What a gazetteer knows: services.search.gazetteer.Gazetteer, or nothing (NO_NAMES)."""

    @property
    def points(self) -> Mapping[str, tuple[float, float]]:
        """Latitude and longitude of places by their usual names."""
        ...

    def ids(self, written: str, kind: Kind | None = None) -> tuple[str, ...]:
        """Entities that are written so."""
        ...


class _Nobody:
    points: Mapping[str, tuple[float, float]] = {}

    def ids(self, written: str, kind: Kind | None = None) -> tuple[str, ...]:  # noqa: ARG002  # knows none
        return ()


NO_NAMES: Names = _Nobody()


@dataclass(frozen=True, slots=True)
class _Counted:
    """What the articles found have in common."""

    total: int
    facets: Facets
    timeline: Timeline
    places: tuple[PlaceCount, ...]
    took_ms: int


async def _nothing() -> None:
    """Where no counts are wanted."""


class Archive:
    """Articles, alerts, stories and dead letters, as they are searched and shown.

    Every method raises SearchProblemError for a question that cannot be read, and NotAnsweredError where
    Elasticsearch is away or has no such index yet; neither is worth a traceback.
    """

    def __init__(
        self, server: Server, names: Names = NO_NAMES, *, prefix: str = "",
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._server, self._names, self._prefix, self._now = server, names, prefix, now

    async def search(self, search: Search, *, counts: bool = True) -> Found:
        """A page of articles; with `counts` also facets, places and counts over time of all that were found.

        Where the best come first and are few, the first page also has what is near.
        """
        request, read = body(search, self._now(), self._names.ids)
        if counts and not is_ranked(search, read):
            # they are counted beside it, and the newest are found without a look at all the others
            request["track_total_hits"] = False
        answer, counted = await asyncio.gather(
            self._ask(pipeline.ARTICLES_INDEX.name, request), self._count(search, read) if counts else _nothing()
        )
        total = counted.total if counted else answer["hits"]["total"]["value"]
        listed = answer["hits"]["hits"]
        if is_ranked(search, read):
            # to be told of a score that it sorted by, Elasticsearch looks for all words of the question once more
            listed = [one | {"_score": one["sort"][0]} for one in listed]
        return Found(
            total=total,
            hits=tuple(hits.hit(one) for one in listed),
            near=await self._near(search, read, listed) if total < near.ENOUGH else (),
            understood=read.understood,
            facets=counted.facets if counted else None,
            timeline=counted.timeline if counted else None,
            places=counted.places if counted else (),
            took_ms=max(answer["took"], counted.took_ms if counted else 0),
        )

    async def _near(self, search: Search, read: Read, found: list[dict[str, Any]]) -> tuple[Hit, ...]:
        if search.offset or not is_ranked(search, read):
            return ()
        room = min(search.size, near.ENOUGH) - len(found)
        request = near.body(read, self._names.ids, (one["_id"] for one in found), room)
        if request is None:
            return ()
        return tuple(hits.hit(one) for one in (await self._ask(pipeline.ARTICLES_INDEX.name, request))["hits"]["hits"])

    async def facets(self, search: Search) -> FacetPage:
        """Facets and places of all articles found."""
        total, counted, _ = await self._ask_counts(self._read(search), facets.counted_by())
        places = facets.places(counted, self._names.points)
        return FacetPage(total=total, facets=facets.facets(counted), places=places)

    async def places(self, search: Search) -> tuple[int, tuple[PlaceCount, ...]]:
        """How many articles are found, and the places of all of them."""
        total, counted, _ = await self._ask_counts(self._read(search), facets.by_place())
        return total, facets.places(counted, self._names.points)

    async def timeline(self, search: Search) -> TimelinePage:
        """Counts over time of all articles found."""
        total, counted, _ = await self._ask_counts(self._read(search), facets.over_time(search.interval))
        return TimelinePage(total=total, timeline=facets.timeline(counted, search.interval, total))

    async def article(self, article_id: str) -> Article | None:
        """The whole article, or None where there is none of that id."""
        source = await self._by_id(pipeline.ARTICLES_INDEX.name, article_id)
        return hits.article(source) if source else None

    async def alerts(self, search: AlertSearch | None = None) -> Alerts:
        """Newest first."""
        request = lists.alerts(search or AlertSearch(), self._now(), self._names.ids)
        page = (await self._ask(pipeline.ALERTS_INDEX.name, request))["hits"]
        return Alerts(total=page["total"]["value"], alerts=tuple(hits.alert(one["_source"]) for one in page["hits"]))

    async def stories(self, search: StorySearch | None = None) -> Stories:
        """Those with the latest article first."""
        request = lists.stories(search or StorySearch(), self._now(), self._names.ids)
        page = (await self._ask(pipeline.STORIES_INDEX.name, request))["hits"]
        return Stories(total=page["total"]["value"], stories=tuple(hits.story(one["_source"]) for one in page["hits"]))

    async def story(self, story_id: str) -> Story | None:
        """The story as it stands, or None where there is none of that id; its articles: Search(story=(id,))."""
        source = await self._by_id(pipeline.STORIES_INDEX.name, story_id)
        return hits.story(source) if source else None

    async def dead(self, search: DeadSearch | None = None) -> DeadLetters:
        """Newest first."""
        page = (await self._ask(pipeline.DEAD_INDEX.name, lists.dead(search or DeadSearch())))["hits"]
        letters = tuple(hits.letter(one["_source"]) for one in page["hits"])
        return DeadLetters(total=page["total"]["value"], letters=letters)

    def _read(self, search: Search) -> Read:
        return understand(search, self._now(), self._names.ids)

    async def _count(self, search: Search, read: Read) -> _Counted:
        halves = [facets.counted_by(), facets.over_time(search.interval)]
        if read.asked:
            # looking for words costs more than counting, so it is done once; without any, two cores count
            halves = [halves[0] | halves[1]]
        answers = await asyncio.gather(*(self._ask_counts(read, one) for one in halves))
        counted = {name: one for _, found, _ in answers for name, one in found.items()}
        # what is left of the time line's own total has no date: between the two answers another article may have come
        return _Counted(
            answers[0][0], facets.facets(counted), facets.timeline(counted, search.interval, answers[-1][0]),
            facets.places(counted, self._names.points), max(took for _, _, took in answers),
        )

    async def _ask_counts(self, read: Read, aggregations: Clause) -> tuple[int, dict[str, Any], int]:
        answer = await self._ask(pipeline.ARTICLES_INDEX.name, counting(read, aggregations))
        return answer["hits"]["total"]["value"], answer["aggregations"], answer["took"]

    async def _by_id(self, index: str, key: str) -> dict[str, Any] | None:
        request = {"size": 1, "query": {"ids": {"values": [key[:_LONGEST_ID]]}}}
        found = (await self._ask(index, request))["hits"]["hits"]
        return found[0]["_source"] if found else None

    async def _ask(self, index: str, request: Clause) -> dict[str, Any]:
        path = f"/{self._prefix}{index}/_search?filter_path={_WANTED}"
        found: dict[str, Any] = (await ask(self._server, "POST", path, request)).body
        found.setdefault("hits", {}).setdefault("hits", [])
        found["hits"].setdefault("total", {"value": 0})
        return found
