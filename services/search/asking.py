"""One request to Elasticsearch for a front page, and the two ways in which it may go wrong."""

from __future__ import annotations

from typing import Any

import orjson

from services.elastic.server import Answer, AwayError, Server
from services.runtime.errors import RefusedError
from services.search.problem import NotAnsweredError, SearchProblemError


async def ask(
    server: Server, method: str, path: str, body: Any = None, also: tuple[int, ...] = ()
) -> Answer:
    """The answer: 200, 201 or one of the statuses in `also`.

    Raises SearchProblemError for what Elasticsearch cannot make sense of, NotAnsweredError where it is away or has no
    such index yet.
    """
    try:
        answer = await server.send(method, path, orjson.dumps(body) if body is not None else None)
    except AwayError as away:
        sentence = f"no Elasticsearch answers ({away}); start it with `make up` or set ELASTICSEARCH_URL"
        raise NotAnsweredError(sentence) from None
    except RefusedError as refused:
        raise NotAnsweredError(str(refused)) from None
    if answer.status in (200, 201) or answer.status in also:
        return answer
    if answer.status == 404:
        index = path.split("/")[1]
        raise NotAnsweredError(f"there is no index {index} yet; start the services with `make up`")
    reason = _reason(answer.body)
    if answer.status == 400:
        raise SearchProblemError(f"Elasticsearch cannot answer this: {reason}")
    raise NotAnsweredError(f"Elasticsearch answers {answer.status}: {reason}")


def _reason(answered: Any) -> str:
    """The deepest reason given, in one line."""
    error = answered.get("error") if isinstance(answered, dict) else answered
    if not isinstance(error, dict):
        return " ".join(str(error).split())[:300]
    causes = error.get("root_cause") or [error]
    return " ".join(str(causes[0].get("reason") or causes[0].get("type")).split())[:300]
