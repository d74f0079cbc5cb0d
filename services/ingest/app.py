"""The ingest service: articles.raw to articles.normalized."""

from __future__ import annotations

from schemas.record import Batch, Handled
from services.article.normalize import handle
from services.pipeline import INGEST
from services.runtime.service import CoreService


class IngestService(CoreService):
    """Bytes to a clean, identified, dated article."""

    stage = INGEST

    def core(self, chunk: Batch) -> Handled:
        return handle(chunk, self.stream)
