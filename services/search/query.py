"""One builder of searches for shell, desk and API: a Question becomes the body of a search request. Pure.

Each article's text stands in one field under `text`, that of its language, with the title in front. So a question
is asked once for each language, in the way of that language (its stop words, its stems), and all its words must be
found in one article: in its text, its title, or among the names in it. Older texts are asked likewise.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, get_args

from schemas.tags import CoupStatus
from services.search.moments import beginning, end
from services.search.words import Term, terms

Sort = Literal["newest", "best"]
Clause = dict[str, Any]

SORTS: tuple[str, ...] = get_args(Sort)
STATUSES: tuple[str, ...] = get_args(CoupStatus)
TEXT_FIELDS = ("text.en", "text.fr", "text.ar", "text.ha", "text.und")
HISTORY_FIELDS = ("history.text", "history.title")
# A name in the headline says more of what an article is about than one in the middle of it.
_WITH_EVERY_TEXT = ("title^2", "names^1.5")
MOST_HITS = 1000

# Around every match in a highlight. Of Unicode's private use area: an article that holds "<em>" stays readable.
OPEN, CLOSE = "\ue000", "\ue001"
# Elasticsearch refuses to highlight beyond a million characters, and with it the whole search; a match
# that stands further down is found and shown without its passage.
_LAST_ANALYZED = 900_000


@dataclass(frozen=True, slots=True)
class Question:
    """What an analyst wants to know. Filters of one kind are alternatives, different kinds must all hold."""

    text: str = ""
    entities: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    events: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    sort: Sort = "best"
    size: int = 10
    offset: int = 0


def body(question: Question, now: datetime) -> dict[str, Any]:
    """The search request. Raises ValueError (WordsError, MomentError) with one line for the person who asked."""
    wanted = terms(question.text)
    return {
        "query": {
            "bool": {
                "must": _texts([term for term in wanted if not term.excluded]),
                "must_not": [_anywhere(term) for term in wanted if term.excluded],
                "filter": _filters(question, now),
            }
        },
        "sort": _sort(question.sort),
        "from": question.offset,
        "size": min(question.size, MOST_HITS),
        "track_total_hits": True,
        "track_scores": True,
        "_source": {"excludes": ["text", "history", "mentions", "names"]},
        "highlight": _highlight(),
    }


def _texts(wanted: list[Term]) -> list[Clause]:
    if not wanted:
        return []
    ways = [(field,) for field in TEXT_FIELDS] + [HISTORY_FIELDS]
    return [{"dis_max": {"queries": [_way(wanted, fields) for fields in ways]}}]


def _way(wanted: list[Term], fields: tuple[str, ...]) -> Clause:
    """All words in texts of one kind. A stop word of its language is no obstacle, but does not suffice either."""
    with_names = [*fields, *_WITH_EVERY_TEXT]
    together = {
        "query": " ".join(term.text for term in wanted), "fields": with_names, "operator": "or", "lenient": True,
    }
    return {
        "bool": {
            "must": [_one(term, with_names, "all") for term in wanted],
            "filter": [{"multi_match": together}],
        }
    }


def _one(term: Term, fields: list[str], without_words: str) -> Clause:
    clauses = []
    for weighted in fields:
        field, _, boost = weighted.partition("^")
        # the words that a language leaves out are left out of its own field only: among names they may be one
        zero = without_words if field.startswith("text.") else "none"
        match: Clause = {"query": term.text, "boost": float(boost or 1), "zero_terms_query": zero}
        if term.phrase:
            clauses.append({"match_phrase": {field: match}})
        else:
            # one word to a person may be several to an analyzer: coup-d'état
            clauses.append({"match": {field: match | {"operator": "and"}}})
    return {"dis_max": {"queries": clauses, "tie_breaker": 0.2}}


def _anywhere(term: Term) -> Clause:
    return _one(term, [*TEXT_FIELDS, "title", "names"], "none")


def _filters(question: Question, now: datetime) -> list[Clause]:
    filters = [
        _any([_entity(name) for name in question.entities]),
        _any([_term("language", language.lower()) for language in question.languages]),
        _any([_term("source", source) for source in question.sources]),
        _coup(question),
        _dates(question, now),
    ]
    return [one for one in filters if one]


def _entity(name: str) -> Clause:
    """By id, by usual name, or by any spelling that stands in the article."""
    spelled = {"match_phrase": {"names": {"query": name}}}
    return _any([_term("entity_ids", name), _term("entity_names", name), spelled])


def _coup(question: Question) -> Clause:
    """Event and status of the same mention, hence nested."""
    wanted = [
        {"terms": {field: list(values)}}
        for field, values in (("coups.event", question.events), ("coups.status", question.statuses))
        if values
    ]
    return {"nested": {"path": "coups", "query": {"bool": {"filter": wanted}}}} if wanted else {}


def _dates(question: Question, now: datetime) -> Clause:
    """By publication; an article whose date could not be trusted counts by its arrival."""
    limits = {}
    if question.since:
        limits["gte"] = beginning(question.since, now).isoformat()
    if question.until:
        limits["lte"] = end(question.until, now).isoformat()
    if not limits:
        return {}
    undated = {
        "must_not": [{"exists": {"field": "published"}}],
        "filter": [{"range": {"received": limits}}],
    }
    return _any([{"range": {"published": limits}}, {"bool": undated}])


def _term(field: str, value: str) -> Clause:
    return {"term": {field: {"value": value, "case_insensitive": True}}}


def _any(clauses: list[Clause]) -> Clause:
    return {"bool": {"should": clauses, "minimum_should_match": 1}} if clauses else {}


def _sort(sort: Sort) -> list[Clause]:
    newest: list[Clause] = [{"published": {"order": "desc", "missing": "_last"}}, {"received": "desc"}]
    return [{"_score": "desc"}, *newest] if sort == "best" else newest


def _highlight() -> Clause:
    passages: Clause = {"fragment_size": 220, "number_of_fragments": 3}
    # where the match is a name in another spelling there is no passage with it: show how the text begins
    fields: Clause = {field: passages | {"no_match_size": 220} for field in TEXT_FIELDS}
    fields |= {"title": {"number_of_fragments": 0}} | dict.fromkeys(HISTORY_FIELDS, passages)
    return {
        "type": "unified",
        "pre_tags": [OPEN],
        "post_tags": [CLOSE],
        "max_analyzed_offset": _LAST_ANALYZED,
        "order": "score",
        "fields": fields,
    }
