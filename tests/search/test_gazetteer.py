"""Names in any spelling lead to their entities."""

from __future__ import annotations

import pytest

from deploy.local.settings import repository_root
from services.search.gazetteer import Gazetteer, load


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return load(repository_root() / "seeds")


@pytest.mark.parametrize("written", [
    "Tchiani", "Tiani", "TIANI", "تشياني", "تياني", "Abdourahmane Tiani", "abdourahamane-tchiani", "عبد الرحمن تشياني",
    "Abdourahamane Tchiani",
])
def test_tchiani_is_found_however_he_is_written(gazetteer: Gazetteer, written: str) -> None:
    assert gazetteer.ids(written) == ("abdourahamane-tchiani",)


@pytest.mark.parametrize(("written", "ids"), [
    ("CEDEAO", ("ecowas",)), ("Cédéao", ("ecowas",)), ("ecowas", ("ecowas",)), ("إيكواس", ("ecowas",)),
    ("Nijar", ("niger",)), ("النيجر", ("niger",)), ("Yamai", ("niamey",)),
    ("un", ()), ("the", ()), ("coup", ()), ("", ()), ("!", ()),
])
def test_other_names_and_what_is_none(gazetteer: Gazetteer, written: str, ids: tuple[str, ...]) -> None:
    assert gazetteer.ids(written) == ids


def test_a_kind_keeps_the_others_out(gazetteer: Gazetteer) -> None:
    assert gazetteer.ids("Niamey", "place") == ("niamey",)
    assert gazetteer.ids("Niamey", "person") == ()


def test_places_are_on_the_map_by_their_usual_name(gazetteer: Gazetteer) -> None:
    latitude, longitude = gazetteer.points["Niamey"]
    assert (round(latitude), round(longitude)) == (14, 2)
