"""Requests for alerts, stories and dead letters. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from schemas.search import AlertSearch, DeadSearch, StorySearch
from services.elastic.facets import COUP_FIELDS, NAME_FIELDS
from services.search.parse import named, parse
from services.search.problem import SearchProblemError
from services.search.query import Clause, Names, exact, limits, span
from services.search.tree import All, Either, Filter, Node, Not, Span, Word

# what a record that held nothing died of (services.runtime.dead_letters.EMPTY)
EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class _Kind:
    """What is searched: its texts, the time that dates are about, and the field of each filter."""

    name: str
    texts: tuple[str, ...]
    time: str
    filters: dict[str, str]


_ALERTS = _Kind(
    "alerts", ("headline^2", "quote", "why"), "indexed",
    {name: name for name in ("rule", "crisis", "severity", "language", "source", "story")} | COUP_FIELDS,
)
_STORIES = _Kind(
    "stories", ("headline",), "last_seen",
    {"crisis": "crisis", "language": "languages", "source": "sources", "topic": "topics", "event": "events"},
)


def alerts(search: AlertSearch, now: datetime, names: Names) -> Clause:
    """Raises SearchProblemError."""
    filters = _filters(_ALERTS, search, now, names)
    if search.since or search.until:
        filters.append({"range": {"indexed": limits(span(search.since, search.until, now))}})
    return _page(search.size, search.offset, filters, [{"indexed": "desc"}])


def stories(search: StorySearch, now: datetime, names: Names) -> Clause:
    """Raises SearchProblemError."""
    filters = _filters(_STORIES, search, now, names)
    if search.since:
        filters.append({"range": {"last_seen": limits(span(search.since, None, now))}})
    if search.until:
        filters.append({"range": {"first_seen": limits(span(None, search.until, now))}})
    return _page(search.size, search.offset, filters, [{"last_seen": "desc"}])


def dead(search: DeadSearch) -> Clause:
    """Those that were empty are no failures, and left out unless asked for."""
    filters = [_among(name, getattr(search, name)) for name in ("error", "service") if getattr(search, name)]
    if not search.empty:
        filters.append({"bool": {"must_not": [{"term": {"error": EMPTY}}]}})
    request = _page(search.size, search.offset, filters, [{"failed": "desc"}])
    return request | {"_source": {"excludes": ["key", "value", "headers"]}}


def _filters(kind: _Kind, search: AlertSearch | StorySearch, now: datetime, names: Names) -> list[Clause]:
    asked = [(field, getattr(search, name, ())) for name, field in kind.filters.items()]
    filters = [_among(field, values) for field, values in asked if values]
    tree = named(parse(search.q, now), lambda written: names(written, None))
    return filters if tree == All(()) else [*filters, _clause(tree, kind, names)]


def _clause(node: Node, kind: _Kind, names: Names) -> Clause:
    if isinstance(node, Word):
        match: Clause = {"query": node.text, "fields": list(kind.texts)}
        how: Clause = {"type": "phrase"} if node.phrase else {"operator": "and"}
        clauses: list[Clause] = [{"multi_match": match | how}]
        if node.ids:
            clauses.append({"terms": {"entity_ids": list(node.ids)}})
        return _either(clauses)
    if isinstance(node, Not):
        return {"bool": {"must_not": [_clause(node.of, kind, names)]}}
    if isinstance(node, Either):
        return _either([_clause(one, kind, names) for one in node.of])
    if isinstance(node, All):
        return {"bool": {"filter": [_clause(one, kind, names) for one in node.of]}}
    if isinstance(node, Span):
        return {"range": {kind.time: limits(node)}}
    return _filter(node, kind, names)


def _filter(node: Filter, kind: _Kind, names: Names) -> Clause:
    if node.name in kind.filters:
        return _among(kind.filters[node.name], node.values)
    if node.name in ("entity", *NAME_FIELDS):
        ids = [one for value in node.values for one in (value, *names(value, None))]
        return _either([{"terms": {"entity_ids": ids}}, _among("entity_names", node.values)])
    raise SearchProblemError(f"{kind.name} have no field {node.name}:")


def _among(field: str, values: tuple[str, ...]) -> Clause:
    return _either([exact(field, value) for value in values])


def _either(clauses: list[Clause]) -> Clause:
    return {"bool": {"should": clauses, "minimum_should_match": 1}}


def _page(size: int, offset: int, filters: list[Clause], sort: list[Clause]) -> Clause:
    return {
        "size": size, "from": offset, "track_total_hits": True, "sort": sort, "query": {"bool": {"filter": filters}},
    }
