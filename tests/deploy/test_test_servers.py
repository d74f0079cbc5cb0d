"""What the integration tests run against is chosen once, said aloud, and never silently less than was asked for."""

from __future__ import annotations

import pytest

from deploy.local.kafka import COMMON
from tests.integration.servers import ELASTICSEARCH_IMAGE, KAFKA_IMAGE, choose, kafka_environ


class FakeEngine:
    """Docker, or its absence, with these images."""

    def __init__(self, running: bool = True, images: tuple[str, ...] = (KAFKA_IMAGE, ELASTICSEARCH_IMAGE)) -> None:
        self.running, self.images = running, images
        self.asked: list[str] = []

    def answers(self) -> str | None:
        return None if self.running else "no engine answers (FileNotFoundError)"

    def has(self, image: str) -> str | None:
        self.asked.append(image)
        return None if image in self.images else f"the engine has no image {image} and cannot pull it"


def test_containers_where_an_engine_answers_and_has_the_images() -> None:
    engine = FakeEngine()
    assert choose("auto", engine).kind == "containers"
    assert engine.asked == [KAFKA_IMAGE, ELASTICSEARCH_IMAGE]


@pytest.mark.parametrize(
    ("engine", "why"),
    [
        (FakeEngine(running=False), "no engine answers"),
        (FakeEngine(images=()), f"no image {KAFKA_IMAGE}"),
        (FakeEngine(images=(KAFKA_IMAGE,)), f"no image {ELASTICSEARCH_IMAGE}"),
    ],
)
def test_processes_elsewhere_and_it_says_why(engine: FakeEngine, why: str) -> None:
    found = choose("auto", engine)
    assert found.kind == "processes"
    assert why in found.why
    with pytest.raises(pytest.UsageError, match=why):
        choose("containers", engine)


def test_processes_are_used_where_they_are_asked_for_and_nobody_asks_the_engine() -> None:
    engine = FakeEngine()
    assert choose("processes", engine).kind == "processes"
    assert engine.asked == []


def test_a_word_that_is_none_fails_the_run() -> None:
    with pytest.raises(pytest.UsageError, match="none of auto, containers, processes"):
        choose("docker", FakeEngine())


def test_a_container_gets_the_properties_of_the_local_broker() -> None:
    environ = kafka_environ(19092)
    assert environ["KAFKA_ADVERTISED_LISTENERS"] == "PLAINTEXT://127.0.0.1:19092"
    names = [line.partition("=")[0] for line in COMMON.splitlines() if "=" in line]
    assert len(names) > 10
    assert {f"KAFKA_{name.upper().replace('.', '_')}" for name in names} <= set(environ)
