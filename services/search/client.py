"""Asks Elasticsearch. Whatever it raises is the caller's to word."""

from __future__ import annotations

from datetime import UTC, datetime

from elasticsearch import Elasticsearch

from services.pipeline import ARTICLES_INDEX
from services.search.hits import Found, found
from services.search.query import Question, body


def search(client: Elasticsearch, question: Question, now: datetime | None = None, prefix: str = "") -> Found:
    """Raises ValueError for a question that cannot be read, and the client's own errors."""
    request = body(question, now or datetime.now(UTC))
    path = f"/{prefix}{ARTICLES_INDEX.name}/_search"
    headers = {"accept": "application/json", "content-type": "application/json"}
    return found(client.perform_request("POST", path, headers=headers, body=request).body)
