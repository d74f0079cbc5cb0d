"""A connected Elasticsearch client for a command, or one line that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError

from services.cli.problem import Problem
from services.elastic.client import client as build
from services.elastic.client import refused

if TYPE_CHECKING:
    from services.runtime.settings import Connections


@contextmanager
def elasticsearch(settings: Connections) -> Iterator[Elasticsearch]:
    """The client; whatever Elasticsearch refuses inside becomes a Problem."""
    url = settings.elasticsearch_url
    client = build(settings, request_timeout=30, max_retries=1)
    try:
        yield client
    except NotFoundError as error:
        raise Problem(f"{url} has no such index yet ({error.message}); start the services with `make up`") from None
    except (ApiError, TransportError) as error:
        if reason := refused(error):
            raise Problem(f"Elasticsearch at {url} refuses us: {reason}") from None
        if isinstance(error, ApiError):
            raise Problem(f"Elasticsearch at {url} refuses: {error.message}") from None
        raise Problem(
            f"no Elasticsearch answers at {url} ({type(error).__name__}); "
            "start it with `make up` or set ELASTICSEARCH_URL"
        ) from None
    finally:
        client.close()
