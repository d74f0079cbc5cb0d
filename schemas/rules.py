"""`seeds/<crisis>/alerts.yaml`: which articles reach the desk, and when."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from schemas.alert import Deliver, Severity
from schemas.tags import CoupStatus, CoupType, Salience

RuleKind = Literal["new-mention", "any", "frequency", "spike", "flatline", "new-term"]

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def _duration(value: Any) -> Any:
    """`90m`, `6h`, `2d`; anything else is left to pydantic, which refuses it."""
    if isinstance(value, str) and (found := re.fullmatch(r"([0-9]{1,6})([mhd])", value)):
        return timedelta(**{_UNITS[found.group(2)]: int(found.group(1))})
    if isinstance(value, timedelta):
        return value
    raise ValueError("a time is a number with m, h or d, such as 90m, 6h, 2d")


Duration = Annotated[timedelta, BeforeValidator(_duration)]


class AlertRule(BaseModel):
    """One rule. Every condition that is given must hold; `coups` conditions must hold for one and the same mention.

    What it does with the articles for which they hold is its `kind`:

    - `new-mention`: alerts where a story is new or has changed; the other articles join it in silence.
    - `any`: alerts for every article, near copies left out unless `copies` asks for them.
    - `frequency`: alerts when `count` of them came within `window`; once for each window.
    - `spike`: alerts when within `window` `times` as many came as usual (mean of the seven windows before), `count` at
      the least.
    - `flatline`: alerts when a source that had brought `count` of them has brought none for `window`.
    - `new-term`: alerts when headline or lead names an entity that no article of the crisis named before.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str = Field(pattern=r"^[a-z0-9-]+$")
    says: str = Field(description="for the desk: what this rule watches")
    kind: RuleKind = "new-mention"
    severity: Severity = "normal"
    deliver: Deliver = Field("now", description="digest: it can wait for the next one (delivery.yaml)")
    salience: tuple[Salience, ...] = ("main",)
    worth: bool | None = Field(True, description="the article's own verdict, Tags.alert; null: do not ask")
    events: tuple[str, ...] = ()
    types: tuple[CoupType, ...] = ()
    statuses: tuple[CoupStatus, ...] = ()
    entities: tuple[str, ...] = Field((), description="ids; one of them is named")
    places: tuple[str, ...] = Field((), description="ids; one of them is named")
    languages: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    query: str | None = Field(None, description="words that must all be there, in any spelling; \"…\" is a phrase")
    count: int = Field(10, ge=1, le=10_000)
    window: Duration = timedelta(hours=1)
    times: float = Field(3.0, gt=1)
    copies: bool = Field(False, description="kind any: whether near copies alert too")

    @model_validator(mode="after")
    def _only_what_its_kind_uses(self) -> Self:
        uses = {
            "frequency": {"count", "window"}, "spike": {"count", "window", "times"}, "flatline": {"count", "window"},
            "any": {"copies"},
        }.get(self.kind, set())
        for name in ("count", "window", "times", "copies"):
            if name in self.model_fields_set and name not in uses:
                raise ValueError(f"rule {self.id}: kind {self.kind} has no {name}")
        if self.window < timedelta(minutes=1) or self.window > timedelta(days=14):
            raise ValueError(f"rule {self.id}: window is between 1m and 14d")
        return self


class AlertRules(BaseModel):
    """A crisis' rules, in order. Of those on stories and single articles the first that holds alerts, so one article
    alerts once for one crisis; rules that count alert beside them."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    rules: tuple[AlertRule, ...]

    @model_validator(mode="after")
    def _ids_differ(self) -> Self:
        ids = [rule.id for rule in self.rules]
        if doubled := {one for one in ids if ids.count(one) > 1}:
            raise ValueError(f"two rules are called {', '.join(sorted(doubled))}")
        return self
