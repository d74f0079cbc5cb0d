"""The API on an Elasticsearch that says what it is told: what is asked of it, and what a wrong request gets."""

from __future__ import annotations

import asyncio
from typing import Any

import feedparser
import httpx
import orjson
import pytest
from starlette.applications import Starlette

from services.api.endpoints import ENDPOINTS
from services.api.routes import routes
from services.elastic.server import Answer, AwayError
from services.search.archive import Archive
from services.search.saved import Shelf
from tests.search.answers import ALERT, DOCUMENT, answer


class FakeServer:
    """Answers every search with `answer`, and remembers what was asked."""

    def __init__(self, answer: Answer | None) -> None:
        self.answer = answer
        self.asked: list[dict[str, Any]] = []

    async def send(self, method: str, path: str, body: bytes | None = None) -> Answer:
        assert (method, path.partition("?")[0].rsplit("/", 1)[1]) == ("POST", "_search")
        self.asked.append(orjson.loads(body or b"{}"))
        if self.answer is None:
            raise AwayError("refused")
        return self.answer


@pytest.fixture
def server() -> FakeServer:
    return FakeServer(answer([DOCUMENT]))


class Client:
    """A client of the API, without a network."""

    def __init__(self, server: FakeServer) -> None:
        self._transport = httpx.ASGITransport(Starlette(routes=routes(Archive(server), Shelf(server))))

    def get(self, path: str, params: dict[str, Any] | None = None) -> httpx.Response:
        async def get() -> httpx.Response:
            async with httpx.AsyncClient(transport=self._transport, base_url="http://desk") as client:
                return await client.get(path, params=params)

        return asyncio.run(get())


@pytest.fixture
def client(server: FakeServer) -> Client:
    return Client(server)


def test_a_search_answers_hits_facets_and_counts_over_time(client: Client) -> None:
    found = client.get("/api/search", params={"q": "palace", "language": ["en", "fr"]}).json()
    assert found["total"] == 1
    assert found["hits"][0]["id"] == DOCUMENT["id"]
    assert found["facets"]["people"] == [{"value": "Mohamed Bazoum", "count": 1}]
    assert found["timeline"]["buckets"][0]["statuses"] == {"asserted": 1}


def test_an_article_has_its_mentions_and_no_address_of_another_kind(client: Client) -> None:
    article = client.get(f"/api/articles/{DOCUMENT['id']}").json()
    span = article["mentions"][0]["spans"][0]
    assert article["content"][span["start"] : span["end"]] == "Bazoum"
    assert article["url"] is None  # the document has javascript:…


@pytest.mark.parametrize(("path", "status", "says"), [
    ("/api/search?q=coup+OR", 400, "a word is missing after OR"),
    ("/api/search?since=soon", 400, "cannot read the date 'soon'"),
    ("/api/search?size=many", 400, "size=many: "),
    ("/api/search?size=", 400, "size=: "),
    ("/api/search?sort=", 400, "sort=: "),
    ("/api/search?status=", 400, "status=: "),
    ("/api/search?size=1001", 400, "size=1001: "),
    ("/api/search?size=1&size=2", 400, "size is given more than once"),
    ("/api/search?status=true", 400, "status=true: "),
    ("/api/search?sourse=bbc", 400, "there is no parameter sourse; there are q, "),
    ("/api/search?q=sourse:bbc", 400, "meant source:?"),
    ("/api/search?q=a%00", 400, "zero byte"),
    ("/api/alerts?q=place:x+story:y+is:alert", 400, "alerts have no field is:"),
    ("/feeds/search.atom?q=(OR)", 400, "a word is missing"),
])
def test_a_wrong_request_gets_one_sentence(client: Client, path: str, status: int, says: str) -> None:
    got = client.get(path)
    assert got.status_code == status
    assert says in got.json()["error"]
    assert "\n" not in got.json()["error"]


def test_a_mistake_in_the_text_is_told_with_its_place(client: Client) -> None:
    assert client.get("/api/search", params={"q": "coup status:perhaps"}).json()["position"] == 5


@pytest.mark.parametrize(("answered", "status"), [
    (None, 503), (Answer(404, {}), 503), (Answer(503, {"error": "busy"}), 503),
    (Answer(400, {"error": "too much"}), 400),
])
def test_a_server_that_cannot_answer_is_told_so(
    client: Client, server: FakeServer, answered: Answer | None, status: int
) -> None:
    server.answer = answered
    for one in ENDPOINTS:
        got = client.get(one.path.replace("{id}", "x"))
        assert got.status_code == status, one.path
        assert got.json()["error"]


def test_an_article_that_is_not_there_is_404(client: Client, server: FakeServer) -> None:
    server.answer = answer([])
    assert client.get("/api/articles/none").status_code == 404


def test_a_form_sends_empty_fields(client: Client) -> None:
    assert client.get("/api/search?q=&since=&language=&person=").status_code == 200


def test_the_openapi_document_has_every_endpoint_and_parameter(client: Client) -> None:
    document = client.get("/api/openapi.json").json()
    for one in ENDPOINTS:
        names = {parameter["name"] for parameter in document["paths"][one.path]["get"]["parameters"]}
        assert names == (set(one.asked.model_fields) if one.asked else {"id"})
    assert {"/feeds/alerts.atom", "/feeds/search.atom"} < set(document["paths"])


def test_the_feed_of_a_search_is_atom_newest_first(client: Client, server: FakeServer) -> None:
    got = client.get("/feeds/search.atom?q=palace")
    feed = feedparser.parse(got.content)
    assert got.headers["content-type"].startswith("application/atom+xml")
    assert (feed.bozo, feed.version) == (False, "atom10")
    assert "palace" in feed.feed.title
    assert [entry.id for entry in feed.entries] == [f"urn:harmattan:article:{DOCUMENT['id']}"]
    assert "published" in server.asked[0]["sort"][0]


def test_the_feed_of_alerts_is_atom_whatever_an_article_held(client: Client, server: FakeServer) -> None:
    server.answer = answer([ALERT | {"headline": 'A <b>"&" \x00\x0b\ufffe \ud800 ]]> & مرحبا'}])
    feed = feedparser.parse(client.get("/feeds/alerts.atom").content)
    assert not feed.bozo
    assert feed.entries[0].title.startswith("A <b>")
    assert feed.entries[0].link == ALERT["url"]
