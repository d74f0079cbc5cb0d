"""What goes into the image, and what its entry point starts."""

from __future__ import annotations

import importlib.metadata
import re
from importlib.metadata import version
from pathlib import Path

import pytest

from deploy.image.__main__ import PORTS, service_of, services
from deploy.image.metadata import write
from deploy.image.runtime_lock import LockError, runtime_lock
from deploy.local.settings import repository_root
from services.pipeline import FRONTS, STAGES

ROOT = repository_root()
LOCK, PROJECT = ((ROOT / name).read_text("utf-8") for name in ("requirements.lock", "pyproject.toml"))

A_LOCK = """\
app-core==1.0 \\
    --hash=sha256:aa
    # via harmattan (pyproject.toml)
deep==2.0 \\
    --hash=sha256:bb
    # via
    #   app-core
    #   tool
tool==3.0 \\
    --hash=sha256:cc
    # via harmattan (pyproject.toml)
only-tool==4.0 \\
    --hash=sha256:dd
    # via tool
"""
A_PROJECT = """\
[project]
dependencies = ["App_Core[fast]>=1"]
[project.optional-dependencies]
dev = ["tool"]
"""


def pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"(?m)^([A-Za-z0-9._-]+)==(\S+)", lock))


def test_what_only_the_tools_of_development_need_is_left_out() -> None:
    assert pins(runtime_lock(A_LOCK, A_PROJECT)) == {"app-core": "1.0", "deep": "2.0"}
    assert "--hash=sha256:bb" in runtime_lock(A_LOCK, A_PROJECT)


def test_a_dependency_that_is_not_locked_is_said() -> None:
    with pytest.raises(LockError, match="not in the lock: other"):
        runtime_lock(A_LOCK, '[project]\ndependencies = ["other"]\n')


def test_the_image_gets_the_versions_and_hashes_of_the_one_lock() -> None:
    ours = runtime_lock(LOCK, PROJECT)
    assert set(pins(ours).items()) < set(pins(LOCK).items())
    assert all(line in LOCK for line in ours.splitlines())
    assert {"faust-streaming", "elasticsearch", "httpx"} < set(pins(ours))
    assert not {"pytest", "mypy", "ruff", "playwright", "testcontainers"} & set(pins(ours))


def test_the_image_knows_our_version_without_an_installed_package(tmp_path: Path) -> None:
    made = write(PROJECT, tmp_path)
    [found] = importlib.metadata.distributions(path=[str(tmp_path)])
    assert (made.name, found.name, found.version) == ("harmattan.dist-info", "harmattan", version("harmattan"))


def test_every_stage_is_started_by_its_name() -> None:
    assert {one.name for one in (*STAGES, *FRONTS)} <= set(services())


def test_every_stage_has_a_page_that_its_health_check_asks() -> None:
    assert {one.name for one in (*STAGES, *FRONTS)} <= set(PORTS)


@pytest.mark.parametrize(("words", "service"), [
    (["python", "-m", "deploy.image", "enrich", ""], "enrich"),
    (["/sbin/docker-init", "--", "python", "-m", "deploy.image", "index"], "index"),
    (["python", "-m", "deploy.image", "index", "migrate", ""], None),
    (["python", "-m", "deploy.image", "status"], None), (["sh"], None), ([], None),
])
def test_the_health_check_knows_the_service_by_the_words_it_was_started_with(
    words: list[str], service: str | None
) -> None:
    assert service_of(words) == service


def test_the_image_is_not_run_as_root_and_has_a_health_check() -> None:
    text = (ROOT / "Dockerfile").read_text("utf-8")
    assert re.search(r"(?m)^USER [1-9]\d*:[1-9]\d*$", text)
    assert "HEALTHCHECK" in text
    assert "--require-hashes" in text
    bases = set(re.findall(r"(?m)^FROM (\S+)", text)) - {"scratch"}
    assert len(bases) == 1, "one base, and one stand-in for it"


def test_the_context_of_the_image_holds_only_what_it_is_made_of() -> None:
    lines = (ROOT / ".dockerignore").read_text("utf-8").splitlines()
    assert "*" in lines
    copied = re.findall(r"(?m)^COPY (?!--from)(.+) \S+$", (ROOT / "Dockerfile").read_text("utf-8"))
    for path in {Path(word).parts[0] for words in copied for word in words.split()}:
        assert f"!{path}" in lines
