"""Messages become documents. Pure: no clock, no client.

An article is handled as the dictionary that its message is: going through the model costs 30 µs an article
more, and the message was written by our own enrich service. What does not fit goes through the model after all
(see services.index.reading), which says what is wrong.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

from schemas.dead_letter import DeadLetter
from schemas.origin import Origin
from schemas.story import Story
from services.elastic.analysis import field_of
from services.elastic.facets import NAME_FIELDS, coup_facets

Article = dict[str, Any]
"""An `EnrichedArticle` as JSON has it."""

Source = dict[str, Any]
"""The source of a document, ready for orjson."""


def stamp(moment: datetime) -> str:
    """A moment as every document has it; texts of it sort as the moments do."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def content(title: str, text: str) -> str:
    """What spans count in, as `NormalizedArticle.content`."""
    return f"{title}\n\n{text}" if title else text


def texts(title: str, text: str, language: str) -> dict[str, str]:
    """What a document has as its text: the whole of it, under the field that is read as its language is."""
    whole = content(title, text)
    return {field_of(language, whole): whole}


def derived_id(address_id: str, content_hash: str) -> str:
    """The id of a text's own document where its address belongs to another story."""
    return hashlib.blake2b(f"{address_id}:{content_hash}".encode(), digest_size=16).hexdigest()


def document(article: Article, indexed: str) -> Source:
    """The document of an article that arrives first at its address.

    Raises KeyError, TypeError, ValueError or AttributeError where the article is not an EnrichedArticle.
    """
    origin = Origin.parse(article["origin"])
    title, text, language = article.get("title") or "", article.get("text") or "", article.get("language") or "und"
    source: Source = {
        "id": article["id"],
        "title": title,
        "text": texts(title, text, language),
        "language": language,
        "alert": article.get("alert", False),
        "origin": article["origin"],
        "stream": origin.stream,
        "item": origin.item,
        "text_origin": article["origin"],
        "text_outcome": "indexed",
        "first_received": article["received"],
        "indexed": indexed,
    }
    for name in _AS_THEY_ARE:
        value = article.get(name)
        if value is not None and value != []:
            source[name] = value
    if entities := article.get("entities"):
        _entities(source, entities)
    if coups := article.get("coups"):
        source |= coup_fields(coups)
    for crisis in article.get("crises") or ():
        if crisis["salience"] != "none":
            source.setdefault(f"crisis_{crisis['salience']}", []).append(crisis["id"])
    add_stories(source, article)
    return source


def stories_lacking(source: Source, article: Article) -> bool:
    """Does the article say of a story that the document does not know of? One that concerns two crises comes twice,
    each time with the story of one of them."""
    return not {tag["story"] for tag in article.get("stories") or ()} <= set(source.get("story", ()))


def add_stories(source: Source, article: Article) -> None:
    """The stories of the article beside those that the document has."""
    for tag in article.get("stories") or ():
        for name, value in (("story", tag["story"]), ("copy_of", tag.get("copy_of"))):
            if value and value not in source.get(name, ()):
                source[name] = [*source.get(name, ()), value]


_AS_THEY_ARE = (
    "url", "url_received", "language_declared", "source", "published", "published_received", "published_note",
    "fetched", "received", "trace_id", "version", "content_hash", "notes",
)


def _entities(source: Source, entities: list[dict[str, Any]]) -> None:
    ids, names, mentions, locations = [], [], [], []
    spellings: dict[str, None] = {}
    facets: dict[str, list[str]] = {}
    for entity in entities:
        name, spans = entity["name"], entity["mentions"]
        ids.append(entity["id"])
        names.append(name)
        facets.setdefault(NAME_FIELDS[entity["kind"]], []).append(name)
        spellings[name] = None
        for span in spans:
            spellings[span["surface"]] = None
        mentions.append({
            "id": entity["id"], "name": name, "kind": entity["kind"],
            "spans": [(span["start"], span["end"]) for span in spans],
        })
        if entity.get("lat") is not None and entity.get("lon") is not None:
            locations.append({"lat": entity["lat"], "lon": entity["lon"]})
    source |= facets
    source["entity_ids"], source["entity_names"] = ids, names
    source["names"], source["mentions"] = list(spellings), mentions
    if locations:
        source["locations"] = locations


def coup_fields(coups: list[dict[str, Any]]) -> Source:
    """Coup mentions as they are shown, and the fields that they are found and counted by."""
    return {"coups": coups, **coup_facets(coups)}


def arrival_document(article: Article, document_id: str, outcome: str) -> Source:
    """What became of an article that was not the first of its document; its id is the origin."""
    origin = Origin.parse(article["origin"])
    source: Source = {
        "origin": article["origin"], "stream": origin.stream, "item": origin.item,
        "article_id": document_id, "outcome": outcome, "received": article["received"],
    }
    source |= {name: article[name] for name in ("url", "source", "trace_id") if article.get(name) is not None}
    return source


def story_document(story: Story, indexed: str) -> Source:
    """The document of a story as it stands; its version is that of the message."""
    source: Source = story.model_dump(mode="json", exclude={"schema_version"})
    entities = source["entities"]
    source |= {"entity_ids": [one["id"] for one in entities], "entity_names": [one["name"] for one in entities]}
    for kind, field in NAME_FIELDS.items():
        source[field] = [one["name"] for one in entities if one["kind"] == kind]
    return source | {"indexed": indexed}


def dead_document(letter: DeadLetter) -> tuple[str, Source]:
    """Id and document of a dead letter.

    The id is the origin where one is known: a stage killed between sending and committing sends its messages
    twice, both would die under ids of their own, and the article would be counted twice.
    """
    source: Source = {name: value for name, value in letter.model_dump(mode="json").items() if value is not None}
    del source["schema_version"]
    if letter.origin:
        try:
            origin = Origin.parse(letter.origin)
        except ValueError:
            return letter.id, source
        source |= {"stream": origin.stream, "item": origin.item}
        return letter.origin, source
    return letter.id, source
