"""The pages over an Elasticsearch in memory: what they show, and what hostile articles cannot do."""

from __future__ import annotations

import base64
import functools
import re
from datetime import UTC, datetime
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from services.accounting import Outcomes, ServiceState, Status
from services.desk.app import build
from services.desk.desk import Desk
from services.desk.reading import Reading
from services.desk.watching import Watch
from services.elastic.server import Answer, AwayError
from services.search.archive import Archive
from services.search.query import CLOSE, OPEN
from services.search.saved import Shelf
from tests.desk.server import FakeServer
from tests.search.answers import ALERT, DOCUMENT, answer

STORY: dict[str, Any] = {
    "id": "2" * 32, "crisis": "niger-2023", "version": 1, "headline": "Guards hold the president", "language": "en",
    "article_id": DOCUMENT["id"], "first_seen": "2023-07-26T10:00:00Z", "last_seen": "2023-07-26T11:00:00Z",
    "articles": 2, "copies": 1, "sources": ["Example Wire"], "languages": ["en"], "statuses": ["niger-2023:asserted"],
    "entities": [{"id": "niamey", "name": "Niamey", "kind": "place"}],
}
LETTER: dict[str, Any] = {
    "id": "articles.raw-0-7-0", "topic": "articles.raw", "partition": 0, "offset": 7, "service": "ingest",
    "error": "not_json", "reason": "it ends in the middle", "failed": "2023-07-26T10:00:00Z",
    "timestamp": "2023-07-26T09:00:00Z", "value": base64.b64encode(b'{"title": \x00\xff').decode(),
}
EVERYTHING = {"articles": [DOCUMENT], "alerts": [ALERT], "stories": [STORY], "dead": [LETTER]}
NOW = datetime(2023, 7, 27, 12, tzinfo=UTC)
PATHS = (
    "/search", f"/article/{DOCUMENT['id']}", "/alerts", "/", "/stories", f"/story/{STORY['id']}", "/map", "/dead",
    f"/dead/{LETTER['id']}", "/health",
)
TOKEN = "a long enough token"
EVIL = '"><script>alert(1)</script><img src=x onerror=alert(1)>\'{{7*7}}\u202egnp.exe'


def look() -> Status:
    """What `harmattan status` would say."""
    return Status(3, Outcomes(1, 1, 0, 0, 1, 0), {"ingest": ServiceState(1, {"articles.raw": 0})})


def client(server: FakeServer | None = None, token: str = "", **more: Any) -> TestClient:
    server = server or FakeServer(**EVERYTHING)
    archive = Archive(server, now=lambda: NOW)
    desk = Desk(archive, Shelf(server), Reading(server), Watch(look), now=lambda: NOW, token=token)
    return TestClient(build(desk), base_url="http://127.0.0.1:6070", **more)


