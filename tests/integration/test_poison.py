"""Records that nobody should ever write: each ends in its place, its neighbours are indexed, no service restarts."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable
from typing import Any

import pytest
from aiokafka import AIOKafkaProducer

from services.pipeline import DEAD, DEAD_INDEX, RAW
from tests.integration.articles import harmless
from tests.integration.desk import Desk, own_word
from tests.integration.waiting import until

pytestmark = pytest.mark.integration

# Bazoum, Tchiani and Niamey, in four scripts and spellings
NAMES = "Mohamed Bazoum, Abdourahamane Tchiani, Niamey, ECOWAS, محمد بازوم, Shugaba Bazoum; "


def article(word: str, **fields: Any) -> dict[str, Any]:
    return harmless(word, 1, **fields)


def with_number(word: str, number: str) -> bytes:
    """JSON that json.dumps does not write."""
    return json.dumps(article(word, extra="NUMBER")).replace('"NUMBER"', number).encode()


def wrapped(word: str) -> bytes:
    return json.dumps(json.dumps(article(word))).encode()


def unknown_fields(word: str) -> bytes:
    return json.dumps(article(word, **{f"field_{number}": {"deep": number} for number in range(1500)})).encode()


def names_for_a_megabyte(word: str) -> bytes:
    return json.dumps(article(word, text=f"{word}. " + NAMES * (1024 * 1024 // len(NAMES.encode())))).encode()


def half_surrogate(word: str) -> bytes:
    return json.dumps(article(word, text=f"{word} Bazoum\ud83d of Niger \ude00 spoke.")).encode()


def nul(word: str) -> bytes:
    return json.dumps(article(word, title=f"Ni\0ger, {word}", text=f"{word} Baz\0oum of Niger spoke.")).encode()


def without_a_space(word: str) -> bytes:
    return json.dumps(article(word, text=f"{word} " + "بازوم" * 90_000), ensure_ascii=False).encode()


def marks_on_marks(word: str) -> bytes:
    return json.dumps(article(word, text=f"{word} Baz" + "\u0301\u0327" * 200_000 + "oum"), ensure_ascii=False).encode()


def open_elements(word: str) -> bytes:
    return json.dumps(article(word, text=f"{word} " + "<div><a href='" * 60_000)).encode()


def of_a_feed(word: str) -> bytes:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": word}
    return json.dumps(feed | {"items": [harmless(word, n) for n in range(2)]}).encode()


# what becomes of it: the number of articles, or the error of the dead letter, or None for one that is empty
Fate = int | str | None

Poison = bytes | None | Callable[[str], bytes]

POISON: dict[str, tuple[Poison, Fate]] = {
    "a tombstone": (None, None),
    "an empty value": (b"", None),
    "blanks": (b" \n\t \r\n", None),
    "null": (b"null", None),
    "a picture": (lambda word: b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe" + word.encode(), "*"),
    "bytes that are no UTF-8": (lambda word: b'{"title": "caf\xe9 \xff\xfe\x81\x8d ' + word.encode() + b'"}', "*"),
    "lists nested 20,000 deep": (b"[" * 20_000 + b"]" * 20_000, "too_deep"),
    "objects nested 20,000 deep": (b'{"a":' * 20_000 + b"1" + b"}" * 20_000, "too_deep"),
    "an article with a field nested 20,000 deep": (
        lambda word: json.dumps(article(word))[:-1].encode() + b', "x": ' + b"[" * 20_000 + b"]" * 20_000 + b"}", "*",
    ),
    "JSON that breaks off": (lambda word: json.dumps(article(word)).encode()[:-20], "not_json"),
    "NaN": (lambda word: with_number(word, "NaN"), 1),
    "infinity": (lambda word: with_number(word, "-Infinity"), 1),
    "a number of 5,000 digits": (lambda word: with_number(word, "9" * 5000), 1),
    "a number of 5,000 digits as the date": (
        lambda word: json.dumps(article(word, published=0)).replace('"published": 0', '"published": ' + "9" * 5000)
        .encode(), 1,
    ),
    "a list of three articles": (
        lambda word: json.dumps([harmless(word, n) for n in range(3)]).encode(), 3,
    ),
    "an empty list": (b"[]", "*"),
    "a list of rubbish": (b"[1, null, true, [], {}]", "*"),
    "a single number": (b"42", "*"),
    "a title that is an object": (lambda word: json.dumps(article(word, title={"en": "no"})).encode(), "wrong_type"),
    "a text that is true": (lambda word: json.dumps(article(word, text=True)).encode(), "wrong_type"),
    "an address that is a list of lists": (lambda word: json.dumps(article(word, url=[[]])).encode(), 1),
    "an address that is an object": (lambda word: json.dumps(article(word, url={"a": 1})).encode(), 1),
    "neither title nor text": (lambda word: json.dumps({"url": f"https://{word}.example"}).encode(), "no_text"),
    "a megabyte of names": (names_for_a_megabyte, 1),
    "1,500 unknown fields": (unknown_fields, 1),
    "half surrogates": (half_surrogate, 1),
    "a zero byte": (nul, 1),
    "an address of 40 KB": (
        lambda word: json.dumps(article(word, url=f"https://{word}.example/" + "a" * 40_000)).encode(), 1,
    ),
    "an address with a bracket": (lambda word: json.dumps(article(word, url="https://[::1/x")).encode(), 1),
    "an address of another scheme": (
        lambda word: json.dumps(article(word, url="javascript:alert(1)")).encode(), 1,
    ),
    "JSON in a string": (wrapped, 1),
    "JSON behind a BOM": (lambda word: b"\xef\xbb\xbf" + json.dumps(article(word)).encode(), 1),
    "a field without a name, and metadata": (
        lambda word: json.dumps(article(word, **{"": 1, "_id": "x", "_source": {}, ".": 2})).encode(), 1,
    ),
    "a source of 40 KB": (lambda word: json.dumps(article(word, source="s" * 40_000)).encode(), 1),
    "a date of the year 9999": (lambda word: json.dumps(article(word, published="9999-12-31")).encode(), 1),
    "MessagePack": (lambda word: b"\x82\xa5title\xd9\x20" + word.encode() + b"\xa4text\xa4Coup\xc3", "*"),
    "JSON packed by gzip": (lambda word: gzip.compress(json.dumps(article(word)).encode()), "binary"),
    "a PDF": (lambda word: b"%PDF-1.7\n1 0 obj " + word.encode(), "not_an_article"),
    "UTF-16": (lambda word: json.dumps(article(word)).encode("utf-16"), 1),
    "a JSON Feed": (of_a_feed, 2),
    "half a character as the name of a field": (lambda word: json.dumps(article(word, **{"\ud83d": 1})).encode(), 1),
    "a megabyte without a space": (without_a_space, 1),
    "marks on marks on a letter": (marks_on_marks, 1),
    "elements that nobody closes": (open_elements, 1),
    "a language of control characters": (lambda word: json.dumps(article(word, language="f\0\x1br")).encode(), 1),
    "an empty date": (lambda word: json.dumps(article(word, published="")).encode(), 1),
}


@pytest.fixture(scope="module")
def poisoned(desk: Desk) -> dict[str, tuple[str, bytes | None, tuple[int, int]]]:
    """All of it on one partition, each between good neighbours: name -> word, value and place."""
    pids = desk.pids()
    words = {name: own_word() for name in POISON}
    values: list[bytes | None] = []
    for name, (make, _) in POISON.items():
        neighbours = [json.dumps(harmless(f"{side}{words[name]}")).encode() for side in ("before", "after")]
        values += [neighbours[0], make(words[name]) if callable(make) else make, neighbours[1]]
    before = desk.settle().outcomes.total
    # one key puts all of it on one partition, so that poison and neighbours come in one chunk
    places = desk.feed(values, keys=[b"one partition"] * len(values))
    status = desk.settle(180)
    assert status.outcomes.total - before == len(values)
    assert desk.pids() == pids, "a service was restarted"
    return {name: (words[name], values[3 * at + 1], places[3 * at + 1]) for at, name in enumerate(POISON)}


Poisoned = dict[str, tuple[str, bytes | None, tuple[int, int]]]


def letters(desk: Desk, place: tuple[int, int]) -> list[dict[str, Any]]:
    partition, offset = place
    terms = [{"term": {"topic": RAW.name}}, {"term": {"partition": partition}}, {"term": {"offset": offset}}]
    return desk.documents({"bool": {"filter": terms}}, DEAD_INDEX.name)


@pytest.mark.parametrize("name", POISON)
def test_the_neighbours_are_indexed(desk: Desk, poisoned: Poisoned, name: str) -> None:
    word = poisoned[name][0]
    for side in ("before", "after"):
        desk.wait_for(f"{side}{word}", 1)


@pytest.mark.parametrize("name", POISON)
def test_it_ends_where_it_should(desk: Desk, poisoned: Poisoned, name: str) -> None:
    (word, _, place), (_, fate) = poisoned[name], POISON[name]
    documents, dead = desk.holding(word), letters(desk, place)
    if isinstance(fate, int):
        assert (len(documents), dead) == (fate, []), (documents, dead)
        return
    assert documents == []
    assert dead, "neither indexed nor dead"
    if fate is None:
        assert {letter["error"] for letter in dead} == {"empty"}
        return
    assert fate in ("*", dead[0]["error"])
    assert 0 < len(dead[0]["reason"]) <= 500
    assert "\n" not in dead[0]["reason"]
    assert dead[0]["service"] == "ingest"


@pytest.mark.parametrize("name", [name for name, (_, fate) in POISON.items() if isinstance(fate, str)])
def test_its_dead_letter_has_the_original_bytes_and_place(desk: Desk, poisoned: Poisoned, name: str) -> None:
    _, value, (partition, offset) = poisoned[name]
    letter = letters(desk, (partition, offset))[0]
    assert base64.b64decode(letter["value"]) == value
    assert base64.b64decode(letter["key"]) == b"one partition"
    assert (letter["topic"], letter["partition"], letter["offset"]) == (RAW.name, partition, offset)
    assert any(record.key == letter["id"].encode() for record in desk.broker.read(DEAD.name))


def test_names_around_a_broken_character_are_found(desk: Desk, poisoned: Poisoned) -> None:
    for name in ("half surrogates", "a zero byte"):
        [document] = desk.holding(poisoned[name][0])
        assert "mohamed-bazoum" in document["entity_ids"], name
        assert "niger" in document["entity_ids"], name
        assert not any(sign in json.dumps(document) for sign in ("\\u0000", "\\ud83d", "\\ude00"))


def test_a_megabyte_of_names_is_searched_and_highlighted(desk: Desk, poisoned: Poisoned) -> None:
    done = desk.harmattan("search", f"{poisoned['a megabyte of names'][0]} Bazoum", "--json")
    assert done.returncode == 0, done.stderr
    [hit] = [json.loads(line) for line in done.stdout.splitlines()]
    assert any("<em>" in passage for passage in hit["highlights"])


def test_only_http_addresses_are_shown(desk: Desk, poisoned: Poisoned) -> None:
    [document] = desk.holding(poisoned["an address of another scheme"][0])
    assert "url" not in document
    assert document["url_received"] == "javascript:alert(1)"


def test_status_adds_up_afterwards(desk: Desk, poisoned: Poisoned) -> None:  # noqa: ARG001  # it must have been fed before
    done = desk.harmattan("status", "--json")
    assert done.returncode == 0, done.stdout
    assert json.loads(done.stdout)["in_flight"] == 0


async def test_what_a_transaction_leaves_behind_is_counted_and_what_it_aborted_is_not_indexed(desk: Desk) -> None:
    kept, aborted = own_word(), own_word()
    before = desk.settle()
    producer = AIOKafkaProducer(bootstrap_servers=desk.stack.kafka_address, transactional_id=own_word())
    await producer.start()
    try:
        async with producer.transaction():
            for number in range(20):
                await producer.send(RAW.name, json.dumps(harmless(kept, number)).encode())
        await producer.begin_transaction()
        await (await producer.send(RAW.name, json.dumps(harmless(aborted)).encode()))
        await producer.abort_transaction()
    finally:
        await producer.stop()
    after = desk.settle()
    desk.wait_for(kept, 20)
    assert desk.holding(aborted) == []
    # the aborted record and its mark, and a mark on each partition of the other transaction
    marks = after.fed - before.fed - 20
    assert marks >= 3
    assert after.outcomes.indexed - before.outcomes.indexed == 20
    assert after.outcomes.empty - before.outcomes.empty == marks


def test_dead_letters_are_listed_shown_and_replayed(desk: Desk, poisoned: Poisoned) -> None:
    _, value, place = poisoned["JSON that breaks off"]
    [letter] = letters(desk, place)
    output = desk.harmattan("dead", "list", "--json", "--size", "1000").stdout
    listed = [json.loads(line) for line in output.splitlines()]
    assert letter["id"] in {one["id"] for one in listed}
    assert "empty" not in {one["error"] for one in listed}
    everything = desk.harmattan("dead", "list", "--json", "--empty", "--size", "1000").stdout.splitlines()
    assert "empty" in {json.loads(line)["error"] for line in everything}
    table = desk.harmattan("dead", "list").stdout.decode()
    assert "not_json" in table
    shown = desk.harmattan("dead", "show", letter["id"])
    assert shown.returncode == 0, shown.stderr
    assert "not_json" in shown.stdout.decode()
    assert repr(value) in shown.stdout.decode()

    before = desk.status()
    replayed = desk.harmattan("dead", "replay", letter["id"])
    assert (replayed.returncode, replayed.stdout) == (0, b"1 dead letters replayed\n"), replayed.stderr
    after = desk.settle()
    assert (after.fed, after.outcomes.dead) == (before.fed + 1, before.outcomes.dead + 1)
    assert letters(desk, place)[0]["replayed"]
    again = [r for r in desk.broker.read(RAW.name) if r.value == value and (r.partition, r.offset) != place]
    assert [record.key for record in again] == [b"one partition"]


def test_a_replayed_letter_whose_cause_is_mended_becomes_a_document(desk: Desk) -> None:
    """A record of an inner topic that was no article: its letter goes when it is replayed, or it counted twice."""
    word = own_word()
    before = desk.settle().outcomes
    desk.broker.produce("articles.normalized", [b'{"no": "article"}'], keys=[word.encode()])
    [letter] = until(
        lambda: desk.documents({"bool": {"filter": [{"term": {"topic": "articles.normalized"}}]}}, DEAD_INDEX.name),
        lambda seen: len(seen) == 1, 60, "a dead letter",
    )
    assert letter["service"] == "enrich"
    done = desk.harmattan("dead", "replay", letter["id"])
    assert done.returncode == 0, done.stderr
    after = desk.settle().outcomes
    assert after == before, "a record that was never on articles.raw is in no sum"


@pytest.mark.parametrize("arguments", [("show", "no-such-id"), ("replay", "no-such-id"), ("replay",)])
def test_a_dead_letter_that_is_not_there_is_one_line_and_exit_code_2(desk: Desk, arguments: tuple[str, ...]) -> None:
    done = desk.harmattan("dead", *arguments)
    assert done.returncode == 2
    assert done.stderr.startswith(b"harmattan: ")
    assert done.stderr.count(b"\n") == 1
