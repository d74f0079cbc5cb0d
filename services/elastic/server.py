"""The thin port to Elasticsearch: a request and its answer. The only file here that knows the client."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from elastic_transport import TransportError
from elasticsearch import ApiError, AsyncElasticsearch

from services.elastic.client import refused
from services.runtime.settings import RefusedError


@dataclass(frozen=True, slots=True)
class Answer:
    """Status and decoded body; every status is an answer, none is an exception."""

    status: int
    body: Any


class AwayError(Exception):
    """No answer: refused, broken off or timed out. The request may have been carried out all the same."""


class Server(Protocol):
    """What the sink needs of Elasticsearch; tests have one in memory."""

    async def send(self, method: str, path: str, body: bytes | None = None) -> Answer:
        """Raises AwayError where no answer came, RefusedError where asking again will not help."""
        ...


class ElasticsearchServer:
    """The real one. It does not retry: whoever sends knows better what may be sent again."""

    def __init__(self, client: AsyncElasticsearch, timeout: float = 60.0) -> None:
        self._client = client.options(max_retries=0, request_timeout=timeout)

    async def send(self, method: str, path: str, body: bytes | None = None) -> Answer:
        # bulk lines go as application/json too: Elasticsearch takes both, and the client copies x-ndjson bodies
        headers = {"accept": "application/json"}
        if body is not None:
            headers["content-type"] = "application/json"
        try:
            response = await self._client.perform_request(method, path, headers=headers, body=body)
        except (ApiError, TransportError) as error:
            if reason := refused(error):
                raise RefusedError(f"Elasticsearch refuses us: {reason}") from error
            if isinstance(error, TransportError):
                raise AwayError(str(error)) from error
            return Answer(error.meta.status, error.body)
        return Answer(response.meta.status, response.body)
