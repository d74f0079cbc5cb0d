"""What the API says of itself against what it does: schemathesis on the running desk, with every check that it has.

`SCHEMATHESIS_EXAMPLES=200 pytest -m integration tests/integration/test_api_schema.py` looks longer.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from elasticsearch import Elasticsearch

from services.pipeline import SEARCHES_INDEX
from tests.integration.running_desk import running_desk

pytestmark = pytest.mark.integration

EXAMPLES = os.environ.get("SCHEMATHESIS_EXAMPLES", "5")
CONFIG = Path(__file__).with_name("schemathesis.toml")


@pytest.mark.usefixtures("servers")  # else an Elasticsearch more is started for it
def test_every_answer_is_as_the_description_says(tmp_path: Path) -> None:
    with running_desk(200) as desk:
        kept = {"name": "force", "search": {"q": "coup"}, "saved": "2023-07-26T10:00:00Z"}
        with Elasticsearch(desk.elasticsearch) as client:
            client.index(index=SEARCHES_INDEX.name, id="force", document=kept, refresh=True)
        done = subprocess.run(
            [
                # the plugin for pytest of 4.32 does not work with pytest 9
                str(Path(sys.executable).with_name("st")), "--config-file", str(CONFIG), "run",
                f"{desk.address}/api/openapi.json", "--checks", "all", "--phases", "coverage,fuzzing",
                "--max-examples", EXAMPLES, "--seed", "1", "--generation-database", "none",
                "--suppress-health-check", "all", "--continue-on-failure", "--no-color",
            ],
            cwd=tmp_path, capture_output=True, text=True,
        )
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert "12 selected / 12 total" in done.stdout
