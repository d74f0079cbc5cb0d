"""Settings of every service: read once from the environment in `__main__`, frozen, passed down.

Each is described in deploy/env.example, which a test compares with this file.
"""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any, Literal, TypeVar
from urllib.parse import unquote, urlsplit, urlunsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from services.pipeline import DESK
from services.runtime.errors import RefusedError, SettingsError

__all__ = ["AlertSettings", "Connections", "RefusedError", "ServiceSettings", "SettingsError", "read"]

SEEDS = Path(__file__).resolve().parents[2] / "seeds"


# secret -> the setting that names a file with it
SECRET_FILES = {
    "KAFKA_PASSWORD": "KAFKA_PASSWORD_FILE",
    "KAFKA_KEY_PASSWORD": "KAFKA_KEY_PASSWORD_FILE",
    "ELASTICSEARCH_API_KEY": "ELASTICSEARCH_API_KEY_FILE",
    "ELASTICSEARCH_PASSWORD": "ELASTICSEARCH_PASSWORD_FILE",
    "HARMATTAN_ALERT_URLS": "HARMATTAN_ALERT_URLS_FILE",
    "HARMATTAN_WEBHOOK_URLS": "HARMATTAN_WEBHOOK_URLS_FILE",
    "HARMATTAN_WEBHOOK_SECRET": "HARMATTAN_WEBHOOK_SECRET_FILE",
    "HARMATTAN_DESK_TOKEN": "HARMATTAN_DESK_TOKEN_FILE",
}


# Topics keep 30 days: a replay would bring an older document back, or send an alert that is forgotten again.
SHORTEST_KEEP = 31


def _long_enough(days: int) -> int:
    if 0 < days < SHORTEST_KEEP:
        raise ValueError(f"{SHORTEST_KEEP} days at least, since a replay of the topics goes back 30; 0 keeps for ever")
    return days


Days = Annotated[int, Field(ge=0, le=36_500), AfterValidator(_long_enough)]


def _of_a_server(url: str) -> str:
    """With a host, and a port that can be one: a client would only fail on it later, and not in one line."""
    parts = urlsplit(url)  # both raise ValueError
    if not parts.hostname or parts.port == 0:
        raise ValueError("no address of a server")
    return url


def _of_brokers(addresses: str) -> str:
    for address in addresses.split(","):
        if not 0 < int(address.rpartition(":")[2]) < 65536:
            raise ValueError(f"{address} has no port from 1 to 65535")
    return addresses


Url = Annotated[str, Field(pattern=r"^https?://[^\s]+$"), AfterValidator(_of_a_server)]
Brokers = Annotated[
    str, Field(pattern=r"^[^\s,;/]+:\d{1,5}(,[^\s,;/]+:\d{1,5})*$"), AfterValidator(_of_brokers)
]


