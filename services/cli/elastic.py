"""A connected Elasticsearch client for a command, or one line that says what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from elasticsearch import ApiError, Elasticsearch, NotFoundError, TransportError

from services.cli.problem import Problem


@contextmanager
def elasticsearch(url: str) -> Iterator[Elasticsearch]:
    """The client; whatever Elasticsearch refuses inside becomes a Problem."""
    client = Elasticsearch(url, request_timeout=30, max_retries=1)
    try:
        yield client
    except NotFoundError as error:
        raise Problem(f"{url} has no such index yet ({error.message}); start the services with `make up`") from None
    except ApiError as error:
        raise Problem(f"Elasticsearch at {url} refuses: {error.message}") from None
    except TransportError as error:
        raise Problem(
            f"no Elasticsearch answers at {url} ({type(error).__name__}); "
            "start it with `make up` or set ELASTICSEARCH_URL"
        ) from None
    finally:
        client.close()
