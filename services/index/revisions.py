"""A known article comes again: what becomes of it. Pure.

A document holds the newest text of one story at one address, and in `history` every other text of it, each with
the origin that brought it. `origin` is that of the first arrival for ever, since it is how articles are counted.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from services.index.documents import Article, Source, add_stories, content, derived_id, document, texts
from services.index.kept import has_more, is_summary, keeps, text_alone, with_text_of

Outcome = Literal["duplicate", "revised", "stale"]

# A document is written again whole with every revision, so its history cannot grow for ever.
HISTORY_ENTRIES = 50
HISTORY_CHARACTERS = 2_000_000

# Two unrelated articles of one outlet share about 1 % of their three-word sequences, a rewritten one 10 % and
# more; a text that grew contains the old one whole, hence the share is of the shorter.
LEAST_SHARED_SEQUENCES = 0.05
# Short texts have too few sequences; two items of a feed on different matters share hardly a long word.
SHORT = 30
LEAST_SHARED_WORDS = 0.15
LEAST_WORDS = 5


@dataclass(frozen=True, slots=True)
class Repeat:
    """This very arrival was written before; `outcome` is what it then was, None where it was the first."""

    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Another arrival of a text that the document has."""


@dataclass(frozen=True, slots=True)
class Merged:
    """The document with the new text in its place.

    `displaced` are documents, by id, for texts that the history has no more room for; they have no `origin`,
    because their arrivals are counted elsewhere.
    """

    source: Source
    outcome: Literal["revised", "stale"]
    displaced: dict[str, Source] = field(default_factory=dict)


def known(existing: Source, article: Article) -> Repeat | Duplicate | None:
    """Whether the document has this arrival or this text; needs no texts in `existing`."""
    origin = article["origin"]
    if existing.get("origin") == origin:
        return Repeat(None)
    texts = _texts(existing)
    for text in texts:
        if text["origin"] == origin:
            return Repeat(text["outcome"] if text["outcome"] != "indexed" else None)
    if any(text["content_hash"] == article["content_hash"] for text in texts):
        return Duplicate()
    return None


def merge(existing: Source, article: Article, indexed: str) -> Merged:
    """The document after a text that it does not have; the newer text stands, whichever came first.

    But a newer text that is a summary only has its title stand over the full text that is there, or comes late.
    """
    newer = _age(article, article["origin"]) > _age(existing, existing["text_origin"])
    source, history = (_revised if newer else _with_late)(existing, article, indexed)
    add_stories(source, article)
    source["first_received"] = min(existing["first_received"], article["received"], key=_moment)
    source["history"], removed = _bounded(history, source)
    displaced = [_displaced(source, entry) for entry in removed]
    return Merged(source, "revised" if newer else "stale", {one["id"]: one for one in displaced})


def _revised(existing: Source, article: Article, indexed: str) -> tuple[Source, list[Source]]:
    """The document of a newer text, and what is then its history."""
    source = document(article, indexed) | {name: existing[name] for name in _LASTING if name in existing}
    source |= {"text_outcome": "revised"}
    history = _with_document(existing)
    if has_more(existing, source):
        history.append(_entry_of_article(article, "revised"))
        source = with_text_of(existing, source)
    return source, history


def _with_late(existing: Source, article: Article, indexed: str) -> tuple[Source, list[Source]]:
    """The same of a text that is older than the one that stands."""
    late, entry = document(article, indexed), _entry_of_article(article, "stale")
    if has_more(late, existing):
        return with_text_of(late, existing), [*_with_document(existing), entry]
    history = [*existing.get("history", ()), entry]
    if keeps(existing) and not is_summary(late) and _age(article, article["origin"]) > _age_of_kept(existing):
        return with_text_of(late, existing), history
    return dict(existing), history


# what a document keeps when a newer text takes its place
_LASTING = ("id", "address_id", "origin", "stream", "item", "story", "copy_of")