class Connections(BaseSettings):
    """Where the broker and Elasticsearch are and how they know us; all that the command line needs.

    The clients are built from it by services/runtime/links.py and services/elastic/client.py, and nowhere else.
    """

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    kafka_bootstrap: Brokers = Field("127.0.0.1:9092", validation_alias="KAFKA_BOOTSTRAP")
    elasticsearch_url: Url = Field("http://127.0.0.1:9200", validation_alias="ELASTICSEARCH_URL")
    kafka_security: Literal["PLAINTEXT", "SSL", "SASL_PLAINTEXT", "SASL_SSL"] = Field(
        "PLAINTEXT", validation_alias="KAFKA_SECURITY_PROTOCOL"
    )
    kafka_mechanism: Literal["SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN"] = Field(
        "SCRAM-SHA-512", validation_alias="KAFKA_SASL_MECHANISM"
    )
    kafka_user: str | None = Field(None, validation_alias="KAFKA_USER")
    kafka_password: SecretStr | None = Field(None, validation_alias="KAFKA_PASSWORD")
    kafka_password_file: Path | None = Field(None, validation_alias="KAFKA_PASSWORD_FILE")
    kafka_ca: Path | None = Field(None, validation_alias="KAFKA_CA_FILE")
    kafka_certificate: Path | None = Field(None, validation_alias="KAFKA_CERT_FILE")
    kafka_key: Path | None = Field(None, validation_alias="KAFKA_KEY_FILE")
    kafka_key_password: SecretStr | None = Field(None, validation_alias="KAFKA_KEY_PASSWORD")
    kafka_key_password_file: Path | None = Field(None, validation_alias="KAFKA_KEY_PASSWORD_FILE")
    elasticsearch_user: str | None = Field(None, validation_alias="ELASTICSEARCH_USER")
    elasticsearch_password: SecretStr | None = Field(None, validation_alias="ELASTICSEARCH_PASSWORD")
    elasticsearch_password_file: Path | None = Field(None, validation_alias="ELASTICSEARCH_PASSWORD_FILE")
    elasticsearch_api_key: SecretStr | None = Field(None, validation_alias="ELASTICSEARCH_API_KEY")
    elasticsearch_api_key_file: Path | None = Field(None, validation_alias="ELASTICSEARCH_API_KEY_FILE")
    elasticsearch_ca: Path | None = Field(None, validation_alias="ELASTICSEARCH_CA_FILE")
    replication: int = Field(1, validation_alias="HARMATTAN_REPLICATION", ge=1, le=7)
    shards: int = Field(1, validation_alias="HARMATTAN_SHARDS", ge=1, le=64)
    replicas: int = Field(0, validation_alias="HARMATTAN_REPLICAS", ge=0, le=5)
    refresh: str = Field("500ms", validation_alias="HARMATTAN_REFRESH", pattern=r"^\d+(ms|s|m)$")
    keep_articles: Days = Field(0, validation_alias="HARMATTAN_KEEP_ARTICLES")
    keep_stories: Days = Field(0, validation_alias="HARMATTAN_KEEP_STORIES")
    keep_alerts: Days = Field(0, validation_alias="HARMATTAN_KEEP_ALERTS")
    keep_dead: Days = Field(0, validation_alias="HARMATTAN_KEEP_DEAD")
    seeds: Path = Field(SEEDS, validation_alias="HARMATTAN_SEEDS")

    @model_validator(mode="before")
    @classmethod
    def _without_secrets_in_the_open(cls, given: Any) -> Any:
        """Secrets come from their files; user and password leave the address, which is shown in messages."""
        return _split_address(_read_secrets(dict(given))) if isinstance(given, dict) else given

    @model_validator(mode="after")
    def _fits_together(self) -> Connections:
        if self.kafka_security.startswith("SASL") and not (self.kafka_user and self.kafka_password):
            raise ValueError(f"KAFKA_SECURITY_PROTOCOL={self.kafka_security} needs KAFKA_USER and KAFKA_PASSWORD")
        if self.kafka_user and not self.kafka_security.startswith("SASL"):
            raise ValueError("KAFKA_USER is set, but KAFKA_SECURITY_PROTOCOL is not SASL_SSL or SASL_PLAINTEXT")
        if self.kafka_ca and not self.kafka_security.endswith("SSL"):
            raise ValueError("KAFKA_CA_FILE is set, but KAFKA_SECURITY_PROTOCOL is not SSL or SASL_SSL")
        if bool(self.kafka_certificate) != bool(self.kafka_key):
            raise ValueError("KAFKA_CERT_FILE and KAFKA_KEY_FILE go together")
        if self.elasticsearch_api_key and self.elasticsearch_user:
            raise ValueError("set ELASTICSEARCH_API_KEY or ELASTICSEARCH_USER, not both")
        if bool(self.elasticsearch_user) != bool(self.elasticsearch_password):
            raise ValueError("ELASTICSEARCH_USER and ELASTICSEARCH_PASSWORD go together")
        if self.elasticsearch_ca and not self.elasticsearch_url.startswith("https://"):
            raise ValueError("ELASTICSEARCH_CA_FILE is set, but ELASTICSEARCH_URL is not https://")
        return self


