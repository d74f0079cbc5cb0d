"""The one test on a real Kibana: it imports, gives back the same, and draws the dashboard without an error.

It needs Docker and a registry that has the official images, so it is never part of another run: `make kibana-test`.
Its picture of the dashboard is `.local/kibana-dashboard.png`.
"""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from elasticsearch import AsyncElasticsearch, Elasticsearch
from playwright.sync_api import sync_playwright
from testcontainers.core.container import DockerContainer
from testcontainers.core.network import Network

from deploy.kibana.install import Bundle, install
from deploy.kibana.rule import RULE_ID
from deploy.local.processes import wait_until
from deploy.local.settings import repository_root
from services.alert.document import document as alert_document
from services.elastic.bulk import Patience
from services.elastic.mapping import IndexSettings
from services.elastic.server import ElasticsearchServer
from services.elastic.setup import prepare
from services.index.sink import Sink
from services.pipeline import ALERTS_INDEX
from tests.alert.articles import an_alert
from tests.containers.images import image
from tests.index.articles import BAZOUM, NIAMEY, coup, message, records
from tests.kibana.bundle import TEXT, a_rule, objects

pytestmark = pytest.mark.kibana

BUNDLE = Bundle(TEXT, a_rule(), "harmattan-articles")
JUNTA = {"id": "cnsp", "name": "CNSP", "kind": "organisation",
         "mentions": [{"start": 0, "end": 3, "surface": "The"}]}
ERRORS = "[data-test-subj='embeddableError'], [data-test-subj='embeddable-lens-failure'], .embPanel__error"


class Servers(NamedTuple):
    kibana: str
    elasticsearch: str


@pytest.fixture(scope="module")
def servers() -> Iterator[Servers]:
    """Both official images on a network of their own, empty but for one article and one alert."""
    with Network() as network:
        elastic = (
            DockerContainer(image("elasticsearch")).with_network(network).with_network_aliases("elasticsearch")
            .with_env("discovery.type", "single-node").with_env("xpack.security.enabled", "false")
            .with_env("ES_JAVA_OPTS", "-Xms512m -Xmx512m").with_exposed_ports(9200)
        )
        kibana = (
            DockerContainer(image("kibana")).with_network(network).with_exposed_ports(5601)
            .with_env("ELASTICSEARCH_HOSTS", "http://elasticsearch:9200").with_env("TELEMETRY_OPTIN", "false")
            .with_env("XPACK_ENCRYPTEDSAVEDOBJECTS_ENCRYPTIONKEY", "a-fixed-key-of-a-test-32-characters-long")
        )
        with elastic, kibana:
            found = Servers(*(
                f"http://{one.get_container_host_ip()}:{one.get_exposed_port(port)}"
                for one, port in ((kibana, 5601), (elastic, 9200))
            ))
            assert wait_until(lambda: _answers(found.elasticsearch), 180)
            asyncio.run(_fill(found.elasticsearch))
            yield found


def _answers(url: str) -> bool:
    try:
        return httpx.get(url, timeout=5).status_code == 200
    except httpx.TransportError:
        return False


async def _fill(url: str) -> None:
    article = message(
        published="2023-07-27T08:00:00Z", source="Example Wire", entities=[BAZOUM, NIAMEY, JUNTA], coups=[coup()],
        crises=[{"id": "niger-2023", "salience": "main"}],
    )
    async with AsyncElasticsearch(url) as client:
        await prepare(ElasticsearchServer(client), IndexSettings(), Patience())
        assert await Sink(ElasticsearchServer(client)).write(records(article)) == []
    with Elasticsearch(url) as client:
        alert = alert_document(an_alert(story="5" * 32), datetime.now(UTC))
        client.index(index=ALERTS_INDEX.name, document=alert, refresh=True)


def _opened(value: Any) -> Any:
    """The same with every string of JSON read."""
    if isinstance(value, dict):
        return {name: _opened(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_opened(inner) for inner in value]
    if isinstance(value, str) and value[:1] in ("{", "["):
        return _opened(json.loads(value))
    return value


def test_a_real_kibana_takes_gives_back_and_draws_what_is_shipped(servers: Servers) -> None:
    for _ in range(2):  # the second time over the first
        install(servers.kibana, BUNDLE, 300, print)
    kibana = httpx.Client(base_url=servers.kibana, headers={"kbn-xsrf": "true"}, timeout=60)

    wanted = [{"type": one["type"], "id": one["id"]} for one in objects()]
    exported = kibana.post("/api/saved_objects/_export", json={"objects": wanted, "excludeExportDetails": True})
    back = {(one["type"], one["id"]): one for one in map(json.loads, exported.text.splitlines())}
    for one in objects():
        same = back[one["type"], one["id"]]
        for name, value in one["attributes"].items():
            assert _opened(same["attributes"][name]) == _opened(value), (one["id"], name)

    rule = kibana.get(f"/api/alerting/rule/{RULE_ID}").json()
    assert rule["enabled"]
    _look_at(f"{servers.kibana}/app/dashboards#/view/harmattan-niger-2023")


def _look_at(dashboard: str) -> None:
    chromium = shutil.which("chromium")
    assert chromium, "Chromium is needed: apt-get install chromium"
    picture = Path(repository_root() / ".local" / "kibana-dashboard.png")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1600, "height": 2400})
        page.goto(dashboard)
        panels = page.locator("[data-test-subj='embeddablePanel']")
        page.wait_for_function(
            "() => document.querySelectorAll('[data-render-complete=\"true\"]').length >= 6", timeout=120_000
        )
        page.screenshot(path=picture, full_page=True)
        assert panels.count() == 8
        assert page.locator(ERRORS).count() == 0
        assert page.get_by_text("No results found").count() == 0
        browser.close()
