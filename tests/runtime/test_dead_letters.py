"""A rejected record becomes a dead letter that holds all of it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from schemas.dead_letter import REASON_MAX, DeadLetter
from schemas.record import HOLE_HEADER, Record, Rejected
from services.pipeline import DEAD, RAW
from services.runtime.dead_letters import EMPTY, letter, sends

NOW = datetime(2023, 7, 27, 6, tzinfo=UTC)
STREAM = "0123456789abcdef0123456789abcdef"


def record(
    value: bytes | None = b"\xff\x00{", key: bytes | None = b"\xfe", topic: str = RAW.name,
    headers: tuple[tuple[str, bytes], ...] = (("trace", b"aa"), ("x", b"\x00\xff")),
) -> Record:
    return Record(topic, 3, 42, 1690437600123, key, value, headers)


def test_bytes_key_headers_and_place_come_back_as_they_were() -> None:
    one = DeadLetter.model_validate_json(
        letter(Rejected(record(), "not_json", "no"), "ingest", STREAM, NOW).model_dump_json()
    )
    assert (one.value, one.key, one.headers) == (b"\xff\x00{", b"\xfe", (("trace", b"aa"), ("x", b"\x00\xff")))
    assert (one.topic, one.partition, one.offset, one.service) == (RAW.name, 3, 42, "ingest")
    assert one.timestamp == datetime(2023, 7, 27, 6, 0, 0, 123000, tzinfo=UTC)
    assert (one.trace_id, one.failed) == ("aa", NOW)


@pytest.mark.parametrize("value", [None, b""])
def test_no_value_and_an_empty_one_are_told_apart(value: bytes | None) -> None:
    one = letter(Rejected(record(value, key=None), "x", "y"), "ingest", STREAM, NOW)
    assert DeadLetter.model_validate_json(one.model_dump_json()).value == value
    assert one.key is None


def test_a_record_of_the_first_topic_is_its_own_origin() -> None:
    one = letter(Rejected(record(), "x", "y", item=7), "ingest", STREAM, NOW)
    assert one.origin == f"{STREAM}-3-42-7"
    assert one.id == f"{RAW.name}-3-42-7"


def test_a_record_of_an_inner_topic_has_the_origin_that_it_carries() -> None:
    inner = record(topic="articles.normalized", headers=(("origin", b"s-1-2-0"),))
    assert letter(Rejected(inner, "x", "y"), "enrich", STREAM, NOW).origin == "s-1-2-0"
    assert letter(Rejected(record(topic="articles.normalized"), "x", "y"), "enrich", STREAM, NOW).origin is None


def test_a_reason_is_one_short_line() -> None:
    one = letter(Rejected(record(), "x", "first\n second " + "z" * 10_000), "ingest", STREAM, NOW)
    assert one.reason.startswith("first second zzz")
    assert len(one.reason) == REASON_MAX


def test_letters_go_to_their_topic_under_their_id_once_each() -> None:
    found = sends([Rejected(record(), "x", "y", 0), Rejected(record(), "x", "y", 1)], [], "ingest", STREAM, NOW)
    assert [send.topic for send in found] == [DEAD.name] * 2
    assert [send.key for send in found] == [b"articles.raw-3-42-0", b"articles.raw-3-42-1"]


@pytest.mark.parametrize(
    ("empty", "reason"),
    [
        (record(None), "tombstone"),
        (record(b"  "), "blank value"),
        (record(None, headers=((HOLE_HEADER, b"1"),)), "no record at this offset"),
    ],
)
def test_an_empty_record_is_a_letter_too_so_that_the_sums_agree(empty: Record, reason: str) -> None:
    [send] = sends([], [empty], "ingest", STREAM, NOW)
    one = DeadLetter.model_validate_json(send.value)
    assert one.error == EMPTY
    assert one.reason.startswith(reason)
    assert one.origin == f"{STREAM}-3-42-0"
