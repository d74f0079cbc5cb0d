"""Bytes of every kind end as articles, as one dead letter with a reason, or as nothing, and touch no neighbour."""

from __future__ import annotations

import json
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.article.decode import MAX_DEPTH, MAX_ITEMS, mend_surrogates
from tests.article.records import articles, errors, handled

GOOD = b'{"title": "Soldiers on the bridge"}'


@given(st.lists(st.binary(max_size=200) | st.none(), max_size=5))
def test_any_bytes_end_exactly_once(values: list[bytes | None]) -> None:
    result = handled(*values)
    ended = (
        {int(send.headers[1][1].split(b"-")[2]) for send in result.sends},
        {rejected.record.offset for rejected in result.rejected},
        {record.offset for record in result.empty},
    )
    assert set.union(*ended) == set(range(len(values)))
    assert len(ended[2] & (ended[0] | ended[1])) == 0


_JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(alphabet=st.characters(), max_size=20),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.sampled_from(["title", "text", "url", "published", "language", "updated", "x"]), inner),
    max_leaves=20,
)


@given(_JSON)
def test_any_json_ends_and_leaves_its_neighbours_alone(value: object) -> None:
    result = handled(GOOD, json.dumps(value).encode(), GOOD)
    offsets = [send.headers[1][1].split(b"-")[2] for send in result.sends]
    assert offsets.count(b"0") == offsets.count(b"2") == 1


@given(st.sampled_from(["title", "text"]), st.text(min_size=1))
def test_any_text_in_an_article_is_sent_as_valid_utf8_or_rejected_as_empty(field: str, text: str) -> None:
    result = handled(json.dumps({field: text}).encode())
    assert [rejected.error for rejected in result.rejected] in ([], ["no_text"])
    for send in result.sends:
        send.value.decode()


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(b"\xef\xbb\xbf" + GOOD, id="UTF-8 mark"),
        pytest.param(GOOD.decode().encode("utf-16"), id="UTF-16 with mark"),
        pytest.param(GOOD.decode().encode("utf-16-be"), id="UTF-16 without mark"),
        pytest.param(GOOD.decode().encode("utf-32"), id="UTF-32"),
        pytest.param(b"\n  " + GOOD + b"\r\n\x00", id="white space and a closing zero"),
        pytest.param(json.dumps(GOOD.decode()).encode(), id="JSON in a string"),
        pytest.param(json.dumps(json.dumps(GOOD.decode())).encode(), id="JSON in a string in a string"),
        pytest.param(b"[" + GOOD + b"]", id="list of one"),
        pytest.param(GOOD[:-1] + b', "score": NaN, "low": -Infinity, "far": 1e999}', id="NaN and infinities"),
        pytest.param(GOOD[:-1] + b', "big": ' + b"9" * 5000 + b"}", id="5,000 digits"),
        pytest.param(GOOD[:-1] + b', "deep": ' + b"[" * 200 + b"]" * 200 + b"}", id="200 deep"),
        pytest.param(GOOD[:-1] + b', "text": "a\nraw\tline"}', id="raw control characters"),
        pytest.param(GOOD[:-1] + b"," + b",".join(b'"f%d": {"":%d}' % (i, i) for i in range(1500)) + b"}", id="1,500"),
    ],
)
def test_an_article_in_odd_clothes_is_an_article(value: bytes) -> None:
    assert [found.title for found in articles(GOOD, value, GOOD)] == ["Soldiers on the bridge"] * 3


