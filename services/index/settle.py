"""Several arrivals at one known address: which documents change, and what each arrival was. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from services.index.documents import Article, Source, add_stories, derived_id, document, stories_lacking
from services.index.revisions import Duplicate, Outcome, Repeat, known, merge, same_story


@dataclass(slots=True)
class Stored:
    """A document as it was read, with what is needed to write it back; a new one has neither numbers nor index."""

    source: Source
    seq_no: int | None = None
    primary_term: int | None = None
    index: str | None = None
    changed: bool = False


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of an article that did not make its document."""

    article: Article
    document_id: str
    outcome: Outcome


@dataclass(slots=True)
class Settlement:
    """What is to be written: `displaced` first, then the changed documents, then the arrivals."""

    documents: list[Stored]
    displaced: dict[str, Source] = field(default_factory=dict)
    arrivals: list[Arrival] = field(default_factory=list)

    def changed(self) -> list[Stored]:
        return [stored for stored in self.documents if stored.changed]


def settle(documents: Sequence[Stored], articles: Sequence[Article], indexed: str) -> Settlement:
    """Takes the articles in order into the documents of their address.

    `documents` are all that may have them: the address's own first, then those of other stories there.
    A text of a story that none of them tells gets a document of its own.
    """
    settlement = Settlement(list(documents))
    for article in articles:
        seen = _recognised(settlement.documents, article)
        if seen is None:
            _take_in(settlement, article, indexed)
            continue
        _add_stories(settlement.documents, seen[0], article)
        if seen[1]:  # the first arrival of a document needs no second entry
            settlement.arrivals.append(Arrival(article, seen[0], seen[1]))
    return settlement


def _recognised(documents: Sequence[Stored], article: Article) -> tuple[str, Outcome | None] | None:
    """Id of the document that has this text, and what this arrival is to it."""
    found = [(stored.source["id"], known(stored.source, article)) for stored in documents]
    # a repeat anywhere outweighs a duplicate: the same arrival must not be counted a second time
    for document_id, verdict in found:
        if isinstance(verdict, Repeat):
            return document_id, verdict.outcome
    for document_id, verdict in found:
        if isinstance(verdict, Duplicate):
            return document_id, "duplicate"
    return None


def _add_stories(documents: Sequence[Stored], document_id: str, article: Article) -> None:
    for stored in documents:
        if stored.source["id"] == document_id and stories_lacking(stored.source, article):
            add_stories(stored.source, article)
            stored.changed = True


def _take_in(settlement: Settlement, article: Article, indexed: str) -> None:
    for stored in settlement.documents:
        if not stored.source.get("superseded") and same_story(stored.source, article):
            merged = merge(stored.source, article, indexed)
            stored.source, stored.changed = merged.source, True
            settlement.displaced |= merged.displaced
            settlement.arrivals.append(Arrival(article, merged.source["id"], merged.outcome))
            return
    settlement.documents.append(Stored(_own(settlement.documents, article, indexed), changed=True))


def _own(documents: Sequence[Stored], article: Article, indexed: str) -> Source:
    source = document(article, indexed)
    if any(stored.source["id"] == article["id"] for stored in documents):
        source |= {"id": derived_id(article["id"], article["content_hash"]), "address_id": article["id"]}
    return source
