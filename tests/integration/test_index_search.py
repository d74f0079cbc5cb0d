"""Searches on the real Elasticsearch, through the sink that writes and the builder that asks."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from elasticsearch import AsyncElasticsearch, Elasticsearch
from typer.testing import CliRunner

from deploy.local.settings import repository_root
from schemas.search import Found, Search
from services.cli.main import build
from services.cli.problem import Problem
from services.elastic.bulk import Patience
from services.elastic.mapping import IndexSettings
from services.elastic.server import ElasticsearchServer
from services.elastic.setup import prepare
from services.index.sink import Sink
from services.search.archive import Archive
from services.search.gazetteer import load
from services.search.hits import marked
from services.search.saved import Shelf
from tests.index.articles import BAZOUM, NIAMEY, coup, digest, message, records
from tests.integration.index_server import elasticsearch

pytestmark = pytest.mark.integration

TCHIANI = {"id": "abdourahamane-tchiani", "name": "Abdourahamane Tchiani", "kind": "person",
           "mentions": [{"start": 0, "end": 5, "surface": "تشياني"}]}
LONG = "Nothing happened in the capital today. " * 30_000


def article(name: str, text: str, **more: Any) -> dict[str, Any]:
    return message(f"https://example.org/{name}", text, offset=int(digest(name)[:6], 16), **more)


ARTICLES = [
    article("en", "The presidential guards have detained President Traoré's envoy at the palace.",
            title="Soldiers seize power in Niger", published="2023-07-26T20:00:00Z", source="BBC News",
            entities=[BAZOUM, NIAMEY], coups=[coup(), coup("gabon-2023", "negated")]),
    article("fr", "Le président a été renversé par l'armée ; le beau coup d’État, dit-il, est achevé.", language="fr",
            published="2023-07-28T08:00:00Z", coups=[coup("niger-2023", "negated")]),
    article("ar", "أعلن الجنرال تشياني أنّ الجيش استولى على السلطة في النيجر", language="ar", entities=[TCHIANI],
            published="2023-07-29T08:00:00Z"),
    article("ha", "Sojoji sun hamɓarar da gwamnatin ƙasar Nijar, in ji ʼyan sanda", language="ha",
            published="2023-07-30T08:00:00Z"),
    article("und", "Zzyzx <b>[bold]</b> \x1b[31m", language="und"),
    article("long", f"{LONG} The last word is mamikos.", published="2023-07-20T00:00:00Z"),
    article("rev", "The minister of mines visited the uranium town of Arlit on Monday.", version=1),
    article("rev", "The minister of mines visited the gold town of Arlit on Monday.", version=2)
    | {"origin": "other-0-1-0"},
]


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    with elasticsearch() as url:
        yield url


@pytest.fixture(scope="module")
def desk(address: str) -> Iterator[tuple[Elasticsearch, str]]:
    prefix = f"test-{uuid.uuid4().hex[:8]}-"
    asyncio.run(_fill(address, prefix))
    with Elasticsearch(address) as client:
        client.indices.refresh(index=f"{prefix}*")
        yield client, prefix
        for name in client.indices.get(index=f"{prefix}*"):
            client.indices.delete(index=name)


async def _fill(address: str, prefix: str) -> None:
    async with AsyncElasticsearch(address) as client:
        server = ElasticsearchServer(client)
        await prepare(server, IndexSettings(), Patience(), prefix=prefix)
        assert await Sink(server, prefix=prefix).write(records(*ARTICLES)) == []


Desk = tuple[Elasticsearch, str]


NAMES = load(repository_root() / "seeds")


def ask(desk: Desk, text: str = "", **more: Any) -> Found:
    client, prefix = desk
    [node] = client.transport.node_pool.all()

    async def search() -> Found:
        async with AsyncElasticsearch(node.base_url) as own:
            return await Archive(ElasticsearchServer(own), NAMES, prefix=prefix).search(Search(q=text, **more))

    return asyncio.run(search())


def names(found: Found) -> list[str]:
    return [(hit.url or "").rsplit("/", 1)[-1] for hit in found.hits]


@pytest.mark.parametrize(("text", "expected"), [
    ("Traore", ["en"]), ("TRAORÉ envoys", ["en"]), ("detaining soldier", ["en"]), ("the guard", ["en"]),
    ("soldiers palace", ["en"]),  # one word in the title, one in the text
    ('"seize power"', ["en"]), ('"power seize"', []),
    ("le président renversé", ["fr"]), ("armee renverse", ["fr"]), ("coup d'etat", ["fr"]), ('"coup d\'Etat"', ["fr"]),
    ("تشياني", ["ar"]), ("اعلن الجيش", ["ar"]), ("تـشيـاني", ["ar"]), ("ٱلنيجر", ["ar"]), ("Tchiani", ["ar"]),
    ("hambarar kasar", ["ha"]), ("'yan sanda", ["ha"]),
    ("Niamey palace", ["en"]),  # the place is only among the names
    ("soldiers -palace", []), ("mamikos", ["long"]), ("gold Arlit", ["rev"]), ("uranium", ["rev"]),
    ("les", []), ("nowhere palace", []), ("[bold]", ["und"]),
])
def test_a_text_finds_what_an_analyst_expects(desk: Desk, text: str, expected: list[str]) -> None:
    assert names(ask(desk, text)) == expected


@pytest.mark.parametrize(("filters", "expected"), [
    ({"entity": ("bazoum",)}, {"en"}), ({"entity": ("mohamed bazoum",)}, {"en"}),
    ({"entity": ("Bazoum",)}, {"en"}), ({"entity": ("تشياني", "niamey")}, {"ar", "en"}),
    ({"language": ("FR",)}, {"fr"}), ({"source": ("bbc news",)}, {"en"}),
    ({"since": "2023-07-29", "until": "2023-07-30"}, {"ar", "ha"}), ({"until": "2023-07-20"}, {"long"}),
    ({"event": ("niger-2023",)}, {"en", "fr"}),
    ({"event": ("niger-2023",), "status": ("negated",)}, {"fr"}),  # of the same mention
    ({"status": ("negated",)}, {"en", "fr"}), ({"entity": ("nobody",)}, set()),
])
def test_a_filter_lets_through_what_holds(desk: Desk, filters: dict[str, Any], expected: set[str]) -> None:
    assert set(names(ask(desk, **filters))) == expected


def test_undated_articles_come_last(desk: Desk) -> None:
    found = names(ask(desk, sort="newest"))
    assert (found[:5], set(found[5:])) == (["ha", "ar", "fr", "en", "long"], {"rev", "und"})


def test_the_matching_passage_is_marked(desk: Desk) -> None:
    (hit,) = ask(desk, "detain").hits
    assert "have [detained] President" in marked(hit.passages[0], "[", "]")


def test_a_match_in_an_older_text_is_shown_as_such(desk: Desk) -> None:
    (hit,) = ask(desk, "uranium").hits
    assert "[uranium]" in marked(hit.older[0], "[", "]")


def test_a_long_article_breaks_no_highlight(desk: Desk) -> None:
    assert "long" in names(ask(desk, "capital"))


def test_every_facet_can_be_counted(desk: Desk) -> None:
    client, prefix = desk
    fields = ("entity_ids", "people", "places", "coup_event_status", "language", "source", "published_note")
    aggregations = {field: {"terms": {"field": field}} for field in fields}
    answer = client.search(index=f"{prefix}harmattan-articles", size=0, aggregations=aggregations)
    empty = [field for field in fields if not answer["aggregations"][field]["buckets"]]
    assert empty == []


class TestCommand:
    @pytest.fixture(autouse=True)
    def _on_the_desk(self, desk: Desk, address: str, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("ELASTICSEARCH_URL", address)
        monkeypatch.setattr("services.search.opening.Archive", partial(Archive, prefix=desk[1]))
        monkeypatch.setattr("services.search.opening.Shelf", partial(Shelf, prefix=desk[1]))

    def test_json_lines_have_what_a_program_needs(self) -> None:
        result = CliRunner().invoke(build(), ["search", "detained", "--json"])
        (line,) = [json.loads(line) for line in result.stdout.splitlines()]
        assert (line["url"], line["title"]) == ("https://example.org/en", "Soldiers seize power in Niger")
        assert line["published"].startswith("2023-07-26T20:00")
        assert "<em>detained</em>" in line["highlights"][0]
        assert line["coups"][0]["status"] == "asserted"

    def test_a_person_reads_headline_passage_and_link(self) -> None:
        result = CliRunner().invoke(build(), ["search", "detained"])
        for part in ("Soldiers seize power in Niger", "have detained President", "https://example.org/en", "1 found"):
            assert part in result.stdout

    def test_an_article_cannot_steer_the_terminal(self) -> None:
        result = CliRunner().invoke(build(), ["search", "zzyzx"])
        assert "<b>[bold]</b>" in result.stdout
        assert "\x1b[31m" not in result.stdout

    @pytest.mark.parametrize("arguments", [
        ["--since", "soon"], ["--sort", "oldest"], ["--status", "true"], ["--size", "0"], ["???"], ["* ("],
        ["coup OR"], ["w " * 99],
    ])
    def test_a_question_that_cannot_be_read_is_a_problem_in_one_line(self, arguments: list[str]) -> None:
        result = CliRunner().invoke(build(), ["search", *arguments])
        assert isinstance(result.exception, Problem)
        assert "\n" not in str(result.exception)


def test_a_server_that_is_away_is_a_problem_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ELASTICSEARCH_URL", "http://127.0.0.1:1")
    result = CliRunner().invoke(build(), ["search", "coup"])
    assert isinstance(result.exception, Problem)
    assert "\n" not in str(result.exception)
