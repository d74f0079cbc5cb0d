"""Least privilege: every right has its reason in the map, and the page says what the code does."""

from __future__ import annotations

import pytest

from services.access import PAGE, Grant, Role, roles, with_table
from services.pipeline import ALERTS_INDEX, INDEXES, RAW, SOURCE_STATES, SOURCES, STAGES, TOPICS, Stage

BY_USER = {role.user: role for role in roles()}


@pytest.mark.parametrize("stage", STAGES, ids=lambda stage: stage.name)
def test_a_service_may_read_and_write_its_own_topics_and_nothing_else(stage: Stage) -> None:
    role = BY_USER[stage.group]
    reads = {topic.name for topic in (*stage.reads, *stage.rereads, *stage.keeps)}
    assert {one.name for one in role.grants if one.resource == "topic" and one.operation == "READ"} == reads
    writes = {topic.name for topic in (*stage.writes, *stage.keeps)}
    assert {one.name for one in role.grants if one.operation == "WRITE"} == writes
    assert [one for one in role.grants if one.resource == "group"] == [Grant("group", stage.group, "READ")]
    assert {index for index, rights in role.indexes if "write" in rights} == set(stage.indexes)
    assert {index for index, rights in role.indexes if "write" not in rights} == set(stage.looks_at)


@pytest.mark.parametrize("role", roles(), ids=lambda role: role.user)
def test_only_setup_makes_anything_and_nobody_may_delete_or_grant(role: Role) -> None:
    assert {one.operation for one in role.grants} <= {"READ", "WRITE", "DESCRIBE", "CREATE"}
    makes = any(one.operation == "CREATE" for one in role.grants) or any("manage" in p for _, p in role.indexes)
    assert makes == (role.user in ("harmattan-setup", "harmattan-upkeep"))
    assert not any({"all", "delete", "delete_index"} & set(privileges) for _, privileges in role.indexes)


def test_setup_makes_every_topic_and_every_index() -> None:
    setup = BY_USER["harmattan-setup"]
    assert {one.name for one in setup.grants if one.operation == "CREATE"} == {topic.name for topic in TOPICS}
    assert {index for index, _ in setup.indexes} == set(INDEXES)


def test_a_producer_may_write_raw_articles_and_reads_nothing() -> None:
    assert BY_USER["harmattan-feed"].grants == (Grant("topic", RAW.name, "WRITE"),)
    assert BY_USER["harmattan-feed"].descriptor() is None


def test_the_desk_reads_the_sources_and_no_article_of_the_broker_and_writes_alerts_only() -> None:
    desk = BY_USER["harmattan-desk"]
    assert {one.name for one in desk.grants if one.operation == "READ"} == {SOURCES.name, SOURCE_STATES.name}
    assert {one.operation for one in desk.grants} == {"READ", "DESCRIBE"}
    assert [index for index, rights in desk.indexes if "write" in rights] == [ALERTS_INDEX]


def test_a_role_of_elasticsearch_covers_the_alias_and_the_indexes_behind_it() -> None:
    descriptor = BY_USER["harmattan-alert"].descriptor()
    assert descriptor is not None
    one = descriptor["indices"][0]
    assert {"harmattan-alerts", "harmattan-alerts-*"} <= set(one["names"])
    assert descriptor["cluster"] == ["monitor"]


def test_the_page_has_the_table_that_the_map_makes() -> None:
    text = PAGE.read_text("utf-8")
    assert text == with_table(text), "run: python -m services.access --write"
