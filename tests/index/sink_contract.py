"""What the sink promises, tried on the Elasticsearch in memory and on the real one by the same class."""

from __future__ import annotations

import asyncio
import itertools
from typing import Any, Protocol

import orjson
import pytest

from schemas.record import Record
from services.index import revisions
from services.index.documents import derived_id
from services.index.sink import Sink
from tests.index.articles import (
    BAZOUM,
    LEFT,
    NIAMEY,
    STREAM,
    TAKEN,
    coup,
    digest,
    message,
    palace,
    record,
    records,
)

URL = "https://example.org/a"
NEAR = "The presidential guard in Niamey is near the palace."
OTHER_STORY = "Heavy rains destroyed hundreds of houses around Zinder, officials announced"
LETTER = {
    "id": "articles.raw-0-7-0", "topic": "articles.raw", "partition": 0, "offset": 7, "service": "ingest",
    "timestamp": "2023-07-27T10:00:00Z", "value": "AP8=", "error": "not_json", "reason": "neither JSON nor text",
    "origin": f"{STREAM}-0-7-0", "trace_id": "t", "failed": "2023-07-27T10:00:01Z",
}


class Desk(Protocol):
    """A place to write to and to look at what was written."""

    sink: Sink

    async def documents(self, name: str) -> dict[str, dict[str, Any]]:
        """Sources by id, of the index that the map calls `name`."""
        ...

    async def want_numbers_as_source(self) -> None:
        """From now on an article whose `source` is no number does not fit the mapping."""
        ...


