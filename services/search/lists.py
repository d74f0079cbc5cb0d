"""Requests for alerts, stories and dead letters. Pure."""

from __future__ import annotations

from datetime import datetime

from schemas.search import AlertSearch, DeadSearch, StorySearch
from services.elastic.facets import NAME_FIELDS
from services.search.parse import named, parse
from services.search.problem import SearchProblemError
from services.search.query import Clause, Names, exact, limits, span
from services.search.tree import All, Either, Filter, Node, Not, Span, Word

STORIES = "harmattan-stories"
# what a record that held nothing died of (services.runtime.dead_letters.EMPTY)
EMPTY = "empty"
_TEXTS = ("headline^2", "quote")
_KEYWORDS = ("rule", "crisis", "severity", "language", "source", "story")


def alerts(search: AlertSearch, now: datetime, names: Names) -> Clause:
    """Raises SearchProblemError."""
    filters = [_among(name, getattr(search, name)) for name in _KEYWORDS if getattr(search, name)]
    if search.since or search.until:
        filters.append({"range": {"indexed": limits(span(search.since, search.until, now))}})
    tree = named(parse(search.q, now), lambda written: names(written, None))
    if tree != All(()):
        filters.append(_clause(tree, names))
    return _page(search.size, search.offset, filters, [{"indexed": "desc"}])


def stories(search: StorySearch, now: datetime) -> Clause:
    """Raises SearchProblemError."""
    filters: list[Clause] = []
    if search.since:
        filters.append({"range": {"last": limits(span(search.since, None, now))}})
    if search.until:
        filters.append({"range": {"first": limits(span(None, search.until, now))}})
    return _page(search.size, search.offset, filters, [{"last": {"order": "desc", "unmapped_type": "date"}}])


def dead(search: DeadSearch) -> Clause:
    """Those that were empty are no failures, and left out unless asked for."""
    filters = [_among(name, getattr(search, name)) for name in ("error", "service") if getattr(search, name)]
    if not search.empty:
        filters.append({"bool": {"must_not": [{"term": {"error": EMPTY}}]}})
    request = _page(search.size, search.offset, filters, [{"failed": "desc"}])
    return request | {"_source": {"excludes": ["key", "value", "headers"]}}


def _clause(node: Node, names: Names) -> Clause:
    if isinstance(node, Word):
        match = {"query": node.text, "fields": list(_TEXTS), "type": "phrase" if node.phrase else "best_fields"}
        clauses: list[Clause] = [{"multi_match": match if node.phrase else match | {"operator": "and"}}]
        if node.ids:
            clauses.append({"terms": {"entity_ids": list(node.ids)}})
        return _either(clauses)
    if isinstance(node, Not):
        return {"bool": {"must_not": [_clause(node.of, names)]}}
    if isinstance(node, Either):
        return _either([_clause(one, names) for one in node.of])
    if isinstance(node, All):
        return {"bool": {"filter": [_clause(one, names) for one in node.of]}}
    if isinstance(node, Span):
        return {"range": {"indexed": limits(node)}}
    return _filter(node, names)


def _filter(node: Filter, names: Names) -> Clause:
    if node.name in _KEYWORDS:
        return _among(node.name, node.values)
    if node.name in ("event", "status", "type"):
        return {"nested": {"path": "coups", "query": {"terms": {f"coups.{node.name}": list(node.values)}}}}
    if node.name in ("entity", *NAME_FIELDS):
        ids = [one for value in node.values for one in (value, *names(value, None))]
        return _either([{"terms": {"entity_ids": ids}}, _among("entity_names", node.values)])
    raise SearchProblemError(f"alerts have no field {node.name}:")


def _among(field: str, values: tuple[str, ...]) -> Clause:
    return _either([exact(field, value) for value in values])


def _either(clauses: list[Clause]) -> Clause:
    return {"bool": {"should": clauses, "minimum_should_match": 1}}


def _page(size: int, offset: int, filters: list[Clause], sort: list[Clause]) -> Clause:
    return {
        "size": size, "from": offset, "track_total_hits": True, "sort": sort, "query": {"bool": {"filter": filters}},
    }
