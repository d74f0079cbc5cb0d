"""`seeds/<crisis>/alerts.yaml`: which enriched articles reach the desk."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from schemas.alert import Deliver, Severity
from schemas.tags import CoupStatus, CoupType, Salience


class AlertRule(BaseModel):
    """One rule. Every condition that is given must hold; `coups` conditions must hold for one and the same mention."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    says: str = Field(description="for the desk: what this rule watches")
    severity: Severity = "normal"
    deliver: Deliver = Field("now", description="digest: it can wait for the next one (delivery.yaml)")
    salience: tuple[Salience, ...] = ("main",)
    worth: bool | None = Field(True, description="the article's own verdict, Tags.alert; null: do not ask")
    events: tuple[str, ...] = ()
    types: tuple[CoupType, ...] = ()
    statuses: tuple[CoupStatus, ...] = ()
    entities: tuple[str, ...] = Field((), description="ids; one of them is named")
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()


class AlertRules(BaseModel):
    """A crisis' rules, in order: the first that holds alerts, so one article never alerts twice."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rules: tuple[AlertRule, ...]
