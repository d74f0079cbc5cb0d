"""A record in, a normalized article out: identity, version, headers, and the wire as the schema has it."""

from __future__ import annotations

import json
from pathlib import Path

import orjson
import pytest

from schemas.normalized import NormalizedArticle
from schemas.origin import Origin
from schemas.raw import FIELDS, RawArticle
from schemas.record import Record
from services.article.normalize import Problem, handle, normalize_article, read_seed_text
from services.pipeline import NORMALIZED
from tests.article.records import RECEIVED, article, articles, handled, record

FULL = {
    "url": "http://www.news.example/a?utm_source=x", "title": "Soldiers on the bridge",
    "text": "<p>One.</p><p>Two.</p>",
    "published": "2023-07-26T10:00:00+01:00", "language": "eng",
    "source": " News\nAgency ", "fetched": "2023-07-26T10:05:00Z",
}  # fmt: skip
ORIGIN = Origin("stream", 3, 0, 0)


def test_an_article_is_cleaned_identified_and_dated() -> None:
    found = article(**FULL)
    assert (found.url, found.url_received) == ("http://www.news.example/a", FULL["url"])
    assert (found.title, found.text, found.source) == ("Soldiers on the bridge", "One.\n\nTwo.", "News Agency")
    assert found.published is not None
    assert found.fetched is not None
    assert (found.published.isoformat(), found.published_note) == ("2023-07-26T09:00:00+00:00", "ok")
    assert found.published_received == FULL["published"]
    assert (found.received, found.version) == (RECEIVED, int(found.published.timestamp() * 1000))
    assert (found.origin, found.language_declared) == (str(ORIGIN), "en")


def test_the_message_is_sent_under_its_id_with_trace_and_origin() -> None:
    (send,) = handled(json.dumps(FULL).encode()).sends
    found = NormalizedArticle.model_validate_json(send.value)
    assert (send.topic, send.key) == (NORMALIZED.name, found.id.encode())
    assert send.headers == (("trace", found.trace_id.encode()), ("origin", found.origin.encode()))


def test_what_is_sent_is_the_schema_to_the_letter() -> None:
    (send,) = handled(json.dumps(FULL).encode()).sends
    found = normalize_article(RawArticle.model_validate(FULL), RECEIVED, ORIGIN)
    assert isinstance(found, NormalizedArticle)
    assert orjson.loads(send.value).keys() == NormalizedArticle.model_fields.keys()
    assert NormalizedArticle.model_validate_json(send.value) == found


def test_the_same_page_has_the_same_id_whatever_its_text_and_key() -> None:
    first = article(**FULL)
    second = article(url="https://news.example/a/", title="Corrected")
    keyed = handle([record(json.dumps(FULL).encode(), 9, key=b"\xff\x00")], "stream").sends[0]
    assert first.id == second.id == keyed.key.decode()
    assert first.content_hash != second.content_hash


def test_without_an_address_the_content_is_the_identity() -> None:
    one = article(title="A", text="one  two\n\nthree")
    other = article(title="A ", text="<p>one two</p><p>three</p>", url="javascript:x", source="elsewhere")
    assert one.id == other.id != article(title="A", text="one two three four").id
    assert one.id != one.content_hash
    assert (other.url, other.url_received, len(other.notes)) == (None, "javascript:x", 1)


@pytest.mark.parametrize("length", [100, 100_000])
def test_ids_have_a_fixed_length_and_take_in_the_whole_address(length: int) -> None:
    one, other = (article(url=f"https://a.example/{'x' * length}{end}", title="T") for end in "12")
    assert len(one.id) == len(other.id) == 32
    assert one.id != other.id


def test_ids_are_the_same_for_ever() -> None:
    """Changing these makes every stored article a new one."""
    assert article(**FULL).id == "89728c2a05694f103c7cb0013e74b1ff"
    assert article(title="A").id == "71f90a205052d3cd70fed9e032e46381"


def test_version_is_of_the_correction_else_the_publication_else_the_arrival() -> None:
    updated = article(title="A", published="2023-07-26T10:00:00Z", updated="2023-07-27T10:00:00Z")
    published = article(title="A", published="2023-07-26T10:00:00Z", updated="9999-01-01")
    neither = article(title="A", published="9999-01-01")
    assert updated.version - published.version == 24 * 3600 * 1000
    assert neither.version == int(RECEIVED.timestamp() * 1000)
    assert neither.published_note == "future"


