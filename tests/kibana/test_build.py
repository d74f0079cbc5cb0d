"""The import file is what the sources say, and names only fields that there are."""

from __future__ import annotations

import json
from datetime import date

import pytest

from deploy.kibana.build import BUILT
from deploy.kibana.fields import FieldError, elastic_type
from deploy.kibana.kinds import KINDS, dashboards, data_views, saved_searches
from deploy.kibana.saved_object import TYPE_VERSIONS
from schemas.crisis import Crisis
from services.pipeline import ALERTS_INDEX, ARTICLES_INDEX, DEAD_INDEX
from tests.kibana.bundle import CRISES, TEXT, objects, one


def test_the_file_in_the_repository_is_what_the_sources_build() -> None:
    assert BUILT.read_text("utf-8") == TEXT, "run: python -m deploy.kibana"


def test_every_kind_is_registered() -> None:
    assert set(KINDS) == {module.objects for module in (data_views, saved_searches, dashboards)}
    assert {each["type"] for each in objects()} < set(TYPE_VERSIONS)


def test_articles_alerts_and_dead_letters_have_a_data_view() -> None:
    titles = {each["attributes"]["title"] for each in objects() if each["type"] == "index-pattern"}
    assert titles == {ARTICLES_INDEX.name, ALERTS_INDEX.name, DEAD_INDEX.name}


def test_the_four_saved_searches_are_there() -> None:
    titles = {each["attributes"]["title"] for each in objects() if each["type"] == "search"}
    assert titles >= {
        "All new coup mentions", "Coup mentions: asserted only", "Coup mentions by language", "Dead letters",
    }


def test_niger_watch_begins_with_the_crisis() -> None:
    attributes = one(objects(), "dashboard", "niger-2023")["attributes"]
    assert attributes["title"] == "Niger watch"
    assert (attributes["timeRestore"], attributes["timeFrom"]) == (True, "2023-07-26T00:00:00.000Z")
    titles = [panel["title"] for panel in json.loads(attributes["panelsJSON"])]
    assert titles == [
        "Coup mentions by status", "Places named", "People", "Organisations", "Sources", "Languages", "Latest alerts",
        "All new coup mentions",
    ]


def test_a_new_crisis_gets_a_dashboard_of_its_own_without_code() -> None:
    another = Crisis(id="gabon-2023", name="Gabon", event="gabon-2023", country="gabon", since=date(2023, 8, 30))
    built = dashboards.objects([*CRISES, another])
    assert [each.attributes["title"] for each in built] == ["Niger watch", "Gabon watch"]
    assert "niger" not in json.dumps(built[1].as_json())


def test_nothing_that_changes_from_one_machine_to_the_next_is_in_the_file() -> None:
    for each in objects():
        assert not {"version", "created_at", "updated_at", "created_by", "updated_by"} & set(each)


@pytest.mark.parametrize("name", ["coups.status", "nowhere", "text.xx"])
def test_a_field_that_is_missing_cannot_be_built_upon(name: str) -> None:
    with pytest.raises(FieldError):
        elastic_type(ARTICLES_INDEX.name, name)
