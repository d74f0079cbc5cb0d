"""`seeds/<crisis>/delivery.yaml`: when alerts reach the channels: at once, after the night, in a digest, or less."""

from __future__ import annotations

from datetime import time, timedelta
from typing import Annotated, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from schemas.alert import Severity
from schemas.tags import Salience

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
Scope = Literal["story", "rule"]

_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


def duration(value: object) -> timedelta:
    """Of text such as 30m, 2h or 1d; ValueError for any other, and for more than 31 days."""
    text = str(value).strip()
    if not (text[:-1].isascii() and text[:-1].isdigit() and text[-1:] in _UNITS):
        raise ValueError("a duration is a number and m, h or d, such as 30m")
    if len(text) > 6 or not timedelta(0) < (found := timedelta(**{_UNITS[text[-1]]: int(text[:-1])})) <= timedelta(31):
        raise ValueError("a duration is from 1m to 31d")
    return found


def _time(value: object) -> time:
    # YAML 1.1 reads 22:00 without quotes as the number 1320, which is taken for what it was meant to be
    if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 24 * 60:
        return time(value // 60, value % 60)
    hours, _, minutes = str(value).partition(":")
    if not (hours.isdigit() and minutes.isdigit() and len(hours) <= 2 and len(minutes) == 2):
        raise ValueError('a time is written "22:00"')
    return time(int(hours), int(minutes))


def _zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise ValueError("there is no such time zone; write one like Africa/Niamey or UTC") from None
    return name


Time = Annotated[time, BeforeValidator(_time)]


class _Data(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class QuietHours(_Data):
    """From one wall-clock time to another, on the days on which it begins; it may cross midnight."""

    begin: Time = Field(alias="from")
    end: Time = Field(alias="to")
    days: tuple[Day, ...] = Field(DAYS, min_length=1)

    @model_validator(mode="after")
    def _has_an_end(self) -> QuietHours:
        if self.begin == self.end:
            raise ValueError("from and to are the same time; quiet hours need an end")
        return self


class Digest(_Data):
    """One message for all that can wait: at each full hour, or once a day at a time."""

    every: Literal["hour", "day"] = "day"
    at: Time = time(7)
    salience: tuple[Salience, ...] = Field(("background",), description="alerts on such articles wait for the digest")
    mentions: bool = Field(True, description="also list articles in which the crisis is background and nobody alerted")


class Throttle(_Data):
    """At most so many alerts of one story, or of one rule, within a time; the next one tells how many were kept."""

    by: Scope
    most: int = Field(ge=1, le=1000)
    within: Annotated[timedelta, BeforeValidator(duration)]


class DeliveryPolicy(_Data):
    """How the alerts of a crisis reach the channels. Topic and index get every alert at once, whatever this says."""

    zone: Annotated[str, AfterValidator(_zone)] = "UTC"
    quiet_hours: tuple[QuietHours, ...] = ()
    breaks_through: tuple[Severity, ...] = Field(("high",), description="severities that quiet hours do not hold")
    digest: Digest | None = None
    throttle: tuple[Throttle, ...] = ()