def same_story(existing: Source, article: Article) -> bool:
    """False only where two texts at one address have next to nothing in common, as when a feed gives all its
    items the same link."""
    if existing["title"] and existing["title"].casefold() == (article.get("title") or "").casefold():
        return True
    one = content(existing["title"], text_alone(existing)).casefold().split()
    two = content(article.get("title") or "", article.get("text") or "").casefold().split()
    if min(len(one), len(two)) < SHORT:
        return _share(_long_words(one), _long_words(two), LEAST_WORDS) >= LEAST_SHARED_WORDS
    return _share(_sequences(one), _sequences(two), 1) >= LEAST_SHARED_SEQUENCES


def _share(one: set[Any], two: set[Any], least: int) -> float:
    smaller = min(len(one), len(two))
    return len(one & two) / smaller if smaller >= least else 1.0


def _long_words(words: list[str]) -> set[str]:
    return {word for word in words if len(word) > 3}


def _sequences(words: list[str]) -> set[tuple[str, ...]]:
    return set(zip(words, words[1:], words[2:], strict=False))


def _age(text: dict[str, Any], origin: str) -> tuple[int, datetime, str]:
    return int(text["version"]), _moment(text["received"]), origin


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _texts(existing: Source) -> list[Source]:
    current = {
        "origin": existing["text_origin"],
        "outcome": existing["text_outcome"],
        "content_hash": existing["content_hash"],
    }
    return [current, *existing.get("history", ())]


def _age_of_kept(existing: Source) -> tuple[int, datetime, str]:
    """That of the version whose text a document keeps."""
    text = text_alone(existing)
    return max(
        (_age(entry, entry["origin"]) for entry in existing.get("history", ()) if entry["text"] == text),
        default=_age(existing, existing["text_origin"]),
    )


def _with_document(existing: Source) -> list[dict[str, Any]]:
    """The history with the version that stands now, unless that kept an earlier text and has its own there already."""
    history = list(existing.get("history", ()))
    if any(entry["origin"] == existing["text_origin"] for entry in history):
        return history
    return [*history, _entry(existing, text_alone(existing), existing["text_origin"], existing["text_outcome"])]


def _entry_of_article(article: Article, outcome: Outcome) -> dict[str, Any]:
    return _entry(article, article.get("text") or "", article["origin"], outcome)


def _entry(text_of: dict[str, Any], text: str, origin: str, outcome: str) -> dict[str, Any]:
    entry = {
        "title": text_of.get("title") or "", "text": text, "language": text_of.get("language") or "und",
        "received": text_of["received"], "version": text_of["version"],
        "origin": origin, "content_hash": text_of["content_hash"], "outcome": outcome,
    }
    if text_of.get("published"):
        entry["published"] = text_of["published"]
    return entry


def _bounded(history: list[Source], source: Source) -> tuple[list[Source], list[Source]]:
    """What fits, oldest first, and what does not: the oldest.

    The text that a document has its id from stays, since its own document would be this one.
    """
    ordered = sorted(history, key=lambda entry: _age(entry, entry["origin"]))
    sizes = itertools.accumulate(len(entry["text"]) for entry in reversed(ordered))
    fitting = sum(1 for size in sizes if size <= HISTORY_CHARACTERS)
    first = len(ordered) - min(fitting, HISTORY_ENTRIES)
    staying = [entry for entry in ordered[:first] if _id(source, entry) == source["id"]]
    leaving = [entry for entry in ordered[:first] if _id(source, entry) != source["id"]]
    return staying + ordered[first:], leaving


def _id(source: Source, entry: Source) -> str:
    return derived_id(_address(source), entry["content_hash"])


def _address(source: Source) -> str:
    address: str = source["address_id"] if "address_id" in source else source["id"]
    return address


def _displaced(source: Source, entry: dict[str, Any]) -> Source:
    title, language = entry["title"], entry["language"]
    kept = {name: source[name] for name in ("url", "url_received", "source") if name in source}
    return kept | {
        "id": _id(source, entry),
        "address_id": _address(source),
        "title": title,
        "text": texts(title, entry["text"], language),
        "language": language,
        **({"published": entry["published"]} if "published" in entry else {}),
        "received": entry["received"],
        "first_received": entry["received"],
        "indexed": source["indexed"],
        "text_origin": entry["origin"],
        "text_outcome": entry["outcome"],
        "version": entry["version"],
        "content_hash": entry["content_hash"],
        "alert": False,
        "superseded": True,
    }
