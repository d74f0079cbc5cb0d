"""`seeds/*/events.yaml` and `crisis.yaml`: the coups that there were, and what makes one a crisis that is watched."""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from schemas.gazetteer import SeedModel
from schemas.tags import CoupType


class Event(SeedModel):
    """One coup. `names` are people and bodies that made it, `unseated` whom it drove out; `failed` tells an attempt.
    `killed`: they died in it, so that their death by soldiers' hands is told for it. `against` are rulers whom a failed
    one was against, if it is the only one known. `dead` are rulers on whose death, whatever its cause, it followed.

    `again` is the coup by which the same officers had come to power before: without a date or a name that one is meant,
    once this one is over a year old.
    """

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    country: str
    date: dt.date
    failed: bool = False
    killed: bool = False
    type: CoupType | None = None
    again: str | None = None
    names: tuple[str, ...] = ()
    unseated: tuple[str, ...] = ()
    against: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()
    note: str | None = None


class Events(SeedModel):
    """One file of coups."""

    events: tuple[Event, ...]


class Alliance(SeedModel):
    """With whom the country of a crisis acts as one: what they do together is an act of its rulers too."""

    body: str = Field(description="id of the organisation that they have founded")
    since: dt.date
    countries: tuple[str, ...] = Field(min_length=1, description="its other members")


class Crisis(SeedModel):
    """What makes a folder of seeds a crisis that is watched: `crisis.yaml`."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    name: str
    event: str
    country: str
    since: dt.date
    until: dt.date | None = None
    alliance: Alliance | None = None