class Elements(HTMLParser):
    """Names of the elements of a page, and every attribute."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += attrs


@pytest.mark.parametrize("path", PATHS)
def test_a_page_may_run_nothing_but_our_file_and_is_in_no_frame(path: str) -> None:
    answer = client().get(path)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "same-origin"
    page = Elements(answer.text)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name == "style"]
    assert "style" not in page.names
    assert page.names.count("script") == 1


@pytest.mark.parametrize("path", PATHS)
def test_every_page_has_one_main_one_h1_a_skip_link_and_a_language(path: str) -> None:
    page = Elements(client().get(path).text)
    assert (page.names.count("main"), page.names.count("h1")) == (1, 1)
    assert ("href", "#main") in page.attributes
    assert ("lang", "en") in page.attributes


@pytest.mark.parametrize("path", PATHS)
def test_ids_are_unique(path: str) -> None:
    ids = [value for name, value in Elements(client().get(path).text).attributes if name == "id"]
    assert len(ids) == len(set(ids))


def hostile(text: str) -> dict[str, Any]:
    span = {"start": 0, "end": 5, "surface": text}
    coup = {"event": text, "type": "realized", "status": "asserted", "rule": text, "evidence": span}
    earlier = {"title": text, "text": text, "language": text, "received": DOCUMENT["received"], "outcome": "stale"}
    return DOCUMENT | {
        "title": text, "text": {"en": f"{text}\n\n{text}"}, "source": text, "language": text,
        "url": f"javascript:{text}",
        "entity_names": [text], "coups": [coup], "notes": [text], "history": [earlier], "trace_id": text,
        "mentions": [{"id": text, "name": text, "kind": "person", "spans": [[0, 3], [2, 9]]}], "crisis_main": [text],
    }


SIGNS = st.sampled_from("<>&\"'/=`{}%\\ abجᏪ𝒳\u202e\n")


@hypothesis_settings(max_examples=10, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.one_of(st.just(EVIL), st.text(alphabet=SIGNS, min_size=1, max_size=40)))
def test_whatever_an_article_says_it_adds_no_element_and_no_attribute(text: str) -> None:
    here = client(FakeServer(**made(text)))
    for path, quiet in calm_pages().items():
        answer = here.get(path)
        assert answer.status_code == 200
        page = Elements(answer.text)
        assert set(page.names) <= {*quiet.names, "a", "mark", "span", "p"}
        assert {name for name, _ in page.attributes} <= {name for name, _ in quiet.attributes} | {"aria-current"}
        links = [value or "" for name, value in page.attributes if name in ("href", "src", "action")]
        assert all(re.match(r"/|#|\?|https?://", link) for link in links)


@functools.cache
def calm_pages() -> dict[str, Elements]:
    here = client(FakeServer(**made("plain")))
    return {path: Elements(here.get(path).text) for path in PATHS}


def made(text: str) -> dict[str, list[dict[str, Any]]]:
    """Documents that say it wherever there is room for it."""
    entity = {"id": text, "name": text, "kind": "place"}
    return {
        "articles": [hostile(text)],
        "alerts": [ALERT | {
            "headline": text, "quote": text, "source": text, "rule": text, "why": text, "url": f"javascript:{text}",
            "entities": [entity], "language": text, "pending": [text], "failed": [text], "delivered": [text],
        }],
        "stories": [STORY | {
            "headline": text, "language": text, "crisis": text, "languages": [text], "statuses": [text],
            "entities": [entity],
        }],
        "dead": [LETTER | {
            "reason": text, "error": text, "service": text, "key": text, "value": text, "trace_id": text, "topic": text,
        }],
    }


def test_a_link_to_a_source_gives_nothing_away() -> None:
    html = client(FakeServer(articles=[DOCUMENT | {"url": "https://example.org/a"}])).get(PATHS[1]).text
    [link] = re.findall(r'<a [^>]*href="https://example.org/a"[^>]*>', html)
    assert 'rel="noopener noreferrer nofollow"' in link


def test_the_text_has_its_mentions_coloured_and_its_evidence_quoted() -> None:
    html = client().get(PATHS[1]).text
    assert '<span class="m-coup " title="niger-2023: attempted, asserted">Guards hold</span>' in html
    assert "decided by the cue <code>hold</code>" in html


def test_an_arabic_article_runs_from_right_to_left() -> None:
    arabic = DOCUMENT | {"language": "ar", "title": "الجيش", "text": {"ar": "الجيش\n\nنص"}}
    for path in PATHS[:2]:
        assert re.search(r'<h[13] dir="rtl" lang="ar">', client(FakeServer(articles=[arabic])).get(path).text)


def test_a_question_that_cannot_be_read_is_answered_with_one_sentence() -> None:
    answer = client().get("/search", params={"since": "soon"})
    assert answer.status_code == 400
    assert 'role="alert">' in answer.text
    assert "cannot read the date" in answer.text
    assert client().get("/search", params={"status": "perhaps"}).status_code == 400


FAULTS = [AwayError("refused"), Answer(503, {"error": "busy"})]


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("path", [path for path in PATHS if path != "/health"])
def test_without_elasticsearch_a_page_says_so(path: str, fault: Answer | AwayError) -> None:
    server = FakeServer()
    server.fault = fault
    answer = client(server).get(path)
    assert answer.status_code == 503
    assert "There is no answer from Elasticsearch" in answer.text
    assert "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers


def test_the_passages_of_a_search_are_shown_with_their_matches_marked() -> None:
    server, found = FakeServer(), answer([DOCUMENT])
    marked = {"title": [f"The {OPEN}coup{CLOSE}"], "text.en": [f"a {OPEN}coup{CLOSE} <b>"], "history.text": ["then"]}
    found.body["hits"]["hits"][0]["highlight"] = marked
    server.fault = found
    page = client(server).get("/search?q=coup").text
    assert "The <mark>coup</mark>" in page
    assert ">a <mark>coup</mark> &lt;b&gt;</p>" in page
    assert "In an earlier text:" in page


def test_a_bug_of_ours_is_a_page_without_a_traceback() -> None:
    answer = client(FakeServer(articles=[DOCUMENT | {"coups": 7}]), raise_server_exceptions=False).get(PATHS[1])
    assert answer.status_code == 500
    assert "The desk has a fault" in answer.text
    assert "Traceback" not in answer.text
    assert "content-security-policy" in answer.headers


def test_what_there_is_not_is_a_page_too() -> None:
    for path in ("/article/none", "/nothing", "/static/none.css", "/static/../desk.py"):
        assert client().get(path).status_code == 404


def test_machines_ask_too() -> None:
    here = client()
    assert here.get("/healthz").json() == {"service": "desk", "alive": True}
    assert here.get("/readyz").json() == {"ready": True, "waits_for": None}
    here.get("/search?q=secret")
    metrics = here.get("/metrics").text
    assert 'harmattan_desk_pages_total{route="/search",status="200"} 1.0' in metrics
    assert "secret" not in metrics
    server = FakeServer()
    server.fault = AwayError("refused")
    assert client(server).get("/readyz").status_code == 503
    assert client(server).get("/healthz").status_code == 200


def test_saved_searches_are_listed_and_are_feeds() -> None:
    kept = {"id": "force", "name": "force", "search": {"q": "coup de force"}, "saved": "2023-07-26T10:00:00Z"}
    here = client(FakeServer(**EVERYTHING, searches=[kept]))
    assert [one["name"] for one in here.get("/api/saved").json()["searches"]] == ["force"]
    feed = here.get("/feeds/saved/force.atom")
    assert feed.status_code == 200
    assert DOCUMENT["id"] in feed.text
    assert here.get("/feeds/saved/other.atom").status_code == 404
    page = here.get("/search").text
    assert '<a href="/search?q=coup+de+force"><bdi>force</bdi></a>' in page


def test_a_search_is_a_feed_too() -> None:
    page = client().get("/search?q=palace&language=en&page=2&sort=best").text
    assert 'href="/feeds/search.atom?q=palace&amp;language=en"' in page
    assert client().get("/feeds/search.atom?q=palace&language=en").status_code == 200
    assert 'href="/feeds/alerts.atom"' in client().get("/alerts").text


def test_the_pulse_changes_with_a_new_alert() -> None:
    none, one = client(FakeServer()), client()
    assert none.get("/alerts/pulse").json() == {"state": "0-", "total": 0}
    state = one.get("/alerts/pulse").json()["state"]
    assert f'data-state="{state}"' in one.get("/alerts").text


def test_another_host_name_is_not_answered() -> None:
    answer = client().get("/search", headers={"host": "evil.example"})
    assert answer.status_code == 421
    assert "articles" not in answer.text


def test_where_a_token_is_wanted_nothing_is_shown_without() -> None:
    here = client(token=TOKEN, follow_redirects=False)
    answer = here.get("/search", headers={"accept": "text/html"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/sign-in")
    for path in ("/search", "/api/search", "/alerts/pulse", "/metrics", "/feeds/alerts.atom"):
        assert here.get(path, headers={"accept": "*/*"}).status_code == 401
        assert here.get(path, headers={"authorization": "Bearer wrong"}).status_code == 401
        assert here.get(path, headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert here.get("/healthz").status_code == 200


@pytest.mark.parametrize(("given", "status"), [
    (f"anyone:{TOKEN}", 200), (f":{TOKEN}", 200), ("anyone:wrong", 401), (TOKEN, 401), ("", 401),
])
def test_a_feed_reader_gives_the_token_as_its_password(given: str, status: int) -> None:
    here = client(token=TOKEN)
    assert here.get("/feeds/alerts.atom").headers["www-authenticate"].startswith("Basic")
    packed = base64.b64encode(given.encode()).decode()
    assert here.get("/feeds/alerts.atom", headers={"authorization": f"Basic {packed}"}).status_code == status
    assert here.get("/feeds/alerts.atom", headers={"authorization": "Basic %%%"}).status_code == 401


def sign_in(here: TestClient, token: str) -> Any:
    key = re.search(r'name="form_token" value="([^"]+)"', here.get("/sign-in").text)
    assert key
    return here.post("/sign-in", data={"form_token": key[1], "token": token})


def test_the_right_token_signs_in_and_a_cookie_keeps_it() -> None:
    here = client(token=TOKEN, follow_redirects=False)
    assert sign_in(here, "wrong").status_code == 403
    answer = sign_in(here, TOKEN)
    assert answer.status_code == 303
    cookie = next(one for one in answer.headers.get_list("set-cookie") if one.startswith("harmattan_session"))
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert TOKEN not in cookie
    assert here.get("/search").status_code == 200


@pytest.mark.parametrize("headers", [
    {"origin": "http://evil.example"}, {"sec-fetch-site": "cross-site"}, {"sec-fetch-site": "same-site"},
    {"origin": "http://127.0.0.1:9999"}, {"origin": "null"},
])
def test_a_form_of_another_site_or_port_changes_nothing(headers: dict[str, str]) -> None:
    here = client(token=TOKEN, follow_redirects=False)
    key = re.search(r'name="form_token" value="([^"]+)"', here.get("/sign-in").text)
    assert key
    answer = here.post("/sign-in", data={"form_token": key[1], "token": TOKEN}, headers=headers)
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_a_form_without_its_key_changes_nothing() -> None:
    here = client(token=TOKEN, follow_redirects=False)
    for data in ({"token": TOKEN}, {"token": TOKEN, "form_token": "guessed"}, {"token": TOKEN, "form_token": ""}):
        assert here.post("/sign-in", data=data).status_code == 403