@pytest.mark.parametrize(
    ("value", "error"),
    [
        (b"[" * 20_000 + b"]" * 20_000, "too_deep"),
        (b"[" * 20_000, "too_deep"),
        (b'{"a":' * 300 + b"1" + b"}" * 300, "too_deep"),
        (b'\xef\xbb\xbf{"title": "x", "a": ' + b"[" * 600 + b"]" * 600 + b"}", "too_deep"),
        (b'{"title": "x", "a": ' + b"[" * 600 + b"]" * 600 + b"}", "too_deep"),
        (json.dumps("[" * 20_000).encode(), "too_deep"),
        (b'{"title": "never closed', "not_json"),
        (b'["AFP", a line of prose', "not_json"),
        (b'"{\\"title\\": "', "not_json"),
        (json.dumps('{"title": broken').encode(), "not_json"),
        (b"5", "not_an_article"),
        (b"true", "not_an_article"),
        (b"NaN", "not_an_article"),
        (b"7" * 5000, "not_an_article"),
        (b"[5]", "not_an_article"),
        (b"[[]]", "not_an_article"),
        (b'{"title": {"en": "x"}}', "wrong_type"),
        (b'{"text": [{"p": "x"}]}', "wrong_type"),
        (b'{"title": true}', "wrong_type"),
        (b"{}", "no_text"),
        (b'{"title": "", "text": " \\n "}', "no_text"),
        (b'{"title": "\\u200b", "text": "<p></p>"}', "no_text"),
        (b'{"url": "https://news.example/a"}', "no_text"),
        (b"\x00\x00\x00\x00\x07 a binary schema's record", "binary"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x01", "binary"),
        (b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcb\x48\xcd", "binary"),
        (b"\xff\xfe\x00", "not_utf8"),
        (b"\x00\x01\x00\x02\x00\x03", "binary"),
        (b"\xff\xfe" + b"\xff\xffa\x00b\x00", "binary"),
        (b"Caf\xe9", "not_utf8"),
        (b'<?xml version="1.0"?>\n<rss version="2.0"><channel><item><title>A</title></item></channel></rss>',
         "not_an_article"),
        (b'<feed xmlns="http://www.w3.org/2005/Atom"><entry/></feed>', "not_an_article"),
        (b"%PDF-1.7 text", "not_an_article"),
    ],
)
def test_what_is_no_article_is_one_dead_letter_and_its_neighbours_live(value: bytes, error: str) -> None:
    result = handled(GOOD, value, GOOD)
    assert [(rejected.record.value, rejected.error) for rejected in result.rejected] == [(value, error)]
    assert 0 < len(result.rejected[0].reason) < 400
    assert "\n" not in result.rejected[0].reason
    assert len(result.sends) == 2


@pytest.mark.parametrize("value", [None, b"", b"  \r\n", b"null", b'""', b'"  "', b"[]", b"\xef\xbb\xbf", b"\x00"])
def test_nothing_is_counted_as_nothing(value: bytes | None) -> None:
    result = handled(GOOD, value, GOOD)
    assert ([record.offset for record in result.empty], len(result.sends), result.rejected) == ([1], 2, [])


def test_a_string_that_begins_with_a_quotation_mark_is_prose() -> None:
    (found,) = articles(b'"We stay," the general said.')
    assert found.text == '"We stay," the general said.'


@pytest.mark.parametrize(
    "text",
    ["[AFP] Soldiers came.", "[ UPDATE ] Soldiers came.", "[عاجل] الجيش", "[2023] Soldiers came.", "[…] They left."],
)  # fmt: skip
def test_a_mark_in_brackets_before_prose_makes_no_json_of_it(text: str) -> None:
    assert [found.text for found in articles(text.encode())] == [text]


@pytest.mark.parametrize(
    "text", ["[", "[ ", "[1", '["a" b]', "[{} x]", "[true", "[1] {", "[[1], x]", "[{}] Soldiers", "[,]"]
)
def test_a_broken_list_is_no_prose(text: str) -> None:
    assert len(errors(text.encode())) == 1


def test_brackets_inside_strings_nest_nothing() -> None:
    assert errors(json.dumps({"title": "[" * 1000 + "{" * 1000, "x": [], "y": "\ud800"}).encode()) == []


def test_a_list_gives_each_article_its_own_origin_and_each_bad_element_its_own_reason() -> None:
    result = handled(b'[{"title": "first"}, 5, null, {"text": ""}, "second, in plain text", {"title": "third"}]')
    assert [send.headers[1] for send in result.sends] == [
        ("origin", b"stream-3-0-0"), ("origin", b"stream-3-0-4"), ("origin", b"stream-3-0-5"),
    ]  # fmt: skip
    assert [(rejected.item, rejected.error) for rejected in result.rejected] == [
        (1, "not_an_article"), (2, "not_an_article"), (3, "no_text"),
    ]  # fmt: skip


def test_json_in_a_string_is_unwrapped_wherever_it_stands() -> None:
    inner = json.dumps({"title": "Inner", "text": "The story."})
    in_list = articles(json.dumps([inner, inner]).encode())
    in_text = articles(json.dumps({"url": "https://a.example/1", "title": "Outer", "text": inner}).encode())
    assert [found.title for found in in_list + in_text] == ["Inner"] * 3
    assert [found.text for found in in_list + in_text] == ["The story."] * 3
    assert in_text[0].url == "https://a.example/1"
    assert errors(json.dumps(["{broken"]).encode()) == ["not_json"]


@pytest.mark.parametrize("text", ["[AFP] prose", "{curly} prose", '"quoted" prose', '"quoted"', "[]", "{}", "[" * 5000])
def test_text_that_only_begins_like_json_stays_text(text: str) -> None:
    assert articles(json.dumps({"text": text}).encode())[0].text == text


def test_a_list_of_rubbish_does_not_multiply_its_bytes_in_dead_letters() -> None:
    result = handled(json.dumps([5] * 5000).encode())
    assert len(result.rejected) == 10
    assert "4990 more" in result.rejected[-1].reason
    assert errors(b"[" + b"5," * MAX_ITEMS + b"5]") == ["too_many"]


@pytest.mark.parametrize("filler", ['"a\\"', "[", '"[', "{}", '\\"'])
def test_time_stays_in_proportion_for_hostile_input(filler: str) -> None:
    started = process_time()
    handled(b"[" + filler.encode() * 300_000)
    assert process_time() - started < 5


def test_the_depth_limit_is_ours_and_not_the_parsers() -> None:
    deepest = b'{"title": "x", "a": ' + b"[" * (MAX_DEPTH - 1) + b"]" * (MAX_DEPTH - 1) + b"}"
    assert len(handled(deepest, b"\xef\xbb\xbf" + deepest).sends) == 2


def test_half_a_character_goes_and_two_halves_join() -> None:
    (first,) = articles(rb'{"title": "Baz\ud83doum \ud83d spoke"}')
    (second,) = articles(rb'{"title": "\ud83d\ude00 Bazoum", "text": "\udc00"}')
    assert first.title == "Bazoum spoke"
    assert second.title == "\U0001f600 Bazoum"


@given(st.text(alphabet=st.characters(min_codepoint=0xD700, max_codepoint=0xE100)))
def test_mended_text_can_be_encoded(text: str) -> None:
    mend_surrogates(text).encode()


def test_a_zero_byte_inside_a_name_is_taken_out() -> None:
    assert articles(rb'{"title": "Baz\u0000oum"}')[0].title == "Bazoum"


def test_synonyms_count_only_where_the_proper_name_is_missing() -> None:
    (found,) = articles(b'{"headline": "H", "body": "B", "text": "T", "link": "https://a.example/1", "lang": "fr"}')
    assert (found.title, found.text, found.url, found.language_declared) == ("H", "T", "https://a.example/1", "fr")


def test_wrong_types_are_taken_where_a_person_would_know_what_is_meant() -> None:
    value = {"title": 2023, "text": ["one", "two"], "published": 1690365600, "source": {"name": "Agency"}}
    (found,) = articles(json.dumps(value).encode())
    assert (found.title, found.text, found.source) == ("2023", "one\n\ntwo", "Agency")
    assert found.published is not None
    assert found.published.isoformat() == "2023-07-26T10:00:00+00:00"


STORY = {"title": "Soldiers on the bridge", "url": "https://news.example/bridge"}


@pytest.mark.parametrize(
    "value",
    [
        pytest.param({"article": STORY}, id="article"),
        pytest.param({"data": {"article": STORY}}, id="article in data"),
        pytest.param({"schema": {"type": "struct"}, "payload": STORY}, id="Kafka Connect"),
        pytest.param({"payload": {"before": None, "after": STORY, "op": "c", "source": {"name": "db"}}}, id="Debezium"),
        pytest.param({"status": "ok", "totalResults": 1, "articles": [STORY]}, id="answer of an API"),
        pytest.param({"hits": {"total": 1, "hits": [{"_index": "a", "_source": STORY}]}}, id="Elasticsearch"),
        pytest.param({"@timestamp": "2023-07-26", "message": json.dumps(STORY)}, id="Logstash"),
        pytest.param({"Title": STORY["title"], " URL ": STORY["url"]}, id="capitals"),
        pytest.param({"headline": STORY["title"], "link": {"href": STORY["url"]}}, id="link as an object"),
        pytest.param({"title": {"rendered": STORY["title"]}, "link": STORY["url"]}, id="WordPress"),
    ],
)
def test_an_article_in_an_envelope_is_found_in_it(value: object) -> None:
    (found,) = articles(json.dumps(value).encode())
    assert (found.title, found.url, found.source) == (STORY["title"], STORY["url"], "news.example")


@pytest.mark.parametrize("name", ["articleBody", "ARTICLEBODY", "content_text", "Headline"])
def test_an_article_in_an_envelope_may_give_its_words_any_of_their_names(name: str) -> None:
    (found,) = articles(json.dumps({"results": [{name: "Airspace closed"}]}).encode())
    assert found.content().strip() == "Airspace closed"


def test_a_list_in_an_envelope_is_as_many_articles_and_says_its_source_once() -> None:
    value = {"source": "Agency", "data": {"items": [{"title": "a"}, {"text": "b", "source": "Other"}, 5, {"x": 1}]}}
    result = handled(json.dumps(value).encode())
    found = [json.loads(send.value) for send in result.sends]
    assert [(one["title"], one["text"], one["source"]) for one in found] == [("a", "", "Agency"), ("", "b", "Other")]
    assert [rejected.error for rejected in result.rejected] == ["not_an_article", "no_text"]


def test_an_envelope_of_plain_text_is_text_and_one_of_nothing_a_dead_letter() -> None:
    text = {"schema": {"type": "string"}, "payload": "date 2023-07-26\nSoldiers on the bridge."}
    (found,) = articles(json.dumps(text).encode())
    assert (found.text, found.published_note) == ("Soldiers on the bridge.", "ok")
    empty: list[object] = [{"data": {"id": 5}}, {"articles": []}, {"payload": None, "schema": None}, {"message": "Hi"}]
    assert errors(*(json.dumps(one).encode() for one in empty)) == ["no_text"] * 4


def test_an_article_is_not_opened_for_what_else_it_holds() -> None:
    value = {"title": "Outer", "data": {"title": "Inner"}, "article": {"text": "Inner"}, "items": [{"title": "x"}]}
    assert [found.title for found in articles(json.dumps(value).encode())] == ["Outer"]


def test_a_json_feed_is_the_items_in_it_of_the_source_that_its_title_names() -> None:
    items = [{"id": "1", "title": "a", "url": "https://a.example/1"}, {"id": "2", "content_html": "<p>b</p>"}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Agency", "language": "fr", "items": items}
    found = articles(json.dumps(feed).encode())
    assert [(one.title, one.text, one.source) for one in found] == [("a", "", "Agency"), ("", "b", "Agency")]
    assert {one.language_declared for one in found} == {"fr"}


def test_links_among_the_words_of_a_paragraph_part_nothing() -> None:
    """As Telegram's own export has them."""
    posts = {"name": "Channel", "messages": [{"text": ["Soldiers at ", {"type": "bold", "text": "the palace"}, "."]}]}
    assert [one.text for one in articles(json.dumps(posts).encode())] == ["Soldiers at the palace."]


@pytest.mark.parametrize("between", [b"\n", b"", b"\r\n\r\n", b",\n", b"\n\x1e"])
def test_several_objects_in_one_record_are_several_articles(between: bytes) -> None:
    value = between.join([GOOD, b'{"title": "Second", "score": NaN}', b'[{"title": "Third"}]'])
    assert [found.title for found in articles(value)] == ["Soldiers on the bridge", "Second", "Third"]
    assert errors(GOOD + b"\n{broken") == ["not_json"]
    assert errors(b"{}" * (MAX_ITEMS + 1)) == ["too_many"]


def test_json_behind_the_frame_of_a_schema_registry_is_an_article() -> None:
    (found,) = articles(b"\x00\x00\x00\x00\x07" + GOOD)
    assert found.title == "Soldiers on the bridge"
    assert errors(b"\x00\x00\x00\x00\x07{not json") == ["binary"]


@pytest.mark.parametrize(
    ("published", "utc"),
    [
        ({"$date": "2023-07-26T10:00:00Z"}, "2023-07-26T10:00:00+00:00"),
        ({"$date": {"$numberLong": "1690365600000"}}, "2023-07-26T10:00:00+00:00"),
        ({"_seconds": 1690365600, "_nanoseconds": 0}, "2023-07-26T10:00:00+00:00"),
        ([2023, 7, 26, 10, 0], "2023-07-26T10:00:00+00:00"),
        ([2023, 7, 26, 10, 0, 0, 2, 207, 0], "2023-07-26T10:00:00+00:00"),
        ([2023, 7, 26], "2023-07-26T00:00:00+00:00"),
        (["2023-07-26T10:00:00Z"], "2023-07-26T10:00:00+00:00"),
    ],
)
def test_a_date_in_a_wrapping_is_a_date(published: object, utc: str) -> None:
    (found,) = articles(json.dumps({"title": "A", "published": published}).encode())
    assert found.published is not None
    assert found.published.isoformat() == utc


@pytest.mark.parametrize("odd", [True, {"a": 1}, [[1]], {"start": None}, [2023, "July"]])
def test_an_odd_value_beside_title_and_text_loses_no_article(odd: object) -> None:
    value = {"title": "A", "url": odd, "published": odd, "language": odd, "source": odd, "updated": odd, "summary": odd}
    (found,) = articles(json.dumps(value).encode())
    assert (found.title, found.url, found.published) == ("A", None, None)


def test_a_teaser_is_text_only_where_there_is_no_other() -> None:
    (teaser,) = articles(b'{"title": "T", "description": "Soldiers in the palace.", "text": ""}')
    (text,) = articles(b'{"title": "T", "description": "Soldiers in the palace.", "content": "All of it."}')
    assert (teaser.text, text.text) == ("Soldiers in the palace.", "All of it.")