def _read_secrets(given: dict[str, Any]) -> dict[str, Any]:
    for name, file_name in SECRET_FILES.items():
        if not (path := given.get(file_name)):
            continue
        if given.get(name):
            raise ValueError(f"set {name} or {file_name}, not both")
        try:
            given[name] = Path(path).read_text("utf-8").strip()
        except (OSError, UnicodeDecodeError) as error:
            why = getattr(error, "strerror", None) or error
            raise ValueError(f"{file_name}={path} cannot be read: {why}") from None
        if not given[name]:
            raise ValueError(f"{file_name}={path} is empty")
    return given


def _split_address(given: dict[str, Any]) -> dict[str, Any]:
    address = given.get("ELASTICSEARCH_URL")
    if not isinstance(address, str) or "@" not in address:
        return given
    try:
        parts = urlsplit(address)
    except ValueError:
        raise ValueError("ELASTICSEARCH_URL is no address; user and password have settings of their own") from None
    inside, _, host = parts.netloc.rpartition("@")
    given["ELASTICSEARCH_URL"] = urlunsplit(parts._replace(netloc=host))
    user, _, password = inside.partition(":")
    given.setdefault("ELASTICSEARCH_USER", unquote(user))
    given.setdefault("ELASTICSEARCH_PASSWORD", unquote(password))
    return given


class LoggedSettings(Connections):
    """What every process that logs has in common."""

    log_format: Literal["auto", "json", "console"] = Field("auto", validation_alias="HARMATTAN_LOG_FORMAT")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", validation_alias="HARMATTAN_LOG_LEVEL")


class ServiceSettings(LoggedSettings):
    """What every service of the pipeline has in common."""

    web_host: str = Field("127.0.0.1", validation_alias="HARMATTAN_WEB_HOST")
    web_port: int | None = Field(None, validation_alias="HARMATTAN_WEB_PORT", ge=0, le=65535)
    session_timeout_s: float = Field(6.0, validation_alias="HARMATTAN_SESSION_TIMEOUT", ge=2, le=300)
    chunk_records: int = Field(500, validation_alias="HARMATTAN_CHUNK_RECORDS", ge=1, le=10_000)
    chunk_bytes: int = Field(4 * 1024 * 1024, validation_alias="HARMATTAN_CHUNK_BYTES", ge=1024)
    in_flight: int = Field(2, validation_alias="HARMATTAN_IN_FLIGHT", ge=1, le=16)
    stop_timeout_s: float = Field(8.0, validation_alias="HARMATTAN_STOP_TIMEOUT", ge=1, le=120)


class AlertSettings(ServiceSettings):
    """The alert service's own."""

    # addresses of chats and webhooks hold tokens as a rule
    apprise_urls: SecretStr = Field(SecretStr(""), validation_alias="HARMATTAN_ALERT_URLS")
    apprise_urls_file: Path | None = Field(None, validation_alias="HARMATTAN_ALERT_URLS_FILE")
    webhook_urls: SecretStr = Field(SecretStr(""), validation_alias="HARMATTAN_WEBHOOK_URLS")
    webhook_urls_file: Path | None = Field(None, validation_alias="HARMATTAN_WEBHOOK_URLS_FILE")
    webhook_secret: SecretStr = Field(SecretStr(""), validation_alias="HARMATTAN_WEBHOOK_SECRET")
    webhook_secret_file: Path | None = Field(None, validation_alias="HARMATTAN_WEBHOOK_SECRET_FILE")
    desk_url: str = Field("http://127.0.0.1:6080", validation_alias="HARMATTAN_DESK_URL", pattern=r"^https?://\S+$")
    kibana_url: str = Field("", validation_alias="HARMATTAN_KIBANA_URL", pattern=r"^(https?://\S+)?$")
    console: bool = Field(True, validation_alias="HARMATTAN_ALERT_CONSOLE")


class KibanaSettings(BaseSettings):
    """What `harmattan kibana install` needs besides the seeds."""

    model_config = SettingsConfigDict(frozen=True, extra="ignore", env_ignore_empty=True)

    kibana_url: Url = Field("http://127.0.0.1:5601", validation_alias="KIBANA_URL")
    wait_s: float = Field(180.0, validation_alias="HARMATTAN_KIBANA_WAIT", ge=0, le=3600)


