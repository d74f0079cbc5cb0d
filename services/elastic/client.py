"""How every Elasticsearch client of ours connects: address, credentials, TLS. The one place that builds them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from elasticsearch import ApiError, AsyncElasticsearch, Elasticsearch, OrjsonSerializer, TransportError

from services.runtime.links import tls_reason, trust
from services.runtime.settings import Connections

CREDENTIALS = "see ELASTICSEARCH_API_KEY, ELASTICSEARCH_USER, ELASTICSEARCH_PASSWORD"


def client(settings: Connections, **more: Any) -> Elasticsearch:
    """For commands; `more` are the client's own options. Raises SettingsError for a CA that cannot be read."""
    return Elasticsearch(**_options(settings), **more)


def async_client(settings: Connections, **more: Any) -> AsyncElasticsearch:
    """For services."""
    return AsyncElasticsearch(**_options(settings), serializers={"application/json": OrjsonSerializer()}, **more)


def _options(settings: Connections) -> dict[str, Any]:
    options: dict[str, Any] = {"hosts": [_with_port(settings.elasticsearch_url)]}
    if settings.elasticsearch_url.startswith("https://"):
        options["ssl_context"] = trust(settings.elasticsearch_ca, "ELASTICSEARCH_CA_FILE")
    if settings.elasticsearch_api_key:
        options["api_key"] = settings.elasticsearch_api_key.get_secret_value()
    elif settings.elasticsearch_user and settings.elasticsearch_password:
        options["basic_auth"] = (settings.elasticsearch_user, settings.elasticsearch_password.get_secret_value())
    return options


def _with_port(url: str) -> str:
    """The client insists on a port; without one it is the scheme's, as in a browser."""
    parts = urlsplit(url)
    port = 443 if parts.scheme == "https" else 80
    return url if parts.port else parts._replace(netloc=f"{parts.netloc}:{port}").geturl()


def refused(error: ApiError | TransportError) -> str | None:
    """Why Elasticsearch, or we, will not go on, in half a line; None for what may be over by itself.

    Not every 403 is one: a full disk is a 403 too.
    """
    if isinstance(error, TransportError):
        return tls_reason(error, "ELASTICSEARCH_CA_FILE", "ELASTICSEARCH_URL")
    if error.meta.status == 401:
        return f"wrong or no credentials (401); {CREDENTIALS}"
    if error.meta.status == 403 and _kind(error.body) == "security_exception":
        return f"no right to do this: {_reason(error.body)} (see: harmattan access)"
    return None


def _kind(body: Any) -> str:
    return str(body["error"].get("type", "")) if isinstance(body, dict) and isinstance(body.get("error"), dict) else ""


def _reason(body: Any) -> str:
    return " ".join(str(body["error"].get("reason", "no reason given")).split())[:200]
