"""The sink on the Elasticsearch in memory: its contract, and every fault that can be ordered."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from services.elastic import bulk
from services.elastic.bulk import Patience
from services.elastic.mapping import IndexSettings
from services.elastic.server import Answer, AwayError
from services.elastic.setup import prepare
from services.index.sink import Sink
from tests.index.articles import LEFT, TAKEN, digest, message, palace, records
from tests.index.memory_elasticsearch import MemoryElasticsearch
from tests.index.sink_contract import SinkContract


class MemoryDesk:
    def __init__(self) -> None:
        self.server = MemoryElasticsearch()
        self.waits: list[float] = []
        self.reasons: list[str] = []
        self.sink = Sink(self.server, sleep=self._sleep, on_wait=self._on_wait)

    async def documents(self, name: str) -> dict[str, dict[str, Any]]:
        return self.server.documents(name)

    async def want_numbers_as_source(self) -> None:
        self.server.refuses = lambda source: (
            None if source.get("source", "7").isdigit() else "failed to parse field [source] of type [integer]"
        )

    def _on_wait(self, reason: str, _waited: float) -> None:
        self.reasons.append(reason)

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        await asyncio.sleep(0)


@pytest.fixture
async def desk() -> MemoryDesk:
    desk = MemoryDesk()
    await prepare(desk.server, IndexSettings(), Patience())
    return desk


class TestContract(SinkContract):
    pass


BUSY = Answer(429, {"error": {"type": "circuit_breaking_exception", "reason": "Data too large"}})


@pytest.mark.parametrize("fault", [
    AwayError("refused"), BUSY, Answer(503, {"error": {"type": "no_master"}}), Answer(502, "bad gateway"),
    Answer(500, None), Answer(401, {"error": {"type": "security_exception", "reason": "who are you"}}),
])
async def test_what_is_over_by_itself_is_waited_for(desk: MemoryDesk, fault: Answer | AwayError) -> None:
    desk.server.before.extend([fault] * 5)
    assert await desk.sink.write(records(message())) == []
    assert len(await desk.documents("harmattan-articles")) == 1
    assert len(desk.waits) == len(desk.reasons) == 5
    assert desk.waits[0] < desk.waits[-1] <= bulk.LONGEST_WAIT


async def test_an_answer_that_got_lost_makes_no_second_arrival(desk: MemoryDesk) -> None:
    for offset, text in enumerate((TAKEN, LEFT)):
        desk.server.after.extend([AwayError("broken off")] * 6)
        await desk.sink.write(records(message(text=text, offset=offset)))
    (source,) = (await desk.documents("harmattan-articles")).values()
    (arrival,) = (await desk.documents("harmattan-arrivals")).values()
    assert (source["text_origin"], arrival["outcome"]) == (arrival["origin"], "revised")


async def test_only_the_items_that_were_refused_for_now_are_sent_again(desk: MemoryDesk) -> None:
    desk.server.busy[digest("https://example.org/1")] = 3
    batch = records(*(message(f"https://example.org/{n}", offset=n) for n in range(3)))
    assert await desk.sink.write(batch) == []
    assert len(await desk.documents("harmattan-articles")) == 3
    assert await desk.documents("harmattan-arrivals") == {}


async def test_a_request_that_is_too_large_is_split_until_it_fits(desk: MemoryDesk) -> None:
    desk.server.largest = 3000
    batch = records(*(message(f"https://example.org/{n}", "x" * (9000 if n == 3 else 500), offset=n)
                      for n in range(8)))
    (rejected,) = await desk.sink.write(batch)
    assert (rejected.record, rejected.error) == (batch[3], "too_large")
    assert len(await desk.documents("harmattan-articles")) == 7


async def test_a_bulk_is_never_larger_than_its_limit(desk: MemoryDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BULK_BYTES", 3000)
    desk.server.largest = 3100
    await desk.sink.write(records(*(message(f"https://example.org/{n}", offset=n) for n in range(20))))
    assert len(await desk.documents("harmattan-articles")) == 20


async def test_a_missing_alias_is_waited_for_and_no_index_guessed(desk: MemoryDesk) -> None:
    aliases, desk.server.aliases = desk.server.aliases, {}
    desk.server.after.extend([lambda: None, lambda: desk.server.aliases.update(aliases)])
    assert await desk.sink.write(records(message())) == []
    assert len(await desk.documents("harmattan-articles")) == 1


async def test_a_write_that_is_cancelled_anywhere_can_be_repeated(desk: MemoryDesk) -> None:
    texts = [TAKEN, LEFT, "Rain fell upon the parched fields around Dosso"]
    batch = records(*(message(text=text, offset=n) for n, text in enumerate(texts * 2)))
    for steps in range(40):
        writing = asyncio.create_task(desk.sink.write(batch))
        for _ in range(steps % 8):
            await asyncio.sleep(0)
        desk.server.after.extend([AwayError("killed")] * (steps % 5))
        writing.cancel()
        await asyncio.gather(writing, return_exceptions=True)
    desk.server.after.clear()
    await desk.sink.write(batch)
    first = [one["origin"] for one in (await desk.documents("harmattan-articles")).values()]
    later = list(await desk.documents("harmattan-arrivals"))
    assert sorted(first + later) == sorted(message(offset=n)["origin"] for n in range(6))


async def test_an_arrival_left_unnoted_by_a_crash_is_noted_by_the_replay(desk: MemoryDesk) -> None:
    batch = records(message(offset=1), message(text=LEFT, offset=2))
    await desk.sink.write(batch)
    desk.server.indexes["harmattan-arrivals-000001"].clear()
    await desk.sink.write(batch)
    (arrival,) = (await desk.documents("harmattan-arrivals")).values()
    assert arrival["outcome"] == "revised"


async def test_somebody_quicker_at_the_same_document_is_no_loss(desk: MemoryDesk) -> None:
    await desk.sink.write(records(message(offset=1)))
    other = Sink(desk.server)
    texts = [palace(n) for n in range(2, 8)]
    batch = [records(message(text=text, offset=n)) for n, text in enumerate(texts, 2)]
    await asyncio.gather(*(sink.write(one) for one in batch for sink in (desk.sink, other)))
    (source,) = (await desk.documents("harmattan-articles")).values()
    assert len(source["history"]) == 6
    assert len(await desk.documents("harmattan-arrivals")) == 6
