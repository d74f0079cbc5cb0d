"""A version that is a summary only leaves the full text that is there; its title and what that names are new."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from schemas.raw import SUMMARY_ONLY
from services.index.documents import Article, Source, document
from services.index.kept import KEPT
from services.index.revisions import Repeat, known
from services.index.settle import Settlement, Stored, settle
from tests.index.articles import coup, message

TEXT = "The guard of the palace in Niamey holds the gate. " + "Traders wait at the bridge with their sacks. " * 5
TEASER = "The guard of the palace in Niamey holds the gate."
NOW = "2023-07-27T12:00:00Z"


def tag(name: str, kind: str, content: str) -> dict[str, Any]:
    at = content.index(name)
    return {"id": name.lower(), "name": name, "kind": kind,
            "mentions": [{"start": at, "end": at + len(name), "surface": name}]}


def full(offset: int, title: str = "Guard at the gate", text: str = TEXT, **more: Any) -> Article:
    tags = [tag("Niamey", "place", f"{title}\n\n{text}")]
    return message(text=text, title=title, offset=offset, entities=tags, **more)


def summary(offset: int, title: str = "Bazoum held in his palace", **more: Any) -> Article:
    content = f"{title}\n\n{TEASER}"
    tags = [tag("Bazoum", "person", content), tag("Niamey", "place", content)] if "Bazoum" in title else []
    more = {"notes": [f"{SUMMARY_ONLY}: its page answers 403"], "entities": tags, **more}
    return message(text=TEASER, title=title, offset=offset, **more)


def after(*articles: Article) -> Source:
    """The one document of them."""
    first, *rest = articles
    settlement: Settlement = settle([Stored(document(first, NOW))], rest, NOW)
    [stored] = settlement.documents
    return stored.source


def marked(source: Source) -> dict[str, list[str]]:
    [content] = source["text"].values()
    return {one["id"]: [content[start:end] for start, end in one["spans"]] for one in source["mentions"]}


def test_the_full_text_stays_under_the_new_title_and_says_so() -> None:
    found = after(full(1), summary(2))
    assert found["title"] == "Bazoum held in his palace"
    assert found["text"] == {"en": f"Bazoum held in his palace\n\n{TEXT}"}
    assert found["notes"] == [f"{KEPT}: its page answers 403"]
    assert marked(found) == {"bazoum": ["Bazoum"], "niamey": ["Niamey"]}
    assert (found["people"], found["places"]) == (["Bazoum"], ["Niamey"])
    assert [(one["title"], one["text"] == TEASER) for one in found["history"]] == [
        ("Guard at the gate", False), ("Bazoum held in his palace", True),
    ]


def test_it_comes_out_the_same_in_every_order_and_at_every_replay() -> None:
    versions = [full(1), full(2, text=f"{TEXT} Updated."), summary(3), summary(4, "The gate is held")]
    wanted = after(*versions)
    for order in itertools.permutations(versions):
        found = after(*order)
        same = ("title", "text", "notes", "content_hash", "version", "text_origin")
        assert [found[name] for name in same] == [wanted[name] for name in same], [one["version"] for one in order]
        assert {(one["title"], one["text"]) for one in found["history"]} >= {
            (one["title"], one["text"]) for one in versions if one["origin"] != versions[3]["origin"]}
        for version in versions:
            assert isinstance(known(found, version), Repeat)


def test_a_page_that_can_be_had_again_takes_the_place_of_the_kept_text() -> None:
    found = after(full(1), summary(2), full(3, "Bazoum held in his palace", f"{TEXT} He is well."))
    assert found["text"]["en"].endswith("He is well.")
    assert not any(note.startswith(KEPT) for note in found.get("notes", ()))
    assert [one["origin"] for one in found["history"]] == [full(1)["origin"], summary(2)["origin"]]


@pytest.mark.parametrize("first", [summary(1, "Guard at the gate"), full(1, text="The guard in Niamey.")])
def test_a_summary_takes_the_place_of_another_and_of_a_shorter_text(first: Article) -> None:
    found = after(first, summary(2))
    assert found["text"]["en"].endswith(TEASER)
    assert found["notes"] == [f"{SUMMARY_ONLY}: its page answers 403"]


def test_a_text_that_no_collector_calls_a_summary_takes_the_place_of_a_longer_one() -> None:
    assert after(full(1), summary(2, notes=[]))["text"]["en"].endswith(TEASER)


def test_what_a_title_denies_and_what_a_text_tells_are_both_found_and_marked_where_they_stand() -> None:
    told = coup() | {"evidence": {"start": 23, "end": 28, "surface": "guard"}}
    denied = coup(status="negated") | {"evidence": {"start": 0, "end": 6, "surface": "Bazoum"}}
    below = coup(status="future") | {"evidence": {"start": 31, "end": 36, "surface": "guard"}}
    found = after(
        full(1, coups=[told], crises=[{"id": "niger-2023", "salience": "main"}], alert=True),
        summary(2, coups=[denied, below], crises=[{"id": "niger-2023", "salience": "background"}]),
    )
    content = found["text"]["en"]
    assert [content[one["evidence"]["start"] : one["evidence"]["end"]] for one in found["coups"]] == ["Bazoum", "guard"]
    assert found["coup_statuses"] == ["negated", "future", "asserted"]
    assert (found["crisis_main"], found.get("crisis_background"), found["alert"]) == (["niger-2023"], None, True)


def test_a_version_without_a_title_keeps_the_title_too() -> None:
    found = after(full(1), summary(2, ""))
    assert (found["title"], marked(found)) == ("Guard at the gate", {"niamey": ["Niamey"]})
