"""`seeds/world/outlines/*.json`: the countries as a map draws them."""

from __future__ import annotations

from typing import Self

from pydantic import Field, model_validator

from schemas.gazetteer import SeedModel


class Outline(SeedModel):
    """One country; its name is the gazetteer's. A ring is longitude, latitude, longitude, … in degrees."""

    name: str
    rings: tuple[tuple[float, ...], ...] = Field(min_length=1)

    @model_validator(mode="after")
    def _in_pairs(self) -> Self:
        if any(len(ring) % 2 or len(ring) < 6 for ring in self.rings):
            raise ValueError(f"a ring of {self.name} is no list of three points or more")
        return self


class Outlines(SeedModel):
    """One file, and where its lines are from."""

    source: str
    countries: tuple[Outline, ...]
