"""A version that is a summary only leaves the full text that is there, under the newer title. Pure.

Its collector could not have its page this time; the text that it fetched before is still the best there is. What the
summary says is in the history, and found there.
"""

from __future__ import annotations

from typing import Any

from schemas.raw import SUMMARY_ONLY
from services.elastic.facets import NAME_FIELDS, coup_facets
from services.index.documents import Source, content, texts

KEPT = "index: the full text is that of an earlier version"
_SALIENCES = ("main", "background")


def text_alone(source: Source) -> str:
    """The text of a document without its title."""
    whole: str = next(iter(source["text"].values()))
    return whole[_begin(source["title"]) :]


def is_summary(source: Source) -> bool:
    """Whether its collector said that there was more to be read."""
    return any(note.startswith(SUMMARY_ONLY) for note in source.get("notes", ()))


def keeps(source: Source) -> bool:
    """Whether its text is that of an earlier version."""
    return any(note.startswith(KEPT) for note in source.get("notes", ()))


def has_more(older: Source, newer: Source) -> bool:
    """Whether the older version has the full text that the newer is a summary of."""
    return is_summary(newer) and not is_summary(older) and len(text_alone(older)) > len(text_alone(newer))


def with_text_of(older: Source, newer: Source) -> Source:
    """The newer document with the text of the older one, and with what is marked in that.

    Of what the newer says in its summary only, the names stay, without a place.
    """
    title, text = newer["title"] or older["title"], text_alone(older)
    own, begin = (newer if newer["title"] else older), _begin(older["title"])
    coups = [*_before(own.get("coups", ()), len(title)), *_moved(older.get("coups", ()), begin, _begin(title) - begin)]
    found: Source = {
        **newer, "title": title, "text": texts(title, text, older["language"]), "language": older["language"],
        "alert": newer["alert"] or older["alert"], "notes": [_note(note) for note in newer.get("notes", ())],
    }
    for name in ("entity_ids", "entity_names", "names", *NAME_FIELDS.values(), "locations"):
        if both := [*newer.get(name, ()), *older.get(name, ())]:
            found[name] = [one for at, one in enumerate(both) if one not in both[:at]]
    if mentions := _mentions(own, older, len(title), begin, _begin(title) - begin):
        found["mentions"] = mentions
    if said := [*newer.get("coups", ()), *older.get("coups", ())]:
        found |= {"coups": coups, **coup_facets(said)}
    taken: set[str] = set()
    for salience in _SALIENCES:
        name = f"crisis_{salience}"
        ids = [one for one in dict.fromkeys((*newer.get(name, ()), *older.get(name, ()))) if one not in taken]
        taken.update(ids)
        if ids:
            found[name] = ids
        else:
            found.pop(name, None)
    return found


def _begin(title: str) -> int:
    """Where the text begins in the content."""
    return len(content(title, ""))


def _note(note: str) -> str:
    return f"{KEPT}{note.removeprefix(SUMMARY_ONLY)}" if note.startswith(SUMMARY_ONLY) else note


def _mentions(own: Source, older: Source, title: int, begin: int, by: int) -> list[dict[str, Any]]:
    found: dict[str, dict[str, Any]] = {}
    for one in own.get("mentions", ()):
        if spans := [span for span in one["spans"] if span[1] <= title]:
            found[one["id"]] = {**one, "spans": spans}
    for one in older.get("mentions", ()):
        if spans := [(start + by, end + by) for start, end in one["spans"] if start >= begin]:
            known = found.get(one["id"], {**one, "spans": []})
            found[one["id"]] = {**known, "spans": [*known["spans"], *spans]}
    return list(found.values())


def _before(coups: Any, title: int) -> list[dict[str, Any]]:
    return [one for one in coups if one["evidence"]["end"] <= title]


def _moved(coups: Any, begin: int, by: int) -> list[dict[str, Any]]:
    return [
        {**one, "evidence": {**one["evidence"], "start": one["evidence"]["start"] + by,
                             "end": one["evidence"]["end"] + by}}
        for one in coups if one["evidence"]["start"] >= begin
    ]
