"""What the API answers: one line per endpoint, from which both the routes and the OpenAPI document are made."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from pydantic import BaseModel

from schemas import search as schema
from schemas.story import Story
from services.search.archive import Archive


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One GET. `asked` is the model of its query string, None where all is in the path; `answer` is that of a 200."""

    path: str
    summary: str
    asked: type[BaseModel] | None
    answer: type[BaseModel]
    # of an Archive and an instance of `asked`, or what stands in the path
    ask: Callable[..., Awaitable[BaseModel | None]]


ENDPOINTS = (
    Endpoint("/api/search", "Articles, with facets, places and counts over time",
             schema.Search, schema.Found, Archive.search),
    Endpoint("/api/articles/{id}", "One article whole, with its mentions, evidence and earlier texts",
             None, schema.Article, Archive.article),
    Endpoint("/api/facets", "Facets and places of the articles that a search finds",
             schema.Search, schema.FacetPage, Archive.facets),
    Endpoint("/api/timeline", "Counts over time of the articles that a search finds",
             schema.Search, schema.TimelinePage, Archive.timeline),
    Endpoint("/api/alerts", "Alerts that fired, newest first",
             schema.AlertSearch, schema.Alerts, Archive.alerts),
    Endpoint("/api/stories", "Stories, those with the latest article first",
             schema.StorySearch, schema.Stories, Archive.stories),
    Endpoint("/api/stories/{id}", "One story as it stands", None, Story, Archive.story),
    Endpoint("/api/dead", "Dead letters, newest first",
             schema.DeadSearch, schema.DeadLetters, Archive.dead),
)