class SinkContract:
    async def test_an_article_becomes_one_document_under_its_id(self, desk: Desk) -> None:
        article = message(title="Coup in Niger", entities=[BAZOUM, NIAMEY], coups=[coup()], alert=True,
                          crises=[{"id": "niger-2023", "salience": "main"}])
        assert await desk.sink.write(records(article)) == []
        (source,) = (await desk.documents("harmattan-articles")).values()
        assert source["text"] == {"en": "Coup in Niger\n\nThe presidential guard in Niamey has taken the palace."}
        assert (source["people"], source["places"]) == (["Mohamed Bazoum"], ["Niamey"])
        assert source["locations"] == [{"lat": 13.5, "lon": 2.1}]
        assert source["coup_event_status"] == ["niger-2023:asserted"]
        assert (source["stream"], source["item"]) == (STREAM, 0)

    async def test_a_replay_changes_nothing(self, desk: Desk) -> None:
        batch = records(message(offset=1), message(text=LEFT, offset=2),
                        message(offset=3), message(url="https://example.org/b", offset=4),
                        message(text=OTHER_STORY, offset=5))
        await desk.sink.write(batch)
        before = await desk.documents("harmattan-articles"), await desk.documents("harmattan-arrivals")
        for part in (batch, batch[::-1], batch[2:], batch[:1]):
            assert await desk.sink.write(part) == []
        assert (await desk.documents("harmattan-articles"), await desk.documents("harmattan-arrivals")) == before

    async def test_the_same_text_again_is_a_duplicate(self, desk: Desk) -> None:
        await desk.sink.write(records(message(offset=1)))
        await desk.sink.write(records(message(offset=2), message(offset=3)))
        assert await self.outcomes(desk) == {2: "duplicate", 3: "duplicate"}
        (source,) = (await desk.documents("harmattan-articles")).values()
        assert source["origin"].endswith("-0-1-0")
        assert "history" not in source

    async def test_a_corrected_text_replaces_the_older_and_keeps_it(self, desk: Desk) -> None:
        await desk.sink.write(records(message(offset=1, entities=[BAZOUM])))
        await desk.sink.write(records(message(text=LEFT, offset=2, entities=[NIAMEY])))
        (source,) = (await desk.documents("harmattan-articles")).values()
        assert source["text"]["en"] == LEFT
        assert [entry["text"] for entry in source["history"]] == [TAKEN]
        assert source["entity_names"] == ["Niamey"]
        assert "people" not in source
        assert source["origin"].endswith("-0-1-0")
        assert await self.outcomes(desk) == {2: "revised"}

    async def test_an_older_text_that_comes_late_goes_to_the_history(self, desk: Desk) -> None:
        await desk.sink.write(records(message(offset=1, version=20)))
        await desk.sink.write(records(message(text=NEAR, offset=2, version=10)))
        (source,) = (await desk.documents("harmattan-articles")).values()
        assert source["text"]["en"] == TAKEN
        assert [entry["text"] for entry in source["history"]] == [NEAR]
        assert await self.outcomes(desk) == {2: "stale"}

    async def test_the_newest_text_stands_in_every_order_of_arrival(self, desk: Desk) -> None:
        for at, order in enumerate(itertools.permutations((1, 2, 3))):
            for offset in order:
                text = f"{TAKEN} Update {offset}."
                await desk.sink.write([record(message(f"https://example.org/{at}", text, offset=offset + 10 * at))])
        for source in (await desk.documents("harmattan-articles")).values():
            assert source["text"]["en"].endswith("Update 3.")
            assert [entry["text"][-9:] for entry in source["history"]] == ["Update 1.", "Update 2."]

    async def test_a_text_seen_before_is_a_duplicate_also_when_it_is_history(self, desk: Desk) -> None:
        await desk.sink.write(records(message(offset=1), message(text=LEFT, offset=2)))
        await desk.sink.write(records(message(offset=3)))
        assert await self.outcomes(desk) == {2: "revised", 3: "duplicate"}

    async def test_several_stories_at_one_address_are_documents_of_their_own(self, desk: Desk) -> None:
        first, other = message(offset=1), message(text=OTHER_STORY, offset=2, entities=[NIAMEY])
        await desk.sink.write(records(first, other))
        documents = await desk.documents("harmattan-articles")
        own = derived_id(first["id"], other["content_hash"])
        assert set(documents) == {first["id"], own}
        assert documents[own]["entity_names"] == ["Niamey"]
        assert await self.outcomes(desk) == {}

    async def test_a_correction_finds_its_story_among_those_of_one_address(self, desk: Desk) -> None:
        await desk.sink.write(records(message(offset=1), message(text=OTHER_STORY, offset=2)))
        await desk.sink.write(records(message(text=f"{OTHER_STORY} today", offset=3)))
        texts = {source["text"]["en"] for source in (await desk.documents("harmattan-articles")).values()}
        assert texts == {TAKEN, f"{OTHER_STORY} today"}
        assert await self.outcomes(desk) == {3: "revised"}

    async def test_a_text_leaves_a_full_history_for_a_document_of_its_own(
        self, desk: Desk, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(revisions, "HISTORY_ENTRIES", 2)
        batch = records(*(message(text=palace(n), offset=n) for n in range(1, 7)))
        for one in batch:
            await desk.sink.write([one])
        await desk.sink.write(batch)
        documents = await desk.documents("harmattan-articles")
        main = documents.pop(digest(URL))
        assert main["text"]["en"] == palace(6)
        assert [entry["text"][-2] for entry in main["history"]] == ["4", "5"]
        assert sorted(source["text"]["en"][-2] for source in documents.values()) == ["1", "2", "3"]
        assert all(source["superseded"] and "origin" not in source for source in documents.values())
        assert await self.outcomes(desk) == dict.fromkeys(range(2, 7), "revised")
        await desk.sink.write(records(message(text=palace(1), offset=9)))
        assert (await self.outcomes(desk))[9] == "duplicate"

    async def test_every_arrival_is_counted_once_whatever_comes_at_once(self, desk: Desk) -> None:
        texts = [*map(palace, range(4)), *(f"{OTHER_STORY} {n}" for n in range(4))]
        batch = [message(text=text, offset=n) for n, text in enumerate(texts * 2)]
        await asyncio.gather(*(desk.sink.write(records(*batch[start::5])) for start in range(5)))
        await asyncio.gather(*(desk.sink.write(records(*batch[start::3])) for start in range(3)))
        first = [source["origin"] for source in (await desk.documents("harmattan-articles")).values()]
        later = list(await desk.documents("harmattan-arrivals"))
        assert sorted(first + later) == sorted(article["origin"] for article in batch)

    async def test_no_text_is_lost_whatever_comes_at_once(self, desk: Desk) -> None:
        texts = [palace(n) for n in range(6)] + [OTHER_STORY]
        batch = [message(text=text, offset=n) for n, text in enumerate(texts)]
        await asyncio.gather(*(desk.sink.write(records(article)) for article in batch))
        documents = (await desk.documents("harmattan-articles")).values()
        kept = [text for source in documents for text in source["text"].values()]
        kept += [entry["text"] for source in documents for entry in source.get("history", ())]
        assert sorted(kept) == sorted(texts)

    async def test_an_article_of_two_crises_comes_twice_and_keeps_both_stories(self, desk: Desk) -> None:
        one, two = ({"crisis": crisis, "story": letter * 32} for crisis, letter in (("niger-2023", "a"), ("mali", "b")))
        for stories in ([one], [two], [two], [one]):
            await desk.sink.write(records(message(offset=1, stories=stories)))
        (source,) = (await desk.documents("harmattan-articles")).values()
        assert source["story"] == ["a" * 32, "b" * 32]
        assert await self.outcomes(desk) == {}

    async def test_a_corrected_article_stays_in_its_story(self, desk: Desk) -> None:
        tag = {"crisis": "niger-2023", "story": "a" * 32, "copy_of": "c" * 32}
        await desk.sink.write(records(message(offset=1, stories=[tag])))
        await desk.sink.write(records(message(text=LEFT, offset=2)))
        (source,) = (await desk.documents("harmattan-articles")).values()
        assert source["text"]["en"] == LEFT
        assert (source["story"], source["copy_of"]) == (["a" * 32], ["c" * 32])

    async def test_a_refused_document_does_not_take_its_neighbours_along(self, desk: Desk) -> None:
        await desk.want_numbers_as_source()
        batch = records(*(message(f"https://example.org/{n}", offset=n, source="BBC" if n == 1 else "7")
                          for n in range(3)))
        (rejected,) = await desk.sink.write(batch)
        assert rejected.record is batch[1]
        assert rejected.error
        assert "\n" not in rejected.reason
        assert len(await desk.documents("harmattan-articles")) == 2

    async def test_a_refused_revision_does_not_take_its_neighbours_along(self, desk: Desk) -> None:
        await desk.want_numbers_as_source()
        await desk.sink.write(records(message(offset=1, source="7")))
        sources = {2: "7", 3: "BBC", 4: "7"}
        batch = records(*(message(text=palace(n), offset=n, source=source) for n, source in sources.items()))
        (rejected,) = await desk.sink.write(batch)
        assert rejected.record is batch[1]
        assert await self.outcomes(desk) == {2: "revised", 4: "revised"}

    async def test_a_message_that_is_no_article_is_rejected_with_a_reason(self, desk: Desk) -> None:
        good = orjson.dumps(message())
        bad = [b"{", b"[]", b"null", b"", b"\xff", b'{"id": 7}', good.replace(b'"1.0"', b'"2.0"'),
               good.replace(b"The presidential", b"\\ud800"), good.replace(f"{STREAM}-0-0-0".encode(), b"nowhere"),
               orjson.dumps(message() | {"entities": ["Bazoum"]}), orjson.dumps(message() | {"version": "new"})]
        rejected = await desk.sink.write(records(*bad, good))
        assert [one.record.offset for one in rejected] == list(range(len(bad)))
        assert all(one.reason and len(one.reason) < 500 for one in rejected)
        assert len(await desk.documents("harmattan-articles")) == 1

    async def test_odd_values_refuse_no_document(self, desk: Desk) -> None:
        odd = [
            message(f"https://example.org/{'x' * 40_000}", "long address"),
            message("https://example.org/s", "long source", source="s" * 50_000),
            message("https://example.org/w", "w" * 70_000),
            message("https://example.org/m", "Bazoum " * 150_000, entities=[BAZOUM | {"mentions": [
                {"start": 7 * n, "end": 7 * n + 6, "surface": "Bazoum"} for n in range(20_000)]}]),
            message("https://example.org/l", "another language", language="xx"),
            message("https://example.org/p", "far", entities=[NIAMEY | {"lat": 1e9, "lon": -1e9}]),
            message("https://example.org/d", "old", published="0001-01-01T00:00:00Z", published_received="d" * 40_000),
            message("https://example.org/c", "coups", coups=[coup(f"event-{n}") for n in range(300)]),
            message("https://example.org/t", "title", title="t" * 100_000, notes=["n" * 40_000]),
            message("https://example.org/v", "big", version=2**62),
        ]
        assert await desk.sink.write(records(*odd)) == []
        assert len(await desk.documents("harmattan-articles")) == len(odd)

    async def test_a_story_stands_as_its_newest_message_says_in_every_order(self, desk: Desk) -> None:
        def story(version: int) -> Record:
            body = {
                "id": "5" * 32, "crisis": "niger-2023", "version": version, "headline": "Coup", "language": "en",
                "article_id": "a" * 32, "first_seen": "2023-07-27T00:00:00Z", "last_seen": "2023-07-27T01:00:00Z",
                "articles": version, "copies": 0, "entities": [{"id": "niamey", "name": "Niamey", "kind": "place"}],
            }
            return Record("stories", 0, version, 0, b"5" * 32, orjson.dumps(body))

        for batch in ([story(2)], [story(1)], [story(3), story(4)], [story(3)], [story(4)]):
            assert await desk.sink.write(stories=batch) == []
        (source,) = (await desk.documents("harmattan-stories")).values()
        assert (source["version"], source["articles"], source["places"]) == (4, 4, ["Niamey"])
        assert [one.error for one in await desk.sink.write(stories=[record(b"{}"), story(5)])] == ["bad_message"]

    async def test_a_dead_letter_is_one_document_however_often_it_comes(self, desk: Desk) -> None:
        again = LETTER | {"id": "articles.raw-0-8-0"}  # sent twice by a stage that was killed between
        assert await desk.sink.write(dead=records(LETTER, again, LETTER)) == []
        (source,) = (await desk.documents("harmattan-dead")).values()
        assert (source["stream"], source["item"], source["error"]) == (STREAM, 0, "not_json")
        assert source["value"] == "AP8="

    async def test_a_dead_letter_that_is_none_is_rejected_beside_a_good_one(self, desk: Desk) -> None:
        nameless = {name: value for name, value in LETTER.items() if name != "origin"}
        (rejected,) = await desk.sink.write(dead=records(b"[]", LETTER, nameless))
        assert rejected.record.offset == 0
        assert len(await desk.documents("harmattan-dead")) == 2

    async def outcomes(self, desk: Desk) -> dict[int, str]:
        """Of the later arrivals, by offset."""
        arrivals = (await desk.documents("harmattan-arrivals")).values()
        return {int(one["origin"].split("-")[-2]): one["outcome"] for one in arrivals}
