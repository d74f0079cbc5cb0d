"""The map is complete: nothing that a service reads or writes is missing from it, or from what is made of it."""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest

import services
from deploy.local.settings import repository_root
from services import pipeline
from services.elastic.mapping import MAPPINGS
from services.pipeline import DEAD, FRONTS, INDEXES, RAW, STAGES, TOPICS, Front, Stage, Topic
from services.runtime.service import Service
from services.runtime.topics import settings

SERVICES = Path(services.__file__).parent


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_every_topic_and_index_of_a_stage_is_listed(stage: Stage) -> None:
    assert {*stage.reads, *stage.writes, *stage.keeps} <= set(TOPICS)
    assert set(stage.indexes) <= set(INDEXES)


def test_every_topic_but_the_one_of_the_commands_has_a_writer_and_every_one_but_the_last_ones_a_reader() -> None:
    written = {topic for stage in STAGES for topic in (*stage.writes, *stage.keeps)}
    read = {topic for stage in STAGES for topic in (*stage.reads, *stage.keeps)}
    assert set(TOPICS) - written == {pipeline.SOURCES}
    assert set(TOPICS) - read == {pipeline.ALERTS, pipeline.SOURCE_STATES}


def test_every_index_is_filled_by_one_stage_or_by_people() -> None:
    filled = [pipeline.SEARCHES_INDEX, *(index for stage in STAGES for index in stage.indexes)]
    assert sorted(index.name for index in filled) == sorted(index.name for index in INDEXES)


def test_every_index_has_a_mapping() -> None:
    assert set(MAPPINGS) == {index.name for index in INDEXES}


def test_every_constant_of_the_map_is_in_its_list() -> None:
    for kind, listed in ((Topic, TOPICS), (pipeline.Index, INDEXES), (Stage, STAGES), (Front, FRONTS)):
        assert {one for one in vars(pipeline).values() if isinstance(one, kind)} == set(listed)


def test_names_and_ports_are_unique() -> None:
    for values in (TOPICS, INDEXES, (*STAGES, *FRONTS)):
        assert len({one.name for one in values}) == len(values)
    assert len({one.port for one in (*STAGES, *FRONTS)}) == len(STAGES) + len(FRONTS)


def test_a_stage_may_always_write_a_dead_letter() -> None:
    assert all(DEAD in stage.writes for stage in STAGES)


def test_a_message_that_grows_on_its_way_still_fits() -> None:
    """By its tags, and as a dead letter by a third."""
    assert all(topic.max_message_bytes >= RAW.max_message_bytes * 4 // 3 + 1024 for topic in TOPICS if topic is not RAW)


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_every_stage_is_a_service_with_a_main(stage: Stage) -> None:
    module = importlib.import_module(f"services.{stage.name}.app")
    kinds = [
        one for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Service) and one.__module__ == module.__name__
    ]
    assert [kind.stage for kind in kinds] == [stage]
    assert (SERVICES / stage.name / "__main__.py").exists()
    assert stage.group == f"harmattan-{stage.name}"


def test_every_service_that_can_be_started_is_on_the_map() -> None:
    known = {one.name for one in (*STAGES, *FRONTS)}
    assert {path.parent.name for path in SERVICES.glob("*/__main__.py")} == known


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.name)
def test_the_brokers_configuration_of_a_topic_comes_from_the_map(topic: Topic) -> None:
    made = settings(topic)
    assert made["cleanup.policy"] == ("compact" if topic.compact else "delete")
    assert int(made["retention.ms"]) == topic.retention_ms
    assert int(made["max.message.bytes"]) == topic.max_message_bytes


def test_alerts_are_kept_for_ever() -> None:
    assert (pipeline.ALERTS.retention_ms, pipeline.ALERTS.compact) == (-1, True)


def test_every_target_of_the_makefile_is_in_its_help() -> None:
    makefile = (repository_root() / "Makefile").read_text()
    [phony] = re.findall(r"^\.PHONY: (.+)$", makefile, re.MULTILINE)
    assert set(re.findall(r"^([a-z-]+):.*## ", makefile, re.MULTILINE)) == set(phony.split())
