"""The map of places, with the outlines that are shipped."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.search import PlaceCount
from services.desk.atlas import load
from services.desk.map import LABELS, SHADES, VIEWS, WIDTH, picture, shade
from services.enrich.read.seeds import read
from services.runtime.errors import SettingsError
from services.runtime.settings import SEEDS

ATLAS = load(SEEDS)
NIAMEY = PlaceCount(name="Niamey", lat=13.51, lon=2.11, count=40)
NIGER = PlaceCount(name="Niger", lat=17.61, lon=8.08, count=90)


@pytest.mark.parametrize("view", VIEWS.values(), ids=lambda view: view.name)
def test_every_view_has_outlines_and_says_where_they_are_from(view: object) -> None:
    drawn = ATLAS.picture(str(getattr(view, "name", "")), ())
    assert len(drawn.countries) > 40
    assert "public domain" in drawn.source
    assert all(re.fullmatch(r"(M[-\d. L]+Z)+", country.path) for country in drawn.countries)


def test_the_countries_of_the_gazetteer_are_outlines_by_their_names() -> None:
    """Those that are spoken of as countries are shaded; a place of a few islands is a bubble."""
    countries = {one.name for one in read(SEEDS).entities.values() if one.kind == "place" and one.id == one.country}
    assert countries - set(ATLAS.outlines["world"]) <= {"São Tomé and Príncipe", "Comoros", "Seychelles", "Cape Verde"}


def test_a_country_is_shaded_and_a_town_is_a_bubble_within_it() -> None:
    drawn = ATLAS.picture("region", (NIAMEY, NIGER))
    [niger] = [country for country in drawn.countries if country.count]
    assert (niger.name, niger.shade, niger.count) == ("Niger", SHADES, 90)
    [bubble] = drawn.bubbles
    assert (bubble.name, bubble.label, bubble.count) == ("Niamey", "Niamey", 40)
    points = [float(number) for number in re.findall(r"-?[\d.]+", niger.path)]
    assert min(points[::2]) < bubble.x < max(points[::2])
    assert min(points[1::2]) < bubble.y < max(points[1::2])


def test_what_is_out_of_the_view_is_counted() -> None:
    paris = PlaceCount(name="Paris", lat=48.86, lon=2.35, count=3)
    assert ATLAS.picture("region", (NIAMEY, paris)).elsewhere == 1
    assert ATLAS.picture("world", (NIAMEY, paris)).elsewhere == 0


lots = st.lists(st.builds(
    PlaceCount, name=st.text(min_size=1, max_size=30), lat=st.floats(-90, 90), lon=st.floats(-180, 180),
    count=st.integers(1, 10**7),
), max_size=40)


@given(lots, st.sampled_from(sorted(VIEWS)))
def test_every_bubble_and_label_is_within_the_picture(counts: list[PlaceCount], name: str) -> None:
    view = VIEWS[name]
    drawn = picture(view, {}, "", counts)
    assert len(drawn.bubbles) + drawn.elsewhere == len(counts)
    assert sum(bool(bubble.label) for bubble in drawn.bubbles) <= LABELS
    for bubble in drawn.bubbles:
        assert -0.1 <= bubble.x <= WIDTH + 0.1
        assert -0.1 <= bubble.y <= view.height + 0.1
        assert 0 < bubble.radius < 30
        assert bubble.label or not bubble.narrow
    radii = [bubble.radius for bubble in drawn.bubbles]
    assert radii == sorted(radii, reverse=True)


def test_a_name_gives_way_to_that_of_a_greater_place_and_to_its_circle() -> None:
    dosso = PlaceCount(name="Dosso", lat=13.05, lon=3.19, count=12)
    far = PlaceCount(name="Agadez", lat=16.97, lon=7.99, count=5)
    drawn = {bubble.name: bubble for bubble in ATLAS.picture("region", (dosso, far, NIAMEY)).bubbles}
    assert [name for name, bubble in drawn.items() if bubble.label] == ["Niamey", "Agadez"]


def test_on_a_phone_names_are_larger_and_fewer() -> None:
    towns = [PlaceCount(name=f"Town {number}", lat=10.0 + number, lon=2.0, count=50 - number) for number in range(12)]
    drawn = ATLAS.picture("region", towns).bubbles
    assert 0 < sum(bubble.narrow for bubble in drawn) < sum(bool(bubble.label) for bubble in drawn)


@given(st.integers(0, 10**8), st.integers(1, 10**8))
def test_a_shade_grows_with_the_count(count: int, more: int) -> None:
    most = count + more
    assert 0 <= shade(count, most) <= shade(most, most) == SHADES
    assert (shade(count, most) == 0) == (count == 0)


def test_a_folder_of_seeds_without_outlines_gives_a_map_of_bubbles(tmp_path: Path) -> None:
    drawn = load(tmp_path).picture("region", (NIAMEY, NIGER))
    assert (drawn.countries, len(drawn.bubbles)) == ((), 2)


def test_outlines_that_are_none_are_one_line_that_names_the_file(tmp_path: Path) -> None:
    file = tmp_path / "world" / "outlines" / "region.json"
    file.parent.mkdir(parents=True)
    file.write_text('{"source": "x", "countries": [{"name": "Niger", "rings": [[1, 2, 3]]}]}')
    with pytest.raises(SettingsError, match=r"region\.json: .*three points"):
        load(tmp_path)
