"""Stories: articles that tell one development, whatever their words and languages."""

from __future__ import annotations

import asyncio

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from schemas.search import LAST_HIT, MOST_HITS, AlertSearch, Search, StorySearch
from services.desk.asked import Asked, page_number
from services.desk.desk import desk_of
from services.desk.found import last_page, over_time, result
from services.desk.noticed import noticed

SIZE = 30
ARTICLES = 50


async def stories(request: Request) -> Response:
    """One page of them, that with the latest article first."""
    desk = desk_of(request)
    page = page_number(request.query_params.get("page", ""), (LAST_HIT - MOST_HITS) // SIZE + 1)
    found = await desk.archive.stories(StorySearch(size=SIZE, offset=(page - 1) * SIZE))
    return desk.page(
        request, "stories.html", stories=found.stories, total=found.total, page=page,
        last=last_page(found.total, SIZE),
    )


async def story(request: Request) -> Response:
    """One of them: how it grew, what was alerted, its articles."""
    desk, id_ = desk_of(request), request.path_params["id"]
    found, articles, alerts = await asyncio.gather(
        desk.archive.story(id_),
        desk.archive.search(Search(story=(id_[:64],), sort="newest", size=ARTICLES)),
        desk.archive.alerts(AlertSearch(story=(id_[:64],), size=ARTICLES)),
    )
    if found is None:
        raise HTTPException(404, "There is no story of that id, or no longer.")
    return desk.page(
        request, "story.html", story=found, articles=[result(hit) for hit in articles.hits], total=articles.total,
        over_time=over_time(articles.timeline),
        asked=Asked(filters=(("story", found.id),)), alerts=[noticed(entry) for entry in alerts.alerts],
    )


ROUTES = [Route("/stories", stories), Route("/story/{id:str}", story)]
