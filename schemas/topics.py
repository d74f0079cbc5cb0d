"""`seeds/*/topics.yaml`: what an article of a crisis can report, in words of four languages."""

from __future__ import annotations

from pydantic import Field

from schemas.gazetteer import SeedModel
from schemas.spelled import Spelled


class Topic(SeedModel):
    """One thing that happens in a crisis. The words are written as cues are (see schemas/cues.py)."""

    id: str = Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")
    en: tuple[Spelled, ...] = ()
    fr: tuple[Spelled, ...] = ()
    ha: tuple[Spelled, ...] = ()
    ar: tuple[Spelled, ...] = ()


class Topics(SeedModel):
    """One file of topics."""

    topics: tuple[Topic, ...]