def test_a_sane_trace_id_of_the_producer_is_kept() -> None:
    value = json.dumps(FULL).encode()
    for header, kept in ((b"0123456789abcdef", True), (b"x" * 16, False), (b"ab", False), (b"\xff" * 20, False)):
        (send,) = handle([record(value, headers=(("trace", header),))], "stream").sends
        assert (dict(send.headers)["trace"] == header) is kept
        assert len(dict(send.headers)["trace"]) >= 16


def test_source_is_the_host_where_none_is_declared() -> None:
    assert article(title="A", url="https://www.news.example/a").source == "news.example"
    assert article(title="A").source is None


@pytest.mark.parametrize("fields", [{"title": "Only a title"}, {"text": "Only a text"}])
def test_an_article_with_either_title_or_text_is_one(fields: dict[str, str]) -> None:
    found = article(**fields)
    assert (found.title, found.text) == (fields.get("title", ""), fields.get("text", ""))


def test_every_raw_field_is_coerced() -> None:
    assert tuple(RawArticle.model_fields) == FIELDS


def test_null_fields_are_missing_fields() -> None:
    found = normalize_article(RawArticle(text="One.", title=None, published=None, language=None), RECEIVED, ORIGIN)
    assert isinstance(found, NormalizedArticle)
    assert (found.title, found.published_note, found.content()) == ("", "missing", "One.")
    assert isinstance(normalize_article(RawArticle(), RECEIVED, ORIGIN), Problem)


@pytest.mark.parametrize("head", [" date 2023-07-06 ", "date 2023-07-06\n", "Date: 2023-07-06\r\n\r\n"])
def test_the_seeds_layout_is_read(head: str) -> None:
    (found,) = articles(f"{head}First paragraph.\n\nSecond paragraph.".encode())
    assert (found.title, found.text) == ("", "First paragraph.\n\nSecond paragraph.")
    assert found.published is not None
    assert found.published.isoformat() == "2023-07-06T00:00:00+00:00"


@pytest.mark.parametrize(
    ("head", "published", "note"),
    [
        ("date 2023-07", None, "no_day"),
        ("date 2023-07-26T10:30:00+01:00", "2023-07-26T09:30:00+00:00", "ok"),
        ("Date: 2023-07-26T10:30Z", "2023-07-26T10:30:00+00:00", "ok"),
        ("date 2023-02-30", None, "unreadable"),
    ],
)
def test_the_date_of_the_layout_may_be_less_or_more_than_a_day(head: str, published: str | None, note: str) -> None:
    (found,) = articles(f"{head} Soldiers came to the palace.".encode())
    assert found.text == "Soldiers came to the palace."
    assert (found.published.isoformat() if found.published else None, found.published_note) == (published, note)


@pytest.mark.parametrize(
    "text",
    ["date palms burnt", "date 2023-7 x", "date 2023-07-26Tx y", "Updated 2023-07-06 now", "date 2023-07-066 x",
     "2023-07-06"],
)  # fmt: skip
def test_text_that_only_resembles_the_layout_loses_nothing(text: str) -> None:
    assert read_seed_text(text) == RawArticle(text=text)


def test_arabic_under_the_topics_limit_does_not_grow_threefold() -> None:
    value = json.dumps({"text": "ب" * 900_000}, ensure_ascii=False).encode()
    (send,) = handled(value).sends
    assert len(send.value) < len(value) + 2000 < NORMALIZED.max_message_bytes


def test_a_timestamp_out_of_this_world_stops_nothing() -> None:
    strange = [Record("articles.raw", 0, 0, stamp, None, b'{"title": "A"}') for stamp in (-1, 2**62)]
    assert len(handle(strange, "stream").sends) == 2


def test_the_core_reads_no_clock_no_environment_and_no_network() -> None:
    """The few words that would betray it; import-linter keeps the client libraries out."""
    folder = Path(__file__).parents[2] / "services" / "ingest"
    shell = {"app.py", "__main__.py", "settings.py"}
    for file in folder.glob("*.py"):
        if file.name not in shell:
            code = file.read_text()
            for word in (".now(", "utcnow", "today(", "os.environ", "import random", "import socket", "import time\n"):
                assert word not in code, f"{file.name} says {word}"


def test_what_a_collector_says_of_an_article_goes_along() -> None:
    assert article(text="A teaser.", note="collect: summary only: robots.txt asks not to").notes == (
        "collect: summary only: robots.txt asks not to",
    )
