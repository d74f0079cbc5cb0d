"""What every message on a topic has in common."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


def _readable(version: str) -> str:
    major, _, minor = version.partition(".")
    if not (major.isdigit() and minor.isdigit()):
        raise ValueError("schema_version is MAJOR.MINOR, such as 1.0")
    if major != "1":
        raise ValueError(f"schema {version} is of another major version than 1, which this service reads")
    return version


# A newer minor version only adds fields, which are ignored here; a newer major one may change their
# meaning, so it is refused and its messages become dead letters instead of wrong documents.
SchemaVersion = Annotated[str, AfterValidator(_readable)]


class Message(BaseModel):
    """Base of every message: immutable, and tolerant of fields that a newer writer added."""

    model_config = ConfigDict(frozen=True, extra="ignore")
