"""The objects for Kibana against the real Elasticsearch with documents in every index: fields, buckets, KQL, rule.

This is as far as one can see without a Kibana; tests/kibana/test_real_kibana.py is the rest.
"""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
from elasticsearch import AsyncElasticsearch, Elasticsearch

from deploy.kibana.live import Ask, check
from schemas.dead_letter import DeadLetter
from services.alert.document import document as alert_document
from services.elastic.bulk import Patience
from services.elastic.mapping import IndexSettings
from services.elastic.server import ElasticsearchServer
from services.elastic.setup import prepare
from services.index.documents import dead_document
from services.index.sink import Sink
from services.pipeline import ALERTS_INDEX, ARTICLES_INDEX, DEAD_INDEX
from tests.alert.articles import an_alert
from tests.index.articles import BAZOUM, NIAMEY, coup, message, records
from tests.integration.index_server import elasticsearch
from tests.kibana.bundle import TEXT, Parsed, a_rule, lines, objects, one

pytestmark = pytest.mark.integration

JUNTA = {"id": "cnsp", "name": "National Council for the Safeguard of the Homeland", "kind": "organisation",
         "mentions": [{"start": 0, "end": 3, "surface": "The"}]}
ARTICLE = message(
    published="2023-07-27T08:00:00Z", source="Example Wire", entities=[BAZOUM, NIAMEY, JUNTA], coups=[coup()],
    crises=[{"id": "niger-2023", "salience": "main"}],
)
LETTER = DeadLetter.model_validate({
    "id": "articles.raw-0-1-0", "topic": "articles.raw", "partition": 0, "offset": 1, "service": "ingest",
    "timestamp": datetime.now(UTC), "failed": datetime.now(UTC), "error": "not_json", "reason": "no JSON",
})


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[Ask, str]]:
    """Who answers, and the prefix of its aliases; an article, an alert and a dead letter are in them."""
    prefix = f"test-{uuid.uuid4().hex[:8]}-"
    with elasticsearch() as url, Elasticsearch(url) as client:
        asyncio.run(_fill(url, prefix))
        alert = alert_document(an_alert(story="5" * 32), datetime.now(UTC))
        client.index(index=f"{prefix}{ALERTS_INDEX.name}", document=alert)
        client.index(index=f"{prefix}{DEAD_INDEX.name}", document=dead_document(LETTER)[1])
        client.indices.refresh(index=f"{prefix}*")

        def ask(method: str, path: str, body: dict[str, Any] | None) -> dict[str, Any]:
            headers = {"accept": "application/json", "content-type": "application/json"}
            answer: dict[str, Any] = client.perform_request(method, path, headers=headers, body=body).body
            return answer

        yield ask, prefix
        for name in client.indices.get(index=f"{prefix}*"):
            client.indices.delete(index=name)


async def _fill(url: str, prefix: str) -> None:
    async with AsyncElasticsearch(url) as client:
        await prepare(ElasticsearchServer(client), IndexSettings(), Patience(), prefix=prefix)
        assert await Sink(ElasticsearchServer(client), prefix=prefix).write(records(ARTICLE)) == []


def found(server: tuple[Ask, str], text: str = TEXT, rule: Parsed | None = None) -> list[str]:
    ask, prefix = server
    return [str(finding) for finding in check(text, rule or a_rule(), ask, prefix)]


def test_every_field_panel_search_and_the_rule_hold_on_the_server(server: tuple[Ask, str]) -> None:
    assert found(server) == []


def _kql(query: str) -> Callable[[list[Parsed]], None]:
    def apply(changed: list[Parsed]) -> None:
        meta = one(changed, "search", "asserted")["attributes"]["kibanaSavedObjectMeta"]
        source = json.loads(meta["searchSourceJSON"])
        meta["searchSourceJSON"] = json.dumps(source | {"query": {"query": query, "language": "kuery"}})
    return apply


def _people_by(field: str) -> Callable[[list[Parsed]], None]:
    def apply(changed: list[Parsed]) -> None:
        attributes = one(changed, "dashboard")["attributes"]
        people, other = '"sourceField":"people"', f'"sourceField":"{field}"'
        attributes["panelsJSON"] = attributes["panelsJSON"].replace(people, other)
    return apply


@pytest.mark.parametrize(("break_it", "expected"), [
    (_kql("coup_statuses : ("), "is refused"),
    (_kql("published > sometime"), "is refused"),
    (_kql("coup_state : asserted"), "asks for a field that is not there"),
    (_kql("coup_statuses : negated"), "finds nothing"),
    (_people_by("persons"), "has no field persons"),
    (_people_by("persons"), "no bucket for persons"),
    (_people_by("coups.status"), "has no field coups.status"),
    (_people_by("crisis_background"), "no bucket for crisis_background"),
    (lambda changed: one(changed, "dashboard")["attributes"].update(timeTo="2023-07-26T01:00:00Z"), "no bucket"),
    (lambda changed: one(changed, "index-pattern", "dead")["attributes"].update(timeFieldName="error"), "no date"),
])
def test_a_planted_fault_is_found_by_the_server(
    server: tuple[Ask, str], break_it: Callable[[list[Parsed]], None], expected: str
) -> None:
    broken = objects()
    break_it(broken)
    assert [text for text in found(server, lines(broken)) if expected in text]


@pytest.mark.parametrize(("change", "expected"), [
    ({"esQuery": '{"query":{"term":{"crisis":"elsewhere"}}}'}, "finds none"),
    ({"timeField": "lease_began"}, "finds none"),
    ({"termField": "failed"}, "no story"),
])
def test_a_rule_that_would_say_nothing_is_found(server: tuple[Ask, str], change: Parsed, expected: str) -> None:
    broken = a_rule()
    broken["params"].update(change)
    assert [text for text in found(server, rule=broken) if expected in text]


def test_the_names_of_the_indexes_are_those_of_the_pipeline(server: tuple[Ask, str]) -> None:
    ask, prefix = server
    for view in (each for each in objects() if each["type"] == "index-pattern"):
        assert view["attributes"]["title"] in {ARTICLES_INDEX.name, ALERTS_INDEX.name, DEAD_INDEX.name}
        assert ask("GET", f"/{prefix}{view['attributes']['title']}/_count", None)["count"] == 1
