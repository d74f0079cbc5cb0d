"""The README's drawing and tables are those of the code."""

from __future__ import annotations

from services.drawing import README, fields, with_drawing
from services.elastic.mapping import MAPPINGS


def test_the_readme_shows_the_map_and_the_fields_as_they_are() -> None:
    text = README.read_text("utf-8")
    assert text == with_drawing(text), "python -m services.drawing --write"


def test_every_top_field_of_every_index_is_in_the_table() -> None:
    table = fields()
    for mapping in MAPPINGS.values():
        for name in mapping["properties"]:
            assert f"`{name}`" in table or f"`{name}." in table
