"""`docker compose up` on a real engine: the seed article in, its document and alert out.

With stand-ins (tests/containers/standins) this proves the wiring and our own image: networks, environment, health,
order, users, volumes, stopping. It says nothing about the official images.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
import yaml

from deploy.local.processes import wait_until
from deploy.local.settings import repository_root
from services.pipeline import ALERTS_INDEX, ARTICLES_INDEX, RAW, STAGES
from tests.containers.compose import Project, docker, project
from tests.containers.images import COMPOSE, image
from tests.integration.articles import coup, harmless

pytestmark = pytest.mark.containers

GRAFANA = repository_root() / "deploy" / "observability" / "grafana"
NAMES = tuple(stage.name for stage in STAGES)
# what waits here takes seconds; only a machine that others use as well needs more than two minutes
PATIENCE_S = 600


@pytest.fixture(scope="module")
def up() -> Iterator[Project]:
    """Everything that can be started here, healthy."""
    with project(["observability"]) as found:
        found.compose("up", "-d", "--no-build", *found.services, seconds=PATIENCE_S)
        assert wait_until(lambda: set(found.health().values()) == {"healthy"}, PATIENCE_S), found.health()
        yield found


def harmattan(up: Project, *words: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    """A command of ours on this machine, against the published ports."""
    command = [sys.executable, "-c", "from services.cli.main import run; run()", *words]
    return subprocess.run(command, cwd=repository_root(), env=up.clients, input=stdin, capture_output=True, timeout=120)


def found(up: Project, index: str, query: dict[str, Any]) -> list[dict[str, Any]]:
    body = {"size": 100, "query": query}
    answer = httpx.post(f"{up.elasticsearch}/{index}/_search", json=body, timeout=30, trust_env=False)
    return [hit["_source"] for hit in answer.json()["hits"]["hits"]]


def status(up: Project) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(harmattan(up, "status", "--json").stdout)
    return answer


def settled(up: Project, fed: int) -> bool:
    """Whether so many records of articles.raw have an outcome and nothing is under way."""
    def done() -> bool:
        found = status(up)
        return found["fed"] == fed and found["adds_up"] and not found["in_flight"]

    return wait_until(done, PATIENCE_S)


@pytest.mark.core
def test_compose_reads_the_file_with_every_profile() -> None:
    with project() as read:
        described = read.compose("--profile", "cli", "--profile", "observability", "config").stdout
    assert set(yaml.safe_load(described)["services"]) == set(yaml.safe_load(COMPOSE.read_text("utf-8"))["services"])


@pytest.mark.core
def test_nothing_is_left_of_a_project_that_was_taken_down() -> None:
    with project() as brief:
        brief.compose("up", "-d", "--no-build", "kafka", seconds=PATIENCE_S)
        assert docker("ps", "-q", "--filter", f"label=com.docker.compose.project={brief.name}").split()
    for kind in ("container", "network", "volume"):
        every = ["--all"] if kind == "container" else []
        label = f"label=com.docker.compose.project={brief.name}"
        assert docker(kind, "ls", *every, "-q", "--filter", label) == ""


@pytest.mark.core
def test_topics_and_indexes_are_made_before_the_services_start(up: Project) -> None:
    setup = up.inspect("setup")["State"]
    assert (setup["Status"], setup["ExitCode"]) == ("exited", 0)
    assert RAW.name in docker("logs", up.container("setup"))
    for name in NAMES:
        assert up.inspect(name)["State"]["StartedAt"] >= setup["FinishedAt"]


@pytest.mark.core
def test_the_seed_article_goes_in_and_document_and_alert_come_out(up: Project) -> None:
    before = status(up)["fed"]
    samples = repository_root() / "seeds" / "niger-2023" / "samples"
    fed = harmattan(up, "feed", str(samples))
    assert fed.returncode == 0, fed.stderr
    count = sum(path.is_file() for path in samples.iterdir())
    assert settled(up, before + count)
    documents = found(up, ARTICLES_INDEX.name, {"term": {"entity_ids": "niger"}})
    assert len(documents) >= 3
    assert wait_until(lambda: bool(found(up, ALERTS_INDEX.name, {"term": {"crisis": "niger-2023"}})), PATIENCE_S)


def test_a_command_runs_in_a_container_of_its_own(up: Project) -> None:
    done = up.compose("run", "--rm", "-T", "--no-deps", "cli", "status", "--json", check=False)
    assert '"adds_up": true' in done.stdout, done.stderr


@pytest.mark.core
@pytest.mark.parametrize("name", NAMES)
def test_our_containers_have_no_rights(up: Project, name: str) -> None:
    container = up.container(name)
    process = docker("exec", container, "python", "-c", "print(open('/proc/self/status').read())")
    values = dict(line.split(":\t", 1) for line in process.splitlines() if ":\t" in line)
    assert values["Uid"].split() == ["10001"] * 4
    assert int(values["CapEff"], 16) == int(values["CapBnd"], 16) == 0
    assert values["NoNewPrivs"].strip() == "1"
    written = docker("exec", container, "python", "-c", "import os\nfor d in ('/app', '/opt', '/var/lib', '/tmp'):\n"
                     " try: open(f'{d}/x', 'w').close(); print(d)\n except OSError: pass")
    assert written.split() == ["/tmp"]


@pytest.mark.core
def test_every_port_is_on_loopback_only(up: Project) -> None:
    for service in up.services:
        published = up.inspect(service)["NetworkSettings"]["Ports"] or {}
        hosts = {binding["HostIp"] for bindings in published.values() for binding in bindings or ()}
        assert hosts <= {"127.0.0.1"}, service


@pytest.mark.core
def test_a_service_that_is_stopped_under_load_has_committed_and_ends_with_0(up: Project) -> None:
    before = status(up)
    articles = [harmless("containers", n) for n in range(400)] + [coup("containers", n) for n in range(5)]
    lines = "\n".join(json.dumps(article) for article in articles)
    fed = harmattan(up, "feed", "-", stdin=lines.encode())
    assert fed.returncode == 0, fed.stderr
    # longer than its own grace, so that only one that never stops by itself is killed (137), on a busy machine too
    docker("stop", "--time", "60", up.container("index"))
    assert up.inspect("index")["State"]["ExitCode"] in (0, 143)
    docker("start", up.container("index"))
    assert settled(up, before["fed"] + len(articles))
    after = status(up)
    assert after["indexed"] - before["indexed"] == len(articles)
    assert after["duplicate"] == before["duplicate"]


def test_what_was_made_is_there_after_everything_was_taken_down(up: Project) -> None:
    before = status(up)
    up.compose("stop", "--timeout", "20")
    up.compose("up", "-d", "--no-build", *up.services, seconds=PATIENCE_S)
    assert wait_until(lambda: set(up.health().values()) == {"healthy"}, PATIENCE_S), up.health()
    assert settled(up, before["fed"])
    assert status(up)["indexed"] == before["indexed"]


@pytest.mark.core
def test_the_desk_lets_in_who_has_the_token_that_setup_made(up: Project) -> None:
    address = f"http://127.0.0.1:{up.environ['HARMATTAN_DESK_PORT']}"
    token = docker("exec", up.container("desk"), "cat", "/var/lib/harmattan/token").strip()
    with httpx.Client(base_url=address, trust_env=False, timeout=30) as stranger:
        assert stranger.get("/api/search", params={"q": "Niger"}).status_code in (401, 403)
        known = stranger.get("/", headers={"Authorization": f"Bearer {token}"})
    assert (known.status_code, "Niger" in known.text) == (200, True)
    for service in up.services:
        assert token not in json.dumps(up.inspect(service)), service


def test_prometheus_reads_every_service_and_knows_the_rules(up: Project) -> None:
    with httpx.Client(base_url=f"http://127.0.0.1:{up.environ['HARMATTAN_PROMETHEUS_PORT']}", trust_env=False) as asked:
        def ups() -> dict[str, str]:
            found = asked.get("/api/v1/targets").json()["data"]["activeTargets"]
            return {target["labels"]["job"]: target["health"] for target in found}

        assert wait_until(lambda: ups() == dict.fromkeys(NAMES, "up"), PATIENCE_S), ups()
        groups = asked.get("/api/v1/rules").json()["data"]["groups"]
        assert [rule["health"] for group in groups for rule in group["rules"]].count("err") == 0
        dashboard = json.loads((GRAFANA / "dashboards" / "harmattan.json").read_text("utf-8"))
        for panel in dashboard["panels"]:
            for target in panel["targets"]:
                answer = asked.get("/api/v1/query", params={"query": target["expr"]}).json()
                assert answer["status"] == "success", (panel["title"], answer)


def test_every_alert_rule_fires_on_its_trouble_and_on_no_quiet_night() -> None:
    folder = repository_root() / "deploy" / "observability" / "prometheus"
    docker("run", "--rm", "-v", f"{folder}:/rules:ro", "--entrypoint", "promtool", image("prometheus"),
           "test", "rules", "/rules/alerts.test.yml")
