"""Settings of every service: read once from the environment in `__main__`, frozen, passed down.

Each is described in deploy/env.example, which a test compares with this file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, TypeVar

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


class SettingsError(Exception):
    """One line that names the setting, what is wrong with it, and where it is described."""


class Connections(BaseSettings):
    """Where the broker and Elasticsearch are; all that the command line needs."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    kafka_bootstrap: str = Field(
        "127.0.0.1:9092", validation_alias="KAFKA_BOOTSTRAP", pattern=r"^[^\s,/]+:\d{1,5}(,[^\s,/]+:\d{1,5})*$"
    )
    elasticsearch_url: str = Field(
        "http://127.0.0.1:9200", validation_alias="ELASTICSEARCH_URL", pattern=r"^https?://[^\s]+$"
    )
    replication: int = Field(1, validation_alias="HARMATTAN_REPLICATION", ge=1, le=7)
    shards: int = Field(1, validation_alias="HARMATTAN_SHARDS", ge=1, le=64)
    replicas: int = Field(0, validation_alias="HARMATTAN_REPLICAS", ge=0, le=5)
    refresh: str = Field("500ms", validation_alias="HARMATTAN_REFRESH", pattern=r"^\d+(ms|s|m)$")
    seeds: Path = Field(SEEDS, validation_alias="HARMATTAN_SEEDS")


class ServiceSettings(Connections):
    """What every service has in common."""

    web_host: str = Field("127.0.0.1", validation_alias="HARMATTAN_WEB_HOST")
    web_port: int | None = Field(None, validation_alias="HARMATTAN_WEB_PORT", ge=0, le=65535)
    log_format: Literal["auto", "json", "console"] = Field("auto", validation_alias="HARMATTAN_LOG_FORMAT")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", validation_alias="HARMATTAN_LOG_LEVEL")
    session_timeout_s: float = Field(6.0, validation_alias="HARMATTAN_SESSION_TIMEOUT", ge=2, le=300)
    chunk_records: int = Field(500, validation_alias="HARMATTAN_CHUNK_RECORDS", ge=1, le=10_000)
    chunk_bytes: int = Field(4 * 1024 * 1024, validation_alias="HARMATTAN_CHUNK_BYTES", ge=1024)
    in_flight: int = Field(2, validation_alias="HARMATTAN_IN_FLIGHT", ge=1, le=16)
    stop_timeout_s: float = Field(8.0, validation_alias="HARMATTAN_STOP_TIMEOUT", ge=1, le=120)


class AlertSettings(ServiceSettings):
    """The alert service's own."""

    apprise_urls: str = Field("", validation_alias="HARMATTAN_ALERT_URLS", description="apprise URLs, space separated")
    console: bool = Field(True, validation_alias="HARMATTAN_ALERT_CONSOLE")


S = TypeVar("S", bound=BaseSettings)


def read(kind: type[S]) -> S:
    """The settings from the environment. Raises SettingsError with one line for the first wrong value."""
    try:
        return kind()
    except ValidationError as error:
        first = error.errors()[0]
        name = ".".join(str(part) for part in first["loc"])
        raise SettingsError(
            f"setting {name}={first.get('input')!r}: {first['msg']} (described in deploy/env.example)"
        ) from None
