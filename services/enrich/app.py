"""The enrich service: articles.normalized to articles.enriched."""

from __future__ import annotations

from schemas.record import Batch, Handled
from services.enrich.enrich import SeedError, handle, load
from services.pipeline import ENRICH
from services.runtime.service import CoreService
from services.runtime.settings import ServiceSettings, SettingsError


class EnrichService(CoreService):
    """Entities, coup mentions and salience, from the data under seeds/."""

    stage = ENRICH

    def __init__(self, settings: ServiceSettings) -> None:
        super().__init__(settings)
        try:
            self.crises = load(settings.seeds)
        except SeedError as error:
            raise SettingsError(str(error)) from None

    def core(self, chunk: Batch) -> Handled:
        return handle(chunk, self.crises)
