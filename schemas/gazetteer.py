"""`seeds/*/gazetteer/*.yaml`: who and what an analyst wants named, and how it is written in four languages."""

from __future__ import annotations

import datetime as dt
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from schemas.spelled import Spelled
from schemas.tags import Kind


class SeedModel(BaseModel):
    """Base of all seed data: an unknown key is a mistake, not an extension."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Role(SeedModel):
    """What an entity was, and when. `until` is empty while it lasts."""

    role: str
    since: dt.date | None = None
    until: dt.date | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.since and self.until and self.until < self.since:
            raise ValueError("a role ends before it begins")
        return self


class Entity(SeedModel):
    """One person, organisation or place.

    - `names` are enough by themselves, wherever they stand.
    - `short` names count only where the text supports them (see services/enrich/steps/entities.py).
    - `acronyms` need their capitals, and English or French around them where they are also words.
    - `local` names are descriptions that every country has (the army, the presidential guard): they count where
      the country spoken of is `country`.
    - `demonyms` are no mentions; they tell which country a sentence is about.
    - `signs` are words that speak for this bearer of a short name and against the others.
    - `tag: false` keeps a look-alike that is matched, so that nothing else takes its words, and never reported.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    kind: Kind
    wikidata: str | None = Field(default=None, pattern=r"^Q[1-9][0-9]*$", description="only where certain")
    roles: tuple[Role, ...] = ()
    names: tuple[Spelled, ...] = ()
    short: tuple[Spelled, ...] = ()
    acronyms: tuple[Spelled, ...] = ()
    local: tuple[Spelled, ...] = ()
    demonyms: tuple[Spelled, ...] = ()
    signs: tuple[Spelled, ...] = ()
    country: str | None = Field(default=None, description="id of the country that it speaks for")
    core: bool = Field(default=False, description="naming it is naming the crisis")
    core_since: dt.date | None = Field(default=None, description="first day from which naming it is naming the crisis")
    core_until: dt.date | None = Field(default=None, description="last day on which it is")
    party: bool = Field(default=False, description="a party to the crisis from outside, such as its mediators")
    matter: bool = Field(default=False, description="what the crisis is about once it goes on: a base, a mine")
    junta: str | None = Field(default=None, description="event id, if this is the body that a coup brought to power")
    tag: bool = True
    homonym: str | None = Field(
        default=None, description="id of an entity whose plain name it shares and takes where that is not spoken of"
    )
    loose: bool = Field(default=False, description="also without a capital letter: no language has such a word")
    lat: float | None = Field(default=None, ge=-90, le=90)
    lon: float | None = Field(default=None, ge=-180, le=180)
    source: str | None = Field(default=None, description="where the coordinates are from")
    note: str | None = None

    @model_validator(mode="after")
    def _stands_for_a_while(self) -> Self:
        if self.core_until and not (self.core_since and self.core_since <= self.core_until):
            raise ValueError("core_until is a day after core_since")
        return self

    @model_validator(mode="after")
    def _placed(self) -> Self:
        if (self.lat is None) != (self.lon is None):
            raise ValueError("lat and lon stand together")
        if self.lat is not None and not self.source:
            raise ValueError("coordinates need a source")
        if self.lat is not None and self.kind != "place":
            raise ValueError("only a place has coordinates")
        return self


class Gazetteer(SeedModel):
    """One file of entities. `source` is that of every coordinate in the file that names no other."""

    source: str | None = None
    entities: tuple[Entity, ...]

    @model_validator(mode="before")
    @classmethod
    def _hand_down(cls, data: object) -> object:
        if isinstance(data, dict) and data.get("source"):
            for entity in data.get("entities") or ():
                if isinstance(entity, dict) and entity.get("lat") is not None:
                    entity.setdefault("source", data["source"])
        return data
