"""The indexes: their fields and settings, as Elasticsearch wants them. Pure data.

`dynamic: strict` everywhere: a field nobody planned is our bug and is refused, instead of filling the mapping
up to its limit. What may be odd in a document never refuses it: over-long exact values are left out of the
exact field (`ignore_above`), malformed dates and points out of theirs (`ignore_malformed`).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from services import pipeline
from services.elastic.analysis import ANALYZERS, FOLDED, TYPED, analysis

Field = dict[str, Any]

# Lucene refuses a term of more than 32,766 bytes; a facet of more than 1,024 characters is of no use.
LONGEST_KEYWORD = 1024


@dataclass(frozen=True, slots=True)
class IndexSettings:
    """What an operator may choose. The translog is always written before an answer (`request`)."""

    shards: int = 1
    replicas: int = 0
    # half a second: at 200 articles/s on two cores p99 to searchable 1.3-1.9 s instead of 2.2-3 s with 1s
    refresh: str = "500ms"


def index_body(name: str, settings: IndexSettings) -> dict[str, Any]:
    """Settings and mapping for creating the index behind alias `name`; KeyError for a name not in the map."""
    mapping = MAPPINGS[name]
    return {"settings": _settings(settings, mapping["properties"]), "mappings": mapping}


def _settings(settings: IndexSettings, fields: dict[str, Field]) -> dict[str, Any]:
    return {
        "number_of_shards": settings.shards,
        "number_of_replicas": settings.replicas,
        # explicit even where it is the default: else an index that nobody searched for 30 s stops refreshing
        "refresh_interval": settings.refresh,
        "translog.durability": "request",
        # Smaller segments are merged as if of that size, as Lucene 10 does by itself: at 200 articles a second
        # a search visits 11 of them instead of 21, for three merges of a document instead of two (3 to 15 % of CPU)
        "merge.policy.floor_segment": "16mb",
        "mapping.ignore_malformed": True,
        "analysis": analysis(set(_analyzers(fields))),
    }


def _analyzers(fields: dict[str, Field]) -> Iterator[str]:
    for field in fields.values():
        yield from (field[name] for name in ("analyzer", "search_analyzer") if name in field)
        yield from _analyzers(field.get("properties", {}))


def _keyword(**more: Any) -> Field:
    return {"type": "keyword", "ignore_above": LONGEST_KEYWORD, **more}


def _kept() -> Field:
    """Exact value that is looked up, never sorted or counted by."""
    return _keyword(doc_values=False)


def _stored() -> Field:
    """Only in the source, for display: costs nothing. Each exact value of its own costs 1 % of an article."""
    return _stored_as("keyword") | {"ignore_above": LONGEST_KEYWORD}


def _stored_as(kind: str) -> Field:
    return {"type": kind, "index": False, "doc_values": False}


def _opaque() -> Field:
    return {"type": "object", "enabled": False}


def _text(analyzer: str, **more: Any) -> Field:
    return {"type": "text", "analyzer": analyzer, **more}


def _passages(language: str) -> Field:
    """A text that only some of the articles have.

    With the places of its words, so that no text is read again to mark what was found: a quarter of the CPU of
    searches, for an eighth more of disk. Without norms, the lengths of texts: where few articles of a segment have the
    field, each posting that is merged looks for its own anew, which at 200 articles a second was a quarter of
    Elasticsearch's CPU. Articles are about of one length, and rank no worse without (nDCG@10 0.715, with norms 0.706).
    """
    typed = {"search_analyzer": TYPED[language]} if language in TYPED else {}
    return _text(ANALYZERS[language], index_options="offsets", norms=False, **typed)


def _object(properties: dict[str, Field]) -> Field:
    return {"type": "object", "dynamic": "strict", "properties": properties}


_DATE: Field = {"type": "date"}

_ORIGIN: dict[str, Field] = {
    "origin": _kept(),
    "stream": _keyword(),
    # looked up as a word, not compared: a number would cost a tree of points
    "item": _keyword(),
}

# who and what is named: to filter, count and show by
_NAMED: dict[str, Field] = {
    "entity_ids": _keyword(),
    "entity_names": _keyword(),
    "people": _keyword(),
    "organisations": _keyword(),
    "places": _keyword(),
}

# Never `nested`: each mention would be a document of its own among the articles, and "every article" no longer all that
# there is, which Lucene counts without looking. At 100,000 articles, one in twenty with a mention, the facets of all of
# them took 25 ms with it and take 6, counts over time 21 and 17, the newest twenty 25 and 17, with half of the CPU.
_COUPS: dict[str, Field] = {
    "coups": _opaque(),
    "coup_events": _keyword(),
    "coup_types": _keyword(),
    "coup_statuses": _keyword(),
    # of one and the same mention
    "coup_event_status": _keyword(),
}

_HISTORY: dict[str, Field] = {
    "title": _text(FOLDED, norms=False),
    "text": _text(FOLDED, norms=False),
    "language": _stored(),
    "published": _stored_as("date"),
    "received": _stored_as("date"),
    "version": _stored_as("long"),
    "origin": _stored(),
    "content_hash": _stored(),
    "outcome": _stored(),
}

ARTICLE_FIELDS: dict[str, Field] = {
    "id": _stored(),
    # only where a text has a document of its own because its address belongs to another story
    "address_id": _kept(),
    "url": _kept(),
    "url_received": _stored(),
    "title": _text(FOLDED),
    # title, blank line, text, under the article's own language: spans of mentions count in it, and a query
    # whose words stand partly in the headline matches within one field
    "text": _object({language: _passages(language) for language in ANALYZERS}),
    "names": _text(FOLDED, norms=False),
    "language": _keyword(),
    "language_declared": _stored(),
    "source": _keyword(),
    **_NAMED,
    "locations": {"type": "geo_point"},
    **_COUPS,
    "crisis_main": _keyword(),
    "crisis_background": _keyword(),
    "alert": {"type": "boolean"},
    # one for each crisis that it concerns
    "story": _keyword(),
    "copy_of": _keyword(),
    "mentions": _opaque(),
    "published": _DATE,
    "published_received": _stored(),
    "published_note": _keyword(),
    "fetched": _DATE,
    "received": _DATE,
    "first_received": _stored_as("date"),
    "indexed": _DATE,
    "trace_id": _kept(),
    **_ORIGIN,
    "origin": _stored(),
    "text_origin": _stored(),
    "text_outcome": _stored(),
    "version": _stored_as("long"),
    "content_hash": _stored(),
    "superseded": {"type": "boolean"},
    "notes": _stored(),
    "history": _object(_HISTORY),
}

ARRIVAL_FIELDS: dict[str, Field] = {
    **_ORIGIN,
    "article_id": _keyword(),
    "outcome": _keyword(),
    "url": _kept(),
    "source": _keyword(),
    "received": _DATE,
    "trace_id": _kept(),
}

DEAD_FIELDS: dict[str, Field] = {
    "id": _kept(),
    **_ORIGIN,
    "topic": _keyword(),
    "partition": {"type": "integer"},
    "offset": {"type": "long"},
    "timestamp": _DATE,
    "key": _opaque(),
    "value": _opaque(),
    "headers": _opaque(),
    "service": _keyword(),
    "error": _keyword(),
    "reason": _text(FOLDED),
    "trace_id": _kept(),
    "failed": _DATE,
    "replayed": _DATE,
}

ALERT_FIELDS: dict[str, Field] = {
    "id": _kept(),
    "schema_version": _stored(),
    "rule": _keyword(),
    "crisis": _keyword(),
    "salience": _keyword(),
    "severity": _keyword(),
    "article_id": _keyword(),
    "trace_id": _kept(),
    "origin": _kept(),
    "headline": _text(FOLDED),
    "quote": _text(FOLDED),
    "language": _keyword(),
    "entities": _opaque(),
    **_NAMED,
    **_COUPS,
    "source": _keyword(),
    "url": _kept(),
    "published": _DATE,
    "published_note": _stored(),
    "received": _DATE,
    "kind": _keyword(),
    "why": _text(FOLDED),
    "story": _keyword(),
    "articles": {"type": "integer"},
    "copies": {"type": "integer"},
    "sources": {"type": "integer"},
    "first_seen": _DATE,
    "late": {"type": "boolean"},
    "deliver": _keyword(),
    "indexed": _DATE,
    "delivered": _keyword(),
    "pending": _keyword(),
    "failed": _keyword(),
    "attempts": {"type": "integer"},
    "lease_until": _DATE,
    "decision": _keyword(),
    "decision_why": _keyword(),
    "decided": _DATE,
    "release_at": _DATE,
    "notice": _keyword(),
    "throttled": {"type": "integer"},
    "triage": _keyword(),
    "acknowledged_at": _DATE,
    "acknowledged_by": _keyword(),
    "resolved_at": _DATE,
    "resolved_by": _keyword(),
    "story_snoozed_until": _DATE,
    "story_snoozed_at": _DATE,
    "story_snoozed_by": _keyword(),
    "rule_snoozed_until": _DATE,
    "rule_snoozed_at": _DATE,
    "rule_snoozed_by": _keyword(),
    "triage_history": _opaque(),
}

DELIVERY_FIELDS: dict[str, Field] = {
    "notice": _keyword(),
    "kind": _keyword(),
    "crisis": _keyword(),
    "channel": _keyword(),
    "state": _keyword(),
    "alert_ids": _keyword(),
    "article_ids": _keyword(),
    "created": _DATE,
    "due": _DATE,
    "until": _DATE,
    "attempts": {"type": "integer"},
    "tried": _DATE,
    "delivered": _DATE,
    "error": _stored(),
    "body": _opaque(),
}

STORY_FIELDS: dict[str, Field] = {
    "id": _kept(),
    "crisis": _keyword(),
    "version": _stored_as("long"),
    "salience": _keyword(),
    "headline": _text(FOLDED),
    "language": _keyword(),
    "article_id": _keyword(),
    "first_seen": _DATE,
    "last_seen": _DATE,
    "articles": {"type": "integer"},
    "copies": {"type": "integer"},
    "alerts": {"type": "integer"},
    "sources": _keyword(),
    "languages": _keyword(),
    "events": _keyword(),
    "statuses": _keyword(),
    "topics": _keyword(),
    "entities": _opaque(),
    **_NAMED,
    "indexed": _DATE,
}


EXPIRED_FIELDS: dict[str, Field] = {
    "index": _keyword(),
    "before": _DATE,
    "finished": {"type": "boolean"},
    "documents": {"type": "long"},
    "counts": _opaque(),
}

SEARCH_FIELDS: dict[str, Field] = {
    "name": _keyword(),
    "search": _opaque(),
    "saved": _DATE,
}


def _mapping(fields: dict[str, Field]) -> dict[str, Any]:
    return {"dynamic": "strict", "properties": fields}


MAPPINGS: dict[str, dict[str, Any]] = {
    pipeline.ARTICLES_INDEX.name: _mapping(ARTICLE_FIELDS),
    pipeline.ARRIVALS_INDEX.name: _mapping(ARRIVAL_FIELDS),
    pipeline.ALERTS_INDEX.name: _mapping(ALERT_FIELDS),
    pipeline.DELIVERIES_INDEX.name: _mapping(DELIVERY_FIELDS),
    pipeline.DEAD_INDEX.name: _mapping(DEAD_FIELDS),
    pipeline.STORIES_INDEX.name: _mapping(STORY_FIELDS),
    pipeline.EXPIRED_INDEX.name: _mapping(EXPIRED_FIELDS),
    pipeline.SEARCHES_INDEX.name: _mapping(SEARCH_FIELDS),
}
