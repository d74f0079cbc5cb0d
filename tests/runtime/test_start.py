"""How a service begins: a wrong setting or seed stops it with one line and exit code 2."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from deploy.local.settings import repository_root
from schemas.record import Batch
from services.pipeline import STAGES
from services.runtime.app import build
from services.runtime.port import hold
from services.runtime.service import Service
from services.runtime.settings import ServiceSettings, SettingsError, read

NAMES = [stage.name for stage in STAGES]


def begin(service: str, **environ: str) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "KAFKA_BOOTSTRAP": "127.0.0.1:1", **environ}
    return subprocess.run(
        [sys.executable, "-m", f"services.{service}"], cwd=repository_root(), env=environ, capture_output=True,
        text=True, timeout=60,
    )


@pytest.mark.parametrize("service", NAMES)
def test_a_wrong_setting_stops_the_start_with_one_line(service: str) -> None:
    done = begin(service, HARMATTAN_LOG_LEVEL="loud")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("harmattan: setting HARMATTAN_LOG_LEVEL='loud': ")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize(("service", "file"), [("enrich", "crisis.yaml"), ("stories", "alerts.yaml")])
def test_a_broken_seed_stops_the_start_with_one_line_that_names_it(service: str, file: str, tmp_path: Path) -> None:
    (tmp_path / "niger").mkdir()
    (tmp_path / "niger" / file).write_text("id: [")
    done = begin(service, HARMATTAN_SEEDS=str(tmp_path))
    assert done.returncode == 2, done.stderr
    assert done.stderr.startswith("harmattan: ")
    assert f"niger/{file}" in done.stderr
    assert done.stderr.count("\n") == 1


def test_an_unknown_channel_stops_the_alert_service_with_one_line() -> None:
    done = begin("alert", HARMATTAN_ALERT_URLS="nothing://x?token=secret")
    assert done.returncode == 2
    assert done.stderr.startswith("harmattan: HARMATTAN_ALERT_URLS: ")
    assert "secret" not in done.stderr


def test_workers_that_start_together_on_a_machine_hold_different_ports() -> None:
    with hold("127.0.0.1", 0) as first:
        wanted = first.getsockname()[1]
        with hold("127.0.0.1", wanted) as second:
            assert second.getsockname()[1] not in (0, wanted)
    with hold("127.0.0.1", wanted) as again:
        assert again.getsockname()[1] == wanted


class Unwilling(Service):
    """Finds out only at its start that it cannot work."""

    stage = STAGES[0]

    async def start(self) -> None:
        raise SettingsError("index x cannot be made: too many shards")

    async def handle(self, topic: str, chunk: Batch) -> None:
        """Never gets that far."""


async def test_what_is_found_wrong_only_at_the_start_is_one_line_too(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    codes: list[int] = []

    def leave(code: int) -> None:
        codes.append(code)
        raise SystemExit(code)

    monkeypatch.setattr("services.runtime.errors.os._exit", leave)
    with pytest.raises(SystemExit):
        await build(Unwilling(read(ServiceSettings)), 6066).on_first_start()
    assert codes == [2]
    assert capsys.readouterr().err == "harmattan: index x cannot be made: too many shards\n"


def test_an_address_that_is_not_ours_is_one_line() -> None:
    with pytest.raises(SettingsError, match="HARMATTAN_WEB_HOST"):
        hold("192.0.2.1", 6066)