class CollectSettings(ServiceSettings):
    """The collect service's own. Times are seconds, sizes bytes."""

    collect_seeds: bool = Field(True, validation_alias="HARMATTAN_COLLECT_SEEDS")
    contact: str = Field("", validation_alias="HARMATTAN_COLLECT_CONTACT", pattern=r"^[\x21-\x7e]*$", max_length=200)
    allow: str = Field("", validation_alias="HARMATTAN_COLLECT_ALLOW")
    folders: str = Field("", validation_alias="HARMATTAN_COLLECT_FOLDERS")
    at_once: int = Field(16, validation_alias="HARMATTAN_COLLECT_AT_ONCE", ge=1, le=500)
    host_pause_s: float = Field(1.0, validation_alias="HARMATTAN_COLLECT_HOST_PAUSE", ge=0, le=3600)
    shortest_s: int = Field(120, validation_alias="HARMATTAN_COLLECT_SHORTEST", ge=1, le=86400)
    longest_s: int = Field(7200, validation_alias="HARMATTAN_COLLECT_LONGEST", ge=1, le=7 * 86400)
    max_body: int = Field(10 * 1024 * 1024, validation_alias="HARMATTAN_COLLECT_MAX_BODY", ge=1024)
    timeout_s: float = Field(30.0, validation_alias="HARMATTAN_COLLECT_TIMEOUT", gt=0, le=600)
    token: SecretStr = Field(SecretStr(""), validation_alias="HARMATTAN_COLLECT_TOKEN")
    callback: str = Field("", validation_alias="HARMATTAN_COLLECT_CALLBACK", pattern=r"^(https?://[^\s]+)?$")

    @model_validator(mode="after")
    def _callback_has_secret(self) -> CollectSettings:
        if self.callback and not self.token.get_secret_value():
            raise ValueError("HARMATTAN_COLLECT_CALLBACK wants HARMATTAN_COLLECT_TOKEN, of which its secrets are made")
        return self


class DeskSettings(LoggedSettings):
    """The desk's own: where its pages are, and who may see them."""

    host: str = Field("127.0.0.1", validation_alias="HARMATTAN_DESK_HOST", pattern=r"^[^\s/]+$")
    port: int = Field(DESK.port, validation_alias="HARMATTAN_DESK_PORT", ge=1, le=65535)
    names: str = Field("", validation_alias="HARMATTAN_DESK_NAMES", description="host names, space separated")
    token: SecretStr | None = Field(None, validation_alias="HARMATTAN_DESK_TOKEN", min_length=16)
    token_file: Path | None = Field(None, validation_alias="HARMATTAN_DESK_TOKEN_FILE")


S = TypeVar("S", bound=BaseSettings)


def _names(prefix: str) -> tuple[str, ...]:
    names = (str(field.validation_alias) for field in Connections.model_fields.values())
    return tuple(name for name in names if name.startswith(prefix) and not name.endswith(("_BOOTSTRAP", "_URL")))


# the settings that say how a server is to be approached, not where it is
KAFKA_SECURITY, ELASTICSEARCH_SECURITY = _names("KAFKA_"), _names("ELASTICSEARCH_")


def read(kind: type[S], **instead: str) -> S:
    """The settings from the environment, but for those given by their names; an empty one is one that is not set.

    Raises SettingsError with one line for the first wrong value.
    """
    try:
        defaults = {str(field.validation_alias): field.default for field in kind.model_fields.values()}
        given: dict[str, Any] = {name: value or defaults[name] for name, value in instead.items()}
        return kind(**given)
    except ValidationError as error:
        first = error.errors()[0]
        if not first["loc"]:  # what does not fit together; the input would be all settings, secrets too
            line = first["msg"].removeprefix("Value error, ")
            raise SettingsError(f"{line} (described in deploy/env.example)") from None
        name = ".".join(str(part) for part in first["loc"])
        shown = "***" if name in SECRET_FILES else repr(first.get("input"))
        what = first["msg"].removeprefix("Value error, ")
        raise SettingsError(f"setting {name}={shown}: {what} (described in deploy/env.example)") from None
