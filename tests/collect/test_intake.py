"""What may be posted, by whom, and what is said of each article."""

from __future__ import annotations

import json

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.record import Record
from services.article.normalize import handle
from services.collect import intake
from services.collect.intake import Refusal, Taken, admit, read

NOW = 1_690_500_000_000
ARTICLE = {"title": "Niger: airspace closed", "url": "https://sahel.example.org/1", "text": "Closed."}
LOCAL = {"host": "127.0.0.1:6065"}


def taken(body: bytes) -> list[Taken]:
    found = read(body, NOW)
    assert isinstance(found, list)
    return found


def test_one_article_a_list_and_lines_are_taken() -> None:
    one = orjson.dumps(ARTICLE)
    assert [len(taken(body)) for body in (one, b"[%b, %b]" % (one, one), one + b"\n" + one + b"\n")] == [1, 2, 2]


def test_the_id_is_the_one_that_the_article_will_have() -> None:
    [found] = taken(orjson.dumps(ARTICLE))
    assert found.send
    [normalized] = handle([Record("articles.raw", 3, 9, NOW, None, found.send.value)], "any").sends
    assert found.id == normalized.key.decode()


def test_a_bad_article_among_good_ones_is_named() -> None:
    first, second, third = taken(orjson.dumps([ARTICLE, {"url": "https://sahel.example.org/2"}, 5]))
    assert first.send
    assert (second.send, second.error) == (None, "no_text")
    assert third.error == "not_an_article"


@pytest.mark.parametrize("body", [
    {"articles": [ARTICLE, {"title": "Niamey"}, {"url": "https://sahel.example.org/2"}]},
    {"response": {"results": [ARTICLE, {"title": "Niamey"}, {"url": "https://sahel.example.org/2"}]}},
    [{"articles": [ARTICLE, {"title": "Niamey"}]}, {"url": "https://sahel.example.org/2"}],
])
def test_each_article_of_an_envelope_is_taken_or_named(body: object) -> None:
    first, second, third = taken(orjson.dumps(body))
    [alone] = taken(orjson.dumps(ARTICLE))
    assert (first.id, third.error) == (alone.id, "no_text")
    assert second.send
    assert orjson.loads(second.send.value)["title"] == "Niamey"


def test_an_envelope_may_be_larger_than_one_article_may() -> None:
    long = {"text": "أغلق الجيش المجال الجوي. " * 60_000}
    assert [one.error for one in taken(orjson.dumps({"articles": [ARTICLE, long, long]}))] == [None, None, None]
    [one] = taken(orjson.dumps({"articles": [{"text": long["text"] * 2}]}))
    assert one.error == "too_large"


def test_more_articles_than_one_request_may_have_are_refused_in_an_envelope_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(intake, "MAX_ITEMS", 2)
    for body in ([ARTICLE] * 3, {"articles": [ARTICLE] * 3}):
        assert read(orjson.dumps(body), NOW) == Refusal(413, "3 articles; 2 is the limit for one request")


@pytest.mark.parametrize("body", [b"", b"   ", b"[]", b"hello", b"{", b"\xff\xfe", b"[[[[", b"<rss/>"])
def test_what_holds_no_article_is_refused(body: bytes) -> None:
    found = read(body, NOW)
    assert isinstance(found, Refusal)
    assert found.status == 400


@pytest.mark.parametrize("body", [
    b'{"title": "Niamey \\ud83d"}', b'{"title": "Niamey", "score": NaN}',
    '{"title": "Fermé à Niamey"}'.encode("utf-16"), b'\x1e{"title": "Niamey"}\n',
    b'{\n "title": "Niamey",\n "score": NaN\n}', b'{"title": "Niamey", "number": ' + b"9" * 390 + b"}",
])
def test_what_the_ingest_service_bears_may_be_posted_alone_or_in_a_list(body: bytes) -> None:
    [one] = taken(body)
    assert one.id
    if not body.startswith((b"\x1e", b"\xff")):
        assert [found.id for found in taken(b"[%b, %b]" % (body, body))] == [one.id, one.id]


@given(st.one_of(st.binary(max_size=200), st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["title", "text", "url"]), inner),
    max_leaves=10,
).map(lambda found: json.dumps(found).encode())))
def test_any_body_is_answered(body: bytes) -> None:
    found = read(body, NOW)
    assert isinstance(found, Refusal) or all(bool(one.send) == bool(one.id) for one in found)


def test_a_program_on_this_machine_may_post() -> None:
    for host, remote in (("127.0.0.1:6065", "127.0.0.1"), ("localhost:6065", "::1"), ("[::1]:6065", "::1")):
        assert admit({"host": host}, remote, "") is None


@pytest.mark.parametrize(
    ("headers", "remote"),
    [
        (LOCAL, "192.168.1.7"), (LOCAL, None), (LOCAL, "nonsense"),
        # a name of somebody's that was re-bound to this machine, and pages in a browser here
        ({"host": "evil.example"}, "127.0.0.1"), ({**LOCAL, "origin": "https://evil.example"}, "127.0.0.1"),
        ({**LOCAL, "sec-fetch-site": "cross-site"}, "127.0.0.1"),
        ({**LOCAL, "x-forwarded-for": "1.2.3.4"}, "127.0.0.1"),
    ],
)
def test_nobody_else_may(headers: dict[str, str], remote: str | None) -> None:
    refusal = admit(headers, remote, "")
    assert refusal
    assert refusal.status == 403


def test_with_a_token_whoever_knows_it_may_and_nobody_else() -> None:
    for said in ("Bearer secret", "bearer secret"):  # a scheme has no case (RFC 9110, 11.1)
        assert admit({"authorization": said}, "192.168.1.7", "secret") is None
    for given_ in ({}, {"authorization": "Bearer wrong"}, {"authorization": "secretx"}, {"authorization": "Bearer é"}):
        refusal = admit({**LOCAL, **given_}, "127.0.0.1", "secret")
        assert refusal
        assert refusal.status == 401
