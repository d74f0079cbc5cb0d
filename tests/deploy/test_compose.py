"""docker-compose.yml: what a person may rely on without starting it. Starting it is tests/containers."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml

from deploy.local.settings import repository_root
from services.collect.gauges import Gauges
from services.pipeline import FRONTS, STAGES
from services.runtime.metrics import Metrics
from services.runtime.settings import (
    SECRET_FILES,
    AlertSettings,
    CollectSettings,
    DeskSettings,
    KibanaSettings,
    ServiceSettings,
)

COMPOSE: dict[str, Any] = yaml.safe_load((repository_root() / "docker-compose.yml").read_text("utf-8"))
SERVICES: dict[str, dict[str, Any]] = COMPOSE["services"]
OURS = {name: one for name, one in SERVICES.items() if "HARMATTAN_IMAGE" in one["image"]}
PROMETHEUS = repository_root() / "deploy" / "observability" / "prometheus"
GRAFANA = repository_root() / "deploy" / "observability" / "grafana"

# settings that do not go into a container, and why
NOT_PASSED_ON = {
    "HARMATTAN_SEEDS": "the image has them",
    # compose `secrets:` in an override file, which names them
    **dict.fromkeys(SECRET_FILES.values(), "a file that only an override file can mount"),
    "HARMATTAN_COLLECT_FOLDERS": "folders of the machine, which a container has not",
    "HARMATTAN_WEB_PORT": "each container has its own address, so its own port",
    # the servers of this file want none; who has others writes an override file, with compose `secrets:` and *_FILE
    **{
        str(field.validation_alias): "for servers elsewhere" for name, field in ServiceSettings.model_fields.items()
        if name.startswith(("kafka_", "elasticsearch_")) and name not in ("kafka_bootstrap", "elasticsearch_url")
    },
}


def test_every_stage_and_front_is_a_service_of_that_name() -> None:
    named = {one.name for one in (*STAGES, *FRONTS)}
    assert {name for name, one in OURS.items() if one["command"] == [name]} == named


def test_every_port_is_on_loopback() -> None:
    ports = [port for one in SERVICES.values() for port in one.get("ports", ())]
    assert ports
    assert [port for port in ports if not port.startswith("127.0.0.1:")] == []


@pytest.mark.parametrize("name", OURS)
def test_our_containers_can_do_no_more_than_they_need(name: str) -> None:
    one = OURS[name]
    assert one["user"].split(":")[0] not in ("0", "root")
    assert one["read_only"] is True
    assert one["cap_drop"] == ["ALL"]
    assert "no-new-privileges:true" in one["security_opt"]
    assert [mount for mount in one["tmpfs"] if mount.startswith("/tmp:")]
    assert not {"privileged", "cap_add", "pid", "network_mode"} & set(one)


def test_all_that_runs_by_default_fits_a_laptop_of_8_gb() -> None:
    def megabytes(limit: str) -> int:
        return int(limit[:-1]) * (1024 if limit[-1] == "g" else 1)

    assert [name for name, one in SERVICES.items() if "mem_limit" not in one] == []
    stay = [one for one in SERVICES.values() if "profiles" not in one and one["restart"] != "no"]
    assert sum(megabytes(one["mem_limit"]) for one in stay) <= 7 * 1024


def test_data_is_in_named_volumes() -> None:
    mounts = [mount for one in SERVICES.values() for mount in one.get("volumes", ())]
    named = {mount.split(":")[0] for mount in mounts if not mount.startswith("./")}
    assert named == set(COMPOSE["volumes"])
    assert all(mount.endswith(":ro") for mount in mounts if mount.startswith("./"))


def test_health_orders_the_start() -> None:
    for name in ("kafka", "elasticsearch", "kibana"):
        assert "healthcheck" in SERVICES[name]
    for stage in (*STAGES, *FRONTS):
        assert SERVICES[stage.name]["depends_on"] == {"setup": {"condition": "service_completed_successfully"}}
    assert set(SERVICES["setup"]["depends_on"]) == {"kafka", "elasticsearch"}
    assert set(SERVICES["kibana-setup"]["depends_on"]) == {"kibana", "setup"}


def test_every_setting_reaches_the_containers_or_it_is_said_why_not() -> None:
    kinds = (AlertSettings, CollectSettings, DeskSettings, KibanaSettings)
    known = {str(field.validation_alias) for kind in kinds for field in kind.model_fields.values()}
    passed = {name for one in OURS.values() for name in one["environment"]}
    assert known - passed - set(NOT_PASSED_ON) == set(), "add it to docker-compose.yml, or say here why not"


def test_secrets_reach_only_the_container_that_needs_them() -> None:
    for name, one in OURS.items():
        secrets = {setting for setting in one["environment"] if "SECRET" in setting or setting.endswith("_URLS")}
        assert not secrets or name == "alert"


def test_nothing_is_written_that_compose_1_29_or_v2_would_not_read() -> None:
    assert "version" not in COMPOSE, "v2 warns of it"
    text = (repository_root() / "docker-compose.yml").read_text("utf-8")
    assert not re.search(r"start_interval|required:|!reset|include:|develop:", text), "1.29 does not know it"


def test_prometheus_looks_at_every_stage_at_its_port() -> None:
    jobs = yaml.safe_load((PROMETHEUS / "prometheus.yml").read_text("utf-8"))["scrape_configs"]
    looked = {job["job_name"]: job["dns_sd_configs"][0]["port"] for job in jobs}
    assert looked == {stage.name: stage.port for stage in STAGES}
    for stage in STAGES:
        assert f'up{{job="{stage.name}"}}' in (PROMETHEUS / "alerts.yml").read_text("utf-8")


@pytest.mark.parametrize("path", [PROMETHEUS / "alerts.yml", GRAFANA / "dashboards" / "harmattan.json"], ids=str)
def test_rules_and_dashboard_ask_for_metrics_that_there_are(path: Any) -> None:
    metrics = Metrics("index")
    metrics.count("done", 1)
    metrics.set_lag("articles.raw", 0, 1)
    Gauges(metrics.registry).show([], 0)
    rendered = metrics.render().decode()
    asked = set(re.findall(r"\b(?:harmattan|process)_[a-z_]+", path.read_text("utf-8")))
    assert len(asked) >= 4
    assert [name for name in asked if f"\n{name}" not in rendered] == []
