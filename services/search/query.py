"""One builder of searches for shell, desk, API and feeds: a Search becomes the body of a request. Pure.

Each article's text stands in one field under `text`, that of its language, with the title in front. So a word is
looked for in each of those fields, in the way of its language (stop words, stems), in the title, among the names and in
older texts, and every word must be found somewhere in one article. A word that names an entity also finds the articles
that are tagged with it, whatever they call it.

Asked word by word and not language by language, since that has a third of the clauses: the title, the names and the
tags of an article, which are the same in every language's way, are looked up once. What is a stop word to one language
is no obstacle in another: `sanctions de la Cédéao` finds an English article with both names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from schemas.search import Search
from schemas.tags import Kind
from services.elastic.facets import COUP_FIELDS, NAME_FIELDS
from services.search import moments
from services.search.parse import named, parse
from services.search.problem import SearchProblemError
from services.search.tree import All, Either, Filter, Node, Not, Span, Word, text, words

Clause = dict[str, Any]
Names = Callable[[str, Kind | None], tuple[str, ...]]
"""Ids of the entities, of that kind if one is given, that are written so."""

TEXT_FIELDS = ("text.en", "text.fr", "text.ar", "text.ha", "text.und")
HISTORY_FIELDS = ("history.text", "history.title")
# A name in the headline says more of what an article is about than one in the middle of it.
_EVERYWHERE = (*TEXT_FIELDS, "title^2", "names^1.5", *HISTORY_FIELDS)
_ANYWHERE = (*TEXT_FIELDS, "title", "names")
# Of a word that names an entity: less than its name in the headline, more than none.
_ENTITY_BOOST = 3.0

# Around every match in a highlight. Of Unicode's private use area: an article that holds "<em>" stays readable.
OPEN, CLOSE = "\ue000", "\ue001"
# Elasticsearch refuses to highlight beyond a million characters, and with it the whole search; a match
# that stands further down is found and shown without its passage.
_LAST_ANALYZED = 900_000

_KINDS: dict[str, Kind] = {"person": "person", "organisation": "organisation", "place": "place"}
_KEYWORDS = {"source": "source", "language": "language", "story": "story"}
_NOT_SHOWN = ["text", "history", "mentions", "names"]


@dataclass(frozen=True, slots=True)
class Read:
    """A search understood: what it asks for, and the same as text for a person to see."""

    query: Clause
    understood: str
    # the parts that have words, all of which must be found
    asked: tuple[Node, ...] = ()
    # everything else that must hold
    required: list[Clause] = field(default_factory=list)


def body(search: Search, now: datetime, names: Names) -> tuple[Clause, Read]:
    """The request for a page of articles, and how the text was read.

    Raises SearchProblemError with one line for the person who asked.
    """
    read = understand(search, now, names)
    sort = _sort("best" if is_ranked(search, read) else "newest")
    request: Clause = {"query": read.query, "track_total_hits": True, "size": search.size, "from": search.offset}
    return request | {"sort": sort, **shown(read)}, read


def counting(read: Read, aggregations: Clause) -> Clause:
    """The request for what all that such a search finds has in common.

    Apart from the page: the two are answered at once, and an answer without articles is kept by Elasticsearch for
    whoever turns to the next page before another article comes.
    """
    return {"query": read.query, "track_total_hits": True, "size": 0, "aggs": aggregations}


def is_ranked(search: Search, read: Read) -> bool:
    """Whether the best come first, and not the newest."""
    return (search.sort or ("best" if read.asked else "newest")) == "best"


def shown(read: Read) -> Clause:
    """What a request wants of each article."""
    return {"_source": {"excludes": _NOT_SHOWN}, "highlight": _highlight(read.asked)}


def understand(search: Search, now: datetime, names: Names) -> Read:
    """The query alone, for whoever brings the rest. Raises SearchProblemError."""
    tree = named(parse(search.q, now), lambda written: names(written, None))
    parts = tree.of if isinstance(tree, All) else (tree,)
    asked = [part for part in parts if words(part)]
    rest = [clause(part, _ANYWHERE, names) for part in parts if not words(part) and part != All(())]
    required = [*rest, *_filters(search, now, names)]
    found = [clause(All(tuple(asked)), _EVERYWHERE, names)] if asked else []
    query: Clause = {"bool": {"must": found, "filter": required}}
    return Read(query, text(tree), tuple(asked), required)


def clause(node: Node, fields: tuple[str, ...], names: Names) -> Clause:
    """A part of the tree, its words looked for in these fields."""
    if isinstance(node, Word):
        return _word(node, fields, "none")
    if isinstance(node, Not):
        return {"bool": {"must_not": [clause(node.of, _ANYWHERE, names)]}}
    if isinstance(node, Either):
        return _any([clause(one, fields, names) for one in node.of])
    if isinstance(node, Filter):
        return _filter(node.name, node.values, names)
    if isinstance(node, Span):
        return _published(node)
    return _all(node, fields, names)


def _all(node: All, fields: tuple[str, ...], names: Names) -> Clause:
    """All of them. A stop word of any language is no obstacle, but does not suffice either."""
    mine = [one for one in node.of if isinstance(one, Word)]
    others = [clause(one, fields, names) for one in node.of if not isinstance(one, Word)]
    if len(mine) < 2:
        return {"bool": {"must": [*(_word(word, fields, "none") for word in mine), *others]}}
    one: Clause = {"query": " ".join(word.text for word in mine), "fields": list(fields), "operator": "or"}
    together: Clause = {"multi_match": one}
    ids = sorted({key for word in mine for key in word.ids})
    enough = _any([together, {"terms": {"entity_ids": ids}}]) if ids else together
    return {"bool": {"must": [*(_word(word, fields, "all") for word in mine), *others], "filter": [enough]}}


def _word(word: Word, fields: tuple[str, ...], without_words: str) -> Clause:
    clauses = []
    for weighted in fields:
        field, _, boost = weighted.partition("^")
        # the words that a language leaves out are left out of its own field only: among names they may be one
        zero = without_words if field.startswith("text.") else "none"
        match: Clause = {"query": word.text, "boost": float(boost or 1), "zero_terms_query": zero}
        if word.phrase:
            clauses.append({"match_phrase": {field: match}})
        else:
            # one word to a person may be several to an analyzer: coup-d'état
            clauses.append({"match": {field: match | {"operator": "and"}}})
    if word.ids:
        tagged: Clause = {"entity_ids": list(word.ids), "boost": _ENTITY_BOOST}
        clauses.append({"terms": tagged})
    return {"dis_max": {"queries": clauses, "tie_breaker": 0.2}}


def _filters(search: Search, now: datetime, names: Names) -> list[Clause]:
    asked = [(name, getattr(search, name)) for name in ("entity", *_KINDS, *_KEYWORDS)]
    filters = [_filter(name, values, names) for name, values in asked if values]
    if search.event or search.status:
        filters.append(_coups(search.event, search.status))
    if search.since or search.until:
        filters.append(_published(span(search.since, search.until, now)))
    return filters


def _filter(name: str, values: tuple[str, ...], names: Names) -> Clause:
    """One kind of filter; its values are alternatives."""
    if name in COUP_FIELDS:
        return {"terms": {COUP_FIELDS[name]: list(values)}}
    if name in _KEYWORDS:
        return _any([exact(_KEYWORDS[name], value) for value in values])
    if name == "crisis":
        return _any([exact(field, value) for value in values for field in ("crisis_main", "crisis_background")])
    if name == "salience":
        return _any([{"exists": {"field": f"crisis_{value}"}} for value in values])
    if name == "is":
        return _any([_IS[value] for value in values])
    return _any([_entity(value, _KINDS.get(name), names) for value in values])


_IS: dict[str, Clause] = {
    "alert": {"term": {"alert": True}},
    "superseded": {"term": {"superseded": True}},
    "coup": {"exists": {"field": "coup_events"}},
}


def _entity(value: str, kind: Kind | None, names: Names) -> Clause:
    """By id, by usual name, by any spelling that the gazetteer knows, or by one that stands in the article."""
    clauses = [exact("entity_ids", value), exact(NAME_FIELDS[kind] if kind else "entity_names", value)]
    if ids := names(value, kind):
        clauses.append({"terms": {"entity_ids": list(ids)}})
    if kind is None:
        clauses.append({"match_phrase": {"names": {"query": value}}})
    return _any(clauses)


def _coups(events: tuple[str, ...], statuses: tuple[str, ...]) -> Clause:
    """One of the events, in one of the statuses where both are asked for: of the same mention."""
    if events and statuses:
        return {"terms": {"coup_event_status": [f"{event}:{status}" for event in events for status in statuses]}}
    name, values = ("event", events) if events else ("status", statuses)
    return {"terms": {COUP_FIELDS[name]: list(values)}}


def span(since: str | None, until: str | None, now: datetime) -> Span:
    """Both ends from what was typed. Raises SearchProblemError."""
    try:
        return Span(
            moments.beginning(since, now) if since else None, moments.end(until, now) if until else None
        )
    except moments.MomentError as error:
        raise SearchProblemError(str(error)) from None


def limits(within: Span) -> Clause:
    """The ends as a range query has them."""
    ends = (("gte", within.since), ("lte", within.until))
    return {name: end.isoformat() for name, end in ends if end}


def _published(within: Span) -> Clause:
    """By publication; an article whose date could not be trusted counts by its arrival."""
    undated = {
        "must_not": [{"exists": {"field": "published"}}],
        "filter": [{"range": {"received": limits(within)}}],
    }
    return _any([{"range": {"published": limits(within)}}, {"bool": undated}])


def exact(field: str, value: str) -> Clause:
    """The value in any case; one that ends in * is the beginning of it."""
    if value.endswith("*") and len(value) > 1:
        return {"prefix": {field: {"value": value[:-1], "case_insensitive": True}}}
    return {"term": {field: {"value": value, "case_insensitive": True}}}


def _any(clauses: list[Clause]) -> Clause:
    return {"bool": {"should": clauses, "minimum_should_match": 1}} if clauses else {}


def _sort(sort: str) -> list[Clause]:
    newest: list[Clause] = [{"published": {"order": "desc", "missing": "_last"}}, {"received": "desc"}]
    return [{"_score": "desc"}, *newest] if sort == "best" else newest


def _highlight(asked: Iterable[Node]) -> Clause:
    passages: Clause = {"fragment_size": 220, "number_of_fragments": 3}
    # where the match is a name in another spelling there is no passage with it: show how the text begins
    fields: Clause = {field: passages | {"no_match_size": 220} for field in TEXT_FIELDS}
    fields |= {"title": {"number_of_fragments": 0}} | dict.fromkeys(HISTORY_FIELDS, passages)
    found = [word for part in asked for word in words(part)]
    return {
        # the words alone: with the whole query, its ways and its filters, marking took longer than finding
        **({"highlight_query": _any([*_marked(found)])} if found else {}),
        "type": "unified",
        "pre_tags": [OPEN],
        "post_tags": [CLOSE],
        "max_analyzed_offset": _LAST_ANALYZED,
        "order": "score",
        "fields": fields,
    }


def _marked(found: list[Word]) -> Iterator[Clause]:
    fields = [*TEXT_FIELDS, "title", *HISTORY_FIELDS]
    if single := " ".join(word.text for word in found if not word.phrase):
        yield {"multi_match": {"query": single, "fields": fields}}
    for word in found:
        if word.phrase:
            yield {"multi_match": {"query": word.text, "fields": fields, "type": "phrase"}}
