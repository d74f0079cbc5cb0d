"""Does an article match a search, without an index? For alert rules that are saved searches. Pure.

The same tree as a search in Elasticsearch, with one difference: words are compared as they are written, without case,
accents and hooks, not by their stems. `guard` does not match `guards`; write `guard OR guards`. A name
matches in any spelling, by the entity that it names.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from schemas.enriched import EnrichedArticle
from schemas.search import Search
from services.article.months import fold
from services.search.parse import named, parse
from services.search.query import Names, span
from services.search.tree import All, Either, Filter, Node, Not, Span, Word

_WORD = re.compile(r"\w+")
Matcher = Callable[[EnrichedArticle], bool]


def matcher(search: Search, now: datetime, names: Names) -> Matcher:
    """Whether an article is among what the search finds. Raises SearchProblemError for one that cannot be read."""
    tree = _with_names(named(parse(search.q, now), lambda written: names(written, None)), names)
    filters = [Filter(name, getattr(search, name)) for name in _FIELDS if getattr(search, name, ())]
    nodes = [tree, *(_with_names(one, names) for one in filters)]
    if search.since or search.until:
        nodes.append(span(search.since, search.until, now))

    def match(article: EnrichedArticle) -> bool:
        read = _Read.of(article)
        return all(_matches(node, read) for node in nodes) and _one_mention(search, article)

    return match


@dataclass(frozen=True, slots=True)
class _Read:
    """An article ready to be compared."""

    article: EnrichedArticle
    text: str
    entities: frozenset[str]

    @classmethod
    def of(cls, article: EnrichedArticle) -> _Read:
        names = " . ".join(f"{entity.id} . {entity.name}" for entity in article.entities)
        return cls(
            article, f"{_words(article.content())} . {_words(names)}",
            frozenset(entity.id for entity in article.entities),
        )


def _words(text: str) -> str:
    """Folded words with one space around each, so that a phrase is a part of it."""
    return f" {' '.join(_WORD.findall(fold(text)))} "


_FIELDS: dict[str, Callable[[EnrichedArticle], tuple[str, ...]]] = {
    "source": lambda article: (article.source or "",),
    "language": lambda article: (article.language,),
    "event": lambda article: tuple(coup.event for coup in article.coups),
    "status": lambda article: tuple(coup.status for coup in article.coups),
    "type": lambda article: tuple(coup.type for coup in article.coups),
    "story": lambda article: tuple(tag.story for tag in article.stories),
    "crisis": lambda article: tuple(crisis.id for crisis in article.crises if crisis.salience != "none"),
    "salience": lambda article: tuple(crisis.salience for crisis in article.crises),
    "is": lambda article: ("alert",) * article.alert + ("coup",) * bool(article.coups),
    "entity": lambda article: tuple(name for one in article.entities for name in (one.id, one.name)),
    "person": lambda article: tuple(n for e in article.entities if e.kind == "person" for n in (e.id, e.name)),
    "organisation": lambda article: tuple(
        n for e in article.entities if e.kind == "organisation" for n in (e.id, e.name)
    ),
    "place": lambda article: tuple(n for e in article.entities if e.kind == "place" for n in (e.id, e.name)),
}


def _with_names(node: Node, names: Names) -> Node:
    """Filters for entities with the ids beside the spellings."""
    if isinstance(node, Filter) and node.name in ("entity", "person", "organisation", "place"):
        return Filter(node.name, (*node.values, *(one for value in node.values for one in names(value, None))))
    if isinstance(node, Not):
        return Not(_with_names(node.of, names))
    if isinstance(node, All):
        return All(tuple(_with_names(one, names) for one in node.of))
    return Either(tuple(_with_names(one, names) for one in node.of)) if isinstance(node, Either) else node


def _matches(node: Node, read: _Read) -> bool:
    if isinstance(node, Word):
        return not read.entities.isdisjoint(node.ids) or _has(node, read.text)
    if isinstance(node, Not):
        return not _matches(node.of, read)
    if isinstance(node, All):
        return all(_matches(one, read) for one in node.of)
    if isinstance(node, Either):
        return any(_matches(one, read) for one in node.of)
    if isinstance(node, Span):
        when = read.article.published or read.article.received
        return (node.since is None or when >= node.since) and (node.until is None or when <= node.until)
    return any(_equal(value, wanted) for value in _FIELDS[node.name](read.article) for wanted in node.values)


def _has(word: Word, text: str) -> bool:
    wanted = _words(word.text)
    if word.phrase or " " not in wanted.strip():
        return wanted in text
    return all(f" {one} " in text for one in wanted.split())


def _equal(value: str, wanted: str) -> bool:
    value, wanted = value.casefold(), wanted.casefold()
    return value.startswith(wanted[:-1]) if wanted.endswith("*") and len(wanted) > 1 else value == wanted


def _one_mention(search: Search, article: EnrichedArticle) -> bool:
    """Event and status as parameters are of the same mention."""
    if not (search.event and search.status):
        return True
    return any(coup.event in search.event and coup.status in search.status for coup in article.coups)
